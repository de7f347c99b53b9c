internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Boxes of figures, where each value stands above its label: "1 200 000 € / total budget / 960 000 € / EU grant /
/// 2021–2023 / duration", and lines that begin with theirs: "400.000 € Gesamtkosten".
///
/// A row of lines that are values and labels by turns tells by its kinds which way round it is: where more values fit the
/// labels below them than those above, each label belongs to the value above it.
extension FieldFinder {
    private static let leastFigures = 2
    private static let longestCaption = 8

    /// The lines of such rows: the label below a value, by the index of the value's view; -1 where the label is unknown.
    func findFigures() -> [Int: Int] {
        var found: [Int: Int] = [:]
        var n = 0
        while n < views.count {
            guard isFigure(views[n]) else {
                n += 1
                continue
            }
            var end = n
            while end + 1 < views.count, isFigure(views[end]), isCaption(views[end + 1]) { end += 2 }
            if end - n >= 2 * Self.leastFigures, labelsFollow(n..<end) {
                for value in stride(from: n, to: end, by: 2) {
                    found[value] = tells(views[value + 1], of: views[value]) ? value + 1 : -1
                }
            }
            n = max(end, n + 1)
        }
        return found
    }

    /// Whether more of the values have a label that fits below them than above.
    private func labelsFollow(_ row: Range<Int>) -> Bool {
        var (above, below) = (0, 0)
        for value in stride(from: row.lowerBound, to: row.upperBound, by: 2) {
            if tells(views[value + 1], of: views[value]) { below += 1 }
            if value > 0, tells(views[value - 1], of: views[value]) { above += 1 }
        }
        let last = row.upperBound
        if last < views.count, isFigure(views[last]), tells(views[last - 1], of: views[last]) { above += 1 }
        return below > above
    }

    /// A line that is a value and nothing else.
    private func isFigure(_ view: BlockView) -> Bool {
        guard view.block.cells.isEmpty, view.block.label == nil, let value = view.values.first, view.range.count <= 12
        else { return false }
        return view.range.allSatisfy { i in
            value.tokens.contains(i) || view.reading.kind(i) == .punctuation
                || view.values.contains { $0.tokens.contains(i) }
        }
    }

    /// A few words without a value but a share of the whole: "ERDF grant (80 %)".
    private func isCaption(_ view: BlockView) -> Bool {
        guard view.block.cells.isEmpty, view.block.label == nil, !view.isProse,
            view.values.allSatisfy({
                $0.mention.kind == .percent && $0.tokens.lowerBound > view.range.lowerBound
            })
        else { return false }
        let words = view.range.count { view.reading.kind($0) == .word }
        return (1...Self.longestCaption).contains(words)
    }

    /// Whether a label is one for the kind of value above it.
    private func tells(_ label: BlockView, of figure: BlockView) -> Bool {
        guard let (meaning, _) = Self.label(in: label.range, label, whole: true) else { return false }
        return figure.values.contains { value in
            switch value.mention.kind {
            case .money: meaning.isAmountLabel
            case .date, .duration: Self.times.contains(meaning)
            default: false
            }
        }
    }

    /// Tables whose first row is of labels, though nothing marks it as a header: "Total budget | EU grant | Start" above
    /// "€4.2m | €3m | 01/2021". The index of that row by the indexes of the others.
    func findHeadless() -> [Int: Int] {
        var found: [Int: Int] = [:]
        var n = 0
        while n < views.count {
            var end = n + 1
            let group = views[n].block.group
            while group != 0, end < views.count, views[end].block.group == group { end += 1 }
            if end - n >= 2, end - n <= Self.mostHeadless {
                found.merge(headlessRows(Array(views[n..<end]))) { first, _ in first }
            }
            n = end
        }
        return found
    }

    private func headlessRows(_ rows: [BlockView]) -> [Int: Int] {
        guard let head = rows.first, head.values.isEmpty, !head.isUnderHeader else { return [:] }
        let names = columns(head)
        guard names.count >= 2,
            names.allSatisfy({ tokens in
                Self.label(in: tokens, head, whole: true).map {
                    $0.0.isAmountLabel || Self.times.contains($0.0)
                } ?? false
            }),
            rows.dropFirst().allSatisfy({ row in
                let cells = columns(row)
                return cells.count == names.count
                    && cells.allSatisfy { cell in row.values.contains { cell.contains($0.tokens.lowerBound) } }
            })
        else { return [:] }
        return Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0.index, head.index) })
    }

    private static let mostHeadless = 4

    /// The cells of a row, or the label and the value of a line.
    func columns(_ row: BlockView) -> [Range<Int>] {
        if let label = row.block.label, let value = row.block.value { return [row.tokens(label), row.tokens(value)] }
        return row.block.cells.filter { !$0.span.isEmpty }.map { row.tokens($0.span) }
    }

    /// A value above its label.
    mutating func figure(_ view: BlockView, _ below: Int) {
        guard views.indices.contains(below),
            let (meaning, tokens) = Self.label(in: views[below].range, views[below], whole: true)
        else { return close() }
        begin(meaning, tokens, views[below], form: "line", level: nil)
        append(view, view.range, isItem: false)
        close()
    }

    /// A row below labels that nothing marks as a header.
    mutating func belowLabels(_ view: BlockView, _ head: BlockView) {
        for (name, cell) in zip(columns(head), columns(view)) {
            guard let (meaning, label) = Self.label(in: name, head, whole: true) else { continue }
            begin(meaning, label, head, form: "table", level: nil)
            append(view, cell, isItem: false)
        }
        close()
    }
}
