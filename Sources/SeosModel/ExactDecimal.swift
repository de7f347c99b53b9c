/// A decimal number kept exactly: `coefficient` × 10^-`scale`.
///
/// Amounts are never `Double`: 46 388,4 is coefficient 463884, scale 1. The coefficient has at most 18 digits;
/// what is longer is not representable and the initialisers answer nil.
public struct ExactDecimal: Sendable, Hashable, Comparable {
    public private(set) var coefficient: Int64
    /// Digits after the decimal point, 0…18. Trailing zeros are removed, so equal values are equal.
    public private(set) var scale: Int

    public init(_ value: Int64) {
        coefficient = value
        scale = 0
    }

    /// coefficient × 10^-scale; a negative scale multiplies. Nil when it does not fit.
    public init?(coefficient: Int64, scale: Int) {
        var c = coefficient
        var s = scale
        while s < 0 {
            let (product, overflow) = c.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            c = product
            s += 1
        }
        while s > 0, c % 10 == 0 {
            c /= 10
            s -= 1
        }
        if s > 18 { return nil }
        self.coefficient = c
        self.scale = s
    }

    /// This number × 10^power, or nil when it does not fit.
    public func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
        ExactDecimal(coefficient: coefficient, scale: scale - power)
    }

    public static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal? {
        let s = max(a.scale, b.scale)
        guard let x = a.coefficient(atScale: s), let y = b.coefficient(atScale: s) else { return nil }
        let (sum, overflow) = x.addingReportingOverflow(y)
        return overflow ? nil : ExactDecimal(coefficient: sum, scale: s)
    }

    public static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
        return overflow ? nil : ExactDecimal(coefficient: product, scale: a.scale + b.scale)
    }

    public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        let s = max(a.scale, b.scale)
        if let x = a.coefficient(atScale: s), let y = b.coefficient(atScale: s) { return x < y }
        return a.double < b.double
    }

    /// The coefficient this number has when written with `scale` decimals, or nil when it does not fit.
    public func coefficient(atScale wanted: Int) -> Int64? {
        var c = coefficient
        var s = scale
        while s < wanted {
            let (product, overflow) = c.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            c = product
            s += 1
        }
        return s == wanted ? c : nil
    }

    public var isInteger: Bool { scale == 0 }

    /// The nearest double; for comparing magnitudes and for readers that have no decimals.
    public var double: Double {
        // Both exact as doubles, so that their quotient is the nearest one.
        if coefficient.magnitude < 1 << 53, scale < Self.powers.count {
            return Double(coefficient) / Self.powers[scale]
        }
        return Double(description) ?? 0
    }

    private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

    /// Plain decimal notation, `.` as the decimal sign, no grouping.
    public var description: String {
        if scale == 0 { return String(coefficient) }
        var digits = String(coefficient.magnitude)
        if digits.count <= scale { digits = String(repeating: "0", count: scale - digits.count + 1) + digits }
        let cut = digits.index(digits.endIndex, offsetBy: -scale)
        return (coefficient < 0 ? "-" : "") + digits[..<cut] + "." + digits[cut...]
    }
}

extension ExactDecimal: CustomStringConvertible {}
