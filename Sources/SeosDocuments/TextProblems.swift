internal import SeosModel

/// Problems that can only be placed once the text stands.
enum TextProblems {
    private static let mostPlaces = 20

    /// Gives the replacements their places, and reports characters that hide in the text.
    static func report(_ document: inout Document) {
        let text = document.text.utf8
        var replaced: [SourceSpan] = []
        var hidden: [SourceSpan] = []
        var hiddenCount = 0
        text.withUnsafeBufferPointer { p in
            var i = 0
            while i < p.count {
                let b = p[i]
                if b < 0xE2 {
                    i += 1
                    continue
                }
                guard b == 0xE2 || b == 0xEF || b == 0xF3, i + 2 < p.count else {
                    i += 1
                    continue
                }
                if b == 0xEF && p[i + 1] == 0xBF && p[i + 2] == 0xBD {
                    if replaced.count < mostPlaces { replaced.append(SourceSpan(i, i + 3)) }
                } else if isHidden(p, i) {
                    hiddenCount += 1
                    if hidden.count < mostPlaces { hidden.append(SourceSpan(i, i + (b == 0xF3 ? 4 : 3))) }
                }
                i += b == 0xF3 ? 4 : 3
            }
        }
        let codes: Set = [
            "text.invalid-bytes", "text.nul", "text.control-characters", "text.noncharacters", "html.broken-references",
        ]
        if let first = replaced.first, let i = document.problems.firstIndex(where: { codes.contains($0.code) }) {
            document.problems[i].span = first
            for span in replaced.dropFirst() {
                document.problems.append(
                    Problem(
                        code: document.problems[i].code, severity: .note,
                        message: "a character that could not be read", span: span))
            }
        }
        if let first = hidden.first {
            document.problems.append(
                Problem(
                    code: "text.hidden-characters", severity: .note,
                    message:
                        "\(hiddenCount) invisible characters (zero width, direction, tags); kept, ignored in matching",
                    span: first))
        }
    }

    /// U+200B…200D, U+202A…202E, U+2060, U+2066…2069, U+FEFF, U+E0020…E007F.
    private static func isHidden(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        let (second, third) = (p[i + 1], p[i + 2])
        switch p[i] {
        case 0xE2 where second == 0x80: return (0x8B...0x8D).contains(third) || (0xAA...0xAE).contains(third)
        case 0xE2 where second == 0x81: return third == 0xA0 || (0xA6...0xA9).contains(third)
        case 0xEF: return second == 0xBB && third == 0xBF
        case 0xF3: return second == 0xA0 && (third == 0x80 || third == 0x81)
        default: return false
        }
    }
}
