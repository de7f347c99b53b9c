extension ExpressionPlanner {
    func call(_ use: FunctionUse, _ range: Range<Int>) throws -> Planned {
        if let aggregate = Functions.accumulator(named: use.name.text) {
            return try self.aggregate(aggregate, use, range)
        }
        guard let function = Functions.value(named: use.name.text) else {
            throw QueryFault(
                .unknownFunction, "no function named \(QueryError.quoted(use.name.text))", at: use.name.range,
                hint: Suggestion.hint(for: use.name.text, among: Functions.names))
        }
        if use.isStar || use.isDistinct {
            throw QueryFault(
                .syntax, "\(use.isStar ? "'*'" : "DISTINCT") is for aggregates, \(function.name) is none", at: range)
        }
        guard function.arity.contains(use.arguments.count) else {
            throw QueryFault(
                .syntax, Self.count(function.name, function.arity, use.arguments.count), at: range,
                .invalidArgumentCount)
        }
        if isInsideAggregate, function.isRandom {
            throw QueryFault(
                .syntax, "\(function.name) cannot stand inside an aggregate", at: range, .nonConstant)
        }
        var inner = below
        inner.allowsPattern = function.name == "exists"
        let arguments = try use.arguments.map { try inner.plan($0) }
        for (i, argument) in arguments.enumerated() {
            let parameter = function.parameters[min(i, function.parameters.count - 1)]
            guard case .kinds(let kinds) = parameter, !argument.type.canBe(kinds) else { continue }
            throw QueryFault(
                .type, "\(function.name) needs \(function.wants), this is \(argument.type.words)",
                at: use.arguments[i].range, .invalidArgumentType)
        }
        let (graph, clock, name) = (graph, planner.clock, function.name)
        let (evaluate, takesNull) = (function.evaluate, function.takesNull)
        let values = arguments.map(\.evaluate)
        return Planned(Self.result(function, arguments)) { frame in
            var given: [Value] = []
            given.reserveCapacity(values.count)
            for value in values {
                let next = try value(frame)
                if next.isNull, !takesNull { return .null }
                given.append(next)
            }
            return try evaluate(
                ValueCall(function: name, arguments: given, range: range, graph: graph, clock: clock))
        }
    }

    /// Some functions answer what they are given, or an item of it.
    private static func result(_ function: ValueFunction, _ arguments: [Planned]) -> StaticType {
        switch function.name {
        case "coalesce": arguments.dropFirst().reduce(arguments.first?.type ?? .any) { .either($0, $1.type) }
        case "head", "last": arguments.first?.type.element ?? .any
        case "tail", "reverse", "abs": arguments.first?.type ?? .any
        default: function.result
        }
    }

    private static func count(_ name: String, _ arity: ClosedRange<Int>, _ given: Int) -> String {
        let wanted =
            arity.upperBound == Int.max
            ? "at least \(arity.lowerBound)"
            : arity.lowerBound == arity.upperBound
                ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
        let noun = wanted == "1" || wanted == "at least 1" ? "argument" : "arguments"
        return "\(name) takes \(wanted) \(noun), here are \(given)"
    }

    // MARK: Aggregates

    private func aggregate(_ function: AccumulatorFunction, _ use: FunctionUse, _ range: Range<Int>) throws -> Planned {
        if isInsideAggregate {
            throw QueryFault(
                .syntax, "an aggregate cannot stand inside another", at: range, .nestedAggregation)
        }
        guard let grouping, grouping.allowsAggregates, !isInsideComprehension else {
            throw QueryFault(
                .syntax, "\(function.name) cannot be used in \(isInsideComprehension ? "a list expression" : place)",
                at: range, hint: place == "WHERE" ? "count in WITH first, then WHERE" : nil, .invalidAggregation)
        }
        let words = planner.signature(range)
        if let known = grouping.known[words] { return Planned(known.type) { $0.slots[known.slot] } }
        if grouping.isOrder, !use.isStar {
            throw QueryFault(
                .unknownVariable, "only aggregates that are columns can be sorted by", at: range,
                hint: "make it a column of its own", .undefinedVariable)
        }
        if use.isStar, function.name != "count" {
            throw QueryFault(.syntax, "only count takes '*'", at: range)
        }
        if !use.isStar, use.arguments.count != function.arguments {
            throw QueryFault(
                .syntax, Self.count(function.name, function.arguments...function.arguments, use.arguments.count),
                at: range, .invalidArgumentCount)
        }
        var inner = below
        inner.grouping = nil
        inner.scope = grouping.inner
        inner.isInsideAggregate = true
        inner.allowsPattern = false
        let arguments = try use.arguments.map { try inner.plan($0) }
        if let first = arguments.first, !first.type.canBe(function.kinds) {
            throw QueryFault(
                .type, "\(function.name) needs \(function.wants), this is \(first.type.words)",
                at: use.arguments[0].range, .invalidArgumentType)
        }
        let type = function.result(arguments.first?.type ?? .any)
        let binding = Bindings.Binding(slot: planner.newSlot(), type: type)
        let make = function.make
        grouping.uses.append(
            AggregateOperator.Use(
                slot: binding.slot, isDistinct: use.isDistinct, arguments: arguments.map(\.evaluate),
                make: { make(range) }))
        grouping.known[words] = binding
        return Planned(type) { $0.slots[binding.slot] }
    }
}
