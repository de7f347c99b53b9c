import SeosModel
import SeosText

/// Plain text wrapped to a width: a line break there parts no names, sentences or amounts.
///
/// A break is one of wrapping when the next word would not have fitted on the line. Only texts that do so again and
/// again count, since lists have long lines too.
struct WrappedLines {
    /// Shorter lines are those of lists and labels.
    private static let leastWidth = 50
    private static let mostWidth = 140
    /// How often a line must end in the middle of a sentence.
    private static let leastBreaks = 3

    private struct Break {
        var token: Int
        /// Characters of the line before the break, and with the word that begins the next line.
        var width: Int
        var filled: Int
        var isInSentence: Bool
    }

    /// Joins the lines of wrapped paragraphs.
    static func join(_ tokens: inout TokenBuffer, in document: Document) {
        var breaks: [Break] = []
        for block in document.blocks where block.isContent && block.cells.isEmpty {
            switch block.kind {
            case .paragraph, .listItem: collect(&breaks, tokens, tokens.tokens(in: block.span))
            default: continue
            }
        }
        let inSentence = breaks.lazy.filter(\.isInSentence)
        guard let width = inSentence.map(\.width).max(), width >= leastWidth,
            inSentence.filter({ $0.filled > width }).count >= leastBreaks
        else { return }
        for line in breaks where line.filled > width && line.width <= width { tokens.joinLine(before: line.token) }
    }

    private static func collect(_ breaks: inout [Break], _ tokens: TokenBuffer, _ range: Range<Int>) {
        guard range.count > 1 else { return }
        var start = range.lowerBound
        var hasGap = false
        for i in range.dropFirst() {
            guard tokens[i].newlineBefore else {
                hasGap = hasGap || tokens[i].start - tokens[i - 1].end > 2
                continue
            }
            let width = characters(tokens, start..<i)
            if !hasGap, width <= mostWidth {
                var end = i + 1
                while end < range.upperBound, tokens[end].gluedBefore { end += 1 }
                breaks.append(
                    Break(
                        token: i, width: width, filled: width + 1 + characters(tokens, i..<end),
                        isInSentence: tokens[i].kind == .word && !tokens[i].isCapitalized))
            }
            start = i
            hasGap = false
        }
    }

    private static func characters(_ tokens: TokenBuffer, _ range: Range<Int>) -> Int {
        let span = tokens.span(range)
        return tokens.text[span.start..<span.end].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
