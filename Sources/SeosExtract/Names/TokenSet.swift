/// A set of tokens given as ranges, one bit each.
struct TokenSet {
    /// Bits of the tokens from `base` on.
    private var words: [UInt64] = []
    /// A multiple of 64.
    private var base = 0

    /// An empty set with room for the tokens of a range.
    init(within range: Range<Int>) {
        base = range.lowerBound & ~63
        let count = (range.upperBound - base + 63) >> 6
        words.reserveCapacity(count)
        for _ in 0..<count { words.append(0) }
    }

    init(_ ranges: [Range<Int>] = []) {
        for range in ranges { insert(range) }
    }

    @inline(__always)
    func contains(_ i: Int) -> Bool {
        let bit = i - base
        guard bit >= 0, bit >> 6 < words.count else { return false }
        return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    func intersects(_ range: Range<Int>) -> Bool { range.contains { contains($0) } }

    mutating func insert(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        makeRoom(for: range)
        for i in range { words[(i - base) >> 6] |= 1 << UInt64((i - base) & 63) }
    }

    private mutating func makeRoom(for range: Range<Int>) {
        let first = range.lowerBound & ~63
        if words.isEmpty { base = first }
        if first < base {
            words.insert(contentsOf: repeatElement(0, count: (base - first) >> 6), at: 0)
            base = first
        }
        let needed = (range.upperBound - base + 63) >> 6
        while words.count < needed { words.append(0) }
    }
}
