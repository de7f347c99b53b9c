import SeosTestSupport
import SeosText
import Testing

/// What holds of the tokens of every text, tried on every document of the corpus as it stands in its file.
@Suite struct TokenInvariantTests {
    static let documents = Folders.entries(of: Folders.documents)

    @Test func thereAreDocuments() { #expect(Self.documents.count >= 40) }

    @Test(arguments: documents)
    func tokensAndGapsAreTheWholeText(name: String) throws {
        let raw = try #require(Folders.bytes("\(Folders.documents)/\(name)"))
        let text = Array(String(decoding: raw, as: UTF8.self).utf8)
        #expect(violations(TokenBuffer(text: text)) == [])
    }

    @Test(arguments: [
        "\u{AD}a", "a\u{AD}", "a\u{300} \u{300}b", "1\u{AD}2", "\u{FEFF}x", "ａ１", "\u{1F1EA}\u{1F1EA}", "漢字kana",
        "\u{E0041}a", "x\u{200B}\n\u{200B}y", "\u{0}a\u{1}",
        "ŁłŁ\u{301}", "ǅungla", "İı", "ﬁn", "ſ", "ŉ", "\u{10FFFF}", "½ ² ①", "ªº",
    ])
    func oddTextsKeepTheInvariantsToo(text: String) { #expect(violations(TokenBuffer(text: Array(text.utf8))) == []) }

    private func violations(_ buffer: TokenBuffer) -> [String] {
        var wrong: [String] = []
        var end = 0
        for i in buffer.indices {
            let token = buffer[i]
            if Int(token.start) < end || token.end <= token.start {
                wrong.append("token \(i) at \(token.start) overlaps or is empty")
            }
            let gap = String(decoding: buffer.text[min(end, Int(token.start))..<Int(token.start)], as: UTF8.self)
            if let scalar = gap.unicodeScalars.first(where: { !mayBeSkipped($0) }) {
                wrong.append("U+\(String(scalar.value, radix: 16)) before token \(i) is lost")
            }
            if token.gluedBefore, gap.unicodeScalars.contains(where: { $0.properties.isWhitespace }) {
                wrong.append("token \(i) is not glued")
            }
            if token.newlineBefore, i > 0, !gap.unicodeScalars.contains(where: isLineBreak) {
                wrong.append("token \(i) begins no line")
            }
            let folded = buffer.foldedString(i)
            if folded.isEmpty { wrong.append("token \(i) '\(buffer.string(i))' folds to nothing") }
            if folded.unicodeScalars.contains(where: { $0.properties.changesWhenLowercased }) {
                wrong.append("'\(folded)' is not in small letters")
            }
            if folded != Folding.fold(buffer.string(i)) {
                wrong.append("'\(buffer.string(i))' folds to '\(folded)' as a token only")
            }
            end = Int(token.end)
        }
        let rest = String(decoding: buffer.text[end...], as: UTF8.self)
        if !rest.unicodeScalars.allSatisfy(mayBeSkipped) { wrong.append("the end is lost") }
        return wrong
    }

    private func mayBeSkipped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F { return true }
        switch scalar.properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return (0xE0000...0xE007F).contains(scalar.value)
        }
    }

    private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
    }
}
