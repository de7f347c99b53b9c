/// Breadth-first search from both ends; each round widens the smaller side.
struct ShortestPathSearch {
    let graph: any GraphSource
    let budget: Budget
    let types: [Int]?
    let direction: RelationshipPattern.Direction
    let least: Int
    let most: Int?
    let fits: (RelationshipRef) throws -> Bool

    /// How a node was first reached: its distance, and all relationships that lead to it at that distance.
    private struct Reached {
        var distance: Int
        var by: [RelationshipRef]
    }

    /// The shortest ways as lists of relationships; at most one unless `all` are asked.
    func paths(from: NodeKey, to: NodeKey, all: Bool) throws -> [[RelationshipRef]] {
        if from == to {
            if least == 0 { return [[]] }
            throw QueryFault(
                .unsupported, "the two ends of a shortest path are the same node", at: nil,
                hint: "leave such pairs out with WHERE, or allow the length 0: *0..")
        }
        var sides = [[from: Reached(distance: 0, by: [])], [to: Reached(distance: 0, by: [])]]
        var borders = [[from], [to]]
        var depths = [0, 0]
        let most = most ?? Int.max
        var best = Int.max
        while !borders[0].isEmpty, !borders[1].isEmpty, depths[0] + depths[1] < min(best, most) {
            let side = borders[0].count <= borders[1].count ? 0 : 1
            depths[side] += 1
            var border: [NodeKey] = []
            for node in borders[side] {
                _ = try graph.forEachRelationship(at: node, direction(side), types: types) { r in
                    try budget.step()
                    let other = r.other(than: node)
                    if other == node { return true }
                    if let known = sides[side][other] {
                        if known.distance == depths[side], all, try fits(r) { sides[side][other]?.by.append(r) }
                        return true
                    }
                    guard try fits(r) else { return true }
                    sides[side][other] = Reached(distance: depths[side], by: [r])
                    try budget.keep(2)
                    border.append(other)
                    if let met = sides[1 - side][other] { best = min(best, met.distance + depths[side]) }
                    return true
                }
            }
            borders[side] = border
        }
        if best > most { return [] }
        // Every shortest way crosses the meeting depth of the first side in exactly one node.
        var result: [[RelationshipRef]] = []
        let cut = min(depths[0], best)
        for (node, reached) in sides[0] where reached.distance == cut {
            guard let met = sides[1][node], met.distance + cut == best else { continue }
            let heads = try ways(to: node, sides[0], all).map { Array($0.reversed()) }
            let tails = try ways(to: node, sides[1], all)
            for head in heads {
                for tail in tails {
                    result.append(head + tail)
                    if !all { return result }
                    try budget.keep(best)
                }
            }
        }
        return result
    }

    private func direction(_ side: Int) -> RelationshipPattern.Direction {
        switch direction {
        case .either: .either
        case .forward: side == 0 ? .forward : .backward
        case .backward: side == 0 ? .backward : .forward
        }
    }

    /// From the node back to where the side began.
    private func ways(to node: NodeKey, _ side: [NodeKey: Reached], _ all: Bool) throws -> [[RelationshipRef]] {
        var open: [(node: NodeKey, way: [RelationshipRef])] = [(node, [])]
        var result: [[RelationshipRef]] = []
        while let (at, way) = open.popLast() {
            try budget.keep(1)
            guard let reached = side[at], reached.distance > 0 else {
                result.append(way)
                if !all { break }
                continue
            }
            for r in reached.by { open.append((r.other(than: at), way + [r])) }
        }
        return result
    }
}
