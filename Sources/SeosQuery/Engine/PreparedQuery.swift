/// A query that has been checked and compiled, with its parameters; it can be run any number of times.
public struct PreparedQuery: Sendable {
    public let text: String
    public let columns: [String]
    let types: [ValueType]
    /// One SELECT; values are bound, not written into it.
    public let sql: String
    let bound: [QueryValue]
    let plan: [String]
    /// What is allowed but surely not meant, such as a pattern no relationship can fill.
    public let warnings: [String]
}
