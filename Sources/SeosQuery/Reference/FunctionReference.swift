/// What is known of one function of the query language: for its reference page, completion and help.
///
/// Made from the registry the planner checks and runs queries with, so it cannot say anything else.
public struct FunctionReference: Sendable {
    public var name: String
    /// Other spellings, such as those of GQL; in lower case.
    public var synonyms: [String]
    /// Such as `substring(text, start, length?)`; `?` may be left out, `…` may be repeated.
    public var signature: String
    /// Such as "a text".
    public var result: String
    /// Whether it answers once for many rows.
    public var isAggregate: Bool
    public var summary: String
    /// A query over `LanguageReference.exampleGraph` and its rows, each as a JSON list.
    public var example: LanguageExample

    /// Every function, by name; aggregates are among them.
    public static let all: [FunctionReference] = {
        let notes = Dictionary(uniqueKeysWithValues: FunctionNote.all.map { ($0.name, $0) })
        func reference(
            _ name: String, _ synonyms: [String], _ result: StaticType, isAggregate: Bool
        ) -> FunctionReference? {
            guard let note = notes[name] else { return nil }
            return FunctionReference(
                name: name, synonyms: synonyms, signature: "\(name)(\(note.parameters))", result: result.words,
                isAggregate: isAggregate, summary: note.summary,
                example: LanguageExample(query: note.query, rows: note.rows))
        }
        let references =
            Functions.accumulators.compactMap {
                reference($0.name, $0.synonyms, $0.result(.any), isAggregate: true)
            } + Functions.values.compactMap { reference($0.name, $0.synonyms, $0.result, isAggregate: false) }
        return references.sorted { Value.order($0.name.lowercased(), $1.name.lowercased()) < 0 }
    }()
}

/// A query that a test runs, and what it gives.
public struct LanguageExample: Sendable {
    public var query: String
    /// Each row as compact JSON: `["Amber",2021]`.
    public var rows: [String]
}
