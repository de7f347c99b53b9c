/// A relationship pattern made ready: where it begins and ends, and what it asks of a relationship.
final class Expansion {
    /// Places of the two nodes; `from` is filled already.
    let from: Int
    let to: Int
    /// Where the relationship goes, or is; nil when nobody asks for it.
    let relationship: Int?
    /// Nil is every type.
    let types: [Int]?
    let direction: RelationshipPattern.Direction
    let isBound: Bool
    let targetIsKnown: Bool
    let test: NodeTest?
    let properties: [PropertyTest]
    let allProperties: Evaluation?
    /// Nil when no other part of the clause could use the same relationship.
    let used: UsedRelationships?
    let graph: any GraphSource
    let budget: Budget

    init(
        from: Int, to: Int, relationship: Int?, types: [Int]?, direction: RelationshipPattern.Direction, isBound: Bool,
        targetIsKnown: Bool, test: NodeTest?,
        properties: [PropertyTest], allProperties: Evaluation?,
        used: UsedRelationships?, graph: any GraphSource, budget: Budget
    ) {
        self.from = from
        self.to = to
        self.relationship = relationship
        self.types = types
        self.direction = direction
        self.isBound = isBound
        self.targetIsKnown = targetIsKnown
        self.test = test
        self.properties = properties
        self.allProperties = allProperties
        self.used = used
        self.graph = graph
        self.budget = budget
    }

    /// Whether a relationship has the properties that the pattern asks for.
    @inline(__always)
    func fits(_ relationship: RelationshipRef, _ frame: Frame) throws -> Bool {
        if properties.isEmpty, allProperties == nil { return true }
        return try hasProperties(relationship, frame)
    }

    private func hasProperties(_ relationship: RelationshipRef, _ frame: Frame) throws -> Bool {
        for test in properties where try !test.holds(relationship, frame) { return false }
        if let allProperties {
            guard case .map(let map) = try allProperties(frame) else { return false }
            for (name, value) in map.entries
            where try Value.equal(graph.property(name, of: relationship), value) != true { return false }
        }
        return true
    }

    /// Fills the node at the far end, or compares it with the one that is there.
    @inline(__always)
    func arrive(_ node: NodeKey, _ frame: Frame) throws -> Bool {
        if targetIsKnown {
            guard case .node(let known) = frame.slots[to] else { return false }
            return known == node
        }
        if let test, try !test(node) { return false }
        frame.slots[to] = .node(node)
        return true
    }
}

/// A property that a relationship of a pattern must have.
final class PropertyTest {
    private let read: (RelationshipRef) throws -> Value
    private let value: Evaluation
    private let constant: Value?

    init(_ read: @escaping (RelationshipRef) throws -> Value, _ value: @escaping Evaluation, constant: Value?) {
        self.read = read
        self.value = value
        self.constant = constant
    }

    func holds(_ relationship: RelationshipRef, _ frame: Frame) throws -> Bool {
        if let constant { return try Value.equal(read(relationship), constant) == true }
        return try Value.equal(read(relationship), value(frame)) == true
    }
}

/// One relationship.
final class ExpandStep: MatchStep {
    private let e: Expansion
    /// Whether only the number of ways is asked: they go on together, as one row that stands for so many.
    private var isCounted = false
    /// Whether nobody asks which relationship it is.
    private let isPlain: Bool
    /// What it walks, where that lies in memory; looked up at the first row.
    private var memory: Adjacency?
    private var sides: (out: AdjacencySide?, back: AdjacencySide?)
    private var hasLooked = false

    init(_ expansion: Expansion) {
        e = expansion
        isPlain = e.relationship == nil && e.used == nil && e.properties.isEmpty && e.allProperties == nil
    }

    /// The places that this step fills.
    var slots: [Int] { [e.targetIsKnown ? nil : e.to, e.relationship].compactMap { $0 } }
    var mayBeCounted: Bool { !e.isBound && e.used == nil }

    func count() { isCounted = true }

    override func run(_ frame: Frame) throws -> Bool {
        guard case .node(let from) = frame.slots[e.from] else { return true }
        if e.isBound { return try follow(from, frame) }
        if isCounted { return try count(from, frame) }
        if !hasLooked { try look() }
        if let type = memory?.type, let raw = Int32(exactly: from.raw) {
            if let out = sides.out, try !expand(out, true, type, raw, frame) { return false }
            if let back = sides.back { return try expand(back, false, type, raw, frame) }
            return true
        }
        return try e.graph.forEachRelationship(at: from, e.direction, types: e.types) { relationship in
            try e.budget.step()
            return try take(relationship, relationship.other(than: from), frame)
        }
    }

    private func look() throws {
        hasLooked = true
        memory = try e.graph.adjacency(e.types, budget: e.budget)?.adjacency
        sides = (e.direction == .backward ? nil : memory?.out, e.direction == .forward ? nil : memory?.back)
    }

    /// The relationships of one direction, without a call for each.
    private func expand(
        _ side: AdjacencySide, _ isOut: Bool, _ type: Int, _ raw: Int32, _ frame: Frame
    ) throws -> Bool {
        // A loop stands in both lists.
        let skipsLoops = !isOut && e.direction == .either
        let from = NodeKey(raw: Int64(raw))
        for i in side.range(raw) {
            try e.budget.step()
            if skipsLoops, side.others[i] == raw { continue }
            let other = NodeKey(raw: Int64(side.others[i]))
            if isPlain {
                if try e.arrive(other, frame), try !forward(frame) { return false }
                continue
            }
            let found = RelationshipRef(
                type: type, id: side.ids[i], source: isOut ? from : other, target: isOut ? other : from,
                number: side.numbers[i])
            if try !take(found, other, frame) { return false }
        }
        return true
    }

    private func count(_ from: NodeKey, _ frame: Frame) throws -> Bool {
        var count: Int64 = 0
        if !e.targetIsKnown, e.test == nil, e.properties.isEmpty, e.allProperties == nil,
            let (degree, other) = try e.graph.degree(of: from, e.direction, types: e.types)
        {
            count = Int64(degree)
            frame.slots[e.to] = other.map { .node($0.other(than: from)) } ?? .null
            if let slot = e.relationship { frame.slots[slot] = other.map { .relationship($0) } ?? .null }
        } else {
            _ = try e.graph.forEachRelationship(at: from, e.direction, types: e.types) { relationship in
                try e.budget.step()
                let to = relationship.other(than: from)
                guard try e.arrive(to, frame), try e.fits(relationship, frame) else { return true }
                if let slot = e.relationship { frame.slots[slot] = .relationship(relationship) }
                count += 1
                return true
            }
        }
        if count == 0 { return true }
        frame.weight = count
        defer { frame.weight = 1 }
        return try forward(frame)
    }

    private func take(_ relationship: RelationshipRef, _ to: NodeKey, _ frame: Frame) throws -> Bool {
        if let used = e.used, used.contains(relationship) { return true }
        guard try e.arrive(to, frame), try e.fits(relationship, frame) else { return true }
        if let slot = e.relationship { frame.slots[slot] = .relationship(relationship) }
        guard let used = e.used else { return try forward(frame) }
        used.append(relationship)
        defer { used.removeLast() }
        return try forward(frame)
    }

    /// A variable that holds the relationship already.
    private func follow(_ from: NodeKey, _ frame: Frame) throws -> Bool {
        guard let slot = e.relationship, case .relationship(let bound) = frame.slots[slot] else { return true }
        if let types = e.types, !types.contains(bound.type) { return true }
        if bound.source == from, e.direction != .backward {
            if try !take(bound, bound.target, frame) { return false }
            if bound.target == from { return true }
        }
        if bound.target == from, e.direction != .forward { return try take(bound, bound.source, frame) }
        return true
    }
}
