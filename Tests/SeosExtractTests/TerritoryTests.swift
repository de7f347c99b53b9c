import SeosExtract
import SeosModel
import Testing

/// Counties, shores and rows of places as where a project acts, and what is no place at all.
@Suite struct TerritoryTests {
    private static let openings = [
        "bg": "Име на проекта: Нишка", "cs": "Název projektu: Nitka", "de": "Projekttitel: Lichtwege",
        "en": "Project title: Riverways", "et": "Projekti nimi: Leivarada", "lt": "Projekto pavadinimas: Siūlas",
        "lv": "Projekta nosaukums: Maizīte", "nl": "Projecttitel: Broodweg", "pl": "Tytuł projektu: Światełko",
        "sk": "Názov projektu: Nitka", "sl": "Naziv projekta: Nitka", "sv": "Projektets namn: Brödvägen",
        "uk": "Назва проєкту: Нитка",
    ]

    private static func facts(_ sentence: String, _ language: String) -> Facts {
        Analysis.facts((openings[language] ?? "") + "\n" + sentence + "\n", language)
    }

    private static func quotes(of property: Claim.Property, _ facts: Facts) -> Set<String> {
        Set(
            facts.extraction.claims.filter { $0.property == property }
                .compactMap { $0.mention.map { facts.extraction.mentions[$0].quote } })
    }

    @Test(
        arguments: [
            ("bg", "Дейностите обхванаха област Видин и община Лом.", ["област Видин", "община Лом"]),
            (
                "uk", "Проєкт охоплює Львівський район, Томашувський повіт і Закарпатську область.",
                ["Львівський район", "Томашувський повіт", "Закарпатську область"]
            ),
            (
                "en", "Work was carried out in County Cavan, County Leitrim and Fermanagh.",
                ["County Cavan", "County Leitrim", "Fermanagh"]
            ),
            ("bg", "Дейностите обхващат окръг Тулча и област Силистра.", ["окръг Тулча", "област Силистра"]),
            ("cs", "Práce probíhají v okrese Cham a okrese Regen.", ["okrese Cham", "okrese Regen"]),
            ("lv", "Darbi norit Rokišķu rajonā un Bauskas novadā.", ["Rokišķu rajonā", "Bauskas novadā"]),
        ] as [(String, String, [String])])
    func territoriesBehindWordsForTheWorkAreRegions(language: String, sentence: String, wanted: [String]) {
        let facts = Self.facts(sentence, language)
        #expect(Self.quotes(of: .region, facts) == Set(wanted))
        #expect(Self.quotes(of: .partner, facts).isEmpty)
    }

    @Test(arguments: [
        ("nl", "De proefvakken komen langs de kust van West-Vlaanderen te liggen.", "West-Vlaanderen"),
        ("sl", "Pilotno območje je okolica Višnje Gore, kjer se bo merilo.", "Višnje Gore"),
        ("en", "The boats will be tested off the banks of the Shannon.", "Shannon"),
    ])
    func shoresAndSurroundingsAreNoPartOfAName(language: String, sentence: String, wanted: String) {
        #expect(Self.quotes(of: .region, Self.facts(sentence, language)).contains(wanted))
    }

    @Test(arguments: [
        ("sl", "Pilotna območja so Ogulinsko polje in Bukovo gorje na Madžarskem.", "Bukovo gorje"),
        ("sv", "Leden går genom Jokkmokk och i Saltens inland på den norska sidan.", "Saltens inland"),
        ("nl", "In de Zak van Zuid-Beveland proberen boeren gewassen uit.", "Zak van Zuid-Beveland"),
        ("sk", "Práce sa sústredili na nivu rieky Rimava.", "nivu rieky Rimava"),
    ])
    func nounsForAreasArePartOfAName(language: String, sentence: String, wanted: String) {
        #expect(Self.quotes(of: .region, Self.facts(sentence, language)).contains(wanted))
    }

    @Test(arguments: [
        ("de", "Der Wald ist krank. Das Moor ist alt. Unser Tal ist schön. Dieser See ist tief."),
        ("en", "This Lake is deep. Our valley is old. Every river counts."),
        ("sv", "Denna sjö är djup. Varje fjord undersöks. Hela skärgården städas."),
        ("et", "See järv on sügav. Meie laht on vana."),
        ("lv", "Šis ezers ir dziļš. Mūsu ieleja ir skaista."),
    ])
    func wordsThatOpenASentenceAreNoPlaces(language: String, sentence: String) {
        #expect(Self.facts(sentence, language).extraction.entities.allSatisfy { $0.kind != .region })
    }

    @Test(
        arguments: [
            ("et", "Laagrid toimuvad Taevaskojas ja Viljandis.", ["Taevaskojas", "Viljandis"]),
            ("lt", "Dvi vaikų stovyklos vyks Veisiejuose ir Alytuje.", ["Veisiejuose", "Alytuje"]),
        ] as [(String, String, [String])])
    func aRowOfPlacesBesideAnEventIsWhereTheWorkIsDone(language: String, sentence: String, wanted: [String]) {
        #expect(Self.quotes(of: .region, Self.facts(sentence, language)) == Set(wanted))
    }

    @Test func oneTownBesideAnEventIsWherePeopleMeet() {
        let facts = Self.facts("The closing conference took place in Galway.", "en")
        #expect(Self.quotes(of: .region, facts).isEmpty)
    }

    @Test(
        arguments: [
            ("en", "Stories will be collected between Magilligan and Malin Head.", ["Magilligan", "Malin Head"]),
            (
                "pl", "Korzysta z nich 85 dzieci z Maniów, Huby i Nowego Targu.", ["Maniów", "Huby", "Nowego Targu"]
            ),
        ] as [(String, String, [String])])
    func aRowMayBeginWithAnUnknownPlace(language: String, sentence: String, wanted: [String]) {
        #expect(Self.quotes(of: .region, Self.facts(sentence, language)).isSuperset(of: wanted))
    }

    @Test(arguments: ["Africa", "the Danube", "Scandinavia"])
    func whatIsTooWideIsNoPlaceOfWork(place: String) {
        let facts = Self.facts("Work was carried out in \(place).", "en")
        #expect(Self.quotes(of: .region, facts).isEmpty)
    }
}
