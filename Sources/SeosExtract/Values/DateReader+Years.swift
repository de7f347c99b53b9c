internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Dates that begin with a year: "2018. gada 11. decembrī", "2012 m. gegužė", "2023/24", "2019-aug-1", and years alone.
extension DateReader {
    /// A year of four digits: near our time, or any since 1000 where something else says it is a date.
    func year(at i: Int, wide: Bool) -> Int? {
        guard reading.digits(i) == 4, let n = reading.integer(i) else { return nil }
        return (wide ? 1000...2999 : 1900...2099).contains(n) ? n : nil
    }

    /// The end of a date whose last token is at `end - 1`: takes a year word ("r.", "gada", "aastal") and a stray dot.
    func closing(_ end: Int) -> Int {
        var end = end
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) {
            if let match = reading.first(.yearAfter, at: end + 1), reading.sameLine(end + 1) { return match.end }
            // A dot between a date and a dash belongs to the date ("2017. – 2019.").
            if reading.isDash(end + 1) { end += 1 }
            return end
        }
        if let match = reading.first(.yearAfter, at: end), reading.sameLine(end) { return match.end }
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1), reading.kind(end + 1) == .word,
            let match = reading.first(.yearAfter, at: end + 1) ?? reading.first(.fromSuffix, at: end + 1)
        {
            return match.end
        }
        return end
    }

    func yearFirst(at i: Int, role: Role) -> DatePart? {
        guard let year = year(at: i, wide: true) else { return shortYear(at: i, role: role) }
        if let academic = academic(year, at: i) { return academic }
        if let decade = decade(year, at: i) { return decade }
        var j = i + 1
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) {
            // "2021-2027.6.02": a project number.
            if reading.kind(j + 1) == .number, reading.glued(j + 1) { return nil }
            j += 1
        }
        let word = reading.first(.yearAfter, at: j)
        if let word, reading.sameLine(j) { j = word.end }
        if let part = monthAfterYear(year, j, hasWord: j > i + 1) { return part }
        if let part = stretchAfterYear(year, j) { return part }
        return DatePart(end: closing(i + 1), year: year)
    }

    /// What follows a year that stands first: month, month and day, day and month.
    private func monthAfterYear(_ year: Int, _ i: Int, hasWord: Bool) -> DatePart? {
        var j = i
        let isJoined = !hasWord && reading.glued(j) && reading.glued(j + 1) && isJoint(j)
        if isJoined { j += 1 }
        if reading.ascii(j) == UInt8(ascii: ","), reading.first(.month, at: j + 1) != nil { j += 1 }
        guard reading.sameLine(j) else { return nil }
        if let (month, end) = monthName(at: j, roman: false) {
            var d = end
            if isJoined, reading.glued(d), reading.glued(d + 1), isJoint(d) { d += 1 }
            if let day = reading.integer(d), (1...31).contains(day), reading.digits(d) <= 2, reading.sameLine(d),
                isJoined || reading.kind(d + 1) != .number
            {
                return valid(DatePart(end: dayEnd(d), day: day, month: month, year: year, isYearFirst: true))
            }
            return DatePart(end: end, month: month, year: year, isYearFirst: true)
        }
        guard hasWord || isJoined, let day = reading.integer(j), (1...31).contains(day), reading.digits(j) <= 2 else {
            return nil
        }
        let (_, afterDay) = dayOrdinal(at: j) ?? (0, j + 1)
        var m = afterDay
        if isJoined, reading.glued(m), reading.glued(m + 1), isJoint(m) { m += 1 }
        if let (month, end) = monthName(at: skipOf(m), roman: false), reading.sameLine(m) {
            return valid(DatePart(end: end, day: day, month: month, year: year, isYearFirst: true))
        }
        // "2024. gada 13.–15. maijā": the month stands behind the other end.
        if hasWord, reading.isDash(afterDay) || reading.first(.toBefore, at: afterDay) != nil {
            return DatePart(end: afterDay, day: day, year: year, isWeak: true, isYearFirst: true)
        }
        if hasWord, let month = monthBehindDays(afterDay, after: day) {
            return valid(DatePart(end: afterDay, day: day, month: month, year: year, isYearFirst: true))
        }
        return nil
    }

    /// "2023/24", "2022./2023.", "2023./2024. mācību gadā".
    private func academic(_ year: Int, at i: Int) -> DatePart? {
        var j = i + 1
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        guard reading.ascii(j) == UInt8(ascii: "/"), reading.glued(j), reading.glued(j + 1),
            let b = reading.integer(j + 1),
            year >= 1500
        else { return nil }
        let digits = reading.digits(j + 1)
        guard digits == 2 ? (year + 1) % 100 == b : digits == 4 && b == year + 1 else { return nil }
        if reading.isDash(j + 2) || reading.ascii(j + 2) == UInt8(ascii: "/"), reading.glued(j + 2),
            reading.kind(j + 3) == .number, reading.digits(j + 3) != 4
        {
            return nil
        }
        return DatePart(end: closing(j + 2), year: year, stretch: .academic)
    }

    /// "1990s", "1990er", "1990-talet".
    private func decade(_ year: Int, at i: Int) -> DatePart? {
        guard year % 10 == 0 else { return nil }
        var j = i + 1
        if reading.isDash(j), reading.glued(j) { j += 1 }
        guard reading.glued(j), let match = reading.first(.decade, at: j) else { return nil }
        return DatePart(end: match.end, year: year, stretch: .decade)
    }

    /// The second end of "2021–27" and "2014-'20".
    private func shortYear(at i: Int, role: Role) -> DatePart? {
        guard case .second(let first) = role, let first, first >= 1000 else { return nil }
        var j = i
        if reading.ascii(j) == UInt8(ascii: "'") { j += 1 }
        let digits = reading.digits(j)
        guard digits == 2, let n = reading.integer(j), reading.glued(j), reading.glued(i), reading.digits(i - 2) == 4
        else { return nil }
        let year = first - first % 100 + n
        guard year > first, year - first <= 15 else { return nil }
        return DatePart(end: closing(j + 1), year: year)
    }

    /// A bare day, good only as one end of a period.
    func bareDay(at i: Int, role: Role) -> DatePart? {
        guard let (day, end) = dayOrdinal(at: i), (1...31).contains(day) else { return nil }
        return DatePart(end: end, day: day, isWeak: true)
    }

    /// The end of a day that stands last ("2018. december 1-jén", "balandžio 15 d.").
    func dayEnd(_ i: Int) -> Int {
        var end = i + 1
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
        if reading.isDash(end), reading.glued(end), reading.kind(end + 1) == .word, reading.glued(end + 1) { end += 2 }
        if let word = reading.first(.dayAfter, at: end), reading.sameLine(end) { end = word.end }
        return end
    }
}
