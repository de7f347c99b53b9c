import SeosText
import Testing

@Suite struct DecodingNormalizationTests {
    @Test func composesDecomposedLetters() {
        #expect(Normalization.nfc("V\u{6F}\u{303}rumaa") == "Võrumaa")
        #expect(Array(Normalization.nfc("s\u{30C}").utf8) == [0xC5, 0xA1])
    }

    @Test func leavesComposedTextAlone() {
        for text in ["", "Tallinn", "Žemaitija", "Ελλάδα", "Україна", "5 €", "“a” – b…"] {
            #expect(Array(Normalization.nfc(text).utf8) == Array(text.utf8))
            #expect(Normalization.isNFC(Array(text.utf8)))
        }
    }

    @Test func replacesSpacesAndSignsThatHaveACanonicalTwin() {
        #expect(Array(Normalization.nfc("\u{2000}").utf8) == Array("\u{2002}".utf8))
        #expect(Array(Normalization.nfc("\u{212B}").utf8) == Array("Å".utf8))
        #expect(Array(Normalization.nfc("\u{387}").utf8) == Array("\u{B7}".utf8))
        #expect(!Normalization.isNFC(Array("\u{2126}".utf8)))
    }

    @Test(.timeLimit(.minutes(1))) func standsLongRunsOfMarks() {
        var text = "a"
        for i in 0..<100_000 { text.unicodeScalars.append(i % 2 == 0 ? "\u{301}" : "\u{323}") }
        let normal = Normalization.nfc(Array(text.utf8))
        #expect(Normalization.nfc(normal) == normal)
        #expect(normal.starts(with: Array("\u{1EA1}".utf8)))
    }
}
