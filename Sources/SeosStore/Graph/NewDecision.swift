public import SeosModel

/// Why two mentions are one thing, or are not; not yet stored.
///
/// Mentions are named by ``LocalEntityRow/firstMention``. The order of the two does not matter.
public struct NewDecision: Sendable, Hashable {
    public var kind: EntityKind
    public var verdict: Verdict
    public var left: Int64
    public var right: Int64
    public var score: Double
    /// In words.
    public var reason: String
    /// The id of a rule, or ``person``.
    public var maker: String

    /// The maker of decisions that no rule overrules.
    public static let person = "person"

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case same, different, unsure
    }

    public init(
        kind: EntityKind, verdict: Verdict, left: Int64, right: Int64, score: Double, reason: String, maker: String
    ) {
        self.kind = kind
        self.verdict = verdict
        self.left = min(left, right)
        self.right = max(left, right)
        self.score = score
        self.reason = reason
        self.maker = maker
    }
}
