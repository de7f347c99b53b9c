/// What a rule decided about two projects, as far as it tells in which order rules decided.
public struct ProjectDecision: Sendable, Hashable {
    public let left: Int64
    public let right: Int64
    public let maker: String
    public let score: Double
}
