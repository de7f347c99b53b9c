/// A stored decision.
public struct Decision: Sendable, Hashable {
    public let id: Int64
    public let decision: NewDecision
    /// UTC, ISO 8601.
    public let time: String
    /// An undone decision counts for nothing, and stops the same rule from deciding so again.
    public let isUndone: Bool

    public init(id: Int64, decision: NewDecision, time: String, isUndone: Bool) {
        self.id = id
        self.decision = decision
        self.time = time
        self.isUndone = isUndone
    }
}
