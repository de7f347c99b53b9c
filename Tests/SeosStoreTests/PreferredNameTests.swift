import SeosStore
import Testing

/// The name that a reader of a language sees.
@Suite struct PreferredNameTests {
    private let names = [
        LocalizedName(name: "TLÜ", language: "et"), LocalizedName(name: "Tallinna Ülikool", language: "et"),
        LocalizedName(name: "Tallinna Ülikooli", language: "et"),
        LocalizedName(name: "Tallinn University", language: "en"),
        LocalizedName(name: "Universität Tallinn", language: "de"),
    ]

    @Test(arguments: [
        ("et", "Tallinna Ülikool"), ("de", "Universität Tallinn"), ("de-AT", "Universität Tallinn"),
        ("en", "Tallinn University"), ("fi", "Tallinn University"), ("", "Tallinn University"),
    ])
    func theReadersLanguageThenEnglish(language: String, expected: String) {
        #expect(LocalizedName.preferred(names, language: language, otherwise: "Tallinn University") == expected)
    }

    @Test func theMostUsedNameStaysWhereItIsOfTheLanguage() {
        #expect(LocalizedName.preferred(names, language: "et", otherwise: "TLÜ") == "TLÜ")
    }

    @Test func withoutEitherTheMostUsedName() {
        let own = [LocalizedName(name: "Uniwersytet w Tallinnie", language: "pl")]
        #expect(
            LocalizedName.preferred(own, language: "fi", otherwise: "Uniwersytet w Tallinnie")
                == "Uniwersytet w Tallinnie")
        #expect(LocalizedName.preferred([], language: "fi", otherwise: "X") == "X")
    }

    @Test func bokmalAndNynorskAreOne() {
        let own = [LocalizedName(name: "Høgskulen på Vestlandet", language: "nn")]
        #expect(LocalizedName.preferred(own, language: "nb", otherwise: "HVL") == "Høgskulen på Vestlandet")
    }
}
