/// The patterns of one MATCH as nodes and relationships, variables joined: what branches are made from.
struct PatternGraph {
    struct Node {
        var variable: String?
        var labels: LabelSet
        var properties: [PropertyPattern]
        /// The variable's meaning when an earlier clause has bound it.
        var bound: NodeBinding?
    }

    struct Edge {
        var variable: String?
        var types: [Int]
        var from: Int
        var to: Int
        var direction: RelationshipPattern.Direction
        var least: Int
        var most: Int
        var properties: [PropertyPattern]
        var bound: RelationshipBinding?
        var range: Range<Int>
    }

    var nodes: [Node] = []
    var edges: [Edge] = []

    /// Longest path of variable length: each length is a branch of its own.
    static let longestPath = 30

    init(_ patterns: [PathPattern], scope: Scope, compiler: Compiler) throws {
        var indices: [String: Int] = [:]
        for pattern in patterns {
            if pattern.search != nil {
                throw QueryFault(.unsupported, "shortest paths are not supported yet", at: pattern.range)
            }
            if let name = pattern.variable {
                throw QueryFault(
                    .unsupported, "a path as a value is not supported yet", at: name.range,
                    hint: "leave out '\(name.text) =' and name the nodes and relationships")
            }
            var previous = try add(pattern.start, &indices, scope, compiler)
            for step in pattern.steps {
                let next = try add(step.node, &indices, scope, compiler)
                try add(step.relationship, from: previous, to: next, indices, scope, compiler)
                previous = next
            }
        }
    }

    private mutating func add(
        _ pattern: NodePattern, _ indices: inout [String: Int], _ scope: Scope, _ compiler: Compiler
    ) throws -> Int {
        let labels = try pattern.labels.map { try compiler.labels($0) } ?? compiler.mapping.allLabels
        let name = pattern.variable?.text
        if let name, let index = indices[name] {
            nodes[index].labels.formIntersection(labels)
            nodes[index].properties += pattern.properties
            return index
        }
        var node = Node(variable: name, labels: labels, properties: pattern.properties)
        if let variable = pattern.variable {
            if edges.contains(where: { $0.variable == name }) {
                throw Self.conflict(variable, "a relationship", "a node")
            }
            switch scope[variable.text] {
            case .node(let binding):
                node.bound = binding
                node.labels.formIntersection(binding.labels)
            case .some(let other): throw Self.conflict(variable, other.words, "a node")
            case nil: break
            }
            indices[variable.text] = nodes.count
        }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func add(
        _ pattern: RelationshipPattern, from: Int, to: Int, _ indices: [String: Int], _ scope: Scope,
        _ compiler: Compiler
    ) throws {
        var types = try pattern.types.map { try compiler.type($0).code }
        if types.isEmpty { types = compiler.mapping.types.map(\.code) }
        var edge = Edge(
            variable: pattern.variable?.text, types: types, from: from, to: to, direction: pattern.direction, least: 1,
            most: 1, properties: pattern.properties, range: pattern.range)
        if let length = pattern.length {
            guard let most = length.most else {
                throw QueryFault(
                    .unsupported, "a path without a largest length is not supported yet", at: length.range,
                    hint: "give one, such as *\(length.least ?? 1)..\(max(3, length.least ?? 1))")
            }
            if most > Self.longestPath {
                throw QueryFault(
                    .unsupported, "paths of more than \(Self.longestPath) relationships are not supported yet",
                    at: length.range)
            }
            if let variable = pattern.variable {
                throw QueryFault(
                    .unsupported, "a variable for a path of variable length is not supported yet", at: variable.range)
            }
            edge.least = length.least ?? 1
            edge.most = most
            if edge.least > most {
                throw QueryFault(.unsupported, "the length begins above its end: nothing matches", at: length.range)
            }
        }
        if let variable = pattern.variable {
            if edges.contains(where: { $0.variable == variable.text }) {
                throw QueryFault(
                    .syntax, "the relationship variable '\(variable.text)' stands twice in one MATCH",
                    at: variable.range)
            }
            if indices[variable.text] != nil { throw Self.conflict(variable, "a node", "a relationship") }
            switch scope[variable.text] {
            case .relationship(let binding): edge.bound = binding
            case .some(let other): throw Self.conflict(variable, other.words, "a relationship")
            case nil: break
            }
        }
        edges.append(edge)
    }

    private static func conflict(_ name: Name, _ known: String, _ wanted: String) -> QueryFault {
        QueryFault(.type, "'\(name.text)' is \(known) and cannot be \(wanted) here", at: name.range)
    }
}
