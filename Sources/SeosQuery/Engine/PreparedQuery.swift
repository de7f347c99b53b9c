/// A query that has been checked and planned, with its parameters; it can be run any number of times.
public struct PreparedQuery: Sendable {
    public let text: String
    public let columns: [String]
    /// How it runs.
    let method: Method
    let plan: [PlanStep]
    /// What is allowed but surely not meant, such as a pattern no relationship can fill.
    public let warnings: [String]

    enum Method: Sendable {
        /// The second one steps in where SQLite finds the statement too deep or has no form for a parameter.
        case sql(Compiled, Parsed)
        /// Over the database, or over relationships in memory.
        case evaluator(Parsed, inMemory: Bool)
    }

    struct Compiled: Sendable {
        /// One SELECT; values are bound, not written into it.
        var sql: String
        var bound: [QueryValue]
        var types: [ValueType]
        /// In how many ways of labels, types and lengths its patterns are read.
        var readings: Int
    }

    struct Parsed: Sendable {
        var statement: Statement
        var tokens: [Token]
        var parameters: [String: QueryValue]
    }

    /// The SELECT it runs; nil when it is evaluated over the graph.
    public var sql: String? {
        if case .sql(let compiled, _) = method { compiled.sql } else { nil }
    }
}
