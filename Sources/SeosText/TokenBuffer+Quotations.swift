extension TokenBuffer {
    private static let single = UInt8(ascii: "'")
    private static let double = UInt8(ascii: "\"")
    /// Longer quotations are speech.
    private static let longestQuotation = 14

    /// Reads single quotation marks around names like double ones: 'Dry Feet', ‘Dry Feet’, ‚Trockene Füße‘.
    ///
    /// The one that opens stands behind a space or a bracket, right before a capital; the one that closes right behind a
    /// word, and nothing right behind it but signs. Apostrophes are neither: "Cork's", "l'Europe", "ta' Malta", "'s Avonds".
    public mutating func pairQuotationMarks() {
        var i = 0
        while i < count {
            guard isSingle(i), opens(i), let close = close(of: i) else {
                i += 1
                continue
            }
            readAsDouble(i)
            readAsDouble(close)
            i = close + 1
        }
    }

    private func isSingle(_ i: Int) -> Bool { tokens[i].kind != .word && ascii(i) == Self.single }

    private func opens(_ i: Int) -> Bool {
        guard i + 1 < count, tokens[i + 1].gluedBefore, tokens[i + 1].kind == .word, tokens[i + 1].isCapitalized else {
            return false
        }
        return !tokens[i].gluedBefore || ascii(i - 1) == UInt8(ascii: "(")
    }

    private func close(of i: Int) -> Int? {
        var found: Int?
        for j in (i + 2)..<max(i + 2, min(count, i + Self.longestQuotation)) {
            if tokens[j].newlineBefore || ascii(j) == Self.double { break }
            guard isSingle(j) else { continue }
            // Another begins.
            if !tokens[j].gluedBefore { break }
            guard tokens[j - 1].kind == .word || tokens[j - 1].kind == .number || ascii(j - 1) == UInt8(ascii: "!"),
                j + 1 == count || !tokens[j + 1].gluedBefore || tokens[j + 1].kind == .punctuation
            else { continue }
            // "'Dawl ta' Malta'": behind a short word a later one may close.
            if found == nil || !isShort(j - 1) { found = j }
            if !isShort(j - 1) { break }
        }
        return found
    }

    private func isShort(_ i: Int) -> Bool { !tokens[i].isCapitalized && tokens[i].folded.count <= 3 }
}
