/// Pairs of indices, each once and in order: an array of machine words that is sorted when it has grown.
struct IndexPairs {
    private var packed: [UInt64] = []
    private var sorted = 0

    mutating func insert(_ a: Int, _ b: Int) {
        guard a != b else { return }
        packed.append(UInt64(truncatingIfNeeded: min(a, b)) << 32 | UInt64(truncatingIfNeeded: max(a, b)))
        // Doubles are thrown out now and then, so that memory stays near what is kept.
        if packed.count > 2 * sorted + 1 << 20 { compact() }
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

    /// All pairs, the smaller index first.
    mutating func all() -> [(Int, Int)] {
        compact()
        return packed.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }
}
