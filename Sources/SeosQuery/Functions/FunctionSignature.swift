/// How a function may be called: what the planner and the compiler to SQL both check, in the same words.
struct FunctionSignature {
    var name: String
    var arity: ClosedRange<Int>
    /// The last one stands for all that follow.
    var parameters: [ValueFunction.Parameter]
    /// For messages: "a text or a list".
    var wants: String
    var isAggregate: Bool

    init(_ function: ValueFunction) {
        name = function.name
        arity = function.arity
        parameters = function.parameters
        wants = function.wants
        isAggregate = false
    }

    init(_ function: AccumulatorFunction) {
        name = function.name
        arity = function.arguments...function.arguments
        parameters = [.kinds(function.kinds)] + Array(repeating: .any, count: function.arguments - 1)
        wants = function.wants
        isAggregate = true
    }

    /// The function of a name in any spelling.
    static func find(_ use: FunctionUse) throws -> FunctionSignature {
        if let function = Functions.accumulator(named: use.name.text) { return FunctionSignature(function) }
        if let function = Functions.value(named: use.name.text) { return FunctionSignature(function) }
        throw QueryFault(
            .unknownFunction, "no function named \(QueryError.quoted(use.name.text))", at: use.name.range,
            hint: Suggestion.hint(for: use.name.text, among: Functions.names))
    }

    /// The number of arguments, `*` and DISTINCT.
    func checkCount(_ use: FunctionUse, _ range: Range<Int>) throws {
        if !isAggregate, use.isStar || use.isDistinct {
            throw QueryFault(
                .syntax, "\(use.isStar ? "'*'" : "DISTINCT") is for aggregates, \(name) is none", at: range)
        }
        if use.isStar {
            if name == "count" { return }
            throw QueryFault(.syntax, "only count takes '*'", at: range)
        }
        if arity.contains(use.arguments.count) { return }
        let wanted =
            arity.upperBound == Int.max
            ? "at least \(arity.lowerBound)"
            : arity.lowerBound == arity.upperBound
                ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
        let noun = wanted == "1" || wanted == "at least 1" ? "argument" : "arguments"
        throw QueryFault(
            .syntax, "\(name) takes \(wanted) \(noun), here are \(use.arguments.count)", at: range,
            .invalidArgumentCount)
    }

    /// The kinds of the arguments as far as they are known beforehand.
    func checkKinds(_ types: [StaticType], _ use: FunctionUse) throws {
        for (i, type) in types.enumerated() {
            guard case .kinds(let kinds) = parameters[min(i, parameters.count - 1)], !type.canBe(kinds) else {
                continue
            }
            throw QueryFault(
                .type, "\(name) needs \(wants), this is \(type.words)", at: use.arguments[i].range,
                .invalidArgumentType)
        }
    }
}
