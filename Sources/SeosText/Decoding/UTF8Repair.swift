/// Makes UTF-8 of bytes that should have been UTF-8, and takes out what no text should hold.
enum UTF8Repair {
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Length of the well-formed sequence at `i` (Unicode 3.9, table 3-7), or 0.
    static func sequenceLength(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        let b = p[i]
        if b < 0x80 { return 1 }
        if b < 0xC2 || b > 0xF4 { return 0 }
        let n = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4
        guard i + n <= p.count else { return 0 }
        let second = p[i + 1]
        switch b {
        case 0xE0 where second < 0xA0: return 0
        case 0xED where second > 0x9F: return 0
        case 0xF0 where second < 0x90: return 0
        case 0xF4 where second > 0x8F: return 0
        default: break
        }
        for k in 1..<n where p[i + k] & 0xC0 != 0x80 { return 0 }
        return n
    }

    /// Numbers of well-formed sequences beyond ASCII and of bytes that belong to none.
    static func survey(_ bytes: [UInt8]) -> (multibyte: Int, invalid: Int) {
        bytes.withUnsafeBufferPointer { p in
            var multibyte = 0
            var invalid = 0
            var i = 0
            while i < p.count {
                if p[i] < 0x80 {
                    i += 1
                    continue
                }
                let n = sequenceLength(p, i)
                if n == 0 {
                    invalid += 1
                    i += 1
                } else {
                    multibyte += 1
                    i += n
                }
            }
            return (multibyte, invalid)
        }
    }

    /// Replaces ill-formed sequences, NUL, control characters other than white space, and noncharacters by U+FFFD.
    static func repaired(
        _ bytes: [UInt8], from start: Int, _ repairs: inout DecodedText.Repairs, keepsNulls: Bool = false
    ) -> [UInt8] {
        var ignored: [RawOrigin.Repair] = []
        return repaired(bytes, from: start, &repairs, keepsNulls: keepsNulls, places: &ignored)
    }

    /// - Parameter places: gets where each U+FFFD stands and what it stands for.
    static func repaired(
        _ bytes: [UInt8], from start: Int, _ repairs: inout DecodedText.Repairs, keepsNulls: Bool,
        places: inout [RawOrigin.Repair]
    ) -> [UInt8] {
        var found = repairs
        var replaced: [RawOrigin.Repair] = []
        let result = bytes.withUnsafeBufferPointer { p -> [UInt8] in
            var out: [UInt8] = []
            var copied = start
            var i = start
            func replace(_ length: Int) {
                if out.isEmpty { out.reserveCapacity(p.count + 64) }
                out.append(contentsOf: p[copied..<i])
                replaced.append(RawOrigin.Repair(text: out.count, raw: i..<i + length))
                out.append(contentsOf: replacement)
                i += length
                copied = i
            }
            while i < p.count {
                let b = p[i]
                if b >= 0x20 && b < 0x7F {
                    i += 1
                } else if b < 0x80 {
                    if b >= 0x09 && b <= 0x0D {
                        i += 1
                    } else {
                        if b == 0 { found.nulls += 1 } else { found.controls += 1 }
                        if b == 0 && keepsNulls { i += 1 } else { replace(1) }
                    }
                } else {
                    let n = sequenceLength(p, i)
                    if n == 0 {
                        found.invalid += 1
                        replace(illFormedLength(p, i))
                    } else if b >= 0xEF && isNoncharacter(p, i, n) {
                        found.noncharacters += 1
                        replace(n)
                    } else {
                        i += n
                    }
                }
            }
            if copied == 0 && out.isEmpty { return bytes }
            out.append(contentsOf: p[copied...])
            return out
        }
        repairs = found
        places = replaced
        return result
    }

    /// A truncated sequence counts once, as browsers count it.
    private static func illFormedLength(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        let b = p[i]
        guard b >= 0xC2 && b <= 0xF4, i + 1 < p.count else { return 1 }
        let second = p[i + 1]
        let low: UInt8 = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF
        guard b >= 0xE0, second >= low, second <= high else { return 1 }
        let wanted = b < 0xF0 ? 3 : 4
        var n = 2
        while n < wanted - 1 && i + n < p.count && p[i + n] & 0xC0 == 0x80 { n += 1 }
        return n
    }

    private static func isNoncharacter(_ p: UnsafeBufferPointer<UInt8>, _ i: Int, _ n: Int) -> Bool {
        if n == 3 {
            return p[i + 1] == 0xB7 ? p[i + 2] >= 0x90 && p[i + 2] <= 0xAF : p[i + 1] == 0xBF && p[i + 2] >= 0xBE
        }
        return p[i + 1] & 0x0F == 0x0F && p[i + 2] == 0xBF && p[i + 3] >= 0xBE
    }
}
