/// Finding a text in a text, by bytes.
enum TextSearch {
    static func contains(_ text: String, _ part: String) -> Bool {
        if part.isEmpty { return true }
        var (text, part) = (text, part)
        return text.withUTF8 { t in part.withUTF8 { p in first(p, in: t, from: 0) != nil } }
    }

    /// Where `part`, which is not empty, next begins.
    static func first(_ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int?
    {
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
}
