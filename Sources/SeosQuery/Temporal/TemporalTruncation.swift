/// `date.truncate('week', d)`: the beginning of the unit a value lies in.
enum TemporalTruncation {
    static let units = [
        "millennium", "century", "decade", "year", "weekyear", "quarter", "month", "week", "day", "hour", "minute",
        "second", "millisecond", "microsecond",
    ]

    /// Nil for units below a day.
    static func date(_ d: CalendarDate, _ unit: String) -> CalendarDate? {
        func start(_ year: Int64, _ month: Int64 = 1) -> CalendarDate? {
            CalendarDate(year: year, month: month, day: 1)
        }
        func floor(_ n: Int64, _ size: Int64) -> Int64 { (n >= 0 ? n / size : (n - size + 1) / size) * size }
        switch unit {
        case "millennium": return start(floor(d.year, 1000))
        case "century": return start(floor(d.year, 100))
        case "decade": return start(floor(d.year, 10))
        case "year": return start(d.year)
        case "weekyear": return CalendarDate(year: d.week.year, week: 1, dayOfWeek: 1)
        case "quarter": return start(d.year, (d.quarter - 1) * 3 + 1)
        case "month": return start(d.year, d.month)
        case "week": return CalendarDate(days: d.days - (d.dayOfWeek - 1))
        case "day": return d
        default: return nil
        }
    }

    /// Nil for unknown units; midnight for a day and more.
    static func time(_ t: LocalTime, _ unit: String) -> LocalTime? {
        let size: Int64
        switch unit {
        case "hour": size = 3600 * LocalTime.second
        case "minute": size = 60 * LocalTime.second
        case "second": size = LocalTime.second
        case "millisecond": size = 1_000_000
        case "microsecond": size = 1000
        default: return units.contains(unit) ? LocalTime(nanoseconds: 0) : nil
        }
        return LocalTime(nanoseconds: t.nanoseconds / size * size)
    }

    /// The fields to set on the result; a smaller part of a second is added to what is left of the larger one.
    static func fields(_ map: ValueMap, _ unit: String, _ time: LocalTime) -> ValueMap {
        var map = map
        let ns = time.nanosecond
        if unit == "millisecond", map["millisecond"] == nil, map["microsecond"] != nil || map["nanosecond"] != nil {
            map["millisecond"] = .integer(ns / 1_000_000)
        }
        if unit == "microsecond", map["microsecond"] == nil, map["nanosecond"] != nil {
            map["millisecond"] = map["millisecond"] ?? .integer(ns / 1_000_000)
            map["microsecond"] = .integer(ns / 1000 % 1000)
        }
        return map
    }
}
