extension PatternLayout {
    /// The steps of the clause in the order in which they are taken: from the node with the fewest candidates on, each
    /// time along the relationship that multiplies the rows least.
    mutating func steps(_ condition: Expression?) throws -> [MatchStep] {
        narrow()
        var open = try conditions(condition)
        let own = Set(nodes.map(\.slot) + edges.map(\.slot) + paths.map(\.slot))
        var filled = Set(nodes.filter(\.isBound).map(\.slot))
        var steps: [Placed] = []
        func settle(atStart: Bool = false) {
            for item in open where item.slots.intersection(own).isSubset(of: filled) {
                // What an index has found is counted.
                if !(atStart && item.isIndexed) { planner.estimate.rows *= item.share }
                steps.append(Placed(FilterStep(item.evaluation), reads: item.slots.intersection(own), mayFail: true))
            }
            open.removeAll { $0.slots.intersection(own).isSubset(of: filled) }
        }
        for node in nodes where node.isBound { steps.append(Placed(KnownStep(slot: node.slot, test: test(node)))) }
        settle()
        var rest = Array(edges.indices)
        var reached = Set(nodes.indices.filter { nodes[$0].isBound })
        while true {
            if let next = try nextEdge(rest, reached) {
                let edge = edges[next.index]
                rest.removeAll { $0 == next.index }
                let flipped = !reached.contains(edge.from)
                let end = flipped ? edge.from : edge.to
                let (from, to) = (nodes[flipped ? edge.to : edge.from].slot, nodes[end].slot)
                let isKnown = reached.contains(end)
                steps.append(
                    Placed(
                        try step(next.index, flipped, targetIsKnown: isKnown), reads: isKnown ? [from, to] : [from],
                        fills: isKnown ? [edge.slot] : [to, edge.slot], node: isKnown ? nil : to, isExpansion: true))
                planner.multiply(next.fan)
                reached.formUnion([edge.from, edge.to])
                filled.formUnion([nodes[edge.from].slot, nodes[edge.to].slot, edge.slot])
            } else if let start = try cheapest(nodes.indices.filter { !reached.contains($0) }, condition) {
                steps.append(Placed(start.step, reads: own, fills: [nodes[start.index].slot]))
                // Of texts, all are looked through.
                planner.multiply(start.read)
                planner.estimate.rows *= start.count / max(1, start.read)
                reached.insert(start.index)
                filled.insert(nodes[start.index].slot)
                settle(atStart: true)
            } else {
                break
            }
            settle()
        }
        for path in paths {
            let relationships = path.elements.map { edges[$0.edge].slot }
            let step = PathStep(slot: path.slot, start: nodes[path.start].slot, relationships: relationships)
            steps.append(Placed(step, reads: Set(relationships + [nodes[path.start].slot]), fills: [path.slot]))
            filled.insert(path.slot)
            settle()
        }
        return remembering(steps)
    }

    /// A step with the places it reads and fills.
    private struct Placed {
        var step: MatchStep
        var reads: Set<Int>
        var fills: Set<Int>
        /// The node it leads to.
        var node: Int?
        var isExpansion: Bool
        var mayFail: Bool

        init(
            _ step: MatchStep, reads: Set<Int> = [], fills: Set<Int> = [], node: Int? = nil, isExpansion: Bool = false,
            mayFail: Bool = false
        ) {
            self.step = step
            self.reads = reads
            self.fills = fills
            self.node = node
            self.isExpansion = isExpansion
            self.mayFail = mayFail
        }
    }

    /// Puts a memory behind each step to a node that later steps hang on alone, where they expand further and may fail.
    private func remembering(_ steps: [Placed]) -> [MatchStep] {
        var result: [MatchStep] = []
        for (i, placed) in steps.enumerated() {
            result.append(placed.step)
            guard let node = placed.node, steps[..<i].contains(where: \.isExpansion) else { continue }
            var known: Set<Int> = [node]
            var hangsOnNode = true
            for later in steps[(i + 1)...] {
                if !later.reads.isSubset(of: known) { hangsOnNode = false }
                known.formUnion(later.fills)
            }
            let rest = steps[(i + 1)...]
            if hangsOnNode, rest.contains(where: \.isExpansion), rest.contains(where: \.mayFail) {
                result.append(MemoStep(slot: node, used: used, end: end, budget: planner.budget))
            }
        }
        return result
    }

    // MARK: Choices

    /// A relationship at a node that is filled: one that is bound or closes a ring first, then the one that leads to
    /// the fewest nodes.
    private func nextEdge(_ rest: [Int], _ reached: Set<Int>) throws -> (index: Int, fan: Double)? {
        var best: (index: Int, fan: Double)?
        for index in rest {
            let edge = edges[index]
            let (a, b) = (reached.contains(edge.from), reached.contains(edge.to))
            if edge.search != nil ? !(a && b) : !(a || b) { continue }
            if edge.isBound { return (index, 1) }
            let (from, to) = a ? (edge.from, edge.to) : (edge.to, edge.from)
            let fan = edge.search != nil ? 50 : try fan(edge, from: from, to: to, targetIsKnown: a && b)
            if fan < best?.fan ?? .infinity { best = (index, fan) }
        }
        return best
    }

    private func cheapest(
        _ candidates: [Int], _ condition: Expression?
    ) throws -> (index: Int, step: ScanStep, count: Double, read: Double)? {
        var best: (index: Int, access: ScanStep.Access, isExact: Bool, count: Double)?
        for index in candidates {
            let (access, isExact, count) = try access(index, condition)
            if count < best?.count ?? .infinity { best = (index, access, isExact, count) }
        }
        guard let best else { return nil }
        let node = nodes[best.index]
        planner.estimate.labels.formUnion(node.domain ?? [])
        let step = ScanStep(
            slot: node.slot, access: best.access, test: best.isExact ? nil : test(node), graph: planner.graph,
            budget: planner.budget)
        if case .lookup(_, _, .part, _) = best.access { return (best.index, step, best.count, try count(node)) }
        return (best.index, step, best.count, best.count)
    }

    // MARK: Where to begin

    /// The best access to a node, whether it gives nodes of the right labels only, and about how many.
    private func access(
        _ index: Int, _ condition: Expression?
    ) throws -> (ScanStep.Access, isExact: Bool, count: Double) {
        let node = nodes[index]
        let all = try count(node)
        let label: Int
        if let domain = node.domain {
            if domain.isEmpty { return (.nothing, true, 0) }
            guard let single = domain.single else { return (.labels(domain.codes), true, all) }
            label = single
        } else {
            var own: Int?
            for case .label(let name) in node.labels where own == nil {
                guard let code = planner.graph.label(named: name.text) else { return (.nothing, true, 0) }
                own = code
            }
            guard let own else { return (.all, node.labels.isEmpty, all) }
            label = own
        }
        // Of a mapped label the domain says everything; elsewhere other labels may be asked beside it.
        let isExact = node.domain != nil || node.labels.count == 1
        for property in node.properties where Self.isConstant(property.value) {
            let value = try planner.expressions(before, "a pattern").plan(property.value).evaluate
            let isIndexed = planner.mapping?.label(code: label)?.isIndexed(property.name.text) ?? false
            return (
                .lookup(label: label, property: property.name.text, kind: .equal, value: value), isExact,
                isIndexed ? min(all, 1) : all / 10
            )
        }
        if let name = node.name, let condition, planner.mapping != nil {
            let lookups = Self.parts(condition).compactMap { Self.lookup($0, name) }.filter {
                Self.isConstant($0.value)
                    && ($0.kind == .part || planner.mapping?.label(code: label)?.isIndexed($0.property) ?? false)
            }
            if let found = lookups.min(by: { $0.share < $1.share }) {
                let value = try planner.expressions(before, "WHERE").plan(found.value).evaluate
                return (
                    .lookup(label: label, property: found.property, kind: found.kind, value: value), isExact,
                    min(all, max(1, all * found.share))
                )
            }
        }
        return (.label(label), isExact, all)
    }

    // MARK: Steps

    private func test(_ node: Node) -> NodeTest? {
        let tests = node.labels.map(planner.test)
        if tests.isEmpty { return nil }
        if tests.count == 1 { return tests[0] }
        return { node in try tests.allSatisfy { try $0(node) } }
    }

    /// The test of labels at the far end of an edge; nil where its types lead to nothing else.
    private func test(_ node: Node, after edge: Edge, isSource: Bool) -> NodeTest? {
        if let mapping = planner.mapping, edge.pattern.length == nil, edge.search == nil {
            let wanted = node.labels.reduce(mapping.allLabels) {
                $0.intersection((try? planner.labelSet($1)) ?? mapping.allLabels)
            }
            if wanted.isSuperset(of: ends(edge, isSource)) { return nil }
        }
        return test(node)
    }

    /// Whether two relationship patterns could be filled by the same relationship.
    private func mayMeet(_ a: Edge, _ b: Edge) -> Bool {
        guard let x = a.types, let y = b.types else { return true }
        return !Set(x).isDisjoint(with: y)
    }

    private func step(_ index: Int, _ flipped: Bool, targetIsKnown: Bool) throws -> MatchStep {
        let edge = edges[index]
        if !edge.isBound { planner.estimate.walk(edge.types) }
        let (from, to) = flipped ? (edge.to, edge.from) : (edge.from, edge.to)
        var direction = edge.pattern.direction
        if flipped { direction = direction == .forward ? .backward : direction == .backward ? .forward : .either }
        // Of a single relationship, what is not constant is a condition of its own, which may name what this MATCH fills.
        let isSingle = edge.pattern.length == nil && edge.search == nil
        let graph = planner.graph
        let properties = try edge.pattern.properties.filter { !isSingle || Self.isConstant($0.value) }.map { property in
            let value = try planner.expressions(before, "a pattern").plan(property.value).evaluate
            let constant = Self.isConstant(property.value) ? try value(Frame(count: 0)) : nil
            return PropertyTest(graph.relationshipReader(property.name.text), value, constant: constant)
        }
        let isUnique = edges.enumerated().contains { $0.offset != index && mayMeet($0.element, edge) }
        let isAsked =
            edge.pattern.variable != nil || edge.isBound || !paths.isEmpty
            || edge.pattern.properties.contains { isSingle && !Self.isConstant($0.value) }
        // Taken forward it leads to targets, so the far end is a source when it is taken backward.
        let expansion = Expansion(
            from: nodes[from].slot, to: nodes[to].slot, relationship: isAsked ? edge.slot : nil, types: edge.types,
            direction: direction, isBound: edge.isBound, targetIsKnown: targetIsKnown,
            test: targetIsKnown ? nil : test(nodes[to], after: edge, isSource: direction == .backward),
            properties: properties,
            allProperties: try edge.pattern.allProperties.map {
                try planner.expressions(before, "a pattern").plan($0).evaluate
            }, used: isUnique ? used : nil, graph: graph, budget: planner.budget)
        if let search = edge.search {
            let length = edge.pattern.length
            planner.needsMemory(edge.types)
            return ShortestStep(
                expansion, used, least: length.map { $0.least ?? 1 } ?? 1, most: length == nil ? 1 : length?.most,
                isAll: search == .allShortest)
        }
        guard let length = edge.pattern.length else { return ExpandStep(expansion) }
        if isReachability, !edge.isBound {
            planner.remark("walk to each node once")
            planner.needsMemory(edge.types)
            return ReachStep(expansion, least: length.least ?? 1, most: length.most)
        }
        return WalkStep(expansion, used, least: length.least ?? 1, most: length.most, isReversed: flipped)
    }
}
