public import SeosModel
public import SeosText

/// XML, read by libxml2: XHTML as pages are, other vocabularies as labels with values, lists, tables and paragraphs.
///
/// Nothing that the document names is loaded, no entity is expanded. What is not well-formed is read as HTML.
public struct XMLReader: TextDocumentReader {
    public let name = "xml"
    public let mediaTypes = ["application/xml", "text/xml", "application/xhtml+xml"]
    public let extensions = ["xml", "xhtml", "xht"]

    public init() {}

    public func recognizes(_ head: [UInt8]) -> Bool {
        let start = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        return start.starts(with: "<?xml".utf8)
    }

    public func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document {
        var document = document
        let page = XMLPage(text.utf8, limits: options.limits)
        func add(_ code: String, _ message: String, _ severity: Problem.Severity = .warning) {
            document.problems.append(Problem(code: code, severity: severity, message: message))
        }
        switch page.outcome {
        case .done: break
        case .malformed(let line, let message):
            add("xml.malformed", "line \(line): \(message); read as HTML", .note)
            return HTMLReader().read(text, into: document, options: options)
        case .entities:
            add("xml.entities", "entities are declared, which are not expanded; read as HTML")
            return HTMLReader().read(Self.withoutDocumentType(text), into: document, options: options)
        case .noMemory:
            add("xml.memory", "there was too little memory to read this", .failure)
            return document
        case .tooMany: add("xml.too-many-elements", "only the first elements and attributes were read")
        }
        if Self.isXHTML(page) { return readPage(page, text, document, options) }
        XMLMetadata.read(page, into: &document)
        let drafts = XMLBlocks.drafts(of: page)
        let assembly = TextAssembly(
            drafts, limit: options.limits.textBytes, pieces: text.origin == .unknown ? [] : page.pieces)
        document.text = StoredText(utf8: assembly.text)
        document.source = text.origin.map(assembly.runs, decoded: text.utf8)
        document.blocks = assembly.blocks
        if assembly.cutBytes > 0 {
            add(
                "text.cut", "\(assembly.cutBytes) bytes beyond the limit of \(options.limits.textBytes) were left out")
        }
        return document
    }

    private func readPage(
        _ page: XMLPage, _ text: DecodedText, _ document: Document, _ options: ReadingOptions
    ) -> Document {
        let writer = XHTMLWriter(page)
        let html = DecodedText(
            utf8: writer.html, charset: text.charset, evidence: text.evidence,
            origin: text.origin == .unknown ? .unknown : .utf8(from: 0, repairs: []))
        var document = HTMLReader().read(html, into: document, options: options)
        // From the page to what was written, and from there to what was read.
        var runs: [SourceMap.Run] = []
        for run in document.source?.runs ?? [] {
            let first = runs.count
            TextPiece.runs(writer.pieces, of: run.raw, at: run.text.lowerBound, to: &runs)
            guard !run.isExact, runs.count > first else { continue }
            let raw = runs[first..<runs.count].map(\.raw)
            let from = raw.map(\.lowerBound).min() ?? 0
            let to = raw.map(\.upperBound).max() ?? 0
            runs.removeSubrange(first...)
            runs.append(SourceMap.Run(text: run.text, raw: from..<max(from, to), isExact: false))
        }
        document.source = text.origin.map(runs, decoded: text.utf8)
        document.mediaType = "application/xhtml+xml"
        return document
    }

    private static func isXHTML(_ page: XMLPage) -> Bool {
        guard let root = page.elements.first else { return false }
        return page.string(root.space) == "http://www.w3.org/1999/xhtml"
            || page.string(root.name).lowercased() == "html"
    }

    /// Spaces in place of `<!DOCTYPE … [ … ]>`, which is no words of the page.
    private static func withoutDocumentType(_ text: DecodedText) -> DecodedText {
        var text = text
        let mark = Array("<!DOCTYPE".utf8)
        guard
            let start = text.utf8.indices.first(where: { text.utf8[$0] == 0x3C && text.utf8[$0...].starts(with: mark) })
        else { return text }
        var i = start
        var depth = 0
        var quote: UInt8 = 0
        while i < text.utf8.count {
            let b = text.utf8[i]
            if quote != 0 {
                if b == quote { quote = 0 }
            } else if b == 0x22 || b == 0x27 {
                quote = b
            } else if b == 0x5B {
                depth += 1
            } else if b == 0x5D {
                depth -= 1
            } else if b == 0x3E && depth <= 0 {
                break
            }
            i += 1
        }
        for k in start..<min(i + 1, text.utf8.count) { text.utf8[k] = 0x20 }
        return text
    }
}
