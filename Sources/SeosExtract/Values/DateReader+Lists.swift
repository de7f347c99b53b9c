internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lists that name month or year once: "15.04., 15.07. ja 15.10.2025", "5., 7. und 9. Mai 2024",
/// "January, February and March 1944", "March 3, 10 and 17, 2025", "2024. május 5., 7. és 9."
extension DateReader {
    /// The longest list that is read, so that time stays linear.
    private static let longest = 12

    /// A date without its year takes that of the list.
    func listed(_ first: DatePart, at i: Int, after previous: Result?) -> Result? {
        guard first.month != nil, first.stretch == nil, first.year == nil else { return nil }
        var part = first
        var carried: Int?
        if let previous, let year = previous.carriedYear, afterSeparators(previous.tokens.upperBound) == i {
            part.year = year
            carried = year
        } else if let year = yearAhead(first) {
            part.year = year
        } else if first.day != nil, let year = yearBehindDays(first) {
            part.year = year
            carried = year
        }
        guard let point = part.ends?.from else { return nil }
        return Result(
            tokens: i..<first.end, value: DateValue(start: point), rule: "date.list", carriedYear: carried,
            carriedMonth: carried == nil || first.day == nil ? nil : first.month, isListed: true)
    }

    private func yearAhead(_ first: DatePart) -> Int? {
        var end = first.end
        for _ in 0..<Self.longest {
            guard let next = afterSeparators(end), let part = part(at: next),
                (part.day == nil) == (first.day == nil), part.month != nil
            else { return nil }
            if let year = part.year { return part.isYearFirst ? nil : year }
            end = part.end
        }
        return nil
    }

    /// "March 3, 10 and 17, 2025": days behind their month, and the year last.
    private func yearBehindDays(_ first: DatePart) -> Int? {
        guard var last = first.day else { return nil }
        var end = first.end
        var hasAnd = false
        for _ in 0..<Self.longest {
            guard let (next, isAnd) = nextItem(end), let (day, dayEnd) = bareItem(next), day > last else { return nil }
            hasAnd = hasAnd || isAnd
            let comma = reading.ascii(dayEnd) == UInt8(ascii: ",") ? dayEnd + 1 : dayEnd
            if hasAnd, let year = year(at: comma, wide: false), reading.sameLine(comma) { return year }
            (end, last) = (dayEnd, day)
        }
        return nil
    }

    /// Days that take month and year from the list: from a date behind them, or from the one before.
    func bareDays(_ first: DatePart, at i: Int, after previous: Result?) -> Result? {
        guard let day = first.day else { return nil }
        if let previous, let month = previous.carriedMonth, let year = previous.carriedYear,
            let last = previous.value.start?.day, day > last, afterSeparators(previous.tokens.upperBound) == i,
            endsItem(first.end)
        {
            var result = item(DatePoint(year: year, month: month, day: day), i, first, carries: true)
            // "March 3, 10 and 17, 2025": the year stands behind the last one.
            let comma = reading.ascii(first.end) == UInt8(ascii: ",") ? first.end + 1 : first.end
            if self.year(at: comma, wide: false) == year, reading.sameLine(comma) {
                result?.tokens = i..<(comma + 1)
            }
            return result
        }
        var end = first.end
        var last = day
        var hasAnd = false
        for _ in 0..<Self.longest {
            guard let (next, isAnd) = nextItem(end) else { return nil }
            hasAnd = hasAnd || isAnd
            if let part = part(at: next), part.month != nil, let other = part.day {
                // The last of a list stands behind "and"; without it "room 5, 7 May 2024" would be one.
                guard hasAnd, other > last, part.stretch == nil, let month = part.month,
                    let year = part.year ?? yearAhead(part)
                else { return nil }
                return item(DatePoint(year: year, month: month, day: day), i, first, carries: false)
            }
            guard let (next, dayEnd) = bareItem(next), next > last else { return nil }
            (end, last) = (dayEnd, next)
        }
        return nil
    }

    /// "2024. gada 5., 7. un 9. maijā": the month behind the last of the days.
    func monthBehindDays(_ end: Int, after day: Int) -> Int? {
        var end = end
        var last = day
        var hasAnd = false
        for _ in 0..<Self.longest {
            guard let (next, isAnd) = nextItem(end) else { return nil }
            hasAnd = hasAnd || isAnd
            if let part = dayFirstNamed(at: next) {
                return hasAnd && part.year == nil && (part.day ?? 0) > last ? part.month : nil
            }
            guard let (day, dayEnd) = bareItem(next), day > last else { return nil }
            (end, last) = (dayEnd, day)
        }
        return nil
    }

    private func item(_ point: DatePoint, _ i: Int, _ part: DatePart, carries: Bool) -> Result? {
        guard point.isValid, !reading.glued(i) || reading.kind(i - 1) != .number else { return nil }
        return Result(
            tokens: i..<part.end, value: DateValue(start: point), rule: "date.list",
            carriedYear: carries ? point.year : nil, carriedMonth: carries ? point.month : nil, isListed: true)
    }

    private func bareItem(_ i: Int) -> (day: Int, end: Int)? {
        guard reading.kind(i) == .number, reading.digits(i) <= 2, let (day, end) = dayOrdinal(at: i),
            (1...31).contains(day)
        else { return nil }
        return (day, end)
    }

    /// No noun follows that the number would count.
    private func endsItem(_ end: Int) -> Bool {
        reading.kind(end) != .word || !reading.sameLine(end) || reading.first(.and, at: end) != nil
            || reading.first(.dayAfter, at: end) != nil || reading.ascii(end - 1) == UInt8(ascii: ".")
            || end > 1 && reading.kind(end - 1) == .word
    }

    /// The next member of a list, and whether "and" stands before it.
    private func nextItem(_ end: Int) -> (Int, Bool)? {
        guard let next = afterSeparators(end) else { return nil }
        return (next, (end..<next).contains { reading.first(.and, at: $0) != nil })
    }

    /// The token behind a comma, "and", or both; nil where neither stands.
    func afterSeparators(_ i: Int) -> Int? {
        var j = i
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        if reading.ascii(j) == UInt8(ascii: ",") { j += 1 }
        if let and = reading.first(.and, at: j) { j = and.end }
        guard j > i, reading.range.contains(j), reading.ascii(j - 1) != UInt8(ascii: ".") else { return nil }
        return skipArticle(j)
    }
}
