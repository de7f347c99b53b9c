/// Reads ISO 8601 texts, in the extended and the basic form. Nil when a text is none.
struct TemporalReader {
    private let bytes: [UInt8]
    private var at = 0

    private init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    private var isAtEnd: Bool { at == bytes.count }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    /// Digits ahead.
    private var digits: Int {
        var n = 0
        while at + n < bytes.count, bytes[at + n] >= 0x30, bytes[at + n] <= 0x39 { n += 1 }
        return n
    }

    private mutating func number(_ count: Int) -> Int64? {
        guard count > 0, count <= 10, digits >= count else { return nil }
        var n: Int64 = 0
        for _ in 0..<count {
            n = n * 10 + Int64(bytes[at] - 0x30)
            at += 1
        }
        return n
    }

    // MARK: Dates

    static func date(_ text: some StringProtocol) -> CalendarDate? {
        var reader = TemporalReader(text)
        guard let date = reader.date(), reader.isAtEnd else { return nil }
        return date
    }

    private mutating func date() -> CalendarDate? {
        let isNegative = take("-")
        let isSigned = isNegative || take("+")
        let count = digits
        // A year with a sign may have up to nine digits, and something else must follow it.
        guard let magnitude = number(isSigned && count != 8 ? min(count, 9) : 4) else { return nil }
        let year = isNegative ? -magnitude : magnitude
        if take("-") {
            if take("W") { return week(year, isExtended: true) }
            if take("Q") { return quarter(year, isExtended: true) }
            if digits == 3 { return number(3).flatMap { CalendarDate(year: year, ordinalDay: $0) } }
            guard let month = number(2) else { return nil }
            guard take("-") else { return CalendarDate(year: year, month: month, day: 1) }
            return number(2).flatMap { CalendarDate(year: year, month: month, day: $0) }
        }
        if take("W") { return week(year, isExtended: false) }
        if take("Q") { return quarter(year, isExtended: false) }
        switch digits {
        case 0: return CalendarDate(year: year, month: 1, day: 1)
        case 2: return number(2).flatMap { CalendarDate(year: year, month: $0, day: 1) }
        case 3: return number(3).flatMap { CalendarDate(year: year, ordinalDay: $0) }
        case 4:
            guard let month = number(2), let day = number(2) else { return nil }
            return CalendarDate(year: year, month: month, day: day)
        default: return nil
        }
    }

    private mutating func week(_ year: Int64, isExtended: Bool) -> CalendarDate? {
        guard let week = number(2) else { return nil }
        var day: Int64 = 1
        if isExtended ? take("-") : digits > 0 {
            guard let own = number(1) else { return nil }
            day = own
        }
        return CalendarDate(year: year, week: week, dayOfWeek: day)
    }

    private mutating func quarter(_ year: Int64, isExtended: Bool) -> CalendarDate? {
        guard let quarter = number(1) else { return nil }
        var day: Int64 = 1
        if isExtended ? take("-") : digits > 0 {
            guard let own = number(2) else { return nil }
            day = own
        }
        return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }

    // MARK: Times

    /// A time and what follows it: the zone's text.
    private mutating func time() -> LocalTime? {
        guard let hour = number(2) else { return nil }
        var (minute, second, nanosecond): (Int64, Int64, Int64) = (0, 0, 0)
        let isExtended = at < bytes.count && bytes[at] == UInt8(ascii: ":")
        if isExtended ? take(":") : digits >= 2 {
            guard let m = number(2) else { return nil }
            minute = m
            if isExtended ? take(":") : digits >= 2 {
                guard let s = number(2) else { return nil }
                second = s
                if take(".") || take(",") {
                    let places = digits
                    guard (1...9).contains(places), let fraction = number(places) else { return nil }
                    nanosecond = (places..<9).reduce(fraction) { n, _ in n * 10 }
                }
            }
        }
        return LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    private mutating func rest() -> String {
        defer { at = bytes.count }
        return String(decoding: bytes[at...], as: UTF8.self)
    }

    static func localTime(_ text: some StringProtocol) -> LocalTime? {
        var reader = TemporalReader(text)
        guard let time = reader.time(), reader.isAtEnd else { return nil }
        return time
    }

    static func time(_ text: some StringProtocol) -> ZonedTime? {
        var reader = TemporalReader(text)
        guard let time = reader.time() else { return nil }
        let rest = reader.rest()
        if rest.isEmpty { return ZonedTime(time: time, offset: 0) }
        guard let zone = Zone(rest), zone.name == nil else { return nil }
        return ZonedTime(time: time, offset: Int32(zone.offset(atInstant: 0)))
    }

    private mutating func dateTime() -> LocalDateTime? {
        guard let date = date() else { return nil }
        if isAtEnd { return LocalDateTime(date: date, time: LocalTime(nanoseconds: 0)) }
        guard take("T") || take("t"), let time = time() else { return nil }
        return LocalDateTime(date: date, time: time)
    }

    static func localDateTime(_ text: some StringProtocol) -> LocalDateTime? {
        var reader = TemporalReader(text)
        guard let value = reader.dateTime(), reader.isAtEnd else { return nil }
        return value
    }

    static func zonedDateTime(_ text: some StringProtocol) -> ZonedDateTime? {
        var reader = TemporalReader(text)
        guard let local = reader.dateTime() else { return nil }
        let rest = reader.rest()
        if rest.isEmpty { return ZonedDateTime(local: local, zone: .utc) }
        guard rest.last == "]", let bracket = rest.firstIndex(of: "[") else {
            guard let zone = Zone(rest), zone.name == nil else { return nil }
            return ZonedDateTime(local: local, zone: zone)
        }
        guard let zone = Zone(String(rest[rest.index(after: bracket)...].dropLast())) else { return nil }
        let offset = String(rest[..<bracket])
        if offset.isEmpty { return ZonedDateTime(local: local, zone: zone) }
        guard let fixed = Zone(offset) else { return nil }
        return ZonedDateTime(instant: ZonedDateTime(local: local, zone: fixed).instant, zone: zone)
    }

    // MARK: Durations

    static func duration(_ text: String) -> DurationValue? {
        var reader = TemporalReader(text)
        let isNegative = reader.take("-")
        if !isNegative { _ = reader.take("+") }
        guard reader.take("P"), !reader.isAtEnd else { return nil }
        guard let value = reader.amounts() ?? reader.dateLike(text) else { return nil }
        return isNegative ? value.negated : value
    }

    /// `P1Y2M3W4DT5H6M7.8S`; every part may have a fraction and a sign.
    private mutating func amounts() -> DurationValue? {
        var (months, days, seconds, nanoseconds) = (0.0, 0.0, 0.0, 0.0)
        var isTime = false
        var count = 0
        while !isAtEnd {
            if take("T") {
                if isTime || isAtEnd { return nil }
                isTime = true
                continue
            }
            let start = at
            if !take("-") { _ = take("+") }
            let whole = digits
            at += whole
            var fraction = 0.0
            let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
            var fractionDigits = ""
            if take(".") || take(",") {
                let places = digits
                fractionDigits = String(decoding: bytes[at..<at + places], as: UTF8.self)
                at += places
                guard places > 0, let f = Double("0." + fractionDigits) else { return nil }
                fraction = isNegative ? -f : f
            }
            guard whole > 0,
                let n = Int64(
                    String(decoding: bytes[start..<start + whole + (bytes[start] < 0x30 ? 1 : 0)], as: UTF8.self)),
                at < bytes.count
            else { return nil }
            let value = Double(n) + fraction
            let unit = bytes[at]
            at += 1
            count += 1
            switch (unit, isTime) {
            case (UInt8(ascii: "Y"), false): months += value * 12
            case (UInt8(ascii: "M"), false): months += value
            case (UInt8(ascii: "W"), false): days += value * 7
            case (UInt8(ascii: "D"), false): days += value
            case (UInt8(ascii: "H"), true): seconds += value * 3600
            case (UInt8(ascii: "M"), true): seconds += value * 60
            case (UInt8(ascii: "S"), true):
                seconds += Double(n)
                // Nine places exactly.
                let padded = (fractionDigits + "000000000").prefix(9)
                nanoseconds += (isNegative ? -1 : 1) * (Double(padded) ?? 0)
            default: return nil
            }
        }
        return count == 0
            ? nil : DurationValue(fractions: months, days: days, seconds: seconds, nanoseconds: nanoseconds)
    }

    /// `P2012-02-02T14:37:21.545`
    private func dateLike(_ text: String) -> DurationValue? {
        guard let start = text.firstIndex(of: "P") else { return nil }
        let parts = text[text.index(after: start)...].split(separator: "T", maxSplits: 1)
        guard let first = parts.first else { return nil }
        let numbers = first.split(separator: "-").compactMap { Int64($0) }
        guard numbers.count == 3, numbers.allSatisfy({ (0..<1_000_000).contains($0) }) else { return nil }
        var nanoseconds: Int64 = 0
        if parts.count == 2 {
            guard let time = Self.localTime(parts[1]) else { return nil }
            nanoseconds = time.nanoseconds
        }
        return DurationValue(
            months: numbers[0] * 12 + numbers[1], days: numbers[2], seconds: 0, nanoseconds: nanoseconds)
    }
}
