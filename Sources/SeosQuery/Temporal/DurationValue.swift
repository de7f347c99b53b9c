/// A duration in four parts that do not convert into each other: a month has no fixed number of days, and a day none
/// of seconds.
struct DurationValue: Hashable, Sendable {
    var months: Int64
    var days: Int64
    var seconds: Int64
    /// 0 ..< 1,000,000,000; the sign is in `seconds`.
    var nanoseconds: Int64

    static let zero = DurationValue(months: Int64(0), days: 0, seconds: 0, nanoseconds: 0)

    init(months: Int64, days: Int64, seconds: Int64, nanoseconds: Int64) {
        self.months = months
        self.days = days
        let carry =
            nanoseconds >= 0 ? nanoseconds / LocalTime.second : (nanoseconds - LocalTime.second + 1) / LocalTime.second
        self.seconds = seconds &+ carry
        self.nanoseconds = nanoseconds &- carry &* LocalTime.second
    }

    /// From parts that may have fractions, which go on into the next smaller part: a month is 30.436875 days, a day
    /// 24 hours. Nil when it does not fit.
    init?(fractions months: Double, days: Double, seconds: Double, nanoseconds: Double) {
        let wholeMonths = months.rounded(.towardZero)
        let moreDays = days + (months - wholeMonths) * 30.436875
        let wholeDays = moreDays.rounded(.towardZero)
        let moreSeconds = seconds + (moreDays - wholeDays) * 86_400
        let wholeSeconds = moreSeconds.rounded(.towardZero)
        let nanos = nanoseconds + (moreSeconds - wholeSeconds) * 1e9
        guard let m = Int64(exactly: wholeMonths), let d = Int64(exactly: wholeDays),
            let s = Int64(exactly: wholeSeconds), let n = Int64(exactly: nanos.rounded(.towardZero))
        else { return nil }
        self.init(months: m, days: d, seconds: s, nanoseconds: n)
    }

    /// For ordering only: a month counts as 30.436875 days.
    var averageSeconds: Double {
        (Double(months) * 30.436875 + Double(days)) * 86_400 + Double(seconds) + Double(nanoseconds) / 1e9
    }

    var negated: DurationValue {
        DurationValue(months: 0 &- months, days: 0 &- days, seconds: 0 &- seconds, nanoseconds: 0 &- nanoseconds)
    }

    /// Nil when it does not fit.
    func adding(_ other: DurationValue) -> DurationValue? {
        let (m, a) = months.addingReportingOverflow(other.months)
        let (d, b) = days.addingReportingOverflow(other.days)
        let (s, c) = seconds.addingReportingOverflow(other.seconds)
        return a || b || c
            ? nil : DurationValue(months: m, days: d, seconds: s, nanoseconds: nanoseconds + other.nanoseconds)
    }

    func scaled(by factor: Double) -> DurationValue? {
        DurationValue(
            fractions: Double(months) * factor, days: Double(days) * factor, seconds: Double(seconds) * factor,
            nanoseconds: Double(nanoseconds) * factor)
    }

    /// `P1Y2M3DT4H5M6.789S`; each part has its own sign.
    var text: String {
        var out = "P"
        func add(_ n: Int64, _ letter: String) { if n != 0 { out += "\(n)\(letter)" } }
        add(months / 12, "Y")
        add(months % 12, "M")
        add(days, "D")
        let isNegative = seconds < 0 && nanoseconds > 0
        let whole = isNegative ? seconds + 1 : seconds
        let fraction = isNegative ? LocalTime.second - nanoseconds : nanoseconds
        if seconds != 0 || nanoseconds != 0 {
            out += "T"
            add(whole / 3600, "H")
            add(whole / 60 % 60, "M")
            let rest = whole % 60
            if rest != 0 || fraction != 0 {
                out += (rest == 0 && isNegative ? "-0" : "\(rest)") + LocalTime.fraction(fraction) + "S"
            }
        }
        return out == "P" ? "PT0S" : out
    }
}
