internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "yesterday", "last Friday", "in 3 weeks", "kolm kuud tagasi": counted from the reference date, and marked relative.
/// Nothing without a reference.
extension DateReader {
    /// Which of the like ones beside the reference.
    private enum Side: String { case last, this, next }

    /// - Parameter previous: the date before, from which "three weeks later" counts.
    func relative(at i: Int, after previous: Result? = nil) -> Result? {
        guard let reference else { return nil }
        if let match = reading.first(.relative, at: i) {
            return fixed(match, reference)
        }
        guard let found = nearby(at: i, reference) ?? counted(at: i, reference, previous), !isDated(i, found.end) else {
            return nil
        }
        var value = found.value
        value.isRelative = true
        return Result(tokens: i..<found.end, value: value, rule: "date.relative")
    }

    /// What follows makes a whole date of it: "next Monday, 5 May 2024", "this March 2023", "last Sunday of March 2014".
    private func isDated(_ i: Int, _ end: Int) -> Bool {
        let next = reading.ascii(end) == UInt8(ascii: ",") ? end + 1 : end
        let number = skipArticle(next)
        // "next Monday, 3 weeks after …": a count is no day.
        if reading.sameLine(next), reading.kind(number) == .number, let part = part(at: number),
            part.month != nil || part.year != nil
        {
            return true
        }
        guard let part = part(at: i) else { return false }
        return part.year != nil && part.end > end
    }

    // MARK: Fixed words

    /// "yesterday", "last week", "mullu"; a weekday beside a week is a day of it ("fredag förra veckan").
    private func fixed(_ match: Lexicon.Match, _ reference: DatePoint) -> Result? {
        let key = reading.entry(match).key
        guard let colon = key.firstIndex(of: ":"), let n = Int(key[key.index(after: colon)...]),
            let unit = Unit(rawValue: String(key[..<colon]))
        else { return nil }
        var end = match.end
        var value = unit.value(n, from: reference)
        if unit == .week, let (weekday, next) = weekday(at: end) {
            value = DateValue(start: Self.day(weekday, inWeek: n, of: reference))
            end = next
        }
        value.isRelative = true
        return Result(tokens: match.start..<end, value: value, rule: "date.relative")
    }

    /// A stretch of the calendar, or so many of them.
    private enum Unit: String {
        case day, week, month, year
        case days, weeks, months, years

        /// The day, week, month or year that is `n` away; for counts a day, which for years is a month.
        func value(_ n: Int, from reference: DatePoint) -> DateValue {
            let today = CalendarMath.days(of: reference)
            switch self {
            case .day, .days: return DateValue(start: CalendarMath.point(of: today + n))
            case .weeks: return DateValue(start: CalendarMath.point(of: today + 7 * n))
            case .months: return DateValue(start: CalendarMath.adding(months: n, to: reference))
            case .week:
                let monday = today - CalendarMath.weekday(of: today) + 1 + 7 * n
                return DateValue(
                    start: CalendarMath.point(of: monday), end: CalendarMath.point(of: monday + 6), isPeriod: true)
            case .month:
                var point = CalendarMath.adding(months: n, to: reference)
                point.day = nil
                return DateValue(start: point)
            case .years: return DateValue(start: DatePoint(year: reference.year + n, month: reference.month))
            case .year: return DateValue(start: DatePoint(year: reference.year + n))
            }
        }
    }

    private static func day(_ weekday: Int, inWeek n: Int, of reference: DatePoint) -> DatePoint {
        let today = CalendarMath.days(of: reference)
        return CalendarMath.point(of: today - CalendarMath.weekday(of: today) + weekday + 7 * n)
    }

    // MARK: The one before, this one, the one behind

    /// "last Friday", "le mois dernier", "kommenden Herbst", "Friday last week".
    private func nearby(at i: Int, _ reference: DatePoint) -> (value: DateValue, end: Int)? {
        for match in reading.at(i) where match.meaning == .nearby {
            guard let side = Side(rawValue: reading.entry(match).key), reading.sameLine(match.end) else { continue }
            if let noun = noun(at: match.end, side, reference) { return noun }
        }
        guard let end = nounEnd(at: i), reading.sameLine(end) else { return nil }
        if let week = reading.first(.relative, at: end), let (weekday, _) = weekday(at: i) {
            let key = reading.entry(week).key
            guard key.hasPrefix("week:"), let n = Int(key.dropFirst(5)) else { return nil }
            return (DateValue(start: Self.day(weekday, inWeek: n, of: reference)), week.end)
        }
        for match in reading.at(end) where match.meaning == .nearby {
            guard let side = Side(rawValue: reading.entry(match).key), let noun = noun(at: i, side, reference) else {
                continue
            }
            return (noun.value, match.end)
        }
        return nil
    }

    /// Monday is 1.
    private func weekday(at i: Int) -> (day: Int, end: Int)? {
        // Short forms ("Do", "mar") are words of their own.
        for match in reading.at(i) where match.meaning == .weekday {
            let entry = reading.entry(match)
            guard let n = Int(entry.key),
                entry.form.utf8.count >= 4 && entry.form.utf8.last != UInt8(ascii: ".") || match.length > 1
            else { continue }
            return (n == 1 ? 7 : n - 1, match.end)
        }
        return nil
    }

    private func nounEnd(at i: Int) -> Int? {
        if let (_, end) = weekday(at: i) { return end }
        for match in reading.at(i) {
            switch match.meaning {
            case .unit, .quarter, .season, .month: return match.end
            default: continue
            }
        }
        return nil
    }

    private func noun(at i: Int, _ side: Side, _ reference: DatePoint) -> (value: DateValue, end: Int)? {
        let step = side == .last ? -1 : side == .next ? 1 : 0
        if let (weekday, end) = weekday(at: i) {
            return (DateValue(start: Self.beside(reference, weekday, side)), end)
        }
        for match in reading.at(i) {
            let key = reading.entry(match).key
            switch match.meaning {
            case .unit:
                guard let unit = Unit(rawValue: key), unit != .day else { continue }
                return (unit.value(step, from: reference), match.end)
            case .quarter where key == "0":
                let n = (reference.month.map { ($0 - 1) / 3 } ?? 0) + step + reference.year * 4
                let first = DatePoint(year: n / 4, month: n % 4 * 3 + 1)
                return (
                    DateValue(start: first, end: CalendarMath.adding(months: 2, to: first), isPeriod: true), match.end
                )
            case .season where isSpelledOut(match):
                let year = Self.year(of: key, side, reference)
                let days = DatePart.Stretch.season(key).days(of: year)
                return (DateValue(start: days.from, end: days.to, isPeriod: true), match.end)
            case .month where isSpelledOut(match):
                let form = reading.entry(match).form
                // "this may": a name with a capital stands with one.
                guard let month = Int(key), form.utf8.count >= 3, form.utf8.last != UInt8(ascii: "."),
                    reading.tokens[i].isCapitalized || form.first?.isLowercase == true
                else { continue }
                var year = reference.year
                if side == .last, month >= reference.month ?? 1 { year -= 1 }
                if side == .next, month <= reference.month ?? 12 { year += 1 }
                return (DateValue(start: DatePoint(year: year, month: month)), match.end)
            default: continue
            }
        }
        return nil
    }

    /// The last such weekday before the reference, the first behind it, or that of its week.
    private static func beside(_ reference: DatePoint, _ weekday: Int, _ side: Side) -> DatePoint {
        let today = CalendarMath.days(of: reference)
        let now = CalendarMath.weekday(of: today)
        switch side {
        case .this: return CalendarMath.point(of: today - now + weekday)
        case .last: return CalendarMath.point(of: today - (now > weekday ? now - weekday : now - weekday + 7))
        case .next: return CalendarMath.point(of: today + (weekday > now ? weekday - now : weekday - now + 7))
        }
    }

    /// The year of the season that is over, runs or comes next. A winter bears the year it begins in.
    private static func year(of season: String, _ side: Side, _ reference: DatePoint) -> Int {
        let today = CalendarMath.days(of: reference)
        let days = DatePart.Stretch.season(season).days(of: reference.year)
        switch side {
        case .this: return reference.year
        case .last:
            return CalendarMath.days(of: CalendarMath.last(of: days.to)) < today ? reference.year : reference.year - 1
        case .next: return CalendarMath.days(of: days.from) > today ? reference.year : reference.year + 1
        }
    }

    // MARK: Counts

    /// "in 3 weeks", "vor zwei Jahren", "3 nädala pärast", "kaksi vuotta sitten".
    private func counted(
        at i: Int, _ reference: DatePoint, _ previous: Result?
    ) -> (value: DateValue, end: Int)? {
        for match in reading.at(i) where match.meaning == .ago || match.meaning == .ahead {
            guard reading.entry(match).key == "before", reading.sameLine(match.end),
                let (n, unit, end) = count(at: match.end)
            else { continue }
            return value(match.meaning == .ago ? -n : n, unit, reference).map { ($0, end) }
        }
        guard reading.kind(i) == .number || reading.first(.numberWord, at: i) != nil,
            let (n, unit, end) = count(at: i)
        else { return nil }
        for match in reading.at(end) where match.meaning == .ago || match.meaning == .ahead {
            let key = reading.entry(match).key
            guard key != "before", reading.sameLine(end) else { continue }
            if key == "later", let start = previous?.value.start, start.day != nil {
                return value(n, unit, start).map { ($0, match.end) }
            }
            return value(match.meaning == .ago ? -n : n, unit, reference).map { ($0, match.end) }
        }
        return nil
    }

    private func count(at i: Int) -> (n: Int, unit: Unit, end: Int)? {
        var j = i
        let n: Int
        if let digits = reading.integer(i) {
            guard reading.digits(i) <= 3, !reading.glued(i) || reading.kind(i - 1) != .number else { return nil }
            n = digits
            j += 1
        } else if let number = NumberWordReader(reading: reading).read(at: i), number.value.isInteger,
            let value = number.value.coefficient(atScale: 0), value < 1000
        {
            n = Int(value)
            j = number.tokens.upperBound
        } else {
            return nil
        }
        guard reading.sameLine(j), n > 0, let match = reading.first(.unit, at: j),
            let unit = Unit(rawValue: reading.entry(match).key + "s")
        else { return nil }
        return (n, unit, match.end)
    }

    private func value(_ n: Int, _ unit: Unit, _ reference: DatePoint) -> DateValue? {
        let value = unit.value(n, from: reference)
        return (value.start?.year ?? 0) > 1000 ? value : nil
    }
}
