/// Conversions between texts, numbers and booleans.
enum Convert {
    /// Nil when the value is of a kind that cannot be converted; a text that holds no such value gives null.
    static func value(_ value: Value, to function: String) -> Value? {
        if value.isNull { return .null }
        switch function {
        case "toString": return text(value).map { .string($0) }
        case "toInteger": return integer(value)
        case "toFloat": return float(value)
        default: return boolean(value)
        }
    }

    static func text(_ value: Value) -> String? {
        switch value {
        case .string(let s): s
        case .boolean(let b): b ? "true" : "false"
        case .integer(let n): String(n)
        case .float(let d): text(d)
        case .date(let d): d.text
        case .localTime(let t): t.text
        case .time(let t): t.text
        case .localDateTime(let t): t.text
        case .dateTime(let t): t.text
        case .duration(let d): d.text
        default: nil
        }
    }

    /// As openCypher writes floats: `1.0`, `1.0E10`.
    static func text(_ d: Double) -> String {
        if d.isNaN { return "NaN" }
        if d.isInfinite { return d < 0 ? "-Infinity" : "Infinity" }
        let text = "\(d)"
        guard let e = text.firstIndex(of: "e") else { return text }
        var mantissa = String(text[..<e])
        if !mantissa.contains(".") { mantissa += ".0" }
        let exponent = text[text.index(after: e)...]
        return mantissa + "E" + (exponent.first == "+" ? String(exponent.dropFirst()) : String(exponent))
    }

    private static func integer(_ value: Value) -> Value? {
        switch value {
        case .integer: return value
        case .float(let d): return truncated(d)
        case .boolean(let b): return .integer(b ? 1 : 0)
        case .string(let s):
            let text = trimmed(s)
            if let n = Int64(text) { return .integer(n) }
            return number(text).map(truncated) ?? .null
        default: return nil
        }
    }

    private static func truncated(_ d: Double) -> Value {
        Int64(exactly: d.rounded(.towardZero)).map { .integer($0) } ?? .null
    }

    private static func float(_ value: Value) -> Value? {
        switch value {
        case .integer(let n): return .float(Double(n))
        case .float: return value
        case .string(let s): return number(trimmed(s)).map { .float($0) } ?? .null
        default: return nil
        }
    }

    private static func boolean(_ value: Value) -> Value? {
        switch value {
        case .boolean: return value
        case .integer(let n): return .boolean(n != 0)
        case .string(let s):
            switch trimmed(s).lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return .null
            }
        default: return nil
        }
    }

    /// Without spaces and control characters around it, as Java trims.
    private static func trimmed(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let s = scalars.first, s.value <= 0x20 { scalars.removeFirst() }
        while let s = scalars.last, s.value <= 0x20 { scalars.removeLast() }
        return String(Substring(scalars))
    }

    /// Digits, sign, point and exponent; Swift's own reading would take "inf" and "0x1p3" too.
    private static func number(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }) else {
            return nil
        }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}
