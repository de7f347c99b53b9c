import Testing

/// Lists of bodies that no known label governs: codes in a column, countries as headings, words nobody listed.
@Suite struct UnlabelledBodyTests {
    private func table(_ rows: [[String]]) -> String {
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<html><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p><table>\(lines)</table></body></html>"
    }

    @Test(arguments: [("LP", "P2", "P3", "AP"), ("VP", "PP2", "PP3", "APP"), ("GB", "B2", "B3", "AB")])
    func codesSayWhoLeads(lead: String, two: String, three: String, associated: String) {
        let facts = Analysis.facts(
            table([
                ["No.", "Who", "Sum"], [lead, "Cork City Council", "€120,000"], [two, "Lofoten Tang", "€90,000"],
                [three, "University of Limerick", "€80,000"], [associated, "Argyll Harbours Trust", "–"],
                ["", "Total", "€290,000"],
            ]), "en")
        #expect(
            facts.partners.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "lead Cork", "partner Lofoten", "partner University", "associated Argyll",
            ])
    }

    @Test func numbersOfWorkPackagesAreNoCodes() {
        let facts = Analysis.facts(
            table([
                ["1", "Maps of the river", "2023"], ["2", "Visit to Cork City Council", "2024"],
                ["3", "Tests", "2025"],
            ]),
            "en")
        #expect(facts.partners == [])
    }

    @Test(arguments: [
        ("en", "Project acronym", "Lead partner", "Along for the ride", "Austria", "Greece"),
        ("bg", "Акроним", "Водещ партньор", "в компанията на", "Австрия", "Гърция"),
        ("is", "Skammstöfun", "Leiðandi aðili", "Með í för", "Austurríki", "Grikkland"),
    ])
    func bodiesBelowTheLeadArePartners(
        tag: String, acronym: String, lead: String, others: String, one: String, two: String
    ) {
        let facts = Analysis.facts(
            """
            \(acronym): QUIETRIVER

            - \(lead): Cork City Council
            - \(others): Verein Lebende Wiesen (\(one)), Kalamata Agri-Coop (\(two))
            """, tag)
        #expect(facts.partners.contains { $0.hasPrefix("lead Cork City Council") })
        #expect(facts.partners.contains("partner Verein Lebende Wiesen AT"))
        #expect(facts.partners.contains("partner Kalamata Agri-Coop GR"))
        #expect(facts.partners.count == 3)
    }

    @Test func thoseWhoPayOrReportAreNoPartners() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            - Lead partner: Cork City Council
            - Co-financed by: Argyll County Council, Kilkenny County Council (Ireland)
            - Photos: Limerick Photo Museum, University of Limerick
            - Questions: what is next
            """, "en")
        #expect(facts.partners == ["lead Cork City Council IE"])
    }

    @Test func countriesHeadRowsOfBodies() {
        let facts = Analysis.facts(
            """
            <html lang="cs"><body><h1>Projekt QUIETRIVER</h1><p>Akronym: QUIETRIVER</p>
            <h2>Česko</h2><p>Statutární město Znojmo</p><h2>Slovinsko</h2><p>Mestna občina Ptuj</p></body></html>
            """, "cs")
        #expect(facts.partners == ["partner Statutární město Znojmo CZ", "partner Mestna občina Ptuj SI"])
    }
}
