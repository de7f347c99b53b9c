internal import SeosModel

/// Days of the proleptic Gregorian calendar as numbers, without Foundation.
enum CalendarMath {
    /// Days since 1970-01-01 of the first day of a point (Hinnant's civil calendar).
    static func days(of point: DatePoint) -> Int {
        let month = point.month ?? 1
        let y = month <= 2 ? point.year - 1 : point.year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (point.day ?? 1) - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func point(of days: Int) -> DatePoint {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return DatePoint(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    /// 1 Monday … 7 Sunday.
    static func weekday(of days: Int) -> Int { ((days + 3) % 7 + 7) % 7 + 1 }

    static func last(of point: DatePoint) -> DatePoint {
        let month = point.month ?? 12
        return DatePoint(
            year: point.year, month: month, day: point.day ?? DatePoint.days(inMonth: month, of: point.year))
    }

    static func adding(months: Int, to point: DatePoint) -> DatePoint {
        let n = point.year * 12 + (point.month ?? 1) - 1 + months
        let year = n >= 0 ? n / 12 : (n - 11) / 12
        let month = n - year * 12 + 1
        return DatePoint(
            year: year, month: month, day: point.day.map { min($0, DatePoint.days(inMonth: month, of: year)) })
    }

    /// The last day or month of so many months that begin at a point, as precise as the point.
    static func lastDay(of months: Int, from point: DatePoint) -> DatePoint? {
        guard point.month != nil, (1...600).contains(months) else { return nil }
        if point.day == nil { return adding(months: months - 1, to: point) }
        return self.point(of: days(of: adding(months: months, to: point)) - 1)
    }
}
