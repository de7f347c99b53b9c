internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads dates and periods: numeric in every order, month names in every case, Roman months, quarters, from–to.
///
/// A period is one value. An end that lacks month or year takes them from the other end ("1.–5. mai 2024").
struct DateReader {
    struct Result {
        var tokens: Range<Int>
        var value: DateValue
        var rule: String
    }

    /// What stands at one place: some of day, month, year.
    private struct Partial {
        var day: Int?
        var month: Int?
        var year: Int?
        var end: Int
        /// Days a quarter, half-year or season ends at, when it is a stretch by itself.
        var stretch: (from: DatePoint, to: DatePoint)?
        /// A bare number that may be a day, a month/year pair of two digits, and the like: good only inside a period.
        var isWeak = false
        var isAcademicYear = false

        var point: DatePoint? { year.map { DatePoint(year: $0, month: month, day: day) } }
        var isComplete: Bool { point?.isValid ?? false }
    }

    let reading: Reading
    /// Day before month in all-numeric dates, unless a page shows otherwise.
    var dayFirst = true

    func read(at i: Int) -> Result? {
        var start = i
        var opensWithFrom = false
        var opensWithBetween = false
        if let match = reading.first(.between, at: i) {
            start = match.end
            opensWithBetween = true
        } else if let match = reading.first(.fromBefore, at: i) {
            start = match.end
            opensWithFrom = true
        }
        if start > i {
            start = skipArticle(start)
            if let result = period(from: start, began: i, between: opensWithBetween, hasFrom: opensWithFrom) {
                return result
            }
            return nil
        }
        if let result = period(from: i, began: i, between: false, hasFrom: false) { return result }
        guard let one = partial(at: i), !one.isWeak else { return nil }
        if let stretch = one.stretch {
            return Result(
                tokens: i..<one.end, value: DateValue(start: stretch.from, end: stretch.to, isPeriod: true),
                rule: one.isAcademicYear ? "date.academic-year" : "date.stretch")
        }
        guard let point = one.point, point.isValid else { return nil }
        return Result(tokens: i..<one.end, value: DateValue(start: point), rule: "date.\(point.precision.rawValue)")
    }

    // MARK: Periods

    private func period(from start: Int, began: Int, between: Bool, hasFrom: Bool) -> Result? {
        guard let first = partial(at: start, allowBareDay: true), first.stretch == nil || first.year != nil else {
            return nil
        }
        var next = first.end
        if let post = reading.first(.fromAfter, at: next) { next = post.end }
        guard let connector = connector(at: next, between: between, first: first) else { return nil }
        next = skipArticle(connector.end)
        guard let second = partial(at: next, allowBareDay: false, afterConnector: true) else { return nil }
        var a = first
        var b = second
        if b.isWeak && !(a.isWeak && a.month != nil && b.month != nil)
            && !(a.year != nil && a.month == nil && b.year != nil)
        {
            return nil
        }
        if a.stretch != nil || b.stretch != nil {
            guard let from = a.stretch?.from ?? a.point, let to = b.stretch?.to ?? b.point, connector.isStrong else {
                return nil
            }
            return finish(began..<b.end, from, to)
        }
        if a.year == nil {
            a.year = b.year
            if a.month == nil, a.day != nil { a.month = b.month }
        } else if b.year == nil {
            guard b.month != nil else { return nil }
            b.year = a.year
        }
        // "2021-27" was read as a year and a weak two-digit year.
        guard let from = a.point, let to = b.point, from.isValid, to.isValid else { return nil }
        if first.day != nil, first.month == nil, first.year == nil, second.day == nil { return nil }
        if !connector.isStrong, from.precision == .year || to.precision == .year, !(from.precision == to.precision) {
            return nil
        }
        var end = second.end
        if let post = reading.first(.toAfter, at: end) { end = post.end }
        return finish(began..<end, from, to)
    }

    private func finish(_ tokens: Range<Int>, _ from: DatePoint, _ to: DatePoint) -> Result? {
        guard from.firstDay <= to.lastDay, to.year - from.year <= 60 else { return nil }
        return Result(tokens: tokens, value: DateValue(start: from, end: to, isPeriod: true), rule: "date.period")
    }

    private func connector(at i: Int, between: Bool, first: Partial) -> (end: Int, isStrong: Bool)? {
        if reading.isDash(i) {
            var end = i + 1
            // "2021 - - 2027" and "–" doubled by a converter.
            if reading.isDash(end) { end += 1 }
            return (end, true)
        }
        if let match = reading.first(.toBefore, at: i) { return (match.end, true) }
        if between, let match = reading.first(.and, at: i) { return (match.end, true) }
        // The case ending says "from": septembrist 2017 … augustini 2020 needs no word between the two.
        if let match = reading.first(.and, at: i), first.year == nil, first.month == nil || first.day != nil {
            return (match.end, false)
        }
        if reading.ascii(i) == UInt8(ascii: "/"), first.month != nil { return (i + 1, true) }
        if let second = reading.language.endings.isEmpty ? nil : partial(at: i, allowBareDay: false),
            endsWithSuffix(before: i, .fromSuffix), endsWithSuffix(before: second.end, .toSuffix)
        {
            return (i, true)
        }
        return nil
    }

    /// Whether the word before token `i` ends with one of the language's "from" or "to" endings.
    private func endsWithSuffix(before i: Int, _ meaning: Meaning) -> Bool {
        for k in stride(from: i - 1, through: max(reading.range.lowerBound, i - 3), by: -1)
        where reading.kind(k) == .word {
            let word = reading.tokens.folded(k)
            for suffix in reading.language.suffixes(meaning) where word.count > suffix.count {
                if word.suffix(suffix.count).elementsEqual(suffix) { return true }
            }
        }
        return false
    }

    private func skipArticle(_ i: Int) -> Int {
        if let match = reading.first(.of, at: i) { return match.end }
        return i
    }

    // MARK: Single dates

    private func partial(at i: Int, allowBareDay: Bool = false, afterConnector: Bool = false) -> Partial? {
        var i = i
        if let weekday = reading.first(.weekday, at: i) {
            var next = weekday.end
            while reading.ascii(next) == UInt8(ascii: ",") || reading.ascii(next) == UInt8(ascii: ".") { next += 1 }
            if reading.kind(next) == .number { i = next }
        }
        if reading.kind(i) == .number {
            if reading.glued(i), reading.kind(i - 1) == .word { return nil }
            return numeric(at: i, afterConnector: afterConnector) ?? named(at: i)
                ?? yearFirst(at: i, afterConnector: afterConnector) ?? (allowBareDay ? bareDay(at: i) : nil)
        }
        return monthFirst(at: i) ?? stretchFirst(at: i)
    }

    private func isYear(_ n: Int) -> Bool { (1900...2099).contains(n) }

    private func year(at i: Int) -> Int? {
        guard reading.digits(i) == 4, let n = reading.integer(i), isYear(n) else { return nil }
        return n
    }

    /// The end of a date whose last token is at `end - 1`: takes a year word ("r.", "gada", "aastal") and a stray dot.
    private func closing(_ end: Int) -> Int {
        var end = end
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) {
            if let match = reading.first(.yearAfter, at: end + 1), reading.sameLine(end + 1) { return match.end }
            let next = end + 1
            // A dot between a date and a dash belongs to the date ("2017. – 2019.").
            if reading.isDash(next) { end = next }
            return end
        }
        if let match = reading.first(.yearAfter, at: end), reading.sameLine(end) { return match.end }
        return end
    }

    /// 21.06.2023, 21/06/2023, 2023-06-21, 06/2023, 21.06. (without year).
    private func numeric(at i: Int, afterConnector: Bool) -> Partial? {
        if i > reading.range.lowerBound, reading.glued(i) {
            let before = reading.ascii(i - 1)
            if (before == UInt8(ascii: ".") || before == UInt8(ascii: "/") || before == UInt8(ascii: ",")),
                reading.glued(i - 1),
                reading.kind(i - 2) == .number
            {
                return nil
            }
        }
        guard dateMark(i + 1, after: i) != nil else { return nil }
        let sep = reading.ascii(i + 1)
        let second = i + 2
        guard let a = reading.integer(i), let b = reading.integer(second) else { return nil }
        if dateMark(second + 1, after: second) != nil, reading.ascii(second + 1) == sep,
            reading.kind(second + 2) == .number,
            let c = reading.integer(second + 2)
        {
            let third = second + 2
            // A fourth part makes it a version, an address or a project number.
            if let more = dateMark(third + 1, after: third), more, reading.kind(third + 2) == .number,
                reading.glued(third + 2),
                reading.ascii(third + 1) == sep, sep != UInt8(ascii: "-")
            {
                return nil
            }
            if reading.digits(i) == 4, isYear(a), reading.digits(second) <= 2, reading.digits(third) <= 2 {
                return checked(Partial(day: c, month: b, year: a, end: closing(third + 1)))
            }
            guard reading.digits(i) <= 2, reading.digits(second) <= 2 else { return nil }
            if reading.digits(third) == 4, isYear(c) {
                return checked(dayMonth(a, b, c, end: closing(third + 1), sep: sep))
            }
            if reading.digits(third) == 2, reading.digits(i) == 2, reading.digits(second) == 2, sep != UInt8(ascii: "-")
            {
                return checked(dayMonth(a, b, c < 70 ? 2000 + c : 1900 + c, end: closing(third + 1), sep: sep))
            }
            return nil
        }
        // month/year
        if reading.digits(second) == 4, isYear(b), (1...12).contains(a), reading.digits(i) <= 2,
            sep != UInt8(ascii: "-"),
            reading.glued(second)
        {
            return Partial(month: a, year: b, end: closing(second + 1))
        }
        // 21.06. before a dash or "kuni": the year stands at the other end.
        if sep == UInt8(ascii: "."), (1...31).contains(a), (1...12).contains(b), reading.digits(i) <= 2,
            reading.digits(second) <= 2
        {
            var end = second + 1
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
            var p = Partial(day: a, month: b, end: end)
            p.isWeak = true
            return p
        }
        if sep == UInt8(ascii: "/"), reading.digits(i) == 2, reading.digits(second) == 2, (1...12).contains(a) {
            var p = Partial(month: a, year: 2000 + b, end: second + 1)
            p.isWeak = true
            return p
        }
        return nil
    }

    private func dayMonth(_ a: Int, _ b: Int, _ year: Int, end: Int, sep: UInt8) -> Partial {
        if b > 12, a <= 12 { return Partial(day: b, month: a, year: year, end: end) }
        if !dayFirst, sep == UInt8(ascii: "/"), a <= 12 { return Partial(day: b, month: a, year: year, end: end) }
        return Partial(day: a, month: b, year: year, end: end)
    }

    private func checked(_ p: Partial) -> Partial? { p.isComplete ? p : nil }

    /// A dot, slash or dash between two numbers; a space may follow a dot ("21. 06. 2023").
    private func dateMark(_ i: Int, after number: Int) -> Bool? {
        let c = reading.ascii(i)
        guard reading.glued(i), reading.kind(i + 1) == .number else { return nil }
        if c == UInt8(ascii: ".") {
            return reading.glued(i + 1) || (reading.singleSpaceBefore(i + 1) && reading.digits(number) <= 2)
                ? true : nil
        }
        if c == UInt8(ascii: "/") { return reading.glued(i + 1) ? true : nil }
        // A dash joins only ISO dates and 21-06-2023; with a dash of typography it is a range.
        if c == UInt8(ascii: "-"), reading.glued(i + 1), reading.tokens[i].end - reading.tokens[i].start == 1 {
            return reading.digits(number) == 4 && reading.digits(i + 1) == 2 || reading.digits(number) == 2 ? true : nil
        }
        return nil
    }

    /// "1. april 2024", "1 de enero de 2023", "14 March", "17 IX 2018", "1er mars 2021".
    private func named(at i: Int) -> Partial? {
        guard let day = reading.integer(i), (1...31).contains(day), reading.digits(i) <= 2 else { return nil }
        var j = i + 1
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        if reading.glued(j), reading.kind(j) == .word, reading.tokens.folded(j).count <= 3,
            reading.first(.month, at: j) == nil
        {
            j += 1
        }
        if reading.isDash(j), reading.glued(j), reading.glued(j + 1), reading.kind(j + 1) == .word { j += 1 }
        while let of = reading.first(.of, at: j) { j = of.end }
        guard let (month, end) = monthName(at: j, roman: true) else { return nil }
        var p = Partial(day: day, month: month, end: end)
        if let (year, close) = yearAfterMonth(end) {
            p.year = year
            p.end = close
            return checked(p)
        }
        p.isWeak = true
        return p
    }

    /// A year behind a month, with "de", a comma or a year word between.
    private func yearAfterMonth(_ i: Int) -> (Int, Int)? {
        var j = i
        if reading.ascii(j) == UInt8(ascii: ","), reading.kind(j + 1) == .number { j += 1 }
        while let of = reading.first(.of, at: j) { j = of.end }
        if let word = reading.first(.yearBefore, at: j) { j = word.end }
        guard let year = year(at: j), reading.sameLine(j) else { return nil }
        return (year, closing(j + 1))
    }

    /// "november 2023", "March 5, 2018", "Nov '23".
    private func monthFirst(at i: Int) -> Partial? {
        guard let (month, end) = monthName(at: i, roman: false) else { return nil }
        if let (year, close) = yearAfterMonth(end) { return Partial(month: month, year: year, end: close) }
        if let day = reading.integer(end), (1...31).contains(day), reading.digits(end) <= 2, reading.sameLine(end) {
            var j = end + 1
            if reading.glued(j), reading.kind(j) == .word, reading.tokens.folded(j).count == 2 { j += 1 }
            if reading.ascii(j) == UInt8(ascii: ".") { j += 1 }
            if reading.ascii(j) == UInt8(ascii: ",") { j += 1 }
            if let year = year(at: j) {
                return checked(Partial(day: day, month: month, year: year, end: closing(j + 1)))
            }
        }
        var p = Partial(month: month, end: end)
        p.isWeak = true
        return p
    }

    /// "2018. gada 11. decembrī", "2012 m. gegužė", "2023. aasta mais", "2018. december 1-jén", "2021–2027" ends, "2023/24".
    private func yearFirst(at i: Int, afterConnector: Bool) -> Partial? {
        guard let year = year(at: i) else {
            // The second end of "2021–27".
            if afterConnector, reading.digits(i) == 2, let n = reading.integer(i), i >= 2,
                let first = self.year(at: i - 2), 2000 + n > first,
                reading.glued(i), 2000 + n < 2100
            {
                var p = Partial(year: 2000 + n, end: i + 1)
                p.isWeak = true
                return p
            }
            return nil
        }
        if reading.glued(i), i > reading.range.lowerBound {
            let before = reading.ascii(i - 1)
            if before == UInt8(ascii: "/") || before == UInt8(ascii: ".") || before == UInt8(ascii: ",")
                || before == UInt8(ascii: "'"), reading.kind(i - 2) == .number, reading.glued(i - 1)
            {
                return nil
            }
        }
        if reading.ascii(i + 1) == UInt8(ascii: "/"), reading.glued(i + 1), reading.glued(i + 2),
            let b = reading.integer(i + 2)
        {
            let isNext =
                reading.digits(i + 2) == 2 ? (year + 1) % 100 == b : reading.digits(i + 2) == 4 && b == year + 1
            if isNext {
                var p = Partial(year: year, end: i + 3)
                p.stretch = (DatePoint(year: year), DatePoint(year: year + 1))
                p.isAcademicYear = true
                return p
            }
            if reading.digits(i + 2) == 2, (1...12).contains(b) { return Partial(month: b, year: year, end: i + 3) }
            return nil
        }
        var j = i + 1
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) {
            // "2021-2027.6.02": a project number.
            if reading.kind(j + 1) == .number, reading.glued(j + 1) { return nil }
            j += 1
        }
        if let word = reading.first(.yearAfter, at: j), reading.sameLine(j) { j = word.end }
        if let (month, end) = monthName(at: j, roman: false), reading.sameLine(j) {
            if let day = reading.integer(end), (1...31).contains(day), reading.sameLine(end) {
                return checked(Partial(day: day, month: month, year: year, end: dayEnd(end)))
            }
            return Partial(month: month, year: year, end: end)
        }
        if let day = reading.integer(j), (1...31).contains(day), reading.ascii(j + 1) == UInt8(ascii: "."), j > i + 1,
            reading.sameLine(j),
            let (month, end) = monthName(at: j + 2, roman: false)
        {
            return checked(Partial(day: day, month: month, year: year, end: end))
        }
        if let stretch = stretchAfterYear(year, j) { return stretch }
        if isCounted(after: i) { return nil }
        return Partial(year: year, end: closing(i + 1))
    }

    /// The end of a day that stands last ("2018. december 1-jén").
    private func dayEnd(_ i: Int) -> Int {
        var end = i + 1
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
        if reading.isDash(end), reading.glued(end), reading.kind(end + 1) == .word, reading.glued(end + 1) { end += 2 }
        if let word = reading.first(.yearAfter, at: end), reading.sameLine(end) { end = word.end }
        return end
    }

    /// "2021 osalejat", "1998 persons", "2023 km": a count, not a year.
    private func isCounted(after i: Int) -> Bool {
        if reading.at(i + 1).contains(where: {
            [.notMoney, .currency, .magnitude, .percent, .magnitudeCurrency].contains(reading.meaning($0))
        }) {
            return true
        }
        return reading.isDash(i + 1) && reading.glued(i + 1) && reading.kind(i + 2) == .word && reading.glued(i + 2)
            && reading.first(.fromSuffix, at: i + 2) == nil && reading.tokens.folded(i + 2).count > 3
    }

    private func bareDay(at i: Int) -> Partial? {
        guard let day = reading.integer(i), (1...31).contains(day), reading.digits(i) <= 2 else { return nil }
        var end = i + 1
        if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
        var p = Partial(day: day, end: end)
        p.isWeak = true
        return p
    }

    private static let roman: [String: Int] = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    ]

    private func monthName(at i: Int, roman: Bool) -> (Int, Int)? {
        for match in reading.at(i) where reading.meaning(match) == .month {
            let entry = reading.entry(match)
            guard let month = Int(entry.key) else { continue }
            if entry.form.hasSuffix("*") {
                // A stem takes as much ending as cases have; a short one ("mars") hardly any.
                let word = reading.tokens.folded(match.end - 1).count
                let stem = entry.form.utf8.count - 1
                if word > stem + (stem >= 5 ? 6 : 3) { continue }
            }
            var end = match.end
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end),
                reading.tokens.folded(match.end - 1).count <= 5
            {
                end += 1
            }
            return (month, end)
        }
        if roman, reading.kind(i) == .word, reading.tokens[i].isCapitalized,
            let month = Self.roman[reading.tokens.foldedString(i)]
        {
            var end = i + 1
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
            return (month, end)
        }
        return nil
    }

    // MARK: Quarters, half-years, seasons

    private func stretchFirst(at i: Int) -> Partial? {
        var j = i
        var ordinal: Int?
        if let word = reading.first(.ordinal, at: j), let n = Int(reading.entry(word).key), n <= 4 {
            ordinal = n
            j = word.end
        } else if reading.kind(j) == .word, let n = Self.roman[reading.tokens.foldedString(j)], n <= 4,
            reading.tokens[j].isCapitalized
        {
            ordinal = n
            j += 1
            if reading.ascii(j) == UInt8(ascii: ".") { j += 1 }
        } else if reading.kind(j) == .word, reading.tokens.foldedString(j) == "q", reading.glued(j + 1),
            let n = reading.integer(j + 1), (1...4).contains(n)
        {
            return stretchYear(j + 2) { self.quarter(n, $0) }
        }
        if let match = reading.first(.quarter, at: j), let n = ordinal ?? Int(reading.entry(match).key),
            (1...4).contains(n)
        {
            return stretchYear(match.end) { self.quarter(n, $0) }
        }
        if let match = reading.first(.half, at: j), let n = ordinal ?? Int(reading.entry(match).key),
            (1...2).contains(n)
        {
            return stretchYear(match.end) { self.half(n, $0) }
        }
        if let match = reading.first(.season, at: i) {
            let key = reading.entry(match).key
            return stretchYear(match.end) { self.season(key, $0) }
        }
        if let match = reading.first(.part, at: i) {
            var j = match.end
            while let of = reading.first(.of, at: j) { j = of.end }
            if let inner = partialWithoutPart(at: j), let year = inner.year {
                var p = inner
                p.year = year
                return p
            }
        }
        return nil
    }

    private func partialWithoutPart(at i: Int) -> Partial? {
        if reading.kind(i) == .number { return yearFirst(at: i, afterConnector: false) }
        if let word = reading.first(.yearBefore, at: i), let year = year(at: word.end) {
            return Partial(year: year, end: closing(word.end + 1))
        }
        return monthFirst(at: i)
    }

    private func stretchYear(_ i: Int, _ make: (Int) -> (from: DatePoint, to: DatePoint)) -> Partial? {
        var j = i
        while let of = reading.first(.of, at: j) { j = of.end }
        if let word = reading.first(.yearBefore, at: j) { j = word.end }
        guard let year = year(at: j), reading.sameLine(j) else { return nil }
        var p = Partial(year: year, end: closing(j + 1))
        p.stretch = make(year)
        return p
    }

    private func stretchAfterYear(_ year: Int, _ i: Int) -> Partial? {
        var j = i
        var ordinal: Int?
        if let word = reading.first(.ordinal, at: j), let n = Int(reading.entry(word).key), n <= 4 {
            ordinal = n
            j = word.end
        } else if reading.kind(j) == .word, reading.tokens[j].isCapitalized,
            let n = Self.roman[reading.tokens.foldedString(j)], n <= 4
        {
            ordinal = n
            j += 1
            if reading.ascii(j) == UInt8(ascii: ".") { j += 1 }
        } else if let n = reading.integer(j), n <= 4, j > i - 1, reading.ascii(j + 1) == UInt8(ascii: ".") {
            ordinal = n
            j += 2
        }
        var p: Partial?
        if let match = reading.first(.quarter, at: j), let n = ordinal ?? Int(reading.entry(match).key),
            (1...4).contains(n)
        {
            p = Partial(year: year, end: match.end, stretch: quarter(n, year))
        } else if let match = reading.first(.half, at: j), let n = ordinal ?? Int(reading.entry(match).key),
            (1...2).contains(n)
        {
            p = Partial(year: year, end: match.end, stretch: half(n, year))
        } else if ordinal == nil, let match = reading.first(.season, at: j) {
            p = Partial(year: year, end: match.end, stretch: season(reading.entry(match).key, year))
        }
        return p
    }

    private func quarter(_ n: Int, _ year: Int) -> (from: DatePoint, to: DatePoint) {
        (DatePoint(year: year, month: n * 3 - 2), DatePoint(year: year, month: n * 3))
    }

    private func half(_ n: Int, _ year: Int) -> (from: DatePoint, to: DatePoint) {
        (DatePoint(year: year, month: n * 6 - 5), DatePoint(year: year, month: n * 6))
    }

    private func season(_ key: String, _ year: Int) -> (from: DatePoint, to: DatePoint) {
        switch key {
        case "spring": return (DatePoint(year: year, month: 3), DatePoint(year: year, month: 5))
        case "summer": return (DatePoint(year: year, month: 6), DatePoint(year: year, month: 8))
        case "autumn": return (DatePoint(year: year, month: 9), DatePoint(year: year, month: 11))
        default: return (DatePoint(year: year, month: 12), DatePoint(year: year + 1, month: 2))
        }
    }
}
