extension QueryPlanner {
    /// `MATCH (a:A)-[:T]->(p)<-[:T]-(b:A) WHERE a.id < b.id WITH a, b, count(DISTINCT p) AS n`: pairs are counted over
    /// adjacency in memory. Nil when the clauses are anything else; otherwise the variables after WITH.
    func coOccurrence(_ clause: MatchClause, _ next: Clause?, _ pipeline: inout Pipeline) throws -> Bindings? {
        guard let mapping, !clause.isOptional, clause.patterns.count == 1, case .with(let projection) = next,
            !projection.includesAll, !projection.isDistinct, projection.order.isEmpty, projection.skip == nil,
            projection.limit == nil, projection.items.count == 3, let condition = clause.condition
        else { return nil }
        let pattern = clause.patterns[0]
        guard pattern.search == nil, pattern.variable == nil, pattern.steps.count == 2 else { return nil }
        let (first, second) = (pattern.steps[0], pattern.steps[1])
        guard let a = pattern.start.variable?.text, let p = first.node.variable?.text,
            let b = second.node.variable?.text, Set([a, p, b]).count == 3,
            let (type, outward) = shared(first.relationship, second.relationship),
            let part = mapping.type(code: type)?.parts.first, graph.adjacencyType([type]) != nil
        else { return nil }
        let (ends, middle) = outward ? (part.sources, part.targets) : (part.targets, part.sources)
        guard mapping.type(code: type)?.parts.count == 1, let label = ends.single else { return nil }
        // Ids that are texts have an order of their own.
        guard mapping.label(code: label)?.hasOwnID ?? true else { return nil }
        for (node, labels) in [(pattern.start, ends), (first.node, middle), (second.node, ends)] {
            guard node.properties.isEmpty, node.allProperties == nil else { return nil }
            if let own = node.labels, try labelSet(own)?.isSuperset(of: labels) != true { return nil }
        }
        guard let (left, comparator, right) = Reachability.comparison(condition), Set([left, right]) == [a, b],
            comparator == .less || comparator == .greater
        else { return nil }
        let isDescending = (comparator == .less) != (left == a)

        var scope = Bindings()
        var slots: [String: Int] = [:]
        var number: (slot: Int, name: String)?
        for item in projection.items {
            let name = item.alias?.text ?? item.text
            guard scope[name] == nil else { return nil }
            let slot = newSlot()
            switch item.expression.kind {
            case .variable(let own) where own == a || own == b:
                guard slots[own] == nil else { return nil }
                slots[own] = slot
                scope[name] = .init(slot: slot, type: .node(ends))
            case .call(let use):
                guard number == nil, use.isDistinct, Functions.accumulator(named: use.name.text)?.name == "count",
                    use.arguments.count == 1, case .variable(let counted) = use.arguments[0].kind, counted == p
                else { return nil }
                number = (slot, name)
                scope[name] = .init(slot: slot, type: .integer)
            default: return nil
            }
        }
        guard let slotA = slots[a], let slotB = slots[b], let number else { return nil }
        let bound = try projection.condition.flatMap { try least(number.name, $0) }
        note("count what pairs share: \(text(pattern.range))")
        needsMemory([type])
        estimate.walk([type])
        let relationships = Double(try graph.count(types: [type]))
        // Each relationship meets the others of its middle node, and a pair is counted once.
        multiply(relationships * relationships / max(1, try graph.count(labels: middle)) / 2)
        if let condition = projection.condition { estimate.rows *= PatternLayout.share(condition) }
        let graph = self.graph
        let budget = self.budget
        pipeline.append(
            PairOperator(
                slots: (slotA, slotB, number.slot), sharesTargets: outward, label: label, isDescending: isDescending,
                least: bound, budget: budget
            ) { try graph.adjacency([type], budget: budget)?.adjacency })
        if let condition = projection.condition {
            pipeline.append(Filter(try expressions(scope, "WHERE").condition(condition)))
        }
        note("take " + scope.names.joined(separator: ", "))
        return scope
    }

    /// The type of two plain relationships that meet, and whether they meet at their targets.
    private func shared(_ a: RelationshipPattern, _ b: RelationshipPattern) -> (Int, Bool)? {
        for r in [a, b] {
            guard r.variable == nil, r.length == nil, r.properties.isEmpty, r.allProperties == nil, r.types.count == 1
            else { return nil }
        }
        guard a.types[0].text == b.types[0].text, let type = graph.type(named: a.types[0].text) else { return nil }
        switch (a.direction, b.direction) {
        case (.forward, .backward): return (type, true)
        case (.backward, .forward): return (type, false)
        default: return nil
        }
    }

    /// The least number that `n >= x` or `n > x` lets through.
    private func least(_ name: String, _ condition: Expression) throws -> Evaluation? {
        guard case .comparison(let first, let rest) = condition.kind, rest.count == 1,
            case .variable(let own) = first.kind, own == name
        else { return nil }
        switch rest[0].operand.kind {
        case .integer, .parameter: break
        default: return nil
        }
        let value = try expressions(Bindings(), "WHERE").plan(rest[0].operand).evaluate
        switch rest[0].comparator {
        case .atLeast: return value
        case .greater:
            return { frame in
                guard case .integer(let n) = try value(frame) else { return .null }
                return .integer(n == .max ? n : n + 1)
            }
        default: return nil
        }
    }
}
