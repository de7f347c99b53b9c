import SeosModel
import Testing

/// Sums that are a part of the whole, sums of earlier projects, and totals beside a share.
@Suite struct EligibleCostTests {
    @Test(arguments: [
        (
            "cs", "Název projektu: Nitka\nCelkové náklady: 48 312 650 Kč\nZ toho způsobilé výdaje: 44 000 000 Kč\n",
            "44000000"
        ),
        (
            "pl",
            "Tytuł projektu: Światełko\nCałkowita wartość projektu: 3 284 917,46 zł\n"
                + "w tym wydatki kwalifikowalne: 2 950 000,00 zł\n", "2950000"
        ),
    ])
    func besideALargerTotal(language: String, text: String, amount: String) {
        let amounts = Analysis.facts(text, language).amounts
        #expect(amounts.contains { $0.hasPrefix("other") && $0.contains(amount) })
    }

    /// Alone they are the whole.
    @Test func aloneTheyAreTheTotal() {
        let amounts = Analysis.facts("Název projektu: Nitka\nCelkové způsobilé výdaje: 44 000 000 Kč\n", "cs").amounts
        #expect(amounts.contains("total 44000000 CZK"))
    }

    @Test(arguments: [
        ("uk", "Назва проєкту: Нитка\n\nПопередній проєкт кафедри, завершений торік, мав бюджет 70 тис. євро.\n"),
        ("en", "Project title: Thread\n\nThe previous project of the department had a budget of EUR 70,000 in all.\n"),
    ])
    func earlierProjects(language: String, text: String) {
        #expect(Analysis.facts(text, language).amounts.isEmpty)
    }

    /// What follows a period under its label is no beginning.
    @Test func dayBehindAPeriod() {
        let facts = Analysis.facts(
            "Hankkeen nimi: Polku\nToteutusaika: elokuu 2023 – joulukuu 2025, jatkoaikaa myönnetty 31.3.2026 asti\n",
            "fi")
        #expect(!facts.extraction.claims.contains { $0.property == .start })
    }

    /// "But" leads back to what holds.
    @Test func butLeadsBack() {
        let facts = Analysis.facts(
            "Project title: Thread\n\nOriginally the project was to end in December 2025, but it now runs until 31 March 2026."
                + "\n", "en")
        let ends = facts.extraction.claims.filter { $0.property == .end && !$0.isSuperseded }
            .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } }
        #expect(ends == ["31 March 2026"])
    }
}
