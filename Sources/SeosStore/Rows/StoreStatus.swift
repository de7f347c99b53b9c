/// Counts of what a database holds.
public struct StoreStatus: Sendable, Hashable {
    public struct Count: Sendable, Hashable {
        public let name: String
        public let count: Int
    }

    public let schemaVersion: Int
    /// Size of the file in bytes, without side files.
    public let fileSize: Int
    /// False while entities lag behind documents.
    public let isResolved: Bool
    public let documents: Int
    /// Earlier contents that are kept.
    public let earlierVersions: Int
    public let mentions: Int
    /// Of the current contents.
    public let claims: Int
    public let retiredClaims: Int
    public let decisions: Int
    public let undoneDecisions: Int
    /// Inputs that could not be read.
    public let failedInputs: Int
    /// Documents by language, most first.
    public let languages: [Count]
    /// Nodes by label, documents and claims left out.
    public let entities: [Count]
    /// Relationships by type, of those between entities.
    public let relationships: [Count]
    /// Problems by severity: note, warning, failure.
    public let problems: [Count]
}
