/// The nodes, relationships and paths of one MATCH with their places, and the order in which they are filled.
struct PatternLayout {
    struct Node {
        var slot: Int
        var isBound: Bool
        var labels: [LabelExpression] = []
        var properties: [PropertyPattern] = []
        var allProperties: [Expression] = []
        var name: String?
        /// The labels it can have, in the Seos mapping.
        var domain: LabelSet?
    }

    struct Edge {
        var from: Int
        var to: Int
        var slot: Int
        var isBound: Bool
        var pattern: RelationshipPattern
        var types: [Int]?
        var search: PathPattern.Search?
    }

    struct Path {
        var slot: Int
        var start: Int
        var elements: [(edge: Int, node: Int)]
    }

    let planner: QueryPlanner
    private(set) var scope: Bindings
    /// Whether only the ends of a path of variable length matter, and each end once.
    let isReachability: Bool
    let before: Bindings
    var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    private(set) var paths: [Path] = []
    private var nodeAt: [String: Int] = [:]
    let used = UsedRelationships()
    let end = FoundStep()

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
            if edges.contains(where: { $0.pattern.variable?.text == name.text }) {
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
}
