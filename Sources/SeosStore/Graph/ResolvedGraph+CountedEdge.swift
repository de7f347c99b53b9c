extension ResolvedGraph {
    /// A relationship with the weight of its evidence.
    public struct CountedEdge: Sendable, Hashable {
        public var id: Int64
        public var source: Int64
        public var target: Int64
        /// How many claims say so.
        public var claims: Int
        /// In how many documents.
        public var sources: Int

        public init(id: Int64, source: Int64, target: Int64, claims: Int, sources: Int) {
            self.id = id
            self.source = source
            self.target = target
            self.claims = claims
            self.sources = sources
        }
    }
}
