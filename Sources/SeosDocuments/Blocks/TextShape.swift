/// What can be told from the characters of a line alone.
enum TextShape {
    /// Whether a character begins at each end of the range that `i` could cut.
    static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || (b >= 0x09 && b <= 0x0D) }

    /// Bytes of characters other than ASCII white space and no-break spaces.
    static func ink(_ bytes: some RandomAccessCollection<UInt8>) -> Int {
        var count = 0
        var last: UInt8 = 0
        for b in bytes {
            if b == 0xA0 && last == 0xC2 {
                count -= 1
            } else if b > 0x20 {
                count += 1
            }
            last = b
        }
        return count
    }

    static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

    /// ASCII letters and every byte of a character beyond ASCII, no-break spaces and dashes excepted by the callers
    /// that care.
    static func isLetter(_ b: UInt8) -> Bool { b >= 0x80 || (b | 0x20 >= 0x61 && b | 0x20 <= 0x7A) }

    /// The range without white space at both ends, no-break spaces, zero-width spaces and byte order marks included.
    static func trimmed(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let n = spaceLength(p, start, end)
            if n == 0 { break }
            start += n
        }
        while start < end {
            let n = spaceLengthBefore(p, end, start)
            if n == 0 { break }
            end -= n
        }
        return start..<end
    }

    /// Bytes of the space at `i`: ASCII white space, U+00A0, U+2000…U+200B, U+202F, U+2028, U+2029, U+3000, U+FEFF.
    static func spaceLength(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
        let b = p[i]
        if isSpace(b) { return 1 }
        if b == 0xC2 { return i + 1 < end && p[i + 1] == 0xA0 ? 2 : 0 }
        guard b == 0xE2 || b == 0xE3 || b == 0xEF, i + 2 < end else { return 0 }
        let (second, third) = (p[i + 1], p[i + 2])
        if b == 0xE2 {
            return second == 0x80 && (third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF) ? 3 : 0
        }
        if b == 0xE3 { return second == 0x80 && third == 0x80 ? 3 : 0 }
        return second == 0xBB && third == 0xBF ? 3 : 0
    }

    private static func spaceLengthBefore(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ start: Int) -> Int {
        if isSpace(p[i - 1]) { return 1 }
        if i - 2 >= start, p[i - 2] == 0xC2, p[i - 1] == 0xA0 { return 2 }
        return i - 3 >= start ? spaceLength(p, i - 3, i) == 3 ? 3 : 0 : 0
    }

    static func wordCount(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var words = 0
        var i = range.lowerBound
        var inWord = false
        while i < range.upperBound {
            let n = spaceLength(p, i, range.upperBound)
            if n > 0 {
                inWord = false
                i += n
            } else {
                if !inWord { words += 1 }
                inWord = true
                i += 1
            }
        }
        return words
    }

    /// Length in code points.
    static func length(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var n = 0
        for i in range where p[i] & 0xC0 != 0x80 { n += 1 }
        return n
    }

    /// Whether the line ends as sentences end: . ! ? … or one of these before a closing quotation mark or bracket.
    static func endsSentence(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            let b = p[end - 1]
            if b == 0x22 || b == 0x27 || b == 0x29 || b == 0x5D {
                end -= 1
            } else if end - 3 >= range.lowerBound, p[end - 3] == 0xE2, p[end - 2] == 0x80, b >= 0x98 && b <= 0x9F {
                end -= 3
            } else if end - 2 >= range.lowerBound, p[end - 2] == 0xC2, b == 0xBB || b == 0xAB {
                end -= 2
            } else {
                break
            }
        }
        guard end > range.lowerBound else { return false }
        let last = p[end - 1]
        if last == 0x2E || last == 0x21 || last == 0x3F { return true }
        return end - 3 >= range.lowerBound && p[end - 3] == 0xE2 && p[end - 2] == 0x80 && last == 0xA6
    }

    /// The first character of the range, nil when it is empty.
    static func firstScalar(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Unicode.Scalar? {
        guard !range.isEmpty else { return nil }
        let end = min(range.upperBound, range.lowerBound + 4)
        return String(decoding: p[range.lowerBound..<end], as: UTF8.self).unicodeScalars.first
    }

    static func startsLowercase(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        firstScalar(p, range)?.properties.isLowercase ?? false
    }

    static func containsLetter(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains { (p[$0] | 0x20 >= 0x61 && p[$0] | 0x20 <= 0x7A) || (p[$0] >= 0xC3 && p[$0] != 0xE2) }
    }
}
