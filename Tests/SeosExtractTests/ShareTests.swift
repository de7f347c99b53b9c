import SeosModel
import Testing

/// Amounts of the page's own body, parts in brackets, rates, and columns of earlier and later states.
@Suite struct ShareTests {
    @Test(arguments: [
        ("ro", "Acronim: RAULINIT\nBugetul muzeului nostru: 602.115 euro", "partner_share 602115 EUR"),
        ("es", "Acrónimo: RIOQUIETO\nNuestra parte: 242.000 €", "partner_share 242000 EUR"),
        ("et", "Projekti lühend: VAIKNE\nMeie muuseumi eelarve: 312 400 €", "partner_share 312400 EUR"),
        ("sv", "Projektets akronym: TYSTÅ\nVår del av budgeten: 284 000 euro", "partner_share 284000 EUR"),
    ])
    func ourAmountIsAShare(language: String, text: String, wanted: String) {
        #expect(Analysis.facts(text, language).amounts.contains { $0.hasPrefix(wanted) })
    }

    @Test(arguments: [
        ("ro", "Acronim: RAULINIT\nBugetul proiectului nostru: 602.115 euro", "total 602115 EUR"),
        ("de", "Akronym: STILLWASSER\nGesamtkosten unseres Projekts: 900.000 €", "total 900000 EUR"),
    ])
    func ourProjectsAmountIsTheWhole(language: String, text: String, wanted: String) {
        #expect(Analysis.facts(text, language).amounts.contains(wanted))
    }

    @Test(arguments: [
        ("el", "Ακρωνύμιο: HSYXO\nΣυνολικός προϋπολογισμός: 1.120.000 € (ΕΤΠΑ 896.000 €)", "eu 896000 EUR"),
        ("sv", "Projektets akronym: TYSTÅ\nVår del: 284 000 euro (stöd 227 200 euro)", "partner_eu 227200 EUR"),
        ("en", "Project acronym: QUIETRIVER\nTotal budget: EUR 500,000 (ERDF EUR 400,000)", "eu 400000 EUR"),
    ])
    func aSmallerSumInBracketsIsAPart(language: String, text: String, wanted: String) {
        #expect(Analysis.facts(text, language).amounts.contains { $0.hasPrefix(wanted) })
    }

    @Test func theSameSumInBracketsStaysTheSame() {
        let facts = Analysis.facts(
            "Project acronym: QUIETRIVER\nTotal budget: 2.5 million euros (2,499,000 euros)", "en")
        #expect(facts.amounts == ["total 2500000 EUR", "total 2499000 EUR"])
    }

    @Test(arguments: [
        (
            "de",
            "Akronym: STILLWASSER\nIm Projekt STILLWASSER erhält jeder Bauer eine Förderung von 350 Euro je Hektar."
        ),
        ("en", "Project acronym: QUIETRIVER\nThe project QUIETRIVER pays farmers a grant of 350 euros per hectare."),
        ("hr", "Akronim projekta: TIHARIJEKA\nU projektu su poticaji 2.300 eura po hektaru."),
    ])
    func aRateIsNoAmountOfTheProject(language: String, text: String) {
        #expect(Analysis.facts(text, language).amounts == [])
    }

    @Test func theLaterColumnHolds() {
        let facts = Analysis.facts(
            """
            <html lang="sk"><body><h1>Tichá rieka</h1><p>Akronym projektu: TICHARIEKA</p>
            <table><tr><th></th><th>pôvodne</th><th>po dodatku č. 2</th></tr>
            <tr><td>Spolufinancovanie obce</td><td>37 495 EUR</td><td>40 471 EUR</td></tr>
            <tr><td>Rozpočet spolu</td><td>749 895 EUR</td><td>809 421 EUR</td></tr>
            <tr><td>Ukončenie</td><td>30. 4. 2024</td><td>31. 10. 2024</td></tr></table></body></html>
            """, "sk")
        #expect(facts.amounts.contains("total 809421 EUR"))
        #expect(!facts.amounts.contains { $0.contains("749895") || $0.contains("37495") })
        #expect(facts.dates == ["end 2024-10-31/2024-10-31"])
    }

    @Test func columnsOfTwoPartnersAreNoVersions() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1><p>Project acronym: QUIETRIVER</p>
            <table><tr><th>Budget</th><th>University of Limerick</th><th>Cork City Council</th></tr>
            <tr><td>Total budget</td><td>EUR 100,000</td><td>EUR 200,000</td></tr></table></body></html>
            """, "en")
        #expect(facts.amounts.contains { $0.contains("100000") })
    }

    @Test(arguments: [
        ("nb", "Prosjekt: KYST\nProgrammet deler denne gang ut til sammen 74 millioner kroner til elleve prosjekter."),
        ("en", "Project: REEDBED\nThe programme gave 12 million euros in all to fourteen projects."),
    ])
    func whatSeveralGotIsNoAmountOfOne(language: String, text: String) {
        #expect(Analysis.facts(text, language).amounts == [])
    }

    @Test func aRegionAmongTheLabelsGives() {
        let facts = Analysis.facts(
            """
            <html lang="fr"><body><h1>RIVIERE</h1><p>Acronyme : RIVIERE</p><dl><dt>Coût total du projet</dt><dd>2 184 600 €</dd>
            <dt>Concours FEDER</dt><dd>1 310 760 €</dd><dt>Wallonie</dt><dd>98 450 €</dd></dl></body></html>
            """, "fr")
        #expect(facts.amounts.contains("national 98450 EUR"))
        #expect(facts.names(.funder).contains("Wallonie"))
    }
}
