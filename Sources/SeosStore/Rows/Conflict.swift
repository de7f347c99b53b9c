public import SeosModel

/// A question about one project that documents answer differently.
public struct Conflict: Sendable, Hashable {
    public struct Value: Sendable, Hashable {
        /// As ``ValueText`` writes it; the name for an organization.
        public let text: String
        /// Who says so, sorted by document and place.
        public let claims: [ClaimRow]

        /// How many documents say so.
        public var sources: Int { Set(claims.map(\.documentID)).count }
    }

    public let projectID: Int64
    public let projectName: String
    /// `amount`, `start`, `end`, `duration`, or `partner` for the lead partner. Periods count as a start and an end.
    public let property: Claim.Property
    /// Which amount.
    public let amountKind: Claim.AmountKind?
    /// Whose share, for a partner's amount.
    public let ownerID: Int64?
    public let ownerName: String?
    /// At least two, the one most documents give first.
    public let values: [Value]
}
