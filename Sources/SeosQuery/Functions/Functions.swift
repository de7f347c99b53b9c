/// The functions of the language. `values` and `accumulators` are the registry: names, arguments, results. Some have a
/// form in SQL too, kept under the same name.
enum Functions {
    static var names: [String] { accumulators.map(\.name) + values.map(\.name) }

    private static let inSQL: [String: SQLFunction] = Dictionary(
        uniqueKeysWithValues: (graphFunctions + textFunctions + numberFunctions + listFunctions).map { ($0.name, $0) })

    /// The form in SQL of a function of one row.
    static func sql(_ name: String) -> SQLFunction? { inSQL[name] }

    static func sqlAggregate(_ name: String) -> SQLAggregate? { aggregateFunctions.first { $0.name == name } }

    static func isAggregate(_ e: Expression) -> Bool {
        if case .call(let use) = e.kind { accumulator(named: use.name.text) != nil } else { false }
    }
}

/// The SQL of a function of one row.
struct SQLFunction: Sendable {
    var name: String
    var compile: @Sendable (FunctionCall) throws -> SQLValue
}

/// The arguments of one use, compiled.
struct FunctionCall {
    var name: String
    var arguments: [Operand]
    var ranges: [Range<Int>]
    var range: Range<Int>
    var mapping: GraphMapping

    /// An argument that must not be a node or relationship.
    func value(_ index: Int) throws -> SQLValue {
        if case .value(let v) = arguments[index] { return v }
        throw wrong(index, "a value")
    }

    func wrong(_ index: Int, _ wanted: String) -> QueryFault {
        QueryFault(.type, "\(name) needs \(wanted), this is \(arguments[index].words)", at: ranges[index])
    }

    /// Values whose kind is known only while the query runs are refused where a wrong kind would go unseen.
    func refuseAny(_ index: Int) throws {
        if arguments[index].type == .any {
            throw QueryFault(
                .unsupported, "\(name) of a value whose kind is not known beforehand has no form in SQL",
                at: ranges[index])
        }
    }
}

extension ExpressionCompiler {
    func call(_ use: FunctionUse, _ range: Range<Int>) throws -> Operand {
        let signature = try FunctionSignature.find(use)
        if signature.isAggregate, !allowsAggregates {
            throw QueryFault(
                .syntax, "\(signature.name) cannot be used in \(place)", at: range,
                hint: place == "WHERE" ? "count in WITH first, then WHERE" : nil)
        }
        try signature.checkCount(use, range)
        if use.isStar { return .value(SQLValue("count(*)", .integer)) }
        var inner = self
        if signature.isAggregate {
            inner.allowsAggregates = false
            if let own = use.arguments.first(where: { $0.contains { Functions.isAggregate($0) } }) {
                throw QueryFault(
                    .syntax, "an aggregate cannot stand inside another", at: own.range, .nestedAggregation)
            }
        }
        let arguments = try use.arguments.map(inner.operand)
        try signature.checkKinds(arguments.map(\.staticType), use)
        let call = FunctionCall(
            name: signature.name, arguments: arguments, ranges: use.arguments.map(\.range), range: range,
            mapping: compiler.mapping)
        if let function = Functions.sql(signature.name) { return .value(try function.compile(call)) }
        if let function = Functions.sqlAggregate(signature.name) {
            return .value(try function.compile(call, use.isDistinct ? "DISTINCT " : ""))
        }
        throw QueryFault(.unsupported, "the function '\(use.name.text)' has no form in SQL", at: use.name.range)
    }
}

extension Operand {
    var staticType: StaticType {
        switch self {
        case .value(let v): StaticType(v.type)
        case .node(let n): .node(n.labels)
        case .relationship(let r): .relationship(r.types)
        }
    }
}
