extension Compiler {
    private struct Column {
        var name: String
        var operand: Operand
        var item: Projection.Item?
        var isAggregate: Bool
    }

    private static let mostColumns = 200

    func with(_ projection: Projection, _ rows: Rows, _ usage: Usage) throws -> Rows {
        let columns = try self.columns(of: projection, "WITH", rows)
        let sql = try select(projection, columns, rows, "WITH") { $0.operand.columns }
        try checkLength(sql, projection.range)
        var after = stage(sql, columns.map { ($0.name, $0.operand) })
        if let condition = projection.condition {
            after.conditions.append(
                try ExpressionCompiler(self, after.scope, place: "WHERE").condition(condition))
        }
        return after
    }

    func returning(_ projection: Projection, _ rows: Rows) throws -> Result {
        let columns = try self.columns(of: projection, "RETURN", rows)
        let names = columns.map { ($0.name, $0.operand.type) }
        let isPlain = columns.allSatisfy { if case .value = $0.operand { true } else { false } }
        var sql = try select(projection, columns, rows, "RETURN") { $0.operand.columns }
        if !isPlain {
            // Nodes and relationships leave as references, made after sorting and cutting; their properties are read
            // when the row is handed out.
            var own = 0
            let packed = columns.map { column -> String in
                let mine = column.operand.columns.indices.map { "c\(own + $0)" }
                own += mine.count
                return column.operand.moved(to: mine).packed
            }
            sql = "SELECT \(packed.joined(separator: ", ")) FROM (\(sql))"
        }
        try checkLength(sql, projection.range)
        return Result(sql: sql, columns: names)
    }

    // MARK: Columns

    private func columns(of projection: Projection, _ clause: String, _ rows: Rows) throws -> [Column] {
        var columns: [Column] = []
        if projection.includesAll {
            let names = rows.scope.names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            if names.isEmpty, !projection.mayBeEmpty {
                throw QueryFault(.syntax, "\(clause) * needs at least one variable", at: projection.range)
            }
            for name in names {
                guard let operand = rows.scope[name] else { continue }
                columns.append(Column(name: name, operand: operand, item: nil, isAggregate: false))
            }
        }
        if columns.count + projection.items.count > Self.mostColumns {
            throw QueryFault(.tooLong, "a result has at most \(Self.mostColumns) columns", at: projection.range)
        }
        for item in projection.items {
            let isAggregate = item.expression.contains { Functions.isAggregate($0) }
            let expressions = ExpressionCompiler(self, rows.scope, place: clause, allowsAggregates: true)
            let operand = try expressions.operand(item.expression)
            let name = item.alias?.text ?? Self.columnName(item)
            if columns.contains(where: { $0.name == name }) {
                throw QueryFault(
                    .syntax, "two columns are named \(QueryError.quoted(name))",
                    at: item.alias?.range ?? item.expression.range, hint: "rename one of them with AS")
            }
            columns.append(Column(name: name, operand: operand, item: item, isAggregate: isAggregate))
        }
        let keys = columns.filter { !$0.isAggregate }.map { $0.item.map { signature($0.expression.range) } ?? $0.name }
        for column in columns where column.isAggregate {
            if let expression = column.item?.expression { try checkMixed(expression, keys) }
        }
        return columns
    }

    /// A backticked variable is named without its backticks.
    private static func columnName(_ item: Projection.Item) -> String {
        if case .variable(let name) = item.expression.kind { return name }
        return item.text
    }

    /// Beside an aggregate only constants and grouping keys may stand in one expression: `count(*) + p.year` has no
    /// single value otherwise.
    private func checkMixed(_ expression: Expression, _ keys: [String]) throws {
        if Functions.isAggregate(expression) || keys.contains(signature(expression.range)) { return }
        if case .variable(let name) = expression.kind {
            throw QueryFault(
                .syntax, "'\(name)' has many values where the aggregate has one", at: expression.range,
                hint: "make it a column of its own, then it groups the rows")
        }
        for child in expression.children { try checkMixed(child, keys) }
    }

    // MARK: SELECT

    private func select(
        _ projection: Projection, _ columns: [Column], _ rows: Rows, _ clause: String,
        _ parts: (Column) -> [String]
    ) throws -> String {
        var terms: [String] = []
        var groups: [String] = []
        var aliases: [[String]] = []
        for column in columns {
            let own = parts(column)
            aliases.append(own.indices.map { "c\(terms.count + $0)" })
            if !column.isAggregate { groups += own.indices.map { String(terms.count + $0 + 1) } }
            terms += own.enumerated().map { "\($0.element) AS c\(terms.count + $0.offset)" }
        }
        let isAggregated = columns.contains(where: \.isAggregate)
        var sql = rows.select(terms, distinct: projection.isDistinct)
        if isAggregated, !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
        if !projection.order.isEmpty {
            let keys = try order(projection, columns, aliases, rows, clause, isAggregated)
            sql += " ORDER BY " + keys.joined(separator: ", ")
        }
        if projection.skip != nil || projection.limit != nil {
            sql += " LIMIT " + (try projection.limit.map { try count($0, "LIMIT") } ?? "-1")
            if let skip = projection.skip { sql += " OFFSET " + (try count(skip, "SKIP")) }
        }
        return sql
    }

    private func order(
        _ projection: Projection, _ columns: [Column], _ aliases: [[String]], _ rows: Rows, _ clause: String,
        _ isAggregated: Bool
    ) throws -> [String] {
        var scope = isAggregated || projection.isDistinct ? Scope() : rows.scope
        var known: [String: Operand] = [:]
        for (column, own) in zip(columns, aliases) {
            let operand = column.operand.moved(to: own)
            // The alias hides a variable of the same name, unless it is that variable itself: then its table is at hand.
            let isItself: Bool
            if let item = column.item, case .variable(let name) = item.expression.kind {
                isItself = name == column.name
            } else {
                isItself = column.item == nil
            }
            if !isItself || scope[column.name] == nil { scope[column.name] = operand }
            if let item = column.item { known[signature(item.expression.range)] = operand }
        }
        let hidden = Set(rows.scope.names.filter { scope[$0] == nil })
        return try projection.order.flatMap { item -> [String] in
            let expressions = ExpressionCompiler(
                self, scope, place: "ORDER BY", substitutions: known, hidden: hidden)
            let nullsFirst = item.nullsFirst ?? item.isDescending
            let direction = (item.isDescending ? " DESC" : " ASC") + (nullsFirst ? " NULLS FIRST" : " NULLS LAST")
            return try expressions.sortKeys(item.expression).map { $0 + direction }
        }
    }

    /// SKIP and LIMIT: a whole number known before the query runs.
    private func count(_ expression: Expression, _ clause: String) throws -> String {
        let value: QueryValue
        switch expression.kind {
        case .integer(let n): value = .integer(n)
        case .parameter(let name): value = try parameter(name, expression.range)
        case .float, .string, .boolean, .null, .negative: value = .null
        default:
            throw QueryFault(
                .unsupported, "\(clause) needs a whole number or a parameter", at: expression.range)
        }
        guard case .integer(let n) = value, n >= 0 else {
            throw QueryFault(.type, "\(clause) needs a whole number that is not negative", at: expression.range)
        }
        return bind(.integer(n))
    }

    func parameter(_ name: String, _ range: Range<Int>) throws -> QueryValue {
        if let value = parameters[name] { return value }
        throw QueryFault(
            .parameterMissing, "the parameter \(QueryError.quoted("$" + name)) has no value", at: range,
            hint: Suggestion.hint(for: name, among: parameters.keys.sorted()) ?? "give it with --param \(name)=…")
    }
}
