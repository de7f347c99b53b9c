/// Finds lines that hold an e-mail address or a telephone number.
enum ContactDetector {
    static func hasContact(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        hasEmail(p, range) || hasPhone(p, range)
    }

    static func hasEmail(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        for i in range where p[i] == 0x40 || p[i] == 0x28 {
            var after = i + 1
            if p[i] == 0x28 {
                // "name(at)place.eu", written so against harvesters
                guard i + 3 < range.upperBound, p[i + 1] | 0x20 == 0x61, p[i + 2] | 0x20 == 0x74, p[i + 3] == 0x29
                else {
                    continue
                }
                after = i + 4
            }
            guard i > range.lowerBound, isAddress(p[i - 1]) else { continue }
            var dots = 0
            var end = after
            while end < range.upperBound, isAddress(p[end]) {
                if p[end] == 0x2E, end > after, end + 1 < range.upperBound, isAddress(p[end + 1]) { dots += 1 }
                end += 1
            }
            if dots > 0 { return true }
        }
        return false
    }

    /// An international number, or seven digits and more after a word that begins with "tel".
    static func hasPhone(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var i = range.lowerBound
        while i < range.upperBound {
            let b = p[i]
            if b == 0x2B, digits(p, i + 1, range.upperBound) >= 8 { return true }
            if b | 0x20 == 0x74, i + 3 < range.upperBound, p[i + 1] | 0x20 == 0x65, p[i + 2] | 0x20 == 0x6C,
                i == range.lowerBound || !TextShape.isLetter(p[i - 1])
            {
                var at = i + 3
                while at < min(range.upperBound, i + 24), !TextShape.isDigit(p[at]) { at += 1 }
                if at < range.upperBound, TextShape.isDigit(p[at]), digits(p, at, range.upperBound) >= 7 { return true }
            }
            i += 1
        }
        return false
    }

    /// Digits from `i` on, over the separators that telephone numbers have.
    private static func digits(_ p: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var count = 0
        var i = start
        var gap = 0
        while i < end, gap <= 2 {
            if TextShape.isDigit(p[i]) {
                count += 1
                gap = 0
                i += 1
            } else if [0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F].contains(p[i]) {
                gap += 1
                i += 1
            } else if TextShape.spaceLength(p, i, end) > 0 {
                gap += 1
                i += TextShape.spaceLength(p, i, end)
            } else {
                break
            }
        }
        return count
    }

    private static func isAddress(_ b: UInt8) -> Bool {
        HTMLEntities.isAlphanumeric(b) || b == 0x2E || b == 0x2D || b == 0x5F || b == 0x2B || b >= 0x80
    }
}
