extension Functions {
    private typealias Parts = (local: LocalDateTime, zone: Zone?, hasDate: Bool, hasTime: Bool)

    private static let kinds = ["date", "localtime", "time", "localdatetime", "datetime"]

    static let temporalValues: [ValueFunction] =
        kinds.flatMap { kind in
            [
                ValueFunction(
                    name: kind, synonyms: synonyms(kind), parameters: [.kinds([.map, .string, .temporal])], optional: 1,
                    result: .temporal, wants: "a map, a text or a date and time"
                ) { try make(kind, $0) },
                ValueFunction(
                    name: kind + ".truncate",
                    parameters: [.kinds([.string]), .kinds([.temporal]), .kinds([.map])], optional: 2,
                    result: .temporal, wants: "a unit, a date or time and a map"
                ) { try truncate(kind, $0) },
            ]
                + ["transaction", "statement", "realtime"].map { moment in
                    ValueFunction(
                        name: kind + "." + moment, parameters: [.kinds([.string])], optional: 1, result: .temporal,
                        wants: "a time zone"
                    ) { try now(kind, $0) }
                }
        } + [
            ValueFunction(
                name: "datetime.fromepoch", parameters: [.kinds([.number]), .kinds([.number])], optional: 1,
                result: .temporal, wants: "whole numbers"
            ) { call in
                let nanos = call.arguments.count > 1 ? try call.integer(1) : 0
                let seconds = try call.integer(0)
                guard (0..<LocalTime.second).contains(nanos), abs(seconds / 86_400) < 300_000_000_000 else {
                    throw call.fault("there is no such time", .outOfRange)
                }
                return .dateTime(ZonedDateTime(instant: .init(seconds: seconds, nanosecond: nanos), zone: .utc))
            },
            ValueFunction(
                name: "datetime.fromepochmillis", parameters: [.kinds([.number])], result: .temporal,
                wants: "a whole number"
            ) { call in
                let millis = try call.integer(0)
                let seconds = millis >= 0 ? millis / 1000 : (millis - 999) / 1000
                return .dateTime(
                    ZonedDateTime(
                        instant: .init(seconds: seconds, nanosecond: (millis - seconds * 1000) * 1_000_000), zone: .utc)
                )
            },
            ValueFunction(name: "timestamp", parameters: [], result: .integer) { call in
                .integer(call.clock.seconds * 1000 + call.clock.nanosecond / 1_000_000)
            },
            ValueFunction(
                name: "duration", parameters: [.kinds([.map, .string, .temporal])], result: .temporal,
                wants: "a map or a text"
            ) { call in
                switch call.arguments[0] {
                case .map(let map): return .duration(try TemporalBuilder(call: call, map: map).duration())
                case .string(let text): return try read(call, text, TemporalReader.duration(text)) { .duration($0) }
                case .duration(let d): return .duration(d)
                default: throw call.wrong(0, "a map or a text")
                }
            },
            between("duration.between") { $0.between }, between("duration.inMonths") { $0.inMonths },
            between("duration.inDays") { $0.inDays }, between("duration.inSeconds") { $0.inSeconds },
        ]

    private static func synonyms(_ kind: String) -> [String] {
        switch kind {
        case "localdatetime": ["local_datetime"]
        case "localtime": ["local_time"]
        case "datetime": ["zoned_datetime"]
        case "time": ["zoned_time"]
        default: []
        }
    }

    private static func between(
        _ name: String, _ take: @escaping @Sendable (DurationBetween) -> DurationValue
    ) -> ValueFunction {
        ValueFunction(
            name: name, parameters: [.kinds([.temporal]), .kinds([.temporal])], result: .temporal,
            wants: "two dates or times"
        ) { call in
            guard let pair = DurationBetween(call.arguments[0], call.arguments[1]) else {
                throw call.wrong(0, "two dates or times")
            }
            return .duration(take(pair))
        }
    }

    private static func read<T>(
        _ call: ValueCall, _ text: String, _ value: T?, _ make: (T) -> Value
    ) throws -> Value {
        guard let value else {
            throw call.fault("\(call.function) cannot read \(QueryError.quoted(text))", .invalidArgument)
        }
        return make(value)
    }

    // MARK: Making

    private static func now(_ kind: String, _ call: ValueCall) throws -> Value {
        var zone = Zone.utc
        if let first = call.arguments.first, case .string(let text) = first {
            zone = try {
                guard let zone = Zone(text) else {
                    throw call.fault("there is no time zone \(QueryError.quoted(text))", .invalidArgument)
                }
                return zone
            }()
        }
        return reduced(ZonedDateTime(instant: call.clock.instant, zone: zone), kind)
    }

    /// What a kind keeps of a date and time.
    private static func reduced(_ t: ZonedDateTime, _ kind: String) -> Value {
        switch kind {
        case "date": .date(t.local.date)
        case "localtime": .localTime(t.local.time)
        case "time": .time(ZonedTime(time: t.local.time, offset: Int32(t.offset)))
        case "localdatetime": .localDateTime(t.local)
        default: .dateTime(t)
        }
    }

    private static func make(_ kind: String, _ call: ValueCall) throws -> Value {
        guard let argument = call.arguments.first else { return try now(kind, call) }
        switch argument {
        case .map(let map): return try build(kind, TemporalBuilder(call: call, map: map))
        case .string(let text):
            switch kind {
            case "date": return try read(call, text, TemporalReader.date(text)) { .date($0) }
            case "localtime": return try read(call, text, TemporalReader.localTime(text)) { .localTime($0) }
            case "time": return try read(call, text, TemporalReader.time(text)) { .time($0) }
            case "localdatetime":
                return try read(call, text, TemporalReader.localDateTime(text)) { .localDateTime($0) }
            default: return try read(call, text, TemporalReader.zonedDateTime(text)) { .dateTime($0) }
            }
        default:
            var map = ValueMap()
            guard let parts = parts(argument) else { throw call.wrong(0, "a map, a text or a date and time") }
            if parts.hasDate { map["date"] = argument }
            if parts.hasTime { map["time"] = argument }
            if !parts.hasTime, kind.hasSuffix("time"), !kind.contains("date") {
                throw call.wrong(0, "a value with a time of day")
            }
            return try build(kind, TemporalBuilder(call: call, map: map))
        }
    }

    private static func build(_ kind: String, _ builder: TemporalBuilder) throws -> Value {
        switch kind {
        case "date": return .date(try builder.date(nil))
        case "localtime": return .localTime(try builder.time(nil).time)
        case "time": return .time(try builder.zonedTime(nil))
        case "localdatetime":
            return .localDateTime(LocalDateTime(date: try builder.date(nil), time: try builder.time(nil).time))
        default: return .dateTime(try builder.zonedDateTime(nil))
        }
    }

    private static func parts(_ value: Value) -> Parts? {
        let epoch = CalendarDate(days: 0)
        return switch value {
        case .date(let d): (LocalDateTime(date: d, time: LocalTime(nanoseconds: 0)), nil, true, false)
        case .localTime(let t): (LocalDateTime(date: epoch, time: t), nil, false, true)
        case .time(let t):
            (LocalDateTime(date: epoch, time: t.time), Zone(name: nil, offset: Int64(t.offset)), false, true)
        case .localDateTime(let t): (t, nil, true, true)
        case .dateTime(let t): (t.local, t.zoneValue, true, true)
        default: nil
        }
    }

    // MARK: Truncating

    private static func truncate(_ kind: String, _ call: ValueCall) throws -> Value {
        let unit = try call.text(0).lowercased()
        let value =
            call.arguments.count > 1
            ? call.arguments[1] : .dateTime(ZonedDateTime(instant: call.clock.instant, zone: .utc))
        guard let parts = parts(value) else { throw call.wrong(1, "a date or time") }
        guard let time = TemporalTruncation.time(parts.local.time, unit) else {
            throw call.fault("there is no unit \(QueryError.quoted(unit))", .invalidArgument)
        }
        let needsDate = kind.contains("date")
        if needsDate != parts.hasDate, needsDate || kind == "date" { throw call.wrong(1, "a value with a date") }
        let date = TemporalTruncation.date(parts.local.date, unit) ?? parts.local.date
        if kind == "date", TemporalTruncation.date(parts.local.date, unit) == nil {
            throw call.fault("a date cannot be cut to \(QueryError.quoted(unit))", .invalidArgument)
        }
        var map = ValueMap()
        if call.arguments.count > 2, case .map(let given) = call.arguments[2] { map = given }
        let builder = TemporalBuilder(call: call, map: TemporalTruncation.fields(map, unit, time))
        let zone = try builder.zone() ?? parts.zone ?? .utc
        let made = needsDate ? try builder.date(date) : date
        let local = LocalDateTime(date: made, time: try builder.overriding(time))
        if kind == "time" {
            return .time(ZonedTime(time: local.time, offset: Int32(zone.offset(atLocal: local))))
        }
        return reduced(ZonedDateTime(local: local, zone: zone), kind)
    }
}
