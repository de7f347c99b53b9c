import SeosModel
import Testing

/// Tables of where the money comes from, rows of sums, and units of a thousand.
@Suite struct SourceTableTests {
    @Test func rowsOfFundsAndBodiesUnderAnUnknownHeader() {
        let facts = Analysis.facts(
            """
            <html lang="sv"><body><h1>Lugna ån</h1><p>Projekt: Lugna ån</p><h2>Vem betalar?</h2>
            <table><tr><th>Pengar</th><th>Belopp</th></tr>
            <tr><td>EU:s regionalfond (60 %)</td><td>600 000 euro</td></tr>
            <tr><td>Naturvårdsverket</td><td>150 000 euro</td></tr>
            <tr><td>Parternas egna insatser</td><td>250 000 euro</td></tr>
            <tr><td>Totalt</td><td>1 000 000 euro</td></tr></table></body></html>
            """, "sv")
        #expect(facts.amounts.contains("eu 600000 EUR"), "\(facts.amounts)")
        #expect(facts.amounts.contains("national 150000 EUR"), "\(facts.amounts)")
        #expect(facts.amounts.contains("total 1000000 EUR"), "\(facts.amounts)")
    }

    @Test func aColumnOfOurs() {
        let facts = Analysis.facts(
            """
            Projet : Eau douce
            Chef de file : Commune de Saint-Malo

                                               ENSEMBLE DU PROJET     PART DE LA COMMUNE
            Dépenses éligibles                 742 300,00 €           268 400,00 €
            FEDER (85 %)                       630 955,00 €           228 140,00 €
            Autofinancement                    111 345,00 €            40 260,00 €
            """, "fr")
        #expect(facts.amounts.contains("eu 630955 EUR"), "\(facts.amounts)")
        #expect(facts.amounts.contains { $0.hasPrefix("partner_eu 228140 EUR") }, "\(facts.amounts)")
        #expect(facts.amounts.contains { $0.hasPrefix("own 40260 EUR") }, "\(facts.amounts)")
    }

    @Test func columnsOfPartnersAreNoSources() {
        let facts = Analysis.facts(
            """
            <html lang="fr"><body><h1>EAU DOUCE</h1><p>Projet : Eau douce</p>
            <table><tr><th></th><th>Université de Nantes</th><th>Ville de Mons</th><th>Ville de Lens</th><th>Total</th></tr>
            <tr><td>Budget (€)</td><td>640 000</td><td>420 000</td><td>310 000</td><td>1 370 000</td></tr>
            <tr><td>FEDER (€)</td><td>384 000</td><td>252 000</td><td>186 000</td><td>822 000</td></tr>
            <tr><td>Fonds propres (€)</td><td>256 000</td><td>168 000</td><td>124 000</td><td>548 000</td></tr></table></body></html>
            """, "fr")
        #expect(!facts.amounts.contains("eu 384000 EUR"), "\(facts.amounts)")
    }

    @Test func aRowOfSumsMarkedAsAHeader() {
        let facts = Analysis.facts(
            """
            <html lang="pl"><body><h1>Cicha woda</h1><p>Projekt: Cicha woda</p><table>
            <tr><th>Lp.</th><th>Instytucja</th><th>Budżet (EUR)</th><th>w tym EFRR (EUR)</th></tr>
            <tr><td>1.</td><td>Gmina Jeleniewo</td><td>486 250,00</td><td>389 000,00</td></tr>
            <tr><td>2.</td><td>Muzeum w Suwałkach</td><td>298 400,00</td><td>238 720,00</td></tr>
            <tr><th colspan="2">Razem</th><th>784 650,00</th><th>627 720,00</th></tr></table></body></html>
            """, "pl")
        #expect(facts.amounts.contains("total 784650 EUR"), "\(facts.amounts)")
        #expect(facts.amounts.contains("eu 627720 EUR"), "\(facts.amounts)")
        #expect(facts.amounts.contains { $0.hasPrefix("partner_eu 238720 EUR") }, "\(facts.amounts)")
    }

    @Test func figuresInThousands() {
        let facts = Analysis.facts(
            """
            <html lang="nb"><body><h1>Rolig vann</h1><p>Prosjekt: Rolig vann</p>
            <h3>Finansieringsplan (tall i 1000 kr)</h3>
            <table><tr><th>Finansiør</th><th>Beløp</th></tr>
            <tr><td>Nordland fylkeskommune</td><td>1 500</td></tr>
            <tr><td>Egenandel</td><td>2 100</td></tr></table></body></html>
            """, "nb")
        #expect(facts.amounts.contains { $0.hasPrefix("own 2100000 NOK") }, "\(facts.amounts)")
    }

    @Test func aShareInPercentBelowAFigure() {
        let facts = Analysis.facts(
            """
            Proyecto: Agua tranquila
            Beneficiario principal: Ayuntamiento de Teruel
            1.200.000 €
            presupuesto total
            960.000 €
            ayuda FEDER (80 %)
            36 meses
            de duración
            El río tiene dos orillas y una sola fuente, que es de todos los vecinos.
            """, "es")
        #expect(facts.amounts == ["total 1200000 EUR", "eu 960000 EUR"])
    }
}
