extension Compiler {
    /// Writes one branch: each relationship is a row of its table, ends meet by id, and a node's own table is joined
    /// only when something of it is asked or its label is not certain from the relationship.
    func reading(
        _ branch: PatternBranch, _ graph: PatternGraph, _ before: Scope, _ condition: Expression?,
        _ wanted: Set<String>
    ) throws -> Reading {
        var out = Reading(from: [], conditions: [], scope: before)
        var ids = [String?](repeating: nil, count: branch.nodes.count)
        var aliases = [String?](repeating: nil, count: branch.nodes.count)
        var own = BranchTables(nodes: [String?](repeating: nil, count: branch.nodes.count), steps: [])
        for (i, node) in branch.nodes.enumerated() {
            place(node, i, branch, graph, wanted, &out, &ids, &aliases, &own)
        }
        var tables: [String] = []
        for step in branch.steps {
            guard let type = mapping.type(code: step.type) else { continue }
            let part = type.parts[step.part]
            let alias = self.alias("r")
            tables.append(alias)
            own.steps.append("\(part.table) AS \(alias)")
            if let condition = part.condition { out.conditions.append(Self.fill(condition, alias)) }
            let source = Self.fill(part.source, alias)
            let target = Self.fill(part.target, alias)
            let (from, to) = step.isForward ? (source, target) : (target, source)
            for (end, column) in [(step.from, from), (step.to, to)] {
                if let known = ids[end] { out.conditions.append("\(column) = \(known)") } else { ids[end] = column }
            }
            let edge = graph.edges[step.edge]
            // A loop is the same relationship in both directions; it is found once.
            if edge.direction == .either, !step.isForward, branch.nodes[step.from].label == branch.nodes[step.to].label
            {
                out.conditions.append("\(source) <> \(target)")
            }
            let id = "(\(Self.fill(part.id, alias)))"
            let binding = RelationshipBinding(
                types: [step.type], code: String(step.type), source: source, target: target, id: id, alias: alias,
                isNullable: false)
            if let bound = edge.bound {
                for (a, b) in [(bound.source, source), (bound.target, target), (bound.id, id)] {
                    out.conditions.append("\(a) = \(b)")
                }
                if bound.single == nil { out.conditions.append("\(bound.code) = \(step.type)") }
            }
            if let name = edge.variable { out.scope[name] = .relationship(binding) }
            try constrain(.relationship(binding), edge.properties, before, &out)
        }
        out.from = try ordered(own, branch, graph, condition, before)
        unique(branch, tables, &out)
        for (i, node) in branch.nodes.enumerated() {
            guard let id = ids[i] else { continue }
            let binding = NodeBinding(
                labels: LabelSet(code: node.label), sql: id, alias: aliases[i], isNullable: false)
            for member in node.members {
                if let name = graph.nodes[member].variable { out.scope[name] = .node(binding) }
                try constrain(.node(binding), graph.nodes[member].properties, before, &out)
            }
        }
        if let condition {
            var expressions = ExpressionCompiler(self, out.scope, place: "WHERE")
            expressions.isLenient = true
            out.conditions.append(try expressions.condition(condition))
        }
        // Written out once for every reading.
        try spend(condition?.range, out.conditions.reduce(0) { $0 + $1.utf8.count } / 8)
        return out
    }

    /// Gives a node its id where it has one before any relationship is joined: from an earlier clause or its table.
    private func place(
        _ node: PatternBranch.Node, _ index: Int, _ branch: PatternBranch, _ graph: PatternGraph,
        _ wanted: Set<String>, _ out: inout Reading, _ ids: inout [String?], _ aliases: inout [String?],
        _ own: inout BranchTables
    ) {
        for member in node.members {
            guard let bound = graph.nodes[member].bound else { continue }
            if let id = ids[index] {
                out.conditions.append("\(bound.id) = \(id)")
            } else {
                ids[index] = bound.id
                aliases[index] = bound.alias
            }
            if bound.isReference { out.conditions.append("\(bound.code) = \(node.label)") }
            if bound.isNullable { out.conditions.append("\(bound.sql) IS NOT NULL") }
        }
        if ids[index] != nil { return }
        let isAsked = node.members.contains {
            !graph.nodes[$0].properties.isEmpty || graph.nodes[$0].variable.map(wanted.contains) ?? false
        }
        let isCertain = branch.steps.contains { step in
            guard step.touches(index), let type = mapping.type(code: step.type) else { return false }
            let part = type.parts[step.part]
            let isSource = (step.from == index) == step.isForward
            let ends = isSource ? part.sources : part.targets
            // The claim's own row is its relationship's row, so its table is at hand under every label.
            return ends.single != nil
        }
        guard isAsked || !isCertain, let label = mapping.label(code: node.label) else { return }
        let alias = self.alias("n")
        own.nodes[index] = "\(label.table) AS \(alias)"
        if let condition = label.condition { out.conditions.append(Self.fill(condition, alias)) }
        ids[index] = "\(alias).id"
        aliases[index] = alias
    }

    private func constrain(
        _ subject: Operand, _ properties: [PropertyPattern], _ before: Scope, _ out: inout Reading
    ) throws {
        for property in properties {
            let expressions = ExpressionCompiler(self, before, place: "a pattern")
            let own = try expressions.property(subject, property.name, isLenient: true)
            let value = try expressions.operand(property.value)
            out.conditions.append(try expressions.equal(own, value, property.value.range))
        }
    }

    /// No relationship twice in one MATCH.
    private func unique(_ branch: PatternBranch, _ tables: [String], _ out: inout Reading) {
        for (j, b) in branch.steps.enumerated() {
            for (i, a) in branch.steps[..<j].enumerated() where a.type == b.type && a.part == b.part {
                guard let part = mapping.type(code: a.type)?.parts[a.part] else { continue }
                let (sourceA, targetA) = a.isForward ? (a.from, a.to) : (a.to, a.from)
                let (sourceB, targetB) = b.isForward ? (b.from, b.to) : (b.to, b.from)
                if branch.nodes[sourceA].label != branch.nodes[sourceB].label { continue }
                if branch.nodes[targetA].label != branch.nodes[targetB].label { continue }
                var differences: [String] = []
                for (column, isSame) in [(part.source, sourceA == sourceB), (part.target, targetA == targetB)]
                where !isSame {
                    differences.append("\(Self.fill(column, tables[i])) <> \(Self.fill(column, tables[j]))")
                }
                differences.append("\(Self.fill(part.id, tables[i])) <> \(Self.fill(part.id, tables[j]))")
                out.conditions.append("(" + differences.joined(separator: " OR ") + ")")
            }
        }
    }
}
