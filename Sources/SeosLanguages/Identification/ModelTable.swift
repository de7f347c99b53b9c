/// One script's part of the model: which features are known, and what each says for each language.
///
/// Rows have `width` signed bytes, one lane a language. Nothing is copied from the model file but its keys, which go
/// into an open-addressing index (four times smaller than a dictionary, and one cache line per look-up).
struct ModelTable: @unchecked Sendable {
    let languages: [String]
    /// Score of a language before any letter is seen, in `unit`s.
    let biases: [Int32]
    /// Log-odds that one step of a row's byte stands for.
    let unit: Float
    let width: Int
    private let rows: UnsafePointer<Int8>
    private let slots: [UInt64]
    private let mask: Int

    /// Reads the table at `offset` and moves `offset` behind it; `nil` when the bytes do not hold a whole table.
    init?(_ model: UnsafeRawBufferPointer, at offset: inout Int) {
        var reader = ModelReader(model, at: offset)
        guard let count = reader.word(), let width = reader.word(), let features = reader.word(),
            let unit = reader.word(),
            width > 0, width <= 64, count <= width, features < 1 << 24,
            let names = reader.block(width * 4), let biasBytes = reader.block(width * 4),
            let keys = reader.block(features * 4), let rows = reader.block(features * width),
            let start = rows.bindMemory(to: Int8.self).baseAddress
        else { return nil }
        languages = (0..<count).map { lane in
            String(decoding: names[(lane * 4)..<(lane * 4 + 4)].prefix { $0 != 0 }, as: UTF8.self)
        }
        biases = (0..<width).map {
            Int32(littleEndian: biasBytes.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self))
        }
        self.unit = Float(bitPattern: UInt32(unit))
        self.width = width
        self.rows = start
        var size = 1024
        while size < features * 2 { size *= 2 }
        mask = size - 1
        var slots = [UInt64](repeating: 0, count: size)
        for row in 0..<features {
            let key = UInt32(littleEndian: keys.loadUnaligned(fromByteOffset: row * 4, as: UInt32.self))
            var slot = Self.slot(of: key) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt64(key) << 32 | UInt64(row)
        }
        self.slots = slots
        offset = reader.offset
    }

    @inline(__always)
    private static func slot(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }

    /// Calls `body` with a view for look-ups; the index stays in place while it runs.
    @inline(__always)
    func withLookup<R>(_ body: (Lookup) -> R) -> R {
        slots.withUnsafeBufferPointer { slots in
            guard let base = slots.baseAddress else { preconditionFailure("a table has at least 1024 slots") }
            return body(Lookup(slots: base, mask: mask, rows: rows, width: width))
        }
    }

    struct Lookup {
        let slots: UnsafePointer<UInt64>
        let mask: Int
        let rows: UnsafePointer<Int8>
        let width: Int

        /// The row of a feature, `nil` when the model does not know it. Key 0 is never a feature.
        @inline(__always)
        func row(_ key: UInt32) -> UnsafePointer<Int8>? {
            var slot = ModelTable.slot(of: key) & mask
            while true {
                let found = slots[slot]
                if found == 0 { return nil }
                if UInt32(truncatingIfNeeded: found >> 32) == key { return rows + Int(found & 0xFFFF_FFFF) * width }
                slot = (slot + 1) & mask
            }
        }
    }
}
