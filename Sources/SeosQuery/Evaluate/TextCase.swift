/// Capitals and small letters, character by character as Unicode maps them without a language.
enum TextCase {
    /// The small letters of U+0080 to U+05FF, which Latin, Greek and Cyrillic are written with; 0 where the mapping is
    /// not one character.
    private static let small: [UInt16] = (UInt32(0x80)...0x5FF).map { value in
        guard let mapped = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars, mapped.count == 1,
            let first = mapped.first, first.value < 0x800
        else { return 0 }
        return UInt16(first.value)
    }

    static func lower(_ text: String) -> String {
        var text = text
        var result: String?
        let isPlain = text.withUTF8 { bytes -> Bool in
            if bytes.allSatisfy({ $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }) { return true }
            result = lower(bytes)
            return false
        }
        if isPlain { return text }
        return result ?? text.lowercased()
    }

    /// Nil when a character outside the table occurs.
    private static func lower(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var fits = true
        let text = String(unsafeUninitializedCapacity: bytes.count) { out in
            var i = 0
            while i < bytes.count {
                let b = bytes[i]
                if b < 0x80 {
                    out[i] = b >= 0x41 && b <= 0x5A ? b + 32 : b
                    i += 1
                    continue
                }
                // Two bytes make a character below U+0800, and its small letter takes two bytes too.
                guard b >= 0xC2, b < 0xE0, i + 1 < bytes.count else {
                    fits = false
                    return 0
                }
                let value = Int(b & 0x1F) << 6 | Int(bytes[i + 1] & 0x3F)
                let mapped = value < 0x600 ? Int(small[value - 0x80]) : 0
                if mapped < 0x80 {
                    fits = false
                    return 0
                }
                out[i] = 0xC0 | UInt8(mapped >> 6)
                out[i + 1] = 0x80 | UInt8(mapped & 0x3F)
                i += 2
            }
            return bytes.count
        }
        return fits ? text : nil
    }
}
