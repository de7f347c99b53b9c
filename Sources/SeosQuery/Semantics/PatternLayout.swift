/// The nodes, relationships and paths of one MATCH with their places, and the order in which they are filled.
struct PatternLayout {
    private struct Node {
        var slot: Int
        var isBound: Bool
        var labels: [LabelExpression] = []
        var properties: [PropertyPattern] = []
        var allProperties: [Expression] = []
        var name: String?
    }

    private struct Edge {
        var from: Int
        var to: Int
        var slot: Int
        var isBound: Bool
        var pattern: RelationshipPattern
        var types: [Int]?
        var search: PathPattern.Search?
    }

    private struct Path {
        var slot: Int
        var start: Int
        var elements: [(edge: Int, node: Int)]
    }

    let planner: QueryPlanner
    private(set) var scope: Bindings
    /// Whether only the ends of a path of variable length matter, and each end once.
    private let isReachability: Bool
    private let before: Bindings
    private var nodes: [Node] = []
    private var edges: [Edge] = []
    private var paths: [Path] = []
    private var nodeAt: [String: Int] = [:]

    init(planner: QueryPlanner, scope: Bindings, isReachability: Bool = false) {
        self.planner = planner
        self.isReachability = isReachability
        self.scope = scope
        before = scope
    }

    // MARK: Names

    mutating func add(_ pattern: PathPattern) throws {
        if let name = pattern.variable {
            let isInside =
                pattern.nodes.contains { $0.variable?.text == name.text }
                || pattern.steps.contains { $0.relationship.variable?.text == name.text }
            if scope[name.text] != nil || isInside {
                throw QueryFault(
                    .syntax, "the variable '\(name.text)' is there already", at: name.range, .variableAlreadyBound)
            }
        }
        try planner.spend(1 + 2 * pattern.steps.count, pattern.range)
        var at = try add(pattern.start)
        var path = Path(slot: 0, start: at, elements: [])
        for step in pattern.steps {
            let to = try add(step.node)
            let edge = try add(step.relationship, from: at, to: to, search: pattern.search)
            path.elements.append((edge, to))
            at = to
        }
        if let name = pattern.variable {
            path.slot = planner.newSlot()
            scope[name.text] = .init(slot: path.slot, type: .path)
            paths.append(path)
        }
    }

    private static func conflict(_ name: Name, _ known: StaticType, _ wanted: String) -> QueryFault {
        QueryFault(
            .type, "'\(name.text)' is \(known.words) and cannot be \(wanted) here", at: name.range,
            .variableTypeConflict)
    }

    private mutating func add(_ pattern: NodePattern) throws -> Int {
        let labels = try pattern.labels.map { try planner.labelSet($0) } ?? nil
        if let name = pattern.variable, let known = nodeAt[name.text] {
            if let expression = pattern.labels { nodes[known].labels.append(expression) }
            nodes[known].properties += pattern.properties
            if let all = pattern.allProperties { nodes[known].allProperties.append(all) }
            if let labels, case .node(let own) = scope[name.text]?.type {
                scope[name.text]?.type = .node((own ?? labels).intersection(labels))
            }
            return known
        }
        var node = Node(slot: -1, isBound: false, properties: pattern.properties, name: pattern.variable?.text)
        if let expression = pattern.labels { node.labels.append(expression) }
        if let all = pattern.allProperties { node.allProperties.append(all) }
        if let name = pattern.variable {
            if let binding = scope[name.text] {
                switch binding.type {
                case .node, .any, .null: break
                default: throw Self.conflict(name, binding.type, "a node")
                }
                node.slot = binding.slot
                node.isBound = true
                if let labels, case .node(let own) = binding.type {
                    scope[name.text]?.type = .node((own ?? labels).intersection(labels))
                }
            } else {
                node.slot = planner.newSlot()
                scope[name.text] = .init(slot: node.slot, type: .node(labels))
            }
            nodeAt[name.text] = nodes.count
        } else {
            node.slot = planner.newSlot()
        }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func add(
        _ pattern: RelationshipPattern, from: Int, to: Int, search: PathPattern.Search?
    ) throws -> Int {
        let types = try planner.types(pattern.types)
        var edge = Edge(
            from: from, to: to, slot: -1, isBound: false, pattern: pattern, types: types, search: search)
        let isList = pattern.length != nil || search != nil
        if let name = pattern.variable {
            if let own = edges.first(where: { $0.pattern.variable?.text == name.text }) {
                _ = own
                throw QueryFault(
                    .syntax, "the relationship variable '\(name.text)' stands twice in one MATCH", at: name.range,
                    .relationshipUniqueness)
            }
            if let binding = scope[name.text] {
                switch (binding.type, isList) {
                case (.relationship, false), (.any, _), (.null, _): break
                case (.list(let e), true) where e.canBe([.relationship]): break
                default: throw Self.conflict(name, binding.type, isList ? "a list of relationships" : "a relationship")
                }
                edge.slot = binding.slot
                edge.isBound = true
            } else {
                edge.slot = planner.newSlot()
                let codes = planner.mapping == nil ? nil : types.map { Set($0) }
                let type = StaticType.relationship(codes)
                scope[name.text] = .init(slot: edge.slot, type: isList ? .list(type) : type)
            }
        } else {
            edge.slot = planner.newSlot()
        }
        if search != nil, let length = pattern.length, let least = length.least, least > 1 {
            throw QueryFault(
                .unsupported, "a shortest path cannot have a least length above 1", at: length.range)
        }
        edges.append(edge)
        return edges.count - 1
    }

    // MARK: Order

    private struct Condition {
        var evaluation: Evaluation
        var slots: Set<Int>
    }

    mutating func steps(_ condition: Expression?) throws -> [PatternMatcher.Step] {
        var open = try conditions(condition)
        var steps: [PatternMatcher.Step] = []
        let own = Set(nodes.map(\.slot) + edges.map(\.slot) + paths.map(\.slot))
        var filled = Set(nodes.filter(\.isBound).map(\.slot))
        func settle() {
            for item in open where item.slots.intersection(own).isSubset(of: filled) {
                steps.append(.filter(item.evaluation))
            }
            open.removeAll { $0.slots.intersection(own).isSubset(of: filled) }
        }
        for node in nodes where node.isBound { steps.append(.known(slot: node.slot, test: test(node))) }
        settle()
        var rest = Array(edges.indices)
        var reached = Set(nodes.indices.filter { nodes[$0].isBound })
        var lonely = nodes.indices.filter { !nodes[$0].isBound }
        while !rest.isEmpty || !lonely.isEmpty {
            if let next = nextEdge(rest, reached) {
                let edge = edges[next]
                rest.removeAll { $0 == next }
                let flipped = !reached.contains(edge.from)
                steps.append(try step(edge, flipped, targetIsKnown: reached.contains(flipped ? edge.from : edge.to)))
                reached.formUnion([edge.from, edge.to])
                filled.formUnion([nodes[edge.from].slot, nodes[edge.to].slot, edge.slot])
            } else {
                let candidates = lonely.filter { !reached.contains($0) }
                guard let start = try candidates.min(by: { try cost($0) < cost($1) }) else { break }
                steps.append(try scan(start))
                reached.insert(start)
                filled.insert(nodes[start].slot)
            }
            lonely.removeAll { reached.contains($0) }
            settle()
        }
        for path in paths {
            steps.append(
                .path(
                    slot: path.slot, start: nodes[path.start].slot,
                    elements: path.elements.map {
                        (edges[$0.edge].slot, edges[$0.edge].pattern.length != nil, nodes[$0.node].slot)
                    }))
            filled.insert(path.slot)
            settle()
        }
        return steps
    }

    /// A relationship at a node that is filled: one that only closes a ring first, one of variable length last.
    private func nextEdge(_ rest: [Int], _ reached: Set<Int>) -> Int? {
        func rank(_ index: Int) -> Int? {
            let edge = edges[index]
            let ends = (reached.contains(edge.from) ? 1 : 0) + (reached.contains(edge.to) ? 1 : 0)
            if edge.search != nil { return ends == 2 ? 0 : nil }
            if ends == 0 { return nil }
            if edge.isBound { return -1 }
            return (ends == 2 ? 0 : 2) + (edge.pattern.length == nil ? 0 : 1)
        }
        var best: (index: Int, rank: Int)?
        for index in rest {
            if let r = rank(index), r < best?.rank ?? Int.max { best = (index, r) }
        }
        return best?.index
    }

    private func cost(_ index: Int) throws -> Int {
        let node = nodes[index]
        var count = try planner.graph.count(label: nil)
        for case .label(let name) in node.labels {
            guard let label = planner.graph.label(named: name.text) else { return 0 }
            count = min(count, try planner.graph.count(label: label))
        }
        return node.properties.isEmpty ? count : count / 100
    }

    private func test(_ node: Node) -> PatternMatcher.NodeTest? {
        let tests = node.labels.map(planner.test)
        if tests.isEmpty { return nil }
        if tests.count == 1 { return tests[0] }
        return { node in try tests.allSatisfy { try $0(node) } }
    }

    private func scan(_ index: Int) throws -> PatternMatcher.Step {
        let node = nodes[index]
        for expression in node.labels {
            guard case .label(let name) = expression else { continue }
            guard let label = planner.graph.label(named: name.text) else {
                return .scan(slot: node.slot, access: .nothing, test: nil)
            }
            let test = node.labels.count == 1 ? nil : self.test(node)
            for property in node.properties {
                guard isConstant(property.value) else { continue }
                let value = try planner.expressions(before, "a pattern").plan(property.value).evaluate
                return .scan(
                    slot: node.slot, access: .index(label: label, property: property.name.text, value: value),
                    test: test)
            }
            return .scan(slot: node.slot, access: .label(label), test: test)
        }
        return .scan(slot: node.slot, access: .all, test: test(node))
    }

    private func isConstant(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .string, .integer, .parameter: true
        default: false
        }
    }

    private func step(_ edge: Edge, _ flipped: Bool, targetIsKnown: Bool) throws -> PatternMatcher.Step {
        let (from, to) = flipped ? (edge.to, edge.from) : (edge.from, edge.to)
        var direction = edge.pattern.direction
        if flipped { direction = direction == .forward ? .backward : direction == .backward ? .forward : .either }
        // Of a single relationship they are conditions of their own, which may name what this MATCH fills.
        let isSingle = edge.pattern.length == nil && edge.search == nil
        let properties = try (isSingle ? [] : edge.pattern.properties).map { property in
            (property.name.text, try planner.expressions(before, "a pattern").plan(property.value).evaluate)
        }
        let expansion = PatternMatcher.Expansion(
            from: nodes[from].slot, to: nodes[to].slot, relationship: edge.slot, types: edge.types,
            direction: direction, isBound: edge.isBound, targetIsKnown: targetIsKnown,
            test: targetIsKnown ? nil : test(nodes[to]), properties: properties.map { (name: $0.0, value: $0.1) },
            allProperties: try edge.pattern.allProperties.map {
                try planner.expressions(before, "a pattern").plan($0).evaluate
            })
        if let search = edge.search {
            let length = edge.pattern.length
            let walk = PatternMatcher.Walk(
                base: expansion, least: length.map { $0.least ?? 1 } ?? 1, most: length == nil ? 1 : length?.most)
            return .shortest(walk, all: search == .allShortest)
        }
        guard let length = edge.pattern.length else { return .expand(expansion) }
        let walk = PatternMatcher.Walk(
            base: expansion, least: length.least ?? 1, most: length.most, isReversed: flipped)
        if isReachability, !edge.isBound {
            planner.note("walk to each node once")
            if planner.graph.adjacencyType(edge.types) != nil { planner.usesAdjacency = true }
            return .reach(walk)
        }
        return .walk(walk)
    }

    // MARK: Conditions

    /// Properties in the patterns and the parts of WHERE, each with the variables it needs.
    private func conditions(_ condition: Expression?) throws -> [Condition] {
        var result: [Condition] = []
        let graph = planner.graph
        for node in nodes {
            let type = try node.name.flatMap { scope[$0]?.type } ?? .node(anonymousLabels(node))
            for property in node.properties {
                _ = try planner.propertyType(type, property.name)
                let value = try planner.expressions(scope, "a pattern").plan(property.value).evaluate
                let (slot, name) = (node.slot, property.name.text)
                result.append(
                    Condition(
                        evaluation: { frame in
                            guard case .node(let key) = frame.slots[slot] else { return .null }
                            let test = Value.equal(try graph.property(name, of: key), try value(frame))
                            return test.map { .boolean($0) } ?? .null
                        }, slots: slots(property.value).union([slot])))
            }
            for expression in node.allProperties {
                let value = try planner.expressions(scope, "a pattern").plan(expression).evaluate
                let slot = node.slot
                result.append(
                    Condition(
                        evaluation: { frame in
                            guard case .node(let key) = frame.slots[slot], case .map(let map) = try value(frame) else {
                                return .null
                            }
                            for (name, value) in map.entries
                            where try Value.equal(graph.property(name, of: key), value) != true {
                                return .boolean(false)
                            }
                            return .boolean(true)
                        }, slots: [slot]))
            }
        }
        for edge in edges {
            for property in edge.pattern.properties {
                let codes = planner.mapping == nil ? nil : edge.types.map { Set($0) }
                _ = try planner.propertyType(.relationship(codes), property.name)
                if edge.pattern.length != nil || edge.search != nil { continue }
                let value = try planner.expressions(scope, "a pattern").plan(property.value).evaluate
                let (slot, name) = (edge.slot, property.name.text)
                result.append(
                    Condition(
                        evaluation: { frame in
                            guard case .relationship(let r) = frame.slots[slot] else { return .null }
                            let test = Value.equal(try graph.property(name, of: r), try value(frame))
                            return test.map { .boolean($0) } ?? .null
                        }, slots: slots(property.value).union([slot])))
            }
        }
        if let condition {
            var parts = [condition]
            if case .and(let items) = condition.kind { parts = items }
            for part in parts {
                let evaluation = try planner.expressions(scope, "WHERE").condition(part)
                result.append(Condition(evaluation: evaluation, slots: slots(part)))
            }
        }
        return result
    }

    private func anonymousLabels(_ node: Node) throws -> LabelSet? {
        var set: LabelSet?
        for expression in node.labels {
            guard let own = try planner.labelSet(expression) else { continue }
            set = set.map { $0.intersection(own) } ?? own
        }
        return set
    }

    /// The places of the variables an expression names; of all when it holds a subquery.
    private func slots(_ expression: Expression) -> Set<Int> {
        var found: Set<Int> = []
        var holdsClauses = false
        expression.walk {
            switch $0.kind {
            case .variable(let name): if let slot = scope[name]?.slot { found.insert(slot) }
            case .pattern(let p), .patternComprehension(let p, _, _):
                for name in p.variables { if let slot = scope[name]?.slot { found.insert(slot) } }
            case .exists(let patterns, _):
                for name in patterns.flatMap(\.variables) { if let slot = scope[name]?.slot { found.insert(slot) } }
            case .subquery: holdsClauses = true
            default: break
            }
        }
        if holdsClauses { for name in scope.names { if let slot = scope[name]?.slot { found.insert(slot) } } }
        return found
    }
}
