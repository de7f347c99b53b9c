import SeosExtract
import SeosModel
import SeosTestSupport
import Testing

/// Organizations and places as news names them, where no project makes a body of a noun and a town.
@Suite struct NewsNameTests {
    private func names(_ text: String, _ language: String, _ kind: Mention.Kind) -> [String] {
        var annotator = Annotator(resources: .embedded)
        return annotator.annotate(Array(text.utf8), language: language, kinds: [.organization, .region]).found
            .filter { $0.kind == kind }.map(\.quote)
    }

    /// A capital at the beginning of a sentence is enough for a town that people elsewhere know.
    @Test(arguments: [
        ("pl", "Warszawa straciła sojusznika.", "Warszawa"), ("hr", "Rijeka je dobila novu bolnicu.", "Rijeka"),
        ("fi", "Moskova vastasi pakotteilla.", "Moskova"), ("hu", "Moszkva szankciókkal válaszolt.", "Moszkva"),
        ("uk", "Харків знову без світла.", "Харків"), ("de", "Moskau reagierte mit Sanktionen.", "Moskau"),
        ("bg", "Кабул остана без ток.", "Кабул"),
    ])
    func townsKnownAbroadOpenSentences(language: String, text: String, wanted: String) {
        #expect(names(text, language, .region) == [wanted])
    }

    /// The same capital is no evidence for a small town, nor for the adjective of a country.
    @Test(arguments: [
        ("fi", "Tällä kertaa satoi."), ("cs", "Ruský koncern mlčí."), ("cs", "Německá odborová rada mlčí."),
        ("pl", "Piła leży w szopie."), ("sk", "Ruské vojská sa stiahli."),
    ])
    func otherWordsThatOpenSentencesAreNoPlaces(language: String, text: String) {
        #expect(names(text, language, .region).isEmpty)
    }

    /// States, regions and cities far away, in the cases of the language.
    @Test(arguments: [
        ("cs", "Volby v Pensylvánii skončily.", "Pensylvánii"), ("sl", "Požari v Kaliforniji divjajo.", "Kaliforniji"),
        ("uk", "Пожежі в Каліфорнії тривають.", "Каліфорнії"), ("pl", "Wybory w Pensylwanii trwają.", "Pensylwanii"),
        ("lt", "Gaisrai Kalifornijoje tęsiasi.", "Kalifornijoje"), ("hr", "Sukobi u Čečeniji traju.", "Čečeniji"),
        ("de", "Die Wahl in Kalifornien ist vorbei.", "Kalifornien"),
        ("sv", "Valet i Kalifornien är över.", "Kalifornien"),
    ])
    func placesOfTheWorld(language: String, text: String, wanted: String) {
        #expect(names(text, language, .region) == [wanted])
    }

    /// A body that is known by its name needs no noun in front, whatever its case.
    @Test(arguments: [
        ("cs", "Řekla to agentuře Reuters včera.", ["Reuters"]), ("pl", "Podała to telewizja BBC w nocy.", ["BBC"]),
        ("cs", "Dávky od Pfizeru a BioNTechu dorazily.", ["Pfizeru", "BioNTechu"]),
        ("pl", "Kontrakt z Gazpromem wygasa.", ["Gazpromem"]), ("lv", "Reisu atcēla airBaltic vakar.", ["airBaltic"]),
        ("sl", "To je včeraj sporočil Nato.", ["Nato"]), ("en", "The pact was praised by NATO.", ["NATO"]),
        ("de", "Das meldet heute Die Zeit.", ["Die Zeit"]),
    ])
    func knownBodies(language: String, text: String, wanted: [String]) {
        #expect(names(text, language, .organization) == wanted)
    }

    /// What is known by its name in capitals only is not meant by ordinary words, nor a noun and a town a body.
    @Test(arguments: [
        ("de", "Die Zeit drängt sehr."), ("es", "El mundo cambia deprisa."), ("nb", "Uit på tur i dag."),
        ("cs", "Případ řeší soud v Haarlemu."), ("pl", "Kupiła to firma z Dublina."),
        ("sk", "Ležia v nemocnici v Prešove."),
    ])
    func wordsThatAreNoBodies(language: String, text: String) {
        #expect(names(text, language, .organization).isEmpty)
    }
}
