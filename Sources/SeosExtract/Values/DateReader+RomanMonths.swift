internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Months in Roman numerals beside their years: "I 2024 – XII 2026", "III.2024–VI.2026", "od IX/2023 do VIII/2025",
/// "2024. I. – 2026. XII.", and behind a colon alone: "Rozpoczęcie: IX 2023".
///
/// A numeral and a year by themselves are more often a ruler, a volume or a quarter, so one end is read only where the
/// other is written alike, or where nothing else stands behind the colon.
extension DateReader {
    private struct RomanMonth {
        var month: Int
        var year: Int
        var end: Int
        /// "I/2021" may be a quarter.
        var hasSlash: Bool
    }

    func romanMonths(at i: Int, began: Int) -> Result? {
        guard let first = romanMonth(at: i) else { return nil }
        let from = DatePoint(year: first.year, month: first.month)
        if let next = afterRomanConnector(first.end), let second = romanMonth(at: next) {
            let to = DatePoint(year: second.year, month: second.month)
            let isQuarter = first.hasSlash && second.hasSlash && max(first.month, second.month) <= 4
            guard !isQuarter, (from.year, first.month) < (to.year, second.month), to.year - from.year <= 20 else {
                return nil
            }
            return Result(
                tokens: began..<second.end, value: DateValue(start: from, end: to, isPeriod: true), rule: "date.period")
        }
        let isAlone =
            reading.ascii(i - 1) == UInt8(ascii: ":") && !first.hasSlash
            && (!reading.range.contains(first.end) || reading.tokens[first.end].newlineBefore)
        return isAlone ? Result(tokens: began..<first.end, value: DateValue(start: from), rule: "date.month") : nil
    }

    /// "IX 2023", "IX.2023", "IX. 2023", "IX/2023", "2023. IX."
    private func romanMonth(at i: Int) -> RomanMonth? {
        if let year = year(at: i, wide: false) {
            var j = i + 1
            if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
            if let word = reading.first(.yearAfter, at: j) { j = word.end }
            guard j > i + 1, reading.sameLine(j), let month = numeral(at: j) else { return nil }
            return RomanMonth(month: month, year: year, end: closing(j + 1), hasSlash: false)
        }
        guard let month = numeral(at: i) else { return nil }
        var j = i + 1
        let hasSlash = reading.ascii(j) == UInt8(ascii: "/")
        if hasSlash || reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        guard reading.sameLine(j), let year = year(at: j, wide: false) else { return nil }
        return RomanMonth(month: month, year: year, end: closing(j + 1), hasSlash: hasSlash)
    }

    /// A numeral in capitals: "i" is a word in many languages.
    private func numeral(at i: Int) -> Int? { reading.isCapital(i) ? roman(at: i) : nil }

    private func afterRomanConnector(_ i: Int) -> Int? {
        var j = i
        if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
        guard reading.sameLine(j) else { return nil }
        if reading.isDash(j) { return reading.isDash(j + 1) ? j + 2 : j + 1 }
        return reading.first(.toBefore, at: j)?.end
    }
}
