import Testing

/// Bodies that sentences and lists count up without a label.
@Suite struct EnumerationTests {
    private func page(_ body: String) -> String {
        "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(body)</body></html>"
    }

    @Test func bodiesCountedUpBesideTheLeadArePartners() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. Around the table sit Cork City Council, the"
                    + " University of Galway and Kerry County Council.</p>"), "en")
        #expect(facts.partners.contains("partner Cork City Council IE"))
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Galway") })
        #expect(facts.partners.contains { $0.hasPrefix("partner Kerry County Council") })
    }

    @Test func thoseWhoPayAreNot() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. Cork City Council, the University of"
                    + " Galway and Kerry County Council add €40,000 for the opening.</p>"), "en")
        #expect(!facts.partners.contains { $0.hasPrefix("partner") })
    }

    @Test func aListOfBodiesWithoutALabelListsPartners() {
        let facts = Analysis.facts(
            page(
                """
                <h2>Around the river</h2><ul><li>University of Limerick (IE) – coordination, lead partner</li>
                <li>Ville de Vintimille (Italy), training sites</li><li>Cork City Council (IE) – walks</li></ul>
                """), "en")
        #expect(
            facts.partners == [
                "lead University of Limerick IE", "partner Ville de Vintimille IT", "partner Cork City Council IE",
            ])
    }

    @Test func linesThatBeginWithCountriesListPartners() {
        let facts = Analysis.facts(
            page(
                """
                <h2>Who is who</h2><ul><li>Ireland: University of Limerick; Cork City Council</li>
                <li>Spain: Universidad de Faro</li></ul>
                """), "en")
        #expect(facts.partners.count == 3)
        #expect(facts.partners.contains("partner Cork City Council IE"))
        #expect(facts.partners.contains { $0.hasSuffix("Universidad de Faro ES") })
    }

    @Test func linesThatBeginWithCountriesAndNameNobodyDoNot() {
        let facts = Analysis.facts(
            page("<h2>Weather</h2><ul><li>Ireland: rain and wind</li><li>Spain: sun on the coast</li></ul>"), "en")
        #expect(facts.partners == [])
    }

    @Test func aListOfFundersDoesNot() {
        let facts = Analysis.facts(
            page(
                """
                <h2>Funding</h2><ul><li>University of Limerick (IE)</li><li>Cork City Council (IE)</li></ul>
                """), "en")
        #expect(facts.partners == [])
    }

    @Test func thoseWhoStandByWithoutMoneyAreAssociated() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick together with Cork City Council. Kerry"
                    + " County Council takes part as an associated partner.</p>"), "en")
        #expect(facts.partners.contains { $0.hasPrefix("associated Kerry County Council") })
        #expect(facts.partners.contains { $0.hasPrefix("partner Cork City Council") })
        #expect(!facts.partners.contains { $0.hasPrefix("partner Kerry") })
    }

    @Test func numbersAndColumnsOfPlainTextAreNoPartOfTheName() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            PARTNERS
            LP   University of Limerick (IE)
            PP2  Cork City Council (IE)

            Budget: 20 000 EUR
            """, "en")
        #expect(facts.partners.contains("partner Cork City Council IE"))
    }
}
