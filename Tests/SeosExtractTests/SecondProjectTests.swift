import SeosModel
import Testing

/// Which project a page's facts belong to where it tells of several: cards, minutes, predecessors, sisters.
@Suite struct SecondProjectTests {
    private static func names(_ facts: Facts) -> Set<String> {
        Set(facts.extraction.entities.filter { $0.kind == .project }.map(\.name))
    }

    /// "lead X" of each project by name.
    private static func leads(of project: String, _ facts: Facts) -> [String] {
        facts.extraction.claims.compactMap { claim in
            guard claim.property == .partner, claim.role == .lead, let object = claim.object,
                facts.extraction.entities[claim.subject].name == project
            else { return nil }
            return facts.extraction.entities[object].name
        }
    }

    @Test(arguments: [
        (
            "hu",
            "Nyertes pályázatok\n\nA projekt címe: Két rét, egy kút\nAzonosító: HUSK/1234/1.2/001\nVezető partner: Szécsény Város Önkormányzata\nÖsszköltség: 486 300,00 EUR\nA projekt címe: Zöld ösvény mindenkinek\nVezető partner: Gyula Város Önkormányzata\nÖsszköltség: 312 450 EUR\n",
            ["Két rét, egy kút", "Zöld ösvény mindenkinek"], ["Gyula Város Önkormányzata"]
        ),
        (
            "pl",
            "Nasze projekty\n\nTytuł projektu: Cicha rzeka\nPartner wiodący: Gmina Suwałki\nBudżet: 300 000 euro\nTytuł projektu: Zielony szlak dla wszystkich\nPartner wiodący: Gmina Tczew\nBudżet: 400 000 euro\n",
            ["Cicha rzeka", "Zielony szlak dla wszystkich"], ["Gmina Tczew"]
        ),
    ])
    func aSecondLabelForTheNameBeginsACard(language: String, text: String, projects: [String], leads: [String]) {
        let facts = Analysis.facts(text, language)
        #expect(Self.names(facts) == Set(projects))
        #expect(Self.leads(of: projects[1], facts) == leads)
    }

    @Test func aSecondLabelRightBelowTheFirstIsTheSameProjects() {
        let facts = Analysis.facts(
            "Project title: Quiet Ice\nProject title: Ice at rest in the northern harbours of the bay\nLead partner: Cork City Council\nTotal budget: €300,000\n",
            "en")
        #expect(Self.names(facts).count == 1)
    }

    @Test(arguments: [
        (
            "fi",
            "Hanke SUOVESI palauttaa soita. Hanketta koordinoi Oulun yliopisto yhdessä Umeå universitetin ja Luonnonvarakeskuksen kanssa. Hanke alkoi 1. tammikuuta 2024 ja päättyy 31. joulukuuta 2026. Budjetti on 2,4 miljoonaa euroa, josta Interreg Aurora maksaa 1,5 miljoonaa euroa. Työ alkaa keväällä ojien tukkimisella, ja syksyllä mitataan veden laatu kaikissa kohteissa, jotka on valittu yhdessä maanomistajien kanssa koko alueelta.\n\nPohjatyö tehtiin jo Kaislakoto-hankkeessa vuosina 2018–2020. Sitä koordinoi Turun ammattikorkeakoulu.\n",
            ["SUOVESI", "Kaislakoto"], []
        ),
        (
            "pt",
            "O projeto AGUARDAR guarda a água no montado. A Universidade de Évora coordena o projeto, que começou em 1 de setembro de 2023 e termina em 31 de dezembro de 2026, com um custo de 687.412 euros pagos em parte pelo Interreg POCTEP. Nas herdades de Redondo e de Serpa abriram-se valas ao longo das curvas de nível, e em todas elas se mede agora quanta água fica no solo depois das primeiras chuvas de outono.\n\nAntes do AGUARDAR houve o AGUAMONT, que o Instituto Politécnico de Beja coordenou entre março de 2018 e fevereiro de 2021 com 239.816 euros.\n",
            ["AGUARDAR", "AGUAMONT"], ["Universidade de Évora", "Instituto Politécnico de Beja"]
        ),
        (
            "ga",
            "Seoladh an tionscadal GUTHSLI i nGaoth Dobhair. Tá Ollscoil na Gaillimhe i gceannas ar an tionscadal, agus tá €1,235,000 ann ón gclár Interreg ó Eanáir 2025 go dtí Lúnasa 2027. Baileofar ábhar i nGaeltacht Dhún na nGall agus in Inse Gall, agus cuirfear na taifeadtaí ar líne do chách, le ceardlanna sna scoileanna ó fhómhar na bliana seo ar aghaidh go dtí deireadh an tionscadail.\n\nNí hé seo an chéad iarracht. Fuair Long na Scéal, tionscadal níos lú a bhí faoi stiúir Chomhairle Contae Mhaigh Eo, €60,000 ó chlár Eoraip Chruthaitheach idir 2019 agus 2021.\n",
            ["GUTHSLI", "Long na Scéal"], []
        ),
        (
            "da",
            "Projektet STILLEFJORD gør havnene rolige. Aarhus Kommune leder projektet sammen med Göteborgs Stad, og det begyndte 1. januar 2024 og slutter 31. december 2026. Budgettet er 3,9 mio. euro, hvoraf Interreg Øresund-Kattegat-Skagerrak betaler halvdelen. I havnene sættes der standere op, så både lystsejlere og fiskere kan slukke motoren ved kajen om natten, og naboerne kan sove igen med åbne vinduer.\n\nI 2016-2019 var byen med i Grøn Bølge, som kostede 6,2 mio. kr.\n",
            ["STILLEFJORD", "Grøn Bølge"], []
        ),
        (
            "sl",
            "Projekt ŽIVARIBA vodi Občina Bled z 600.000 evri programa Interreg Slovenija–Avstrija od leta 2024 do leta 2026.\n\nManjši, a nič manj živahen je projekt Kapljica. Vodi ga Občina Lendava, partnerja sta Občina Beltinci in Občina Čakovec; stane 60.000 evrov in traja od septembra 2025 do avgusta 2027.\n",
            ["ŽIVARIBA", "Kapljica"], []
        ),
    ])
    func projectsToldInPassingAreFound(language: String, text: String, projects: [String], leads: [String]) {
        let facts = Analysis.facts(text, language)
        #expect(Self.names(facts) == Set(projects))
        if leads.count == 2 {
            #expect(Self.leads(of: projects[0], facts) == [leads[0]])
            #expect(Self.leads(of: projects[1], facts) == [leads[1]])
        }
    }

    @Test func anExhibitionWithItsPriceIsNone() {
        let facts = Analysis.facts(
            """
            Il progetto PIETRASECCA restaura muri a secco. Il Comune di Lucca coordina il progetto, iniziato il 1° gennaio 2024 \
            e in corso fino al 31 dicembre 2026, con 600.000 euro del programma Interreg Italia-Francia Marittimo. Sui \
            terrazzamenti sopra il paese si lavora da marzo con due squadre di giovani muratori, e in autunno si apre la \
            scuola dei muri con quaranta posti per chi vuole imparare il mestiere dai vecchi cavatori della valle.

            La mostra fotografica «Polvere bianca», allestita in biblioteca, resta aperta dal 9 maggio al 30 settembre 2025; il \
            biglietto costa 6 euro.
            """, "it")
        #expect(Self.names(facts) == ["PIETRASECCA"])
    }

    @Test(
        arguments: [
            (
                "de",
                "Am Donnerstag fiel der Startschuss für ein Vorhaben, das Imker und Schulen drei Jahre lang beschäftigt. „BienInn“, so der griffige Titel, will Blühflächen anlegen. Interreg Bayern-Österreich zahlt 600.000 Euro.\n",
                ["BienInn"]
            ),
            (
                "sv",
                "Det är starten på Grön Vinter, en av de största satsningarna i Västerhavet på många år. Interreg betalar.\n",
                ["Grön Vinter"]
            ),
            (
                "en",
                "This is the start of Green Winter, one of the largest projects in the bay. Interreg pays for it.\n",
                ["Green Winter"]
            ),
            (
                "de", "Es ist der Auftakt zu Grünwinter, einem der größten Vorhaben an der See. Interreg zahlt.\n",
                ["Grünwinter"]
            ),
        ] as [(String, String, [String])])
    func whatAPageCallsAnUndertakingIsItsProject(language: String, text: String, projects: [String]) {
        #expect(Self.names(Analysis.facts(text, language)) == Set(projects))
    }

    @Test func oneOfTheLargestTownsIsNoProject() {
        let facts = Analysis.facts(
            "The project QUIETICE begins in Harbour View, one of the largest towns in the bay. Interreg pays for it.",
            "en")
        #expect(Self.names(facts) == ["QUIETICE"])
    }

    @Test func aHeadingBelowAStatusIsNoAnswer() {
        let facts = Analysis.facts(
            """
            <html lang="de"><body><h1>Geförderte Projekte</h1>
            <h3>Almwächter</h3><dl><dt>Leadpartner</dt><dd>Stadt Traunstein</dd><dt>Laufzeit</dt><dd>01.04.2024–31.03.2027</dd>
            <dt>Gesamtkosten</dt><dd>874.300,00 €</dd></dl>
            <p>abgeschlossen</p>
            <h3>Donaulicht 2.0</h3><dl><dt>Leadpartner</dt><dd>Stadt Passau</dd><dt>Laufzeit</dt><dd>Juli 2023 bis Dezember
            2025</dd><dt>Gesamtkosten</dt><dd>312.480 €</dd></dl></body></html>
            """, "de")
        #expect(Self.leads(of: "Donaulicht 2.0", facts) == ["Stadt Passau"])
        #expect(Self.leads(of: "Almwächter", facts) == ["Stadt Traunstein"])
    }

    @Test func aNumberedLineThatSaysProjectOpensAPart() {
        let facts = Analysis.facts(
            """
            PONTO 2 – COOPERAÇÃO: PROJETO "SOUTO VIVO"

            O projeto tem como chefe de fila o Município de Chaves e um custo de 1.385.250,00 €, pagos pelo Interreg POCTEP.

            PONTO 3 – ERASMUS+: PROJETO "AULA NO LAMEIRO"

            O Instituto Politécnico de Beja coordena o projeto; o financiamento é de 60.000 € até março de 2026.
            """, "pt")
        #expect(Self.leads(of: "AULA NO LAMEIRO", facts) == ["Instituto Politécnico de Beja"])
    }

    @Test func aRoleInRowAfterRowMakesNobodyTheLead() {
        let facts = Analysis.facts(
            """
            <html lang="ro"><body><h1>APACLARA</h1><p>Acronimul proiectului: APACLARA</p>
            <table><tr><th>Instituția</th><th>Țara</th><th>Calitatea</th></tr>
            <tr><td>Universitatea din Oradea</td><td>România</td><td>Beneficiar principal</td></tr>
            <tr><td>Consiliul Județean Bihor</td><td>România</td><td>Beneficiar</td></tr>
            <tr><td>Primăria Debrecen</td><td>Ungaria</td><td>Beneficiar</td></tr></table></body></html>
            """, "ro")
        #expect(facts.partners.filter { $0.hasPrefix("lead") }.count == 1)
        #expect(facts.partners.contains { $0.hasPrefix("lead Universitatea din Oradea") })
    }

    @Test func numbersWithALeadAmongThemAreRoles() {
        let facts = Analysis.facts(
            """
            <html lang="bg"><body><h1>ТИХИ ВОДИ</h1><p>Наименование на проекта: Тихи води</p>
            <table><tr><th>№</th><th>Организация</th><th>Град</th></tr>
            <tr><td>1 (водеща)</td><td>Община Смолян</td><td>Смолян</td></tr>
            <tr><td>2</td><td>Община Видин</td><td>Видин</td></tr>
            <tr><td>3</td><td>Община Русе</td><td>Русе</td></tr></table></body></html>
            """, "bg")
        #expect(
            facts.partners.filter { $0.hasPrefix("lead") }.map { String($0.dropFirst(5).prefix(13)) } == [
                "Община Смолян"
            ])
    }
}
