import GRDB

/// A document without its text.
public struct DocumentRow: Sendable, Hashable {
    public let id: Int64
    public let uri: String
    public let title: String?
    /// BCP 47, `und` when it is not clear.
    public let language: String
    public let mediaType: String
    public let charset: String
    /// ISO 8601.
    public let published: String?
    /// Web address of the live page, when the source states one.
    public let url: String?
    /// SHA-256 of the raw bytes.
    public let hash: String
    public let extractor: String
    /// 1 for the first content seen under this uri.
    public let version: Int
    /// UTC, ISO 8601.
    public let ingested: String

    static let columns = """
        d.id, d.uri, d.title, d.language, d.media_type, d.charset, d.published, d.url, d.hash, d.extractor, d.version, \
        d.ingested
        """

    init(_ row: Row) {
        id = row[0]
        uri = row[1]
        title = row[2]
        language = row[3]
        mediaType = row[4]
        charset = row[5]
        published = row[6]
        url = row[7]
        hash = row[8]
        extractor = row[9]
        version = row[10]
        ingested = row[11]
    }
}
