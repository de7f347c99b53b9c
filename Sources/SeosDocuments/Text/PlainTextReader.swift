public import SeosModel
public import SeosText

/// Plain text. The stored text is the input itself, decoded and in form C; blocks are ranges of its lines.
public struct PlainTextReader: TextDocumentReader {
    public let name = "text"
    public let mediaTypes = ["text/plain"]
    public let extensions = ["txt", "text"]

    public init() {}

    public func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document {
        var document = document
        let bytes = TextCut.cut(Normalization.nfc(text.utf8), options.limits.textBytes, &document.problems)
        var builder = PlainTextBlocks(bytes)
        builder.build()
        PlainTextRoles.mark(&builder.blocks, bytes, options: options)
        // Menus may have looked like headings: the first of the content is the title.
        var isFirst = true
        for i in builder.blocks.indices where builder.blocks[i].isContent && builder.blocks[i].headingLevel != nil {
            builder.blocks[i].kind = .heading(level: isFirst ? 1 : 2)
            isFirst = false
        }
        document.text = StoredText(utf8: bytes)
        document.source = LineMap.source(of: bytes, in: text)
        document.blocks = builder.blocks
        document.title = builder.blocks.first { $0.isContent && $0.headingLevel != nil }.map { document.text[$0.span] }
        return document
    }
}
