/// Union–find that refuses unions a person has forbidden. The root of a set is its smallest member, so the result
/// does not depend on the order of unions.
struct DisjointSets {
    private var parent: [Int]
    private let vetoes: [(Int, Int)]

    init(count: Int, vetoes: [(Int, Int)]) {
        parent = Array(0..<count)
        self.vetoes = vetoes
    }

    mutating func find(_ x: Int) -> Int {
        var root = x
        while parent[root] != root { root = parent[root] }
        var i = x
        while parent[i] != root {
            let next = parent[i]
            parent[i] = root
            i = next
        }
        return root
    }

    /// - Returns: false when the two were one already or must stay apart.
    @discardableResult
    mutating func union(_ a: Int, _ b: Int) -> Bool {
        let x = find(a)
        let y = find(b)
        if x == y { return false }
        for (p, q) in vetoes {
            let r = find(p)
            let s = find(q)
            if (r == x && s == y) || (r == y && s == x) { return false }
        }
        parent[max(x, y)] = min(x, y)
        return true
    }
}
