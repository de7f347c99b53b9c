import SeosDocuments
import SeosExtract
import SeosModel
import Testing

/// Which organization an address on a page belongs to.
@Suite struct DomainTests {
    private func domains(_ body: String, _ language: String = "en") -> [String: String] {
        let page =
            "<html lang=\"\(language)\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(body)</body></html>"
        var found: [String: String] = [:]
        for entity in Analysis.facts(page, language).extraction.entities where entity.kind == .organization {
            if let domain = entity.domain { found[entity.name] = domain }
        }
        return found
    }

    @Test func theAddressInAPartnersLineIsTheirs() {
        let found = domains(
            """
            <p>Partners:</p><ul><li>University of Galway, www.exempla-galway.ie</li>
            <li>Cork City Council, info@exempla-cork.ie</li></ul>
            """)
        #expect(found == ["University of Galway": "exempla-galway.ie", "Cork City Council": "exempla-cork.ie"])
    }

    @Test func theAddressBelowANameIsTheirs() {
        let found = domains(
            """
            <p>Contact</p><p>University of Galway</p><p>Quay Street 5</p><p>office@dept.exempla-galway.ie</p>
            """)
        #expect(found == ["University of Galway": "exempla-galway.ie"])
    }

    /// What many share, what is the project's own, and what could be of either of two says nothing.
    @Test(arguments: [
        "<ul><li>University of Galway, exempla@gmail.com</li></ul>",
        "<ul><li>University of Galway, https://www.facebook.com/exempla</li></ul>",
        "<ul><li>University of Galway and Cork City Council, info@exempla.ie</li></ul>",
        "<ul><li>University of Galway, info@exempla.ie, www.exempla-two.ie</li></ul>",
        "<ul><li>University of Galway, info@quietriver-project.eu</li></ul>",
        "<p>Website: www.exempla.ie</p><ul><li>University of Galway, info@exempla.ie</li></ul>",
        "<p>The University of Galway tells more of the river, the bridge and the old mill on www.exempla.ie today.</p>",
        "<ul><li>University of Galway, www.exempla.ie</li><li>University of Galway, www.exempla-two.ie</li></ul>",
        "<p>info@exempla.ie</p><p>University of Galway</p>",
    ])
    func whatCouldBeOfOthersSaysNothing(body: String) {
        #expect(domains(body).isEmpty)
    }

    /// Joining gives entities other numbers.
    @Test func namesThatEndingsJoinLeaveTheProjectsOwnAddressAlone() {
        let facts = Analysis.facts(
            """
            <html lang="pl"><body><h1>CICHARZEKA</h1><p>Akronim projektu: CICHARZEKA</p>
            <p>Partner wiodący: Województwo Pomorskie</p><p>Budżet Województwa Pomorskiego: 10 000 EUR</p>
            <p>Województwo Pomorskie</p><p>biuro@cicharzeka.eu</p></body></html>
            """, "pl")
        #expect(facts.project?.name == "CICHARZEKA")
        #expect(facts.extraction.entities.allSatisfy { $0.domain == nil })
    }
}
