public import SeosModel

/// Values as the database writes them: "46388.4 EUR", "2023-06-21/2027-01-31", "85 %", "24", "P36M".
///
/// A period with an open end has `..` there ("2023-01/.."), as in ISO 8601-2; a point in time is as precise as it
/// was written ("2023-08").
public enum ValueText {
    /// - Returns: nil for a value that says nothing, such as a duration without a length.
    public static func text(of value: Mention.Value) -> String? {
        switch value {
        case .money(let money): return "\(money.amount) \(money.currency)"
        case .date(let date): return text(of: date)
        case .number(let number): return number.description
        case .percent(let number): return "\(number) %"
        case .duration(let months, let days):
            guard months != nil || days != nil else { return nil }
            return "P" + (months.map { "\($0)M" } ?? "") + (days.map { "\($0)D" } ?? "")
        case .text(let text): return text
        }
    }

    public static func text(of date: DateValue) -> String? {
        if !date.isPeriod, date.end == nil { return date.start?.iso }
        if date.start == nil, date.end == nil { return nil }
        return (date.start?.iso ?? "..") + "/" + (date.end?.iso ?? "..")
    }

    /// Reads what ``text(of:)-(Mention.Value)`` wrote for money.
    public static func money(_ text: String) -> Money? {
        guard let space = text.firstIndex(of: " ") else { return nil }
        let currency = text[text.index(after: space)...]
        guard !currency.isEmpty, let amount = decimal(text[..<space]) else { return nil }
        return Money(amount: amount, currency: String(currency))
    }

    /// Reads what ``text(of:)-(DateValue)`` wrote. Whether a date was relative is not in the text.
    public static func date(_ text: String) -> DateValue? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count == 1 { return point(parts[0]).map { DateValue(start: $0) } }
        guard parts.count == 2 else { return nil }
        let (start, end) = (point(parts[0]), point(parts[1]))
        guard start != nil || parts[0] == "..", end != nil || parts[1] == "..", start != nil || end != nil else {
            return nil
        }
        return DateValue(start: start, end: end, isPeriod: true)
    }

    /// Plain decimal notation, as ``ExactDecimal/description`` writes it.
    public static func decimal(_ text: some StringProtocol) -> ExactDecimal? {
        var coefficient: Int64 = 0
        var scale = 0
        var digits = 0
        var isNegative = false
        var isPastPoint = false
        for (i, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where i == 0: isNegative = true
            case UInt8(ascii: ".") where !isPastPoint && digits > 0: isPastPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, overflow2) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
                if overflow || overflow2 { return nil }
                coefficient = sum
                digits += 1
                if isPastPoint { scale += 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        return ExactDecimal(coefficient: isNegative ? -coefficient : coefficient, scale: scale)
    }

    /// "2023", "2023-08" or "2023-08-05".
    public static func point(_ text: some StringProtocol) -> DatePoint? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, let first = parts.first, first.utf8.count >= 4, let year = Int(first) else {
            return nil
        }
        let rest = parts.dropFirst().map { Int($0) }
        guard !rest.contains(nil) else { return nil }
        let point = DatePoint(year: year, month: rest.first ?? nil, day: rest.dropFirst().first ?? nil)
        return point.isValid ? point : nil
    }
}
