/// Pairs of indices, each once and in order: an array of machine words that is sorted when it has grown.
struct IndexPairs {
    private var packed: [UInt64] = []
    private var sorted = 0
    /// How many were given, doubles among them.
    private(set) var given = 0

    /// Two indices in one machine word, the smaller one first.
    struct Pair {
        fileprivate let packed: UInt64

        var left: Int { Int(packed >> 32) }
        var right: Int { Int(packed & 0xFFFF_FFFF) }
    }

    mutating func insert(_ a: Int, _ b: Int) {
        guard a != b else { return }
        given += 1
        packed.append(UInt64(truncatingIfNeeded: min(a, b)) << 32 | UInt64(truncatingIfNeeded: max(a, b)))
        // Doubles are thrown out now and then, so that memory stays near what is kept.
        if packed.count > 2 * sorted + 1 << 18 { compact() }
    }

    private mutating func compact() {
        packed.sort()
        var kept = 0
        for k in packed.indices where kept == 0 || packed[k] != packed[kept - 1] {
            packed[kept] = packed[k]
            kept += 1
        }
        packed.removeLast(packed.count - kept)
        sorted = kept
    }

    /// All pairs; of those only that `isWanted`.
    mutating func all(where isWanted: (Int, Int) -> Bool = { _, _ in true }) -> [Pair] {
        compact()
        defer { packed = [] }
        return packed.compactMap { word in
            let pair = Pair(packed: word)
            return isWanted(pair.left, pair.right) ? pair : nil
        }
    }
}
