public import SeosModel

/// What one document says of one thing: the unit that resolution joins.
public struct LocalEntity: Sendable {
    public var kind: EntityKind
    public var documentID: Int64
    /// Number of the entity inside its document.
    public var local: Int
    /// Document and bytes of its first mention; decides ids and order, so that the order of reading does not matter.
    public var uri: String
    public var span: SourceSpan
    /// The mention that decisions name.
    public var firstMention: Int64
    public var language: String
    public var name: String
    public var fullName: String?
    public var acronym: String?
    public var aliases: [String]
    public var country: String?
    public var code: String?
    public var email: String?
    public var phone: String?
    public var organizationKind: OrganizationKind?
    /// Organizations: the domain of the web that the document gives it.
    public var domain: String?
    /// Projects: what else the document says of it, as short keys ("programme interreg-bsr 2021-2027",
    /// "start 2023-11", "partner tallinna ulikool").
    public var evidence: Set<String>
    /// Projects: numbers of the organizations of the same document that are its partners.
    public var partners: [Int] = []

    public init(
        kind: EntityKind, documentID: Int64, local: Int, uri: String, span: SourceSpan, firstMention: Int64,
        language: String,
        name: String, fullName: String? = nil, acronym: String? = nil, aliases: [String] = [], country: String? = nil,
        code: String? = nil, email: String? = nil, phone: String? = nil,
        organizationKind: OrganizationKind? = nil, domain: String? = nil, evidence: Set<String> = []
    ) {
        self.kind = kind
        self.documentID = documentID
        self.local = local
        self.uri = uri
        self.span = span
        self.firstMention = firstMention
        self.language = language
        self.name = name
        self.fullName = fullName
        self.acronym = acronym
        self.aliases = aliases
        self.country = country
        self.code = code
        self.email = email
        self.phone = phone
        self.organizationKind = organizationKind
        self.domain = domain
        self.evidence = evidence
    }
}

/// Why two local entities are one thing.
public struct Join: Sendable, Hashable {
    public var left: Int
    public var right: Int
    public var score: Double
    public var reason: String
    /// Id of the rule, for example `organization.name`.
    public var rule: String

    public init(left: Int, right: Int, score: Double, reason: String, rule: String) {
        self.left = left
        self.right = right
        self.score = score
        self.reason = reason
        self.rule = rule
    }
}

/// What a person said of two mentions; it is never overruled.
public struct Judgement: Sendable, Hashable {
    public var left: Int64
    public var right: Int64
    public var isSame: Bool

    public init(left: Int64, right: Int64, isSame: Bool) {
        self.left = left
        self.right = right
        self.isSame = isSame
    }
}
