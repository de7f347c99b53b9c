extension ResolvedGraph {
    /// A country, a part of one, a city, or something larger than a country.
    public struct Region: Sendable, Hashable {
        public var id: Int64
        public var name: String
        /// ISO 3166 or NUTS.
        public var code: String?
        /// 0 country, 1–3 NUTS, 4 city or smaller, -1 larger than a country.
        public var level: Int?
        /// ISO 3166 alpha-2.
        public var country: String?
        /// Every surface form, sorted by the maker of the graph.
        public var names: [LocalizedName]

        public init(
            id: Int64, name: String, code: String? = nil, level: Int? = nil, country: String? = nil,
            names: [LocalizedName] = []
        ) {
            self.id = id
            self.name = name
            self.code = code
            self.level = level
            self.country = country
            self.names = names
        }
    }
}
