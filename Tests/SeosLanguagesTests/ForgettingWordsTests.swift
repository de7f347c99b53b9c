import SeosLanguages
import Testing

/// Words that are given back are read again when they are asked for.
@Suite struct ForgettingWordsTests {
    @Test func aLanguageIsTheSameAfterItsWordsWereForgotten() {
        let languages = Languages(files: .embedded)
        let before = languages.language("et")
        languages.forgetWords()
        let after = languages.language("et")
        #expect(before !== after)
        #expect(after.tag == before.tag)
        #expect(languages.language("et") === after)
    }

    @Test func forgettingNothingIsNoHarm() {
        let languages = Languages(files: .embedded)
        languages.forgetWords()
        languages.forgetWords()
        #expect(languages.language("sl").tag == "sl")
        #expect(languages.language("xx").tag == "und")
    }
}
