public import SeosModel

/// What the graph needs of a claim about an entity.
public struct SubjectClaim: Sendable {
    public let id: Int64
    public let documentID: Int64
    public let uri: String
    /// The page itself corrects it further on.
    public let isSuperseded: Bool
    public let property: Claim.Property
    public let role: Claim.Role?
    public let amountKind: Claim.AmountKind?
    /// As ``ValueText`` writes it.
    public let value: String?
    /// The exact words of a value.
    public let quote: String
    /// UTF-8 bytes of the stored text.
    public let span: SourceSpan
    public let confidence: Double
    /// The entity that the claim's object belongs to; nil for a value.
    public let objectID: Int64?
    /// The entity whose share an amount is.
    public let ownerID: Int64?

    static let columns = """
        c.id, c.document_id, d.uri, c.superseded, c.property, c.role, c.amount_kind, c.value, \
        CASE WHEN c.object IS NULL THEN c.quote END, c.start_byte, c.end_byte, c.confidence, \
        CASE WHEN c.object IS NOT NULL THEN c.object_id END, CASE WHEN c.owner IS NOT NULL THEN c.owner_id END
        """

    /// - Parameter before: the claim before; claims of one document share its strings.
    init(_ row: ColumnReader, after before: SubjectClaim?) throws {
        id = row.int64(0)
        documentID = row.int64(1)
        if let before, before.documentID == documentID { uri = before.uri } else { uri = row.string(2) }
        isSuperseded = row.bool(3)
        property = try Words.property(row.string(4))
        role = try row.optionalString(5).map { try Words.role($0) }
        amountKind = try row.optionalString(6).map { try Words.amountKind($0) }
        value = row.optionalString(7)
        quote = row.string(8)
        span = SourceSpan(row.int(9), row.int(10))
        confidence = row.double(11)
        objectID = row.optionalInt64(12)
        ownerID = row.optionalInt64(13)
    }
}
