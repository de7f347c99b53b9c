/// Finds the label of a line that reads "label: value".
enum LabelDetector {
    struct Pair {
        /// Without its colon.
        var label: Range<Int>
        /// nil when nothing follows: the value is on the next lines.
        var value: Range<Int>?
    }

    static let longestLabel = 8
    private static let longestLabelBytes = 160

    /// - Parameter range: a line, trimmed, bullets already left out.
    ///
    /// A colon of a time ("kl. 12:30"), of an address ("https://") or behind more than eight words makes no label.
    static func pair(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Pair? {
        var i = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + longestLabelBytes)
        while i < limit {
            let b = p[i]
            if b == 0x3A {
                guard let after = afterColon(p, i, range) else {
                    i += 1
                    continue
                }
                return pair(p, range, colon: i, valueStart: after)
            }
            // A sentence that ends before the colon is prose.
            if b == 0x3F || b == 0x21 || b == 0x3B { return nil }
            if b == 0x2E, endsSentence(p, i, range) { return nil }
            i += 1
        }
        return nil
    }

    private static func pair(
        _ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, colon: Int, valueStart: Int
    ) -> Pair? {
        let label = TextShape.trimmed(p, range.lowerBound..<colon)
        guard !label.isEmpty, TextShape.containsLetter(p, label), hasBalancedBrackets(p, label),
            TextShape.wordCount(p, label) <= longestLabel
        else { return nil }
        let value = TextShape.trimmed(p, valueStart..<range.upperBound)
        return Pair(label: label, value: value.isEmpty ? nil : value)
    }

    /// Where the value may begin, or nil when this colon separates no label.
    private static func afterColon(_ p: UnsafeBufferPointer<UInt8>, _ colon: Int, _ range: Range<Int>) -> Int? {
        let next = colon + 1
        guard next < range.upperBound else { return next }
        let b = p[next]
        if TextShape.spaceLength(p, next, range.upperBound) > 0 { return next }
        // "**Budget:** 5 EUR" in Markdown.
        if b == 0x2A || b == 0x5F { return next }
        if b == 0x2F || b == 0x3A { return nil }
        let previous = colon > range.lowerBound ? p[colon - 1] : 0
        if TextShape.isDigit(b) && TextShape.isDigit(previous) { return nil }
        // "Partneriai:Biržų" is a label whose space was lost; "mailto:" and "EE:57" are not.
        let isWord = colon - range.lowerBound >= 3
        return isWord && (b >= 0x80 || TextShape.isDigit(b) || (b >= 0x41 && b <= 0x5A)) ? next : nil
    }

    /// A full stop after a word of four letters or more, followed by a space and a capital.
    private static func endsSentence(_ p: UnsafeBufferPointer<UInt8>, _ dot: Int, _ range: Range<Int>) -> Bool {
        guard dot + 1 < range.upperBound, TextShape.isSpace(p[dot + 1]) else { return false }
        var start = dot
        while start > range.lowerBound, TextShape.isLetter(p[start - 1]) { start -= 1 }
        guard dot - start >= 4 else { return false }
        let rest = TextShape.trimmed(p, dot + 1..<range.upperBound)
        return !TextShape.startsLowercase(p, rest)
    }

    private static func hasBalancedBrackets(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var depth = 0
        for i in range {
            if p[i] == 0x28 { depth += 1 }
            if p[i] == 0x29 { depth -= 1 }
        }
        return depth == 0
    }
}
