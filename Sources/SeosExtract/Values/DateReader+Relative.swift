internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "yesterday", "last year": counted from the reference date, and marked relative. Nothing without a reference.
extension DateReader {
    func relative(at i: Int) -> Result? {
        guard let reference, let match = reading.first(.relative, at: i) else { return nil }
        let key = reading.entry(match).key
        guard let colon = key.firstIndex(of: ":"), let n = Int(key[key.index(after: colon)...]),
            let value = Self.value(unit: key[..<colon], n, from: reference)
        else { return nil }
        return Result(tokens: i..<match.end, value: value, rule: "date.relative")
    }

    private static func value(unit: Substring, _ n: Int, from reference: DatePoint) -> DateValue? {
        let today = CalendarMath.days(of: reference)
        switch unit {
        case "day": return DateValue(start: CalendarMath.point(of: today + n), isRelative: true)
        case "week":
            let monday = today - CalendarMath.weekday(of: today) + 1 + 7 * n
            return DateValue(
                start: CalendarMath.point(of: monday), end: CalendarMath.point(of: monday + 6), isPeriod: true,
                isRelative: true)
        case "month":
            var point = CalendarMath.adding(months: n, to: reference)
            point.day = nil
            return DateValue(start: point, isRelative: true)
        case "year": return DateValue(start: DatePoint(year: reference.year + n), isRelative: true)
        default: return nil
        }
    }
}
