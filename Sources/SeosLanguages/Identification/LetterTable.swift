/// Letter codes of the model: every code point below U+0800 as one byte, case folded.
///
/// The table travels in the model file, so that the reader and the script that made the model cannot disagree.
struct LetterTable: @unchecked Sendable {
    enum Code {
        static let none: UInt8 = 0
        static let apostrophe: UInt8 = 1
        static let hyphen: UInt8 = 2
        static let boundary: UInt8 = 3
        static let greek: UInt8 = 250
        static let other: UInt8 = 251
        static let ignored: UInt8 = 252
    }

    static let size = 0x800
    let firstLatin: UInt8
    let firstCyrillic: UInt8
    let endCyrillic: UInt8
    private let codes: UnsafePointer<UInt8>
    private let upper: UnsafePointer<UInt8>

    init?(_ model: UnsafeRawBufferPointer, at offset: inout Int) {
        var reader = ModelReader(model, at: offset)
        guard let latin = reader.word(), let cyrillic = reader.word(), let end = reader.word(), reader.word() != nil,
            Int(Code.boundary) < latin, latin < cyrillic, cyrillic < end, end <= Int(Code.greek),
            let codes = reader.block(Self.size)?.bindMemory(to: UInt8.self).baseAddress,
            let upper = reader.block(Self.size / 8)?.bindMemory(to: UInt8.self).baseAddress
        else { return nil }
        firstLatin = UInt8(latin)
        firstCyrillic = UInt8(cyrillic)
        endCyrillic = UInt8(end)
        self.codes = codes
        self.upper = upper
        offset = reader.offset
    }

    /// Code of a code point below U+0800.
    @inline(__always)
    func code(_ point: Int) -> UInt8 { codes[point] }

    @inline(__always)
    func isUpper(_ point: Int) -> Bool { upper[point >> 3] >> UInt8(point & 7) & 1 == 1 }

    /// Code of a code point from U+0800 on: a few ranges are enough, since no language of the set has letters there.
    @inline(__always)
    func codeAbove(_ point: Int) -> UInt8 {
        switch point {
        case 0x2019, 0x2018: Code.apostrophe
        case 0x200B...0x200D, 0x2060, 0xFEFF, 0xFE00...0xFE0F: Code.ignored
        case 0x1F00...0x1FFF: Code.greek
        case 0x2000...0x2BFF, 0x2E00...0x3004, 0x3008...0x3020, 0xE000...0xF8FF, 0xFE10...0xFE6F, 0xFF00...0xFF20,
            0xFFE0...0xFFFF, 0x1F000...0x1FAFF:
            Code.none
        default: Code.other
        }
    }
}
