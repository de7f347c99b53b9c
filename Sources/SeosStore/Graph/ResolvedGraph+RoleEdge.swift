public import SeosModel

extension ResolvedGraph {
    /// A relationship with a role: `PARTNER_IN` (lead, partner, associated) or `FUNDED_BY` (funder, cofinancier).
    public struct RoleEdge: Sendable, Hashable {
        public var id: Int64
        public var source: Int64
        public var target: Int64
        public var role: Claim.Role
        /// How many claims say so.
        public var claims: Int
        /// In how many documents.
        public var sources: Int
        /// 0…1.
        public var confidence: Double

        public init(
            id: Int64, source: Int64, target: Int64, role: Claim.Role, claims: Int, sources: Int, confidence: Double
        ) {
            self.id = id
            self.source = source
            self.target = target
            self.role = role
            self.claims = claims
            self.sources = sources
            self.confidence = confidence
        }
    }
}
