public import SeosModel

extension ResolvedGraph {
    /// A university, authority, company or other body.
    public struct Organization: Sendable, Hashable {
        public var id: Int64
        public var name: String
        public var kind: OrganizationKind?
        /// ISO 3166 alpha-2.
        public var country: String?
        /// Every surface form, sorted by the maker of the graph.
        public var names: [LocalizedName]

        public init(
            id: Int64, name: String, kind: OrganizationKind? = nil, country: String? = nil,
            names: [LocalizedName] = []
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.country = country
            self.names = names
        }
    }
}
