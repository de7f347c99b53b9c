import SeosModel
import Testing

/// Pages with several projects one below the other, without headings or labels for their names.
@Suite struct ProjectListTests {
    /// "Name: lead X; partner Y" of each project, in the order of the page.
    private static func told(_ facts: Facts) -> [String] {
        facts.extraction.entities.enumerated().filter { $0.element.kind == .project }.map { n, project in
            let claims = facts.extraction.claims.filter { $0.property == .partner && $0.subject == n }
            let leads = Set(claims.filter { $0.role == .lead }.compactMap(\.object))
            let bodies = claims.compactMap { claim in
                claim.role != .lead && claim.object.map(leads.contains) ?? false ? nil : claim
            }.compactMap { claim in
                claim.object.map { (claim.role?.word ?? "") + " " + facts.extraction.entities[$0].name }
            }
            return project.name + ": " + bodies.sorted().joined(separator: "; ")
        }
    }

    @Test(arguments: [
        (
            "de",
            "Unsere Projekte\nStille Auen\nProjektträger: Gemeinde Aalen\nPartner: Stadt Ulm\nLaufzeit: 2021–2023\nGrünes Ried\nProjektträger: Stadt Kehl\nPartner: Ville de Strasbourg (Frankreich)\nLaufzeit: 2022–2025\n",
            [
                "Stille Auen: lead Gemeinde Aalen; partner Stadt Ulm",
                "Grünes Ried: lead Stadt Kehl; partner Ville de Strasbourg",
            ]
        ),
        (
            "pl",
            "Projekty gminy\n1. „Cicha łąka”\nPartner wiodący: Gmina Jasło\nPartnerzy: Mesto Svidník (Słowacja)\n2. Szlak pszczół\nPartner wiodący: Mesto Bardejov\nPartnerzy: Gmina Jasło\n",
            [
                "Cicha łąka: lead Gmina Jasło; partner Mesto Svidník",
                "Szlak pszczół: lead Mesto Bardejov; partner Gmina Jasło",
            ]
        ),
        (
            "sv",
            "<html><body><h1>Projekt 2021–2027</h1><p><strong>Lugna hamnar</strong><br>Projektägare: Region Halland<br>Partner: Frederikshavn Kommune, Danmark</p><p><strong>Blå stigar</strong><br>Projektägare: Lysekils kommun<br>Partner: Fredrikstad kommune, Norge</p></body></html>",
            [
                "Lugna hamnar: lead Region Halland; partner Frederikshavn Kommune",
                "Blå stigar: lead Lysekils kommun; partner Fredrikstad kommune",
            ]
        ),
        (
            "fr",
            "Rives calmes\nChef de file\nVille de Bayonne\nPartenaires\nDiputación de Gipuzkoa (Espagne)\nEaux tièdes\nChef de file\nVille de Pau\nPartenaires\nAyuntamiento de Irun (Espagne)\n",
            [
                "Rives calmes: lead Ville de Bayonne; partner Diputación de Gipuzkoa",
                "Eaux tièdes: lead Ville de Pau; partner Ayuntamiento de Irun",
            ]
        ),
    ])
    func aLineAboveTheSameLabelAgainIsATitle(language: String, text: String, projects: [String]) {
        #expect(Self.told(Analysis.facts(text, language)) == projects)
    }

    @Test(arguments: [
        (
            "pt",
            "Projetos em curso\n\n• MAR CALMO – líder: Câmara Municipal de Chaves; parceiros: Ayuntamiento de Verín (Espanha); orçamento: 300 000 €\n• SERRA LIVRE – líder: Diputación de Ourense; parceiros: Município de Monção; orçamento: 150 000 €\n",
            [
                "MAR CALMO: lead Câmara Municipal de Chaves; partner Ayuntamiento de Verín",
                "SERRA LIVRE: lead Diputación de Ourense; partner Município de Monção",
            ]
        ),
        (
            "es",
            "Proyectos europeos\n\n- Ría tranquila. Líder: Ayuntamiento de Vigo. Socios: Universidade do Minho. Presupuesto: 640.000 €.\n- Monte vivo. Líder: Xunta de Galicia. Socios: Ayuntamiento de Vigo. Presupuesto: 2 millones de euros.\n",
            [
                "Ría tranquila: lead Ayuntamiento de Vigo; partner Universidade do Minho",
                "Monte vivo: lead Xunta de Galicia; partner Ayuntamiento de Vigo",
            ]
        ),
        (
            "sv",
            "<html><body><h1>Våra projekt</h1><p><b>Lugna hamnar</b> leds av Region Halland tillsammans med Frederikshavn Kommune. Budget: 2 miljoner euro.</p><p><b>Blå stigar</b> leds av Lysekils kommun tillsammans med Fredrikstad kommune. Budget: 900 000 euro.</p></body></html>",
            [
                "Lugna hamnar: lead Region Halland; partner Frederikshavn Kommune",
                "Blå stigar: lead Lysekils kommun; partner Fredrikstad kommune",
            ]
        ),
        (
            "de",
            "<html><body><h1>Projekte</h1><h2>Stille Auen</h2><p>Wir pflegen die Vechte. Leadpartner ist die Gemeinde Aalen, Partner ist die Stadt Ulm. Das Vorhaben läuft von 2021 bis 2023.</p><h2>Grünes Ried</h2><p>Hecken verbinden. Leadpartner ist die Stadt Kehl, Partner ist die Stadt Lahr. Das Vorhaben läuft von 2022 bis 2025.</p></body></html>",
            ["Stille Auen: lead Gemeinde Aalen; partner Stadt Ulm", "Grünes Ried: lead Stadt Kehl; partner Stadt Lahr"]
        ),
    ])
    func eachItemThatSaysWhoLeadsIsAProject(language: String, text: String, projects: [String]) {
        #expect(Self.told(Analysis.facts(text, language)) == projects)
    }

    @Test func chaptersAndCardsOfPartnersAreNoProjects() {
        let chapters = Analysis.facts(
            "Mierīgie krasti\n\nPar projektu\nProjekta mērķis ir atjaunot kāpas.\nVadošais partneris: Liepājas pašvaldība\nPartneri: Klaipėdos universitetas (Lietuva)\n\nFinansējums\nKopējās izmaksas: 500 000 EUR\nERAF: 400 000 EUR\n\nLaiks\nSākums: 01.01.2021\nBeigas: 31.12.2022\n",
            "lv")
        #expect(Self.told(chapters) == ["Mierīgie krasti: lead Liepājas pašvaldība; partner Klaipėdos universitetas"])
        let cards = Analysis.facts(
            "Quiet Shore\nLead partner: Cork County Council\nBudget: €450,000\nPartners:\nSligo Museum\nBangor Trust\nDuration: 2021–2023\n",
            "en")
        #expect(Self.told(cards).count == 1)
    }

    @Test(arguments: [
        (
            "hr",
            "Projekt: Tiha Mura\nNositelj: Međimurska županija\nPartner: Občina Lendava (Slovenija)\n\nProjekt: Put meda\nNositelj: Grad Ilok\nPartner: Grad Vukovar\n",
            [
                "Tiha Mura: lead Međimurska županija; partner Občina Lendava",
                "Put meda: lead Grad Ilok; partner Grad Vukovar",
            ]
        ),
        (
            "lt",
            "Projektai\nProjekto pavadinimas: Ramūs krantai\nPareiškėjas: Šilutės rajono savivaldybė\nPartneriai: Klaipėdos universitetas\nProjekto pavadinimas: Medaus takas\nPareiškėjas: Lietuvos bitininkų sąjunga\nPartneriai: Vilniaus universitetas\n",
            [
                "Ramūs krantai: lead Šilutės rajono savivaldybė; partner Klaipėdos universitetas",
                "Medaus takas: lead Lietuvos bitininkų sąjunga; partner Vilniaus universitetas",
            ]
        ),
    ])
    func theSameLabelForANameBeginsTheNext(language: String, text: String, projects: [String]) {
        #expect(Self.told(Analysis.facts(text, language)) == projects)
    }

    @Test func whatStandsBeforeTheOnlyNameOfASentenceIsToldOfThatProject() {
        let facts = Analysis.facts(
            "Het project ‘Stille dijken’ wordt getrokken door Waterschap Scheldestromen. Partners zijn de Provincie Zeeland en de gemeente Hulst. Eerder leidde de gemeente Sluis het project ‘Zoute teelt’, samen met de Universiteit Gent.",
            "nl")
        #expect(
            Self.told(facts) == [
                "Stille dijken: lead Waterschap Scheldestromen; partner Provincie Zeeland; partner gemeente Hulst",
                "Zoute teelt: lead gemeente Sluis; partner Universiteit Gent",
            ])
    }

    @Test(arguments: [
        (
            "en",
            "The council takes part in two projects: \"Two Shores\", led by Cork County Council, and \"Quiet Bays\", coordinated by Aberystwyth University.",
            ["Two Shores: lead Cork County Council", "Quiet Bays: lead Aberystwyth University"]
        ),
        (
            "cs",
            "Město Tábor vede projekt „Tichá Lužnice“ a je partnerem projektu „Cesta medu“, který vede Stadt Freistadt.",
            ["Tichá Lužnice: lead Město Tábor", "Cesta medu: lead Stadt Freistadt; partner Město Tábor"]
        ),
        (
            "nl",
            "Gemeente Hulst is leadpartner van ‘Stille dijken’ en partner in ‘Zoute teelt’, getrokken door Universiteit Gent.",
            ["Stille dijken: lead Gemeente Hulst", "Zoute teelt: lead Universiteit Gent; partner Gemeente Hulst"]
        ),
    ])
    func oneSentenceOnTwo(language: String, text: String, projects: [String]) {
        #expect(Self.told(Analysis.facts(text, language)) == projects)
    }

    @Test func aProgrammeInFrontOfAQuotationIsNoPartOfTheName() {
        let facts = Analysis.facts(
            "<html><body><h1>Základní škola Trutnov</h1><p>Letos jsme se zapojili do projektu Erasmus+ „Řemesla našich babiček“. Koordinátorem je Gymnázium Opava, dalším partnerem je naše škola.</p></body></html>",
            "cs")
        #expect(Self.told(facts) == ["Řemesla našich babiček: lead Gymnázium Opava; partner Základní škola Trutnov"])
    }
}
