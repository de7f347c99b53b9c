internal import SeosModel

/// A document as bytes, for the way from a process of its own to the one that asked.
extension Document {
    var packed: [UInt8] {
        var out = PackedWriter()
        for value in [uri, mediaType, charset, hash, language] { out.string(value) }
        for value in [title, published, canonicalURL] { out.optional(value) }
        out.list(metadata) {
            $0.string($1.name)
            $0.string($1.value)
        }
        out.bytes(text.utf8)
        out.list(blocks) { $0.block($1) }
        out.list(problems) {
            $0.string($1.code)
            $0.number($1.severity.rawValue)
            $0.string($1.message)
            $0.optional($1.span)
        }
        out.flag(source != nil)
        if let source {
            out.list(source.runs) {
                $0.range($1.text)
                $0.range($1.raw)
                $0.flag($1.isExact)
            }
        }
        return out.packed
    }

    /// nil unless everything is as a reader leaves it: a process that went astray is not to harm the one that asked.
    init?(packed: [UInt8]) {
        var from = PackedReader(packed)
        self.init(
            uri: from.string(), mediaType: from.string(), charset: from.string(), hash: from.string(),
            text: StoredText(""))
        language = from.string()
        title = from.optional()
        published = from.optional()
        canonicalURL = from.optional()
        metadata = from.list { Metadata(name: $0.string(), value: $0.string()) }
        text = StoredText(utf8: from.bytes())
        blocks = from.list { $0.block() }
        problems = from.list {
            Problem(
                code: $0.string(), severity: Problem.Severity(rawValue: $0.number()) ?? .warning, message: $0.string(),
                span: $0.span())
        }
        if from.flag() {
            source = SourceMap(
                from.list { SourceMap.Run(text: $0.range(), raw: $0.range(), isExact: $0.flag()) })
        }
        guard !from.isBroken, from.isAtEnd, isSound else { return nil }
    }

    /// Whether the text is text and all spans are parts of it.
    private var isSound: Bool {
        guard String(validating: text.utf8, as: UTF8.self) != nil else { return false }
        func isPart(_ span: SourceSpan?) -> Bool {
            guard let span else { return true }
            return span.start >= 0 && span.start <= span.end && span.end <= text.count && isBoundary(span.start)
                && isBoundary(span.end)
        }
        var end = 0
        for block in blocks {
            guard block.span.start >= end, isPart(block.span), isPart(block.label), isPart(block.value),
                block.cells.allSatisfy({ isPart($0.span) && isPart($0.header) })
            else { return false }
            end = block.span.end
        }
        return problems.allSatisfy { isPart($0.span) }
    }

    private func isBoundary(_ offset: Int) -> Bool { offset == text.count || text.utf8[offset] & 0xC0 != 0x80 }
}

extension PackedWriter {
    fileprivate mutating func optional(_ span: SourceSpan?) {
        flag(span != nil)
        if let span { range(span.start..<max(span.start, span.end)) }
    }

    fileprivate mutating func block(_ block: Block) {
        switch block.kind {
        case .heading(let level): number(1); number(level)
        case .paragraph: number(2)
        case .listItem(let depth): number(3); number(depth)
        case .tableRow: number(4)
        case .labelValue: number(5)
        case .contact: number(6)
        case .preformatted: number(7)
        }
        optional(block.span)
        string(block.role.rawValue)
        optional(block.label)
        optional(block.value)
        number(block.group)
        string(block.language)
        list(block.cells) {
            $0.optional($1.span)
            $0.optional($1.header)
            $0.flag($1.isHeader)
        }
    }
}

extension PackedReader {
    fileprivate mutating func span() -> SourceSpan? {
        guard flag() else { return nil }
        let range = range()
        return SourceSpan(range.lowerBound, range.upperBound)
    }

    fileprivate mutating func block() -> Block {
        let kind: Block.Kind
        switch number() {
        case 1: kind = .heading(level: number())
        case 3: kind = .listItem(depth: number())
        case 4: kind = .tableRow
        case 5: kind = .labelValue
        case 6: kind = .contact
        case 7: kind = .preformatted
        default: kind = .paragraph
        }
        var block = Block(kind: kind, span: span() ?? SourceSpan(0, 0))
        block.role = Block.Role(rawValue: string()) ?? .content
        block.label = span()
        block.value = span()
        block.group = number()
        block.language = string()
        block.cells = list {
            Block.Cell(span: $0.span() ?? SourceSpan(0, 0), header: $0.span(), isHeader: $0.flag())
        }
        return block
    }
}
