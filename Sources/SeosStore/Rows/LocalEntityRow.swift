public import SeosModel

/// What one document says of one thing: the input of resolution.
public struct LocalEntityRow: Sendable, Hashable {
    public let documentID: Int64
    public let uri: String
    /// Language of the document.
    public let language: String
    /// The document's own number for it.
    public let local: Int
    public let kind: EntityKind
    public let name: String
    public let fullName: String?
    public let acronym: String?
    public let aliases: [String]
    public let country: String?
    public let code: String?
    public let organizationKind: OrganizationKind?
    public let email: String?
    public let phone: String?
    /// Of organizations: the domain of the web that the document gives it.
    public let domain: String?
    /// Id of its first mention: the mention key that decisions name.
    public let firstMention: Int64
    /// UTF-8 bytes of its first mention. With ``uri`` the key that ids of entities are made from.
    public let firstSpan: SourceSpan
    /// The entity that the last resolution gave it to.
    public let entityID: Int64?

    static let columns = """
        d.id, d.uri, d.language, l.local, l.kind, l.name, l.full_name, l.acronym, l.aliases, l.country, l.code, \
        l.organization_kind, l.email, l.phone, l.first_mention, l.first_start_byte, \
        l.first_end_byte, l.entity_id, l.domain
        """

    /// - Parameter before: the row before; rows of one document share its strings.
    init(_ row: ColumnReader, after before: LocalEntityRow? = nil) throws {
        documentID = row.int64(0)
        if let before, before.documentID == documentID {
            (uri, language) = (before.uri, before.language)
        } else {
            (uri, language) = (row.string(1), row.string(2))
        }
        local = row.int(3)
        kind = try Words.entityKind(row.string(4))
        name = row.string(5)
        fullName = row.optionalString(6)
        acronym = row.optionalString(7)
        aliases = JSONText.strings(row.string(8))
        country = row.optionalString(9)
        code = row.optionalString(10)
        organizationKind = row.optionalString(11).flatMap { OrganizationKind(word: $0) }
        email = row.optionalString(12)
        phone = row.optionalString(13)
        firstMention = row.int64(14)
        firstSpan = SourceSpan(row.int(15), row.int(16))
        entityID = row.optionalInt64(17)
        domain = row.optionalString(18)
    }
}
