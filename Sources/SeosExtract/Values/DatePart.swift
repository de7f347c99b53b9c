internal import SeosModel

/// What stands at one place of a text: some of day, month and year, or a stretch of a year.
struct DatePart {
    /// Behind the last token.
    var end: Int
    var day: Int?
    var month: Int?
    var year: Int?
    var stretch: Stretch?
    /// The sign between the numbers of an all-numeric date, else 0.
    var sign: UInt8 = 0
    /// Good only beside another part: a bare number, a day without a year, a date glued to what may be its other end.
    var isWeak = false
    /// The year stands first, so what follows may take it over ("2024. gada 15. aprīlī, 15. jūlijā").
    var isYearFirst = false
    /// "09/19": the same two numbers as month and year, good beside another pair only.
    var monthOfPair: (month: Int, year: Int)?
    /// Both numbers of an all-numeric date may be the month.
    var isOrderOpen = false

    /// A part of a year with two ends.
    enum Stretch {
        case quarter(Int)
        case half(Int)
        case season(String)
        /// Ten years.
        case decade
        /// A school or financial year over two calendar years.
        case academic

        func days(of year: Int) -> (from: DatePoint, to: DatePoint) {
            switch self {
            case .quarter(let n): return (DatePoint(year: year, month: n * 3 - 2), DatePoint(year: year, month: n * 3))
            case .half(let n): return (DatePoint(year: year, month: n * 6 - 5), DatePoint(year: year, month: n * 6))
            case .season("spring"): return (DatePoint(year: year, month: 3), DatePoint(year: year, month: 5))
            case .season("summer"): return (DatePoint(year: year, month: 6), DatePoint(year: year, month: 8))
            case .season("autumn"): return (DatePoint(year: year, month: 9), DatePoint(year: year, month: 11))
            case .season: return (DatePoint(year: year, month: 12), DatePoint(year: year + 1, month: 2))
            case .decade: return (DatePoint(year: year), DatePoint(year: year + 9))
            case .academic: return (DatePoint(year: year), DatePoint(year: year + 1))
            }
        }
    }

    var isBareYear: Bool { year != nil && month == nil && day == nil && stretch == nil }
    var isBareDay: Bool { day != nil && month == nil && year == nil }

    /// First and last point, when the year is known and the day exists.
    var ends: (from: DatePoint, to: DatePoint)? {
        guard let year else { return nil }
        if let stretch { return stretch.days(of: year) }
        let point = DatePoint(year: year, month: month, day: day)
        return point.isValid && !(month == nil && day != nil) ? (point, point) : nil
    }
}
