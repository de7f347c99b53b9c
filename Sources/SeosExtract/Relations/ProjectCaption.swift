internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A line of plain text that stands as the title of a part without being a heading: "* Quiet ice *", "**Quiet ice**",
/// "a) „Quiet ice” (LT-PL-171)", a line between two rules, and a paragraph that begins with such a title in bold.
struct ProjectCaption {
    /// What sets the title off.
    enum Mark { case bold, numbered, ruled, opening }

    let mark: Mark
    /// The tokens of the title, marks included.
    let tokens: Range<Int>

    private static let mostTokens = 24
    /// With the number of the application in a bracket behind.
    private static let mostNumbered = 40

    init?(_ view: BlockView, in views: [BlockView]) {
        let r = view.reading
        guard view.block.headingLevel == nil, let first = view.range.first, let last = view.range.last else {
            return nil
        }
        let c = r.ascii(first)
        let isRuled =
            c == UInt8(ascii: "-") && r.isDash(first + 1) && r.glued(first + 1)
            && view.range.contains { r.kind($0) == .word }
        if Self.isDecoration(c) || isRuled, view.range.count <= Self.mostTokens, r.ascii(last) == c,
            view.range.count >= 3
        {
            self.init(mark: .bold, tokens: view.range)
        } else if let run = Self.boldRun(view) {
            self.init(mark: run.upperBound >= view.range.upperBound ? .bold : .opening, tokens: run)
        } else if let quoted = Self.numberedQuotation(view) {
            self.init(mark: .numbered, tokens: quoted)
        } else if view.range.count <= Self.mostTokens, !view.isProse, Self.isRule(view.index - 1, views),
            Self.isRule(view.index + 1, views), view.range.contains(where: { r.kind($0) == .word })
        {
            self.init(mark: .ruled, tokens: view.range)
        } else {
            return nil
        }
    }

    private init(mark: Mark, tokens: Range<Int>) {
        self.mark = mark
        self.tokens = tokens
    }

    private static func isDecoration(_ c: UInt8) -> Bool { c != 0 && "*=~_+#".utf8.contains(c) }

    /// The words between two stars each, at the beginning of a block or behind the mark of a list item.
    private static func boldRun(_ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let star = UInt8(ascii: "*")
        guard var start = view.range.first else { return nil }
        if r.isDash(start), !r.glued(start + 1) { start += 1 }
        guard r.ascii(start) == star, r.ascii(start + 1) == star, r.glued(start + 1) else { return nil }
        let limit = min(view.range.upperBound, start + Self.mostTokens)
        guard let close = (start + 2..<limit).first(where: { r.ascii($0) == star && r.ascii($0 + 1) == star }),
            close > start + 2, r.ascii(close - 1) != UInt8(ascii: ":"), r.ascii(close + 2) != UInt8(ascii: ":")
        else { return nil }
        return start..<(close + 2)
    }

    /// "a) „Name”", "2. „Name” (code)", "Item 3.1 – „Name”": a quotation that fills a numbered line.
    private static func numberedQuotation(_ view: BlockView) -> Range<Int>? {
        let r = view.reading
        guard view.range.count <= Self.mostNumbered, !view.isProse, let quote = quoteBehindNumber(view),
            let close = (quote + 1..<view.range.upperBound).first(where: { r.ascii($0) == UInt8(ascii: "\"") }),
            close + 1 >= view.range.upperBound || r.ascii(close + 1) == UInt8(ascii: "(")
                || r.ascii(close + 1) == UInt8(ascii: ",")
                    && view.names.contains(where: { $0.mention.kind == .programme && $0.tokens.lowerBound > close })
        else { return nil }
        return view.range
    }

    /// The mark that opens a quotation right behind what numbers the line.
    private static func quoteBehindNumber(_ view: BlockView) -> Int? {
        let r = view.reading
        guard let first = view.range.first else { return nil }
        var quote: Int
        if r.kind(first) == .word, r.tokens.string(first).count == 1,
            [UInt8(ascii: ")"), UInt8(ascii: ".")].contains(r.ascii(first + 1))
        {
            quote = first + 2
        } else if let behind = ProjectHeading.numbering(from: first, view) {
            quote = r.isDash(behind) ? behind + 1 : behind
        } else {
            return nil
        }
        return r.ascii(quote) == UInt8(ascii: "\"") ? quote : nil
    }

    /// A line of marks and nothing else.
    static func isRule(_ n: Int, _ views: [BlockView]) -> Bool {
        guard views.indices.contains(n) else { return false }
        let r = views[n].reading
        return views[n].block.span.length >= 5 && !r.range.isEmpty && r.range.allSatisfy { r.kind($0) == .punctuation }
    }
}
