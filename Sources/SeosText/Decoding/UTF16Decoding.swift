/// UTF-16 and UTF-32 to UTF-8, lone surrogates and impossible values to U+FFFD.
enum UTF16Decoding {
    enum Form: String {
        case utf16le = "utf-16le"
        case utf16be = "utf-16be"
        case utf32le = "utf-32le"
        case utf32be = "utf-32be"

        var unitSize: Int { self == .utf16le || self == .utf16be ? 2 : 4 }
        var widths: RawOrigin.Widths { RawOrigin.Widths(inPlane: unitSize, beyond: 4) }
    }

    /// The form that the zero bytes of an input without byte order mark betray.
    static func form(_ bytes: [UInt8]) -> Form? {
        let n = min(bytes.count, 8192) & ~3
        guard bytes.count >= 4, n >= 4, bytes[..<n].contains(0) else { return nil }
        var zeros = [0, 0, 0, 0]
        var plausible = [0, 0]
        for i in 0..<n {
            let b = bytes[i]
            if b == 0 { zeros[i & 3] += 1 }
            // First bytes of Latin, Greek, Cyrillic, Greek extended and punctuation code points.
            if b <= 0x05 || (b >= 0x1E && b <= 0x22) { plausible[i & 1] += 1 }
        }
        let quarter = n / 4
        if zeros[2] + zeros[3] >= quarter * 2 - quarter / 50, zeros[0] < quarter / 10 + 1, bytes.count % 4 == 0 {
            return .utf32le
        }
        if zeros[0] + zeros[1] >= quarter * 2 - quarter / 50, zeros[3] < quarter / 10 + 1, bytes.count % 4 == 0 {
            return .utf32be
        }
        let half = n / 2
        let even = zeros[0] + zeros[2]
        let odd = zeros[1] + zeros[3]
        if odd * 10 >= half, even * 50 <= half, plausible[1] * 100 >= half * 95 { return .utf16le }
        if even * 10 >= half, odd * 50 <= half, plausible[0] * 100 >= half * 95 { return .utf16be }
        return nil
    }

    static func decode(_ bytes: [UInt8], from start: Int, as form: Form, _ repairs: inout DecodedText.Repairs)
        -> [UInt8]
    {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        let size = form.unitSize
        var invalid = 0
        bytes.withUnsafeBufferPointer { p in
            func unit(_ i: Int) -> UInt32 {
                switch form {
                case .utf16le: return UInt32(p[i]) | UInt32(p[i + 1]) << 8
                case .utf16be: return UInt32(p[i]) << 8 | UInt32(p[i + 1])
                case .utf32le:
                    return UInt32(p[i]) | UInt32(p[i + 1]) << 8 | UInt32(p[i + 2]) << 16 | UInt32(p[i + 3]) << 24
                case .utf32be:
                    return UInt32(p[i]) << 24 | UInt32(p[i + 1]) << 16 | UInt32(p[i + 2]) << 8 | UInt32(p[i + 3])
                }
            }
            var i = start
            while i + size <= p.count {
                var c = unit(i)
                i += size
                if size == 2, c >= 0xD800, c < 0xDC00, i + 2 <= p.count {
                    let low = unit(i)
                    if low >= 0xDC00 && low < 0xE000 {
                        c = 0x10000 + (c - 0xD800) << 10 + (low - 0xDC00)
                        i += 2
                    }
                }
                if let scalar = Unicode.Scalar(c) {
                    append(scalar, to: &out)
                } else {
                    invalid += 1
                    append("\u{FFFD}", to: &out)
                }
            }
            if i < p.count {
                invalid += 1
                append("\u{FFFD}", to: &out)
            }
        }
        repairs.invalid += invalid
        return out
    }

    static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
        let c = scalar.value
        if c < 0x80 {
            out.append(UInt8(c))
        } else if c < 0x800 {
            out.append(UInt8(0xC0 | c >> 6))
            out.append(UInt8(0x80 | c & 0x3F))
        } else if c < 0x10000 {
            out.append(UInt8(0xE0 | c >> 12))
            out.append(UInt8(0x80 | c >> 6 & 0x3F))
            out.append(UInt8(0x80 | c & 0x3F))
        } else {
            out.append(UInt8(0xF0 | c >> 18))
            out.append(UInt8(0x80 | c >> 12 & 0x3F))
            out.append(UInt8(0x80 | c >> 6 & 0x3F))
            out.append(UInt8(0x80 | c & 0x3F))
        }
    }
}
