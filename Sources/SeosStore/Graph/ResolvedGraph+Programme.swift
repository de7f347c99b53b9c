extension ResolvedGraph {
    /// A funding programme.
    public struct Programme: Sendable, Hashable {
        public var id: Int64
        public var name: String
        /// ISO 8601.
        public var periodStart: String?
        /// ISO 8601.
        public var periodEnd: String?
        /// Every surface form, sorted by the maker of the graph.
        public var names: [LocalizedName]

        public init(
            id: Int64, name: String, periodStart: String? = nil, periodEnd: String? = nil,
            names: [LocalizedName] = []
        ) {
            self.id = id
            self.name = name
            self.periodStart = periodStart
            self.periodEnd = periodEnd
            self.names = names
        }
    }
}
