extension ExpressionPlanner {
    func call(_ use: FunctionUse, _ range: Range<Int>) throws -> Planned {
        let signature = try FunctionSignature.find(use)
        if let aggregate = Functions.accumulator(named: signature.name) {
            return try self.aggregate(aggregate, signature, use, range)
        }
        guard let function = Functions.value(named: signature.name) else {
            throw QueryFault(.unknownFunction, "no function named \(signature.name)", at: use.name.range)
        }
        try signature.checkCount(use, range)
        if isInsideAggregate, function.isRandom {
            throw QueryFault(
                .syntax, "\(function.name) cannot stand inside an aggregate", at: range, .nonConstant)
        }
        var inner = below
        inner.allowsPattern = function.name == "exists"
        let arguments = try use.arguments.map { try inner.plan($0) }
        try signature.checkKinds(arguments.map(\.type), use)
        let (graph, clock, budget, name) = (graph, planner.clock, planner.budget, function.name)
        let (evaluate, takesNull) = (function.evaluate, function.takesNull)
        let values = arguments.map(\.evaluate)
        return Planned(Self.result(function, arguments)) { frame in
            var given: [Value] = []
            given.reserveCapacity(values.count)
            for value in values {
                let next = try value(frame)
                if next.isNull, !takesNull { return .null }
                try budget.read(next)
                given.append(next)
            }
            return try evaluate(
                ValueCall(function: name, arguments: given, range: range, graph: graph, clock: clock, budget: budget))
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

    // MARK: Aggregates

    private func aggregate(
        _ function: AccumulatorFunction, _ signature: FunctionSignature, _ use: FunctionUse, _ range: Range<Int>
    ) throws -> Planned {
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
        if let known = grouping.known[words] { return Planned(known.type, slot: known.slot) }
        if grouping.isOrder, !use.isStar {
            throw QueryFault(
                .unknownVariable, "only aggregates that are columns can be sorted by", at: range,
                hint: "make it a column of its own", .undefinedVariable)
        }
        try signature.checkCount(use, range)
        var inner = below
        inner.grouping = nil
        inner.scope = grouping.inner
        inner.isInsideAggregate = true
        inner.allowsPattern = false
        let arguments = try use.arguments.map { try inner.plan($0) }
        try signature.checkKinds(arguments.map(\.type), use)
        let type = function.result(arguments.first?.type ?? .any)
        let binding = Bindings.Binding(slot: planner.newSlot(), type: type)
        grouping.uses.append(
            AggregateOperator.Use(
                slot: binding.slot, isDistinct: use.isDistinct, arguments: arguments.map(\.reading),
                function: function, range: range))
        grouping.known[words] = binding
        return Planned(type, slot: binding.slot)
    }
}
