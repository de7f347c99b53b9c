/// 64-bit hashes to small numbers, by open addressing: what the lexicon asks once a token, without the cost of a
/// `Dictionary` for keys that are hashes already.
struct WordTable: Sendable {
    private var keys: [UInt64]
    private var values: [UInt32]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// Zero marks an empty place, so the key zero is read as one.
    @inline(__always)
    private static func spread(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        var i = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[i] != 0, keys[i] != key { i = (i + 1) & mask }
        return i
    }

    @inline(__always)
    subscript(key: UInt64) -> UInt32? {
        let key = Self.spread(key)
        let i = place(of: key)
        return keys[i] == key ? values[i] : nil
    }

    mutating func insert(_ key: UInt64, _ value: UInt32) {
        if count * 2 >= keys.count { grow() }
        let key = Self.spread(key)
        let i = place(of: key)
        if keys[i] == 0 { count += 1 }
        keys[i] = key
        values[i] = value
    }

    private mutating func grow() {
        var larger = WordTable(capacity: keys.count)
        for i in keys.indices where keys[i] != 0 { larger.insert(keys[i], values[i]) }
        self = larger
    }
}
