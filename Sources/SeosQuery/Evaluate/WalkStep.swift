/// A path of variable length: every way there, no relationship twice; the relationships are a list.
final class WalkStep: MatchStep {
    private let e: Expansion
    private let used: UsedRelationships
    private let least: Int
    private let most: Int?
    /// Whether it is walked from the end of the pattern to its beginning: the list is the other way round.
    private let isReversed: Bool

    init(_ expansion: Expansion, _ used: UsedRelationships, least: Int, most: Int?, isReversed: Bool) {
        e = expansion
        self.used = used
        self.least = least
        self.most = most
        self.isReversed = isReversed
    }

    /// Longer ways are walked with a list of open levels instead of the stack.
    private static let deepest = 32

    override func run(_ frame: Frame) throws -> Bool {
        guard case .node(let from) = frame.slots[e.from] else { return true }
        if e.isBound { return try follow(from, frame) }
        let base = used.count
        if let most, most <= Self.deepest { return try descend(from, base, frame) }
        defer { used.removeLast(used.count - base) }
        if try !arrive(from, base, frame) { return false }
        var levels = [try level(from, base)]
        while var top = levels.popLast() {
            guard top.next < top.relationships.count else {
                if !levels.isEmpty { used.removeLast() }
                continue
            }
            let relationship = top.relationships[top.next]
            top.next += 1
            let node = top.node
            levels.append(top)
            try e.budget.step()
            if used.contains(relationship) { continue }
            if try !e.fits(relationship, frame) { continue }
            let to = relationship.other(than: node)
            used.append(relationship)
            try e.budget.keep(1)
            if try !arrive(to, base, frame) { return false }
            levels.append(try level(to, base))
        }
        return true
    }

    private func descend(_ node: NodeKey, _ base: Int, _ frame: Frame) throws -> Bool {
        if try !arrive(node, base, frame) { return false }
        guard let most, used.count - base < most else { return true }
        return try e.graph.forEachRelationship(at: node, e.direction, types: e.types) { relationship in
            try e.budget.step()
            if used.contains(relationship) { return true }
            guard try e.fits(relationship, frame) else { return true }
            used.append(relationship)
            defer { used.removeLast() }
            return try descend(relationship.other(than: node), base, frame)
        }
    }

    /// One node on the way and the relationships that lead on from it.
    private struct Level {
        var node: NodeKey
        var relationships: [RelationshipRef]
        var next = 0
    }

    private func level(_ node: NodeKey, _ base: Int) throws -> Level {
        var own: [RelationshipRef] = []
        if most.map({ used.count - base < $0 }) ?? true {
            _ = try e.graph.forEachRelationship(at: node, e.direction, types: e.types) {
                try e.budget.step()
                own.append($0)
                return true
            }
        }
        return Level(node: node, relationships: own)
    }

    private func arrive(_ node: NodeKey, _ base: Int, _ frame: Frame) throws -> Bool {
        if used.count - base < least { return true }
        guard try e.arrive(node, frame) else { return true }
        if let slot = e.relationship {
            let list = used.items(from: base).map { Value.relationship($0) }
            frame.slots[slot] = .list(isReversed ? list.reversed() : list)
        }
        return try forward(frame)
    }

    /// A variable that holds the list of relationships already.
    private func follow(_ from: NodeKey, _ frame: Frame) throws -> Bool {
        guard let slot = e.relationship, case .list(let items) = frame.slots[slot], items.count >= least,
            most.map({ items.count <= $0 }) ?? true
        else { return true }
        let base = used.count
        defer { used.removeLast(used.count - base) }
        var node = from
        for item in isReversed ? items.reversed() : items {
            guard case .relationship(let r) = item, e.types?.contains(r.type) ?? true,
                (e.direction != .backward && r.source == node) || (e.direction != .forward && r.target == node),
                !used.contains(r), try e.fits(r, frame)
            else { return true }
            let goesForward = e.direction != .backward && r.source == node
            node = goesForward ? r.target : r.source
            used.append(r)
        }
        guard try e.arrive(node, frame) else { return true }
        return try forward(frame)
    }
}

/// The nodes that a path of at most so many relationships leads to, each once.
final class ReachStep: MatchStep {
    private let e: Expansion
    private let least: Int
    private let most: Int?

    init(_ expansion: Expansion, least: Int, most: Int?) {
        e = expansion
        self.least = least
        self.most = most
    }

    override func run(_ frame: Frame) throws -> Bool {
        guard case .node(let from) = frame.slots[e.from] else { return true }
        if least == 0, try e.arrive(from, frame), try !forward(frame) { return false }
        if let (adjacency, counts) = try e.graph.adjacency(e.types, budget: e.budget) {
            let found = try adjacency.reachable(
                from: from, e.direction, most: most, counts: counts, budget: e.budget)
            for node in found
            where try e.arrive(node, frame) { if try !forward(frame) { return false } }
            return true
        }
        var seen: Set<NodeKey> = [from]
        var border = [from]
        var depth = 0
        while !border.isEmpty, most.map({ depth < $0 }) ?? true {
            depth += 1
            var next: [NodeKey] = []
            for node in border {
                _ = try e.graph.forEachRelationship(at: node, e.direction, types: e.types) { r in
                    try e.budget.step()
                    let other = r.other(than: node)
                    if seen.insert(other).inserted {
                        try e.budget.keep(1)
                        next.append(other)
                    }
                    return true
                }
            }
            for node in next where try e.arrive(node, frame) { if try !forward(frame) { return false } }
            border = next
        }
        return true
    }
}

/// One shortest path between two nodes, or all of them.
final class ShortestStep: MatchStep {
    private let e: Expansion
    private let used: UsedRelationships
    private let least: Int
    private let most: Int?
    private let isAll: Bool

    init(_ expansion: Expansion, _ used: UsedRelationships, least: Int, most: Int?, isAll: Bool) {
        e = expansion
        self.used = used
        self.least = least
        self.most = most
        self.isAll = isAll
    }

    override func run(_ frame: Frame) throws -> Bool {
        guard case .node(let from) = frame.slots[e.from], case .node(let to) = frame.slots[e.to] else { return true }
        let search = ShortestPathSearch(
            graph: e.graph, budget: e.budget, types: e.types, direction: e.direction, least: least, most: most
        ) { [e] in try e.fits($0, frame) }
        for path in try search.paths(from: from, to: to, all: isAll) {
            if let slot = e.relationship { frame.slots[slot] = .list(path.map { .relationship($0) }) }
            for relationship in path { used.append(relationship) }
            defer { used.removeLast(path.count) }
            if try !forward(frame) { return false }
        }
        return true
    }
}
