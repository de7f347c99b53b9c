/// The relationships of one type as two compressed lists: for every node its neighbours out and in.
///
/// Nodes are keys of `CompressedGraph`: the place among the nodes of the label in the upper bits, the label below.
final class Adjacency {
    let type: Int
    let out: AdjacencySide
    let back: AdjacencySide
    /// By number.
    let ids: [Int64]
    /// Values of properties by number, once many were asked for.
    var columns: [String: ValueColumn] = [:]
    var reads: [String: Int] = [:]

    /// More relationships than this are not held in memory.
    static let most = 50_000_000

    /// - Parameter counts: how many nodes each label has.
    init(type: Int, sources: [Int32], targets: [Int32], ids: [Int64], counts: [Int]) {
        self.type = type
        self.ids = ids
        out = AdjacencySide(sources, targets, ids, counts)
        back = AdjacencySide(targets, sources, ids, counts)
    }

    deinit {
        out.deallocate()
        back.deallocate()
    }

    @inline(__always)
    private static func key(_ raw: Int32) -> NodeKey { NodeKey(raw: Int64(raw)) }

    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        guard let raw = Int32(exactly: node.raw) else { return true }
        if direction != .backward {
            for i in out.range(raw) {
                let found = RelationshipRef(
                    type: type, id: out.ids[i], source: node, target: Self.key(out.others[i]), number: out.numbers[i])
                if try !body(found) { return false }
            }
        }
        if direction != .forward {
            for i in back.range(raw) {
                // A loop stands in both lists.
                if direction == .either, back.others[i] == raw { continue }
                let found = RelationshipRef(
                    type: type, id: back.ids[i], source: Self.key(back.others[i]), target: node,
                    number: back.numbers[i])
                if try !body(found) { return false }
            }
        }
        return true
    }

    /// The number of relationships in one direction, and one of them.
    func degree(of node: NodeKey, out isOut: Bool) -> (count: Int, one: RelationshipRef?) {
        guard let raw = Int32(exactly: node.raw) else { return (0, nil) }
        let side = isOut ? out : back
        let range = side.range(raw)
        guard let first = range.first else { return (0, nil) }
        let (number, other) = (side.numbers[first], Self.key(side.others[first]))
        let one = RelationshipRef(
            type: type, id: ids[Int(number)], source: isOut ? node : other, target: isOut ? other : node,
            number: number)
        return (range.count, one)
    }

    /// All nodes within `most` steps of one, without itself, nearest first.
    func reachable(
        from node: NodeKey, _ direction: RelationshipPattern.Direction, most: Int?, counts: [Int], budget: Budget
    ) throws -> [NodeKey] {
        guard let start = Int32(exactly: node.raw) else { return [] }
        // One mark a node, label behind label.
        var bases = [0]
        for count in counts { bases.append((bases.last ?? 0) + count) }
        var seen = [Bool](repeating: false, count: bases.last ?? 0)
        func place(_ raw: Int32) -> Int { bases[Int(raw) & LabelSet.mask] + Int(raw) >> LabelSet.bits }
        seen[place(start)] = true
        var found: [Int32] = []
        // The border is what was found last.
        var border = 0..<0
        var depth = 0
        func widen(_ at: Int32, _ side: AdjacencySide) {
            for i in side.range(at) {
                let other = side.others[i]
                let mark = place(other)
                if seen[mark] { continue }
                seen[mark] = true
                found.append(other)
            }
        }
        while depth == 0 || !border.isEmpty, most.map({ depth < $0 }) ?? true {
            let before = found.count
            if depth == 0 {
                if direction != .backward { widen(start, out) }
                if direction != .forward { widen(start, back) }
            }
            for i in border {
                try budget.step()
                let at = found[i]
                if direction != .backward { widen(at, out) }
                if direction != .forward { widen(at, back) }
            }
            border = before..<found.count
            depth += 1
        }
        return found.map(Self.key)
    }

    /// For every pair of nodes that share targets (or sources), in how many; pairs with fewer than `least` are left
    /// out, and the second node comes after the first, or before it when `isDescending`. Both ends have one label.
    func forEachPair(
        sharing targets: Bool, label: Int, least: Int64, isDescending: Bool, budget: Budget,
        _ body: (NodeKey, NodeKey, Int64) throws -> Bool
    ) throws -> Bool {
        let (first, second) = targets ? (out, back) : (back, out)
        let count = first.nodeCount(label)
        var counts = [Int32](repeating: 0, count: count)
        var touched: [Int32] = []
        for place in 0..<count {
            let a = Int32(place << LabelSet.bits | label)
            let own = first.range(a)
            if own.isEmpty { continue }
            touched.removeAll(keepingCapacity: true)
            var lastMiddle: Int32 = -1
            for i in own where first.others[i] != lastMiddle {
                try budget.step()
                lastMiddle = first.others[i]
                var lastOther: Int32 = -1
                for j in second.range(lastMiddle) {
                    let b = second.others[j]
                    if b == lastOther { continue }
                    lastOther = b
                    if isDescending ? b >= a : b <= a { continue }
                    let at = Int(b) >> LabelSet.bits
                    if counts[at] == 0 { touched.append(b) }
                    counts[at] += 1
                }
            }
            for b in touched {
                let count = Int64(counts[Int(b) >> LabelSet.bits])
                counts[Int(b) >> LabelSet.bits] = 0
                if count < least { continue }
                if try !body(Self.key(a), Self.key(b), count) { return false }
            }
        }
        return true
    }
}
