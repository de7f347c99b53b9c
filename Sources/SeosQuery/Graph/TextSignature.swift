/// Which sequences of three bytes a text has in small letters, as bits of one word: a text that contains another one has
/// all of its bits. Of 63,000 names the bits are read in 0.1 ms, the names in 38 ms.
struct TextSignature {
    private var bits: UInt64 = 0

    /// Shorter texts have no bits: everything may contain them.
    static let leastBytes = 3
    static let none = TextSignature()

    private init() {}

    init(_ text: String) {
        var small = TextCase.lower(text)
        bits = small.withUTF8 { bytes in
            if bytes.count < Self.leastBytes { return 0 }
            var bits: UInt64 = 0
            var window = UInt32(bytes[0]) << 8 | UInt32(bytes[1])
            for byte in bytes[2...] {
                window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
                bits |= 1 << UInt64((window &* 0x9E37_79B1) >> 26)
            }
            return bits
        }
    }

    func mayContain(_ other: TextSignature) -> Bool { bits & other.bits == other.bits }
}
