import SeosModel
import Testing

/// Names of projects from titles, codes, letters of several words and quotation marks.
@Suite struct ProjectTitleTests {
    private func projects(_ text: String, _ language: String) -> [Extraction.Entity] {
        Analysis.facts(text, language).extraction.entities.filter { $0.kind == .project }
    }

    private func names(_ text: String, _ language: String) -> [String] { projects(text, language).map(\.name) }

    @Test func severalWordsInCapitalsAreOneNameAsTheHeadingHasThem() {
        let page = """
            <html lang="es"><body><main><h1>PULSO MAR</h1><p>El proyecto PULSO MAR forma a técnicos. La coordinación recae en
            el Servicio Canario de la Salud.</p></main></body></html>
            """
        #expect(names(page, "es") == ["PULSO MAR"])
        #expect(
            names("The University of Malta coordinates HANDS ON SALT, an Erasmus+ project.", "en") == ["HANDS ON SALT"])
    }

    @Test func aMarkBehindATitleIsNoPartOfTheName() {
        let page = """
            <html lang="sk"><body><main><h1>Projekty múzea</h1>
            <h2>Modrá stopa <span class="stav">prebieha</span></h2><dl><dt>Program</dt><dd>Interreg Slovensko – Česko</dd>
            <dt>Hlavný partner</dt><dd>Mesto Skalica</dd><dt>Začiatok</dt><dd>september 2023</dd></dl>
            <h2>Ruky a hlina <span class="badge">Ukončený</span></h2><dl><dt>Program</dt><dd>Erasmus+</dd>
            <dt>Hlavný partner</dt><dd>Mesto Brezová</dd><dt>Začiatok</dt><dd>január 2022</dd></dl></main></body></html>
            """
        #expect(names(page, "sk") == ["Modrá stopa", "Ruky a hlina"])
    }

    @Test func aFullNameInQuotationMarksIsNoOtherProject() {
        let text = """
            Sve je počelo projektom SOL VIVA, koji je sufinanciran iz programa Interreg Italija – Hrvatska.
            Punim imenom zove se „Živa baština solana: upravljanje slanim močvarama“. Posao vodi Grad Nin.
            """
        let found = projects(text, "hr")
        #expect(found.map(\.name) == ["SOL VIVA"])
        #expect(found.first?.fullName == "Živa baština solana: upravljanje slanim močvarama")
    }

    @Test func theShorterOfTwoQuotedNamesIsTheName() {
        let text = """
            Hotărâre privind aprobarea proiectului „Film fără vamă – caravană de film în Banat”. Se aprobă proiectul „Film fără
            vamă”, condus de Orașul Jimbolia.
            """
        #expect(names(text, "ro") == ["Film fără vamă"])
    }

    @Test func theCodeOfALifeProjectHoldsItsName() {
        let text = """
            VERBALE DELLA QUINTA RIUNIONE
            Progetto LIFE21-NAT-IT-LIFE ACQUA VIVA/101099999

            Pontevecchio, 26 giugno 2025, ore 10.00

            Presenti: per il beneficiario coordinatore, il Comune di Pavia, il direttore.
            """
        #expect(names(text, "it") == ["LIFE ACQUA VIVA"])
    }

    @Test func whatAProjectCostsIsNotItsName() {
        let text = """
            Hankkeen nimi: Hymy kaukaa
            Hankkeen EU-alueen kokonaiskustannukset ovat 1 846 200 euroa. Lapin liitto on päätoteuttaja.
            """
        #expect(names(text, "fi") == ["Hymy kaukaa"])
    }

    @Test func verbsOfResolutionsAreNoNames() {
        let text = """
            Projet TRESSE
            Article 1 – APPROUVE l'avenant à la convention.
            Article 5 – RAPPELLE que le projet TRESSE est mené par la commune de Saint-Leu.
            """
        #expect(names(text, "fr") == ["TRESSE"])
    }

    @Test func anItemOfAnAgendaNamesItsProject() {
        let text = """
            K bodu 1 – Otvorenie
            Primátor privítal prítomných.

            K bodu 5 – Projekt Tichá rieka, informácia o stave
            Vedúcim partnerom je Mesto Šahy a partnerom Obec Hrušov. Projekt stojí 200 000 €, trvá od mája 2024 do júna 2026.

            K bodu 6 – Projekt Dielňa pre deti, záverečná správa
            Hlavným prijímateľom bola Obec Vyškovce, partnerom Obec Plášťovce. Projekt stál 90 000 €, trval od mája 2021 do júna
            2023.
            """
        #expect(names(text, "sk") == ["Tichá rieka", "Dielňa pre deti"])
    }
}
