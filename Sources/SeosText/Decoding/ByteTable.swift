internal import CICU

/// A single-byte encoding: what each byte means.
struct ByteTable: Sendable {
    /// Given for a byte that means nothing.
    static let undefined: UInt32 = .max

    let name: String
    let codePoints: [UInt32]

    /// - Returns: nil when ICU does not know the encoding or its characters can have several bytes.
    init?(_ name: String) {
        var table = [UInt32](repeating: Self.undefined, count: 256)
        guard seos_convert_byte_table(name, &table) == 0 else { return nil }
        self.name = name
        self.codePoints = table
    }

    /// Whether every byte of the histogram is a character other than a C1 control.
    func covers(_ histogram: [Int]) -> Bool {
        for byte in 0x80..<0x100 where histogram[byte] > 0 {
            let c = codePoints[byte]
            if c == Self.undefined || (c >= 0x80 && c < 0xA0) { return false }
        }
        return true
    }

    func decode(_ bytes: [UInt8], _ repairs: inout DecodedText.Repairs) -> [UInt8] {
        var forms: [[UInt8]] = []
        forms.reserveCapacity(256)
        for c in codePoints {
            var form: [UInt8] = []
            if c != Self.undefined, let scalar = Unicode.Scalar(c) { UTF16Decoding.append(scalar, to: &form) }
            forms.append(form)
        }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 && codePoints[Int(byte)] == UInt32(byte) {
                out.append(byte)
            } else if forms[Int(byte)].isEmpty {
                repairs.invalid += 1
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                out.append(contentsOf: forms[Int(byte)])
            }
        }
        return out
    }
}
