/// Temporal values and durations.
enum TemporalArithmetic {
    /// Nil when the value is no point in time.
    static func add(_ d: DurationValue, to value: Value, _ range: Range<Int>) throws -> Value? {
        switch value {
        case .date(let date):
            // Whole days of the time part count, the rest has no place in a date.
            guard let result = self.date(date, d, extraDays: d.seconds / 86_400) else { throw outside(range) }
            return .date(result)
        case .localTime(let t): return .localTime(time(t, d))
        case .time(let t): return .time(ZonedTime(time: time(t.time, d), offset: t.offset))
        case .localDateTime(let t): return .localDateTime(try dateTime(t, d, range))
        case .dateTime(let t):
            // Months and days move the calendar, seconds the clock.
            guard let date = date(t.local.date, d, extraDays: 0) else { throw outside(range) }
            var moved = ZonedDateTime(local: LocalDateTime(date: date, time: t.local.time), zone: t.zoneValue)
            let instant = moved.instant
            let nanos = instant.nanosecond + d.nanoseconds
            let (seconds, overflow) = instant.seconds.addingReportingOverflow(d.seconds)
            if overflow || abs(seconds / 86_400) > 400_000_000_000 { throw outside(range) }
            moved = ZonedDateTime(
                instant: .init(seconds: seconds + nanos / LocalTime.second, nanosecond: nanos % LocalTime.second),
                zone: t.zoneValue)
            return .dateTime(moved)
        default: return nil
        }
    }

    private static func outside(_ range: Range<Int>) -> QueryFault {
        QueryFault(.type, "the result is outside the calendar", at: range, .overflow)
    }

    private static func date(_ date: CalendarDate, _ d: DurationValue, extraDays: Int64) -> CalendarDate? {
        let (days, overflow) = d.days.addingReportingOverflow(extraDays)
        return overflow ? nil : date.adding(months: d.months)?.adding(days: days)
    }

    private static func time(_ t: LocalTime, _ d: DurationValue) -> LocalTime {
        let shift = d.seconds % 86_400 * LocalTime.second + d.nanoseconds
        let n = (t.nanoseconds + shift) % LocalTime.day
        return LocalTime(nanoseconds: n < 0 ? n + LocalTime.day : n)
    }

    private static func dateTime(_ t: LocalDateTime, _ d: DurationValue, _ range: Range<Int>) throws -> LocalDateTime {
        guard let date = date(t.date, d, extraDays: 0) else { throw outside(range) }
        let base = LocalDateTime(date: date, time: t.time)
        let nanos = t.time.nanosecond + d.nanoseconds
        let (seconds, overflow) = base.seconds.addingReportingOverflow(d.seconds)
        if overflow || abs(seconds / 86_400) > 400_000_000_000 { throw outside(range) }
        return LocalDateTime(seconds: seconds + nanos / LocalTime.second, nanosecond: nanos % LocalTime.second)
    }
}
