extension PatternLayout {
    struct Condition {
        var evaluation: Evaluation
        var slots: Set<Int>
        /// Which share of the rows it is likely to let through; properties in the pattern are part of what the plan
        /// counts already.
        var share = 1.0
        /// Whether an index may have found what fits.
        var isIndexed = false
    }

    // MARK: Conditions

    /// Properties in the patterns and the parts of WHERE, each with the variables it needs.
    func conditions(_ condition: Expression?) throws -> [Condition] {
        var result: [Condition] = []
        let graph = planner.graph
        for node in nodes {
            let type = try node.name.flatMap { scope[$0]?.type } ?? .node(anonymousLabels(node))
            for property in node.properties {
                _ = try planner.propertyType(type, property.name)
                let value = try planner.expressions(scope, "a pattern").plan(property.value).evaluate
                let slot = node.slot
                let read = graph.nodeReader(property.name.text)
                result.append(
                    Condition(
                        evaluation: { frame in
                            guard case .node(let key) = frame.slots[slot] else { return .null }
                            let test = Value.equal(try read(key), try value(frame))
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
                if edge.pattern.length != nil || edge.search != nil || Self.isConstant(property.value) { continue }
                let value = try planner.expressions(scope, "a pattern").plan(property.value).evaluate
                let slot = edge.slot
                let read = graph.relationshipReader(property.name.text)
                result.append(
                    Condition(
                        evaluation: { frame in
                            guard case .relationship(let r) = frame.slots[slot] else { return .null }
                            let test = Value.equal(try read(r), try value(frame))
                            return test.map { .boolean($0) } ?? .null
                        }, slots: slots(property.value).union([slot])))
            }
        }
        if let condition {
            for part in Self.parts(condition) {
                let evaluation = try planner.expressions(scope, "WHERE").condition(part)
                let isIndexed = nodes.contains { node in
                    guard let name = node.name, let found = Self.lookup(part, name) else { return false }
                    if found.kind == .part { return true }
                    return planner.mapping?.labels(in: node.domain ?? []).contains { $0.isIndexed(found.property) }
                        ?? false
                }
                result.append(
                    Condition(
                        evaluation: evaluation, slots: slots(part), share: Self.share(part), isIndexed: isIndexed))
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
        // A random number is another one for each way.
        let isRandom = expression.contains {
            if case .call(let use) = $0.kind { Functions.value(named: use.name.text)?.isRandom ?? false } else { false }
        }
        if isRandom || holdsClauses {
            for name in scope.names { if let slot = scope[name]?.slot { found.insert(slot) } }
        }
        return found
    }
}
