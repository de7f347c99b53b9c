import SeosModel
import Testing

@Suite struct StoredTextTests {
    /// One letter of each length in bytes, a combining mark and an emoji of two code points.
    private let text = StoredText("aõ€😀e\u{301}🇪🇪z")

    private func span(of part: String) throws -> SourceSpan {
        let bytes = Array(part.utf8)
        let start = try #require(
            (0...(text.count - bytes.count)).first { Array(text.utf8[$0..<($0 + bytes.count)]) == bytes })
        return SourceSpan(start, start + bytes.count)
    }

    @Test(arguments: [
        ("a", 0..<1), ("õ", 1..<2), ("€", 2..<3), ("😀", 3..<4), ("e\u{301}", 4..<6), ("🇪🇪", 6..<8), ("z", 8..<9),
        ("õ€😀", 1..<4),
    ])
    func countsCodePointsNotBytesNorCharacters(part: String, range: Range<Int>) throws {
        #expect(text.codePointRange(of: try span(of: part)) == range)
    }

    @Test func manyOffsetsInAnyOrderAgreeWithEachAlone() {
        let boundaries = (0...text.count).filter { $0 == text.count || text.utf8[$0] & 0xC0 != 0x80 }
        let shuffled = Array(boundaries.reversed()) + boundaries + [boundaries[2], boundaries[2]]
        #expect(
            text.codePointOffsets(of: shuffled)
                == shuffled.map { text.codePointRange(of: SourceSpan(0, $0)).upperBound })
        #expect(text.codePointOffsets(of: []) == [])
    }

    @Test func offsetsMatchUnicodeScalars() {
        #expect(text.codePointOffsets(of: [text.count]) == [text.string.unicodeScalars.count])
    }

    @Test func aSpanGivesItsExactWords() throws {
        #expect(text[try span(of: "€😀")] == "€😀")
        #expect(text[SourceSpan(0, text.count)] == text.string)
    }

    @Test func spansOutsideTheTextAreEmptyNotFatal() {
        #expect(text[SourceSpan(-1, 2)] == "")
        #expect(text[SourceSpan(3, 2)] == "")
        #expect(text[SourceSpan(0, text.count + 1)] == "")
        #expect(text[SourceSpan(2, 2)] == "")
        #expect(text.codePointOffsets(of: [text.count + 50]) == [text.string.unicodeScalars.count])
    }

    @Test func spansCompareByStartThenEnd() {
        #expect(
            [SourceSpan(3, 5), SourceSpan(1, 9), SourceSpan(1, 2)].sorted() == [
                SourceSpan(1, 2), SourceSpan(1, 9), SourceSpan(3, 5),
            ])
        #expect(SourceSpan(0, 5).contains(SourceSpan(2, 5)))
        #expect(!SourceSpan(0, 5).contains(SourceSpan(2, 6)))
        #expect(!SourceSpan(0, 5).overlaps(SourceSpan(5, 6)))
        #expect(SourceSpan(0, 5).overlaps(SourceSpan(4, 6)))
        #expect(SourceSpan(7, 9).union(SourceSpan(1, 2)) == SourceSpan(1, 9))
    }
}
