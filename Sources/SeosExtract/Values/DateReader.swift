internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads dates and periods: numeric in every order, month names in every case, Roman months, quarters, from–to.
///
/// A period is one value. An end that lacks month or year takes them from the other end ("1.–5. mai 2024"), and so do
/// the members of a list ("15.04., 15.07. ja 15.10.2025"). The grammar of one part is in the extensions: numeric dates,
/// named dates, years, stretches of a year; what only looks like a date is in `DateReader+NotDates`.
struct DateReader {
    struct Result {
        var tokens: Range<Int>
        var value: DateValue
        var rule: String
        /// What a list goes on with: the year of a date that names it first, and the month before bare days.
        var carriedYear: Int?
        var carriedMonth: Int?
        /// One of a list, so that "and" before the last one makes no period.
        var isListed = false
    }

    let reading: Reading
    /// Day before month in all-numeric dates, unless a page shows otherwise.
    var dayFirst = true
    /// What "yesterday" is counted from; without it relative dates are not read.
    var reference: DatePoint?

    /// The date or period that begins at token `i`.
    ///
    /// - Parameter previous: the date read before, for lists that name the year once.
    func read(at i: Int, after previous: Result? = nil) -> Result? {
        guard mayBegin(at: i) else { return nil }
        if let result = romanMonths(at: i, began: i) { return result }
        if let match = reading.first(.between, at: i) {
            if let result = period(from: match.end, began: i, opening: .between) { return result }
        }
        if let match = reading.first(.fromBefore, at: i) {
            if let result = romanMonths(at: match.end, began: i) { return result }
            if let result = period(from: match.end, began: i, opening: .from) { return result }
            if let result = started(from: match.end, began: i) { return result }
        }
        if let result = relative(at: i, after: previous) ?? lasting(at: i) { return result }
        guard let first = part(at: i) else { return nil }
        let isListed = previous.map { $0.isListed && afterSeparators($0.tokens.upperBound) == i } ?? false
        if let result = period(first, from: i, began: i, opening: .none, isListed: isListed) { return result }
        if first.isBareDay { return bareDays(first, at: i, after: previous) }
        if first.isWeak || first.year == nil { return listed(first, at: i, after: previous) }
        return single(first, at: i)
    }

    private func single(_ first: DatePart, at i: Int) -> Result? {
        guard let ends = first.ends, !isCode(i..<first.end, first) else { return nil }
        if first.isBareYear, !isYearInContext(i..<first.end, first.year ?? 0) { return nil }
        if let stretch = first.stretch {
            var rule = "date.stretch"
            if case .academic = stretch { rule = "date.academic-year" }
            return Result(
                tokens: i..<first.end, value: DateValue(start: ends.from, end: ends.to, isPeriod: true), rule: rule)
        }
        return Result(
            tokens: i..<first.end, value: DateValue(start: ends.from), rule: "date.\(ends.from.precision.rawValue)",
            carriedYear: first.isYearFirst ? first.year : nil,
            carriedMonth: first.isYearFirst && first.day != nil && reading.kind(i) == .number ? first.month : nil)
    }

    // MARK: Gates

    /// A date begins with a number or with a word that the packs know.
    func mayBegin(at i: Int) -> Bool {
        if reading.kind(i) == .number { return true }
        for match in reading.at(i) {
            switch reading.meaning(match) {
            case .month, .weekday, .between, .fromBefore, .quarter, .half, .season, .part, .ordinal, .relative,
                .numberWord:
                return true
            case .nearby, .ago, .ahead, .unit: if reference != nil { return true }
            default: continue
            }
        }
        return reading.kind(i) == .word && reading.tokens[i].isCapitalized && roman(at: i) != nil
    }

    /// One part of a date, whatever its kind.
    func part(at i: Int, role: Role = .first) -> DatePart? {
        if let weekday = reading.first(.weekday, at: i) {
            var next = weekday.end
            while reading.ascii(next) == UInt8(ascii: ",") || reading.ascii(next) == UInt8(ascii: ".") { next += 1 }
            next = skipArticle(next)
            guard reading.kind(next) == .number || reading.first(.month, at: next) != nil else {
                return monthFirst(at: i) ?? dayFirstNamed(at: i) ?? stretch(at: i)
            }
            if let part = part(at: next, role: role), part.day != nil { return part }
            // The third of September may look like a Tuesday.
            return dayFirstNamed(at: i)
        }
        if case .second = role, reading.ascii(i) == UInt8(ascii: "'") { return yearFirst(at: i, role: role) }
        if reading.kind(i) == .number {
            if reading.glued(i), reading.kind(i - 1) == .word { return nil }
            return numeric(at: i) ?? dayFirstNamed(at: i) ?? stretch(at: i) ?? yearFirst(at: i, role: role)
                ?? (role == .single ? nil : bareDay(at: i, role: role))
        }
        return monthFirst(at: i) ?? dayFirstNamed(at: i) ?? stretch(at: i)
    }

    /// Where a part is looked for.
    enum Role: Equatable {
        case single
        case first
        /// Behind the connector of a period that began with this year, when it has one.
        case second(year: Int?)
    }

    /// One short word or an elided article before a number or month ("den 20.", "il 2020", "t-13", "d'avril").
    func skipArticle(_ i: Int) -> Int {
        if let match = reading.first(.of, at: i) { return match.end }
        guard reading.kind(i) == .word, letters(i) <= 4, reading.first(.month, at: i) == nil,
            reading.sameLine(i), reading.first(.ordinal, at: i) == nil, reading.first(.toBefore, at: i) == nil
        else { return i }
        var j = i + 1
        if reading.isDash(j) || reading.ascii(j) == UInt8(ascii: "'"), reading.glued(j), reading.glued(j + 1) { j += 1 }
        if reading.kind(j) == .number, !reading.glued(j) || j > i + 1, reading.sameLine(j) { return j }
        return reading.first(.month, at: j) != nil && reading.sameLine(j) ? j : i
    }

    /// Letters of a token, roughly: bytes of its folded form, halved outside ASCII.
    func letters(_ i: Int) -> Int {
        guard reading.range.contains(i) else { return 0 }
        let folded = reading.tokens.folded(i)
        return (folded.first ?? 0) < 0x80 ? folded.count : (folded.count + 1) / 2
    }
}
