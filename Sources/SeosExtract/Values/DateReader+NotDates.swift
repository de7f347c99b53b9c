internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What has the form of a date and is none: counts, codes, account numbers, laws, versions.
extension DateReader {
    /// Whether a date stands inside a longer code ("2021-1-HR01-KA122", "ISO 9001:2015") or behind a word for one.
    func isCode(_ tokens: Range<Int>, _ part: DatePart) -> Bool {
        let first = tokens.lowerBound
        let isWhole = part.day != nil
        if reading.glued(first), isGlue(first - 1), reading.glued(first - 1) {
            let sign = reading.ascii(first - 1)
            switch reading.kind(first - 2) {
            case .number: if !isWhole || sign != UInt8(ascii: "/") && sign != UInt8(ascii: "-") { return true }
            case .word:
                if sign == UInt8(ascii: "_") || sign == UInt8(ascii: "/") && !isWhole { return true }
                // "TOP-2016", "LIFE-2019", "HB1-2016"; "mid-2023" and the Maltese "fl-2023" are dates.
                if sign == UInt8(ascii: "-"),
                    reading.tokens[first - 2].isAllCaps
                        || reading.kind(first - 3) == .number && reading.glued(first - 2)
                {
                    return true
                }
            default: break
            }
        }
        if isContinued(tokens.upperBound, part) { return true }
        if isWhole { return false }
        if isBracketedInCode(tokens) { return true }
        return isBehindCode(first)
    }

    /// "COM(2020) 380", "C(2022) 1234 final": capitals before the bracket and a number behind it.
    private func isBracketedInCode(_ tokens: Range<Int>) -> Bool {
        let (open, close) = (tokens.lowerBound - 1, tokens.upperBound)
        guard reading.ascii(open) == UInt8(ascii: "("), reading.glued(open), reading.kind(open - 1) == .word,
            reading.tokens[open - 1].isAllCaps || reading.tokens[open - 1].isCapitalized && letters(open - 1) == 1
        else { return false }
        return reading.ascii(close) == UInt8(ascii: ")") && reading.kind(close + 1) == .number
            && reading.sameLine(close + 1)
    }

    private func isGlue(_ i: Int) -> Bool {
        switch reading.ascii(i) {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
            UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "+"):
            return true
        default: return false
        }
    }

    /// "2021/1060", "2022-00031", "2019-7", "2021:5": more of the code follows.
    private func isContinued(_ end: Int, _ part: DatePart) -> Bool {
        let isWhole = part.day != nil
        if reading.ascii(end) == UInt8(ascii: "+"), reading.glued(end), !isWhole { return true }
        guard reading.glued(end), isGlue(end), reading.glued(end + 1) else {
            // "2021ABC"
            return reading.glued(end) && reading.kind(end) == .word && reading.tokens[end].isAllCaps
        }
        let sign = reading.ascii(end)
        switch reading.kind(end + 1) {
        case .number:
            // "1965-8": the year is sure, whatever the eight is.
            if sign == UInt8(ascii: "-"), reading.digits(end + 1) == 1, part.isBareYear, (part.year ?? 0) < 1990 {
                return false
            }
            return !(isWhole && sign == UInt8(ascii: "/")) && sign != UInt8(ascii: ",")
        case .word:
            if sign == UInt8(ascii: "_") || sign == UInt8(ascii: "=") { return true }
            return sign == UInt8(ascii: "/") && !isWhole
                || sign == UInt8(ascii: "-") && reading.tokens[end + 1].isAllCaps && reading.kind(end + 2) == .number
        default: return false
        }
    }

    /// "zone 2030", "n° 2019-7", "ext. 2024": a word for a number that is none of a date.
    private func isBehindCode(_ i: Int) -> Bool {
        var k = i
        let c = reading.ascii(k - 1)
        if c == UInt8(ascii: "."), !reading.tokens[k - 1].newlineBefore { k -= 1 }
        if c == UInt8(ascii: ":") { k -= 1 }
        guard reading.last(.code, endingAt: k) == nil else { return true }
        return reading.kind(k - 1) == .symbol && reading.kind(k - 2) == .word && reading.glued(k - 1)
            && letters(k - 2) == 1
    }

    /// Whether a number of four digits is a year where it stands.
    func isYearInContext(_ tokens: Range<Int>, _ year: Int) -> Bool {
        let i = tokens.lowerBound
        let end = tokens.upperBound
        if isInsideNumbers(i, i + 1) { return false }
        if reading.last(.code, endingAt: i) != nil || isBehindMonth(i) { return false }
        // "M-Út 2005 Kft."
        if reading.first(.orgLegal, at: end) != nil, reading.tokens[end].isCapitalized, reading.sameLine(end),
            reading.kind(i - 1) == .word, reading.tokens[i - 1].isCapitalized
        {
            return false
        }
        let hasWord =
            (i + 1..<max(i + 1, end)).contains { reading.kind($0) == .word }
            || reading.last(.yearBefore, endingAt: i) != nil
        if hasWord || isYearOfList(end) { return true }
        if isMeasured(end) || isOneOfCounted(i, end) { return false }
        // "davon 2000 im Jahr 2011"
        if reading.last(.ofWhich, endingAt: i) != nil { return false }
        if (1900...2099).contains(year) { return true }
        return isOldYear(i, end, year)
    }

    /// "1938 та 1940 років": the word for years stands behind the last one.
    private func isYearOfList(_ end: Int) -> Bool {
        var end = end
        for _ in 0..<4 {
            guard let next = afterSeparators(end), year(at: next, wide: true) != nil, reading.sameLine(next) else {
                return false
            }
            if reading.first(.yearAfter, at: next + 1) != nil, reading.sameLine(next + 1) { return true }
            end = next + 1
        }
        return false
    }

    /// "30 Feb 2019": the year of a date that does not exist.
    private func isBehindMonth(_ i: Int) -> Bool {
        let k = reading.ascii(i - 1) == UInt8(ascii: ".") ? i - 2 : i - 1
        guard reading.sameLine(i), monthName(at: k, roman: false) != nil else { return false }
        let d = reading.ascii(k - 1) == UInt8(ascii: ".") ? k - 2 : k - 1
        return reading.kind(d) == .number && reading.digits(d) <= 2
    }

    /// Groups of an account or telephone number, or a third part of an impossible date ("31. 4. 2021").
    private func isInsideNumbers(_ i: Int, _ end: Int) -> Bool {
        if reading.singleSpaceBefore(i), reading.kind(i - 1) == .number, reading.digits(i - 1) >= 2,
            !(reading.digits(i - 1) == 4 && year(at: i - 1, wide: false) != nil && reading.kind(i - 2) != .number)
        {
            return true
        }
        if reading.singleSpaceBefore(end), reading.digits(end) == 4, year(at: end, wide: false) == nil { return true }
        if reading.singleSpaceBefore(end), reading.singleSpaceBefore(end + 1), reading.digits(end) == 2,
            reading.digits(end + 1) == 2
        {
            return true
        }
        return reading.ascii(i - 1) == UInt8(ascii: ".") && reading.kind(i - 2) == .number && reading.digits(i - 2) <= 2
            && reading.glued(i - 1) && reading.ascii(i - 3) == UInt8(ascii: ".") && reading.kind(i - 4) == .number
            && reading.digits(i - 4) <= 2 && reading.glued(i - 3)
    }

    /// "2021 osalejat", "1998 persons", "2000 bis 3000 Grad": a count or a measure, not a year.
    func isMeasured(_ end: Int) -> Bool {
        var j = end
        if let of = reading.first(.of, at: j), reading.sameLine(j) { j = of.end }
        if reading.sameLine(j), isCountedNoun(j) { return true }
        if reading.isDash(j), reading.glued(j), reading.glued(j + 1), isCountedNoun(j + 1) { return true }
        // A range whose other end is no year, or is counted.
        var k = end
        if let to = reading.first(.toBefore, at: k) ?? reading.first(.and, at: k) { k = to.end }
        if k > end, reading.digits(k) == 4, reading.sameLine(k) {
            return reading.sameLine(k + 1) && isCountedNoun(k + 1) || year(at: k, wide: true) == nil
                || (reading.integer(k) ?? 0) > 2100
        }
        return false
    }

    private func isCountedNoun(_ i: Int) -> Bool {
        for match in reading.at(i) {
            switch reading.meaning(match) {
            case .notMoney, .currency, .magnitude, .percent, .magnitudeCurrency:
                // "2021 t. …": one letter is no proof.
                // German counts have a capital: "1938 betrieben" counts no businesses.
                if reading.language.tag == "de", match.length == 1, !reading.tokens[i].isCapitalized,
                    reading.entry(match).form.first?.isUppercase == true
                {
                    continue
                }
                if match.length > 1 || reading.tokens.folded(i).count > 1 || reading.kind(i) != .word { return true }
            default: continue
            }
        }
        return reading.kind(i) == .symbol && reading.glued(i)
    }

    /// "2022 gæster, og 1995 af dem": a number without any word of time, behind a count of the same kind.
    private func isOneOfCounted(_ i: Int, _ end: Int) -> Bool {
        guard reading.kind(end) == .word, reading.sameLine(end) else { return false }
        var k = i - 1
        let first = max(reading.range.lowerBound, i - 10)
        while k >= first {
            let c = reading.ascii(k)
            if c == UInt8(ascii: ".") || c == UInt8(ascii: ";") { return false }
            if reading.kind(k) == .number {
                return reading.digits(k) >= 3 && k + 1 < i && isMeasured(k + 1)
            }
            k -= 1
        }
        return false
    }

    /// Years before 1900 need more than four digits: a short word before and nothing countable behind, or the end of
    /// the clause. Round numbers are rather amounts.
    private func isOldYear(_ i: Int, _ end: Int, _ year: Int) -> Bool {
        guard (1500...1899).contains(year), year % 100 != 0 else {
            return (1000...1899).contains(year) && reading.kind(i - 1) == .word && letters(i - 1) <= 2
                && (year % 50 != 0) && !(reading.kind(end) == .word && reading.sameLine(end))
        }
        // A line of a chronicle: "1789 — кінець абсолютної монархії".
        if i == reading.range.lowerBound || !reading.sameLine(i), reading.isDash(end), !reading.glued(end),
            reading.kind(end + 1) == .word, reading.sameLine(end + 1), !reading.glued(end + 1)
        {
            return true
        }
        let closes = reading.kind(end) != .word || !reading.sameLine(end)
        let next = closes ? nil : reading.tokens[end]
        if reading.kind(i - 1) == .word, reading.sameLine(i) {
            if closes { return letters(i - 1) <= 4 || reading.language.tag == "de" }
            // Behind a preposition a verb or name may follow; in German a count would have a noun with a capital.
            if reading.language.tag == "de" { return next?.isCapitalized == false || letters(i - 1) <= 4 }
            return letters(i - 1) <= 3
        }
        // The Maltese article and others stand glued: "fl-1894".
        if reading.isDash(i - 1), reading.glued(i), reading.kind(i - 2) == .word, letters(i - 2) <= 4,
            !reading.tokens[i - 2].isCapitalized
        {
            return true
        }
        return false
    }
}
