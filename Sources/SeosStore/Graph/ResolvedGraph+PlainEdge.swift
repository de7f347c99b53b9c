extension ResolvedGraph {
    /// A relationship without properties.
    public struct PlainEdge: Sendable, Hashable {
        public var id: Int64
        public var source: Int64
        public var target: Int64

        public init(id: Int64, source: Int64, target: Int64) {
            self.id = id
            self.source = source
            self.target = target
        }
    }
}
