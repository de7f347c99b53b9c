extension QueryPlanner {
    private struct Column {
        var name: String
        var range: Range<Int>
        var expression: Expression?
        var isAggregate: Bool
        var slot: Int
        var planned: Planned
    }

    private static let mostColumns = 200

    /// WITH and RETURN: projection, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE, in this order.
    func project(
        _ projection: Projection, _ clause: String, _ scope: Bindings, _ outer: Bindings, _ pipeline: inout Pipeline
    ) throws -> Bindings {
        let hasAggregates = projection.items.contains { Self.hasAggregate($0.expression) }
        let grouping = Grouping(inner: scope, allowsAggregates: hasAggregates)
        var columns = try plainColumns(projection, clause, scope, outer)
        for column in columns where !column.isAggregate {
            let binding = Bindings.Binding(slot: column.slot, type: column.planned.type)
            guard let expression = column.expression else {
                grouping.columns[column.name] = binding
                continue
            }
            if Self.isSimple(expression) {
                grouping.columns[signature(expression.range)] = binding
            } else {
                grouping.whole[signature(expression.range)] = binding
            }
        }
        for (i, column) in columns.enumerated() where column.isAggregate {
            guard let expression = column.expression else { continue }
            var grouped = ExpressionPlanner(planner: self, scope: Bindings(), place: clause)
            grouped.grouping = grouping
            columns[i].planned = try grouped.plan(expression)
        }

        var after = outer
        if clause == "RETURN" { after = Bindings() }
        for column in columns { after[column.name] = .init(slot: column.slot, type: column.planned.type) }

        // Both sides see: the variables before (unless rows were merged), and the columns, which win.
        var both = hasAggregates || projection.isDistinct ? Bindings() : scope
        for name in after.names { both[name] = after[name] }
        let order = try self.order(projection, columns, grouping, both, hasAggregates)

        let evaluations = columns.map { (slot: $0.slot, evaluation: $0.planned.reading) }
        if hasAggregates {
            let (keys, made) = (
                zip(columns, evaluations).filter { !$0.0.isAggregate }.map(\.1),
                zip(columns, evaluations).filter { $0.0.isAggregate }.map(\.1)
            )
            pipeline.append(AggregateOperator(keys: keys, uses: grouping.uses, columns: made, budget: budget))
        }
        let late = hasAggregates ? [] : Self.late(projection, columns)
        if !hasAggregates { pipeline.append(ProjectOperator(evaluations.filter { !late.contains($0.slot) })) }
        if projection.isDistinct { pipeline.append(DistinctOperator(columns.map(\.slot), budget: budget)) }
        let skip = try projection.skip.map { try count($0, "SKIP", scope) }
        let limit = try projection.limit.map { try count($0, "LIMIT", scope) }
        if !order.isEmpty {
            // What WHERE reads beside the columns has to be kept too.
            var carried = Set(columns.map(\.slot))
            for name in both.names { if let slot = both[name]?.slot { carried.insert(slot) } }
            // A column may hide the variable that another one is read from.
            if !late.isEmpty { for name in scope.names { if let slot = scope[name]?.slot { carried.insert(slot) } } }
            pipeline.append(
                SortOperator(order, slots: Array(carried), budget: budget, most: Self.most(skip, limit)))
        }
        if hasAggregates { estimate.rows = columns.allSatisfy(\.isAggregate) ? 1 : max(1, estimate.rows / 4) }
        if skip != nil || limit != nil { pipeline.append(SliceOperator(skip: skip, limit: limit)) }
        if let limit, case .integer(let n)? = try? limit(Frame(count: slotCount)) {
            estimate.rows = min(estimate.rows, Double(n))
        }
        if !late.isEmpty { pipeline.append(ProjectOperator(evaluations.filter { late.contains($0.slot) })) }
        if let condition = projection.condition {
            var planner = expressions(both, "WHERE")
            if hasAggregates || projection.isDistinct {
                grouping.isOrder = true
                grouping.allowsAggregates = false
                planner.grouping = grouping
            }
            pipeline.append(Filter(try planner.condition(condition)))
            for part in PatternLayout.parts(condition) { estimate.rows *= PatternLayout.share(part) }
        }
        describe(projection, columns.map(\.name), hasAggregates)
        return after
    }

    /// Properties that nobody sorts by are read after LIMIT has cut: the places of their columns.
    private static func late(_ projection: Projection, _ columns: [Column]) -> Set<Int> {
        if projection.limit == nil || projection.order.isEmpty || projection.isDistinct { return [] }
        let readers = projection.order.map(\.expression) + [projection.condition].compactMap { $0 }
        var late: Set<Int> = []
        for column in columns {
            guard let expression = column.expression, case .property(let base, _) = expression.kind,
                case .variable = base.kind
            else { continue }
            let isRead = readers.contains { reader in
                reader.contains {
                    switch $0.kind {
                    case .variable(let name): name == column.name
                    case .pattern, .exists, .subquery, .patternComprehension: true
                    default: false
                    }
                }
            }
            if !isRead { late.insert(column.slot) }
        }
        return late
    }

    private func describe(_ projection: Projection, _ names: [String], _ hasAggregates: Bool) {
        var words = [(hasAggregates ? "group and take " : "take ") + names.joined(separator: ", ")]
        if projection.isDistinct { words.append("each once") }
        if !projection.order.isEmpty { words.append("sorted") }
        if projection.skip != nil || projection.limit != nil { words.append("cut") }
        note(words.joined(separator: ", "))
    }

    private static func most(_ skip: Evaluation?, _ limit: Evaluation?) -> ((Frame) throws -> Int?)? {
        guard let limit else { return nil }
        return { frame in
            guard case .integer(let n) = try limit(frame) else { return nil }
            var total = n
            if let skip, case .integer(let s) = try skip(frame) { total = n.addingReportingOverflow(s).partialValue }
            return total >= 0 && total < 1 << 20 ? Int(total) : nil
        }
    }

    // MARK: Columns

    private func plainColumns(
        _ projection: Projection, _ clause: String, _ scope: Bindings, _ outer: Bindings
    ) throws -> [Column] {
        var columns: [Column] = []
        if projection.includesAll {
            let names = scope.names.sorted { Value.order($0, $1) < 0 }
            if names.isEmpty, !projection.mayBeEmpty {
                throw QueryFault(
                    .syntax, "\(clause) * needs at least one variable", at: projection.range, .noVariablesInScope)
            }
            for name in names {
                guard let binding = scope[name] else { continue }
                let own = binding.slot
                columns.append(
                    Column(
                        name: name, range: projection.range, expression: nil, isAggregate: false, slot: newSlot(),
                        planned: Planned(binding.type, slot: own)))
            }
        }
        if columns.count + projection.items.count > Self.mostColumns {
            throw QueryFault(.tooLong, "a result has at most \(Self.mostColumns) columns", at: projection.range)
        }
        for item in projection.items {
            let isAggregate = Self.hasAggregate(item.expression)
            var name = item.alias?.text ?? item.text
            if item.alias == nil, case .variable(let own) = item.expression.kind { name = own }
            let range = item.alias?.range ?? item.expression.range
            if columns.contains(where: { $0.name == name }) {
                throw QueryFault(
                    .syntax, "two columns are named \(QueryError.quoted(name))", at: range,
                    hint: "rename one of them with AS", .columnNameConflict)
            }
            let planned =
                isAggregate
                ? Planned.constant(.null, .any) : try expressions(scope, clause).plan(item.expression)
            columns.append(
                Column(
                    name: name, range: range, expression: item.expression, isAggregate: isAggregate, slot: newSlot(),
                    planned: planned))
        }
        return columns
    }

    static func hasAggregate(_ expression: Expression) -> Bool {
        expression.contains { Functions.isAggregate($0) }
    }

    /// A variable or a property of one.
    private static func isSimple(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .variable, .parameter: true
        case .property(let base, _): isSimple(base)
        default: false
        }
    }

    // MARK: Order and number

    private func order(
        _ projection: Projection, _ columns: [Column], _ grouping: Grouping, _ both: Bindings, _ hasAggregates: Bool
    ) throws -> [SortOperator.Key] {
        if projection.order.isEmpty { return [] }
        grouping.isOrder = true
        for column in columns {
            let binding = Bindings.Binding(slot: column.slot, type: column.planned.type)
            if let expression = column.expression, column.isAggregate {
                grouping.whole[signature(expression.range)] = binding
            }
        }
        return try projection.order.map { item in
            var planner = expressions(both, "ORDER BY")
            if hasAggregates || projection.isDistinct {
                planner.grouping = grouping
            } else if Self.hasAggregate(item.expression) {
                throw QueryFault(
                    .syntax, "an aggregate cannot be used in ORDER BY when no column has one",
                    at: item.expression.range, .invalidAggregation)
            }
            let planned = try planner.plan(item.expression)
            return SortOperator.Key(
                evaluation: planned.evaluate, isDescending: item.isDescending, nullsFirst: item.nullsFirst)
        }
    }

    /// The number of SKIP or LIMIT: known before the first row.
    private func count(_ expression: Expression, _ clause: String, _ scope: Bindings) throws -> Evaluation {
        var usesVariables = false
        expression.walk {
            switch $0.kind {
            case .variable(let name): if scope[name] != nil { usesVariables = true }
            case .pattern, .exists, .subquery, .patternComprehension: usesVariables = true
            default: break
            }
        }
        if usesVariables {
            throw QueryFault(
                .syntax, "\(clause) takes a number that does not depend on the row", at: expression.range, .nonConstant)
        }
        let planned = try expressions(Bindings(), clause).plan(expression)
        let range = expression.range
        func check(_ value: Value, _ isCompileTime: Bool) throws -> Value {
            guard case .integer(let n) = value else {
                throw QueryFault(
                    .type, "\(clause) needs a whole number, this is \(value.words)", at: range,
                    StandardError("SyntaxError", "InvalidArgumentType", runtime: !isCompileTime))
            }
            if n < 0 {
                throw QueryFault(
                    .type, "\(clause) needs a number from 0", at: range,
                    StandardError("SyntaxError", "NegativeIntegerArgument", runtime: !isCompileTime))
            }
            return value
        }
        switch expression.kind {
        case .integer, .float, .string, .boolean, .null, .list, .map, .negative:
            let value = try check(planned.evaluate(Frame(count: slotCount)), true)
            return { _ in value }
        default: return { try check(planned.evaluate($0), false) }
        }
    }
}
