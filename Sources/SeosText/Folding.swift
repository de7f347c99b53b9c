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

    /// Writes the folded form of one code point, at most seven bytes; for room made by ``room(for:)``.
    ///
    /// - Returns: how many bytes were written.
    @inline(__always)
    static func write(
        _ codePoint: UInt32, _ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int,
        _ entries: UnsafePointer<UInt8>, to out: UnsafeMutablePointer<UInt8>
    ) -> Int {
        if codePoint < UInt32(tableSize) {
            let entry = entries + Int(codePoint) * 8
            let n = Int(entry[0])
            var k = 0
            while k < n {
                out[k] = entry[k + 1]
                k += 1
            }
            return n
        }
        if codePoint >= 0xFF01 && codePoint <= 0xFF5E {
            // Full-width forms of ASCII.
            let ascii = UInt8(codePoint - 0xFEE0)
            out[0] = ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii
            return 1
        }
        if codePoint == 0xFEFF || (codePoint >= 0xE0000 && codePoint <= 0xE007F) { return 0 }
        for k in 0..<length { out[k] = source[at + k] }
        return length
    }

    /// Bytes that hold the folded form of a text in any case: a character of one byte gives one, one of more bytes at
    /// most seven.
    static func room(for text: UnsafeBufferPointer<UInt8>) -> Int {
        var room = text.count
        for byte in text where byte >= 0x80 { room += 3 }
        return room
    }

    static func withTable<R>(_ body: (UnsafePointer<UInt8>) -> R) -> R? {
        table.withUnsafeBufferPointer { p in p.baseAddress.map(body) }
    }

    /// The folded form of valid UTF-8.
    public static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: room(for: utf8)) { room, filled in
            guard let out = room.baseAddress else { return }
            filled =
                withTable { entries in
                    var i = 0
                    var n = 0
                    while i < utf8.count {
                        let (codePoint, length) = UTF8Scan.codePoint(utf8, i)
                        n += write(codePoint, utf8, i, length, entries, to: out + n)
                        i += length
                    }
                    return n
                } ?? 0
        }
    }

    /// "Võrumaa Łódź Straße" gives "vorumaa lodz strasse".
    public static func fold(_ string: String) -> String {
        var s = string
        return s.withUTF8 { String(decoding: fold($0), as: UTF8.self) }
    }

    /// Folded words joined by single spaces, punctuation left out: what two spellings of one name have in common.
    public static func key(_ string: String) -> String {
        withKey(string) { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of ``key(_:)``, without making a string of them.
    public static func withKey<R>(_ string: String, _ body: (UnsafeMutableBufferPointer<UInt8>) -> R) -> R {
        var s = string
        return s.withUTF8 { utf8 in
            // A space may stand before every character: between "a1" and "b2" there is none in the text.
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * room(for: utf8) + 1) { room in
                guard let out = room.baseAddress else { return body(room) }
                return body(UnsafeMutableBufferPointer(start: out, count: TokenBuffer.writeKey(of: utf8, to: out)))
            }
        }
    }
}
