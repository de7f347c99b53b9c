internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Periods: "21.06.2023 – 31.01.2027", "november 2023 – oktober 2026", "2021-2027", from–to, between–and.
extension DateReader {
    enum Opening { case none, from, between }

    private struct Connector {
        var end: Int
        /// A dash or a word that can only join; "and" and a slash are weak.
        var isStrong: Bool
        var isAnd = false
    }

    func period(from start: Int, began: Int, opening: Opening) -> Result? {
        let start = skipToDate(start)
        guard let first = part(at: start) else { return nil }
        return period(first, from: start, began: began, opening: opening)
    }

    /// - Parameter isListed: the members before stand in one list with the first end, whose "and" joins no period.
    func period(
        _ first: DatePart, from start: Int, began: Int, opening: Opening, isListed: Bool = false
    ) -> Result? {
        for connector in connectors(behind: first, opening) {
            if isListed, connector.isAnd, !connector.isStrong { continue }
            let next = skipToDate(connector.end)
            guard let second = part(at: next, role: .second(year: first.year)) else {
                // "from 1 August 2019 until today"
                if connector.isStrong, let from = first.ends?.from, let to = relative(at: next),
                    let day = to.value.start, !to.value.isPeriod, from.year <= day.year
                {
                    return Result(
                        tokens: began..<to.tokens.upperBound,
                        value: DateValue(start: from, end: day, isPeriod: true, isRelative: true),
                        rule: "date.relative")
                }
                continue
            }
            guard let ends = join(first, second, connector, opening), !isCode(start..<second.end, second) else {
                continue
            }
            if first.isBareYear, second.isBareYear, isMeasured(second.end) { return nil }
            var end = second.end
            if let post = reading.first(.toAfter, at: end), reading.sameLine(end) { end = post.end }
            return Result(
                tokens: began..<end, value: DateValue(start: ends.from, end: ends.to, isPeriod: true),
                rule: "date.period")
        }
        return nil
    }

    // MARK: Between the two ends

    /// Where the second end may begin, best first.
    private func connectors(behind first: DatePart, _ opening: Opening) -> [Connector] {
        var ends = [first.end]
        let dot = first.end
        if reading.ascii(dot) == UInt8(ascii: "."), reading.glued(dot) { ends.append(dot + 1) }
        var found: [Connector] = []
        for end in ends {
            var at = end
            if let post = reading.first(.fromAfter, at: at) { at = post.end }
            guard reading.range.contains(at) else { continue }
            if reading.isDash(at) || isArrow(at) {
                var end = at + 1
                // A dash doubled by a converter.
                if reading.isDash(end) { end += 1 }
                // "12/2021-000123" and the like are kept apart by isCode.
                found.append(Connector(end: end, isStrong: true))
                // "2019 – do 2021"
                if let to = reading.first(.toBefore, at: end) { found.append(Connector(end: to.end, isStrong: true)) }
                continue
            }
            if reading.ascii(at) == UInt8(ascii: "~"), reading.glued(at) {
                found.append(Connector(end: at + 1, isStrong: true))
            }
            for match in reading.at(at) where reading.meaning(match) == .toBefore {
                found.append(Connector(end: match.end, isStrong: true))
            }
            if let and = reading.first(.and, at: at) {
                found.append(Connector(end: and.end, isStrong: opening == .between, isAnd: true))
            }
            if reading.ascii(at) == UInt8(ascii: "/"), first.month != nil || first.day != nil || first.isBareYear {
                found.append(Connector(end: at + 1, isStrong: false))
            }
            if endsWithSuffix(before: at, .fromSuffix), reading.kind(at) == .number || reading.kind(at) == .word {
                found.append(Connector(end: at, isStrong: false))
            }
            // "vom 14.10. auf den 15.10.": no word of the packs, but nothing else fits behind "from".
            if opening == .from, found.isEmpty, reading.kind(at) == .word, letters(at) <= 4, first.year == nil,
                first.day != nil, first.month != nil
            {
                found.append(Connector(end: at + 1, isStrong: true))
            }
        }
        return found
    }

    /// "01/04/2023 → 30/09/2026"
    private func isArrow(_ i: Int) -> Bool {
        guard reading.kind(i) == .symbol else { return false }
        let t = reading.tokens[i]
        let bytes = reading.tokens.text[Int(t.start)..<Int(t.end)]
        return bytes.elementsEqual([0xE2, 0x86, 0x92]) || bytes.elementsEqual([0xE2, 0x87, 0x92])
    }

    /// Skips what stands between a period word and the date: an article, a year word, a time of day.
    func skipToDate(_ i: Int) -> Int {
        var i = skipTime(i)
        if let word = reading.first(.yearBefore, at: i), reading.kind(word.end) == .number { i = word.end }
        return skipArticle(i)
    }

    /// "14:00 horas del": a time of day before the date it belongs to.
    private func skipTime(_ i: Int) -> Int {
        let hour = reading.kind(i) == .word && letters(i) <= 3 ? i + 1 : i
        guard reading.digits(hour) <= 2, reading.digits(hour) > 0, reading.digits(hour + 2) == 2,
            reading.ascii(hour + 1) == UInt8(ascii: ":"), reading.glued(hour + 1)
        else { return i }
        var j = hour + 3
        var words = 0
        while reading.kind(j) == .word, words < 3, reading.first(.month, at: j) == nil {
            j += 1
            words += 1
        }
        return reading.kind(j) == .number ? j : i
    }

    /// Whether the word before token `i` ends with one of the language's "from" or "to" endings.
    private func endsWithSuffix(before i: Int, _ meaning: Meaning) -> Bool {
        for k in stride(from: i - 1, through: max(reading.range.lowerBound, i - 3), by: -1)
        where reading.kind(k) == .word {
            let word = reading.tokens.folded(k)
            for suffix in reading.language.suffixes(meaning)
            where word.count >= suffix.count && word.suffix(suffix.count).elementsEqual(suffix) {
                return true
            }
        }
        return false
    }

    func endsWithFrom(_ end: Int) -> Bool { endsWithSuffix(before: end, .fromSuffix) }

    // MARK: Joining

    private func join(
        _ first: DatePart, _ second: DatePart, _ connector: Connector, _ opening: Opening
    ) -> (from: DatePoint, to: DatePoint)? {
        var a = first
        var b = second
        if !connector.isStrong, !connector.isAnd, reading.ascii(connector.end - 1) != UInt8(ascii: "/"),
            !endsWithSuffix(before: b.end, .toSuffix), reading.first(.toAfter, at: b.end) == nil
        {
            return nil
        }
        let takesAnd = connector.isAnd && !connector.isStrong
        let isBetween = takesAnd && reading.first(.toAfter, at: b.end) != nil
        if let x = a.monthOfPair, let y = b.monthOfPair, a.year == nil, b.year == nil {
            return ordered(DatePoint(year: x.year, month: x.month), DatePoint(year: y.year, month: y.month))
        }
        if a.stretch != nil || b.stretch != nil {
            a.year = a.year ?? b.year
            guard let from = a.ends?.from, let to = b.ends?.to, connector.isStrong else { return nil }
            return ordered(from, to)
        }
        // "04–09/2020": the first number is a month where the second end has no day.
        if a.isBareDay, b.day == nil, b.month != nil {
            guard b.sign != 0, let day = a.day, day <= 12, connector.isStrong else { return nil }
            a.month = day
            a.day = nil
        }
        guard shareParts(&a, &b) else { return nil }
        if first.isYearFirst, first.sign == UInt8(ascii: "."), second.year == nil, second.sign == first.sign,
            let day = b.day, let month = b.month, day <= 12
        {
            // Behind year, month and day the other end has the same order.
            (b.day, b.month) = (month, day)
        }
        if a.isOrderOpen, b.isOrderOpen, reading.language.tag == "en", a.day == b.day, let day = a.day,
            let other = b.month, let month = a.month
        {
            // "10/1/2018-10/7/2018": one month, not the same day of two.
            (a.day, a.month, b.day, b.month) = (month, day, other, day)
        }
        guard let from = a.ends?.from, let to = b.ends?.to else { return nil }
        if takesAnd, !isBetween { return follows(from, to) ? ordered(from, to) : nil }
        if !connector.isStrong, !isBetween, reading.ascii(connector.end - 1) == UInt8(ascii: "/") {
            // "2014/2020" is a period, "2021/2027" too; "14./15.10.2018" are two days in a row.
            guard follows(from, to) || (a.isBareYear && b.isBareYear && to.year - from.year <= 10) || second.sign != 0
            else { return nil }
        }
        if from.precision == .year || to.precision == .year, from.precision != to.precision, opening == .none,
            reading.isDash(connector.end - 1), from.precision == .day
        {
            return nil
        }
        return ordered(from, to)
    }

    /// Fills what one end lacks from the other.
    private func shareParts(_ a: inout DatePart, _ b: inout DatePart) -> Bool {
        if a.year == nil {
            guard let year = b.year else { return false }
            a.year = year
            if a.month == nil, a.day != nil {
                a.month = b.month
                guard b.day != nil else { return false }
            }
            // "November – February 2024" begins the year before.
            if let m = a.month, let n = b.month, m > n { a.year = year - 1 }
            return true
        }
        if a.month == nil, a.day != nil { a.month = b.month }
        if b.year == nil {
            b.year = a.year
            if b.month == nil, b.day != nil {
                // "2024-05-03 – 17", but not "2024-05-03 – 17 people".
                guard a.day != nil, a.isYearFirst, a.sign == 0 || reading.kind(b.end) != .word else { return false }
                b.month = a.month
            }
        }
        return true
    }

    /// Two days, months or years in a row: "12 and 13 February" is one stretch of time, "5 and 20 May" is not.
    private func follows(_ from: DatePoint, _ to: DatePoint) -> Bool {
        guard from.precision == to.precision else { return false }
        if from.day != nil { return CalendarMath.days(of: to) - CalendarMath.days(of: from) == 1 }
        if let a = from.month, let b = to.month { return to.year * 12 + b - from.year * 12 - a == 1 }
        return to.year - from.year == 1
    }

    private func ordered(_ from: DatePoint, _ to: DatePoint) -> (from: DatePoint, to: DatePoint)? {
        guard from.isValid, to.isValid, from.year <= to.year, to.year - from.year <= 150 else { return nil }
        return CalendarMath.days(of: DatePoint(year: from.year, month: from.month ?? 1, day: from.day ?? 1))
            <= CalendarMath.days(of: CalendarMath.last(of: to)) ? (from, to) : nil
    }
}
