public import SeosModel
internal import SeosText

/// From raw bytes to a ``Document``.
public enum DocumentReading {
    /// Reads one document of any supported format.
    ///
    /// A large file, and a format whose reader is not trusted, goes to ``ReadingOptions/process`` where there is one.
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
        var document = Document(
            uri: uri, mediaType: mediaType ?? "application/octet-stream",
            hash: options.wantsHash ? ContentHash.sha256Hex(bytes) : "", text: StoredText(""))
        func failure(_ code: String, _ message: String) -> Document {
            document.problems = [Problem(code: code, severity: .failure, message: message)]
            return document
        }
        guard bytes.count <= options.limits.fileBytes else {
            return failure(
                "input.too-large", "\(bytes.count) bytes, more than \(options.limits.fileBytes) are not read")
        }
        let reader = reader(mediaType: mediaType, uri: uri, bytes, options.readers)
        if reader is any TextDocumentReader {
            if let format = BinaryFormat.named(bytes) {
                return failure("input.unsupported-format", "this is \(format), which is not read")
            }
            if BinaryFormat.looksBinary(bytes) {
                return failure("input.binary", "the bytes are not text")
            }
        }
        if let process = options.process, !reader.isTrusted || bytes.count > options.limits.ownProcessBytes {
            let request = ReaderRequest(
                bytes: bytes, uri: uri, mediaType: mediaType, declaredCharset: declaredCharset, focus: options.focus,
                limits: options.limits)
            switch process.read(request) {
            case .success(var read):
                read.hash = document.hash
                return read
            case .failure(let ending): return failure(ending.code, ending.message)
            }
        }
        document.charset = declaredCharset ?? mediaType.flatMap(charset) ?? ""
        document.mediaType = reader.mediaTypes.first ?? document.mediaType
        document = reader.read(bytes, into: document, options: options)
        if let mediaType { document.mediaType = mediaType.prefix { $0 != ";" }.lowercased() }
        TextProblems.report(&document)
        return document
    }

    private static func reader(
        mediaType: String?, uri: String, _ bytes: [UInt8], _ readers: [any DocumentReader]
    ) -> any DocumentReader {
        if let mediaType, let reader = DocumentReaders.reader(mediaType: mediaType, in: readers), reader.name != "text"
        {
            return reader
        }
        if let reader = DocumentReaders.reader(uri: uri, in: readers), mediaType == nil || reader.name != "html" {
            return reader
        }
        guard mediaType == nil else { return PlainTextReader() }
        var head = Array(bytes.prefix(2048))
        if BinaryFormat.named(bytes) == nil { head = TextDecoder().decode(head).utf8 }
        return readers.first { $0.recognizes(head) } ?? PlainTextReader()
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
