public import SeosModel
public import SeosText

/// Markdown. The stored text is the input itself, decoded and in form C: emphasis and links stay as they are written,
/// so that a link's address can be read; only the blocks follow the syntax.
public struct MarkdownReader: TextDocumentReader {
    public let name = "markdown"
    public let mediaTypes = ["text/markdown", "text/x-markdown"]
    public let extensions = ["md", "markdown", "mdown"]

    public init() {}

    public func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document {
        var document = document
        let bytes = TextCut.cut(Normalization.nfc(text.utf8), options.limits.textBytes, &document.problems)
        var builder = MarkdownBlocks(bytes)
        builder.build()
        document.text = StoredText(utf8: bytes)
        document.source = LineMap.source(of: bytes, in: text)
        document.blocks = builder.blocks
        document.title =
            builder.frontMatter["title"]
            ?? builder.blocks.first { $0.headingLevel == 1 }.map { document.text[$0.span] }
            ?? builder.blocks.first { $0.headingLevel != nil }.map { document.text[$0.span] }
        document.published = builder.frontMatter["date"].flatMap(HTMLMetadata.isoDate)
        if let language = builder.frontMatter["lang"] ?? builder.frontMatter["language"] {
            document.language = HTMLMetadata.languageTag(language) ?? document.language
        }
        for (key, value) in builder.frontMatter.sorted(by: { $0.key < $1.key }) {
            document.metadata.append(Document.Metadata(name: "frontmatter:" + key, value: value))
        }
        return document
    }
}
