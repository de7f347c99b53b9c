/// Makes queries at random that every part of the product accepts.
struct NaiveMaker {
    private enum Kind: Equatable {
        /// The labels it may have.
        case node([String])
        case relationship([String])
        case number
        case text
    }

    var random: NaiveRandom
    private var scope: [(name: String, kind: Kind)] = []
    private var made = 0

    init(_ random: NaiveRandom) { self.random = random }

    private static let labels = ["Project", "Organization", "Region", "Programme"]

    private mutating func newName(_ prefix: String) -> String {
        made += 1
        return "\(prefix)\(made)"
    }

    private func kind(of name: String) -> Kind? { scope.last { $0.name == name }?.kind }

    // MARK: Queries

    mutating func query() -> NaiveQuery {
        let columns = 1 + random.below(3)
        var parts = [part(columns, mayOrder: true)]
        let joined = random.happens(15)
        if joined {
            parts[0] = part(columns, mayOrder: false)
            parts.append(part(columns, mayOrder: false))
        }
        return NaiveQuery(parts: parts, keepsAll: joined && random.happens(50))
    }

    private mutating func part(_ columns: Int, mayOrder: Bool) -> [NaiveQuery.Clause] {
        scope = []
        var clauses: [NaiveQuery.Clause] = []
        if random.happens(8) {
            let name = newName("x")
            clauses.append(.unwind([.integer(2020), .null, .integer(1)], name))
            scope.append((name, .number))
        }
        clauses.append(match(isOptional: random.happens(10), longest: 4))
        if random.happens(25) { clauses.append(match(isOptional: random.happens(70), longest: 1)) }
        if random.happens(25) {
            clauses.append(.with(with()))
            if random.happens(50), !scope.isEmpty { clauses.append(match(isOptional: random.happens(50), longest: 1)) }
        }
        clauses.append(.returning(returning(columns, mayOrder)))
        return clauses
    }

    // MARK: Patterns

    private mutating func match(isOptional: Bool, longest: Int) -> NaiveQuery.Clause {
        var patterns = [pattern(longest)]
        if longest > 1, random.happens(12) { patterns.append(pattern(1)) }
        let condition = random.happens(55) ? condition(2) : nil
        return .match(patterns, isOptional: isOptional, condition)
    }

    private mutating func pattern(_ longest: Int) -> NaiveQuery.Pattern {
        var pattern = NaiveQuery.Pattern(start: node(Self.labels))
        let lengths = [1, 1, 1, 2, 2, 3, 4].filter { $0 <= longest }
        let count = random.happens(8) ? 0 : random.one(lengths)
        for _ in 0..<count { pattern.hops.append(hop()) }
        return pattern
    }

    private mutating func node(_ possible: [String]) -> NaiveQuery.NodePattern {
        var node = NaiveQuery.NodePattern()
        let known = scope.filter { if case .node = $0.kind { true } else { false } }
        if !known.isEmpty, random.happens(35) {
            node.name = random.one(known).name
            return node
        }
        var labels: [String] = []
        if random.happens(65) { labels = [random.one(possible)] }
        if random.happens(8) { labels = [random.one(Self.labels), random.one(Self.labels)] }
        node.labels = labels
        let own = labels.isEmpty ? Self.labels : labels
        if labels.count == 1, random.happens(15) {
            let key = random.one(NaiveGraph.properties[labels[0]] ?? ["name"])
            if key != "id" { node.property = (key, literal(for: key)) }
        }
        if random.happens(75) {
            let name = newName("n")
            node.name = name
            scope.append((name, .node(own)))
        }
        return node
    }

    private mutating func hop() -> NaiveQuery.Hop {
        var types: [String] = []
        if random.happens(80) {
            types = [random.one(["PARTNER_IN", "PARTNER_IN", "PART_OF", "LOCATED_IN", "FUNDED_BY"])]
        }
        if random.happens(10) { types = ["PARTNER_IN", "LOCATED_IN"] }
        var hop = NaiveQuery.Hop(types: types, direction: random.one(NaiveQuery.Hop.Direction.allCases), node: .init())
        if random.happens(15) {
            let least = random.below(3)
            hop.length = least...(least + random.below(2) + (least == 0 ? 1 : 0))
        } else if random.happens(25) {
            let name = newName("r")
            hop.name = name
            scope.append((name, .relationship(types)))
        }
        if types == ["PARTNER_IN"], random.happens(20) { hop.role = random.one(["lead", "partner"]) }
        let ends = types.flatMap { t in
            NaiveGraph.types[t].map { hop.direction == .backward ? $0.sources : $0.targets } ?? []
        }
        hop.node = node(ends.isEmpty ? Self.labels : ends)
        return hop
    }

    // MARK: Terms

    private mutating func literal(for key: String) -> NaiveValue {
        switch key {
        case "id": return .integer(10 + random.below(60))
        case "year": return random.one([.integer(2020), .integer(2021), .integer(2022)])
        case "level": return random.one([.integer(0), .integer(1)])
        case "country", "code": return random.one([.text("EE"), .text("LV")])
        case "role": return random.one([.text("lead"), .text("partner")])
        default: return random.one([.text("Amber"), .text("Birch"), .text("B")])
        }
    }

    /// A value of one row: a property or a variable that holds one.
    private mutating func value() -> (term: NaiveQuery.Term, key: String)? {
        guard !scope.isEmpty else { return nil }
        let (name, kind) = random.one(scope)
        switch kind {
        case .node(let labels):
            let key = random.one(NaiveGraph.properties[random.one(labels)] ?? ["name"])
            return (.property(name, key), key)
        case .relationship(let types):
            if types == ["PARTNER_IN"] || types == ["FUNDED_BY"] { return (.property(name, "role"), "role") }
            return nil
        case .number: return (.variable(name), "year")
        case .text: return (.variable(name), "name")
        }
    }

    private mutating func condition(_ depth: Int) -> NaiveQuery.Term {
        if depth > 0, random.happens(30) {
            let (a, b) = (condition(depth - 1), condition(depth - 1))
            return random.happens(50) ? .and(a, b) : .or(a, b)
        }
        if depth > 0, random.happens(15) { return .not(condition(depth - 1)) }
        let nodes = scope.filter { if case .node = $0.kind { true } else { false } }
        if !nodes.isEmpty, random.happens(12) { return .hasLabel(random.one(nodes).name, random.one(Self.labels)) }
        if nodes.count > 1, random.happens(25) {
            let (a, b) = (random.one(nodes).name, random.one(nodes).name)
            return random.happens(50)
                ? .compare(random.one(["<>", "="]), .variable(a), .variable(b))
                : .compare(random.one(["<>", "<", ">"]), .property(a, "id"), .property(b, "id"))
        }
        if !nodes.isEmpty, random.happens(12) {
            let outer = scope
            var inner = NaiveQuery.Pattern(start: .init(name: random.one(nodes).name))
            scope = []
            var step = hop()
            step.name = nil
            step.node.name = random.happens(30) ? random.one(nodes).name : nil
            if step.node.name != nil {
                step.node.labels = []
                step.node.property = nil
            }
            inner.hops = [step]
            scope = outer
            return .exists(inner)
        }
        guard let (term, key) = value() else { return .literal(.boolean(random.happens(80))) }
        switch random.below(5) {
        case 0: return .isNull(term)
        case 1:
            return .isIn(term, [literal(for: key), literal(for: key), random.happens(30) ? .null : literal(for: key)])
        case 2: return .compare(random.one(["<", "<=", ">", ">=", "<>"]), term, .literal(literal(for: key)))
        default: return .compare("=", term, .literal(literal(for: key)))
        }
    }

    // MARK: Projections

    private mutating func column(_ name: String, mayAggregate: Bool) -> (column: NaiveQuery.Column, kind: Kind) {
        if mayAggregate, random.happens(60) {
            if random.happens(35) { return (.init(name: name, term: nil, aggregate: .count), .number) }
            if let (term, key) = value() {
                let isNumber = ["id", "year", "level"].contains(key)
                let all = NaiveQuery.Column.Aggregate.allCases.filter { isNumber || $0 != .sum }
                let aggregate = random.one(all)
                let keeps = aggregate == .min || aggregate == .max
                return (.init(name: name, term: term, aggregate: aggregate), keeps && !isNumber ? .text : .number)
            }
            let nodes = scope.filter { if case .node = $0.kind { true } else { false } }
            if !nodes.isEmpty {
                return (.init(name: name, term: .variable(random.one(nodes).name), aggregate: .countDistinct), .number)
            }
        }
        if let (term, key) = value() {
            return (.init(name: name, term: term), ["id", "year", "level"].contains(key) ? .number : .text)
        }
        return (.init(name: name, term: .literal(.integer(1))), .number)
    }

    private mutating func with() -> NaiveQuery.Projection {
        var projection = NaiveQuery.Projection(isDistinct: random.happens(25))
        var after: [(name: String, kind: Kind)] = []
        var taken: Set<String> = []
        let nodes = scope.filter { if case .node = $0.kind { true } else { false } }
        for _ in 0..<2 where !nodes.isEmpty {
            let known = random.one(nodes)
            guard taken.insert(known.name).inserted else { continue }
            projection.columns.append(.init(name: known.name, term: .variable(known.name)))
            after.append(known)
        }
        let aggregates = random.happens(50)
        for _ in 0..<(1 + random.below(2)) {
            let name = newName("v")
            let (column, kind) = column(name, mayAggregate: aggregates)
            projection.columns.append(column)
            after.append((name, kind))
        }
        scope = after
        if random.happens(40) { projection.condition = condition(1) }
        return projection
    }

    private mutating func returning(_ count: Int, _ mayOrder: Bool) -> NaiveQuery.Projection {
        var projection = NaiveQuery.Projection(isDistinct: random.happens(20))
        let aggregates = random.happens(40)
        for i in 0..<count { projection.columns.append(column("c\(i)", mayAggregate: aggregates).column) }
        if mayOrder, random.happens(40) {
            // By all columns: the order is certain, and so is what a limit keeps.
            projection.order = (0..<count).map { ("c\($0)", random.happens(40)) }
            if random.happens(50) { projection.limit = random.below(6) }
            if random.happens(20) { projection.skip = random.below(3) }
        }
        return projection
    }
}
