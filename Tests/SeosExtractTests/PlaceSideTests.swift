import SeosModel
import Testing

/// Parts of places: "South Fermanagh", "Dél-Burgenland".
@Suite struct PlaceSideTests {
    private static func places(_ text: String, _ language: String) -> [String] {
        Analysis.facts(text, language).extraction.mentions.filter { $0.kind == .region }.map(\.quote)
    }

    @Test(arguments: [
        ("en", "We work in South Fermanagh and west Cavan.", ["South Fermanagh", "west Cavan"]),
        ("hu", "A konyhák Dél-Burgenland falvaiban tanulnak.", ["Dél-Burgenland"]),
        ("et", "Kaks raba Põhja-Vidzemes suletakse.", ["Põhja-Vidzemes"]),
        ("pt", "As ações decorrem no Alentejo Central.", ["Alentejo Central"]),
        ("el", "Οι παρεμβάσεις θα γίνουν στη δυτική Λέσβο.", ["δυτική Λέσβο"]),
    ])
    func theWordForAPartBelongsToTheName(language: String, text: String, wanted: [String]) {
        #expect(Self.places(text, language) == wanted)
    }

    @Test(arguments: [
        ("en", "The train goes south to Cavan.", "Cavan"),
        ("de", "Das Büro liegt in Bayern.", "Bayern"),
    ])
    func otherWordsDoNot(language: String, text: String, wanted: String) {
        #expect(Self.places(text, language) == [wanted])
    }

    @Test(arguments: [
        ("sk", "Merať sa bude v Ruskej Vôni a v Humennom.", ["Ruskej Vôni", "Humennom"]),
        ("bg", "Работи се в Българска Поляна.", ["Българска Поляна"]),
        ("sk", "Pracuje sa v Poľsku.", ["Poľsku"]),
    ])
    func theAdjectiveOfACountryMayBeginAVillagesName(language: String, text: String, wanted: [String]) {
        #expect(Self.places(text, language) == wanted)
    }
}
