/// One document after reading: its text, its blocks and what the source says of itself.
///
/// Spans of blocks count UTF-8 bytes of ``text``. Blocks are in text order, do not overlap, and together hold
/// every visible character except white space between them.
public struct Document: Sendable {
    /// A statement about the document found in its markup (`meta`, `link`, JSON-LD, microdata, `lang`).
    public struct Metadata: Sendable, Hashable {
        /// For example `meta:description`, `og:title`, `link:canonical`, `jsonld`.
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The web address, or the path relative to the folder that was ingested; never an absolute path.
    public var uri: String
    public var mediaType: String
    /// Name of the character encoding that was used, as IANA spells it, lower case.
    public var charset: String
    /// SHA-256 of the raw bytes, lower case hexadecimal.
    public var hash: String
    public var title: String?
    /// BCP 47 tag of the language most of the content is in; `und` below the guesser's margin.
    public var language: String
    /// ISO 8601 date of publication, when the page states one.
    public var published: String?
    /// The page's own address, when the page states one.
    public var canonicalURL: String?
    public var metadata: [Metadata]
    public var text: StoredText
    /// From the stored text back to the raw bytes; nil where that is not known.
    public var source: SourceMap?
    public var blocks: [Block]
    public var problems: [Problem]

    public init(
        uri: String, mediaType: String, charset: String = "utf-8", hash: String = "", title: String? = nil,
        language: String = "und", published: String? = nil, canonicalURL: String? = nil, metadata: [Metadata] = [],
        text: StoredText, blocks: [Block] = [], problems: [Problem] = []
    ) {
        self.uri = uri
        self.mediaType = mediaType
        self.charset = charset
        self.hash = hash
        self.title = title
        self.language = language
        self.published = published
        self.canonicalURL = canonicalURL
        self.metadata = metadata
        self.text = text
        self.blocks = blocks
        self.problems = problems
    }
}
