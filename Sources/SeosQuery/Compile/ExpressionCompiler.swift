/// Expressions to SQL. Types are checked on the way, with the rules of openCypher: a comparison of different kinds is
/// false or null, an operation on the wrong kind an error.
struct ExpressionCompiler {
    let compiler: Compiler
    let scope: Scope
    /// The clause, for messages.
    let place: String
    var allowsAggregates = false
    /// Expressions that are columns already, by their tokens: what ORDER BY after aggregation may use.
    var substitutions: [String: Operand] = [:]
    /// Variables that were there before aggregation or DISTINCT and cannot be used any more.
    var hidden: Set<String> = []
    /// In one reading of several, a property that this label lacks is null; the whole clause was checked before.
    var isLenient = false

    init(
        _ compiler: Compiler, _ scope: Scope, place: String, allowsAggregates: Bool = false,
        substitutions: [String: Operand] = [:], hidden: Set<String> = []
    ) {
        self.compiler = compiler
        self.scope = scope
        self.place = place
        self.allowsAggregates = allowsAggregates
        self.substitutions = substitutions
        self.hidden = hidden
    }

    func operand(_ e: Expression) throws -> Operand {
        let operand = try anyOperand(e)
        // An operand may stand in the SQL more than once (`a < b < c`), so nesting could double it again and again.
        if case .value(let v) = operand, v.sql.utf8.count > Self.longestOperand {
            throw QueryFault(.tooLong, "this expression is too large once it is written out", at: e.range)
        }
        return operand
    }

    private static let longestOperand = 512 << 10

    private func anyOperand(_ e: Expression) throws -> Operand {
        try compiler.spend(e.range)
        if !substitutions.isEmpty, let known = substitutions[compiler.signature(e.range)] { return known }
        switch e.kind {
        case .null: return .value(.null)
        case .boolean(let b): return .value(SQLValue(b ? "1" : "0", .boolean))
        case .integer(let n): return constant(.integer(n), e.range)
        case .float(let d): return constant(.double(d), e.range)
        case .string(let s): return constant(.string(s), e.range)
        case .parameter(let name): return constant(try compiler.parameter(name, e.range), e.range)
        case .variable(let name): return try variable(name, e.range)
        case .list(let items): return .value(try list(items))
        case .map: throw QueryFault(.unsupported, "maps as values are not supported yet", at: e.range)
        case .property(let base, let name): return try property(try operand(base), name, isLenient: isLenient)
        case .index(let list, let index): return .value(try element(list, index))
        case .slice: throw QueryFault(.unsupported, "slices of lists are not supported yet", at: e.range)
        case .not(let inner): return .value(SQLValue("(NOT \(try truth(inner, "NOT")))", .boolean))
        case .negative(let inner):
            let value = try number(inner, "'-'")
            return .value(
                SQLValue(
                    "seos_subtract(0, \(value.sql), \(e.range.lowerBound))", value.type == .any ? .number : value.type))
        case .and(let items): return .value(try joined(items, "AND"))
        case .or(let items): return .value(try joined(items, "OR"))
        case .binary(let operation, let a, let b): return .value(try binary(operation, a, b, e.range))
        case .comparison(let first, let rest): return .value(try comparison(first, rest))
        case .isNull(let inner, let negated):
            return .value(
                SQLValue("(\(try operand(inner).identity) IS \(negated ? "NOT NULL" : "NULL"))", .boolean))
        case .hasLabels(let base, let labels): return .value(try hasLabels(base, labels))
        case .call(let use): return try call(use, e.range)
        case .choice(let choice): return .value(try self.choice(choice))
        case .pattern(let pattern):
            for name in pattern.variables where scope[name] == nil {
                let range = pattern.nodes.compactMap(\.variable).first { $0.text == name }?.range ?? e.range
                throw unknown(name, range)
            }
            try compiler.spend(e.range, 10)
            return .value(SQLValue(try compiler.exists([pattern], nil, scope, e.range), .boolean))
        case .exists(let patterns, let condition):
            return .value(SQLValue(try compiler.exists(patterns, condition, scope, e.range), .boolean))
        case .subquery, .comprehension, .quantifier, .reduce, .patternComprehension:
            throw QueryFault(.unsupported, "this expression has no form in SQL", at: e.range)
        }
    }

    func value(_ e: Expression) throws -> SQLValue {
        let operand = try operand(e)
        if case .value(let v) = operand { return v }
        return SQLValue(operand.packed, .any)
    }

    /// A WHERE condition as SQL.
    func condition(_ e: Expression) throws -> String { "(\(try truth(e, place)))" }

    // MARK: Leaves

    private func constant(_ value: QueryValue, _ range: Range<Int>) -> Operand {
        switch value {
        case .null: return .value(.null)
        case .boolean(let b): return .value(SQLValue(b ? "1" : "0", .boolean))
        default: return .value(SQLValue(compiler.bind(value, at: range.lowerBound), value.type))
        }
    }

    private func variable(_ name: String, _ range: Range<Int>) throws -> Operand {
        if let operand = scope[name] { return operand }
        throw unknown(name, range)
    }

    func unknown(_ name: String, _ range: Range<Int>) -> QueryFault {
        if hidden.contains(name) {
            return QueryFault(
                .unknownVariable, "'\(name)' is no longer known after DISTINCT or an aggregate", at: range,
                hint: "sort by a column of the result")
        }
        return QueryFault(
            .unknownVariable, "no variable named \(QueryError.quoted(name))", at: range,
            hint: Suggestion.hint(for: name, among: scope.names)
                ?? (scope.names.isEmpty ? nil : "known here: " + scope.names.prefix(8).joined(separator: ", ")))
    }

    private func list(_ items: [Expression]) throws -> SQLValue {
        if items.count > 100 {
            throw QueryFault(
                .unsupported, "a list of more than 100 items must be a parameter", at: items[100].range)
        }
        var type: ValueType?
        var parts: [String] = []
        for item in items {
            let operand = try operand(item)
            type = type.map { ValueType.either($0, operand.type) } ?? operand.type
            parts.append(operand.packed)
        }
        return SQLValue("seos_list(\(parts.joined(separator: ", ")))", .list(type ?? .any))
    }

    private func element(_ list: Expression, _ index: Expression) throws -> SQLValue {
        let base = try value(list)
        let position = try value(index)
        guard base.type.isList || base.type == .any || base.type == .null else {
            throw QueryFault(.type, "only a list has elements, this is \(base.type.words)", at: list.range)
        }
        guard position.type == .integer || position.type == .null else {
            throw QueryFault(.type, "an index is a whole number, this is \(position.type.words)", at: index.range)
        }
        return SQLValue("seos_index(\(base.sql), \(position.sql))", Self.element(of: base.type))
    }

    /// The type of a list's items as they leave the list: booleans stay packed.
    static func element(of type: ValueType) -> ValueType {
        guard case .list(let item) = type, item != .boolean, item != .null else { return .any }
        return item
    }

    // MARK: Properties and labels

    /// `isLenient`: a label without the property gives null even if it is the only one (a branch of several).
    func property(_ subject: Operand, _ name: Name, isLenient: Bool = false) throws -> Operand {
        switch subject {
        case .node(let node): return .value(try property(node, name, isLenient))
        case .relationship(let relationship): return .value(try property(relationship, name, isLenient))
        case .value(let v) where v.type == .null: return .value(.null)
        case .value(let v):
            throw QueryFault(
                v.type == .any ? .unsupported : .type,
                "\(v.type.words) has no properties; only a node or a relationship has", at: name.range)
        }
    }

    private func property(_ node: NodeBinding, _ name: Name, _ isLenient: Bool) throws -> SQLValue {
        let labels = compiler.mapping.labels(in: node.labels)
        let owners = labels.compactMap { label in label.property(name.text).map { (label, $0) } }
        if owners.isEmpty {
            // A property that some other label has is null here: the variable may come from one reading of several.
            if isLenient { return .null }
            throw unknown(name, owner: labels, all: labels.flatMap { $0.properties.map(\.name) })
        }
        if name.text == "id", owners.allSatisfy({ $0.0.hasOwnID }) { return SQLValue(node.id, .integer) }
        let type = owners.dropFirst().reduce(owners[0].1.type) { ValueType.either($0, $1.1.type) }
        func read(_ label: GraphMapping.Label, _ property: GraphMapping.Property) -> String {
            if let alias = node.alias { return "(\(Compiler.fill(property.sql, alias)))" }
            let alias = compiler.alias("x")
            return
                "(SELECT \(Compiler.fill(property.sql, alias)) FROM \(label.table) AS \(alias) WHERE \(alias).id = \(node.id))"
        }
        if node.labels.single != nil { return SQLValue(read(owners[0].0, owners[0].1), owners[0].1.type) }
        let cases = owners.map { "WHEN \($0.0.code) THEN \(read($0.0, $0.1))" }
        return SQLValue("CASE \(node.code) \(cases.joined(separator: " ")) END", type)
    }

    private func property(
        _ relationship: RelationshipBinding, _ name: Name, _ isLenient: Bool
    ) throws -> SQLValue {
        let types = relationship.types.sorted().compactMap { compiler.mapping.type(code: $0) }
        let owners = types.compactMap { type in type.property(name.text).map { (type, $0) } }
        if owners.isEmpty {
            if isLenient { return .null }
            let known = types.flatMap { $0.properties.map(\.name) }
            let owner = types.count == 1 ? types[0].name : "this relationship"
            throw QueryFault(
                .unknownProperty, "\(owner) has no property \(QueryError.quoted(name.text))", at: name.range,
                hint: Suggestion.hint(for: name.text, among: known)
                    ?? (known.isEmpty ? nil : "it has \(Self.unique(known).joined(separator: ", "))"))
        }
        let type = owners.dropFirst().reduce(owners[0].1.type) { ValueType.either($0, $1.1.type) }
        func read(_ type: GraphMapping.RelationshipType, _ property: GraphMapping.Property) -> String {
            if let alias = relationship.alias { return "(\(Compiler.fill(property.sql, alias)))" }
            let alias = compiler.alias("x")
            let part = type.parts[0]
            let keys = [
                (part.source, relationship.source), (part.target, relationship.target), (part.id, relationship.id),
            ]
            var terms = keys.map { "\(Compiler.fill($0.0, alias)) = \($0.1)" }
            if let condition = part.condition { terms.append(Compiler.fill(condition, alias)) }
            let conditions = terms.joined(separator: " AND ")
            return "(SELECT \(Compiler.fill(property.sql, alias)) FROM \(part.table) AS \(alias) WHERE \(conditions))"
        }
        if relationship.single != nil { return SQLValue(read(owners[0].0, owners[0].1), type) }
        let cases = owners.map { "WHEN \($0.0.code) THEN \(read($0.0, $0.1))" }
        return SQLValue("CASE \(relationship.code) \(cases.joined(separator: " ")) END", type)
    }

    private func unknown(_ name: Name, owner labels: [GraphMapping.Label], all: [String]) -> QueryFault {
        let owner = labels.count == 1 ? labels[0].name : "this node"
        return QueryFault(
            .unknownProperty, "\(owner) has no property \(QueryError.quoted(name.text))", at: name.range,
            hint: Suggestion.hint(for: name.text, among: all)
                ?? (labels.count == 1 ? "it has \(all.joined(separator: ", "))" : nil))
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private func hasLabels(_ base: Expression, _ labels: LabelExpression) throws -> SQLValue {
        let operand = try operand(base)
        guard case .node(let node) = operand else {
            if case .value(let v) = operand, v.type == .null { return SQLValue("NULL", .boolean) }
            throw QueryFault(.type, "only a node has labels, this is \(operand.words)", at: base.range)
        }
        let wanted = try compiler.labels(labels).intersection(node.labels)
        if node.isReference {
            let codes = wanted.codes.map(String.init).joined(separator: ", ")
            return SQLValue("(\(node.code) IN (\(codes)))", .boolean)
        }
        let answer = wanted.isEmpty ? "0" : "1"
        return SQLValue(node.isNullable ? "CASE WHEN \(node.sql) IS NOT NULL THEN \(answer) END" : answer, .boolean)
    }

    // MARK: CASE

    private func choice(_ choice: CaseExpression) throws -> SQLValue {
        let subject = try choice.subject.map { ($0, try operand($0)) }
        var conditions: [String] = []
        var results: [(Operand, Expression)] = []
        for branch in choice.branches {
            if let (_, operand) = subject {
                conditions.append(try equal(operand, try self.operand(branch.condition), branch.condition.range))
            } else {
                conditions.append(try truth(branch.condition, "WHEN"))
            }
            results.append((try operand(branch.result), branch.result))
        }
        if let otherwise = choice.otherwise { results.append((try operand(otherwise), otherwise)) }
        let (type, parts) = Self.common(results.map(\.0))
        var sql = "CASE"
        for (condition, result) in zip(conditions, parts) { sql += " WHEN \(condition) THEN \(result)" }
        if choice.otherwise != nil, let last = parts.last { sql += " ELSE \(last)" }
        return SQLValue("(\(sql) END)", type)
    }

    /// One type for values of which one is taken, and their SQL in that type.
    static func common(_ operands: [Operand]) -> (ValueType, [String]) {
        let isMixed = operands.contains { if case .value = $0 { false } else { true } }
        let type =
            isMixed ? .any : operands.dropFirst().reduce(operands.first?.type ?? .null) { .either($0, $1.type) }
        return (type, operands.map { type == .any ? $0.packed : $0.identity })
    }
}
