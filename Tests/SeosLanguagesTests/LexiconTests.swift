import SeosLanguages
import SeosText
import Testing

/// How forms of a pack match, tried on a pack of the test's own.
@Suite struct LexiconTests {
    private func matches(_ form: String, in text: String) -> [String] {
        let pack = Array("other\t\(form)\t-\n".utf8)
        let language = Languages(files: DataFiles(overrides: ["Packs/et/labels.tsv": pack])).language("et")
        let tokens = TokenBuffer(text: Array(text.utf8))
        var cache = LexiconCache()
        return language.lexicon.matches(in: tokens, tokens.indices, cache: &cache)
            .filter { language.lexicon[$0].meaning == .otherLabel && language.lexicon[$0].form == form }
            .map { tokens.string(tokens.span($0.start..<$0.end)) }
    }

    @Test(arguments: [
        ("eesmärk", "Projekti EESMÄRK on", ["EESMÄRK"]),
        ("projekt*", "projektide ja Projekti", ["projektide", "Projekti"]), ("projekt*", "projekt", ["projekt"]),
        ("*keskus", "Arenduskeskus", ["Arenduskeskus"]), ("*keskus", "keskus", ["keskus"]),
        ("*keskus*", "Arenduskeskuse", ["Arenduskeskuse"]),
        ("oodatavad tulemused", "oodatavad  tulemused", ["oodatavad tulemused"]),
        ("ooda* tulem*", "Oodatud tulemusi", ["Oodatud tulemusi"]),
        ("tys.", "5 tys. zł", ["tys."]), ("tys.", "5 tys zł", ["tys"]), ("sp. z o.o.", "X sp. z o.o.", ["sp. z o.o."]),
        ("sp. z o.o.", "X sp z oo", []),
        ("sp. z o.o.", "X sp. z o.o Y", ["sp. z o.o"]), ("lead (main) partner", "lead partner", ["lead partner"]),
        ("lead (main) partner", "lead main partner", ["lead main partner"]), ("õpi-", "ÕPI-", ["ÕPI-"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("eesmärk", "ees\u{AD}märk", ["ees\u{AD}märk"]),
    ])
    func formsMatchAsThePackSays(form: String, text: String, expected: [String]) {
        let found = matches(form, in: text).map { $0.replacing("  ", with: " ") }
        // With and without the last full stop both stand; the longer is meant.
        #expect(expected.allSatisfy(found.contains) && (expected.isEmpty == found.isEmpty), "\(found)")
    }

    @Test(arguments: [
        ("eesmärk", "eesmärgid"), ("eesmärk", "alleesmärk"), ("projekt*", "alaprojekt"), ("*keskus", "keskused"),
        ("*keskus*", "kesk"),
        ("oodatavad tulemused", "oodatavad head tulemused"), ("lead (main) partner", "lead other partner"),
        ("tys.", "tysiąc"),
    ])
    func formsDoNotMatchOtherWords(form: String, text: String) { #expect(matches(form, in: text) == []) }

    @Test func longerMatchesComeFirst() {
        let pack = Array("other\tkogu\t-\nother\tkogu maksumus\t-\nother\tkogu maksumus kokku\t-\n".utf8)
        let language = Languages(files: DataFiles(overrides: ["Packs/et/labels.tsv": pack])).language("et")
        let tokens = TokenBuffer(text: Array("kogu maksumus kokku".utf8))
        var cache = LexiconCache()
        let found = language.lexicon.matches(in: tokens, tokens.indices, cache: &cache).filter {
            language.lexicon[$0].meaning == .otherLabel && $0.start == 0
        }
        #expect(found.map(\.length) == [3, 2, 1])
    }

    @Test func aRangeIsNeverLeft() {
        let language = Languages.embedded.language("en")
        let tokens = TokenBuffer(text: Array("the lead partner is the lead partner".utf8))
        var cache = LexiconCache()
        for low in tokens.indices {
            for high in low...tokens.count {
                for match in language.lexicon.matches(in: tokens, low..<high, cache: &cache) {
                    #expect(match.start >= low && match.end <= high && match.start < match.end)
                }
            }
        }
    }

    @Test func englishLabelsAreKnownOnPagesInEveryLanguage() {
        let language = Languages.embedded.language("sl")
        let tokens = TokenBuffer(text: Array("Lead partner: Posoški razvojni center".utf8))
        var cache = LexiconCache()
        let meanings = language.lexicon.matches(in: tokens, tokens.indices, cache: &cache).map {
            language.lexicon[$0].meaning
        }
        #expect(meanings.contains(.partnerLead))
    }

    @Test func englishMonthsAreNot() {
        let language = Languages.embedded.language("et")
        let tokens = TokenBuffer(text: Array("may march".utf8))
        var cache = LexiconCache()
        let found = language.lexicon.matches(in: tokens, tokens.indices, cache: &cache)
        #expect(!found.contains { language.lexicon[$0].meaning == .month && language.lexicon[$0].language == "en" })
    }
}
