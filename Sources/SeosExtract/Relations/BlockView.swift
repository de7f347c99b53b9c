internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// One block of a document with its values and names read.
final class BlockView {
    let index: Int
    let block: Block
    let reading: Reading
    let values: [ValueReader.Found]
    let names: [NameReader.Found]

    init(index: Int, block: Block, reading: Reading, values: [ValueReader.Found], names: [NameReader.Found]) {
        self.index = index
        self.block = block
        self.reading = reading
        self.values = values
        self.names = names
    }

    var range: Range<Int> { reading.range }

    /// Running text rather than a list or a label: a full sentence.
    var isProse: Bool {
        switch block.kind {
        case .paragraph, .listItem, .preformatted, .labelValue, .contact, .tableRow:
            let words = range.filter { reading.kind($0) == .word }.count
            guard words > 7, let last = range.last else { return false }
            return ".!?".utf8.contains(reading.ascii(last)) || words > 40
        case .heading: return false
        }
    }

    func tokens(_ span: SourceSpan) -> Range<Int> { reading.tokens.tokens(in: span) }

    /// The sentences of a range of tokens; a full stop ends one when a capital or nothing follows and no short
    /// abbreviation or number stands before it.
    func sentences(in range: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var i = start
        while i < range.upperBound {
            let c = reading.ascii(i)
            if c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") {
                let next = i + 1
                let followed = next < range.upperBound
                let capital =
                    followed
                    && (reading.tokens[next].isCapitalized || reading.ascii(next) == UInt8(ascii: "\"")
                        || reading.tokens[next].newlineBefore)
                let insideValue = values.contains { $0.tokens.lowerBound <= i && i < $0.tokens.upperBound - 1 }
                let insideName = names.contains { $0.tokens.lowerBound <= i && i < $0.tokens.upperBound }
                let endsValue = values.contains { $0.tokens.upperBound == i || $0.tokens.upperBound == i + 1 }
                let abbreviation =
                    c == UInt8(ascii: ".") && reading.kind(i - 1) == .word && reading.tokens.folded(i - 1).count <= 2
                    && !endsValue
                if !followed || (capital && !reading.glued(next) && !insideValue && !insideName && !abbreviation) {
                    result.append(start..<next)
                    start = next
                }
            }
            i += 1
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
        return result
    }
}
