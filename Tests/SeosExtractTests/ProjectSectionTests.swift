import SeosModel
import Testing

/// Pages with several projects, and pages on one project whose chapters look alike.
@Suite struct ProjectSectionTests {
    private func names(_ facts: Facts) -> [String] {
        facts.extraction.entities.filter { $0.kind == .project }.map(\.name)
    }

    @Test func chaptersOfAPageOnOneProjectAreNoProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Final report</h1><p>The project “First Step Ahead”</p>
            <h2>Who we were</h2><p>In 2023 the University of Limerick led the project; partners were Cork City Council
            and Gmina Tczew. A bank gave €60,000.</p>
            <h2>Where the money came from</h2><p>It was funded by Interreg Europe 2021-2027. The total budget was €820,000.</p>
            <h2>What comes next</h2><p>The partners applied to Erasmus+ in 2025 for €400,000.</p></body></html>
            """, "en")
        #expect(names(facts) == ["First Step Ahead"])
    }

    @Test func questionsAreNoProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>QUIETRIVER</h1>
            <h3>Who takes part?</h3><p>The project QUIETRIVER is led by the University of Limerick since 2023 with €12,000.</p>
            <h3>How long does it take?</h3><p>The project is led by Cork City Council from 1 May 2023 to 30 April 2025.</p>
            </body></html>
            """, "en")
        #expect(names(facts) == ["QUIETRIVER"])
    }

    @Test func plainHeadingsBelowTheWordForProjectsAreNames() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1>
            <h2>Quiet river</h2><ul><li>Lead partner: University of Limerick</li><li>Total budget: €800,000</li>
            <li>Project period: 01.03.2022 – 31.08.2024</li></ul>
            <h2>Warm classroom</h2><ul><li>Lead partner: Cork City Council</li><li>Total budget: €60,000</li>
            <li>Project period: 01.09.2023 – 31.08.2025</li></ul></body></html>
            """, "en")
        #expect(names(facts) == ["Quiet river", "Warm classroom"])
        #expect(facts.amounts == ["total 800000 EUR", "total 60000 EUR"])
    }

    @Test func theBracketBehindAHeadingIsAnotherNameOfTheSameProject() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1>
            <h2>Quiet river (QUIETRIV)</h2><p>Lead partner: University of Limerick</p><p>Total budget: €800,000</p>
            <h2>Warm classroom (WARMCLASS)</h2><p>Lead partner: Cork City Council</p><p>Total budget: €60,000</p>
            <p>The project WARMCLASS began in May.</p></body></html>
            """, "en")
        #expect(names(facts) == ["Quiet river", "Warm classroom"])
    }

    @Test func termsOfADefinitionListHeadProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Money for research</h1><h2>Two examples from the call</h2><dl>
            <dt>VarioStep – Stairs of the future</dt><dd>A good idea.<br>Lead partner: University of Limerick<br>
            Total budget: €140,000<br>Project period: 1.1.2024 – 31.12.2026</dd>
            <dt>Aura.eye – Seeing is believing</dt><dd>Another good idea.<br>Lead partner: Cork City Council<br>
            Total budget: €90,000</dd></dl><p>Since 2021 the programme has spent €14.5 million.</p></body></html>
            """, "en")
        #expect(names(facts) == ["VarioStep", "Aura.eye"])
        #expect(facts.amounts == ["total 140000 EUR", "total 90000 EUR"])
    }

    @Test func itemsOfAListBeginWithTheNamesOfProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>What we do abroad</h1><ul>
            <li>“Voices of the field” (FieldVoices), programme Creative Europe, 2024–2026. Coordinator: University of Limerick. Budget €180,000.</li>
            <li>“Digital reading room”, programme Erasmus+, 1 March to 30 November 2025. Coordinator: Cork City Council. Budget €19,800.</li>
            </ul><h2>How to help</h2><p>In 2024 we raised €6,715.</p></body></html>
            """, "en")
        #expect(names(facts) == ["Voices of the field", "Digital reading room"])
        #expect(facts.dates.contains("period 2025-03-01/2025-11-30"))
    }

    @Test func aContactBelowAllProjectsIsEveryones() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1>
            <h2>Quiet river</h2><p>Lead partner: University of Limerick</p><p>Total budget: €800,000</p>
            <h2>Warm classroom</h2><p>Lead partner: Cork City Council</p><p>Total budget: €60,000</p>
            <h2>Contact</h2><p>Project office, office@council.example</p></body></html>
            """, "en")
        let contacts = facts.extraction.claims.filter { $0.property == .contact }
        #expect(Set(contacts.map(\.subject)).count == 2)
    }

    @Test func aConferenceWithAQuotedTitleIsNoProject() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Conference “Border regions are changing”</h1><p>12 March 2026, University of Limerick</p>
            <p>The lead partner of a project has much to know. The fee is €35.</p></body></html>
            """, "en")
        #expect(names(facts).isEmpty)
    }

    @Test func theNameInThePagesMarkupIsFoundInItsText() {
        let facts = Analysis.facts(
            """
            <html lang="es"><head><script type="application/ld+json">
            {"@type":"ResearchProject","name":"Marismas para siempre","startDate":"2022-09-01"}</script></head><body>
            <h1>Marismas para siempre</h1><h2>Ficha</h2><p>Presupuesto total: 420.000 €</p><p>Socios: Ayuntamiento de Elche</p>
            <h2>Contratos</h2><p>Se adjudicó el 14 de marzo de 2024 por 96.437,00 € (IVA incluido).</p></body></html>
            """, "es")
        #expect(names(facts) == ["Marismas para siempre"])
    }

    @Test func partsThatSayWhoLeadsEachAreProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>News from the EU office</h1><p>Three stories from our own region.</p>
            <h2>HarbourLoop – from nets to walls</h2><ul><li>Lead partner: University of Limerick</li>
            <li>Partners: Cork City Council, Plasticare Ltd</li><li>Total budget: €800,000</li>
            <li>Project period: 01.03.2022 – 31.08.2024</li></ul>
            <h2>Nightshade</h2><p>How dark may a coast be? Cork City Council is the lead partner, with the University of
            Galway. The total budget is €745,300. The work began in August 2024 and ends in July 2026.</p></body></html>
            """, "en")
        #expect(names(facts) == ["HarbourLoop", "Nightshade"])
    }

    @Test func chaptersBesideANameInTheTextAreNoProjectsThoughTheySayWhoLeads() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Town council</h1>
            <h2>Summary</h2><p>The lead partner of the project “Living dikes” is Cork City Council; it costs €745,300 and
            ends in July 2026.</p>
            <h2>Background</h2><p>The University of Limerick, lead partner of an earlier application, asked for €100,000
            in 2021.</p></body></html>
            """, "en")
        #expect(names(facts) == ["Living dikes"])
    }

    @Test func aLineNumberedAsHeadingsAreIsOne() {
        let facts = Analysis.facts(
            """
            MINUTES

            3) Projects with grants

            3a) Water connects (ATCZ00187)
            The lead partner is the University of Limerick, partner is Cork City Council. Total budget: 1 452 300 EUR.
            It runs from 1 February 2023 to 30 June 2026.

            3b) Castle park for all
            The lead partner is Cork City Council, partner is the University of Galway. Total budget: 766 667 EUR.
            It runs from 1 September 2024 to 30 April 2026.

            3c) Call for proposals
            The call is open until 30 September 2024.
            """, "en")
        #expect(names(facts) == ["Water connects", "Castle park for all"])
    }

    @Test func whatComesNextIsNoProject() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Our projects</h1>
            <h2>Quiet river</h2><ul><li>Lead partner: University of Limerick</li><li>Total budget: €800,000</li>
            <li>Project period: 01.03.2022 – 31.08.2024</li></ul>
            <h2>Warm classroom</h2><ul><li>Lead partner: Cork City Council</li><li>Total budget: €60,000</li>
            <li>Project period: 01.09.2023 – 31.08.2025</li></ul>
            <h2>What comes next</h2><ul><li>Call for proposals of Interreg Europe: opens on 10 October 2025 with €18 million.</li>
            <li>A meeting about Horizon Europe on 24 June 2025, €75 with lunch.</li></ul></body></html>
            """, "en")
        #expect(names(facts) == ["Quiet river", "Warm classroom"])
    }

    @Test func partsThatEachSayWhoLeadsAreProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Europe at the chamber</h1><p>Three plans pass through our house.</p>
            <h2>NEVALIA</h2><ul><li><b>Lead partner:</b> University of Limerick</li><li><b>Total budget:</b> €1,645,800</li>
            <li><b>Duration:</b> January 2024 – December 2026</li></ul>
            <h2>Trades that return</h2><p>The project is led by Cork City Council with a grant of €250,000. It began on
            1 September 2023.</p>
            <h2>Cheese without borders (finished)</h2><p>Kerry County Council led it from 1 July 2019 to 30 June 2022; it
            cost €720,000 and the partner was Galway County Council.</p>
            <h2>Notices</h2><p>The guide to NEVALIA costs €12 until 1 May 2025.</p></body></html>
            """, "en")
        #expect(names(facts) == ["NEVALIA", "Trades that return", "Cheese without borders"])
    }

    @Test func headingsInCapitalsAreNoProjects() {
        let facts = Analysis.facts(
            """
            <html lang="en"><body><h1>Register of operations</h1><p>The project QUIETRIVER is led by the University of
            Limerick.</p><h2>AMOUNTS</h2><p>Total budget: €820,000</p><p>ERDF: €500,000</p><p>Start: 1 May 2023</p>
            <h2>PLACES</h2><p>Cork, Kerry</p><h2>REMARKS</h2><p>Start of the audit: 1 May 2026.</p></body></html>
            """, "en")
        #expect(names(facts) == ["QUIETRIVER"])
    }

    @Test func itemsOfMinutesScopeTheParagraphsBelow() {
        let facts = Analysis.facts(
            """
            MINUTES No 4

            1. HEARD: the head of department on the project “Upland and market” (POLMARKET).

            The lead partner is the University of Limerick. The total budget is 812,400 euros.

            2. HEARD: the head of department on the project RIVERWATCH.

            The lead partner is Cork City Council. The total budget is 900,000 euros.
            """, "en")
        let projects = Set(
            facts.extraction.claims.filter { $0.property == .amount || $0.property == .partner }.map(\.subject))
        #expect(projects.count == 2)
    }
}
