/// Text for XML 1.0, which forbids most control characters even as references.
enum XMLText {
    /// Appends escaped text and returns how many characters were left out because XML 1.0 forbids them.
    static func append(_ text: String, to out: inout [UInt8], inAttribute: Bool) -> Int {
        var removed = 0
        var text = text
        text.withUTF8 { bytes in
            var i = 0
            while i < bytes.count {
                let forbidden = forbiddenLength(bytes, at: i)
                if forbidden > 0 {
                    removed += 1
                    i += forbidden
                    continue
                }
                switch bytes[i] {
                case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\"") where inAttribute: out.append(contentsOf: "&quot;".utf8)
                // A reader turns these into spaces or drops them unless they are references.
                case 0x0D: out.append(contentsOf: "&#13;".utf8)
                case 0x0A where inAttribute: out.append(contentsOf: "&#10;".utf8)
                case 0x09 where inAttribute: out.append(contentsOf: "&#9;".utf8)
                default: out.append(bytes[i])
                }
                i += 1
            }
        }
        return removed
    }

    /// Bytes of the forbidden character that begins at `i`, 0 if it is allowed. Surrogates cannot occur in a `String`.
    static func forbiddenLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
        let b = bytes[i]
        if b < 0x20 { return b == 0x09 || b == 0x0A || b == 0x0D ? 0 : 1 }
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        if b == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBF, bytes[i + 2] >= 0xBE { return 3 }
        return 0
    }
}
