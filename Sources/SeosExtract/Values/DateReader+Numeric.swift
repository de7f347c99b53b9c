internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// All-numeric dates: 21.06.2023, 21/06/2023, 2-8-2023, 2023-06-21, 06/2023, 2024.03, 5/9 2024, 12.3.19, 20230501.
extension DateReader {
    private static let dot = UInt8(ascii: ".")
    private static let slash = UInt8(ascii: "/")
    private static let hyphen = UInt8(ascii: "-")

    func numeric(at i: Int) -> DatePart? {
        if follows(mark: i) { return nil }
        guard let a = reading.integer(i) else { return nil }
        switch reading.digits(i) {
        case 8: return compact(a, end: i + 1)
        case 4: return yearNumber(a, at: i)
        case 1, 2: return dayNumber(a, at: i)
        default: return nil
        }
    }

    /// Whether a sign glues the number to one before it: the middle of another number, date or code.
    private func follows(mark i: Int) -> Bool {
        guard reading.glued(i), reading.glued(i - 1), reading.kind(i - 2) == .number else { return false }
        switch reading.ascii(i - 1) {
        case Self.dot, UInt8(ascii: ","): return true
        // "nr. 87/18.11.2021": a number and a whole date behind it.
        case Self.slash:
            guard let sign = mark(i + 1, after: i), mark(i + 3, after: i + 2) == sign else { return true }
            return reading.digits(i + 4) != 4 && !(reading.digits(i) == 2 && reading.digits(i + 4) == 2)
        default: return false
        }
    }

    /// The sign between two numbers of a date: a dot (a space may follow), a slash or a hyphen, all glued.
    private func mark(_ i: Int, after number: Int) -> UInt8? {
        let c = reading.ascii(i)
        guard reading.glued(i), reading.kind(i + 1) == .number else { return nil }
        switch c {
        case Self.dot:
            return reading.glued(i + 1) || (reading.singleSpaceBefore(i + 1) && reading.digits(number) <= 2) ? c : nil
        case Self.slash: return reading.glued(i + 1) ? c : nil
        // A dash of typography between numbers is a range.
        case Self.hyphen: return reading.glued(i + 1) && isHyphen(i) ? c : nil
        default:
            // "31·12·2027"
            let t = reading.tokens[i]
            let isMiddleDot =
                t.end - t.start == 2 && reading.tokens.text[Int(t.start)] == 0xC2
                && reading.tokens.text[Int(t.start) + 1] == 0xB7
            return isMiddleDot && reading.glued(i + 1) && reading.digits(number) <= 2 ? Self.dot : nil
        }
    }

    private func isHyphen(_ i: Int) -> Bool {
        let t = reading.tokens[i]
        return t.end - t.start == 1 || reading.tokens.text[Int(t.end) - 1] == 0x91
    }

    private func isYear(_ n: Int) -> Bool { (1900...2099).contains(n) }

    /// 20230501.
    private func compact(_ n: Int, end: Int) -> DatePart? {
        let part = DatePart(end: end, day: n % 100, month: n / 100 % 100, year: n / 10_000)
        return (1990...2049).contains(n / 10_000) && part.ends != nil ? part : nil
    }

    /// 2023-06-21, 2023/6/21, 2023.06.21; 2024.03, 2015-3, 2023/06; "2016 10 16".
    private func yearNumber(_ year: Int, at i: Int) -> DatePart? {
        guard isYear(year) else { return nil }
        if reading.singleSpaceBefore(i + 1), reading.singleSpaceBefore(i + 2), reading.digits(i + 1) == 2,
            reading.digits(i + 2) == 2, reading.kind(i - 1) != .number, reading.kind(i + 3) != .number
        {
            return valid(DatePart(end: i + 3, day: reading.integer(i + 2), month: reading.integer(i + 1), year: year))
        }
        if let part = dotted(year, at: i) { return part }
        guard let sign = mark(i + 1, after: i), let b = reading.integer(i + 2), reading.digits(i + 2) <= 2,
            reading.glued(i + 2)
        else { return spacedMonth(year, at: i) }
        if mark(i + 3, after: i + 2) == sign, reading.glued(i + 4), let c = reading.integer(i + 4),
            reading.digits(i + 4) <= 2
        {
            if mark(i + 5, after: i + 4) == sign, sign != Self.hyphen { return nil }
            return valid(
                DatePart(end: closing(i + 5), day: c, month: b, year: year, sign: sign, isYearFirst: true))
        }
        guard (1...12).contains(b) else { return nil }
        // "2021-22" and "2021/22" are two years; "2009-12" more likely so too.
        if reading.digits(i + 2) == 2, sign != Self.dot, 2000 + b > year { return nil }
        // "1965-8" may be four years; months are written so only in our time.
        if reading.digits(i + 2) == 1, sign == Self.hyphen, year < 1990 { return nil }
        if mark(i + 3, after: i + 2) == sign, sign == Self.dot { return nil }
        return DatePart(end: i + 3, month: b, year: year, sign: sign)
    }

    /// "2019. 01. 27.": dots with spaces, year first.
    private func dotted(_ year: Int, at i: Int) -> DatePart? {
        guard reading.ascii(i + 1) == Self.dot, reading.glued(i + 1), reading.singleSpaceBefore(i + 2),
            reading.digits(i + 2) <= 2, let month = reading.integer(i + 2), mark(i + 3, after: i + 2) == Self.dot,
            reading.digits(i + 4) <= 2, let day = reading.integer(i + 4)
        else { return nil }
        return valid(
            DatePart(end: dayEnd(i + 4), day: day, month: month, year: year, sign: Self.dot, isYearFirst: true))
    }

    /// "2016 /05", "05/ 2016": a slash with spaces. "2016 - 05": a dash, where nothing is counted behind.
    private func spacedMonth(_ year: Int, at i: Int) -> DatePart? {
        if reading.isDash(i + 1), !reading.glued(i + 2), reading.digits(i + 2) == 2, let b = reading.integer(i + 2),
            (1...12).contains(b), 2000 + b <= year, reading.sameLine(i + 2), !isMeasured(i + 3)
        {
            let isPadded = b < 10 && reading.kind(i + 3) != .number && !reading.isDash(i + 3)
            return isPadded || closes(i + 3) ? DatePart(end: i + 3, month: b, year: year) : nil
        }
        guard reading.ascii(i + 1) == Self.slash, reading.digits(i + 2) == 2, let b = reading.integer(i + 2),
            (1...12).contains(b), reading.sameLine(i + 2), reading.ascii(i + 3) != Self.slash
        else { return nil }
        return 2000 + b > year ? nil : DatePart(end: i + 3, month: b, year: year)
    }

    /// Whether a line, clause or first end of a period is over.
    private func closes(_ i: Int) -> Bool {
        !reading.sameLine(i) || ".,;)".utf8.contains(reading.ascii(i)) && !reading.glued(i + 1)
            || reading.first(.toBefore, at: i) != nil
    }

    /// "Start: 11 - 2016": a month of two digits, a dash between spaces and a year, alone in their place.
    private func spacedYear(_ month: Int, at i: Int) -> DatePart? {
        guard reading.digits(i) == 2, (1...12).contains(month), reading.isDash(i + 1), !reading.glued(i + 1),
            !reading.glued(i + 2), reading.digits(i + 2) == 4, let year = reading.integer(i + 2),
            (1990...2060).contains(year), reading.sameLine(i + 1), reading.sameLine(i + 2), closes(i + 3)
        else { return nil }
        let opens =
            i == reading.range.lowerBound || !reading.sameLine(i) || ":(".utf8.contains(reading.ascii(i - 1))
            || reading.last(.toBefore, endingAt: i) != nil
        return opens ? DatePart(end: i + 3, month: month, year: year) : nil
    }

    private func dayNumber(_ a: Int, at i: Int) -> DatePart? {
        if let part = spaced(a, at: i) ?? spacedYear(a, at: i) { return part }
        guard let sign = mark(i + 1, after: i), let b = reading.integer(i + 2) else {
            // "11 / 2016"
            if reading.ascii(i + 1) == Self.slash, reading.digits(i + 2) == 4, let year = reading.integer(i + 2),
                isYear(year), (1...12).contains(a), reading.sameLine(i + 2), reading.ascii(i - 1) != Self.slash
            {
                return DatePart(end: i + 3, month: a, year: year)
            }
            return nil
        }
        switch reading.digits(i + 2) {
        case 4:
            guard isYear(b), (1...12).contains(a), reading.glued(i + 2) else { return nil }
            // A hyphen: "12-2015", but not "lot 3-2015-7".
            if sign == Self.hyphen, reading.digits(i) < 2 { return nil }
            if reading.ascii(i + 3) == sign, reading.glued(i + 3), reading.kind(i + 4) == .number, reading.glued(i + 4),
                sign != Self.hyphen
            {
                return nil
            }
            return DatePart(end: closing(i + 3), month: a, year: b, sign: sign)
        case 1, 2: return dayMonth(a, b, sign, at: i)
        default: return nil
        }
    }

    /// Day and month with a year behind, or without.
    private func dayMonth(_ a: Int, _ b: Int, _ sign: UInt8, at i: Int) -> DatePart? {
        let third = i + 4
        if mark(i + 3, after: i + 2) == sign, let c = reading.integer(third) {
            let after = third + 1
            let goesOn = mark(after, after: third) == sign && reading.glued(third + 2)
            if goesOn, sign != Self.hyphen { return nil }
            switch reading.digits(third) {
            case 4:
                guard (1500...2199).contains(c) else { return nil }
                var part = ordered(a, b, c, sign, end: closing(after))
                // "1-10-2018-7-10-2018": good only with its other end.
                part.isWeak = goesOn
                return valid(part)
            case 2:
                // Two digits of a year: 05.02.18, 12.3.19, 1/9/21, 31-12-25. A version has no such shape but "1.2.19".
                // "12/13/14" may be anything.
                if goesOn || b > 12 { return nil }
                if sign == Self.hyphen, reading.digits(i) != 2 || reading.digits(i + 2) != 2 { return nil }
                if sign == Self.dot, reading.glued(i + 2) != reading.glued(third) { return nil }
                return valid(ordered(a, b, c < 50 ? 2000 + c : 1900 + c, sign, end: closing(after)))
            default: return nil
            }
        }
        if let (year, end) = looseYear(
            behind: i + 3, sign, isPadded: reading.digits(i) == 2 && reading.digits(i + 2) == 2)
        {
            return valid(ordered(a, b, year, sign, end: end))
        }
        var part = ordered(a, b, 2000, sign, end: i + 3)
        // "2023. 02. 14. – 10. 28.": the month first, where it cannot be the day.
        if sign == Self.dot, a <= 12, b > 12, b <= 31, reading.isDash(i - 1) { (part.day, part.month) = (b, a) }
        guard part.ends != nil else {
            // "09/19": month and year of two digits.
            guard sign == Self.slash, reading.digits(i) == 2, reading.digits(i + 2) == 2, (1...12).contains(a) else {
                return nil
            }
            return DatePart(end: i + 3, isWeak: true, monthOfPair: (a, 2000 + b))
        }
        part.year = nil
        part.isWeak = true
        // "4-5" are two days, unless the other end of a period is written so too.
        if sign == Self.hyphen {
            let isFollowed = reading.isDash(part.end) && !reading.glued(part.end)
            let isSecond = reading.isDash(i - 1) && !reading.glued(i)
            guard isFollowed || isSecond || reading.first(.toBefore, at: part.end) != nil else { return nil }
        }
        if sign == Self.slash, reading.digits(i) == 2, reading.digits(i + 2) == 2, (1...12).contains(a) {
            part.monthOfPair = (a, 2000 + b)
        }
        if sign == Self.dot, reading.ascii(part.end) == Self.dot, reading.glued(part.end) { part.end += 1 }
        return part
    }

    /// "5/9 2024", "08/12, 2015", "12/11-2024", "21.06. 2023".
    private func looseYear(behind i: Int, _ sign: UInt8, isPadded: Bool) -> (Int, Int)? {
        var j = i
        if reading.ascii(j) == UInt8(ascii: ",") {
            j += 1
        } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1), isHyphen(j), sign == Self.slash {
            j += 1
        } else if sign == Self.dot, !isPadded || reading.ascii(j) == Self.dot {
            return nil
        }
        guard reading.digits(j) == 4, let year = reading.integer(j), isYear(year), reading.sameLine(j),
            sign != Self.hyphen || j > i
        else { return nil }
        return (year, closing(j + 1))
    }

    /// "31 10 1974", "20 02 2014": three numbers with single spaces, and no number beside them.
    private func spaced(_ a: Int, at i: Int) -> DatePart? {
        guard reading.singleSpaceBefore(i + 1), reading.singleSpaceBefore(i + 2), reading.digits(i + 1) <= 2,
            reading.digits(i + 2) == 4, let b = reading.integer(i + 1), let c = reading.integer(i + 2), isYear(c),
            reading.kind(i - 1) != .number, reading.kind(i + 3) != .number, reading.kind(i + 3) != .symbol
        else { return nil }
        return valid(DatePart(end: i + 3, day: a, month: b, year: c))
    }

    private func ordered(_ a: Int, _ b: Int, _ year: Int, _ sign: UInt8, end: Int) -> DatePart {
        let isMonthFirst = b > 12 && a <= 12 && sign != Self.dot || !dayFirst && sign == Self.slash && a <= 12
        var part = DatePart(end: end, day: isMonthFirst ? b : a, month: isMonthFirst ? a : b, year: year, sign: sign)
        part.isOrderOpen = a <= 12 && b <= 12 && a != b && sign != Self.dot
        return part
    }

    func valid(_ part: DatePart) -> DatePart? { part.ends == nil ? nil : part }
}
