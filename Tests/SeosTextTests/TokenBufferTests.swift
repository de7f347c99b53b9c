import Foundation
import SeosModel
import SeosText
import Testing

@Suite struct TokenBufferTests {
    private func tokens(_ text: String) -> TokenBuffer { TokenBuffer(text: Array(text.utf8)) }
    private func words(_ text: String) -> [String] {
        let buffer = tokens(text)
        return buffer.indices.map { buffer.string($0) }
    }

    @Test(arguments: [
        ("2 577 444 eurot", ["2", "577", "444", "eurot"]), ("1.234,56€", ["1", ".", "234", ",", "56", "€"]),
        ("38,6mln", ["38", ",", "6", "mln"]),
        ("d.o.o.", ["d", ".", "o", ".", "o", "."]), ("l'Università", ["l", "'", "Università"]),
        ("WORKMIX-2", ["WORKMIX", "-", "2"]),
        ("ΑΒγ ЖЗи", ["ΑΒγ", "ЖЗи"]), ("H2020", ["H", "2020"]), ("😀a", ["😀", "a"]), ("", []), (" \n\t\u{A0}", []),
        ("…", ["…"]),
    ])
    func splitsWordsNumbersAndMarks(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test(arguments: [
        "Võru maakond", "l'Università di Ca’ Foscari", "pro\u{AD}jekti", "H2020 – Île-de-France (FR)", "Αθήνα",
        "Łódź 2",
        "", "42", "Ｆｕｌｌ Ｗｉｄｔｈ",
    ])
    func foldedWordsAreThoseOfTheTokens(text: String) {
        let buffer = tokens(text)
        let expected = buffer.indices.filter { buffer[$0].kind == .word }.map { buffer.foldedString($0) }
        var folded: [UInt8] = [1, 2, 3]
        let length = Array(text.utf8).withUnsafeBufferPointer { TokenBuffer.words(of: $0, into: &folded) }
        #expect(String(decoding: folded[..<length], as: UTF8.self) == expected.joined(separator: " "))
    }

    @Test(arguments: ["pro\u{AD}jekti", "pro\u{200B}jekti", "pro\u{200D}jekti", "Pro\u{2060}jekti", "PROJEKTI"])
    func invisibleCharactersDoNotSplitAWord(text: String) {
        let buffer = tokens(text)
        #expect(buffer.count == 1)
        #expect(buffer.foldedString(0) == "projekti")
        #expect(buffer.string(0) == text)
    }

    @Test func aBufferThatIsReadAgainHasTheTokensOfANewOne() {
        var buffer = TokenBuffer(text: [])
        for text in ["Võru maakond 2014–2020, l'Università", "", "A", "Łódź  ŻÓŁĆ", "pro\u{AD}jekt 😀"] {
            Array(text.utf8).withUnsafeBufferPointer { buffer.read($0) }
            let new = tokens(text)
            #expect(buffer.indices.map { buffer.string($0) } == new.indices.map { new.string($0) })
            #expect(buffer.indices.map { buffer.foldedString($0) } == new.indices.map { new.foldedString($0) })
            #expect(buffer.indices.map { buffer[$0].hash } == new.indices.map { new[$0].hash })
            #expect(buffer.indices.map { buffer[$0].gluedBefore } == new.indices.map { new[$0].gluedBefore })
        }
    }

    @Test func aTokenHasTheHashOfItsFoldedForm() {
        let buffer = tokens("Võru VORU 42 – „x“ Ｖｏｒｕ")
        for i in buffer.indices { #expect(buffer[i].hash == Hash.of(buffer.folded(i))) }
        #expect(buffer[0].hash == buffer[1].hash && buffer[0].hash == buffer[buffer.count - 1].hash)
    }

    @Test(arguments: [
        ("Projekt RESIST II", "RESIST", true), ("Projekt", "RESIST", false), ("a", "", true), ("", "a", false),
    ])
    func aTextHoldsAnother(text: String, part: String, expected: Bool) { #expect(text.holds(part) == expected) }

    @Test func combiningMarksStayWithTheirLetter() {
        let buffer = tokens("e\u{301}te\u{301} Vo\u{303}ru")
        #expect(buffer.count == 2)
        #expect(buffer.foldedString(0) == "ete")
        #expect(buffer.foldedString(1) == "voru")
        #expect(Array(buffer.string(1).utf8) == Array("Vo\u{303}ru".utf8))
    }

    @Test(arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}", "\u{3000}", " ", "\t", "\u{2003}"])
    func everyKindOfSpaceParts(space: String) {
        let buffer = tokens("2\(space)577")
        #expect(buffer.count == 2)
        #expect(!buffer[1].gluedBefore)
        #expect(!buffer[1].newlineBefore)
    }

    @Test(arguments: ["\n", "\r\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}"])
    func lineBreaksAreKnown(separator: String) {
        let buffer = tokens("a\(separator)b")
        #expect(buffer.count == 2)
        #expect(buffer[1].newlineBefore)
        #expect(!buffer[1].gluedBefore)
    }

    @Test func theFirstTokenBeginsALineAndIsGluedToNothing() {
        let buffer = tokens("a b")
        #expect(buffer[0].newlineBefore)
        #expect(!buffer[0].gluedBefore)
        #expect(!buffer[1].newlineBefore)
    }

    @Test func gluedMeansNothingStandsBetween() {
        let buffer = tokens("1.5€ 12 Mt-s")
        #expect(buffer.indices.map { buffer[$0].gluedBefore } == [false, true, true, true, false, false, true, true])
    }

    @Test(arguments: [
        ("Tallinn", true, false, false), ("tallinn", false, false, false), ("SEOS", true, true, false),
        ("AlpFoodway", true, false, true),
        ("eTwinning", false, false, true), ("Õpi", true, false, false), ("ŁÓDŹ", true, true, false),
        ("Ñ", true, false, false), ("ЄС", true, true, false),
        ("Ú\u{AD}T", true, true, false), ("iPhone", false, false, true),
    ])
    func capitalsAreKnown(word: String, isCapitalized: Bool, isAllCaps: Bool, hasInner: Bool) {
        let buffer = tokens(word)
        #expect(buffer.count == 1)
        #expect(buffer[0].isCapitalized == isCapitalized)
        #expect(buffer[0].isAllCaps == isAllCaps)
        #expect(buffer[0].hasInnerCapital == hasInner)
    }

    @Test func kindsAreKnown() {
        let buffer = tokens("sõna 12 , € + 😀")
        #expect(buffer.indices.map { buffer[$0].kind } == [.word, .number, .punctuation, .symbol, .symbol, .symbol])
    }

    @Test func asciiAnswersFoldedMarksAndNothingForWords() {
        let buffer = tokens("– „ ’ ab € x")
        #expect(buffer.ascii(0) == UInt8(ascii: "-"))
        #expect(buffer.ascii(1) == UInt8(ascii: "\""))
        #expect(buffer.ascii(2) == UInt8(ascii: "'"))
        #expect(buffer.ascii(3) == 0)
        #expect(buffer.ascii(4) == 0)
        #expect(buffer.ascii(5) == UInt8(ascii: "x"))
        #expect(buffer.ascii(-1) == 0)
        #expect(buffer.ascii(99) == 0)
    }

    @Test func findsTokensByOffset() {
        let buffer = tokens("üks kaks kolm")
        #expect(buffer.lowerBound(0) == 0)
        #expect(buffer.lowerBound(1) == 1)
        #expect(buffer.lowerBound(1_000) == 3)
        #expect(buffer.tokens(in: SourceSpan(5, 9)) == 1..<2)
        #expect(buffer.tokens(in: SourceSpan(4, 4)).isEmpty)
        #expect(buffer.string(buffer.span(1..<3)) == "kaks kolm")
        #expect(buffer.span(1..<1).isEmpty)
    }
}
