internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Dates with the name of a month: "1. april 2024", "1 de enero de 2023", "March 5, 2018", "third of July", "12.IV.1987".
extension DateReader {
    /// Day, then month, then perhaps a year.
    func dayFirstNamed(at i: Int) -> DatePart? {
        guard let (day, afterDay) = dayOrdinal(at: i) else { return nil }
        guard (1...31).contains(day) else {
            // "den sista mars 2026"
            if day == -1, let (month, end) = monthName(at: afterDay, roman: false), reading.sameLine(afterDay),
                let (year, close) = yearAfterMonth(end)
            {
                return valid(
                    DatePart(end: close, day: DatePoint.days(inMonth: month, of: year), month: month, year: year))
            }
            return nth(day, behind: afterDay)
        }
        var j = afterDay
        if reading.glued(j), reading.glued(j + 1), isJoint(j) { j += 1 }
        j = skipOf(j, behindWord: reading.kind(i) == .word)
        guard let (month, end) = monthName(at: j, roman: true), reading.sameLine(j) else {
            return reading.kind(i) == .word || afterDay > i + 1 ? nth(day, behind: afterDay) : nil
        }
        if let (year, close) = yearAfterMonth(end) {
            return valid(DatePart(end: close, day: day, month: month, year: year))
        }
        let part = DatePart(end: end, day: day, month: month, isWeak: true)
        return day <= DatePoint.days(inMonth: month, of: 2000) ? part : nil
    }

    /// "november 2023", "March 5, 2018", "Sep-23-2020", "march third 2015", "Okt'23".
    func monthFirst(at i: Int) -> DatePart? {
        guard let (month, end) = monthName(at: i, roman: false) else { return nil }
        if let (year, close) = yearAfterMonth(end) {
            if isDayBefore(i, impossibleIn: month, year) { return nil }
            return DatePart(end: close, month: month, year: year)
        }
        var j = end
        if reading.glued(j), reading.glued(j + 1), isJoint(j) { j += 1 }
        j = skipArticle(j)
        if let (day, afterDay) = dayOrdinal(at: j), (1...31).contains(day), reading.sameLine(j) {
            j = afterDay
            if reading.ascii(j) == UInt8(ascii: ",") || reading.glued(j) && reading.glued(j + 1) && isJoint(j) {
                j += 1
            }
            j = skipOf(j)
            if let year = year(at: j, wide: true), reading.sameLine(j) {
                return valid(DatePart(end: closing(j + 1), day: day, month: month, year: year))
            }
            if day <= DatePoint.days(inMonth: month, of: 2000), isMonthDayOrder(afterDay) {
                return DatePart(end: afterDay, day: day, month: month, isWeak: true)
            }
            if let word = reading.first(.dayAfter, at: afterDay) {
                return DatePart(end: word.end, day: day, month: month, isWeak: true)
            }
        }
        return DatePart(end: end, month: month, isWeak: true)
    }

    /// "Nov 18 - Dec 19, 2015": a month and a day of a period are believed when more follows.
    private func isMonthDayOrder(_ i: Int) -> Bool {
        !reading.sameLine(i) || reading.isDash(i) || reading.ascii(i) == UInt8(ascii: ")")
            || reading.ascii(i) == UInt8(ascii: ",") || reading.first(.toBefore, at: i) != nil
            || reading.first(.and, at: i) != nil || reading.first(.toAfter, at: i) != nil
    }

    /// "30 Feb 2019" is no date, and its month is none either.
    private func isDayBefore(_ i: Int, impossibleIn month: Int, _ year: Int) -> Bool {
        var k = i - 1
        if reading.ascii(k) == UInt8(ascii: ".") || reading.first(.of, at: k) != nil { k -= 1 }
        guard let day = reading.integer(k), reading.digits(k) <= 2, day <= 31, reading.sameLine(k + 1) else {
            return false
        }
        return day == 0 || day > DatePoint.days(inMonth: month, of: year)
    }

    /// A year behind a month, with "de", a comma, a sign or a year word between.
    func yearAfterMonth(_ i: Int) -> (Int, Int)? {
        var j = i
        if reading.ascii(j) == UInt8(ascii: ",") {
            j += 1
        } else if reading.glued(j), reading.glued(j + 1), isJoint(j) {
            j += 1
        }
        j = skipOf(j)
        // "de l'année 2016"
        if reading.kind(j) == .word, letters(j) <= 2, reading.ascii(j + 1) == UInt8(ascii: "'"),
            reading.first(.yearBefore, at: j + 2) != nil
        {
            j += 2
        }
        // "elokuun loppuun 2028", "augusti lõpuni 2028": the word for its end stands behind the month.
        if let part = reading.first(.part, at: j), reading.sameLine(j), reading.digits(part.end) == 4 { j = part.end }
        if let word = reading.first(.yearBefore, at: j) { j = word.end }
        if reading.ascii(j) == UInt8(ascii: "'"), reading.digits(j + 1) == 2, let n = reading.integer(j + 1),
            reading.glued(j + 1), reading.sameLine(j)
        {
            return (n < 50 ? 2000 + n : 1900 + n, j + 2)
        }
        guard let year = year(at: j, wide: true), reading.sameLine(j) else { return nil }
        // "mars 2024/25" and "5 mai 2021/1060" are something else.
        return (year, closing(j + 1))
    }

    /// Words between the parts of a date: "de", "of", "u", "ta'".
    ///
    /// - Parameter behindWord: an ordinal in words stands before, which may be a noun of its own ("druga v januarju
    ///   2022"): only what means "of" counts.
    func skipOf(_ i: Int, behindWord: Bool = false) -> Int {
        var j = i
        while let of = reading.first(.of, at: j) ?? reading.first(.dateOf, at: j), reading.sameLine(j),
            reading.first(.month, at: j) == nil, !behindWord || reading.entry(of).key != "in"
        {
            j = of.end
        }
        return j
    }

    /// A sign that joins the parts of one date: 23-sep-2020, 23/Sep/2020, 12.IV.1987.
    func isJoint(_ i: Int) -> Bool {
        let c = reading.ascii(i)
        return c == UInt8(ascii: "-") || c == UInt8(ascii: "/") || c == UInt8(ascii: ".")
    }

    // MARK: Days and ordinals

    /// A day or another ordinal number in digits or words, and where it ends; -1 for "last".
    func dayOrdinal(at i: Int) -> (Int, Int)? {
        if reading.kind(i) == .number {
            guard reading.digits(i) <= 2, let n = reading.integer(i) else { return nil }
            return (n, ordinalEnd(i + 1))
        }
        if let match = reading.first(.ordinal, at: i), let n = Int(reading.entry(match).key) { return (n, match.end) }
        // "twenty second", "cinco de mayo"
        if let match = reading.first(.numberWord, at: i), let n = Int(reading.entry(match).key), (1...31).contains(n) {
            var j = match.end
            if reading.isDash(j), reading.glued(j), reading.glued(j + 1) { j += 1 }
            if n % 10 == 0, n >= 20, let unit = reading.first(.ordinal, at: j), let m = Int(reading.entry(unit).key),
                (1...9).contains(m)
            {
                return (n + m, unit.end)
            }
            return (n, match.end)
        }
        return nil
    }

    /// What stands behind the digits of an ordinal: "1.", "1er", "1.º", "18-ти", "1°", "30th".
    private func ordinalEnd(_ i: Int) -> Int {
        var j = i
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        if reading.glued(j), reading.kind(j) == .word, letters(j) <= 3, reading.first(.month, at: j) == nil,
            roman(at: j) == nil
        {
            return j + 1
        }
        if reading.isDash(j), reading.glued(j), reading.glued(j + 1), reading.kind(j + 1) == .word,
            letters(j + 1) <= 3, reading.first(.month, at: j + 1) == nil
        {
            return j + 2
        }
        if reading.kind(j) == .symbol, reading.glued(j), reading.tokens[j].end - reading.tokens[j].start == 2 {
            return j + 1
        }
        return j
    }

    /// "last Sunday of March 2014", "first Wednesday in October 2014", "last day of October 2015", "third month of 2021".
    private func nth(_ n: Int, behind i: Int) -> DatePart? {
        guard n == -1 || (1...12).contains(n), reading.kind(i) == .word else { return nil }
        if let unit = reading.first(.unit, at: i) {
            let key = reading.entry(unit).key
            let next = skipSmall(unit.end)
            if key == "month", let year = year(at: next, wide: false) {
                return DatePart(end: closing(next + 1), month: n == -1 ? 12 : n, year: year)
            }
            guard key == "day", let (month, end) = monthName(at: next, roman: false),
                let (year, close) = yearAfterMonth(end)
            else { return nil }
            let day = n == -1 ? DatePoint.days(inMonth: month, of: year) : n
            return valid(DatePart(end: close, day: day, month: month, year: year))
        }
        guard let match = reading.first(.weekday, at: i), let weekday = Int(reading.entry(match).key),
            let (month, end) = monthName(at: skipSmall(match.end), roman: false),
            let (year, close) = yearAfterMonth(end)
        else { return nil }
        let count = DatePoint.days(inMonth: month, of: year)
        let first = CalendarMath.days(of: DatePoint(year: year, month: month, day: 1))
        // CLDR counts from Sunday.
        let wanted = weekday == 1 ? 7 : weekday - 1
        var day = 1 + (wanted - CalendarMath.weekday(of: first) + 7) % 7
        if n == -1 {
            while day + 7 <= count { day += 7 }
        } else {
            day += (n - 1) * 7
        }
        return day <= count ? DatePart(end: close, day: day, month: month, year: year) : nil
    }

    /// Up to two short words that no date is made of ("of the", "v", "im", "trimestrul II al").
    func skipSmall(_ i: Int) -> Int {
        var j = skipOf(i)
        var words = 0
        while words < 2, reading.kind(j) == .word, letters(j) <= 4, reading.sameLine(j), isPlain(j) {
            j += 1
            if reading.ascii(j) == UInt8(ascii: "'") || reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
                j += 1
            }
            words += 1
        }
        return j
    }

    private func isPlain(_ i: Int) -> Bool {
        for match in reading.at(i) {
            switch reading.meaning(match) {
            case .month, .weekday, .yearBefore, .quarter, .half, .season, .toBefore, .and, .unit, .between: return false
            default: continue
            }
        }
        return true
    }

    // MARK: Month names

    private static let romans: [String: Int] = [
        "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    ]

    /// A Roman numeral up to twelve in capitals.
    func roman(at i: Int) -> Int? {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized, reading.tokens.folded(i).count <= 4,
            reading.tokens.folded(i).count == 1 || reading.tokens[i].isAllCaps
        else { return nil }
        switch reading.tokens.folded(i).first {
        case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): return Self.romans[reading.tokens.foldedString(i)]
        default: return nil
        }
    }

    func monthName(at i: Int, roman: Bool) -> (Int, Int)? {
        for match in reading.at(i) where reading.meaning(match) == .month {
            let entry = reading.entry(match)
            guard let month = Int(entry.key), reading.kind(match.start) == .word, isSpelledOut(match) else { continue }
            if entry.form.hasSuffix("*") {
                // A stem takes as much ending as cases have; a short one ("mars") hardly any.
                let word = reading.tokens.folded(match.end - 1).count
                let stem = entry.form.utf8.count - 1
                let isAgglutinative = !reading.language.suffixes(.fromSuffix).isEmpty
                if word > stem + (stem >= 5 || isAgglutinative ? 6 : 3) { continue }
            }
            var end = match.end
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end),
                reading.tokens.folded(match.end - 1).count <= 5
            {
                end += 1
            }
            return (month, end)
        }
        if roman, let month = self.roman(at: i) {
            var end = i + 1
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
            return (month, end)
        }
        return nil
    }
}
