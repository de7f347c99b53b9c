/// Character references in text and attribute values.
enum HTMLEntities {
    /// Appends the characters of the reference that begins at `i`, where `&` stands.
    ///
    /// - Parameters:
    ///   - repairs: counts references to what is no character.
    /// - Returns: the offset after the reference, or nil when there is none and `&` stands for itself.
    static func decode(
        _ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int, inAttribute: Bool, to out: inout [UInt8],
        _ repairs: inout Int
    ) -> Int? {
        guard i + 2 < end + 1, i + 1 < end else { return nil }
        if p[i + 1] == UInt8(ascii: "#") { return decodeNumber(p, i, end, to: &out, &repairs) }
        var stop = i + 1
        let furthest = min(end, i + 1 + EntityTable.longestName)
        while stop < furthest, isAlphanumeric(p[stop]) { stop += 1 }
        guard stop > i + 1 else { return nil }
        if stop < end, p[stop] == UInt8(ascii: ";"), let characters = EntityTable.characters(p[i + 1..<stop]) {
            out.append(contentsOf: characters)
            return stop + 1
        }
        // In addresses "&copy=1" is a parameter, not a sign.
        if inAttribute, stop < end, p[stop] == UInt8(ascii: "=") || stop == furthest { return nil }
        var shorter = min(stop, i + 1 + EntityTable.longestLegacyName)
        if inAttribute && shorter < stop { return nil }
        while shorter > i + 2 {
            if let characters = EntityTable.legacyCharacters(p[i + 1..<shorter]) {
                out.append(contentsOf: characters)
                return shorter
            }
            if inAttribute { return nil }
            shorter -= 1
        }
        return nil
    }

    private static func decodeNumber(
        _ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int, to out: inout [UInt8], _ repairs: inout Int
    ) -> Int? {
        var at = i + 2
        var radix: UInt32 = 10
        if at < end, p[at] | 0x20 == UInt8(ascii: "x") {
            radix = 16
            at += 1
        }
        let first = at
        var value: UInt32 = 0
        while at < end, let digit = digit(p[at], radix) {
            value = min(value * radix + digit, 0x110000)
            at += 1
        }
        guard at > first else { return nil }
        if at < end, p[at] == UInt8(ascii: ";") { at += 1 }
        if value >= 0x80 && value < 0xA0 { value = windows1252[Int(value - 0x80)] }
        let isNoncharacter = value & 0xFFFE == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF)
        let isControl = value < 0x20 && !(0x09...0x0D).contains(value) || value == 0x7F
        if !isNoncharacter, !isControl, let scalar = Unicode.Scalar(value) {
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            repairs += 1
            out.append(contentsOf: UTF8.encodedReplacementCharacter)
        }
        return at
    }

    private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
        switch byte {
        case 0x30...0x39: return UInt32(byte - 0x30)
        case 0x41...0x46 where radix == 16: return UInt32(byte - 0x41 + 10)
        case 0x61...0x66 where radix == 16: return UInt32(byte - 0x61 + 10)
        default: return nil
        }
    }

    static func isAlphanumeric(_ b: UInt8) -> Bool {
        (b >= 0x30 && b <= 0x39) || (b >= 0x41 && b <= 0x5A) || (b >= 0x61 && b <= 0x7A)
    }

    /// What references to C1 controls mean on the web.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]
}
