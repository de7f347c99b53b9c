/// Where a query's time goes.
public struct QueryProfile: Sendable {
    public struct Step: Sendable {
        /// As the plan describes the clause.
        public var words: String
        /// How many rows the plan expected it to give, roughly.
        public var likelyRows: Int
        /// How many rows it gave.
        public var rows: Int
        /// In this clause alone.
        public var time: Duration
    }

    /// Rows of the result and the time until the last of them.
    public var rows: Int
    public var time: Duration
    /// Whether it runs as one SQL statement. The steps are then those of evaluating the query over the graph once more,
    /// for their rows: a statement does not tell them apart.
    public var isSQL: Bool
    public var steps: [Step]
}

extension QueryProfile {
    /// For people: the plan with real rows beside the expected ones, and times.
    public var text: String {
        var lines: [String] = []
        let number = String(steps.count).utf8.count
        let counts = steps.map { "\($0.rows)" }
        let likely = steps.map { "\($0.likelyRows)" }
        for (i, step) in steps.enumerated() {
            let index = String(repeating: " ", count: number - String(i + 1).utf8.count) + String(i + 1)
            let rows =
                "\(Self.padded(counts[i], among: counts)) rows (about \(Self.padded(likely[i], among: likely)) expected)"
            lines.append("\(index). \(rows)  \(Self.milliseconds(step.time))  \(step.words)")
        }
        let noun = rows == 1 ? "row" : "rows"
        if isSQL {
            lines.append("The steps were counted by evaluating the query over the graph.")
            lines.append("As one SQL statement: \(rows) \(noun) in \(Self.milliseconds(time)).")
        } else {
            lines.append("Evaluated over the graph: \(rows) \(noun) in \(Self.milliseconds(time)).")
        }
        return lines.joined(separator: "\n")
    }

    private static func padded(_ count: String, among all: [String]) -> String {
        String(repeating: " ", count: (all.map(\.utf8.count).max() ?? 0) - count.utf8.count) + count
    }

    private static func milliseconds(_ time: Duration) -> String {
        let hundredths = Int64(time / .microseconds(10))
        let fraction = String(hundredths % 100)
        return "\(hundredths / 100).\(fraction.utf8.count < 2 ? "0" : "")\(fraction) ms"
    }
}

extension QueryEngine {
    /// Runs a query for its rows and times.
    ///
    /// - Parameter timeout: for each of the two runs that a query in SQL takes; nil for none.
    /// - Throws: `QueryError` as a run does.
    public func profile(_ query: PreparedQuery, timeout: Duration? = nil) throws(QueryError) -> QueryProfile {
        let start = ContinuousClock.now
        var count = 0
        if case .sql(_, let parsed) = query.method {
            let rows = try run(query, timeout: timeout)
            while try rows.next() != nil { count += 1 }
            let time = ContinuousClock.now - start
            let measured = try measure(parsed, query, timeout, inMemory: false)
            return QueryProfile(rows: count, time: time, isSQL: true, steps: measured.steps)
        }
        guard case .evaluator(let parsed, let inMemory) = query.method else {
            return QueryProfile(rows: 0, time: .zero, isSQL: false, steps: [])
        }
        return try measure(parsed, query, timeout, inMemory: inMemory)
    }

    private func measure(
        _ parsed: PreparedQuery.Parsed, _ query: PreparedQuery, _ timeout: Duration?, inMemory: Bool
    ) throws(QueryError) -> QueryProfile {
        canceller.clear()
        connection.setTimeout(milliseconds: timeout.map(Self.milliseconds) ?? 0)
        let source = Array(query.text.utf8)
        do {
            let budget = Budget(flag: canceller, timeout: timeout, mostValues: mostValues)
            let evaluator = try evaluator(parsed, source, inMemory ? compressed : graph, budget, isProfiled: true)
            let counter = Counter()
            let start = ContinuousClock.now
            try graph.inOneState {
                if graph.hasChanged() { compressed.forget() }
                compressed.budget = budget
                try evaluator.run { _ in
                    counter.rows += 1
                    return true
                }
            }
            let time = ContinuousClock.now - start
            var steps: [QueryProfile.Step] = []
            var before = Duration.zero
            for meter in evaluator.meters {
                // What a clause leaves to those after it is not its own.
                if let step = meter.step {
                    let own = before > meter.after ? before - meter.after : .zero
                    let words = ([step.words] + step.remarks).joined(separator: "; ")
                    steps.append(.init(words: words, likelyRows: step.likely, rows: meter.rows, time: own))
                }
                before = meter.after
            }
            return QueryProfile(rows: counter.rows, time: time, isSQL: false, steps: steps)
        } catch {
            throw QueryError(any: error, source: source)
        }
    }

    private final class Counter {
        var rows = 0
    }
}
