import GRDB
public import SeosModel

/// A claim with the document it stands in.
public struct ClaimRow: Sendable, Hashable {
    public let id: Int64
    public let documentID: Int64
    public let uri: String
    /// The version of the document that says so.
    public let version: Int
    /// A newer version of the page no longer has this text.
    public let isRetired: Bool
    /// The page itself corrects it further on.
    public let isSuperseded: Bool
    public let property: Claim.Property
    public let role: Claim.Role?
    public let amountKind: Claim.AmountKind?
    /// ``LocalEntityRow/local`` of what it is about.
    public let subject: Int
    public let object: Int?
    /// Whose share an amount is.
    public let owner: Int?
    /// The mention of the value or of the object.
    public let mentionID: Int64?
    /// As ``ValueText`` writes it; the name of the object for a claim between entities.
    public let value: String?
    /// The exact words.
    public let quote: String
    /// UTF-8 bytes of the stored text.
    public let span: SourceSpan
    /// Unicode code points of the stored text.
    public let codePoints: Range<Int>
    public let rule: String
    public let confidence: Double
    public let language: String
    /// The entity of ``subject``.
    public let subjectID: Int64?
    /// The entity of ``object``, or the amount or date of the value.
    public let objectID: Int64?
    /// The entity of ``owner``.
    public let ownerID: Int64?

    static let columns = """
        c.id, c.document_id, d.uri, c.version, c.retired, c.superseded, c.property, c.role, c.amount_kind, c.subject, \
        c.object, c.owner, c.mention_id, c.value, c.quote, c.start_byte, c.end_byte, c."start", c."end", c.rule, \
        c.confidence, c.language, c.subject_id, c.object_id, c.owner_id
        """

    init(_ row: Row) throws {
        id = row[0]
        documentID = row[1]
        uri = row[2]
        version = row[3]
        isRetired = row[4]
        isSuperseded = row[5]
        property = try Words.property(row[6])
        role = try (row[7] as String?).map { try Words.role($0) }
        amountKind = try (row[8] as String?).map { try Words.amountKind($0) }
        subject = row[9]
        object = row[10]
        owner = row[11]
        mentionID = row[12]
        value = row[13]
        quote = row[14]
        span = SourceSpan(row[15], row[16])
        codePoints = Words.range(row[17], row[18])
        rule = row[19]
        confidence = row[20]
        language = row[21]
        subjectID = row[22]
        objectID = row[23]
        ownerID = row[24]
    }
}
