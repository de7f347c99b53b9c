/// A time of day without a zone.
struct LocalTime: Hashable, Comparable, Sendable {
    /// Since midnight, below `day`.
    var nanoseconds: Int64

    static let second: Int64 = 1_000_000_000
    static let day: Int64 = 86_400 * second

    init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Nil when there is no such time.
    init?(hour: Int64, minute: Int64, second: Int64, nanosecond: Int64) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0..<Self.second).contains(nanosecond)
        else { return nil }
        nanoseconds = (hour * 3600 + minute * 60 + second) * Self.second + nanosecond
    }

    static func < (a: LocalTime, b: LocalTime) -> Bool { a.nanoseconds < b.nanoseconds }

    var hour: Int64 { nanoseconds / (3600 * Self.second) }
    var minute: Int64 { nanoseconds / (60 * Self.second) % 60 }
    var second: Int64 { nanoseconds / Self.second % 60 }
    var nanosecond: Int64 { nanoseconds % Self.second }

    static func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }

    /// Seconds only when there are any, and as many of nine decimals as are needed.
    var text: String {
        var out = "\(Self.two(hour)):\(Self.two(minute))"
        if nanoseconds % (60 * Self.second) != 0 { out += ":\(Self.two(second))" + Self.fraction(nanosecond) }
        return out
    }

    static func fraction(_ nanosecond: Int64) -> String {
        if nanosecond == 0 { return "" }
        let digits = String(nanosecond)
        var out = "." + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
        while out.last == "0" { out.removeLast() }
        return out
    }
}

/// A time of day with its distance from UTC.
struct ZonedTime: Hashable, Sendable {
    var time: LocalTime
    /// Seconds east of UTC.
    var offset: Int32

    /// Nanoseconds, so that times of all zones compare.
    var instant: Int64 { time.nanoseconds - Int64(offset) * LocalTime.second }

    var text: String { time.text + Zone.text(offset: Int64(offset)) }
}
