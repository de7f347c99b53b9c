/// The functions of the language. `values` and `accumulators` are the registry; `scalar` and `aggregate` are those
/// of them that have a form in SQL too.
enum Functions {
    static let scalar: [ScalarFunction] = graphFunctions + textFunctions + numberFunctions + listFunctions
    static let aggregate: [AggregateFunction] = aggregateFunctions

    static var names: [String] { accumulators.map(\.name) + values.map(\.name) }

    static func scalar(named name: String) -> ScalarFunction? {
        let lower = name.lowercased()
        return scalar.first { $0.name.lowercased() == lower || $0.synonyms.contains(lower) }
    }

    static func aggregate(named name: String) -> AggregateFunction? {
        let lower = name.lowercased()
        return aggregate.first { $0.name == lower || $0.synonyms.contains(lower) }
    }

    static func isAggregate(_ e: Expression) -> Bool {
        if case .call(let use) = e.kind { accumulator(named: use.name.text) != nil } else { false }
    }
}

/// A function of one row.
struct ScalarFunction: Sendable {
    var name: String
    /// Lower case: spellings of GQL.
    var synonyms: [String] = []
    var arity: ClosedRange<Int>
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
                .unsupported, "\(name) of a value whose kind is not known beforehand is not supported yet",
                at: ranges[index])
        }
    }
}

extension ExpressionCompiler {
    func call(_ use: FunctionUse, _ range: Range<Int>) throws -> Operand {
        if let function = Functions.aggregate(named: use.name.text) {
            return .value(try aggregate(function, use, range))
        }
        guard let function = Functions.scalar(named: use.name.text) else {
            if Functions.value(named: use.name.text) != nil || Functions.accumulator(named: use.name.text) != nil {
                throw QueryFault(
                    .unsupported, "the function '\(use.name.text)' has no form in SQL", at: use.name.range)
            }
            throw QueryFault(
                .unknownFunction, "no function named \(QueryError.quoted(use.name.text))", at: use.name.range,
                hint: Suggestion.hint(for: use.name.text, among: Functions.names))
        }
        if use.isStar || use.isDistinct {
            throw QueryFault(
                .syntax, "\(use.isStar ? "'*'" : "DISTINCT") is for aggregates, \(function.name) is none", at: range)
        }
        guard function.arity.contains(use.arguments.count) else {
            throw Self.wrongCount(function.name, function.arity, use, range)
        }
        return .value(
            try function.compile(
                FunctionCall(
                    name: function.name, arguments: try use.arguments.map(operand),
                    ranges: use.arguments.map(\.range), range: range, mapping: compiler.mapping)))
    }

    private static func wrongCount(
        _ name: String, _ arity: ClosedRange<Int>, _ use: FunctionUse, _ range: Range<Int>
    ) -> QueryFault {
        let wanted =
            arity.upperBound == Int.max
            ? "at least \(arity.lowerBound)"
            : arity.lowerBound == arity.upperBound
                ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
        let noun = wanted == "1" || wanted == "at least 1" ? "argument" : "arguments"
        return QueryFault(.syntax, "\(name) takes \(wanted) \(noun), here are \(use.arguments.count)", at: range)
    }

    private func aggregate(_ function: AggregateFunction, _ use: FunctionUse, _ range: Range<Int>) throws -> SQLValue {
        if !allowsAggregates {
            throw QueryFault(
                .syntax, "\(function.name) cannot be used in \(place)", at: range,
                hint: place == "WHERE" ? "count in WITH first, then WHERE" : nil)
        }
        if use.isStar {
            guard function.name == "count" else {
                throw QueryFault(.syntax, "only count takes '*'", at: range)
            }
            return SQLValue("count(*)", .integer)
        }
        guard use.arguments.count == 1 else { throw Self.wrongCount(function.name, 1...1, use, range) }
        let argument = use.arguments[0]
        if argument.contains(where: { Functions.isAggregate($0) }) {
            throw QueryFault(.syntax, "an aggregate cannot stand inside another", at: argument.range)
        }
        var inner = self
        inner.allowsAggregates = false
        let call = FunctionCall(
            name: function.name, arguments: [try inner.operand(argument)], ranges: [argument.range], range: range,
            mapping: compiler.mapping)
        return try function.compile(call, use.isDistinct ? "DISTINCT " : "")
    }
}
