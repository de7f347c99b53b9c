/// The relationships of one type as two compressed lists: for every node its neighbours out and in. Nodes are indexed
/// in the order of their keys, which is the order of their ids.
final class Adjacency {
    struct Row {
        var source: Int64
        var target: Int64
        var id: Int64
    }

    let type: Int
    /// Keys, ascending.
    let nodes: [Int64]
    private let outOffsets: [Int32]
    private let outTargets: [Int32]
    private let outIDs: [Int64]
    private let inOffsets: [Int32]
    private let inSources: [Int32]
    private let inIDs: [Int64]

    /// More relationships than this are not held in memory.
    static let most = 50_000_000

    /// `rows` ordered by source, then target.
    init(type: Int, rows: [Row]) {
        self.type = type
        var keys: [Int64] = []
        keys.reserveCapacity(rows.count / 2)
        for row in rows where row.source != keys.last { keys.append(row.source) }
        var ends = rows.map(\.target)
        ends.sort()
        for end in ends where end != keys.last { keys.append(end) }
        keys.sort()
        var nodes: [Int64] = []
        nodes.reserveCapacity(keys.count)
        for key in keys where key != nodes.last { nodes.append(key) }
        self.nodes = nodes

        var sources = [Int32](repeating: 0, count: rows.count)
        var targets = [Int32](repeating: 0, count: rows.count)
        var outOffsets = [Int32](repeating: 0, count: nodes.count + 1)
        var inOffsets = [Int32](repeating: 0, count: nodes.count + 1)
        var at = 0
        for (i, row) in rows.enumerated() {
            while nodes[at] != row.source { at += 1 }
            let target = Self.index(of: row.target, in: nodes) ?? 0
            sources[i] = Int32(at)
            targets[i] = Int32(target)
            outOffsets[at + 1] += 1
            inOffsets[target + 1] += 1
        }
        for i in nodes.indices {
            outOffsets[i + 1] += outOffsets[i]
            inOffsets[i + 1] += inOffsets[i]
        }
        var next = inOffsets
        var inSources = [Int32](repeating: 0, count: rows.count)
        var inIDs = [Int64](repeating: 0, count: rows.count)
        for i in rows.indices {
            let place = Int(next[Int(targets[i])])
            next[Int(targets[i])] += 1
            inSources[place] = sources[i]
            inIDs[place] = rows[i].id
        }
        self.outOffsets = outOffsets
        self.inOffsets = inOffsets
        outTargets = targets
        outIDs = rows.map(\.id)
        self.inSources = inSources
        self.inIDs = inIDs
    }

    private static func index(of key: Int64, in nodes: [Int64]) -> Int? {
        var low = 0
        var high = nodes.count
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < nodes.count && nodes[low] == key ? low : nil
    }

    func index(of node: NodeKey) -> Int? { Self.index(of: node.raw, in: nodes) }

    private static func range(_ offsets: [Int32], _ node: Int) -> Range<Int> {
        Int(offsets[node])..<Int(offsets[node + 1])
    }

    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        guard let at = index(of: node) else { return true }
        if direction != .backward {
            for i in Self.range(outOffsets, at) {
                let other = NodeKey(raw: nodes[Int(outTargets[i])])
                if try !body(RelationshipRef(type: type, id: outIDs[i], source: node, target: other)) { return false }
            }
        }
        if direction != .forward {
            for i in Self.range(inOffsets, at) {
                let other = NodeKey(raw: nodes[Int(inSources[i])])
                // A loop stands in both lists.
                if direction == .either, other == node { continue }
                if try !body(RelationshipRef(type: type, id: inIDs[i], source: other, target: node)) { return false }
            }
        }
        return true
    }

    /// All nodes within `most` steps of one, without itself, nearest first.
    func reachable(
        from node: NodeKey, _ direction: RelationshipPattern.Direction, most: Int?, budget: Budget
    ) throws -> [NodeKey] {
        guard let start = index(of: node) else { return [] }
        var seen = [Bool](repeating: false, count: nodes.count)
        seen[start] = true
        var found: [Int32] = []
        var border = [Int32(start)]
        var depth = 0
        while !border.isEmpty, most.map({ depth < $0 }) ?? true {
            depth += 1
            var next: [Int32] = []
            for at in border {
                try budget.step()
                if direction != .backward {
                    for i in Self.range(outOffsets, Int(at)) where !seen[Int(outTargets[i])] {
                        seen[Int(outTargets[i])] = true
                        next.append(outTargets[i])
                    }
                }
                if direction != .forward {
                    for i in Self.range(inOffsets, Int(at)) where !seen[Int(inSources[i])] {
                        seen[Int(inSources[i])] = true
                        next.append(inSources[i])
                    }
                }
            }
            found += next
            border = next
        }
        return found.map { NodeKey(raw: nodes[Int($0)]) }
    }

    /// For every pair of nodes that share targets (or sources), in how many; pairs with fewer than `least` are left
    /// out, and the second node comes after the first, or before it when `isDescending`.
    func forEachPair(
        sharing targets: Bool, least: Int64, isDescending: Bool, budget: Budget,
        _ body: (NodeKey, NodeKey, Int64) throws -> Bool
    ) throws -> Bool {
        let (firstOffsets, firstItems) = targets ? (outOffsets, outTargets) : (inOffsets, inSources)
        let (backOffsets, backItems) = targets ? (inOffsets, inSources) : (outOffsets, outTargets)
        var counts = [Int32](repeating: 0, count: nodes.count)
        var touched: [Int32] = []
        for a in nodes.indices {
            let own = Self.range(firstOffsets, a)
            if own.isEmpty { continue }
            touched.removeAll(keepingCapacity: true)
            var lastMiddle: Int32 = -1
            for i in own where firstItems[i] != lastMiddle {
                try budget.step()
                lastMiddle = firstItems[i]
                var lastOther: Int32 = -1
                for j in Self.range(backOffsets, Int(lastMiddle)) {
                    let b = backItems[j]
                    if b == lastOther { continue }
                    lastOther = b
                    if isDescending ? b >= Int32(a) : b <= Int32(a) { continue }
                    if counts[Int(b)] == 0 { touched.append(b) }
                    counts[Int(b)] += 1
                }
            }
            for b in touched {
                let count = Int64(counts[Int(b)])
                counts[Int(b)] = 0
                if count < least { continue }
                if try !body(NodeKey(raw: nodes[a]), NodeKey(raw: nodes[Int(b)]), count) { return false }
            }
        }
        return true
    }
}
