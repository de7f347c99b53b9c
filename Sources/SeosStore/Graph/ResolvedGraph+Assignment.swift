extension ResolvedGraph {
    /// Which entity one document's own entity belongs to.
    public struct Assignment: Sendable, Hashable {
        public var documentID: Int64
        /// ``LocalEntityRow/local``.
        public var local: Int
        public var entityID: Int64

        public init(documentID: Int64, local: Int, entityID: Int64) {
            self.documentID = documentID
            self.local = local
            self.entityID = entityID
        }
    }
}
