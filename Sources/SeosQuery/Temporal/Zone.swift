internal import Foundation

/// A time zone: a fixed distance from UTC, or a name whose rules ICU knows.
struct Zone {
    var name: String?
    private var fixed: Int64
    private var rules: TimeZone?

    static let utc = Zone(name: nil, offset: 0)

    init(name: String?, offset: Int64) {
        self.name = name
        fixed = offset
        rules = name.flatMap { TimeZone(identifier: $0) }
    }

    /// `Z`, `+02:00`, `-0130`, `+01:02:03`, `Europe/Tallinn`; nil when there is no such zone.
    init?(_ text: String) {
        if text == "Z" || text == "z" {
            self.init(name: nil, offset: 0)
        } else if let offset = Self.offset(text) {
            self.init(name: nil, offset: offset)
        } else if text.utf8.count < 60, text.contains("/") || text == "UTC" || text == "GMT",
            TimeZone(identifier: text) != nil
        {
            self.init(name: text, offset: 0)
        } else {
            return nil
        }
    }

    /// Seconds east of UTC, from `+hh`, `+hhmm`, `+hh:mm`, `+hh:mm:ss`.
    static func offset(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        var digits: [Int64] = []
        for (i, b) in bytes.dropFirst().enumerated() {
            if b == UInt8(ascii: ":") {
                if i % 3 != 2 { return nil }
                continue
            }
            guard b >= 0x30, b <= 0x39 else { return nil }
            digits.append(Int64(b) - 0x30)
        }
        guard [2, 4, 6].contains(digits.count), bytes.count != 1 + digits.count || !text.contains(":") else {
            return nil
        }
        if text.contains(":"), bytes.count != digits.count + digits.count / 2 { return nil }
        digits += [0, 0, 0, 0]
        let (h, m, s) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5])
        guard h <= 18, m < 60, s < 60, h * 3600 + m * 60 + s <= 18 * 3600 else { return nil }
        let total = h * 3600 + m * 60 + s
        return sign == UInt8(ascii: "-") ? -total : total
    }

    func offset(atInstant seconds: Int64) -> Int64 {
        rules.map { Int64($0.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))) } ?? fixed
    }

    /// Where clocks are set back and show a time twice, the earlier one.
    func offset(atLocal local: LocalDateTime) -> Int64 {
        guard rules != nil else { return fixed }
        let before = offset(atInstant: local.seconds - 86_400)
        let after = offset(atInstant: local.seconds + 86_400)
        if offset(atInstant: local.seconds - before) == before { return before }
        return offset(atInstant: local.seconds - after) == after ? after : before
    }

    static func text(offset: Int64) -> String {
        if offset == 0 { return "Z" }
        let a = abs(offset)
        let seconds = a % 60 == 0 ? "" : ":" + LocalTime.two(a % 60)
        return (offset < 0 ? "-" : "+") + LocalTime.two(a / 3600) + ":" + LocalTime.two(a / 60 % 60) + seconds
    }
}
