/// Something in a database that does not hold together.
public struct IntegrityIssue: Sendable, Hashable {
    /// A stable word: `check.file`, `check.reference`, `check.quote`, `check.edge`, `check.entity`.
    public let code: String
    /// One sentence, without contents of documents.
    public let message: String
}
