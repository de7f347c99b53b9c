extension ExpressionPlanner {
    private func source(_ list: Expression) throws -> (Evaluation, StaticType) {
        let planned = try below.plan(list)
        try require(planned, [.list], list.range, "what a list expression goes through")
        return (planned.evaluate, planned.type.element)
    }

    private static func items(_ value: Value, _ range: Range<Int>) throws -> [Value]? {
        switch value {
        case .null: return nil
        case .list(let items): return items
        default: throw wrong("a list expression", "a list", value, range)
        }
    }

    func comprehension(_ c: Comprehension) throws -> Planned {
        let (list, element) = try source(c.list)
        let (inner, slot) = below.with(c.variable, element)
        let condition = try c.condition.map { try inner.condition($0) }
        let planned = try c.result.map { try inner.plan($0) }
        let result = planned?.evaluate
        let range = c.list.range
        let budget = planner.budget
        return Planned(.list(planned?.type ?? element)) { frame in
            guard let items = try Self.items(list(frame), range) else { return .null }
            var out: [Value] = []
            var size = 0
            for item in items {
                frame.slots[slot] = item
                if let condition {
                    guard case .boolean(true) = try condition(frame) else {
                        try budget.step()
                        continue
                    }
                }
                let value = try result?(frame) ?? item
                let added = 1 + value.size
                size += added
                try budget.hold(size, added: added)
                out.append(value)
            }
            return .list(out)
        }
    }

    func quantifier(_ quantifier: Quantifier, _ c: Comprehension) throws -> Planned {
        guard let test = c.condition else {
            throw QueryFault(
                .syntax, "\(quantifier.rawValue) needs a condition", at: c.list.range,
                hint: "write \(quantifier.rawValue)(\(c.variable.text) IN … WHERE …)")
        }
        let (list, element) = try source(c.list)
        let (inner, slot) = below.with(c.variable, element)
        let condition = try inner.condition(test)
        let range = c.list.range
        let budget = planner.budget
        return Planned(.boolean) { frame in
            guard let items = try Self.items(list(frame), range) else { return .null }
            var (holds, fails, unknown) = (0, 0, 0)
            for item in items {
                try budget.step()
                frame.slots[slot] = item
                switch try condition(frame) {
                case .boolean(true): holds += 1
                case .boolean(false): fails += 1
                default: unknown += 1
                }
            }
            switch quantifier {
            case .all: return fails > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
            case .any: return holds > 0 ? .boolean(true) : unknown > 0 ? .null : .boolean(false)
            case .none: return holds > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
            case .single: return holds > 1 ? .boolean(false) : unknown > 0 ? .null : .boolean(holds == 1)
            }
        }
    }

    func reduce(_ r: Reduction) throws -> Planned {
        let (list, element) = try source(r.list)
        let initial = try below.plan(r.initial)
        let (first, total) = below.with(r.accumulator, .any)
        let (inner, slot) = first.with(r.variable, element)
        let step = try inner.plan(r.step)
        let range = r.list.range
        let budget = planner.budget
        let (start, advance) = (initial.evaluate, step.evaluate)
        return Planned(.either(initial.type, step.type)) { frame in
            guard let items = try Self.items(list(frame), range) else { return .null }
            var result = try start(frame)
            for (i, item) in items.enumerated() {
                try budget.step()
                frame.slots[total] = result
                frame.slots[slot] = item
                result = try advance(frame)
                // Now and then: a step nests by no more levels than the query has.
                if i & 7 == 7 {
                    switch result {
                    case .list, .map: try Nesting.check(result, range)
                    default: break
                    }
                }
            }
            return result
        }
    }

    // MARK: Maps

    /// `n {.name, .*, x: 1}`: null of null.
    func mapProjection(_ base: Expression, _ items: [MapItem]) throws -> Planned {
        let planned = try below.plan(base)
        try require(planned, [.node, .relationship, .map], base.range, "what a map is made of")
        let value = planned.evaluate
        let graph = graph
        let range = base.range
        typealias Part = (Frame, Value, inout ValueMap) throws -> Void
        let parts = try items.map { item -> Part in
            switch item {
            case .property(let name):
                _ = try planner.propertyType(planned.type, name)
                let key = name.text
                return { _, base, map in
                    switch base {
                    case .node(let node): map[key] = try graph.property(key, of: node)
                    case .relationship(let r): map[key] = try graph.property(key, of: r)
                    case .map(let own): map[key] = own[key] ?? .null
                    default: break
                    }
                }
            case .allProperties:
                return { _, base, map in
                    let own: ValueMap
                    switch base {
                    case .node(let node): own = try graph.properties(of: node)
                    case .relationship(let r): own = try graph.properties(of: r)
                    case .map(let entries): own = entries
                    default: return
                    }
                    for (key, value) in own.entries { map[key] = value }
                }
            case .entry(let name, let expression):
                let evaluate = try below.plan(expression).evaluate
                let key = name.text
                return { frame, _, map in map[key] = try evaluate(frame) }
            }
        }
        return Planned(.map) { frame in
            let base = try value(frame)
            switch base {
            case .null: return .null
            case .node, .relationship, .map: break
            default: throw Self.wrong("a map projection", "a node, a relationship or a map", base, range)
            }
            var map = ValueMap()
            for part in parts { try part(frame, base, &map) }
            return .map(map)
        }
    }

    // MARK: Patterns

    /// `(a)-->(b)` as a condition: names nothing new.
    func pattern(_ pattern: PathPattern) throws -> Planned {
        if !allowsPattern {
            throw QueryFault(
                .syntax, "a pattern cannot stand here as a value", at: pattern.range,
                hint: "write EXISTS { … }, COUNT { … } or [pattern | value]", .unexpectedSyntax)
        }
        for name in pattern.names where scope[name.text] == nil {
            throw QueryFault(
                .unknownVariable, "a pattern in a condition cannot name something new: '\(name.text)'", at: name.range,
                hint: "write EXISTS { … }", .undefinedVariable)
        }
        return try exists(
            MatchClause(isOptional: false, patterns: [pattern], condition: nil, range: pattern.range))
    }

    /// The rows of the clause around it stay as many as they were.
    private func matcher(_ clause: MatchClause, _ scope: inout Bindings) throws -> PatternMatcher {
        let rows = planner.estimate.rows
        defer { planner.estimate.rows = rows }
        return try planner.matcher(clause, &scope)
    }

    func exists(_ clause: MatchClause) throws -> Planned {
        var inner = scope
        let matcher = try matcher(clause, &inner)
        return Planned(.boolean) { frame in
            var found = false
            _ = try matcher.run(frame) {
                found = true
                return false
            }
            return .boolean(found)
        }
    }

    func patternComprehension(
        _ pattern: PathPattern, _ condition: Expression?, _ result: Expression, _ range: Range<Int>
    ) throws -> Planned {
        var own = self
        let clause = MatchClause(isOptional: false, patterns: [pattern], condition: condition, range: range)
        let matcher = try matcher(clause, &own.scope)
        own.isInsideComprehension = true
        let planned = try own.below.plan(result)
        let value = planned.evaluate
        let budget = planner.budget
        return Planned(.list(planned.type)) { frame in
            var out: [Value] = []
            var size = 0
            _ = try matcher.run(frame) {
                let next = try value(frame)
                let added = 1 + next.size
                size += added
                try budget.hold(size, added: added)
                out.append(next)
                return true
            }
            return .list(out)
        }
    }

    func subquery(_ subquery: Subquery) throws -> Planned {
        let branches = try planner.branches(of: subquery.statement, scope)
        let kind = subquery.kind
        if kind == .collect, branches.contains(where: { $0.slots.count != 1 }) {
            throw QueryFault(
                .syntax, "COLLECT { … } returns one column", at: subquery.statement.expressions.first?.range)
        }
        let isUnionDistinct = subquery.statement.unions.first.map { !$0.all } ?? false
        let state = SubqueryState()
        let budget = planner.budget
        let pipelines = branches.map { branch in
            var pipeline = branch.pipeline
            pipeline.append(
                Sink { frame in
                    if isUnionDistinct {
                        let row = branch.slots.map { frame.slots[$0] }
                        if !state.seen.insert(row).inserted { return true }
                        let added = row.reduce(row.count) { $0 + $1.size }
                        state.size += added
                        try budget.hold(state.size, added: added)
                    }
                    state.count += 1
                    if kind == .collect, let slot = branch.slots.first {
                        let added = 1 + frame.slots[slot].size
                        state.size += added
                        try budget.hold(state.size, added: added)
                        state.items.append(frame.slots[slot])
                    }
                    return kind != .exists
                })
            return pipeline
        }
        let type: StaticType =
            kind == .exists ? .boolean : kind == .count ? .integer : .list(branches.first?.types.first ?? .any)
        return Planned(type) { frame in
            let outer = state.saved()
            defer { state.restore(outer) }
            for pipeline in pipelines {
                try pipeline.run(frame)
                if kind == .exists, state.count > 0 { break }
            }
            switch kind {
            case .exists: return .boolean(state.count > 0)
            case .count: return .integer(Int64(state.count))
            case .collect: return .list(state.items.filter { !$0.isNull })
            }
        }
    }
}

/// What one run of a subquery has given so far.
private final class SubqueryState {
    var count = 0
    var items: [Value] = []
    var seen: Set<[Value]> = []
    /// What items and rows take in memory.
    var size = 0

    typealias Saved = (Int, [Value], Set<[Value]>, Int)

    func saved() -> Saved {
        defer { (count, items, seen, size) = (0, [], [], 0) }
        return (count, items, seen, size)
    }

    func restore(_ state: Saved) { (count, items, seen, size) = state }
}

extension PathPattern {
    /// The names in it with their places.
    var names: [Name] {
        ([variable] + nodes.map(\.variable) + steps.map(\.relationship.variable)).compactMap { $0 }
    }
}
