/// Finding a text in a text, by bytes, in time that grows with their lengths only.
enum TextSearch {
    static func contains(_ text: String, _ part: String) -> Bool {
        if part.isEmpty { return true }
        var (text, part) = (text, part)
        return text.withUTF8 { t in part.withUTF8 { p in first(p, in: t, from: 0) != nil } }
    }

    /// Up to this length a part is compared anew at each place.
    private static let short = 32

    /// Where `part`, which is not empty, next begins.
    static func first(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
    {
        if part.count > short { return firstOfLong(part, in: text, from: start) }
        var i = start
        while i + part.count <= text.count {
            if text[i] == part[0] {
                var j = 1
                while j < part.count, text[i + j] == part[j] { j += 1 }
                if j == part.count { return i }
            }
            i += 1
        }
        return nil
    }

    /// Knuth, Morris, Pratt: after a mismatch it goes on with the longest beginning of the part that has just been read.
    private static func firstOfLong(
        _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        if part.count > text.count - start { return nil }
        var borders = [Int32](repeating: 0, count: part.count)
        var length = 0
        for i in 1..<part.count {
            while length > 0, part[i] != part[length] { length = Int(borders[length - 1]) }
            if part[i] == part[length] { length += 1 }
            borders[i] = Int32(length)
        }
        length = 0
        for i in start..<text.count {
            while length > 0, text[i] != part[length] { length = Int(borders[length - 1]) }
            if text[i] == part[length] { length += 1 }
            if length == part.count { return i + 1 - length }
        }
        return nil
    }
}
