internal import CICU

/// Unicode normalisation form C.
public enum Normalization {
    /// Form C of valid UTF-8; the same bytes when they are in form C already, which is found out in one pass.
    public static func nfc(_ bytes: [UInt8]) -> [UInt8] {
        let start = bytes.withUnsafeBufferPointer(firstDoubt)
        guard start < bytes.count, !quickCheck(bytes) else { return bytes }
        var out = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
        let capacity = Int64(out.count)
        let written = bytes.withUnsafeBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target -> Int64 in
                guard let from = source.baseAddress, let to = target.baseAddress else { return -1 }
                return seos_nfc(from, Int64(source.count), to, capacity)
            }
        }
        guard written >= 0 else { return bytes }
        out.removeSubrange(Int(written)...)
        return out
    }

    /// Form C of a string.
    public static func nfc(_ string: String) -> String {
        let bytes = Array(string.utf8)
        guard bytes.withUnsafeBufferPointer(firstDoubt) < bytes.count else { return string }
        return String(decoding: nfc(bytes), as: UTF8.self)
    }

    /// Whether valid UTF-8 is certainly in form C.
    public static func isNFC(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer(firstDoubt) == bytes.count || quickCheck(bytes) || nfc(bytes) == bytes
    }

    private static func quickCheck(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { p in
            guard let base = p.baseAddress else { return true }
            return seos_nfc_quick_check(base, Int64(p.count)) == 1
        }
    }

    /// Offset of the first character that is not plainly stable under form C. Latin, Greek, Cyrillic and general
    /// punctuation, which is nearly every page, pass without a call to ICU.
    private static func firstDoubt(_ p: UnsafeBufferPointer<UInt8>) -> Int {
        var i = 0
        while i < p.count {
            let b = p[i]
            if b < 0xCC {
                i += 1
                continue
            }
            let next = i + 1 < p.count ? p[i + 1] : 0
            switch b {
            case 0xCC: return i
            case 0xCD where next < 0xB0 || next == 0xB4 || next == 0xBE: return i
            case 0xCE where next == 0x87: return i
            case 0xD2 where next >= 0x83 && next <= 0x87: return i
            case 0xCD...0xD4: i += 2
            case 0xE2 where next == 0x82: i += 3
            case 0xE2 where next == 0x80 && i + 2 < p.count && p[i + 2] > 0x81: i += 3
            default: return i
            }
        }
        return p.count
    }
}
