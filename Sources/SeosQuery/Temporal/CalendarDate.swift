/// A day of the proleptic Gregorian calendar.
struct CalendarDate: Hashable, Comparable, Sendable {
    /// Since 1970-01-01.
    var days: Int64

    static let years: ClosedRange<Int64> = -999_999_999...999_999_999

    init(days: Int64) { self.days = days }

    /// Nil when there is no such day.
    init?(year: Int64, month: Int64, day: Int64) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        days = Self.days(year: year, month: month) + day - 1
    }

    static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.days < b.days }

    static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first day of a month; counted from March so that the leap day is the last one.
    private static func days(year: Int64, month: Int64) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let ofEra = y - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    var components: (year: Int64, month: Int64, day: Int64) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let ofEra = z - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * ofYear + 2) / 153
        let month = m < 10 ? m + 3 : m - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * m + 2) / 5 + 1)
    }

    var year: Int64 { components.year }
    var month: Int64 { components.month }
    var day: Int64 { components.day }
    var quarter: Int64 { (month - 1) / 3 + 1 }
    var ordinalDay: Int64 { days - Self.days(year: year, month: 1) + 1 }
    var dayOfQuarter: Int64 { days - Self.days(year: year, month: (quarter - 1) * 3 + 1) + 1 }
    /// 1 is Monday.
    var dayOfWeek: Int64 { ((days + 3) % 7 + 7) % 7 + 1 }

    /// ISO week: the year is that of the week's Thursday.
    var week: (year: Int64, number: Int64) {
        let thursday = CalendarDate(days: days + 4 - dayOfWeek)
        return (thursday.year, (thursday.ordinalDay - 1) / 7 + 1)
    }

    init?(year: Int64, week: Int64, dayOfWeek: Int64) {
        guard Self.years.contains(year), (1...53).contains(week), (1...7).contains(dayOfWeek),
            let fourth = CalendarDate(year: year, month: 1, day: 4)
        else { return nil }
        days = fourth.days - (fourth.dayOfWeek - 1) + (week - 1) * 7 + dayOfWeek - 1
        if week == 53, CalendarDate(days: days + 4 - dayOfWeek).year != year { return nil }
    }

    init?(year: Int64, ordinalDay: Int64) {
        guard Self.years.contains(year), ordinalDay >= 1, ordinalDay <= (Self.isLeap(year) ? 366 : 365) else {
            return nil
        }
        days = Self.days(year: year, month: 1) + ordinalDay - 1
    }

    init?(year: Int64, quarter: Int64, dayOfQuarter: Int64) {
        guard Self.years.contains(year), (1...4).contains(quarter), (1...92).contains(dayOfQuarter) else { return nil }
        days = Self.days(year: year, month: (quarter - 1) * 3 + 1) + dayOfQuarter - 1
        if self.quarter != quarter { return nil }
    }

    /// The same day of another month, or its last day. Nil outside the calendar.
    func adding(months: Int64) -> CalendarDate? {
        let (year, month, day) = components
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow { return nil }
        let y = total >= 0 ? total / 12 : (total - 11) / 12
        let m = total - y * 12 + 1
        guard Self.years.contains(y) else { return nil }
        return CalendarDate(year: y, month: m, day: min(day, Self.length(ofMonth: m, year: y)))
    }

    func adding(days count: Int64) -> CalendarDate? {
        let (sum, overflow) = days.addingReportingOverflow(count)
        guard !overflow, abs(sum / 400) < 1 << 31 else { return nil }
        return CalendarDate(days: sum)
    }

    var text: String {
        let (y, m, d) = components
        let magnitude = String(abs(y))
        let padded = String(repeating: "0", count: max(0, 4 - magnitude.count)) + magnitude
        let year = y < 0 ? "-" + padded : y > 9999 ? "+" + padded : padded
        return "\(year)-\(LocalTime.two(m))-\(LocalTime.two(d))"
    }
}
