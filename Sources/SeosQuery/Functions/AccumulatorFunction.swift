/// A function of many rows, as the evaluator calls it. Nulls never reach it.
struct AccumulatorFunction: Sendable {
    var name: String
    /// Lower case.
    var synonyms: [String] = []
    var arguments = 1
    /// What the first argument may be.
    var kinds: Set<StaticType.Kind> = [
        .boolean, .integer, .number, .string, .list, .map, .node, .relationship, .path, .temporal,
    ]
    var wants = ""
    /// Whether its memory grows with the values.
    var keepsValues = false
    var result: @Sendable (StaticType) -> StaticType
    /// The argument is the place in the query, for errors.
    var make: @Sendable (Range<Int>) -> any Accumulator
}

protocol Accumulator: AnyObject {
    /// The argument for one row, and the second one where there are two.
    func add(_ value: Value, _ more: Value) throws
    func result(_ budget: Budget) throws -> Value
}

extension Functions {
    private static let numbers: Set<StaticType.Kind> = [.number, .temporal]

    static let accumulators: [AccumulatorFunction] = [
        // Counted by the operator itself.
        AccumulatorFunction(name: "count", result: { _ in .integer }, make: { SumAccumulator($0) }),
        AccumulatorFunction(
            name: "collect", synonyms: ["collect_list"], keepsValues: true, result: { .list($0) },
            make: { _ in CollectAccumulator() }),
        AccumulatorFunction(
            name: "sum", kinds: numbers, wants: "a number", result: { $0 == .integer ? .integer : .any },
            make: { SumAccumulator($0) }),
        AccumulatorFunction(
            name: "avg", kinds: numbers, wants: "a number", result: { $0.kind == .number ? .float : .any },
            make: { AverageAccumulator($0) }),
        AccumulatorFunction(name: "min", result: { $0 }, make: { _ in ExtremeAccumulator(sign: 1) }),
        AccumulatorFunction(name: "max", result: { $0 }, make: { _ in ExtremeAccumulator(sign: -1) }),
        AccumulatorFunction(
            name: "stDev", synonyms: ["stddev_samp"], kinds: [.number], wants: "a number", result: { _ in .float },
            make: { DeviationAccumulator(isSample: true, $0) }),
        AccumulatorFunction(
            name: "stDevP", synonyms: ["stddev_pop"], kinds: [.number], wants: "a number", result: { _ in .float },
            make: { DeviationAccumulator(isSample: false, $0) }),
        AccumulatorFunction(
            name: "percentileDisc", synonyms: ["percentile_disc"], arguments: 2, kinds: [.number], wants: "a number",
            keepsValues: true, result: { $0 }, make: { PercentileAccumulator(isContinuous: false, $0) }),
        AccumulatorFunction(
            name: "percentileCont", synonyms: ["percentile_cont"], arguments: 2, kinds: [.number], wants: "a number",
            keepsValues: true, result: { _ in .float }, make: { PercentileAccumulator(isContinuous: true, $0) }),
    ]

    static func accumulator(named name: String) -> AccumulatorFunction? {
        let lower = name.lowercased()
        return accumulators.first { $0.name.lowercased() == lower || $0.synonyms.contains(lower) }
    }
}
