internal import CICU

/// Case, diacritics and width folded away for matching; the stored text is never changed.
///
/// The form is ICU's: case folding, compatibility decomposition of letters without their marks, and the letters that no
/// decomposition takes apart in the spelling people use when they lack the key (ł l, ø o, ß ss, æ ae, þ th). Soft
/// hyphens, zero-width characters and bidirectional controls vanish; dashes become `-`, quotation marks `"` or `'`.
public enum Folding {
    static let tableSize = 0x2300
    private static let table: [UInt8] = {
        var entries = [UInt8](repeating: 0, count: tableSize * 8)
        entries.withUnsafeMutableBufferPointer { seos_icu_fold_table($0.baseAddress, UInt32(tableSize)) }
        return entries
    }()

    /// Appends the folded form of one code point, given where its bytes stand.
    @inline(__always)
    static func append(
        _ codePoint: UInt32, _ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int,
        _ entries: UnsafePointer<UInt8>, to out: inout [UInt8]
    ) {
        if codePoint < UInt32(tableSize) {
            let entry = entries + Int(codePoint) * 8
            var k = 1
            let n = Int(entry[0])
            while k <= n {
                out.append(entry[k])
                k += 1
            }
        } else if codePoint >= 0xFF01 && codePoint <= 0xFF5E {
            // Full-width forms of ASCII.
            let ascii = UInt8(codePoint - 0xFEE0)
            out.append(ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii)
        } else if codePoint == 0xFEFF || (codePoint >= 0xE0000 && codePoint <= 0xE007F) {
            return
        } else {
            for k in 0..<length { out.append(source[at + k]) }
        }
    }

    static func withTable<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R? {
        table.withUnsafeBufferPointer { p in p.baseAddress.map(body) }
    }

    /// The folded form of valid UTF-8.
    public static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        _ = withTable { entries in
            var i = 0
            while i < utf8.count {
                let b = utf8[i]
                if b < 0x80 {
                    let entry = entries + Int(b) * 8
                    if entry[0] > 0 { out.append(entry[1]) }
                    i += 1
                } else {
                    let (codePoint, length) = UTF8Scan.codePoint(utf8, i)
                    append(codePoint, utf8, i, length, entries, to: &out)
                    i += length
                }
            }
        }
        return out
    }

    /// "Võrumaa Łódź Straße" gives "vorumaa lodz strasse".
    public static func fold(_ string: String) -> String {
        var s = string
        return s.withUTF8 { String(decoding: fold($0), as: UTF8.self) }
    }

    /// Folded words joined by single spaces, punctuation left out: what two spellings of one name have in common.
    public static func key(_ string: String) -> String {
        let tokens = TokenBuffer(text: Array(string.utf8))
        var out: [UInt8] = []
        for i in 0..<tokens.count
        where tokens[i].kind == .word || tokens[i].kind == .number || tokens.folded(i) == [0x2B] {
            // "FIREPOCTEP +" is "FIREPOCTEP+".
            let glued = i > 0 && tokens.folded(i) == [0x2B]
            if !out.isEmpty && !glued { out.append(0x20) }
            out.append(contentsOf: tokens.folded(i))
        }
        return String(decoding: out, as: UTF8.self)
    }
}
