import SeosModel
import Testing

/// Amounts that add up, verbs for costing, and figures told again in round numbers.
@Suite struct BreakdownTests {
    @Test func partsThatAddUpAreTheProjects() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nTotal budget: €842,350\n\nThe European Regional Development Fund pays"
                + " €673,880. The town of Moyle brought €15,000 and the village of Ballybeg €10,000; the rest, €143,470,"
                + " is found by those who take part.", "en")
        #expect(facts.amounts.contains { $0.hasPrefix("total 842350") })
        #expect(facts.amounts.contains { $0.hasPrefix("eu 673880") })
        #expect(facts.amounts.contains { $0.contains("143470") })
        #expect(facts.amounts.contains { $0.contains("15000") })
    }

    @Test func sumsThatDoNotAddUpAreNobodys() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nTotal budget: €842,350\n\nThe shop next door sold for €315,400 and the"
                + " farm for €212,118.", "en")
        #expect(facts.amounts == ["total 842350 EUR"])
    }

    @Test(arguments: [
        (
            "sv",
            "Projektets akronym: STILLA\n\nPå båda sidor av sundet byggs gamla båtar om, och alltihop kostade 12,4 miljoner"
                + " kronor i slutändan.", "total 12400000 SEK"
        ),
        (
            "cs",
            "Akronym projektu: TICHO\n\nNa obou březích řeky se opravují staré dílny a celé dílo bude stát 32 milionů korun,"
                + " spočítali obě strany.", "total 32000000 CZK"
        ),
    ])
    func whatTheWholeCosts(language: String, text: String, amount: String) {
        #expect(Analysis.facts(text, language).amounts.contains(amount))
    }

    @Test func aTicketIsNotTheProject() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nA ticket costs €12 and the boat, bought from a yard, cost €38,600 excl. VAT.",
            "en")
        #expect(facts.amounts.isEmpty)
    }

    @Test func aRoundFigureTellsTheTotalAgain() {
        let facts = Analysis.facts(
            "Akronym projektu: TICHO\n\nCelkové způsobilé výdaje: 9 846 215 Kč\n\nNa obou březích se za zhruba 9,8 mil."
                + " Kč opravují staré dílny.", "cs")
        #expect(facts.amounts.contains { $0.hasPrefix("total 9800000") })
    }

    @Test func theLastRowOfATableSaysTheCurrency() {
        let facts = Analysis.facts(
            """
            <html lang="da"><body><h1>STILLEÅ</h1><p>Projektets akronym: STILLEÅ</p>
            <table><tr><th>Partner</th><th>Budget</th></tr><tr><td>Haderslev Kommune</td><td>912.500,00</td></tr>
            <tr><td>Syddansk Universitet</td><td>684.924,00</td></tr><tr><td colspan="2">Alle beløb i euro</td></tr>
            </table></body></html>
            """, "da")
        #expect(facts.amounts.contains { $0.contains("912500 EUR") })
    }

    @Test func theSecondShareHasNoVerb() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nPartners: Cork City Council, University of Galway\n\nCork City Council's share of"
                + " the budget is €934,000, while the University of Galway looks after €612,750.", "en")
        #expect(facts.amounts.contains { $0.contains("934000") && $0.hasPrefix("partner_share") })
        #expect(facts.amounts.contains { $0.contains("612750") && $0.contains("Galway") })
    }

    @Test func aGiverBehindItsSum() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\n\nTotal budget: €2,000,000\n\n€500,000 was provided by the Department of Health.",
            "en")
        #expect(facts.amounts.contains { $0.hasPrefix("national 500000") })
    }

    @Test func whatHasNothingToDoWithTheProject() {
        let facts = Analysis.facts(
            "Projekt: TICHARIEKA\n\nCelkový rozpočet: 820 000 €\n\nMesto stavia aj cestu za 4 600 000 eur, tá s projektom"
                + " nesúvisí.", "sk")
        #expect(facts.amounts == ["total 820000 EUR"])
    }

    @Test func aLabelWithASumIsNoPartner() {
        let facts = Analysis.facts(
            "Project title: Riverine Park\nLead partner: Cork City Council\nPartners: Donegal County Council (Ireland)"
                + "\nFish passes: €1,200,000\nTotal budget: €2,000,000\n", "en")
        #expect(!facts.partners.contains { $0.contains("Fish") })
    }
}
