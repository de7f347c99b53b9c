internal import SeosModel

/// Clusters of organizations that grow join by join, and refuse to take in what one of them tells apart from another.
///
/// Two names may each fit a third and still be two bodies: "County Library" fits that of Arad and that of Bihor.
struct OrganizationClusters {
    private let table: NameTable
    private var sets: DisjointSets
    /// Partners in lists, by document: the signatures of their main names.
    private var listed: [Int: [Int32: Set<Int32>]] = [:]
    /// The main names of a cluster with more than one, some of them.
    private var names: [Int: [Int32]] = [:]
    private static let nameLimit = 12
    /// Organizations whose words lie in those of another of their page, by document: a name inside a longer one is another
    /// body, or none.
    private var nested: [Int: [Int32: [Int]]] = [:]

    /// - Parameter roots: the first of the cluster of each entity, as far as other rules joined them.
    init(_ table: NameTable, roots: [Int], isPartner: [Bool]) {
        self.table = table
        sets = DisjointSets(count: table.entities.count, vetoes: [])
        for n in Self.nested(table) { nested[roots[n], default: [:]][table.documents[n], default: []].append(n) }
        for n in isPartner.indices where table.entities[n].kind == .organization {
            let root = roots[n]
            sets.union(root, n)
            guard let name = table.signatures[n].first else { continue }
            if isPartner[n] { listed[root, default: [:]][table.documents[n], default: []].insert(name) }
            if root != n, names(of: root).count < Self.nameLimit, !names(of: root).contains(name) {
                names[root] = names(of: root) + [name]
            }
        }
    }

    /// - Returns: false when the two are known to be two.
    mutating func union(_ left: Int, _ right: Int) -> Bool {
        let a = sets.find(left)
        let b = sets.find(right)
        if a == b { return true }
        let (x, y) = (listed[a] ?? [:], listed[b] ?? [:])
        let (smaller, larger) = x.count <= y.count ? (x, y) : (y, x)
        if table.documents[left] != table.documents[right] {
            // One page lists them apart.
            for (document, names) in smaller {
                if let others = larger[document], names != others { return false }
            }
        }
        if overlap(a, b) { return false }
        let (mine, theirs) = (names(of: a), names(of: b))
        if mine.count + theirs.count > 2, contradict(mine, theirs) { return false }
        sets.union(a, b)
        let root = sets.find(a)
        if let more = nested.removeValue(forKey: max(a, b)) {
            nested[root, default: [:]].merge(more) { $0 + $1 }
        }
        listed[a] = nil
        listed[b] = nil
        var both = larger
        for (document, names) in smaller { both[document, default: []].formUnion(names) }
        if !both.isEmpty { listed[root] = both }
        var all = mine
        for name in theirs where all.count < Self.nameLimit && !all.contains(name) { all.append(name) }
        names[a] = nil
        names[b] = nil
        names[root] = all
        return true
    }

    /// Organizations whose words overlap with those of another.
    private static func nested(_ table: NameTable) -> Set<Int> {
        var found: Set<Int> = []
        var longest: Int?
        for (n, e) in table.entities.enumerated() where e.kind == .organization {
            if let known = longest, table.documents[known] == table.documents[n],
                table.entities[known].span.end > e.span.start
            {
                found.insert(known)
                found.insert(n)
                if table.entities[known].span.end >= e.span.end { continue }
            }
            longest = n
        }
        return found
    }

    /// Whether one page has words of one side inside words of the other.
    private func overlap(_ a: Int, _ b: Int) -> Bool {
        guard let mine = nested[a], let theirs = nested[b] else { return false }
        for (document, left) in mine {
            for x in left {
                for y in theirs[document] ?? [] {
                    let (p, q) = (table.entities[x].span, table.entities[y].span)
                    if p.start < q.end, q.start < p.end { return true }
                }
            }
        }
        return false
    }

    private func names(of root: Int) -> [Int32] { names[root] ?? table.signatures[root].first.map { [$0] } ?? [] }

    /// Whether a name of one side is surely not a name of the other: it names another place, and little is in common.
    private func contradict(_ mine: [Int32], _ theirs: [Int32]) -> Bool {
        for s in mine {
            for t in theirs where s != t {
                let likeness = table.likenesses.of(s, t)
                if likeness.placesDiffer && likeness.score < 0.3 { return true }
            }
        }
        return false
    }
}
