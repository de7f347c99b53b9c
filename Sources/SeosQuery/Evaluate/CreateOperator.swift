/// CREATE in a graph of a test: all rows first, so that it never reads what it makes.
final class CreateOperator: Operator {
    struct Node {
        var slot: Int
        var isKnown: Bool
        var labels: [String]
        var properties: [(name: String, value: Evaluation)]
    }

    struct Relationship {
        var slot: Int
        var type: String
        var from: Int
        var to: Int
        var properties: [(name: String, value: Evaluation)]
    }

    private let graph: MemoryGraph
    private let nodes: [Node]
    private let relationships: [Relationship]
    private var rows: [[Value]] = []

    init(_ graph: MemoryGraph, nodes: [Node], relationships: [Relationship]) {
        self.graph = graph
        self.nodes = nodes
        self.relationships = relationships
    }

    override func reset() { rows = [] }

    override func push(_ frame: Frame) throws -> Bool {
        rows.append(frame.row)
        return true
    }

    private func map(_ properties: [(name: String, value: Evaluation)], _ frame: Frame) throws -> ValueMap {
        var map = ValueMap()
        for (name, value) in properties {
            let value = try value(frame)
            if !value.isNull { map[name] = value }
        }
        return map
    }

    override func finish(_ frame: Frame) throws {
        for row in rows {
            frame.row = row
            for node in nodes where !node.isKnown {
                let key = graph.addNode(labels: node.labels, properties: try map(node.properties, frame))
                frame.slots[node.slot] = .node(key)
            }
            for r in relationships {
                guard case .node(let from) = frame.slots[r.from], case .node(let to) = frame.slots[r.to] else {
                    continue
                }
                frame.slots[r.slot] = .relationship(
                    graph.addRelationship(type: r.type, from: from, to: to, properties: try map(r.properties, frame)))
            }
            if try !forward(frame) { break }
        }
        rows = []
        try super.finish(frame)
    }
}

/// DELETE of relationships in a graph of a test.
final class DeleteOperator: Operator {
    private let graph: MemoryGraph
    private let items: [Evaluation]
    private var rows: [[Value]] = []

    init(_ graph: MemoryGraph, _ items: [Evaluation]) {
        self.graph = graph
        self.items = items
    }

    override func reset() { rows = [] }

    override func push(_ frame: Frame) throws -> Bool {
        rows.append(frame.row)
        return true
    }

    override func finish(_ frame: Frame) throws {
        for row in rows {
            frame.row = row
            for item in items { if case .relationship(let r) = try item(frame) { graph.remove(r) } }
        }
        for row in rows {
            frame.row = row
            if try !forward(frame) { break }
        }
        rows = []
        try super.finish(frame)
    }
}
