import SeosModel
import Testing

/// What a page's prose calls its project, where the heading says something else.
@Suite struct ProjectNameTests {
    private func names(_ text: String, _ language: String) -> [String] { Analysis.projects(text, language) }

    @Test func plainWordsBehindTheWordForProjectAreItsNameWhereAHeadlineBeginsWithThem() {
        let page = """
            <html lang="da"><head><title>Stille Fjord bliver dyrere | Fjordavisen</title></head><body><main>
            <h1>Stille Fjord bliver dyrere</h1>
            <p>Da kommunen søgte om penge til projektet Stille Fjord, lød budgettet på 14 mio. kr. Projektet slutter i 2027.</p>
            </main></body></html>
            """
        #expect(names(page, "da") == ["Stille Fjord"])
    }

    @Test func aNameEndsAtTheWordForProjectBehindALooseHyphen() {
        let text = """
            Puhdas satama -hanke alkoi syyskuussa 2025 ja jatkuu elokuuhun 2028 saakka. Sitä johtaa Lapin Esimerkkiopisto.
            Puhdas satama -hankkeessa rakennetaan kuusi asemaa.
            """
        #expect(names(text, "fi") == ["Puhdas satama"])
    }

    @Test func inflectedWordForProjectNamesAnEarlierProjectToo() {
        let text = """
            Vinnuvika verkefnisins Matur og minning fer fram í janúar. Matur og minning er samstarfsverkefni innan Erasmus+.

            Skólinn tók þátt í verkefninu Sögur af sjónum á árunum 2019–2021. Það hlaut 30.500 evrur.
            """
        #expect(names(text, "is") == ["Matur og minning", "Sögur af sjónum"])
    }

    @Test func bodiesAndManagersBesideTheWordForProjectAreNoNames() {
        let text = """
            Projektijuht Mari Maasikas ütles, et töö käib. Projekti Tartu Ülikool ei juhi. Projektijuht Mari Maasikas
            vastab küsimustele.
            """
        #expect(names(text, "et").isEmpty)
    }

    @Test func aHeadingThatIsPartOfTheTitleIsTheNameOnAPageWithLabels() {
        let page = """
            <html lang="nb"><head><title>Lyden av havet – Kystmuseet</title></head><body><main><h1>Lyden av havet</h1>
            <p>Vi samler lyder og båtord.</p><h2>Kort fortalt</h2>
            <ul><li>Partnere: Umeå universitet</li><li>Budsjett: 120 000 euro</li><li>Program: Interreg Aurora</li></ul>
            </main></body></html>
            """
        #expect(names(page, "nb") == ["Lyden av havet"])
    }

    @Test func aHeadlineWithoutLabelsOfAProjectNamesNone() {
        let page = """
            <html lang="nb"><head><title>Lyden av havet – Kystmuseet</title></head><body><main><h1>Lyden av havet</h1>
            <p>Utstillingen åpner på lørdag. Billetten koster 120 kroner.</p></main></body></html>
            """
        #expect(names(page, "nb").isEmpty)
    }

    @Test func whatAProgrammePutsInFrontBelongsToTheName() {
        let text = """
            Si chiama LIFE SALTMEADOW il progetto con cui l'Ente Parco ha vinto un finanziamento del programma LIFE.
            """
        #expect(names(text, "it") == ["LIFE SALTMEADOW"])
        #expect(names("The LIFE Programme has 5 billion euros until 2027.", "en").isEmpty)
    }

    @Test func lettersWithADigitInsideAreAnAcronym() {
        let text = "Projektet er døbt H2Dok og har et budget på 5,9 millioner euro. H2Dok begyndte 1. august 2025."
        #expect(names(text, "da") == ["H2Dok"])
    }

    @Test func whatACompoundIsAboutIsNotItsName() {
        let text = "LNG-projektet NorthFlow blev afsluttet i 2019. NorthFlow havde en ramme på 62 mio. kr."
        #expect(names(text, "da") == ["NorthFlow"])
    }

    @Test func speechAndPathsAreNoQuotedNames() {
        let text = """
            „Vlk nie je anjel ani čert,“ hovorí koordinátorka projektu

            Projekt LIFE PASTVINA začal bežať tento rok.
            """
        #expect(names(text, "sk") == ["LIFE PASTVINA"])
    }

    @Test func networksAreNamedInQuotationMarks() {
        let page = """
            <html lang="fr"><head><title>Rues douces : la ville pilote</title></head><body><main><h1>Rues douces</h1>
            <p>Sept villes cherchent, au sein du réseau URBACT « Rues douces », des réponses.</p>
            <p>Le budget du réseau atteint 850 000 €.</p></main></body></html>
            """
        #expect(names(page, "fr") == ["Rues douces"])
    }

    @Test func aBracketWithYearsOrMoneyTellsOfAnEarlierProject() {
        let text = """
            Projekt NEARHOME se je začel januarja 2020. Leta 2017
            je fakulteta sklenila CareLine (Interreg Slovenija–Avstrija, 480.000 evrov).
            """
        #expect(names(text, "sl") == ["NEARHOME", "CareLine"])
    }

    @Test func anotherProjectOfAProgrammeDoesNotReplaceALabelledName() {
        let text =
            "Project name: Two banks one market\n\nOur next project is LIFE River Meadows. LIFE River Meadows is big."
        #expect(names(text, "en").first == "Two banks one market")
    }

    @Test func theWordForAcronymNamesTheProjectOfItsSentence() {
        let long = Analysis.facts(
            "Approval of the project “Stone bridges of the hills” with the acronym STONEARCH and the code 6001873.",
            "en")
        #expect(long.project?.name == "STONEARCH")
        let bracket = Analysis.facts(
            "Since 2023 we gather songs in the project River that fed us (acronym FLOSSEN), led by Cork City Council.",
            "en")
        #expect(bracket.extraction.entities.filter { $0.kind == .project }.map(\.name) == ["FLOSSEN"])
        let body = Analysis.facts(
            "The project “Quiet river” is led by the Border Region Development Agency, abbreviated BRDA, since 2023.",
            "en")
        #expect(body.project?.name == "Quiet river")
    }

    @Test func headingsInCapitalsAreNoNames() {
        for heading in ["AMOUNTS (thousands of EUR)", "A PROJECT IN SHORT", "TOP 4 – State of the projects"] {
            let facts = Analysis.facts(
                "\(heading)\n\nThe project “Quiet river” is led by the University of Limerick since 2023.", "en")
            #expect(facts.project?.name == "Quiet river", "\(heading)")
        }
    }

    @Test(arguments: [
        ("it", "Progetto: Malghe Aperte\nCapofila: Comune di Lucca\nCosto totale: 820.000 €\n", "Malghe Aperte"),
        ("cs", "Projekt: Solovary\nVedoucí partner: Město Cheb\nCelkové náklady: 820 000 €\n", "Solovary"),
        (
            "da", "Saltvejene\nProjektejer: Museum Lolland-Falster\nBudget: 845.200 euro\nStart: 01.01.2023\n",
            "Saltvejene"
        ),
    ])
    func theBareWordForProjectIsALabel(language: String, text: String, name: String) {
        #expect(Analysis.facts(text, language).project?.name == name)
    }

    @Test func whatTheProjectIsAboutIsNoName() {
        let facts = Analysis.facts(
            "Progetto: barche più silenziose e acqua pulita\nCapofila: Comune di Lucca\nCosto totale: 820.000 €\n", "it"
        )
        #expect(facts.project?.name != "barche più silenziose e acqua pulita")
    }

    @Test func aCodeInFrontIsNoPartOfTheName() {
        let facts = Analysis.facts(
            "Projekto pavadinimas: LL-00214 Pelkių pynė\nPagrindinis partneris: Biržų rajono savivaldybė\n", "lt")
        #expect(facts.project?.name == "Pelkių pynė")
    }

    @Test func aSecondProjectUnderAHeadingOfItsOwn() {
        let facts = Analysis.facts(
            """
            <html lang="da"><body><h1>FjordLiv</h1><p>Projektets akronym: FjordLiv</p><p>Leadpartner: Haderslev Kommune</p>
            <p>Samlet budget: 912.500 euro</p><h2>Udsprunget af FjordLiv: Ålegræs i skoletasken</h2>
            <p>Med penge fra Interreg Deutschland-Danmark lavede Ungdomsskolen i Haderslev forløbet Ålegræs i skoletasken.
            Det kostede 38.000 euro og varede fra august 2024 til juni 2025.</p></body></html>
            """, "da")
        let names = facts.extraction.entities.filter { $0.kind == .project }.map(\.name)
        #expect(names.contains("Ålegræs i skoletasken"))
        #expect(names.contains("FjordLiv"))
    }
}
