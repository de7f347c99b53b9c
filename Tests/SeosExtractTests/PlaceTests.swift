import SeosExtract
import SeosModel
import Testing

/// Places that no list knows, and which places a project acts in.
@Suite struct PlaceTests {
    private static func places(_ text: String, _ language: String) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.region]).found.map(\.quote)
    }

    /// What the claims of regions quote.
    private static func regions(_ facts: Facts) -> [String] {
        facts.extraction.claims.filter { $0.property == .region }
            .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } }
    }

    @Test(
        arguments: [
            ("pl", "Wieża stanęła w Orchówku, a szkoła we wsi Świtaź.", ["Orchówku", "Świtaź"]),
            (
                "pt", "Foram recuperados fornos em Penha Garcia, Sortelhinha e Soajo.",
                ["Penha Garcia", "Sortelhinha", "Soajo"]
            ),
            ("es", "El agua vuelve a la laguna de Orbetello.", ["laguna de Orbetello"]),
            ("da", "Vi dyrker tang i Nissum Bredning og ud for Oddesund.", ["Nissum Bredning", "Oddesund"]),
            ("fi", "Syksyllä Hetassa avataan kota.", ["Hetassa"]),
            ("lt", "Kiemas įrengtas Žagarvėje.", ["Žagarvėje"]),
            ("et", "Töö käib Matsalu lahe kaldal.", ["Matsalu lahe"]),
            ("bg", "Залата е в село Айдемировка.", ["Айдемировка"]),
            ("el", "Το μονοπάτι περνά από το δάσος της Φρακτού.", ["δάσος της Φρακτού"]),
            ("ga", "Tá ionad óige i mBun Cranncha.", ["mBun Cranncha"]),
            ("mt", "Il-ħitan f’Ħaż-Żebbuġ ssewwew.", ["Ħaż-Żebbuġ"]),
            ("is", "Höfnin á Hjallaeyri er gömul.", ["Hjallaeyri"]),
            ("de", "Die Wiesen am Bourtanger Moor sind nass.", ["Bourtanger Moor"]),
            ("sk", "Pracuje sa aj v Dolnolúčkom okrese.", ["Dolnolúčkom okrese"]),
            ("pl", "Prace trwają w powiecie hajnowskim.", ["powiecie hajnowskim"]),
            ("cs", "Tůně vzniknou v Týně nad Vltavou.", ["Týně nad Vltavou"]),
            ("de", "Leibnitz, am 5. Juni 2024", ["Leibnitz"]),
            ("sv", "Båten går till Gotland och Fårön.", ["Gotland", "Fårön"]),
            ("es", "Además de Vallemansa, donde el cabildo mide, se ha elegido Cumbreviva.", ["Vallemansa"]),
            ("uk", "Сироварні облаштують на Ріпинщині, де спілка має луки.", ["Ріпинщині"]),
            ("pl", "Prace obejmą Bagno Sówki i Wilczą Łąkę.", ["Bagno Sówki"]),
            ("nb", "Prosjektet prøver dem på Frøya og i Galway-bukta.", ["Galway-bukta"]),
            ("lv", "Aļģes aug Pērnavas līcī, Gotlandē un Turku arhipelāgā.", ["Pērnavas līcī", "Turku arhipelāgā"]),
            ("hr", "Staza ide kroz Osječko-baranjsku županiju.", ["Osječko-baranjsku županiju"]),
            ("is", "Fólk lærir í Podkarpackie-héraði.", ["Podkarpackie-héraði"]),
            ("cs", "Ostrovy vzniknou u Brodova nad Dyjí.", ["Brodova nad Dyjí"]),
        ] as [(String, String, [String])])
    func wordsAroundACapitalMakeItAPlace(language: String, text: String, wanted: [String]) {
        let found = Self.places(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(arguments: [
        ("pl", "Pracujemy w Marcu i w Projekcie."), ("en", "It was shown in March and in PDF."),
        ("de", "Er kam in Form von Geld und in Zusammenarbeit mit allen."), ("de", "Der Zug fährt, im Namen aller."),
        ("sv", "Bara positiva. Var läser du?"), ("fi", "Hankkeessa on mukana koulu."),
        ("es", "La capacitación es en Línea 2."),
        ("cs", "V Projektu i v UNESCO."), ("da", "Fjorden er dyb, og havet er koldt."),
        ("lv", "Var teikt, ka ir labi."),
    ])
    func otherWordsStayWords(language: String, text: String) {
        #expect(Self.places(text, language) == [])
    }

    @Test(
        arguments: [
            (
                "pl",
                "Projekt: ŁĄKA\nPartner wiodący: Gmina Sejny\nZa te pieniądze powstała w zeszłym roku wieża w Orchówku.",
                ["Orchówku"]
            ),
            (
                "en",
                "Project: REEDBED\nLead partner: Tartu University\nNew paths were built in Donegal and in Clonkeen.",
                ["Donegal", "Clonkeen"]
            ),
            (
                "hr", "Projekt: KUPA\nVodeći partner: Grad Ozalj\nSlapovi su obnovljeni na području Žakanja i Ribnika.",
                ["Žakanja", "Ribnika"]
            ),
        ] as [(String, String, [String])])
    func whatIsDoneSomewhereIsDoneInARegion(language: String, text: String, wanted: [String]) {
        let facts = Analysis.facts(text, language)
        #expect(Self.regions(facts) == wanted)
        #expect(facts.rules(.region).allSatisfy { $0 == "region.located" })
    }

    @Test(arguments: [
        "The partners met at a conference in Donegal.", "The stones came from Stonework Ltd. in Donegal.",
        "The visit was on 4 May 2024 in Donegal.", "Write to info@reed.example in Donegal.",
        "Among the partners is the University in Donegal.", "They came from Donegal.",
    ])
    func eventsSeatsAndContractsAreNoPlacesOfWork(sentence: String) {
        let facts = Analysis.facts("Project: REEDBED\nLead partner: Tartu University\n\(sentence)", "en")
        #expect(facts.names(.region) == [])
    }

    @Test(
        arguments: [
            (
                "en",
                "Kelp is dried in Connemara, where the council has two sheds, along the coast of West Jutland, and in Tromsø.",
                ["Connemara", "Tromsø"]
            ),
            (
                "pt",
                "São três as zonas: a Ria de Aveiro, onde a câmara plantou dois hectares, a Ria Formosa e a lagoa de Veneza.",
                ["Ria de Aveiro", "Ria Formosa", "lagoa de Veneza"]
            ),
            (
                "uk",
                "Луки відновлюють у Карпатах та на Рахівщині, де спілка має дві полонини, а також у повіті Марамуреш.",
                ["Рахівщині", "повіті Марамуреш"]
            ),
        ] as [(String, String, [String])])
    func aRowGoesOnBehindAClauseOnAPlace(language: String, sentence: String, wanted: [String]) {
        let facts = Analysis.facts("Project: SALTNET\nLead partner: Tartu University\n\(sentence)", language)
        let found = Self.regions(facts)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test func behindARowAPlaceThatStandsAloneIsAnotherMatters() {
        let page = { (first: String, second: String) in
            Self.regions(
                Analysis.facts(
                    "<html lang=\"sl\"><body><h1>SOLNINA</h1><p>Projekt SOLNINA plača Interreg.</p><p>\(first)</p>"
                        + "<p>\(second)</p></body></html>", "sl"))
        }
        let row = "Dela potekajo v Kopru, v Piranu in v Gorici."
        let alone = "Obnovili so tudi stari most v Ljubljani."
        #expect(!page(row, alone).contains("Ljubljani"), "\(page(row, alone))")
        #expect(page(row, alone).contains("Kopru"))
        // Before the row nothing is known yet of where the project acts.
        #expect(page(alone, row).contains("Ljubljani"), "\(page(alone, row))")
    }

    @Test func aDistrictBehindAPrepositionIsAPlaceAndNoBody() {
        #expect(Self.places("Мрежата стига до долината в Зайчарски окръг.", "bg") == ["Зайчарски окръг"])
    }

    @Test func aRegionUnderItsLabelLeavesProseAside() {
        let facts = Analysis.facts(
            "Project: REEDBED\nLead partner: Tartu University\nProject area: Donegal\nNew paths were built in Leitrim.",
            "en")
        #expect(facts.names(.region) == ["Donegal"])
    }

    @Test func aProjectIsNoPlace() {
        let facts = Analysis.facts(
            "Projekt Wiergordel\nProjectnaam: Wiergordel\nLeadpartner: Gemeente Goes\nIn Wiergordel werken wij samen.",
            "nl")
        #expect(!facts.extraction.entities.contains { $0.kind == .region && $0.name == "Wiergordel" })
    }

    /// "Where" beside "When" with a day tells of a meeting.
    @Test(
        arguments: [
            ("en", "When: Friday 12 June 2026, 9:30", "Where: Assembly Hall, Galway", "Galway"),
            ("es", "Cuándo: viernes 12 de junio de 2026", "Dónde: Palacio de Congresos de Teruel", "Teruel"),
            ("it", "Data: 12 febbraio 2025", "Luogo: Sala Grande, Belluno", "Belluno"),
        ])
    func thePlaceOfAMeetingIsNoRegion(tag: String, day: String, place: String, town: String) {
        let facts = Analysis.facts("Project: QUIETRIVER\n\n\(day)\n\(place)\n", tag)
        #expect(!Self.regions(facts).contains { $0.contains(town) })
    }

    @Test func thePlaceOfAProjectWithAPeriodIsARegion() {
        let facts = Analysis.facts(
            "Project: QUIETRIVER\nPeriod: 01.01.2024 – 31.12.2026\nPlace of implementation: County Galway\n", "en")
        #expect(!Self.regions(facts).isEmpty)
    }

    /// What Irish puts before a name is no part of it.
    @Test func irishNamesStandWithoutTheirMutation() {
        let facts = Analysis.facts("Tá ionad óige i mBun Cranncha.", "ga")
        #expect(facts.extraction.entities.contains { $0.kind == .region && $0.name == "Bun Cranncha" })
    }
}
