/// `duration.between` and its kin.
struct DurationBetween {
    private struct Point {
        var date: CalendarDate?
        var time: LocalTime
        var zone: Zone?
    }

    private let from: Point
    private let to: Point

    /// Nil when one of the values is no point in time.
    init?(_ a: Value, _ b: Value) {
        guard let from = Self.point(a), let to = Self.point(b) else { return nil }
        self.from = from
        self.to = to
    }

    private static func point(_ value: Value) -> Point? {
        switch value {
        case .date(let d): Point(date: d, time: LocalTime(nanoseconds: 0))
        case .localTime(let t): Point(time: t)
        case .time(let t): Point(time: t.time, zone: Zone(name: nil, offset: Int64(t.offset)))
        case .localDateTime(let t): Point(date: t.date, time: t.time)
        case .dateTime(let t): Point(date: t.local.date, time: t.local.time, zone: t.zoneValue)
        default: nil
        }
    }

    /// Both ends on the clock of one zone, and the time between them where seconds count.
    private var ends: (from: LocalDateTime, to: LocalDateTime, zone: Zone?)? {
        guard let first = from.date, let last = to.date else { return nil }
        let a = LocalDateTime(date: first, time: from.time)
        let b = LocalDateTime(date: last, time: to.time)
        guard let zone = from.zone ?? to.zone else { return (a, b, nil) }
        let end = ZonedDateTime(local: b, zone: to.zone ?? zone)
        return (a, ZonedDateTime(instant: end.instant, zone: zone).local, zone)
    }

    private var timeOnly: DurationValue {
        if let day = from.date ?? to.date, let zone = from.zone ?? to.zone, from.zone == nil || to.zone == nil {
            // The clocks of the day that is known may change between the two.
            return Self.seconds(
                LocalDateTime(date: day, time: from.time), LocalDateTime(date: day, time: to.time), zone)
        }
        var nanoseconds = to.time.nanoseconds - from.time.nanoseconds
        if let a = from.zone, let b = to.zone {
            let (x, y) = (offset(a, from), offset(b, to))
            nanoseconds += (x - y) * LocalTime.second
        }
        return DurationValue(months: 0, days: 0, seconds: 0, nanoseconds: nanoseconds)
    }

    private func offset(_ zone: Zone, _ point: Point) -> Int64 {
        point.date.map { zone.offset(atLocal: LocalDateTime(date: $0, time: point.time)) } ?? zone.offset(atInstant: 0)
    }

    private static func seconds(_ a: LocalDateTime, _ b: LocalDateTime, _ zone: Zone?) -> DurationValue {
        guard let zone else {
            return DurationValue(
                months: 0, days: 0, seconds: b.seconds - a.seconds, nanoseconds: b.time.nanosecond - a.time.nanosecond)
        }
        let (x, y) = (ZonedDateTime(local: a, zone: zone).instant, ZonedDateTime(local: b, zone: zone).instant)
        return DurationValue(
            months: 0, days: 0, seconds: y.seconds - x.seconds, nanoseconds: y.nanosecond - x.nanosecond)
    }

    /// Whole months, towards zero.
    private static func months(_ a: LocalDateTime, _ b: LocalDateTime) -> Int64 {
        let (x, y) = (a.date.components, b.date.components)
        let months = (y.year - x.year) * 12 + y.month - x.month
        let (left, right) = ((x.day, a.time.nanoseconds), (y.day, b.time.nanoseconds))
        if months > 0, right < left { return months - 1 }
        if months < 0, right > left { return months + 1 }
        return months
    }

    private static func days(_ a: LocalDateTime, _ b: LocalDateTime) -> Int64 {
        let days = b.date.days - a.date.days
        if days > 0, b.time < a.time { return days - 1 }
        if days < 0, b.time > a.time { return days + 1 }
        return days
    }

    var between: DurationValue {
        guard let (a, b, zone) = ends else { return timeOnly }
        let months = Self.months(a, b)
        guard let shifted = a.date.adding(months: months) else { return .zero }
        let middle = LocalDateTime(date: shifted, time: a.time)
        let days = Self.days(middle, b)
        guard let last = shifted.adding(days: days) else { return .zero }
        let rest = Self.seconds(LocalDateTime(date: last, time: a.time), b, zone)
        return DurationValue(months: months, days: days, seconds: rest.seconds, nanoseconds: rest.nanoseconds)
    }

    var inMonths: DurationValue {
        guard let (a, b, _) = ends else { return .zero }
        return DurationValue(months: Self.months(a, b), days: 0, seconds: 0, nanoseconds: 0)
    }

    var inDays: DurationValue {
        guard let (a, b, _) = ends else { return .zero }
        return DurationValue(months: 0, days: Self.days(a, b), seconds: 0, nanoseconds: 0)
    }

    var inSeconds: DurationValue {
        guard let (a, b, zone) = ends else { return timeOnly }
        return Self.seconds(a, b, zone)
    }
}
