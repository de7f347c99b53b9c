/// A line of plain text that is not blank, with what its characters tell.
struct TextLine {
    /// Without white space at both ends.
    var range: Range<Int>
    /// Columns of white space before it.
    var indent: Int
    var blankLinesBefore: Int
    /// Length in code points.
    var length: Int
    /// Bytes of a bullet or number and the space after it; 0 without one.
    var marker = 0
    var isNumbered = false
    var endsSentence = false
    var endsWithColon = false
    var startsLowercase = false
    var hasContact = false
    var pair: LabelDetector.Pair?

    /// The line without its bullet.
    var body: Range<Int> { range.lowerBound + marker..<range.upperBound }

    /// All lines of a text. Line ends are LF, CR LF and CR.
    static func lines(_ p: UnsafeBufferPointer<UInt8>) -> [TextLine] {
        var lines: [TextLine] = []
        var blank = 0
        var start = 0
        while start < p.count {
            var end = start
            while end < p.count, p[end] != 0x0A, p[end] != 0x0D { end += 1 }
            let range = TextShape.trimmed(p, start..<end)
            if range.isEmpty {
                blank += 1
            } else {
                lines.append(line(p, range, indent: range.lowerBound - start, blank))
                blank = 0
            }
            start = end + (end + 1 < p.count && p[end] == 0x0D && p[end + 1] == 0x0A ? 2 : 1)
        }
        return lines
    }

    private static func line(
        _ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, indent: Int, _ blank: Int
    ) -> TextLine {
        var line = TextLine(
            range: range, indent: indent, blankLinesBefore: blank, length: TextShape.length(p, range))
        (line.marker, line.isNumbered) = marker(p, range)
        line.endsSentence = TextShape.endsSentence(p, range)
        line.endsWithColon = p[range.upperBound - 1] == 0x3A
        line.startsLowercase = TextShape.startsLowercase(p, line.body)
        line.pair = LabelDetector.pair(p, line.body)
        line.hasContact = range.count < 400 && ContactDetector.hasContact(p, range)
        return line
    }

    /// Length of a bullet ("•", "-", "o") or number ("1.", "2)", "(3)", "a)") with the space that must follow it.
    static func marker(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (length: Int, isNumbered: Bool) {
        let start = range.lowerBound
        let end = range.upperBound
        var i = start
        var isNumbered = false
        var needsSpace = true
        switch p[start] {
        case 0x2D, 0x2A, 0x2B: i += 1
        case 0x6F where start + 1 < end && TextShape.isSpace(p[start + 1]): i += 1
        case 0xC2 where start + 1 < end && p[start + 1] == 0xB7: i += 2
        case 0xE2 where start + 2 < end && isBullet(p[start + 1], p[start + 2]):
            i += 3
            // "–CCDR Algarve" is an item as well, "–5 °C" is not.
            needsSpace = start + 3 < end && TextShape.isDigit(p[start + 3])
        case 0x28, 0x30...0x39:
            if p[i] == 0x28 { i += 1 }
            let digits = i
            while i < end, TextShape.isDigit(p[i]), i - digits < 3 { i += 1 }
            guard i > digits, i < end, p[i] == 0x29 || (p[i] == 0x2E && p[start] != 0x28) else { return (0, false) }
            i += 1
            isNumbered = true
        case 0x61...0x7A where start + 1 < end && p[start + 1] == 0x29:
            i += 2
            isNumbered = true
        default: return (0, false)
        }
        var after = i
        while after < end {
            let n = TextShape.spaceLength(p, after, end)
            if n == 0 { break }
            after += n
        }
        guard after < end, after > i || !needsSpace else { return (0, false) }
        // A date begins with a number and a full stop too: "16. 5. 2017", "3. aprill 2024".
        if isNumbered, p[i - 1] == 0x2E, TextShape.isDigit(p[after]) || TextShape.startsLowercase(p, after..<end) {
            return (0, false)
        }
        return (after - start, isNumbered)
    }

    /// • ‣ ◦ – — ‒ ▪ ■ □ ● ○ ► ▶ → ✓ ✔ ➢ ∙
    private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: return third == 0xA2 || third == 0xA3 || (third >= 0x92 && third <= 0x94)
        case 0x86: return third == 0x92
        case 0x88: return third == 0x99
        case 0x96: return third == 0xAA || third == 0xA0 || third == 0xA1 || third == 0xB6 || third == 0xBA
        case 0x97: return third == 0xA6 || third == 0x8F || third == 0x8B
        case 0x9C: return third == 0x93 || third == 0x94
        case 0x9E: return third == 0xA2
        default: return false
        }
    }
}
