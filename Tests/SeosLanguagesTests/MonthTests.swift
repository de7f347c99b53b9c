import SeosLanguages
import SeosText
import Testing

@Suite struct MonthTests {
    private func months(_ text: String, _ tag: String) -> Set<String> {
        let language = Languages.embedded.language(tag)
        let tokens = TokenBuffer(text: Array(text.utf8))
        var cache = LexiconCache()
        let found = language.lexicon.matches(in: tokens, tokens.indices, cache: &cache).filter {
            language.lexicon[$0].meaning == .month
        }
        let longest = found.map(\.length).max()
        return Set(found.filter { $0.length == longest }.map { language.lexicon[$0].key })
    }

    @Test(arguments: Languages.supported)
    func everyMonthNameOfCLDRIsItsMonthAndNoOther(tag: String) {
        let forms = LocaleTable(language: tag).forms(.month)
        #expect(Set(forms.map(\.key)) == Set((1...12).map(String.init)))
        for (key, form) in forms { #expect(months(form, tag) == [key], "\(tag) \(form)") }
    }

    /// Cases that CLDR lacks.
    @Test(arguments: [
        ("et", "jaanuarist", "1"), ("et", "septembrini", "9"), ("et", "detsembris", "12"), ("pl", "maju", "5"),
        ("pl", "października", "10"),
        ("pl", "wrześniu", "9"), ("lv", "februārim", "2"), ("lv", "augustā", "8"), ("lt", "lapkričio", "11"),
        ("sl", "januarja", "1"),
        ("sl", "oktobru", "10"), ("fi", "huhtikuussa", "4"), ("fi", "kesäkuusta", "6"), ("hu", "májusától", "5"),
        ("hu", "decemberéig", "12"),
        ("cs", "července", "7"), ("cs", "června", "6"), ("sk", "októbri", "10"), ("hr", "svibnja", "5"),
        ("hr", "listopada", "10"),
        ("uk", "листопада", "11"), ("bg", "октомври", "10"), ("el", "Μαΐου", "5"), ("de", "Jänner", "1"),
        ("is", "október", "10"),
        ("ga", "Bhealtaine", "5"), ("nn", "februar", "2"),
    ])
    func inflectedMonthsAreMonths(tag: String, form: String, month: String) { #expect(months(form, tag) == [month]) }

    @Test(arguments: [
        ("cs", "červen", "6"), ("cs", "červenec", "7"), ("pl", "listopad", "11"), ("hr", "listopad", "10"),
        ("lt", "rugpjūtis", "8"), ("lt", "rugsėjis", "9"),
    ])
    func monthsThatLookAlikeAreKeptApart(tag: String, form: String, month: String) {
        #expect(months(form, tag) == [month])
    }

    @Test(arguments: [
        ("et", "projekt"), ("pl", "program"), ("de", "Märkte"), ("en", "marketing"), ("sl", "majhen"), ("fi", "kesko"),
        ("fr", "marché"), ("sv", "majoritet"),
    ])
    func otherWordsAreNoMonths(tag: String, word: String) { #expect(months(word, tag) == []) }
}
