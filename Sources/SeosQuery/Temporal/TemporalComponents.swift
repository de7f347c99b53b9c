/// The parts of temporal values by name: `d.year`, `t.millisecond`, `duration.monthsOfYear`.
enum TemporalComponents {
    /// Nil when the value is not temporal; unknown parts of temporal values are an error.
    static func read(_ name: String, of value: Value, _ range: Range<Int>) throws -> Value? {
        let found: Value?
        switch value {
        case .date(let d): found = date(name, d)
        case .localTime(let t): found = time(name, t)
        case .time(let t): found = time(name, t.time) ?? zone(name, Int64(t.offset), nil)
        case .localDateTime(let t): found = date(name, t.date) ?? time(name, t.time)
        case .dateTime(let t):
            found =
                date(name, t.local.date) ?? time(name, t.local.time) ?? zone(name, t.offset, t.zone)
                ?? epoch(name, t)
        case .duration(let d): found = duration(name, d)
        default: return nil
        }
        guard let found else {
            throw QueryFault(
                .type, "\(value.words) has no part \(QueryError.quoted(name))", at: range, .wrongType)
        }
        return found
    }

    private static func date(_ name: String, _ d: CalendarDate) -> Value? {
        switch name {
        case "year": .integer(d.year)
        case "quarter": .integer(d.quarter)
        case "month": .integer(d.month)
        case "week": .integer(d.week.number)
        case "weekYear": .integer(d.week.year)
        case "dayOfQuarter": .integer(d.dayOfQuarter)
        case "quarterDay": .integer(d.dayOfQuarter)
        case "day": .integer(d.day)
        case "ordinalDay", "dayOfYear": .integer(d.ordinalDay)
        case "dayOfWeek", "weekDay": .integer(d.dayOfWeek)
        default: nil
        }
    }

    private static func time(_ name: String, _ t: LocalTime) -> Value? {
        switch name {
        case "hour": .integer(t.hour)
        case "minute": .integer(t.minute)
        case "second": .integer(t.second)
        case "millisecond": .integer(t.nanosecond / 1_000_000)
        case "microsecond": .integer(t.nanosecond / 1000)
        case "nanosecond": .integer(t.nanosecond)
        default: nil
        }
    }

    private static func zone(_ name: String, _ offset: Int64, _ zone: String?) -> Value? {
        switch name {
        case "timezone": .string(zone ?? Zone.text(offset: offset))
        case "offset": .string(Zone.text(offset: offset))
        case "offsetMinutes": .integer(offset / 60)
        case "offsetSeconds": .integer(offset)
        default: nil
        }
    }

    private static func epoch(_ name: String, _ t: ZonedDateTime) -> Value? {
        let instant = t.instant
        switch name {
        case "epochSeconds": return .integer(instant.seconds)
        case "epochMillis": return .integer(instant.seconds &* 1000 &+ instant.nanosecond / 1_000_000)
        default: return nil
        }
    }

    private static func duration(_ name: String, _ d: DurationValue) -> Value? {
        let (seconds, nanos) = (d.seconds, d.nanoseconds)
        func scaled(_ factor: Int64) -> Value {
            let (high, overflow) = seconds.multipliedReportingOverflow(by: factor)
            return overflow ? .null : .integer(high &+ nanos / (LocalTime.second / factor))
        }
        switch name {
        case "years": return .integer(d.months / 12)
        case "quarters": return .integer(d.months / 3)
        case "months": return .integer(d.months)
        case "weeks": return .integer(d.days / 7)
        case "days": return .integer(d.days)
        case "hours": return .integer(seconds / 3600)
        case "minutes": return .integer(seconds / 60)
        case "seconds": return .integer(seconds)
        case "milliseconds": return scaled(1000)
        case "microseconds": return scaled(1_000_000)
        case "nanoseconds": return scaled(LocalTime.second)
        case "quartersOfYear": return .integer(d.months / 3 % 4)
        case "monthsOfQuarter": return .integer(d.months % 3)
        case "monthsOfYear": return .integer(d.months % 12)
        case "daysOfWeek": return .integer(d.days % 7)
        case "minutesOfHour": return .integer(seconds / 60 % 60)
        case "secondsOfMinute": return .integer(seconds % 60)
        case "millisecondsOfSecond": return .integer(nanos / 1_000_000)
        case "microsecondsOfSecond": return .integer(nanos / 1000)
        case "nanosecondsOfSecond": return .integer(nanos)
        default: return nil
        }
    }
}
