/// Checks one expression and makes it ready for rows.
struct ExpressionPlanner {
    let planner: QueryPlanner
    var scope: Bindings
    /// For messages: WHERE, RETURN …
    var place: String
    var grouping: Grouping?
    /// Aggregates cannot stand where an expression is evaluated once an item.
    var isInsideComprehension = false
    var isInsideAggregate = false
    /// Whether a pattern may stand for "there is such a path".
    var allowsPattern = false

    var graph: any GraphSource { planner.graph }

    /// A condition: only true lets a row through.
    func condition(_ expression: Expression) throws -> Evaluation {
        var own = self
        own.allowsPattern = true
        let planned = try own.plan(expression)
        try own.require(planned, [.boolean], expression.range, "a condition")
        let range = expression.range
        if planned.type == .boolean || planned.type == .null { return planned.evaluate }
        let evaluate = planned.evaluate
        return { frame in
            let value = try evaluate(frame)
            switch value {
            case .boolean, .null: return value
            default: throw Self.wrong("a condition", "true or false", value, range)
            }
        }
    }

    func require(_ planned: Planned, _ kinds: Set<StaticType.Kind>, _ range: Range<Int>, _ what: String) throws {
        if planned.type.canBe(kinds) { return }
        throw QueryFault(
            .type, "\(what) cannot be \(planned.type.words)", at: range, .invalidArgumentType)
    }

    static func wrong(_ what: String, _ wanted: String, _ value: Value, _ range: Range<Int>) -> QueryFault {
        QueryFault(.type, "\(what) needs \(wanted), this is \(value.words)", at: range, .wrongValue)
    }

    func plan(_ expression: Expression) throws -> Planned {
        if let grouping, let column = grouped(expression, grouping) {
            return Planned(column.type, slot: column.slot)
        }
        let range = expression.range
        var inner = self
        inner.allowsPattern = false
        switch expression.kind {
        case .null: return .constant(.null, .null)
        case .boolean(let b): return .constant(.boolean(b), .boolean)
        case .integer(let n): return .constant(.integer(n), .integer)
        case .float(let d): return .constant(.float(d), .float)
        case .string(let s): return .constant(.string(s), .string)
        case .parameter(let name):
            guard let value = planner.parameters[name] else {
                throw QueryFault(
                    .parameterMissing, "the parameter '$\(name)' has no value", at: range,
                    hint: "give it with --param \(name)=…")
            }
            return .constant(value, .any)
        case .variable(let name):
            if let binding = scope[name] { return Planned(binding.type, slot: binding.slot) }
            throw unknown(name, range)
        case .list(let items): return try inner.list(items)
        case .map(let entries):
            let names = entries.map(\.name.text)
            let values = try entries.map { try inner.plan($0.value).evaluate }
            return Planned(.map) { frame in
                var map = ValueMap()
                for (name, value) in zip(names, values) { map[name] = try value(frame) }
                return .map(map)
            }
        case .mapProjection(let base, let items): return try inner.mapProjection(base, items)
        case .property(let base, let name): return try inner.property(base, name, range)
        case .index(let base, let index): return try inner.index(base, index, range)
        case .slice(let base, let from, let to): return try inner.slice(base, from, to, range)
        case .not(let operand):
            var own = self
            own.allowsPattern = allowsPattern
            return try own.not(operand)
        case .negative(let operand): return try inner.negative(operand, range)
        case .and(let items): return try junction(items, isAnd: true)
        case .or(let items): return try junction(items, isAnd: false)
        case .binary(.xor, let a, let b): return try exclusive(a, b)
        case .binary(let operation, let a, let b): return try inner.binary(operation, a, b, range)
        case .comparison(let first, let rest): return try inner.comparison(first, rest)
        case .isNull(let operand, let negated):
            let value = try inner.plan(operand).evaluate
            return Planned(.boolean) { .boolean(try value($0).isNull != negated) }
        case .hasLabels(let operand, let labels): return try inner.hasLabels(operand, labels, range)
        case .call(let use): return try inner.call(use, range)
        case .choice(let choice): return try inner.choice(choice)
        case .pattern(let pattern): return try self.pattern(pattern)
        case .exists(let patterns, let condition):
            let clause = MatchClause(isOptional: false, patterns: patterns, condition: condition, range: range)
            return try inner.exists(clause)
        case .subquery(let subquery): return try inner.subquery(subquery)
        case .comprehension(let c): return try inner.comprehension(c)
        case .quantifier(let quantifier, let c): return try inner.quantifier(quantifier, c)
        case .reduce(let reduction): return try inner.reduce(reduction)
        case .patternComprehension(let pattern, let condition, let result):
            return try inner.patternComprehension(pattern, condition, result, range)
        }
    }

    // MARK: Names

    /// The column an expression is, where rows have been merged.
    private func grouped(_ expression: Expression, _ grouping: Grouping) -> Bindings.Binding? {
        switch expression.kind {
        case .null, .boolean, .integer, .float, .string, .parameter: return nil
        case .variable(let name) where scope[name] != nil: return nil
        default: break
        }
        let words = planner.signature(expression.range)
        if let column = grouping.columns[words] { return column }
        return grouping.isOrder && !isInsideAggregate
            ? grouping.whole[words].flatMap { wholeItem($0, expression) } : nil
    }

    /// A compound column counts only as the whole item; an aggregate of the clause anywhere.
    private func wholeItem(_ column: Bindings.Binding, _ expression: Expression) -> Bindings.Binding? {
        if depth == 0 || Functions.isAggregate(expression) { return column }
        return nil
    }

    /// Levels below the item; compound columns are recognised at level 0 only.
    var depth = 0

    func unknown(_ name: String, _ range: Range<Int>) -> QueryFault {
        if let grouping, grouping.inner[name] != nil {
            if grouping.isOrder {
                return QueryFault(
                    .unknownVariable, "the variable '\(name)' is not a column here", at: range,
                    hint: "after an aggregate or DISTINCT only columns can be sorted by", .undefinedVariable)
            }
            return QueryFault(
                .syntax, "'\(name)' has many values where the aggregate has one", at: range,
                hint: "make it a column of its own, then it groups the rows", .ambiguousAggregation)
        }
        return QueryFault(
            .unknownVariable, "no variable named \(QueryError.quoted(name))", at: range,
            hint: Suggestion.hint(for: name, among: scope.names), .undefinedVariable)
    }

    /// This planner with one more variable, which may hide another.
    func with(_ name: Name, _ type: StaticType) -> (ExpressionPlanner, Int) {
        var own = self
        let slot = planner.newSlot()
        own.scope[name.text] = .init(slot: slot, type: type)
        own.isInsideComprehension = true
        return (own, slot)
    }

    // MARK: Lists and maps

    private func list(_ items: [Expression]) throws -> Planned {
        let planned = try items.map { try below.plan($0) }
        let type = planned.dropFirst().reduce(planned.first?.type ?? .null) { .either($0, $1.type) }
        let values = planned.map(\.evaluate)
        let budget = planner.budget
        return Planned(.list(planned.isEmpty ? .any : type)) { frame in
            var size = 0
            return .list(
                try values.map {
                    let value = try $0(frame)
                    // What lies deeper has been counted when it was made.
                    if case .list(let items) = value {
                        size += items.count
                        try budget.hold(size)
                    }
                    return value
                })
        }
    }

    var below: ExpressionPlanner {
        var own = self
        own.depth += 1
        return own
    }

    private func property(_ base: Expression, _ name: Name, _ range: Range<Int>) throws -> Planned {
        let planned = try below.plan(base)
        let key = name.text
        let graph = graph
        let value = planned.evaluate
        switch planned.type {
        case .node, .relationship, .any, .null, .map, .temporal: break
        case .path, .list:
            if case .list = planned.type, !planned.type.element.isGraphElement { fallthrough }
            throw QueryFault(
                .type, "\(planned.type.words) has no properties", at: range, .invalidArgumentType)
        default:
            throw QueryFault(.type, "\(planned.type.words) has no properties", at: range, .staticType)
        }
        let type = try planner.propertyType(planned.type, name)
        if case .node = planned.type {
            let read = graph.nodeReader(key)
            return Planned(type) { frame in
                guard case .node(let node) = try value(frame) else { return .null }
                return try read(node)
            }
        }
        if case .relationship = planned.type {
            let read = graph.relationshipReader(key)
            return Planned(type) { frame in
                guard case .relationship(let r) = try value(frame) else { return .null }
                return try read(r)
            }
        }
        return Planned(type) { frame in
            switch try value(frame) {
            case .null: return .null
            case .node(let node): return try graph.property(key, of: node)
            case .relationship(let r): return try graph.property(key, of: r)
            case .map(let map): return map[key] ?? .null
            case let other:
                if let component = try TemporalComponents.read(key, of: other, range) { return component }
                throw QueryFault(
                    .type, "\(other.words) has no properties", at: range, .wrongType)
            }
        }
    }

    private func index(_ base: Expression, _ index: Expression, _ range: Range<Int>) throws -> Planned {
        let (planned, position) = (try below.plan(base), try below.plan(index))
        let graph = graph
        let (value, at) = (planned.evaluate, position.evaluate)
        return Planned(planned.type.element) { frame in
            let (container, key) = (try value(frame), try at(frame))
            switch (container, key) {
            case (.null, _): return .null
            case (.list(let items), .integer(let i)):
                let position = i < 0 ? i + Int64(items.count) : i
                return position >= 0 && position < items.count ? items[Int(position)] : .null
            case (.list, .null), (.map, .null), (.node, .null), (.relationship, .null): return .null
            case (.map(let map), .string(let name)): return map[name] ?? .null
            case (.node(let node), .string(let name)): return try graph.property(name, of: node)
            case (.relationship(let r), .string(let name)): return try graph.property(name, of: r)
            case (.map, _), (.node, _), (.relationship, _):
                throw QueryFault(
                    .type, "a property is named by a text, this is \(key.words)", at: index.range, .mapElement)
            case (.list, _):
                throw QueryFault(
                    .type, "an index is a whole number, this is \(key.words)", at: index.range, .wrongType)
            default:
                throw QueryFault(.type, "\(container.words) has no items", at: range, .wrongType)
            }
        }
    }

    private func slice(
        _ base: Expression, _ from: Expression?, _ to: Expression?, _ range: Range<Int>
    ) throws -> Planned {
        let planned = try below.plan(base)
        try require(planned, [.list, .string], base.range, "what is cut")
        let value = planned.evaluate
        let (first, last) = (try from.map { try below.plan($0).evaluate }, try to.map { try below.plan($0).evaluate })
        let budget = planner.budget
        func bound(_ value: Value, _ count: Int) throws -> Int? {
            switch value {
            case .null: return nil
            case .integer(let n): return Int(max(0, min(Int64(count), n < 0 ? n &+ Int64(count) : n)))
            default: throw Self.wrong("the end of a slice", "a whole number", value, range)
            }
        }
        return Planned(planned.type) { frame in
            let container = try value(frame)
            guard case .list(let items) = container else {
                if container.isNull { return .null }
                throw Self.wrong("a slice", "a list", container, range)
            }
            guard let low = try first.map({ try bound($0(frame), items.count) }) ?? 0,
                let high = try last.map({ try bound($0(frame), items.count) }) ?? items.count
            else { return .null }
            let cut = Value.list(low < high ? Array(items[low..<high]) : [])
            try budget.read(cut)
            return cut
        }
    }

    private func hasLabels(_ operand: Expression, _ labels: LabelExpression, _ range: Range<Int>) throws -> Planned {
        let planned = try below.plan(operand)
        try require(planned, [.node, .relationship], operand.range, "what has labels")
        let test = planner.test(labels)
        if case .relationship = planned.type {} else { _ = try planner.labelSet(labels) }
        let graph = graph
        let value = planned.evaluate
        return Planned(.boolean) { frame in
            switch try value(frame) {
            case .null: return .null
            case .node(let node): return .boolean(try test(node))
            case .relationship(let r): return .boolean(labels.matches { graph.name(ofType: r.type) == $0 })
            case let other: throw Self.wrong("a test of labels", "a node", other, range)
            }
        }
    }

    private func choice(_ choice: CaseExpression) throws -> Planned {
        let subject = try choice.subject.map { try below.plan($0).evaluate }
        var branches: [(Evaluation, Evaluation)] = []
        var type = StaticType.null
        for branch in choice.branches {
            let condition =
                subject == nil ? try below.condition(branch.condition) : try below.plan(branch.condition).evaluate
            let result = try below.plan(branch.result)
            type = .either(type, result.type)
            branches.append((condition, result.evaluate))
        }
        let otherwise = try choice.otherwise.map { try below.plan($0) }
        if let otherwise { type = .either(type, otherwise.type) }
        let last = otherwise?.evaluate
        return Planned(type) { frame in
            let value = try subject?(frame)
            for (condition, result) in branches {
                let test = try condition(frame)
                if let value {
                    if Value.equal(value, test) == true { return try result(frame) }
                } else if case .boolean(true) = test {
                    return try result(frame)
                }
            }
            return try last?(frame) ?? .null
        }
    }
}

extension LabelExpression {
    func matches(_ has: (String) -> Bool) -> Bool {
        switch self {
        case .label(let name): has(name.text)
        case .any: true
        case .not(let a): !a.matches(has)
        case .and(let a, let b): a.matches(has) && b.matches(has)
        case .or(let a, let b): a.matches(has) || b.matches(has)
        }
    }
}
