/// A calendar day, month or year, as precise as it was written.
public struct DatePoint: Sendable, Hashable {
    public var year: Int
    /// 1…12, nil at year precision.
    public var month: Int?
    /// 1…31, nil at month precision.
    public var day: Int?

    public init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    public enum Precision: String, Sendable {
        case year, month, day
    }

    public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

    /// ISO 8601 at the precision written: "2023", "2023-11", "2023-11-05".
    public var iso: String {
        guard (0...9999).contains(year), (0...99).contains(month ?? 0), (0...99).contains(day ?? 0) else {
            return [Self.padded(year, 4), month.map { Self.padded($0, 2) }, day.map { Self.padded($0, 2) }]
                .compactMap { $0 }.joined(separator: "-")
        }
        return String(unsafeUninitializedCapacity: 10) { out in
            var length = 0
            func write(_ digit: Int) {
                out[length] = UInt8(ascii: "0") + UInt8(digit % 10)
                length += 1
            }
            for power in [1000, 100, 10, 1] { write(year / power) }
            for part in [month, day] {
                guard let part else { continue }
                out[length] = UInt8(ascii: "-")
                length += 1
                write(part / 10)
                write(part)
            }
            return length
        }
    }

    /// The first day of what was written, ISO 8601.
    public var firstDay: String { DatePoint(year: year, month: month ?? 1, day: day ?? 1).iso }

    /// The last day of what was written, ISO 8601.
    public var lastDay: String {
        let m = month ?? 12
        return DatePoint(year: year, month: m, day: day ?? Self.days(inMonth: m, of: year)).iso
    }

    /// Whether the month and the day exist in the proleptic Gregorian calendar.
    public var isValid: Bool {
        guard (1...9999).contains(year) else { return false }
        guard let month else { return day == nil }
        guard (1...12).contains(month) else { return false }
        guard let day else { return true }
        return day >= 1 && day <= Self.days(inMonth: month, of: year)
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func padded(_ n: Int, _ width: Int) -> String {
        let s = String(n)
        return s.count >= width ? s : String(repeating: "0", count: width - s.count) + s
    }
}

/// A date or a period. A point in time has `end` nil; a period has both ends, or one when the other is open.
public struct DateValue: Sendable, Hashable {
    public var start: DatePoint?
    public var end: DatePoint?
    /// True when the words name a span of time with two ends ("from–to"), even if one of them is open.
    public var isPeriod: Bool
    /// True when it was computed from a reference date ("last year").
    public var isRelative: Bool

    public init(start: DatePoint?, end: DatePoint? = nil, isPeriod: Bool = false, isRelative: Bool = false) {
        self.start = start
        self.end = end
        self.isPeriod = isPeriod
        self.isRelative = isRelative
    }

    /// First day, ISO 8601; nil for a period with an open beginning.
    public var firstDay: String? { start?.firstDay }
    /// Last day, ISO 8601; for a point the last day of what was written; nil for a period with an open end.
    public var lastDay: String? { isPeriod ? end?.lastDay : (end ?? start)?.lastDay }
}
