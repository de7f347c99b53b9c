import SeosExtract
import SeosModel
import Testing

/// Grants that a page names besides the project's own.
@Suite struct OtherGrantTests {
    private func amounts(_ last: String) -> [String] {
        Analysis.facts(
            "Project: REEDBED\nLead partner: Tartu University\nTotal budget: 2 000 000 EUR\nERDF: 1 600 000 EUR\n\n\(last)\n",
            "en"
        ).amounts
    }

    @Test func whatACallHoldsIsNoGrantOfTheProject() {
        let found = amounts("The next call of the LIFE programme offers 17,300,000 euros to all of Europe.")
        #expect(found.contains("total 2000000 EUR"), "\(found)")
        #expect(found.contains("eu 1600000 EUR"), "\(found)")
        #expect(!found.contains { $0.hasPrefix("eu 17300000") }, "\(found)")
    }

    @Test func theGrantInRoundFiguresIsTheSame() {
        let found = amounts("“1.62 million euros from the European Union are a great help,” says the mayor.")
        #expect(found.contains("eu 1600000 EUR"), "\(found)")
    }

    @Test func theFundsPartOfAShareIsTheShareOfTheGrant() {
        let found = Analysis.facts(
            "Project: REEDBED\nTotal budget: 2 000 000 EUR\nERDF: 1 600 000 EUR\n\nPartners:\nTartu University"
                + "   500 000 EUR   (400 000 EUR)\nCork City Council   300 000 EUR   (240 000 EUR)\n", "en"
        ).amounts
        #expect(
            !found.contains { $0.hasPrefix("partner_share 400000") || $0.hasPrefix("partner_share 240000") }, "\(found)"
        )
    }
}
