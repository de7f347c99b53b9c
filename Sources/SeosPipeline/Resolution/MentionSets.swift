/// Sets of mentions that grow by joins.
struct MentionSets {
    private var parents: [Int64: Int64] = [:]

    /// The mention that stands for a set.
    mutating func root(_ mention: Int64) -> Int64 {
        var root = mention
        while let parent = parents[root] { root = parent }
        var at = mention
        while let parent = parents[at] {
            parents[at] = root
            at = parent
        }
        parents[root] = nil
        return root
    }

    /// - Returns: false when the two were one already.
    mutating func union(_ a: Int64, _ b: Int64) -> Bool {
        let (x, y) = (root(a), root(b))
        if x == y { return false }
        parents[x] = y
        return true
    }
}
