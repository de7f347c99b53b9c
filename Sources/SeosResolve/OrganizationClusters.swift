internal import SeosModel

/// Clusters of organizations that grow join by join, and refuse to take in what one of them tells apart from another.
///
/// Two names may each fit a third and still be two bodies: "County Library" fits that of Arad and that of Bihor.
struct OrganizationClusters {
    private let table: NameTable
    private var sets: DisjointSets
    /// Partners in lists, by document: the signatures of their main names.
    private var listed: [Int: [Int32: Set<Int32>]] = [:]
    /// The main names of a cluster with more than one, some of them: which ones depends on the names alone.
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
            // What has a code is known by it, whatever it is called.
            if root != n, table.entities[n].code == nil, !names(of: root).contains(name) {
                names[root] = some(names(of: root) + [name])
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
        names[a] = nil
        names[b] = nil
        names[root] = some(mine + theirs.filter { !mine.contains($0) })
        return true
    }

    private func some(_ names: [Int32]) -> [Int32] {
        if names.count <= Self.nameLimit { return names }
        return Array(
            names.sorted { table.spellings[Int($0)] < table.spellings[Int($1)] }.prefix(Self.nameLimit))
    }

    /// Organizations whose words overlap with those of another.
    private static func nested(_ table: NameTable) -> Set<Int> {
        var found: Set<Int> = []
        var start = 0
        while start < table.entities.count {
            var end = start + 1
            while end < table.entities.count, table.documents[end] == table.documents[start] { end += 1 }
            nested(table, start..<end, &found)
            start = end
        }
        return found
    }

    /// The same in one document.
    private static func nested(_ table: NameTable, _ document: Range<Int>, _ found: inout Set<Int>) {
        let inOrder = document.filter { table.entities[$0].kind == .organization }.sorted {
            (table.entities[$0].span, $0) < (table.entities[$1].span, $1)
        }
        var longest: Int?
        for n in inOrder {
            if let known = longest, table.entities[known].span.end > table.entities[n].span.start {
                found.insert(known)
                found.insert(n)
                if table.entities[known].span.end >= table.entities[n].span.end { continue }
            }
            longest = n
        }
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
