import GRDB
public import SeosModel

/// A mention with the document it stands in.
public struct MentionRow: Sendable, Hashable {
    public let id: Int64
    public let documentID: Int64
    public let uri: String
    public let kind: Mention.Kind
    /// UTF-8 bytes of the stored text.
    public let span: SourceSpan
    /// Unicode code points of the stored text.
    public let codePoints: Range<Int>
    public let quote: String
    /// Base form.
    public let name: String
    public let language: String
    /// The document's own entity; nil for values.
    public let local: Int?
    public let code: String?
    public let country: String?
    /// As ``ValueText`` writes it.
    public let value: String?
    public let rule: String
    public let confidence: Double
    public let entityID: Int64?

    static let columns = """
        m.id, m.document_id, d.uri, m.kind, m.start_byte, m.end_byte, m."start", m."end", m.quote, m.name, m.language, \
        m.local, m.code, m.country, m.value, m.rule, m.confidence, m.entity_id
        """

    init(_ row: Row) throws {
        id = row[0]
        documentID = row[1]
        uri = row[2]
        kind = try Words.mentionKind(row[3])
        span = SourceSpan(row[4], row[5])
        codePoints = Words.range(row[6], row[7])
        quote = row[8]
        name = row[9]
        language = row[10]
        local = row[11]
        code = row[12]
        country = row[13]
        value = row[14]
        rule = row[15]
        confidence = row[16]
        entityID = row[17]
    }
}
