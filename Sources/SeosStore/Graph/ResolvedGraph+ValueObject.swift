extension ResolvedGraph {
    /// Which amount or date a claim with a value stands for.
    public struct ValueObject: Sendable, Hashable {
        public var claimID: Int64
        /// Id of an ``Amount`` or a ``Date``; nil when the value cannot be read.
        public var entityID: Int64?

        public init(claimID: Int64, entityID: Int64?) {
            self.claimID = claimID
            self.entityID = entityID
        }
    }
}
