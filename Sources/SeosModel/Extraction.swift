/// Everything one document says: a pure function of its bytes and the language packs.
public struct Extraction: Sendable {
    /// The mentions of one document that name the same thing.
    public struct Entity: Sendable, Hashable {
        /// What an entity holds, behind one reference, like ``Mention``.
        @usableFromInline
        struct Content: Sendable, Hashable {
            @usableFromInline var kind: EntityKind
            @usableFromInline var mentions: [Int]
            @usableFromInline var name: String
            @usableFromInline var aliases: [String]
            @usableFromInline var fullName: String?
            @usableFromInline var acronym: String?
            @usableFromInline var country: String?
            @usableFromInline var code: String?
            @usableFromInline var organizationKind: OrganizationKind?
            @usableFromInline var email: String?
            @usableFromInline var phone: String?
            @usableFromInline var domain: String?
        }

        /// Written to only by the one that holds it alone, see `makeUnique()`.
        @usableFromInline
        final class Storage: @unchecked Sendable {
            @exclusivity(unchecked) @usableFromInline var content: Content

            @usableFromInline
            init(_ content: Content) { self.content = content }
        }

        @usableFromInline var storage: Storage

        @inlinable
        mutating func makeUnique() {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
        }

        @inlinable public var kind: EntityKind {
            get { storage.content.kind }
            _modify {
                makeUnique()
                yield &storage.content.kind
            }
        }
        /// Indexes into ``Extraction/mentions``, in text order.
        @inlinable public var mentions: [Int] {
            get { storage.content.mentions }
            _modify {
                makeUnique()
                yield &storage.content.mentions
            }
        }
        /// Base form of the best name: the acronym or short name of a project, the nominative of an organization.
        @inlinable public var name: String {
            get { storage.content.name }
            _modify {
                makeUnique()
                yield &storage.content.name
            }
        }
        /// Every other surface or base form found, without duplicates, in text order.
        @inlinable public var aliases: [String] {
            get { storage.content.aliases }
            _modify {
                makeUnique()
                yield &storage.content.aliases
            }
        }
        /// The long name of a project.
        @inlinable public var fullName: String? {
            get { storage.content.fullName }
            _modify {
                makeUnique()
                yield &storage.content.fullName
            }
        }
        @inlinable public var acronym: String? {
            get { storage.content.acronym }
            _modify {
                makeUnique()
                yield &storage.content.acronym
            }
        }
        /// ISO 3166 alpha-2.
        @inlinable public var country: String? {
            get { storage.content.country }
            _modify {
                makeUnique()
                yield &storage.content.country
            }
        }
        /// Region code (ISO 3166, NUTS), the key of a well-known programme, fund or institution, or the number of a
        /// project in lower case without spaces and signs.
        @inlinable public var code: String? {
            get { storage.content.code }
            _modify {
                makeUnique()
                yield &storage.content.code
            }
        }
        @inlinable public var organizationKind: OrganizationKind? {
            get { storage.content.organizationKind }
            _modify {
                makeUnique()
                yield &storage.content.organizationKind
            }
        }
        @inlinable public var email: String? {
            get { storage.content.email }
            _modify {
                makeUnique()
                yield &storage.content.email
            }
        }
        @inlinable public var phone: String? {
            get { storage.content.phone }
            _modify {
                makeUnique()
                yield &storage.content.phone
            }
        }

        /// Organizations: the domain of the web that the page gives it, in lower case; nil when it gives none, or several.
        @inlinable public var domain: String? {
            get { storage.content.domain }
            _modify {
                makeUnique()
                yield &storage.content.domain
            }
        }

        public init(
            kind: EntityKind, mentions: [Int] = [], name: String, aliases: [String] = [], fullName: String? = nil,
            acronym: String? = nil, country: String? = nil, code: String? = nil,
            organizationKind: OrganizationKind? = nil, email: String? = nil, phone: String? = nil,
            domain: String? = nil
        ) {
            storage = Storage(
                Content(
                    kind: kind, mentions: mentions, name: name, aliases: aliases, fullName: fullName, acronym: acronym,
                    country: country, code: code, organizationKind: organizationKind, email: email, phone: phone,
                    domain: domain))
        }

        public static func == (a: Self, b: Self) -> Bool {
            a.storage === b.storage || a.storage.content == b.storage.content
        }

        public func hash(into hasher: inout Hasher) { hasher.combine(storage.content) }
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
