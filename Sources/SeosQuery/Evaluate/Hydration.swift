internal import SeosModel

/// Values on their way out of the evaluator and into it.
struct Hydration {
    let graph: any GraphSource
    let budget: Budget

    func value(_ value: Value) throws -> QueryValue {
        switch value {
        case .null: return .null
        case .boolean(let b): return .boolean(b)
        case .integer(let n): return .integer(n)
        case .float(let d): return .double(d)
        case .string(let s): return .string(s)
        case .list(let items):
            try budget.spend(items.count)
            return .list(try items.map(self.value))
        case .map(let map): return .map(try entries(map))
        case .node(let node): return .node(try self.node(node))
        case .relationship(let r): return .relationship(try relationship(r))
        case .path(let path):
            return .path(
                .init(nodes: try path.nodes.map(node), relationships: try path.relationships.map(relationship)))
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration:
            return .temporal(Convert.text(value) ?? "")
        }
    }

    private func entries(_ map: ValueMap) throws -> [QueryValue.Entry] {
        try map.entries.map { .init($0.key, try value($0.value)) }
    }

    private func node(_ node: NodeKey) throws -> QueryValue.Node {
        .init(
            id: graph.id(of: node), labels: try graph.labels(of: node),
            properties: try entries(graph.properties(of: node)))
    }

    private func relationship(_ r: RelationshipRef) throws -> QueryValue.Relationship {
        .init(
            id: r.id, type: graph.name(ofType: r.type), source: graph.id(of: r.source), target: graph.id(of: r.target),
            properties: try entries(graph.properties(of: r)))
    }
}

extension Value {
    /// A parameter.
    init(_ value: QueryValue) {
        switch value {
        case .null: self = .null
        case .boolean(let b): self = .boolean(b)
        case .integer(let n): self = .integer(n)
        case .double(let d): self = .float(d)
        case .decimal(let d): self = .float(d.double)
        case .string(let s), .temporal(let s): self = .string(s)
        case .list(let items): self = .list(items.map { Value($0) })
        case .map(let entries): self = .map(ValueMap(entries.map { ($0.name, Value($0.value)) }))
        // Nodes come from a graph, never from outside.
        case .node, .relationship, .path: self = .null
        }
    }
}
