internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A start and how long it lasts, both stated: "from March 2021, 36 months", "36 months from March 2021",
/// "36 kuud alates 1. märtsist 2021", "36 Monate (ab 1. März 2021)".
extension DateReader {
    /// The start first.
    func started(from start: Int, began: Int) -> Result? {
        guard let first = begin(at: start) else { return nil }
        var j = first.end
        if reading.ascii(j) == UInt8(ascii: ",") || reading.ascii(j) == UInt8(ascii: "(") { j += 1 }
        if reading.kind(j) == .word, letters(j) <= 5, reading.first(.toBefore, at: j) == nil { j += 1 }
        guard reading.sameLine(j), let (months, end) = months(at: j) else { return nil }
        return lasting(months, first, began..<end)
    }

    /// The duration first.
    func lasting(at i: Int) -> Result? {
        guard reading.kind(i) == .number, !reading.glued(i) || reading.kind(i - 1) == .punctuation,
            let (months, end) = months(at: i)
        else { return nil }
        // Behind a comma the start is told by itself: "18 months, counted from 1 March 2024".
        let j = reading.ascii(end) == UInt8(ascii: "(") ? end + 1 : end
        guard reading.sameLine(j) else { return nil }
        let opening = [.fromBefore, .since, .periodFrom].compactMap { reading.first($0, at: j) }.max { $0.end < $1.end }
        guard let first = begin(at: opening?.end ?? j),
            opening != nil || reading.first(.fromAfter, at: first.end) != nil || endsWithFrom(first.end),
            // "36 months, from March 2021 to February 2024" is said by its two ends.
            period(from: opening?.end ?? j, began: j, opening: opening == nil ? .none : .from) == nil
        else { return nil }
        return lasting(months, first, i..<(reading.first(.fromAfter, at: first.end)?.end ?? first.end))
    }

    private func begin(at i: Int) -> DatePart? {
        guard let first = part(at: skipToDate(i)), first.stretch == nil, first.month != nil, first.year != nil else {
            return nil
        }
        return first
    }

    private func lasting(_ months: Int, _ first: DatePart, _ tokens: Range<Int>) -> Result? {
        guard let from = first.ends?.from, let to = CalendarMath.lastDay(of: months, from: from) else { return nil }
        return Result(
            tokens: tokens, value: DateValue(start: from, end: to, isPeriod: true), rule: "date.duration")
    }

    private func months(at i: Int) -> (Int, end: Int)? {
        guard reading.digits(i) <= 2, let n = reading.integer(i), n > 0, reading.sameLine(i + 1),
            let unit = reading.first(.unit, at: i + 1)
        else { return nil }
        switch reading.entry(unit).key {
        case "month": return (n, unit.end)
        case "year": return (n * 12, unit.end)
        default: return nil
        }
    }
}
