/// What the order of steps goes by: labels, and how many nodes and relationships there are. An error here costs time,
/// never an answer.
extension PatternLayout {
    // MARK: Labels

    /// Narrows the labels of every node to those that its relationships can join.
    mutating func narrow() {
        guard let mapping = planner.mapping else { return }
        for i in nodes.indices {
            var domain = mapping.allLabels
            for expression in nodes[i].labels {
                if let own = try? planner.labelSet(expression) { domain.formIntersection(own) }
            }
            if nodes[i].isBound, let name = nodes[i].name, case .node(let known?) = scope[name]?.type {
                domain.formIntersection(known)
            }
            nodes[i].domain = domain
        }
        for edge in edges where edge.pattern.length?.least != 0 && edge.search == nil {
            for (node, isSource) in [(edge.from, true), (edge.to, false)] {
                let labels = ends(edge, isSource == (edge.pattern.direction != .backward))
                nodes[node].domain?.formIntersection(labels)
            }
        }
    }

    /// The labels that can stand at the source or target of an edge's types; at both when it has no direction.
    func ends(_ edge: Edge, _ isSource: Bool) -> LabelSet {
        guard let mapping = planner.mapping else { return [] }
        var found: LabelSet = []
        for type in mapping.types where edge.types?.contains(type.code) ?? true {
            if edge.pattern.direction == .either || isSource { found.formUnion(ends(type, isSource: true)) }
            if edge.pattern.direction == .either || !isSource { found.formUnion(ends(type, isSource: false)) }
        }
        return found
    }

    private func ends(_ type: GraphMapping.RelationshipType, isSource: Bool) -> LabelSet {
        type.parts.reduce(into: LabelSet()) { $0.formUnion(isSource ? $1.sources : $1.targets) }
    }

    // MARK: Costs

    func count(_ node: Node) throws -> Double {
        if let domain = node.domain { return try planner.graph.count(labels: domain) }
        var count = Double(try planner.graph.count(label: nil))
        for case .label(let name) in node.labels {
            guard let label = planner.graph.label(named: name.text) else { return 0 }
            count = min(count, Double(try planner.graph.count(label: label)))
        }
        return count
    }

    /// How many times as many rows an edge makes, taken from one of its ends.
    func fan(_ edge: Edge, from: Int, to: Int, targetIsKnown: Bool) throws -> Double {
        var each = try degree(edge, from: from, to: to)
        if let length = edge.pattern.length {
            let most = min(length.most ?? 8, 8)
            var total = length.least == 0 ? 1.0 : 0
            var step = 1.0
            for _ in 0..<max(most, 1) {
                step *= each
                total += step
            }
            // A hierarchy does not grow at each step by its average: nobody has more ways than there are nodes.
            each = isReachability ? min(total, try count(nodes[to])) : total
        }
        if !edge.pattern.properties.isEmpty { each /= 4 }
        if targetIsKnown { return each / max(1, try count(nodes[to])) }
        if !nodes[to].properties.isEmpty { each /= 10 }
        return each
    }

    /// About how many relationships of an edge lead from a node at one end to nodes that can stand at the other: a
    /// type's are taken to be spread evenly over all nodes that can have them.
    private func degree(_ edge: Edge, from: Int, to: Int) throws -> Double {
        guard let mapping = planner.mapping, let near = nodes[from].domain, let far = nodes[to].domain else {
            let all = Double(try planner.graph.count(types: edge.types))
            return all / max(1, try count(nodes[from])) * (edge.pattern.direction == .either ? 2 : 1)
        }
        let isForward = (from == edge.from) == (edge.pattern.direction != .backward)
        var total = 0.0
        for type in mapping.types where edge.types?.contains(type.code) ?? true {
            let all = Double(try planner.graph.count(types: [type.code]))
            for outward in [true, false] where outward == isForward || edge.pattern.direction == .either {
                let own = ends(type, isSource: outward)
                let others = ends(type, isSource: !outward)
                let fitting = try share(near, own) * all / max(1, planner.graph.count(labels: own))
                // Only the last node of a longer path has to fit.
                total += edge.pattern.length == nil ? fitting * (try share(others, far)) : fitting
            }
        }
        return total
    }

    /// Which share of the nodes of some labels have one of the others.
    private func share(_ labels: LabelSet, _ others: LabelSet) throws -> Double {
        if others.isSuperset(of: labels) { return 1 }
        return try planner.graph.count(labels: labels.intersection(others))
            / max(1, planner.graph.count(labels: labels))
    }

    /// Which share of the rows a part of WHERE is likely to let through.
    static func share(_ condition: Expression) -> Double {
        switch condition.kind {
        case .comparison(_, let rest):
            switch rest.first?.comparator {
            case .equal: 0.1
            case .unequal: 0.9
            default: 0.33
            }
        case .binary(.startsWith, _, _): 0.02
        case .binary(.contains, _, _), .binary(.endsWith, _, _), .binary(.matches, _, _), .binary(.isIn, _, _): 0.1
        case .isNull(_, let negated): negated ? 0.9 : 0.1
        default: 0.5
        }
    }
}
