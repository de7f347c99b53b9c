public import SeosModel
public import SeosText

/// Turns the bytes of one format into blocks. Formats of text conform to ``TextDocumentReader`` instead.
///
/// A reader never throws for content: what it cannot read it leaves out and says so in a problem.
public protocol DocumentReader: Sendable {
    /// Short name, for lists of formats.
    var name: String { get }
    var mediaTypes: [String] { get }
    /// Endings of file names, without the dot, lower case.
    var extensions: [String] { get }
    /// Whether the reader may work inside the program that asks. One that rests on code which may crash, hang or eat
    /// memory says no, and works in a ``ReaderProcess`` where there is one.
    var isTrusted: Bool { get }

    /// Whether a document without a telling name or media type is of this format.
    ///
    /// - Parameter head: the first 2,048 bytes, as UTF-8 when they are text.
    func recognizes(_ head: [UInt8]) -> Bool

    /// - Parameters:
    ///   - bytes: the raw bytes.
    ///   - document: carries uri, media type, hash and the problems so far.
    /// - Returns: the document with text, blocks, metadata and further problems.
    func read(_ bytes: [UInt8], into document: Document, options: ReadingOptions) -> Document
}

extension DocumentReader {
    public var isTrusted: Bool { true }

    public func recognizes(_ head: [UInt8]) -> Bool { false }
}

/// A reader of a format of text: it is given decoded text, whatever the encoding of the file.
public protocol TextDocumentReader: DocumentReader {
    /// Whether NUL characters are left to the reader. For others U+FFFD stands in their place.
    var takesNulls: Bool { get }

    /// - Parameters:
    ///   - text: decoded and repaired, not yet normalised.
    ///   - document: carries uri, media type, charset and the problems so far.
    /// - Returns: the document with text, blocks, metadata and further problems.
    func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document
}

extension TextDocumentReader {
    public var takesNulls: Bool { false }

    /// Decodes and reads.
    public func read(_ bytes: [UInt8], into document: Document, options: ReadingOptions) -> Document {
        var document = document
        let declared = document.charset.isEmpty ? nil : document.charset
        var text = TextDecoder(scorer: options.scorer, keepsNulls: true).decode(bytes, declaredCharset: declared)
        if text.repairs.nulls > 0 { settleNulls(&text) }
        if !options.wantsSource { text.origin = .unknown }
        document.charset = text.charset
        document.problems += text.problems
        if let label = text.declared {
            document.metadata.append(Document.Metadata(name: "charset:declared", value: label))
        }
        return read(text, into: document, options: options)
    }

    private func settleNulls(_ text: inout DecodedText) {
        if takesNulls {
            guard let i = text.problems.firstIndex(where: { $0.code == "text.nul" }) else { return }
            text.problems[i].message = "\(text.repairs.nulls) NUL characters were left out"
        } else {
            text.utf8 = text.utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
            text.origin = .unknown
        }
    }
}
