extension QueryPlanner {
    private func memory(_ range: Range<Int>?) throws -> MemoryGraph {
        if let graph = graph as? MemoryGraph { return graph }
        throw QueryFault(.write, "queries only read", at: range)
    }

    func deletion(_ items: [Evaluation]) throws -> Operator { DeleteOperator(try memory(nil), items) }

    func create(
        _ patterns: [PathPattern], _ range: Range<Int>, _ scope: inout Bindings, _ pipeline: inout Pipeline
    ) throws {
        let graph = try memory(range)
        var nodes: [CreateOperator.Node] = []
        var relationships: [CreateOperator.Relationship] = []

        func properties(_ entries: [PropertyPattern]) throws -> [(name: String, value: Evaluation)] {
            let scope = scope
            return try entries.map {
                (name: $0.name.text, value: try expressions(scope, "CREATE").plan($0.value).evaluate)
            }
        }
        func add(_ pattern: NodePattern) throws -> Int {
            if let name = pattern.variable, let known = scope[name.text] {
                if !nodes.contains(where: { $0.slot == known.slot }) {
                    nodes.append(.init(slot: known.slot, isKnown: true, labels: [], properties: []))
                }
                return known.slot
            }
            let slot = newSlot()
            nodes.append(
                .init(
                    slot: slot, isKnown: false, labels: pattern.labels.map(Self.names) ?? [],
                    properties: try properties(pattern.properties)))
            if let name = pattern.variable { scope[name.text] = .init(slot: slot, type: .node(nil)) }
            return slot
        }
        for pattern in patterns {
            var at = try add(pattern.start)
            for step in pattern.steps {
                let to = try add(step.node)
                let r = step.relationship
                guard r.types.count == 1, r.length == nil else {
                    throw QueryFault(.syntax, "a relationship to create has one type", at: r.range)
                }
                let slot = newSlot()
                let (from, target) = r.direction == .backward ? (to, at) : (at, to)
                relationships.append(
                    .init(
                        slot: slot, type: r.types[0].text, from: from, to: target,
                        properties: try properties(r.properties)))
                if let name = r.variable { scope[name.text] = .init(slot: slot, type: .relationship(nil)) }
                at = to
            }
        }
        pipeline.append(CreateOperator(graph, nodes: nodes, relationships: relationships))
    }

    private static func names(_ labels: LabelExpression) -> [String] {
        switch labels {
        case .label(let name): [name.text]
        case .and(let a, let b), .or(let a, let b): names(a) + names(b)
        case .any, .not: []
        }
    }
}
