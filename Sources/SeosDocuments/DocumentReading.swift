public import SeosModel
internal import SeosText

/// From raw bytes to a ``Document``.
public enum DocumentReading {
    /// Reads one document of any supported format.
    ///
    /// - Parameters:
    ///   - bytes: the raw bytes.
    ///   - uri: its web address, or its path relative to the folder that is ingested.
    ///   - mediaType: what the carrier says; without it the ending of `uri` decides, then the first bytes.
    ///   - declaredCharset: what the carrier says of the character encoding.
    /// - Returns: always a document. What cannot be read has empty text and a problem of severity `failure`.
    public static func read(
        bytes: [UInt8], uri: String, mediaType: String? = nil, declaredCharset: String? = nil,
        options: ReadingOptions = ReadingOptions()
    ) -> Document {
        let hash = options.wantsHash ? ContentHash.sha256Hex(bytes) : ""
        func failure(_ code: String, _ message: String) -> Document {
            Document(
                uri: uri, mediaType: mediaType ?? "application/octet-stream", hash: hash, text: StoredText(""),
                problems: [Problem(code: code, severity: .failure, message: message)])
        }
        guard bytes.count <= options.limits.fileBytes else {
            return failure(
                "input.too-large", "\(bytes.count) bytes, more than \(options.limits.fileBytes) are not read")
        }
        if let format = BinaryFormat.named(bytes) {
            return failure("input.unsupported-format", "this is \(format), which is not read")
        }
        if BinaryFormat.looksBinary(bytes) {
            return failure("input.binary", "the bytes are not text")
        }
        let charset = declaredCharset ?? mediaType.flatMap(self.charset)
        var text = TextDecoder(scorer: options.scorer, keepsNulls: true).decode(bytes, declaredCharset: charset)
        let reader = reader(mediaType: mediaType, uri: uri, text: text.utf8)
        if text.repairs.nulls > 0 { settleNulls(&text, isHTML: reader.name == "html") }
        var document = Document(
            uri: uri, mediaType: reader.mediaTypes[0], charset: text.charset, hash: hash, text: StoredText(""),
            problems: text.problems)
        if let label = text.declared {
            document.metadata.append(Document.Metadata(name: "charset:declared", value: label))
        }
        document = reader.read(text, into: document, options: options)
        if let mediaType { document.mediaType = mediaType.prefix { $0 != ";" }.lowercased() }
        TextProblems.report(&document)
        return document
    }

    /// HTML leaves NUL characters out, as its standard says; elsewhere U+FFFD stands in their place.
    private static func settleNulls(_ text: inout DecodedText, isHTML: Bool) {
        if isHTML {
            guard let i = text.problems.firstIndex(where: { $0.code == "text.nul" }) else { return }
            text.problems[i].message = "\(text.repairs.nulls) NUL characters were left out"
        } else {
            text.utf8 = text.utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
        }
    }

    private static func reader(mediaType: String?, uri: String, text: [UInt8]) -> any DocumentReader {
        if let mediaType, let reader = DocumentReaders.reader(mediaType: mediaType), reader.name != "text" {
            return reader
        }
        if let reader = DocumentReaders.reader(uri: uri), mediaType == nil || reader.name != "html" { return reader }
        if mediaType == nil, HTMLReader.looksLikeHTML(text) { return HTMLReader() }
        return PlainTextReader()
    }

    /// The value of `charset` in a media type.
    private static func charset(_ mediaType: String) -> String? {
        for parameter in mediaType.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            let name = parts[0].lowercased().filter { $0 != " " }
            if parts.count == 2, name == "charset" { return String(parts[1]) }
        }
        return nil
    }
}
