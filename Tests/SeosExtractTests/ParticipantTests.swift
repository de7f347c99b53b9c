import Testing

/// Bodies that a paragraph tells of one by one, and leads told by what stands for their name.
@Suite struct ParticipantTests {
    private func page(_ body: String) -> String {
        "<html lang=\"en\"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>\(body)</body></html>"
    }

    @Test func bodiesOfAParagraphAboutPartnersArePartners() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. Cork City Council opens its archive for"
                    + " everyone. The University of Galway measures the water every week.</p>"), "en")
        #expect(facts.partners.contains { $0.hasPrefix("partner Cork City Council") })
        #expect(facts.partners.contains { $0.hasPrefix("partner University of Galway") })
    }

    @Test func notThoseOfAPageThatListsItsPartners() {
        let facts = Analysis.facts(
            page(
                "<h2>Partners</h2><ul><li>University of Limerick</li><li>Cork City Council</li></ul><h2>News</h2><p>The"
                    + " University of Limerick showed the boat to guests. The University of Galway measured the water.</p>"
            ), "en")
        #expect(!facts.partners.contains { $0.contains("Galway") })
    }

    @Test func notThoseWhoPay() {
        let facts = Analysis.facts(
            page(
                "<p>The project QUIETRIVER is led by the University of Limerick. Cork City Council adds 20,000 euros for"
                    + " the boats.</p>"), "en")
        #expect(!facts.partners.contains { $0.hasPrefix("partner Cork") })
    }

    @Test func theLatterLeads() {
        let facts = Analysis.facts(
            page(
                "<p>The idea came up between Cork City Council and the University of Limerick one summer. The latter is"
                    + " lead partner of QUIETRIVER and keeps the books.</p>"), "en")
        #expect(facts.partners.contains { $0.hasPrefix("lead University of Limerick") })
        #expect(!facts.partners.contains { $0.hasPrefix("lead Cork") })
    }
}
