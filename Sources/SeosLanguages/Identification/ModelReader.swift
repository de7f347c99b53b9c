/// Reads little-endian words and blocks from the model, never beyond its end.
struct ModelReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    mutating func word() -> Int? {
        guard let block = block(4) else { return nil }
        return Int(UInt32(littleEndian: block.loadUnaligned(as: UInt32.self)))
    }

    mutating func block(_ length: Int) -> UnsafeRawBufferPointer? {
        guard length >= 0, offset >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
        defer { offset += length }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + length)])
    }
}
