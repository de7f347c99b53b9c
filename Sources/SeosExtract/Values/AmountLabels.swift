internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Currencies that stand in a label, a column head or a caption: "Eelarve (eurodes): 642 300", "Kosten in T€: 412",
/// "Suma, Eur" above a column.
struct AmountLabels {
    private struct Label {
        var currency: String
        var power: Int
        var tokens: Range<Int>
        /// The first token behind the label and its colon or bar.
        var next: Int
        /// The label's line goes on behind it with numbers.
        var isClosed: Bool
    }

    let reading: Reading
    let currencies: CurrencyReader
    var crown: String?

    func apply(_ found: inout [ValueReader.Found]) {
        guard found.contains(where: { $0.mention.kind == .number }) else { return }
        var labels: [Label] = []
        for match in reading.matches where match.meaning == .currency || match.meaning == .magnitudeCurrency {
            if let last = labels.last, match.start < last.next { continue }
            if let label = label(match, found) { labels.append(label) }
        }
        for (n, label) in labels.enumerated() {
            let limit = n + 1 < labels.count ? labels[n + 1].tokens.lowerBound : reading.range.upperBound
            remove(insideOf: label, &found)
            if !readLine(label, limit, &found) { readRows(label, &found) }
        }
    }

    // MARK: Finding labels

    private func label(_ match: Lexicon.Match, _ found: [ValueReader.Found]) -> Label? {
        guard let hit = currencies.hit(match) else { return nil }
        var power = hit.power ?? 0
        var start = match.start
        var end = match.end
        if let next = magnitude(at: end) {
            power += next.power
            end = next.end
        } else if let (n, next) = thousands(at: end) {
            power += n
            end = next
        }
        if let before = magnitude(before: start) {
            power += before.power
            start = before.start
        } else if reading.kind(start - 1) == .number {
            guard let (n, first) = thousands(before: start) else { return nil }
            power += n
            start = first
        }
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
        let isBracketed = ")]".utf8.contains(reading.ascii(end))
        if isBracketed { end += 1 }
        var next = end
        let mark = reading.ascii(end)
        let isMarked = mark == UInt8(ascii: ":") || mark == UInt8(ascii: "|") || mark == UInt8(ascii: "=")
        if isMarked { next = end + 1 }
        guard isMarked || reading.breaks(before: end) || isBracketed && reading.kind(end) == .number else { return nil }
        // An amount that was read is no label, unless its number is the label's "1000".
        let tokens = start..<end
        if let read = found.first(where: { $0.tokens.overlaps(tokens) && $0.mention.kind == .money }),
            power == 0 || read.tokens.lowerBound < start || read.tokens.upperBound > end
        {
            return nil
        }
        let code = hit.code == "kr" ? crown ?? hit.code : hit.code
        return Label(currency: code, power: power, tokens: tokens, next: next, isClosed: isMarked || isBracketed)
    }

    private func magnitude(at i: Int) -> (power: Int, end: Int)? {
        guard reading.sameLine(i), let match = reading.first(.magnitude, at: i) else { return nil }
        return Int(reading.entry(match).key).map { ($0, match.end) }
    }

    private func magnitude(before i: Int) -> (power: Int, start: Int)? {
        let end = reading.last(.of, endingAt: i)?.start ?? i
        guard reading.sameLine(i), let match = reading.last(.magnitude, endingAt: end),
            reading.kind(match.start - 1) != .number, let power = Int(reading.entry(match).key)
        else { return nil }
        return (power, match.start)
    }

    /// "x € 1.000", "€000"
    private func thousands(at i: Int) -> (power: Int, end: Int)? {
        guard reading.sameLine(i) else { return nil }
        if reading.kind(i) == .number, reading.tokens.folded(i).elementsEqual([48, 48, 48]) { return (3, i + 1) }
        guard
            let number = NumberReader(reading: reading).read(at: i, isMoney: true, beforeMagnitude: { _ in false }),
            let power = power(number.value)
        else { return nil }
        return (power, number.tokens.upperBound)
    }

    /// "(1000 kr)"
    private func thousands(before i: Int) -> (power: Int, start: Int)? {
        for start in stride(from: i - 1, through: max(reading.range.lowerBound, i - 5), by: -1) {
            guard reading.sameLine(i) else { return nil }
            if let number = NumberReader(reading: reading).read(
                at: start, isMoney: true, beforeMagnitude: { _ in false }),
                number.tokens.upperBound == i, let power = power(number.value),
                isMultiplier(start - 1)
            {
                return (power, start)
            }
        }
        return nil
    }

    /// What stands before a label's thousand: a bracket, a comma, "x" or a small word, never a number.
    private func isMultiplier(_ i: Int) -> Bool {
        "([,".utf8.contains(reading.ascii(i)) || reading.kind(i) == .word && reading.tokens.folded(i).count <= 2
    }

    private func power(_ value: ExactDecimal) -> Int? {
        value == ExactDecimal(1000) ? 3 : value == ExactDecimal(1_000_000) ? 6 : nil
    }

    // MARK: Giving the currency

    private func remove(insideOf label: Label, _ found: inout [ValueReader.Found]) {
        found.removeAll { $0.tokens.overlaps(label.tokens) && [.money, .number].contains($0.mention.kind) }
    }

    /// The numbers behind a label on its line: the first, and more when each closes its part of a list.
    private func readLine(_ label: Label, _ limit: Int, _ found: inout [ValueReader.Found]) -> Bool {
        guard label.isClosed else { return false }
        var end = label.next
        while end < limit, reading.sameLine(end) || end == label.next && !reading.breaks(before: end) { end += 1 }
        var isFirst = true
        for k in found.indices where label.next..<end ~= found[k].tokens.lowerBound {
            if !isFirst, isSentenceEnd(in: label.next..<found[k].tokens.lowerBound) { break }
            // "Dollar: 143,80 yens" is about the dollar, not in dollars.
            if case .money(let other) = found[k].mention.value, other.currency != label.currency { break }
            guard isAmount(found[k]), isFirst && found[k].tokens.lowerBound == label.next || closes(found[k].tokens)
            else { continue }
            give(label, &found[k])
            isFirst = false
        }
        return !isFirst
    }

    /// Rows of a table below a caption or a column head.
    private func readRows(_ label: Label, _ found: inout [ValueReader.Found]) {
        var line = label.tokens.lowerBound
        var column = 0
        while line > reading.range.lowerBound, reading.sameLine(line) {
            line -= 1
            if isBar(line + 1) { column += 1 }
        }
        var end = label.tokens.upperBound
        var hasColumns = column > 0
        while reading.sameLine(end) {
            if isBar(end) { hasColumns = true }
            end += 1
        }
        // Each row needs a bar; the first line without one ends the table.
        while reading.range.contains(end) {
            var row = end + 1
            var cells = [end]
            while reading.sameLine(row) {
                if isBar(row) { cells.append(reading.ascii(row) == UInt8(ascii: "|") ? row + 1 : row) }
                row += 1
            }
            guard cells.count > 1 else { return }
            for (n, cell) in cells.enumerated() where !hasColumns || n == column {
                guard let k = found.firstIndex(where: { $0.tokens.lowerBound == cell }), isAmount(found[k]),
                    found[k].tokens.upperBound >= row || isBar(found[k].tokens.upperBound)
                else { continue }
                give(label, &found[k])
            }
            end = row
        }
    }

    private func isBar(_ i: Int) -> Bool {
        reading.ascii(i) == UInt8(ascii: "|")
            || reading.sameLine(i) && reading.breaks(before: i) && i > reading.range.lowerBound
    }

    private func isAmount(_ f: ValueReader.Found) -> Bool {
        guard f.mention.kind == .number, !f.isCounted, !f.hasMagnitude, case .number(let n) = f.mention.value else {
            return false
        }
        return ExactDecimal(0) < n
    }

    /// A list's comma, a bracket, a bar or the end follows; a noun or a colon does not.
    private func closes(_ tokens: Range<Int>) -> Bool {
        let end = tokens.upperBound
        if "([#".utf8.contains(reading.ascii(tokens.lowerBound - 1)) { return false }
        guard reading.sameLine(end) else { return true }
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { return !reading.sameLine(end + 1) }
        return ";,(|+".utf8.contains(reading.ascii(end)) || reading.first(.and, at: end) != nil
            || reading.breaks(before: end)
    }

    private func isSentenceEnd(in tokens: Range<Int>) -> Bool {
        tokens.contains {
            reading.ascii($0) == UInt8(ascii: ".") && reading.glued($0) && !reading.glued($0 + 1)
                && reading.range.contains($0 + 1) && reading.tokens[$0 + 1].isCapitalized
        }
    }

    private func give(_ label: Label, _ f: inout ValueReader.Found) {
        guard case .number(let n) = f.mention.value else { return }
        var value = n
        if label.power == 0,
            let money = NumberReader(reading: reading).read(
                at: f.body.lowerBound, isMoney: true, beforeMagnitude: { _ in false }), money.tokens == f.body
        {
            value = money.value
        }
        guard let amount = value.scaled(byPowerOfTen: label.power) else { return }
        f.mention.kind = .money
        f.mention.value = .money(Money(amount: amount, currency: label.currency))
        f.mention.alternatives = []
        f.mention.rule = "money.label"
        f.mention.confidence = 0.85
        f.hasMagnitude = label.power > 0
    }
}
