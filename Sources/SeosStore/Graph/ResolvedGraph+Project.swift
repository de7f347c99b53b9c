extension ResolvedGraph {
    /// A project with the values preferred among what the documents say.
    public struct Project: Sendable, Hashable {
        public var id: Int64
        /// Short name or acronym.
        public var name: String
        public var fullName: String?
        public var acronym: String?
        /// ISO 8601, as precise as it is known.
        public var startDate: String?
        /// ISO 8601, as precise as it is known.
        public var endDate: String?
        public var year: Int?
        public var url: String?
        /// Every surface form, sorted by the maker of the graph.
        public var names: [LocalizedName]
        /// BCP 47 tags of the documents that tell of it.
        public var languages: [String]

        public init(
            id: Int64, name: String, fullName: String? = nil, acronym: String? = nil, startDate: String? = nil,
            endDate: String? = nil, year: Int? = nil, url: String? = nil, names: [LocalizedName] = [],
            languages: [String] = []
        ) {
            self.id = id
            self.name = name
            self.fullName = fullName
            self.acronym = acronym
            self.startDate = startDate
            self.endDate = endDate
            self.year = year
            self.url = url
            self.names = names
            self.languages = languages
        }
    }
}
