/// Runs a statement over a graph source, row by row.
struct Evaluator {
    private let planner: QueryPlanner
    private let branches: [QueryPlanner.Branch]
    private let isUnionDistinct: Bool
    var columns: [String] { branches.first?.columns ?? [] }
    var plan: [PlanStep] { planner.plan }
    /// One for each clause, where the run is profiled.
    var meters: [Meter] { planner.meters }
    /// Whether some step is made for adjacency in memory.
    var prefersMemory: Bool { planner.prefersMemory }
    /// Whether rows come one by one without being held, and may be many.
    var isStream: Bool { !isUnionDistinct && branches.allSatisfy(\.isStream) }
    var estimate: PlanEstimate { planner.estimate }

    /// Checks and plans.
    init(
        _ statement: Statement, source: [UInt8], tokens: [Token], graph: any GraphSource, mapping: GraphMapping?,
        parameters: [String: QueryValue], budget: Budget, isProfiled: Bool = false
    ) throws {
        planner = QueryPlanner(
            source: source, tokens: tokens, graph: graph, mapping: mapping,
            parameters: parameters.mapValues { Value($0) }, budget: budget)
        planner.isProfiled = isProfiled
        branches = try planner.branches(of: statement)
        isUnionDistinct = statement.unions.first.map { !$0.all } ?? false
    }

    /// Gives every row until `body` says that no more are wanted.
    func run(_ body: @escaping ([QueryValue]) throws -> Bool) throws {
        let hydration = Hydration(graph: planner.graph, budget: planner.budget)
        let budget = planner.budget
        let state = UnionState()
        for branch in branches where !state.isDone {
            var pipeline = branch.pipeline
            pipeline.append(
                Sink { [isUnionDistinct] frame in
                    let row = branch.slots.map { frame.slots[$0] }
                    if isUnionDistinct {
                        if !state.seen.insert(row).inserted { return true }
                        try budget.keep(row.count)
                    }
                    let more = try body(row.map(hydration.value))
                    state.isDone = !more
                    return more
                })
            try pipeline.run(Frame(count: planner.slotCount))
        }
    }
}

private final class UnionState {
    var seen: Set<[Value]> = []
    var isDone = false
}
