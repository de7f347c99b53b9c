internal import SeosModel

/// A stretch of text and the markup it was read from.
struct TextPiece {
    private var textStart: Int32
    private var textLength: Int32
    private var sourceStart: Int32
    private var sourceLength: Int32
    /// Whether the text is the markup byte by byte, not a reference.
    var isLiteral: Bool

    init(text: Range<Int>, source: Range<Int>, isLiteral: Bool) {
        textStart = Int32(truncatingIfNeeded: text.lowerBound)
        textLength = Int32(truncatingIfNeeded: text.count)
        sourceStart = Int32(truncatingIfNeeded: source.lowerBound)
        sourceLength = Int32(truncatingIfNeeded: source.count)
        self.isLiteral = isLiteral
    }

    var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textLength) }
    var source: Range<Int> { Int(sourceStart)..<Int(sourceStart) + Int(sourceLength) }

    /// The part within a range of the text, moved.
    func clamped(to range: Range<Int>, movedBy distance: Int) -> TextPiece {
        let inner = text.clamped(to: range)
        let moved = inner.lowerBound + distance..<inner.upperBound + distance
        guard isLiteral else { return TextPiece(text: moved, source: source, isLiteral: false) }
        let from = source.lowerBound + inner.lowerBound - text.lowerBound
        return TextPiece(text: moved, source: from..<from + inner.count, isLiteral: true)
    }

    /// The runs of a stretch of text.
    ///
    /// - Parameters:
    ///   - pieces: in the order of their text.
    ///   - text: what to look up in them.
    ///   - start: where the stretch begins in the stored text.
    static func runs(_ pieces: [TextPiece], of text: Range<Int>, at start: Int, to runs: inout [SourceMap.Run]) {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].text.upperBound <= text.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < pieces.count, pieces[low].text.lowerBound < text.upperBound {
            let piece = pieces[low].clamped(to: text, movedBy: start - text.lowerBound)
            if !piece.text.isEmpty {
                runs.append(SourceMap.Run(text: piece.text, raw: piece.source, isExact: piece.isLiteral))
            }
            low += 1
        }
    }
}
