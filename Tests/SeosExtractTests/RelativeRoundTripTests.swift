import SeosExtract
import SeosLanguages
import SeosModel
import Testing

/// What ICU writes of days, weeks, months, years and weekdays beside a day, Seos counts from that day.
@Suite struct RelativeRoundTripTests {
    /// A Wednesday.
    private static let reference = DatePoint(year: 2024, month: 5, day: 15)

    private func day(_ n: Int) -> DatePoint {
        var day = 15 + n
        var month = 5
        var year = 2024
        while day < 1 {
            month -= 1
            if month == 0 { (month, year) = (12, year - 1) }
            day += DatePoint.days(inMonth: month, of: year)
        }
        while day > DatePoint.days(inMonth: month, of: year) {
            day -= DatePoint.days(inMonth: month, of: year)
            month += 1
            if month == 13 { (month, year) = (1, year + 1) }
        }
        return DatePoint(year: year, month: month, day: day)
    }

    private func month(_ n: Int, day: Int?) -> DatePoint {
        let months = 2024 * 12 + 4 + n
        return DatePoint(year: months / 12, month: months % 12 + 1, day: day)
    }

    private func span(_ from: DatePoint, _ to: DatePoint? = nil) -> String {
        "\(from.firstDay)/\((to ?? from).lastDay)"
    }

    /// Any of these is right.
    private func wanted(_ unit: String, _ n: Int) -> [String] {
        switch unit {
        case "day", "days": return [span(day(n))]
        case "weeks": return [span(day(7 * n))]
        case "week": return [span(day(7 * n - 2), day(7 * n + 4))]
        case "month": return [span(month(n, day: nil))]
        case "months": return [span(month(n, day: 15))]
        case "year": return [span(DatePoint(year: 2024 + n))]
        case "years": return [span(DatePoint(year: 2024 + n, month: 5))]
        default:
            guard let weekday = unit.last.flatMap({ Int(String($0)) }) else { return [] }
            // The nearest one, or that of the week beside; some languages name the week.
            let beside = span(day(weekday - 3 + 7 * n))
            if n == 0 { return [beside] }
            let near = n < 0 ? (weekday < 3 ? weekday - 3 : weekday - 10) : (weekday > 3 ? weekday - 3 : weekday + 4)
            return [span(day(near)), beside]
        }
    }

    /// Words that ICU has for two things, or for a thing without saying that it is relative.
    private func isException(_ sample: LocaleSamples.Relative, _ tag: String) -> Bool {
        let isWeekday = sample.unit.hasPrefix("weekday")
        switch tag {
        // "på mandag" is this Monday and the next; "mandag" any.
        case "da": return isWeekday && sample.offset >= 0
        case "nb", "nn": return isWeekday && sample.offset == 0
        // The names of days are English in ICU's Maltese in part, and duals hold the number in the noun.
        case "mt": return isWeekday || ["days", "weeks", "months", "years"].contains(sample.unit)
        default: return false
        }
    }

    @Test(arguments: Languages.supported) func relativeDatesAreReadBack(tag: String) {
        var annotator = Annotator(resources: .embedded)
        let samples = LocaleSamples.relative(in: tag)
        #expect(samples.count >= 80)
        var wrong: [String] = []
        for sample in samples where !isException(sample, tag) {
            let found = annotator.annotate(
                Array(sample.text.utf8), language: tag, kinds: [.date], reference: Self.reference
            ).found.map { mention -> String in
                guard case .date(let date) = mention.value, date.isRelative else { return "not relative" }
                return "\(date.firstDay ?? "..")/\(date.lastDay ?? "..")"
            }
            if found.count != 1 || !wanted(sample.unit, sample.offset).contains(found[0]) {
                wrong.append("'\(sample.text)' (\(sample.unit) \(sample.offset)), read \(found)")
            }
            let none = annotator.annotate(Array(sample.text.utf8), language: tag, kinds: [.date]).found
            if !none.isEmpty { wrong.append("'\(sample.text)' is read without a reference") }
        }
        #expect(wrong == [])
    }
}
