/// Quoted strings of the DOT language.
enum DOTText {
    /// Appends `text` in quotes and returns how many characters were left out.
    ///
    /// Graphviz reads backslash sequences in labels and would take a trailing one for an escaped quote, so backslashes
    /// are doubled and line breaks become `\n`. It also decodes HTML entities in labels: only there is an `&` that
    /// could begin one escaped. Control characters would end up in the XML of an SVG and are left out.
    static func append(_ text: String, to out: inout [UInt8], isLabel: Bool) -> Int {
        var removed = 0
        var text = text
        out.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var i = 0
            while i < bytes.count {
                let forbidden = XMLText.forbiddenLength(bytes, at: i)
                if forbidden > 0 {
                    removed += 1
                    i += forbidden
                    continue
                }
                switch bytes[i] {
                case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
                case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
                case 0x0A: out.append(contentsOf: "\\n".utf8)
                case 0x0D: if i + 1 >= bytes.count || bytes[i + 1] != 0x0A { out.append(contentsOf: "\\n".utf8) }
                case UInt8(ascii: "&") where isLabel && beginsEntity(bytes, at: i):
                    out.append(contentsOf: "&amp;".utf8)
                default: out.append(bytes[i])
                }
                i += 1
            }
        }
        out.append(UInt8(ascii: "\""))
        return removed
    }

    private static func beginsEntity(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        var k = i + 1
        if k < bytes.count, bytes[k] == UInt8(ascii: "#") { k += 1 }
        let start = k
        while k < bytes.count, k - start < 32 {
            switch bytes[k] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                k += 1
            case UInt8(ascii: ";"): return k > start
            default: return false
            }
        }
        return false
    }
}
