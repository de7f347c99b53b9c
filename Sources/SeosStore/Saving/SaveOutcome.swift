/// What saving one document did to the database.
public struct SaveOutcome: Sendable, Hashable {
    public enum Change: Sendable, Hashable {
        case added
        /// New content under a known uri, or the same content read by another version of the rules.
        case updated
        /// Same content, same rules.
        case unchanged
    }

    public var change: Change
    /// Rows inserted, updated and deleted.
    public var rowsWritten: Int

    public init(change: Change, rowsWritten: Int) {
        self.change = change
        self.rowsWritten = rowsWritten
    }
}
