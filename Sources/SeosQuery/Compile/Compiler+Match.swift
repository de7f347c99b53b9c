extension Compiler {
    /// One branch in SQL: tables and conditions to add to the rows before, and the variables afterwards.
    struct Reading {
        var from: [Rows.Table]
        var conditions: [String]
        var scope: Scope
    }

    func match(_ clause: MatchClause, _ rows: Rows, _ usage: Usage) throws -> Rows {
        let graph = try PatternGraph(clause.patterns, scope: rows.scope, compiler: self)
        let branches = try self.branches(of: graph, clause.range)
        let after = merged(graph, branches, rows.scope)
        try check(clause, graph, after, rows.scope)
        readings = min(readings * max(1, branches.count), 1_000_000)
        let wanted = usage.properties.union(Usage.properties(in: clause))
        var readings: [Reading] = []
        for branch in branches {
            try spend(clause.range, 4 + branch.steps.count)
            readings.append(try reading(branch, graph, rows.scope, clause.condition, wanted))
        }
        if readings.count == 1 {
            var rows = rows
            rows.from += readings[0].from
            rows.conditions += readings[0].conditions
            rows.scope = readings[0].scope
            return rows
        }
        let kept = after.names.filter(usage.keeps)
        var selects: [String] = []
        for reading in readings {
            let branch = Rows(from: rows.from + reading.from, conditions: rows.conditions + reading.conditions)
            selects.append(branch.select(columns(kept, of: reading.scope, as: after)))
        }
        if selects.isEmpty { selects = ["SELECT " + nulls(kept, after) + " WHERE 0"] }
        let sql = selects.joined(separator: "\n       UNION ALL ")
        try checkLength(sql, clause.range)
        return stage(sql, kept.compactMap { name in after[name].map { (name, $0) } })
    }

    /// OPTIONAL MATCH: the rows that match, and those that do not with nulls. The rows before become a stage that both
    /// halves read.
    func optional(_ clause: MatchClause, _ rows: Rows, _ usage: Usage) throws -> Rows {
        var used: Set<String> = []
        Usage.names(in: clause, &used)
        let carried = rows.scope.names.filter { usage.keeps($0) || used.contains($0) }
        let operands = carried.compactMap { name in rows.scope[name].map { (name, $0) } }
        let left = stage(rows.select(operands.flatMap { $0.1.columns }), operands, materialized: true)

        let graph = try PatternGraph(clause.patterns, scope: left.scope, compiler: self)
        let branches = try self.branches(of: graph, clause.range)
        var after = merged(graph, branches, left.scope)
        try check(clause, graph, after, left.scope)
        // The pattern narrows a variable only where it matches; the other rows keep what they had.
        for name in left.scope.names { after[name] = left.scope[name] }
        readings = min(readings * max(1, branches.count), 1_000_000)
        let wanted = usage.properties.union(Usage.properties(in: clause))
        let kept = after.names.filter(usage.keeps)
        var selects: [String] = []
        var none = left
        for branch in branches {
            try spend(clause.range, 4 + branch.steps.count)
            let reading = try reading(branch, graph, left.scope, clause.condition, wanted)
            let found = Rows(from: left.from + reading.from, conditions: reading.conditions)
            selects.append(found.select(columns(kept, of: reading.scope, as: after)))
            let absent = Rows(from: reading.from, conditions: reading.conditions)
            none.conditions.append("NOT EXISTS (\(absent.select(["1"])))")
        }
        let missing = kept.flatMap { name -> [String] in
            if let operand = left.scope[name] { return operand.columns }
            return after[name].map { $0.columns.map { _ in "NULL" } } ?? []
        }
        selects.append(none.select(missing))
        for name in kept where left.scope[name] == nil { after[name] = after[name]?.nullable }
        let sql = selects.joined(separator: "\n       UNION ALL ")
        try checkLength(sql, clause.range)
        return stage(sql, kept.compactMap { name in after[name].map { (name, $0) } })
    }

    /// EXISTS and pattern predicates.
    func exists(
        _ patterns: [PathPattern], _ condition: Expression?, _ scope: Scope, _ range: Range<Int>
    ) throws -> String {
        let clause = MatchClause(isOptional: false, patterns: patterns, condition: condition, range: range)
        let graph = try PatternGraph(patterns, scope: scope, compiler: self)
        let branches = try self.branches(of: graph, range)
        try check(clause, graph, merged(graph, branches, scope), scope)
        let parts = try branches.map { branch in
            try spend(range, 4 + branch.steps.count)
            let reading = try reading(branch, graph, scope, condition, Usage.properties(in: clause))
            return "EXISTS (\(Rows(from: reading.from, conditions: reading.conditions).select(["1"])))"
        }
        return parts.isEmpty ? "0" : "(" + parts.joined(separator: " OR ") + ")"
    }

    // MARK: Pieces

    private func branches(of graph: PatternGraph, _ range: Range<Int>) throws -> [PatternBranch] {
        let branches = try PatternBranch.all(of: graph, mapping: mapping, range: range)
        if branches.isEmpty {
            warn("no relationship of the graph joins such nodes: \(QueryError.quoted(text(range)))")
        }
        return branches
    }

    /// The variables after the clause, each with every label or type it has in some branch.
    private func merged(_ graph: PatternGraph, _ branches: [PatternBranch], _ before: Scope) -> Scope {
        var scope = before
        for (i, node) in graph.nodes.enumerated() {
            guard let name = node.variable else { continue }
            var labels: LabelSet = []
            for branch in branches {
                for own in branch.nodes where own.members.contains(i) { labels.insert(LabelSet(code: own.label)) }
            }
            if branches.isEmpty { labels = node.labels.isEmpty ? mapping.allLabels : node.labels }
            scope[name] = .node(NodeBinding(labels: labels, sql: "NULL", isNullable: false))
        }
        for (i, edge) in graph.edges.enumerated() {
            guard let name = edge.variable else { continue }
            var types = Set(branches.flatMap { $0.steps.filter { $0.edge == i }.map(\.type) })
            if branches.isEmpty { types = Set(edge.types) }
            let code = types.count == 1 ? types.first.map(String.init) ?? "NULL" : "NULL"
            scope[name] = .relationship(
                RelationshipBinding(
                    types: types, code: code, source: "NULL", target: "NULL", id: "NULL", isNullable: false))
        }
        return scope
    }

    /// Names, types and properties of the clause as a whole, whatever its branches: an error must not depend on them.
    private func check(_ clause: MatchClause, _ graph: PatternGraph, _ after: Scope, _ before: Scope) throws {
        for (i, node) in graph.nodes.enumerated() where !node.properties.isEmpty {
            var labels = node.labels
            if let name = node.variable, case .node(let n) = after[name] { labels = n.labels }
            if labels.isEmpty { labels = mapping.allLabels }
            _ = i
            let subject = NodeBinding(labels: labels, sql: "NULL", isNullable: false)
            for property in node.properties {
                let expressions = ExpressionCompiler(self, before, place: "a pattern")
                _ = try expressions.property(.node(subject), property.name)
                _ = try expressions.operand(property.value)
            }
        }
        for edge in graph.edges {
            let subject = RelationshipBinding(
                types: Set(edge.types), code: "NULL", source: "NULL", target: "NULL", id: "NULL", isNullable: false)
            for property in edge.properties {
                let expressions = ExpressionCompiler(self, before, place: "a pattern")
                _ = try expressions.property(.relationship(subject), property.name)
                _ = try expressions.operand(property.value)
            }
        }
        if let condition = clause.condition {
            _ = try ExpressionCompiler(self, after, place: "WHERE").condition(condition)
        }
    }

    private func columns(_ names: [String], of scope: Scope, as merged: Scope) -> [String] {
        names.flatMap { name -> [String] in
            switch (scope[name], merged[name]) {
            case (.node(let own), .node(let all)): return [all.isReference ? own.reference : own.sql]
            case (.relationship(let own), .relationship(let all)):
                let ends = [own.source, own.target, own.id]
                return all.single == nil ? ends + [own.code] : ends
            case (.some(let own), _): return own.columns
            case (nil, _): return []
            }
        }
    }

    private func nulls(_ names: [String], _ scope: Scope) -> String {
        let all = names.flatMap { scope[$0]?.columns ?? [] }.map { _ in "NULL" }
        return all.isEmpty ? "1" : all.joined(separator: ", ")
    }
}

extension Operand {
    var nullable: Operand {
        switch self {
        case .value: return self
        case .node(var n):
            n.isNullable = true
            return .node(n)
        case .relationship(var r):
            r.isNullable = true
            return .relationship(r)
        }
    }
}
