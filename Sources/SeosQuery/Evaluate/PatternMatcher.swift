/// Finds all ways to fill the patterns of one MATCH: steps in a fixed order, each filling or testing variables, with
/// backtracking. No relationship is used twice in one way.
final class PatternMatcher {
    enum Step {
        /// Every node that the access gives.
        case scan(slot: Int, access: Access, test: NodeTest?)
        /// A variable that holds a node already.
        case known(slot: Int, test: NodeTest?)
        case expand(Expansion)
        case walk(Walk)
        /// The nodes that a walk of at most so many steps leads to, each once.
        case reach(Walk)
        case shortest(Walk, all: Bool)
        case filter(Evaluation)
        case path(slot: Int, start: Int, elements: [(relationship: Int, isWalk: Bool, node: Int)])
    }

    enum Access {
        case all
        case label(Int)
        /// No node can have the label.
        case nothing
        case index(label: Int, property: String, value: Evaluation)
    }

    typealias NodeTest = (NodeKey) throws -> Bool

    struct Expansion {
        var from: Int
        var to: Int
        var relationship: Int
        /// Nil is every type.
        var types: [Int]?
        var direction: RelationshipPattern.Direction
        var isBound: Bool
        var targetIsKnown: Bool
        var test: NodeTest?
        var properties: [(name: String, value: Evaluation)]
        var allProperties: Evaluation?
    }

    /// A path of variable length; the relationships are a list.
    struct Walk {
        var base: Expansion
        var least: Int
        var most: Int?
        /// Whether it is walked from the end of the pattern to its beginning: the list is the other way round.
        var isReversed = false
    }

    let graph: any GraphSource
    let budget: Budget
    private let steps: [Step]
    private var used: [RelationshipRef] = []

    init(_ steps: [Step], graph: any GraphSource, budget: Budget) {
        self.steps = steps
        self.graph = graph
        self.budget = budget
    }

    func run(_ frame: Frame, _ found: () throws -> Bool) throws -> Bool {
        used.removeAll(keepingCapacity: true)
        return try run(0, frame, found)
    }

    private func run(_ index: Int, _ frame: Frame, _ found: () throws -> Bool) throws -> Bool {
        try budget.step()
        if index == steps.count { return try found() }
        switch steps[index] {
        case .scan(let slot, let access, let test):
            func visit(_ node: NodeKey) throws -> Bool {
                try budget.step()
                if let test, try !test(node) { return true }
                frame.slots[slot] = .node(node)
                return try run(index + 1, frame, found)
            }
            switch access {
            case .nothing: return true
            case .all: return try graph.forEachNode(label: nil, visit)
            case .label(let label): return try graph.forEachNode(label: label, visit)
            case .index(let label, let property, let value):
                guard let nodes = try graph.nodes(label: label, property: property, equals: value(frame)) else {
                    return try graph.forEachNode(label: label, visit)
                }
                for node in nodes where try !visit(node) { return false }
                return true
            }
        case .known(let slot, let test):
            guard case .node(let node) = frame.slots[slot], try test?(node) ?? true else { return true }
            return try run(index + 1, frame, found)
        case .filter(let condition):
            guard case .boolean(true) = try condition(frame) else { return true }
            return try run(index + 1, frame, found)
        case .expand(let expansion): return try expand(expansion, index, frame, found)
        case .walk(let walk): return try self.walk(walk, index, frame, found)
        case .reach(let walk): return try reach(walk, index, frame, found)
        case .shortest(let walk, let all): return try shortest(walk, all, index, frame, found)
        case .path(let slot, let start, let elements):
            frame.slots[slot] = path(frame, start, elements)
            return try run(index + 1, frame, found)
        }
    }

    // MARK: One relationship

    private func expand(
        _ e: Expansion, _ index: Int, _ frame: Frame, _ found: () throws -> Bool
    ) throws -> Bool {
        guard case .node(let from) = frame.slots[e.from] else { return true }
        if e.isBound {
            guard case .relationship(let bound) = frame.slots[e.relationship] else { return true }
            if let types = e.types, !types.contains(bound.type) { return true }
            if bound.source == from, e.direction != .backward {
                if try !take(bound, bound.target, e, index, frame, found) { return false }
                if bound.target == from { return true }
            }
            if bound.target == from, e.direction != .forward {
                return try take(bound, bound.source, e, index, frame, found)
            }
            return true
        }
        return try graph.forEachRelationship(at: from, e.direction, types: e.types) { relationship in
            try budget.step()
            return try take(relationship, relationship.other(than: from), e, index, frame, found)
        }
    }

    private func take(
        _ relationship: RelationshipRef, _ to: NodeKey, _ e: Expansion, _ index: Int, _ frame: Frame,
        _ found: () throws -> Bool
    ) throws -> Bool {
        if used.contains(where: { $0 == relationship }) { return true }
        if e.targetIsKnown {
            guard case .node(let known) = frame.slots[e.to], known == to else { return true }
        } else {
            if let test = e.test, try !test(to) { return true }
            frame.slots[e.to] = .node(to)
        }
        guard try fits(relationship, e, frame) else { return true }
        frame.slots[e.relationship] = .relationship(relationship)
        used.append(relationship)
        defer { used.removeLast() }
        return try run(index + 1, frame, found)
    }

    func fits(_ relationship: RelationshipRef, _ e: Expansion, _ frame: Frame) throws -> Bool {
        for (name, value) in e.properties
        where try Value.equal(graph.property(name, of: relationship), value(frame)) != true { return false }
        if let all = e.allProperties {
            guard case .map(let map) = try all(frame) else { return false }
            for (name, value) in map.entries
            where try Value.equal(graph.property(name, of: relationship), value) != true { return false }
        }
        return true
    }

    // MARK: Variable length

    /// One node on the way and the relationships that lead on from it.
    private struct Level {
        var node: NodeKey
        var relationships: [RelationshipRef]
        var next = 0
    }

    private func walk(_ walk: Walk, _ index: Int, _ frame: Frame, _ found: () throws -> Bool) throws -> Bool {
        let e = walk.base
        guard case .node(let from) = frame.slots[e.from] else { return true }
        if e.isBound { return try follow(walk, from, index, frame, found) }
        let base = used.count
        defer { used.removeLast(used.count - base) }

        func arrive(_ node: NodeKey) throws -> Bool {
            let length = used.count - base
            if length < walk.least { return true }
            if e.targetIsKnown {
                guard case .node(let known) = frame.slots[e.to], known == node else { return true }
            } else {
                if let test = e.test, try !test(node) { return true }
                frame.slots[e.to] = .node(node)
            }
            let list = used[base...].map { Value.relationship($0) }
            frame.slots[e.relationship] = .list(walk.isReversed ? list.reversed() : list)
            return try run(index + 1, frame, found)
        }
        func level(_ node: NodeKey) throws -> Level {
            var own: [RelationshipRef] = []
            if walk.most.map({ used.count - base < $0 }) ?? true {
                _ = try graph.forEachRelationship(at: node, e.direction, types: e.types) {
                    try budget.step()
                    own.append($0)
                    return true
                }
            }
            return Level(node: node, relationships: own)
        }

        if try !arrive(from) { return false }
        var levels = [try level(from)]
        while var top = levels.popLast() {
            guard top.next < top.relationships.count else {
                if !levels.isEmpty { used.removeLast() }
                continue
            }
            let relationship = top.relationships[top.next]
            top.next += 1
            let node = top.node
            levels.append(top)
            try budget.step()
            if used.contains(where: { $0 == relationship }) { continue }
            if try !fits(relationship, e, frame) { continue }
            let to = relationship.other(than: node)
            used.append(relationship)
            if try !arrive(to) { return false }
            levels.append(try level(to))
        }
        return true
    }

    /// A variable that holds the list of relationships already.
    private func follow(
        _ walk: Walk, _ from: NodeKey, _ index: Int, _ frame: Frame, _ found: () throws -> Bool
    ) throws -> Bool {
        let e = walk.base
        guard case .list(let items) = frame.slots[e.relationship], items.count >= walk.least,
            walk.most.map({ items.count <= $0 }) ?? true
        else { return true }
        var node = from
        var taken: [RelationshipRef] = []
        for item in walk.isReversed ? items.reversed() : items {
            guard case .relationship(let r) = item, e.types?.contains(r.type) ?? true,
                (e.direction != .backward && r.source == node) || (e.direction != .forward && r.target == node),
                !(used + taken).contains(where: { $0 == r }), try fits(r, e, frame)
            else { return true }
            let goesForward = e.direction != .backward && r.source == node
            node = goesForward ? r.target : r.source
            taken.append(r)
        }
        if e.targetIsKnown {
            guard case .node(let known) = frame.slots[e.to], known == node else { return true }
        } else {
            if let test = e.test, try !test(node) { return true }
            frame.slots[e.to] = .node(node)
        }
        used += taken
        defer { used.removeLast(taken.count) }
        return try run(index + 1, frame, found)
    }

    // MARK: Reachability

    private func reach(_ walk: Walk, _ index: Int, _ frame: Frame, _ found: () throws -> Bool) throws -> Bool {
        let e = walk.base
        guard case .node(let from) = frame.slots[e.from] else { return true }
        func arrive(_ node: NodeKey) throws -> Bool {
            if e.targetIsKnown {
                guard case .node(let known) = frame.slots[e.to], known == node else { return true }
            } else {
                if let test = e.test, try !test(node) { return true }
                frame.slots[e.to] = .node(node)
            }
            return try run(index + 1, frame, found)
        }
        if walk.least == 0, try !arrive(from) { return false }
        if let adjacency = try graph.adjacency(e.types, budget: budget) {
            for node in try adjacency.reachable(from: from, e.direction, most: walk.most, budget: budget)
            where try !arrive(node) { return false }
            return true
        }
        var seen: Set<NodeKey> = [from]
        var border = [from]
        var depth = 0
        while !border.isEmpty, walk.most.map({ depth < $0 }) ?? true {
            depth += 1
            var next: [NodeKey] = []
            for node in border {
                _ = try graph.forEachRelationship(at: node, e.direction, types: e.types) { r in
                    try budget.step()
                    let other = r.other(than: node)
                    if seen.insert(other).inserted {
                        try budget.keep(1)
                        next.append(other)
                    }
                    return true
                }
            }
            for node in next where try !arrive(node) { return false }
            border = next
        }
        return true
    }

    // MARK: Paths

    private func shortest(
        _ walk: Walk, _ all: Bool, _ index: Int, _ frame: Frame, _ found: () throws -> Bool
    ) throws -> Bool {
        guard case .node(let from) = frame.slots[walk.base.from], case .node(let to) = frame.slots[walk.base.to] else {
            return true
        }
        _ = try graph.adjacency(walk.base.types, budget: budget)
        let search = ShortestPathSearch(graph: graph, budget: budget, walk: walk) {
            try self.fits($0, walk.base, frame)
        }
        for path in try search.paths(from: from, to: to, all: all) {
            frame.slots[walk.base.relationship] = .list(path.map { .relationship($0) })
            used += path
            defer { used.removeLast(path.count) }
            if try !run(index + 1, frame, found) { return false }
        }
        return true
    }

    private func path(
        _ frame: Frame, _ start: Int, _ elements: [(relationship: Int, isWalk: Bool, node: Int)]
    ) -> Value {
        guard case .node(var node) = frame.slots[start] else { return .null }
        var nodes = [node]
        var relationships: [RelationshipRef] = []
        for element in elements {
            let items: [Value]
            switch frame.slots[element.relationship] {
            case .list(let list): items = list
            case let single: items = [single]
            }
            for case .relationship(let r) in items {
                node = r.other(than: node)
                nodes.append(node)
                relationships.append(r)
            }
        }
        return .path(PathValue(nodes: nodes, relationships: relationships))
    }
}
