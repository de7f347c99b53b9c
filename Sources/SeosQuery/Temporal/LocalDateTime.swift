/// A day and a time without a zone.
struct LocalDateTime: Hashable, Comparable, Sendable {
    var date: CalendarDate
    var time: LocalTime

    static func < (a: LocalDateTime, b: LocalDateTime) -> Bool {
        a.date != b.date ? a.date < b.date : a.time < b.time
    }

    /// Since 1970-01-01T00:00 as if the zone were UTC.
    var seconds: Int64 { date.days * 86_400 + time.nanoseconds / LocalTime.second }

    init(date: CalendarDate, time: LocalTime) {
        self.date = date
        self.time = time
    }

    init(seconds: Int64, nanosecond: Int64) {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        date = CalendarDate(days: days)
        time = LocalTime(nanoseconds: (seconds - days * 86_400) * LocalTime.second + nanosecond)
    }

    func adding(seconds count: Int64) -> LocalDateTime {
        LocalDateTime(seconds: seconds &+ count, nanosecond: time.nanosecond)
    }

    var text: String { date.text + "T" + time.text }
}

/// A day and a time in a zone.
struct ZonedDateTime: Hashable, Sendable {
    var local: LocalDateTime
    /// Seconds east of UTC.
    var offset: Int64
    /// The zone's name when it was given by name.
    var zone: String?

    struct Instant: Comparable {
        var seconds: Int64
        var nanosecond: Int64
        static func < (a: Instant, b: Instant) -> Bool {
            a.seconds != b.seconds ? a.seconds < b.seconds : a.nanosecond < b.nanosecond
        }
    }

    var instant: Instant { Instant(seconds: local.seconds - offset, nanosecond: local.time.nanosecond) }

    init(local: LocalDateTime, offset: Int64, zone: String?) {
        self.local = local
        self.offset = offset
        self.zone = zone
    }

    /// What the clocks of the zone show.
    init(local: LocalDateTime, zone: Zone) {
        self.init(local: local, offset: zone.offset(atLocal: local), zone: zone.name)
        // A time that a clock change leaves out is moved past the gap.
        let actual = zone.offset(atInstant: local.seconds - offset)
        if actual != offset {
            self.local = local.adding(seconds: actual - offset)
            offset = actual
        }
    }

    init(instant: Instant, zone: Zone) {
        let offset = zone.offset(atInstant: instant.seconds)
        self.init(
            local: LocalDateTime(seconds: instant.seconds + offset, nanosecond: instant.nanosecond), offset: offset,
            zone: zone.name)
    }

    var zoneValue: Zone { Zone(name: zone, offset: offset) }

    var text: String { local.text + Zone.text(offset: offset) + (zone.map { "[\($0)]" } ?? "") }
}
