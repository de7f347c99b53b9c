/// Up to four groups of places for the letters of a name, by hash: open addressing in flat arrays, since there are a
/// hundred thousand names and every process makes the table.
struct PlaceGroups: Sendable {
    private var keys: [UInt64]
    /// Four places a key, -1 where there is none.
    private var groups: [Int32]
    private let mask: Int
    static let most = 4

    /// - Parameter capacity: not to be exceeded.
    init(capacity: Int) {
        var size = 64
        while size < capacity * 3 / 2 { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        groups = [Int32](repeating: -1, count: size * Self.most)
    }

    /// Of one name, the first groups are kept, each once.
    mutating func insert(_ key: UInt64, _ group: Int32) {
        let slot = slot(key)
        keys[slot] = Self.spread(key)
        for k in slot * Self.most..<(slot + 1) * Self.most {
            if groups[k] == group { return }
            if groups[k] < 0 {
                groups[k] = group
                return
            }
        }
    }

    /// - Returns: nil for a name that no place has.
    subscript(key: UInt64) -> [Int32]? {
        let first = slot(key) * Self.most
        if groups[first] < 0 { return nil }
        return groups[first..<first + Self.most].filter { $0 >= 0 }
    }

    /// Zero marks an empty slot.
    private static func spread(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

    private func slot(_ key: UInt64) -> Int {
        let key = Self.spread(key)
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}
