internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Numbers that tell a project from the one before it.
extension ProjectNames {
    /// "GreenPort *2*", "Clima *2030 Canarias*": the number that a name is told apart by, where it stands behind it everywhere.
    func withNumber(_ name: Name) -> Name {
        let own = views[name.view].reading
        let words = name.tokens.map { own.tokens.folded($0) }
        guard !name.rule.hasPrefix("project.label"), !words.isEmpty else { return name }
        var found: [(view: Int, end: Int)] = []
        var total = 0
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i + words.count <= view.range.upperBound {
                guard r.tokens[i].isCapitalized, words.indices.allSatisfy({ r.tokens.folded(i + $0) == words[$0] })
                else {
                    i += 1
                    continue
                }
                total += 1
                i += words.count
                if isOrdinal(i, view) { found.append((view.index, i)) }
            }
        }
        guard let first = found.first, found.count == total else { return name }
        let r = views[first.view].reading
        let digits = r.string(first.end..<(first.end + 1))
        // A year may be the year of something: "Quiet Waters 2023".
        guard found.allSatisfy({ views[$0.view].reading.string($0.end..<($0.end + 1)) == digits }),
            digits.utf8.count < 4 || digits.hasSuffix("0") || total >= 2
        else { return name }
        var end = first.end + 1
        if r.isCapital(end), r.sameLine(end), !r.glued(end) {
            end = Self.capitals(from: end, views[first.view]).upperBound
        }
        return Name(
            view: first.view, tokens: (first.end - words.count)..<end, rule: name.rule, confidence: name.confidence)
    }

    /// A number of one or two digits or a year from 2000 on, apart from the word before and no part of a sum or a day.
    private func isOrdinal(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        guard view.range.contains(i), r.kind(i) == .number, r.sameLine(i), !r.glued(i),
            !r.glued(i + 1) || r.kind(i + 1) != .number
        else { return false }
        guard r.digits(i) <= 2 || r.digits(i) == 4 && r.string(i..<(i + 1)).hasPrefix("20") else { return false }
        return !view.values.contains {
            $0.tokens.overlaps(i..<(i + 1)) && ($0.tokens.count > 1 || $0.mention.kind == .money)
        }
    }
}
