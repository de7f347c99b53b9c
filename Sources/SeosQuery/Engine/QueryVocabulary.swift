/// The words that a query over one database can hold, for completion and reference.
public struct QueryVocabulary: Sendable {
    public var labels: [String]
    public var types: [String]
    /// Of nodes and relationships, each once.
    public var properties: [String]
    public var functions: [String]
    /// In capitals.
    public var keywords: [String]
}

extension QueryEngine {
    public var vocabulary: QueryVocabulary {
        let properties =
            mapping.labels.flatMap { $0.properties.map(\.name) }
            + mapping.types.flatMap { $0.properties.map(\.name) }
        return QueryVocabulary(
            labels: mapping.labels.map(\.name).filter { !$0.isEmpty }, types: mapping.types.map(\.name),
            properties: Set(properties).sorted(), functions: Functions.names.sorted(), keywords: Self.keywords)
    }

    static let keywords = [
        "ALL", "ALL SHORTEST", "AND", "ANY", "ANY SHORTEST", "AS", "ASC", "BY", "CASE", "CONTAINS", "COUNT", "DESC",
        "DISTINCT", "ELSE", "END", "ENDS WITH", "EXISTS", "FALSE", "FILTER", "FOR", "IN", "IS NOT NULL", "IS NULL",
        "LET",
        "LIMIT", "MATCH", "NONE", "NOT", "NULL", "NULLS FIRST", "NULLS LAST", "OFFSET", "OPTIONAL MATCH", "OR",
        "ORDER BY", "RETURN", "SINGLE", "SKIP", "STARTS WITH", "THEN", "TRUE", "UNION", "UNION ALL", "UNWIND", "WHEN",
        "WHERE", "WITH", "XOR",
    ]
}
