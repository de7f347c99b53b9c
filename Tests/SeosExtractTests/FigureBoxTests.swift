import SeosModel
import Testing

/// Boxes of figures, where values stand above their labels, and what else of a page's layout holds sums and days.
@Suite struct FigureBoxTests {
    @Test func valuesAboveTheirLabels() {
        let facts = Analysis.facts(
            """
            Projekt: Tichá voda
            Vedoucí partner: Město Cheb
            1 200 000 €
            celkový rozpočet
            960 000 €
            dotace EU
            12
            obcí na březích
            240 000 €
            vlastní zdroje
            Řeka má dvě strany a jeden pramen, který patří všem obcím kolem.
            """, "cs")
        #expect(facts.amounts == ["total 1200000 EUR", "eu 960000 EUR", "own 240000 EUR"])
    }

    @Test func labelsAboveTheirValuesStayAsTheyAre() {
        let facts = Analysis.facts(
            """
            Project title: Quiet Water
            Lead partner: Cork County Council
            Total budget
            €1,200,000
            EU grant (80 %)
            €960,000
            Own contribution
            €240,000
            The river has two sides and one spring, which belongs to all.
            """, "en")
        #expect(facts.amounts == ["total 1200000 EUR", "eu 960000 EUR", "own 240000 EUR"])
    }

    @Test func linesThatBeginWithTheirSum() {
        let facts = Analysis.facts(
            """
            Projekt: Stille Wasser
            Leadpartner: Stadt Ulm
            400.000 € Gesamtkosten
            300.000 € EU-Förderung
            100.000 € Eigenmittel
            """, "de")
        #expect(facts.amounts == ["total 400000 EUR", "eu 300000 EUR", "own 100000 EUR"])
    }

    @Test func elementsSideBySideWithoutASpace() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Quiet Water project</h1><p>The lead partner of the Quiet Water project is Cork County
            Council.</p><div><span>€4.2m</span><span>Total budget</span></div>
            <div><span>€3m</span><span>EU contribution</span></div></body></html>
            """, "en")
        #expect(facts.amounts == ["total 4200000 EUR", "eu 3000000 EUR"])
    }

    @Test func aDayAloneInACardOfLabelsAndValues() {
        let facts = Analysis.facts(
            """
            <html lang="de"><body><h1>Projekt „Stille Wasser“</h1><p>Leadpartner des Projekts ist die Stadt Ulm.</p>
            <div class="card"><div class="label">Projektbeginn</div><div class="value">01.10.2022</div></div>
            <div class="card"><div class="label">Projektende</div><div class="value">30.09.2024</div></div></body></html>
            """, "de")
        #expect(facts.dates.sorted() == ["end 2024-09-30/2024-09-30", "start 2022-10-01/2022-10-01"])
    }

    @Test func whatIsTheHomePageInAMenuIsTheBeginningBesideADate() {
        let facts = Analysis.facts(
            """
            <html lang="es"><body><h1>Proyecto BARRANCOS</h1><dl><dt>Socio principal</dt><dd>Ayuntamiento de Soria</dd>
            <dt>Inicio</dt><dd>01/10/2023</dd><dt>Fin</dt><dd>30/09/2026</dd></dl></body></html>
            """, "es")
        #expect(facts.dates.sorted() == ["end 2026-09-30/2026-09-30", "start 2023-10-01/2023-10-01"])
    }

    @Test func aFirstRowOfLabelsThatNothingMarksAsAHeader() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Quiet Water project</h1><p>The lead partner of the Quiet Water project is Cork County
            Council.</p><table><tr><td>Total budget</td><td>EU contribution</td><td>Start</td><td>End</td></tr>
            <tr><td>€4.2m</td><td>€3m</td><td>01/2021</td><td>12/2023</td></tr></table></body></html>
            """, "en")
        #expect(facts.amounts == ["total 4200000 EUR", "eu 3000000 EUR"])
        #expect(facts.dates.sorted() == ["end 2023-12-01/2023-12-31", "start 2021-01-01/2021-01-31"])
    }

    @Test func columnsOfTwoCurrenciesAreBothTheRowsOwn() {
        let facts = Analysis.facts(
            """
            <html lang="sv"><body><p>Projektnamn: Fjällmat</p><p>Projektägare: Lunds kommun</p>
            <table><tr><th>Post</th><th>Sverige (SEK)</th><th>Norge (NOK)</th></tr>
            <tr><td>Total kostnad</td><td>13 680 000</td><td>5 800 000</td></tr>
            <tr><td>Norska statliga Interregmedel</td><td>–</td><td>2 900 000</td></tr></table></body></html>
            """, "sv")
        #expect(facts.amounts.sorted() == ["national 2900000 NOK", "total 13680000 SEK", "total 5800000 NOK"])
    }

    @Test func boldLabelsBeforePlainText() {
        let facts = Analysis.facts(
            """
            <html lang="de"><body><h1>Projekt „Stille Wasser“</h1><p><strong>Leadpartner</strong> Stadt Ulm</p>
            <p><strong>Projektbeginn</strong> 19.04.2024</p><p><strong>Projektende</strong> 18.10.2026</p>
            <p><strong>Gesamtkosten</strong> 598.740 €</p></body></html>
            """, "de")
        #expect(facts.dates.sorted() == ["end 2026-10-18/2026-10-18", "start 2024-04-19/2024-04-19"])
        #expect(facts.amounts == ["total 598740 EUR"])
    }

    @Test func aFigureWithItsCaptionIsNoPicture() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Quiet Water</h1><p>Quiet Water is a project led by Cork County Council.</p>
            <div class="stat"><div class="number">€2m</div><div class="caption">Total budget</div></div>
            <div class="stat"><div class="number">€1.6m</div><div class="caption">ERDF funding</div></div>
            <div class="stat"><div class="number">5</div><div class="caption">partners</div></div></body></html>
            """, "en")
        #expect(facts.amounts == ["total 2000000 EUR", "eu 1600000 EUR"])
    }
}
