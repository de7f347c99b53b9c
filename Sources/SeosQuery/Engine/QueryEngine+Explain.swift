extension QueryEngine {
    /// The plan in words with the rows that each clause is likely to give, notes about parts that cannot match, and
    /// either the SQL or how it is evaluated. `profile` sets the real rows beside the likely ones.
    public func explain(_ query: PreparedQuery) -> String {
        let counts = query.plan.map { "\($0.likely)" }
        let widest = counts.map(\.utf8.count).max() ?? 0
        var lines: [String] = []
        for (i, step) in query.plan.enumerated() {
            let count = String(repeating: " ", count: widest - counts[i].utf8.count) + counts[i]
            let remarks = query.sql == nil ? step.remarks : []
            lines.append("\(i + 1). about \(count) rows  \(([step.words] + remarks).joined(separator: "; "))")
        }
        lines += query.warnings.map { "note: \($0)" }
        switch query.method {
        case .evaluator(_, inMemory: true): lines.append("Evaluated row by row, over relationships in memory.")
        case .evaluator: lines.append("Evaluated row by row.")
        case .sql(let compiled, _): lines += Self.explain(compiled)
        }
        return lines.joined(separator: "\n")
    }

    private static func explain(_ compiled: PreparedQuery.Compiled) -> [String] {
        let readings = compiled.readings == 1 ? "" : ", in \(compiled.readings) readings of its patterns"
        var lines = ["Answered by one SQL statement\(readings):", "", compiled.sql]
        if !compiled.bound.isEmpty {
            lines.append("")
            lines += compiled.bound.enumerated().map { "?\($0.offset + 1) = \($0.element.literal)" }
        }
        return lines
    }
}
