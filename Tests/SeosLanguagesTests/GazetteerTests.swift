import SeosLanguages
import SeosText
import Testing

@Suite struct GazetteerTests {
    private func codes(_ name: String, _ tag: String) -> [String] {
        Languages.embedded.gazetteer.places(named: name, language: Languages.embedded.language(tag)).map(\.code)
    }

    private static let countries = [
        "EE", "LV", "PL", "DE", "SI", "HR", "FR", "IT", "SE", "FI", "NO", "UA", "HU", "CZ", "SK", "GR", "IE", "MT",
        "IS", "ES", "PT",
    ]

    @Test(arguments: Languages.supported)
    func countriesAreTheirCodesInEveryLanguage(tag: String) {
        var wrong: [String] = []
        let rows = LocaleTable.territories(in: tag).filter { Self.countries.contains(String($0.key)) }
        #expect(rows.count == Self.countries.count)
        for row in rows {
            let (code, form) = (String(row.key), String(row.form))
            let found = codes(form, tag)
            if found.first != code { wrong.append("\(form): \(found.prefix(3)), not \(code)") }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("et", "Eestist", "EE"), ("et", "Poolast", "PL"), ("et", "Lätist", "LV"), ("et", "Saksamaalt", "DE"),
        ("et", "Soomes", "FI"),
        ("et", "Rootsis", "SE"), ("pl", "Polsce", "PL"), ("pl", "Niemczech", "DE"), ("pl", "Litwie", "LT"),
        ("pl", "Estonii", "EE"),
        ("sl", "Sloveniji", "SI"), ("sl", "Avstriji", "AT"), ("sl", "Italije", "IT"), ("de", "Deutschlands", "DE"),
        ("fi", "Virossa", "EE"),
        ("lv", "Igaunijā", "EE"), ("lt", "Latvijoje", "LV"), ("cs", "Polsku", "PL"), ("sk", "Slovensku", "SK"),
        ("hu", "Magyarországon", "HU"),
        ("hr", "Hrvatskoj", "HR"), ("uk", "Україні", "UA"), ("uk", "Польщі", "PL"),
    ])
    func inflectedCountriesAreTheirCodes(tag: String, form: String, code: String) {
        #expect(codes(form, tag).first == code)
    }

    @Test(arguments: [
        ("et", "Tallinnas", "EE"), ("et", "Tartust", "EE"), ("pl", "Gdańsku", "PL"), ("pl", "Warszawie", "PL"),
        ("sl", "Ljubljani", "SI"), ("lv", "Rīgā", "LV"), ("fi", "Helsingissä", "FI"),
    ])
    func inflectedCitiesAreFoundInTheirCountry(tag: String, form: String, country: String) {
        let places = Languages.embedded.gazetteer.places(named: form, language: Languages.embedded.language(tag))
        #expect(places.first?.country == country)
    }

    @Test(arguments: [
        ("sl", "Podravska", "SI032"), ("et", "Harju maakond", "EE-37"), ("es", "Navarra", "ES22"),
        ("pl", "województwo pomorskie", "PL63"),
    ])
    func regionsAreFound(tag: String, name: String, code: String) {
        // NUTS codes carry their scheme in front.
        #expect(codes(name, tag).contains { $0 == code || $0.hasSuffix(":" + code) }, "\(codes(name, tag))")
    }

    @Test(arguments: [
        ("et", "projekt"), ("pl", "oraz"), ("de", "und"), ("en", "the"), ("sl", "partner"), ("en", "Xyzzyland"),
    ])
    func otherWordsAreNoPlaces(tag: String, word: String) { #expect(codes(word, tag) == []) }

    @Test func caseCannotMakeAPlaceOfAForeignEnding() {
        #expect(codes("Eestist", "de") == [])
    }

    @Test func eachPlaceStandsInACountryThatIsThere() {
        let gazetteer = Languages.embedded.gazetteer
        for code in Self.countries {
            let place = gazetteer.place(code: code)
            #expect(place?.level == 0 && place?.country == code)
        }
        #expect(gazetteer.places.allSatisfy { (-1...4).contains($0.level) })
        #expect(gazetteer.place(code: "x-alps")?.level == -1)
        #expect(gazetteer.place(code: "nowhere") == nil)
    }

    @Test func namesAreGivenInTheLanguageAskedFor() {
        let gazetteer = Languages.embedded.gazetteer
        #expect(gazetteer.name(of: "DE", in: "et") == "Saksamaa")
        #expect(gazetteer.name(of: "DE", in: "pl") == "Niemcy")
        #expect(gazetteer.name(of: "DE", in: "xx") == "Germany")
        #expect(gazetteer.name(of: "nowhere", in: "et") == nil)
    }

    @Test func theLongestNameWins() {
        let language = Languages.embedded.language("en")
        let tokens = TokenBuffer(text: Array("in United Kingdom and Ireland.".utf8))
        let hit = Languages.embedded.gazetteer.hits(at: 1, in: tokens, limit: tokens.count, language: language)
        #expect(hit.map { tokens.string(tokens.span($0.tokens)) } == "United Kingdom")
        #expect(hit?.isBaseForm == true)
    }

    @Test func lettersOfNumberPlatesAreCountries() {
        let gazetteer = Languages.embedded.gazetteer
        #expect(gazetteer.country(letters: "SLO") == "SI")
        #expect(gazetteer.country(letters: "EST") == "EE")
        #expect(gazetteer.country(letters: "UK") == "GB")
        // Only capitals as they stand: words and ISO codes are no such letters.
        #expect(gazetteer.country(letters: "slo") == nil)
        #expect(gazetteer.country(letters: "DE") == nil)
        #expect(gazetteer.country(letters: "") == nil)
    }
}
