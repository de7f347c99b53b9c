public import SeosModel
public import SeosText

/// HTML.
///
/// The stored text has one line a block, white space collapsed. Everything visible is in some block; what is not
/// content is marked by the block's role.
public struct HTMLReader: TextDocumentReader {
    public let name = "html"
    public let mediaTypes = ["text/html"]
    public let extensions = ["html", "htm", "shtml", "php", "asp", "aspx", "jsp"]
    public let takesNulls = true

    public init() {}

    public func recognizes(_ head: [UInt8]) -> Bool { Self.looksLikeHTML(head) }

    public func read(_ text: DecodedText, into document: Document, options: ReadingOptions) -> Document {
        var document = document
        let limits = options.limits
        let tree = HTMLTree(text.utf8, limits: limits, isXML: Self.isXML(text.utf8, document.mediaType))
        let page = tree.page
        HTMLMetadata.read(page, into: &document)
        HTMLMetadata.readMicrodata(tree, into: &document)
        let hints = HTMLRoles(tree)
        var builder = HTMLBlockBuilder(tree, limits: limits, roles: hints)
        builder.build()
        let lostBytes = page.visibleBytes - builder.hiddenBytes - builder.drafts.reduce(0) { $0 + $1.inkBytes }
        var drafts = builder.drafts.map(Self.detailed)
        ContentMarker.mark(&drafts, tree: tree, hints: hints, document: document, options: options)
        let assembly = TextAssembly(
            drafts, limit: limits.textBytes, pieces: text.origin == .unknown ? [] : tree.pieces)
        document.text = StoredText(utf8: assembly.text)
        document.source = text.origin.map(assembly.runs, decoded: text.utf8)
        document.blocks = assembly.blocks
        report(&document, page, tree, builder, assembly, lostBytes: lostBytes, limits: limits)
        return document
    }

    private func report(
        _ document: inout Document, _ page: HTMLPage, _ tree: HTMLTree, _ builder: HTMLBlockBuilder,
        _ assembly: TextAssembly, lostBytes: Int, limits: ReadingLimits
    ) {
        func add(_ code: String, _ message: String, _ severity: Problem.Severity = .warning) {
            document.problems.append(Problem(code: code, severity: severity, message: message))
        }
        if page.brokenReferences > 0 {
            add(
                "html.broken-references",
                "\(page.brokenReferences) references to what is no character; U+FFFD stands in their place", .note)
        }
        if tree.depth > limits.depth {
            add("html.too-deep", "elements nested \(tree.depth) deep; below \(limits.depth) only the text was kept")
        }
        if page.hasTooManyElements {
            add("html.too-many-elements", "more than \(limits.elements) elements; of the rest only the text was kept")
        }
        if builder.clampedSpans {
            add("html.span-clamped", "a table cell claims more than \(limits.cellSpan) columns or rows", .note)
        }
        if let offset = page.unfinished {
            add(
                "html.unfinished", "a tag or comment that begins at character \(offset) of the markup never ends", .note
            )
        }
        if lostBytes > 0 {
            add(
                "html.text-lost", "\(lostBytes) of \(page.visibleBytes) bytes of text went into no block"
            )
        }
        if assembly.cutBytes > 0 {
            add("text.cut", "\(assembly.cutBytes) bytes beyond the limit of \(limits.textBytes) were left out")
        }
    }

    /// Adds what the characters of a line tell: "label: value", addresses and telephone numbers.
    private static func detailed(_ draft: BlockDraft) -> BlockDraft {
        var draft = draft
        let (pair, hasContact) = draft.bytes.withUnsafeBufferPointer { p in
            (LabelDetector.pair(p, 0..<p.count), p.count < 400 && ContactDetector.hasContact(p, 0..<p.count))
        }
        switch draft.kind {
        case .paragraph, .contact:
            if draft.label == nil, let pair, !draft.bytes.contains(0x0A) {
                draft.label = pair.label
                draft.value = pair.value
                if draft.kind == .paragraph { draft.kind = .labelValue }
            }
        case .listItem where draft.label == nil && !draft.bytes.contains(0x0A):
            draft.label = pair?.label
            draft.value = pair?.value
        default: break
        }
        if hasContact, draft.cells.isEmpty {
            switch draft.kind {
            case .paragraph, .labelValue: draft.kind = .contact
            default: break
            }
        }
        return draft
    }

    private static func isXML(_ text: [UInt8], _ mediaType: String) -> Bool {
        mediaType.hasPrefix("application/") || text.prefix(200).starts(with: "<?xml".utf8)
    }

    /// Whether a text without a telling name begins as HTML does.
    static func looksLikeHTML(_ text: [UInt8]) -> Bool {
        let head = String(decoding: text.prefix(2048), as: UTF8.self).lowercased()
        let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
            || start.hasPrefix("<?xml") && head.contains("<html")
        {
            return true
        }
        return start.hasPrefix("<")
            && ["<head", "<body", "<title", "<div", "<p>", "<p ", "<meta", "<table", "<h1"].contains {
                head.contains($0)
            }
    }
}
