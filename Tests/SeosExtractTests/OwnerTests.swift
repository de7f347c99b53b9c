import Testing

/// What a page says of the body whose page it is.
@Suite struct OwnerTests {
    private func page(_ body: String, _ title: String) -> String {
        "<html><head><title>\(title)</title></head><body><h1>QUIETRIVER</h1><p>Acronym: QUIETRIVER</p>\(body)</body></html>"
    }

    @Test(arguments: [
        ("it", "Camera di Commercio di Livorno", "Siamo capofila del progetto.", "lead"),
        ("pl", "Muzeum Ziemi Tykockiej", "Jesteśmy liderem projektu.", "lead"),
        ("de", "Universität Passau", "In diesem Projekt wir leiten die Arbeiten und wir sind Leadpartner.", "lead"),
        ("nl", "Gemeente Kerkrade", "Wij zijn partner in dit project.", "partner"),
        ("fi", "Tampereen yliopisto", "Olemme mukana kumppanina.", "partner"),
        ("hr", "Grad Beli Manastir", "U ovom projektu sudjelujemo kao partner.", "partner"),
    ])
    func weIsTheBodyThatTheTitleNames(tag: String, owner: String, said: String, role: String) {
        let facts = Analysis.facts(page("<p>\(owner)</p><p>\(said)</p>", "QUIETRIVER | \(owner)"), tag)
        #expect(facts.partners.contains { $0.hasPrefix("\(role) \(owner)") })
    }

    @Test func theSiteOfABodyWithoutALeadAmongThePartnersIsTheLeads() {
        let facts = Analysis.facts(
            page(
                "<p>Cork City Council wrote this.</p><p>Partners: University of Limerick, Kilkenny County Council</p>",
                "QUIETRIVER – Cork City Council"), "en")
        #expect(facts.partners.contains("lead Cork City Council IE"))
    }

    @Test func theSiteOfAnotherBodyIsNot() {
        let facts = Analysis.facts(
            page(
                "<p>Cork City Council wrote this.</p><p>Lead partner: University of Limerick</p>"
                    + "<p>Partners: Kilkenny County Council</p>", "QUIETRIVER – Cork City Council"), "en")
        #expect(!facts.partners.contains { $0.hasSuffix("Cork City Council IE") })
    }

    @Test func withoutPartnersTheOnlyBodyLeads() {
        let facts = Analysis.facts(
            page("<p>Cork City Council wrote this.</p>", "QUIETRIVER – Cork City Council"), "en")
        #expect(facts.partners == ["lead Cork City Council IE"])
    }
}
