import Testing

/// Parts of a budget one behind the other, and sums that are not the project's.
@Suite struct AmountChainTests {
    private func amounts(_ text: String, _ language: String = "en") -> [String] {
        Analysis.facts("Project acronym: QUIETRIVER\n\n" + text, language).amounts
    }

    @Test func wordsBehindAnAmountSayNothingOfTheNext() {
        let found = amounts(
            "The project budget of QUIETRIVER is €1,000,000, of which €850,000 is the EU contribution and €150,000 is the"
                + " own contribution of the partners.")
        #expect(found == ["total 1000000 EUR", "eu 850000 EUR", "own 150000 EUR"])
    }

    @Test func wordsRightBeforeTheNextAmountAreTheNextOnes() {
        let found = amounts(
            "In the project QUIETRIVER the EU contribution is €850,000 and the total budget is €1,000,000 for all.")
        #expect(found == ["eu 850000 EUR", "total 1000000 EUR"])
    }

    @Test func whatTheUnionCoversInPercentIsTheUnions() {
        let found = amounts(
            "The total budget of the project is €1,000,000. The EU covers 60 percent, that is €600,000.")
        #expect(found == ["total 1000000 EUR", "eu 600000 EUR"])
    }

    @Test func aLabelMayBeginWithOfWhichAndEndInAPercentage() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>The project QUIETRIVER</p><div><p>Total budget</p>
            <p>4.870.000,00 €</p><p>of which ERDF (50 %)</p><p>2.435.000,00 €</p><p>of which own contribution</p>
            <p>974.000,00 €</p></div></body></html>
            """, "en")
        #expect(facts.amounts == ["total 4870000 EUR", "eu 2435000 EUR", "own 974000 EUR"])
    }

    @Test func theMoneyOfAProgrammeIsNotTheProjects() {
        let found = amounts(
            "Total budget: €1,000,000\n\nThe programme Interreg Europe has a total budget of €379 million for the years"
                + " 2021–2027.")
        #expect(found == ["total 1000000 EUR"])
    }

    @Test func aLargerSumOfSomebodyElseBesideALabelledTotal() {
        let found = amounts(
            "Total budget: €1,000,000\n\nThe council spends a lot on its streets, and its total budget for the year came"
                + " to €31,200,000 in the end.")
        #expect(found == ["total 1000000 EUR"])
    }

    @Test func aSecondProjectInPassingTakesNothingAway() {
        let facts = Analysis.facts(
            "The project “Quiet river” is led by Cork City Council. The total budget is €1,000,000. It follows the project"
                + " “Wild river” of 2019.", "en")
        #expect(facts.amounts == ["total 1000000 EUR"])
    }
}
