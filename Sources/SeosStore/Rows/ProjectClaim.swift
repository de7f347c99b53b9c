public import SeosModel

/// What resolution needs of a claim about a project.
public struct ProjectClaim: Sendable {
    public let documentID: Int64
    /// ``LocalEntityRow/local`` of the project.
    public let subject: Int
    public let property: Claim.Property
    public let role: Claim.Role?
    public let amountKind: Claim.AmountKind?
    public let object: Int?
    public let owner: Int?
    public let isSuperseded: Bool
    /// As ``ValueText`` writes it; the name of the object for a claim between entities.
    public let value: String?
    /// Of the object, when it is a programme.
    public let code: String?

    static let columns = """
        c.document_id, c.subject, c.property, c.role, c.amount_kind, c.object, c.owner, c.superseded, c.value, \
        CASE c.property WHEN 'programme' THEN (
          SELECT o.code FROM local_entity o WHERE o.document_id = c.document_id AND o.local = c.object) END
        """
    static let isUsed = "c.property IN ('programme', 'partner', 'period', 'start', 'end', 'amount', 'url')"

    init(_ row: ColumnReader) throws {
        documentID = row.int64(0)
        subject = row.int(1)
        property = try Words.property(row.string(2))
        role = try row.optionalString(3).map { try Words.role($0) }
        amountKind = try row.optionalString(4).map { try Words.amountKind($0) }
        object = row.optionalInt(5)
        owner = row.optionalInt(6)
        isSuperseded = row.bool(7)
        value = row.optionalString(8)
        code = row.optionalString(9)
    }
}
