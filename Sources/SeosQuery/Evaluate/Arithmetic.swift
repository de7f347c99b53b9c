#if canImport(Glibc)
    internal import Glibc
#else
    internal import Foundation
#endif

/// The operators of numbers, texts, lists and temporal values.
enum Arithmetic {
    static func overflow(_ range: Range<Int>) -> QueryFault {
        QueryFault(.type, "the result does not fit a 64-bit integer", at: range, .overflow)
    }

    private static func wrong(_ sign: String, _ a: Value, _ b: Value, _ range: Range<Int>) -> QueryFault {
        QueryFault(.type, "'\(sign)' cannot join \(a.words) and \(b.words)", at: range, .wrongType)
    }

    private static func double(_ value: Value) -> Double? {
        switch value {
        case .integer(let n): Double(n)
        case .float(let d): d
        default: nil
        }
    }

    /// Lists of at most ten million items, texts of at most eighty million bytes.
    private static func bound(_ count: Int, _ range: Range<Int>) throws {
        if count > 10_000_000 { throw QueryFault(.tooLong, "the result becomes too long", at: range, .outOfRange) }
    }

    static func add(_ a: Value, _ b: Value, _ range: Range<Int>) throws -> Value {
        switch (a, b) {
        case (.list(let x), .list(let y)):
            try bound(x.count + y.count, range)
            return .list(x + y)
        case (.null, _), (_, .null): return .null
        case (.list(let x), _):
            try bound(x.count, range)
            return .list(x + [b])
        case (_, .list(let y)):
            try bound(y.count, range)
            return .list([a] + y)
        case (.integer(let x), .integer(let y)):
            let (sum, overflows) = x.addingReportingOverflow(y)
            if overflows { throw overflow(range) }
            return .integer(sum)
        case (.string(let x), .string(let y)):
            try bound((x.utf8.count + y.utf8.count) >> 3, range)
            return .string(x + y)
        case (.string(let x), .integer), (.string(let x), .float): return .string(x + (Convert.text(b) ?? ""))
        case (.integer, .string(let y)), (.float, .string(let y)): return .string((Convert.text(a) ?? "") + y)
        default: break
        }
        if let x = double(a), let y = double(b) { return .float(x + y) }
        switch (a, b) {
        case (.duration(let x), .duration(let y)):
            guard let sum = x.adding(y) else { throw overflow(range) }
            return .duration(sum)
        case (.duration(let d), _):
            return try TemporalArithmetic.add(d, to: b, range) ?? { throw wrong("+", a, b, range) }()
        case (_, .duration(let d)):
            return try TemporalArithmetic.add(d, to: a, range) ?? { throw wrong("+", a, b, range) }()
        default: throw wrong("+", a, b, range)
        }
    }

    static func subtract(_ a: Value, _ b: Value, _ range: Range<Int>) throws -> Value {
        switch (a, b) {
        case (.null, _), (_, .null): return .null
        case (.integer(let x), .integer(let y)):
            let (difference, overflows) = x.subtractingReportingOverflow(y)
            if overflows { throw overflow(range) }
            return .integer(difference)
        case (.duration(let x), .duration(let y)):
            guard let sum = x.adding(y.negated) else { throw overflow(range) }
            return .duration(sum)
        case (_, .duration(let d)):
            if let result = try TemporalArithmetic.add(d.negated, to: a, range) { return result }
        default:
            if let x = double(a), let y = double(b) { return .float(x - y) }
        }
        throw wrong("-", a, b, range)
    }

    /// Multiplication, division, remainder, power.
    static func scale(_ operation: BinaryOperator, _ a: Value, _ b: Value, _ range: Range<Int>) throws -> Value {
        switch (a, b) {
        case (.null, _), (_, .null): return .null
        case (.integer(let x), .integer(let y)) where operation != .power: return try whole(operation, x, y, range)
        case (.duration(let d), _) where operation == .multiply || operation == .divide:
            guard let factor = double(b) else { throw wrong(operation.rawValue, a, b, range) }
            guard let scaled = d.scaled(by: operation == .multiply ? factor : 1 / factor) else { throw overflow(range) }
            return .duration(scaled)
        case (_, .duration(let d)) where operation == .multiply:
            guard let factor = double(a) else { throw wrong("*", a, b, range) }
            guard let scaled = d.scaled(by: factor) else { throw overflow(range) }
            return .duration(scaled)
        default: break
        }
        guard let x = double(a), let y = double(b) else { throw wrong(operation.rawValue, a, b, range) }
        switch operation {
        case .multiply: return .float(x * y)
        case .divide: return .float(x / y)
        case .modulo: return .float(x.truncatingRemainder(dividingBy: y))
        default: return .float(pow(x, y))
        }
    }

    private static func whole(_ operation: BinaryOperator, _ x: Int64, _ y: Int64, _ range: Range<Int>) throws -> Value
    {
        switch operation {
        case .multiply:
            let (product, overflows) = x.multipliedReportingOverflow(by: y)
            if overflows { throw overflow(range) }
            return .integer(product)
        case .divide:
            if y == 0 { throw QueryFault(.type, "division by zero", at: range, .arithmetic) }
            let (quotient, overflows) = x.dividedReportingOverflow(by: y)
            if overflows { throw overflow(range) }
            return .integer(quotient)
        default:
            if y == 0 { throw QueryFault(.type, "division by zero", at: range, .arithmetic) }
            return .integer(y == -1 ? 0 : x % y)
        }
    }
}
