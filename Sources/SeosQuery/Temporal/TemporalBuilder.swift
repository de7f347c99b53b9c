/// Makes temporal values from maps: `date({year: 1984, week: 10})`, `datetime({date: d, time: t, second: 42})`.
struct TemporalBuilder {
    let call: ValueCall
    let map: ValueMap

    private func fault(_ message: String) -> QueryFault {
        QueryFault(.type, "\(call.function): \(message)", at: call.range, .invalidArgument)
    }

    private func integer(_ name: String) throws -> Int64? {
        switch map[name] {
        case .integer(let n): return n
        case nil, .null: return nil
        case .some(let other): throw fault("\(name) is a whole number, this is \(other.words)")
        }
    }

    private func has(_ names: String...) -> Bool { names.contains { map[$0] != nil } }

    // MARK: Date

    /// What the map says of the day; `base` fills what it leaves open.
    func date(_ base: CalendarDate?) throws -> CalendarDate {
        let base = try dateOf(map["date"]) ?? dateOf(map["datetime"]) ?? base
        let year = try integer("year")
        guard year != nil || base != nil else { throw fault("a year is missing") }
        func check(_ date: CalendarDate?) throws -> CalendarDate {
            guard let date else { throw fault("there is no such day") }
            return date
        }
        let y = year ?? base?.year ?? 0
        if has("week") || (has("dayOfWeek") && base != nil) {
            return try check(
                CalendarDate(
                    year: year ?? base?.week.year ?? y, week: integer("week") ?? base?.week.number ?? 1,
                    dayOfWeek: integer("dayOfWeek") ?? base?.dayOfWeek ?? 1))
        }
        if let quarter = try integer("quarter") {
            if let day = try integer("dayOfQuarter") {
                return try check(CalendarDate(year: y, quarter: quarter, dayOfQuarter: day))
            }
            guard let base else { return try check(CalendarDate(year: y, quarter: quarter, dayOfQuarter: 1)) }
            // The same month and day of another quarter.
            let month = (quarter - 1) * 3 + (base.month - 1) % 3 + 1
            return try check(CalendarDate(year: y, month: month, day: integer("day") ?? base.day))
        }
        if let day = try integer("dayOfQuarter") {
            return try check(CalendarDate(year: y, quarter: base?.quarter ?? 1, dayOfQuarter: day))
        }
        if let day = try integer("ordinalDay") { return try check(CalendarDate(year: y, ordinalDay: day)) }
        let month = try integer("month")
        if base == nil, month == nil, has("day") { throw fault("a day needs a month") }
        return try check(
            CalendarDate(year: y, month: month ?? base?.month ?? 1, day: integer("day") ?? base?.day ?? 1))
    }

    private func dateOf(_ value: Value?) throws -> CalendarDate? {
        switch value {
        case nil: return nil
        case .date(let d): return d
        case .localDateTime(let t): return t.date
        case .dateTime(let t): return t.local.date
        case .some(let other): throw fault("a date is needed, this is \(other.words)")
        }
    }

    // MARK: Time

    /// The time of day in the map and the zone it comes with.
    func time(_ base: LocalTime?) throws -> (time: LocalTime, zone: Zone?) {
        var (base, zone) = (base, nil as Zone?)
        switch map["time"] ?? map["datetime"] {
        case nil: break
        case .localTime(let t): base = t
        case .time(let t): (base, zone) = (t.time, Zone(name: nil, offset: Int64(t.offset)))
        case .localDateTime(let t): base = t.time
        case .dateTime(let t): (base, zone) = (t.local.time, t.zoneValue)
        case .some(let other): throw fault("a time is needed, this is \(other.words)")
        }
        return (try overriding(base), zone)
    }

    func overriding(_ base: LocalTime?) throws -> LocalTime {
        let names = ["hour", "minute", "second"]
        let given = try names.map(integer)
        if base == nil {
            for i in 1..<3 where given[i] != nil && given[i - 1] == nil {
                throw fault("a \(names[i]) needs \(i == 1 ? "an hour" : "a minute")")
            }
            if given[2] == nil, has("millisecond", "microsecond", "nanosecond") {
                throw fault("a part of a second needs a second")
            }
        }
        let time = LocalTime(
            hour: given[0] ?? base?.hour ?? 0, minute: given[1] ?? base?.minute ?? 0,
            second: given[2] ?? base?.second ?? 0, nanosecond: try fraction() ?? base?.nanosecond ?? 0)
        guard let time else { throw fault("there is no such time") }
        return time
    }

    /// Milli-, micro- and nanoseconds together; each is what the larger one leaves.
    private func fraction() throws -> Int64? {
        let (ms, us, ns) = (try integer("millisecond"), try integer("microsecond"), try integer("nanosecond"))
        if ms == nil, us == nil, ns == nil { return nil }
        let usLimit: Int64 = ms == nil ? 1_000_000 : 1000
        let nsLimit: Int64 = us != nil ? 1000 : ms != nil ? 1_000_000 : LocalTime.second
        guard (0..<1000).contains(ms ?? 0), (0..<usLimit).contains(us ?? 0), (0..<nsLimit).contains(ns ?? 0) else {
            throw fault("there is no such part of a second")
        }
        return (ms ?? 0) * 1_000_000 + (us ?? 0) * 1000 + (ns ?? 0)
    }

    // MARK: Zone

    func zone() throws -> Zone? {
        switch map["timezone"] {
        case nil, .null: return nil
        case .string(let text):
            guard let zone = Zone(text) else { throw fault("there is no time zone \(QueryError.quoted(text))") }
            return zone
        case .some(let other): throw fault("a time zone is a text, this is \(other.words)")
        }
    }

    func zonedTime(_ base: ZonedTime?) throws -> ZonedTime {
        var (time, own) = try time(base?.time)
        own = own ?? base.map { Zone(name: nil, offset: Int64($0.offset)) }
        let zone = try self.zone()
        // Zones given by name need a day; the day of the run serves.
        func offset(_ zone: Zone) -> Int64 { zone.offset(atInstant: call.clock.seconds) }
        if let zone, let own {
            let source = try sourceOffset() ?? offset(own)
            let shift = (offset(zone) - source) * LocalTime.second
            let n = (try timeBase().map(\.nanoseconds) ?? time.nanoseconds) + shift
            time = try overriding(LocalTime(nanoseconds: ((n % LocalTime.day) + LocalTime.day) % LocalTime.day))
        }
        let final = try zone.map(offset) ?? sourceOffset() ?? own.map(offset) ?? 0
        return ZonedTime(time: time, offset: Int32(final))
    }

    /// The distance from UTC that a date and time of the map has on its own day.
    private func sourceOffset() throws -> Int64? {
        if case .dateTime(let t) = map["time"] ?? map["datetime"] { return t.offset }
        return nil
    }

    private func timeBase() throws -> LocalTime? {
        switch map["time"] ?? map["datetime"] {
        case .localTime(let t): t
        case .time(let t): t.time
        case .localDateTime(let t): t.time
        case .dateTime(let t): t.local.time
        default: nil
        }
    }

    func zonedDateTime(_ base: ZonedDateTime?) throws -> ZonedDateTime {
        let wanted = try zone()
        if let seconds = try integer("epochSeconds") ?? integer("epochMillis").map({ $0 / 1000 }) {
            let millis = try integer("epochMillis").map { ($0 % 1000 + 1000) % 1000 * 1_000_000 } ?? 0
            let whole = try integer("epochMillis").map { $0 >= 0 ? $0 / 1000 : ($0 - 999) / 1000 } ?? seconds
            return ZonedDateTime(
                instant: .init(seconds: whole, nanosecond: try integer("nanosecond") ?? millis), zone: wanted ?? .utc)
        }
        if let wanted, case .dateTime(let source) = map["datetime"] {
            let moved = ZonedDateTime(instant: source.instant, zone: wanted)
            return ZonedDateTime(local: try fields(moved.local), zone: wanted)
        }
        if let wanted, map["time"] != nil, let own = try time(nil).zone, let bare = try timeBase() {
            // The clock of another zone, on the day given.
            let day = try date(base?.local.date)
            let source = ZonedDateTime(local: LocalDateTime(date: day, time: bare), zone: own)
            let moved = ZonedDateTime(instant: source.instant, zone: wanted)
            return ZonedDateTime(
                local: LocalDateTime(date: day, time: try overriding(moved.local.time)), zone: wanted)
        }
        let (time, own) = try time(base?.local.time)
        let zone = wanted ?? own ?? base?.zoneValue ?? .utc
        return ZonedDateTime(local: LocalDateTime(date: try date(base?.local.date), time: time), zone: zone)
    }

    /// The map's own fields over a value, whatever the map's `date`, `time` and `datetime` are.
    private func fields(_ base: LocalDateTime) throws -> LocalDateTime {
        var bare = map
        for name in ["date", "time", "datetime"] { bare[name] = nil }
        let builder = TemporalBuilder(call: call, map: bare)
        return LocalDateTime(date: try builder.date(base.date), time: try builder.overriding(base.time))
    }

    // MARK: Duration

    func duration() throws -> DurationValue {
        func value(_ name: String) throws -> Double {
            switch map[name] {
            case nil, .null: return 0
            case .integer(let n): return Double(n)
            case .float(let d): return d
            case .some(let other): throw fault("\(name) is a number, this is \(other.words)")
            }
        }
        let known = [
            "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds",
            "microseconds", "nanoseconds",
        ]
        if let other = map.entries.first(where: { !known.contains($0.key) }) {
            throw fault("a duration has no \(QueryError.quoted(other.key))")
        }
        let months = try value("years") * 12 + value("quarters") * 3 + value("months")
        let days = try value("weeks") * 7 + value("days")
        let seconds = try value("hours") * 3600 + value("minutes") * 60 + value("seconds")
        let nanoseconds = try value("milliseconds") * 1e6 + value("microseconds") * 1e3 + value("nanoseconds")
        guard
            let duration = DurationValue(
                fractions: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
        else { throw fault("this duration is too long") }
        return duration
    }
}
