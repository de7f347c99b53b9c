/// Everything one document says: a pure function of its bytes and the language packs.
public struct Extraction: Sendable {
    /// The mentions of one document that name the same thing.
    public struct Entity: Sendable, Hashable {
        public var kind: EntityKind
        /// Indexes into ``Extraction/mentions``, in text order.
        public var mentions: [Int]
        /// Base form of the best name: the acronym or short name of a project, the nominative of an organization.
        public var name: String
        /// Every other surface or base form found, without duplicates, in text order.
        public var aliases: [String]
        /// The long name of a project.
        public var fullName: String?
        public var acronym: String?
        /// ISO 3166 alpha-2.
        public var country: String?
        /// Region code (ISO 3166, NUTS), the key of a well-known programme, fund or institution, or the number of a
        /// project in lower case without spaces and signs.
        public var code: String?
        public var organizationKind: OrganizationKind?
        public var email: String?
        public var phone: String?

        public init(
            kind: EntityKind, mentions: [Int] = [], name: String, aliases: [String] = [], fullName: String? = nil,
            acronym: String? = nil, country: String? = nil, code: String? = nil,
            organizationKind: OrganizationKind? = nil, email: String? = nil, phone: String? = nil
        ) {
            self.kind = kind
            self.mentions = mentions
            self.name = name
            self.aliases = aliases
            self.fullName = fullName
            self.acronym = acronym
            self.country = country
            self.code = code
            self.organizationKind = organizationKind
            self.email = email
            self.phone = phone
        }
    }

    /// In text order.
    public var mentions: [Mention]
    public var entities: [Entity]
    public var claims: [Claim]
    public var problems: [Problem]

    public init(mentions: [Mention] = [], entities: [Entity] = [], claims: [Claim] = [], problems: [Problem] = []) {
        self.mentions = mentions
        self.entities = entities
        self.claims = claims
        self.problems = problems
    }
}
