internal import SeosLanguages
public import SeosModel
internal import SeosText

/// Reads what one document says: mentions, entities and claims, each with its words and its rule.
///
/// A pure function of the document and the packs: no clock, no database, no other document. One extractor serves one
/// thread; it remembers the words it has seen.
public struct DocumentExtractor: Sendable {
    /// Changes whenever rules change what is read, so that a database knows what to read again; see
    /// ``Resources/version``.
    static let version = "2"

    private let resources: Resources
    private var cache = WorkerCache()
    /// Asked for once: the shared table behind a lock would make workers wait for each other at every block.
    private let gazetteer: Gazetteer
    private var languages: [String: Language] = [:]

    public init(resources: Resources) {
        self.resources = resources
        gazetteer = resources.languages.gazetteer
    }

    private mutating func language(_ tag: String) -> Language {
        if let known = languages[tag] { return known }
        let language = resources.languages.language(tag)
        languages[tag] = language
        return language
    }

    public mutating func extract(_ document: Document) -> Extraction {
        var buffer = TokenBuffer(text: document.text.utf8)
        buffer.pairQuotationMarks()
        WrappedLines.join(&buffer, in: document)
        let tokens = buffer
        let dayFirst = DayOrder.isDayFirst(tokens, language: document.language)
        var views: [BlockView] = []
        var asides: [BlockView] = []
        var outside: [BlockView] = []
        var bytesRead = 0
        var cut: SourceSpan?
        let main = language(document.language)
        let crown = main.crown
        reading: for block in document.blocks where block.isContent || Self.holdsValues(block) {
            let tag = block.language == "und" ? document.language : block.language
            let language = tag == document.language ? main : language(tag)
            for range in Self.pieces(of: tokens.tokens(in: block.span), tokens) {
                if bytesRead >= Self.maximumBytes {
                    cut = SourceSpan(tokens.span(range).start, document.text.count)
                    break reading
                }
                bytesRead += tokens.span(range).length
                let reading = Reading(tokens: tokens, range: range, language: language, tag: tag, cache: &cache.lexicon)
                let values = ValueReader(
                    reading: reading, crown: crown, dayFirst: dayFirst
                ).read()
                guard block.isContent else {
                    // Who pays often stands at the foot of a page only.
                    let names =
                        reading.matches.contains { $0.meaning == .funderAfter }
                        ? NameReader(reading: reading, gazetteer: gazetteer, taken: values.map(\.tokens)).read() : []
                    asides.append(BlockView(index: 0, block: block, reading: reading, values: values, names: names))
                    if block.role != .furniture, names.isEmpty {
                        let names = NameReader(reading: reading, gazetteer: gazetteer, taken: values.map(\.tokens))
                            .read()
                        outside.append(BlockView(index: 0, block: block, reading: reading, values: [], names: names))
                    }
                    continue
                }
                let names = NameReader(
                    reading: reading, gazetteer: gazetteer, taken: values.map(\.tokens)
                ).read()
                views.append(
                    BlockView(index: views.count, block: block, reading: reading, values: values, names: names))
            }
        }
        var reader = FactReader(
            document: document, views: views, asides: asides, outside: outside, gazetteer: gazetteer,
            resources: resources)
        var extraction = reader.read()
        if let cut {
            extraction.problems.append(
                Problem(
                    code: "extract.cut", severity: .warning,
                    message:
                        "Only the first \(Self.maximumBytes) bytes of content are read for facts; \(cut.length) bytes are kept unread.",
                    span: cut))
        }
        if !views.isEmpty, !resources.languages.knows(document.language) {
            extraction.problems.append(
                Problem(
                    code: "extract.language", severity: .note,
                    message:
                        "No pack for the language '\(document.language)': read by layout, figures, and words that are the same everywhere."
                ))
        }
        return extraction
    }

    /// Parts outside the content whose dates and amounts are kept as mentions; menus and consent bars have none.
    private static func holdsValues(_ block: Block) -> Bool {
        switch block.role {
        case .footer, .related, .furniture: return true
        case .content, .navigation, .notice: return false
        }
    }

    /// Content read for facts in one document. The longest project page seen has a twentieth of it.
    static let maximumBytes = 1 << 20
    /// Tokens of one piece of a block: a page on one line is read in pieces, so that time stays linear.
    private static let pieceTokens = 1500

    private static func pieces(of range: Range<Int>, _ tokens: TokenBuffer) -> [Range<Int>] {
        if range.isEmpty { return [] }
        if range.count <= pieceTokens { return [range] }
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = min(range.upperBound, start + pieceTokens)
            if end < range.upperBound {
                // Cut behind a sentence where there is one.
                var k = end
                while k > start + pieceTokens / 2, tokens.ascii(k - 1) != UInt8(ascii: ".") { k -= 1 }
                if k > start + pieceTokens / 2 { end = k }
            }
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}

/// Whether all-numeric dates of a page put the day first: a number above 12 in first or second place decides; without
/// one, every supported language does.
enum DayOrder {
    static func isDayFirst(_ tokens: TokenBuffer, language: String) -> Bool {
        var first = 0
        var second = 0
        var i = 0
        while i + 4 < tokens.count {
            if tokens[i].kind == .number, tokens.ascii(i + 1) == UInt8(ascii: "/"), tokens[i + 2].kind == .number,
                tokens.ascii(i + 3) == UInt8(ascii: "/"),
                tokens[i + 4].kind == .number, tokens.folded(i + 4).count == 4, let a = Int(tokens.foldedString(i)),
                let b = Int(tokens.foldedString(i + 2))
            {
                if a > 12, a <= 31 { first += 1 }
                if b > 12, b <= 31 { second += 1 }
            }
            i += 1
        }
        return second == 0 || first >= second
    }
}
