internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Days that leave their year to the day of the page: "1 December this year", "the work began on 15 March".
///
/// The year comes from the first full date of the page, its dateline. A day without any word for its year is read only
/// beside a word for beginning or ending, as the one nearest to the page's own day.
struct PageYear {
    let views: [BlockView]
    let reference: DatePoint

    /// Blocks among which a page says when it was written.
    private static let head = 10
    private static let rule = "date.page-year"

    /// - Parameter asides: blocks outside the content; datelines often stand there.
    init?(views: [BlockView], asides: [BlockView]) {
        let dates = (views.prefix(Self.head) + asides.prefix(Self.head)).flatMap { view in
            view.values.compactMap { value -> (start: Int, day: DatePoint, isLine: Bool)? in
                guard case .date(let date) = value.mention.value, !date.isPeriod, let day = date.start,
                    day.precision == .day
                else { return nil }
                return (value.mention.span.start, day, !view.isProse && view.range.count <= 24)
            }
        }
        let line = dates.filter(\.isLine).min { $0.start < $1.start } ?? dates.min { $0.start < $1.start }
        guard let line else { return nil }
        self.views = views
        reference = line.day
    }

    func applied() -> [BlockView] {
        var result = views
        for view in views {
            let found = days(in: view)
            guard !found.isEmpty else { continue }
            let kept = view.values.filter { value in !found.contains { $0.tokens.overlaps(value.tokens) } }
            let values = (kept + found).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
            result[view.index] = BlockView(
                index: view.index, block: view.block, reading: view.reading, values: values, names: view.names)
        }
        return result
    }

    private func days(in view: BlockView) -> [ValueReader.Found] {
        let r = view.reading
        var found: [ValueReader.Found] = []
        var end = r.range.lowerBound
        for match in r.matches where match.meaning == .month && match.start >= end {
            guard let hit = day(around: match.start, from: end, view) else { continue }
            end = hit.tokens.upperBound
            found.append(hit)
        }
        return found
    }

    /// The yearless day that the month name at `m` belongs to.
    private func day(around m: Int, from lower: Int, _ view: BlockView) -> ValueReader.Found? {
        let r = view.reading
        let dates = DateReader(reading: r)
        for i in max(lower, m - 3)...m {
            guard let part = dates.part(at: i), part.year == nil, part.stretch == nil, part.end > m,
                let month = part.month, part.day != nil || i == m,
                !view.values.contains(where: { $0.mention.kind == .date && $0.tokens.overlaps(i..<part.end) })
            else { continue }
            if let (year, tokens) = statedYear(i..<part.end, r) {
                return value(DatePoint(year: year, month: month, day: part.day), tokens, view)
            }
            if part.day != nil, let (step, tokens) = nearby(i..<part.end, r) {
                return value(beside(month, part.day, step), tokens, view)
            }
            guard isEnd(i..<part.end, view, isMonth: part.day == nil) else { return nil }
            return value(nearest(month, part.day), i..<part.end, view)
        }
        return nil
    }

    /// "this year", "šių metų": the word for a year before or behind the day.
    private func statedYear(_ tokens: Range<Int>, _ r: Reading) -> (Int, Range<Int>)? {
        for start in [tokens.upperBound, tokens.upperBound + 1] where r.sameLine(start) {
            if let match = r.first(.relative, at: start), let n = years(match, r) {
                return (reference.year + n, tokens.lowerBound..<match.end)
            }
            if r.kind(start) != .punctuation { break }
        }
        if let match = r.last(.relative, endingAt: tokens.lowerBound), let n = years(match, r) {
            return (reference.year + n, match.start..<tokens.upperBound)
        }
        return nil
    }

    /// "prossimo 1º gennaio", "1. janúar síðastliðinn": -1 for the one before the page's day, 1 for the one behind it.
    private func nearby(_ tokens: Range<Int>, _ r: Reading) -> (Int, Range<Int>)? {
        let before = r.last(.nearby, endingAt: tokens.lowerBound)
        guard let match = before ?? (r.sameLine(tokens.upperBound) ? r.first(.nearby, at: tokens.upperBound) : nil)
        else { return nil }
        let all = min(match.start, tokens.lowerBound)..<max(match.end, tokens.upperBound)
        switch r.entry(match).key {
        case "last": return (-1, all)
        case "next": return (1, all)
        default: return nil
        }
    }

    private func beside(_ month: Int, _ day: Int?, _ step: Int) -> DatePoint {
        let isBefore = (month, day ?? 1) < (reference.month ?? 1, reference.day ?? 1)
        var year = reference.year
        if step < 0, !isBefore { year -= 1 }
        if step > 0, isBefore { year += 1 }
        return DatePoint(year: year, month: month, day: day)
    }

    private func years(_ match: Lexicon.Match, _ r: Reading) -> Int? {
        let key = r.entry(match).key
        return key.hasPrefix("year:") ? Int(key.dropFirst(5)) : nil
    }

    /// Beside a word for beginning or ending, in a sentence of running text that tells of no event.
    private func isEnd(_ tokens: Range<Int>, _ view: BlockView, isMonth: Bool) -> Bool {
        let r = view.reading
        let sentence = view.sentence(at: tokens.lowerBound)
        guard view.isProse, r.kind(tokens.upperBound) != .number else { return false }
        let reach = isMonth ? 2 : 3
        let told = (max(sentence.lowerBound, tokens.lowerBound - 6)..<tokens.lowerBound).contains { i in
            r.at(i).contains {
                ($0.meaning == .periodFrom || $0.meaning == .periodStart) && $0.end <= tokens.lowerBound
                    && tokens.lowerBound - $0.end <= reach
            }
        }
        return told && !sentence.contains { r.first(.event, at: $0) != nil || r.first(.noProject, at: $0) != nil }
    }

    private func nearest(_ month: Int, _ day: Int?) -> DatePoint {
        let months = (month - (reference.month ?? 1) + 18) % 12 - 6
        let distance = (reference.month ?? 1) + months
        let year = reference.year + (distance < 1 ? -1 : distance > 12 ? 1 : 0)
        return DatePoint(year: year, month: month, day: day)
    }

    private func value(_ point: DatePoint, _ tokens: Range<Int>, _ view: BlockView) -> ValueReader.Found? {
        guard point.isValid else { return nil }
        let span = view.reading.span(tokens)
        var date = DateValue(start: point)
        date.isRelative = true
        return ValueReader.Found(
            tokens: tokens,
            mention: Mention(
                kind: .date, span: span, quote: view.reading.tokens.string(span), language: view.reading.tag,
                rule: Self.rule, confidence: 0.7, value: .date(date)),
            body: tokens)
    }
}
