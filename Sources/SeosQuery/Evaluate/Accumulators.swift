final class CollectAccumulator: Accumulator {
    private var items: [Value] = []

    func add(_ value: Value, _ more: Value) { items.append(value) }
    func result(_ budget: Budget) -> Value { .list(items) }
}

/// The smallest value in the order of ORDER BY, or with sign -1 the largest.
final class ExtremeAccumulator: Accumulator {
    private let sign: Int
    private var best: Value?

    init(sign: Int) { self.sign = sign }

    func add(_ value: Value, _ more: Value) {
        guard let known = best else {
            best = value
            return
        }
        if Value.orderability(value, known) * sign < 0 { best = value }
    }

    func result(_ budget: Budget) -> Value { best ?? .null }
}

/// Integers are added exactly; as soon as one number is a float, all are, by compensated addition (Neumaier), after
/// which the shortest decimal within 15 digits is taken when all numbers had at most six places.
final class SumAccumulator: Accumulator {
    private let range: Range<Int>
    private var whole: Int64 = 0
    private var total = CompensatedSum()
    private var isFloat = false
    private var overflows = false
    private var duration: DurationValue?

    init(_ range: Range<Int>) { self.range = range }

    func add(_ value: Value, _ more: Value) throws {
        switch value {
        case .integer(let n):
            let (sum, overflow) = whole.addingReportingOverflow(n)
            whole = sum
            overflows = overflows || overflow
            total.add(Double(n))
        case .float(let d):
            isFloat = true
            total.add(d)
        case .duration(let d):
            guard let sum = (duration ?? .zero).adding(d) else { throw Arithmetic.overflow(range) }
            duration = sum
        case let other:
            throw QueryFault(.type, "only numbers can be added up, this is \(other.words)", at: range, .wrongValue)
        }
    }

    func result(_ budget: Budget) throws -> Value {
        if let duration { return .duration(duration) }
        if isFloat { return .float(total.value) }
        if overflows { throw QueryFault(.type, "the sum does not fit a 64-bit integer", at: range, .overflow) }
        return .integer(whole)
    }
}

struct CompensatedSum {
    private var sum = 0.0
    private var compensation = 0.0
    private var millionths: Int64 = 0
    private var isExact = true

    mutating func add(_ d: Double) {
        let s = sum + d
        compensation += abs(sum) >= abs(d) ? (sum - s) + d : (d - s) + sum
        sum = s
        let scaled = d * 1e6
        if isExact, abs(scaled) < 9e15, scaled.rounded() / 1e6 == d {
            let (total, overflow) = millionths.addingReportingOverflow(Int64(scaled.rounded()))
            millionths = total
            isExact = !overflow
        } else {
            isExact = false
        }
    }

    var value: Double { isExact ? Double(millionths) / 1e6 : sum.isFinite ? sum + compensation : sum }

    /// Without the decimal reading.
    var plain: Double { sum.isFinite ? sum + compensation : sum }
}

final class AverageAccumulator: Accumulator {
    private let range: Range<Int>
    private var total = CompensatedSum()
    private var duration: DurationValue?
    private var count = 0.0

    init(_ range: Range<Int>) { self.range = range }

    func add(_ value: Value, _ more: Value) throws {
        count += 1
        switch value {
        case .integer(let n): total.add(Double(n))
        case .float(let d): total.add(d)
        case .duration(let d):
            guard let sum = (duration ?? .zero).adding(d) else { throw Arithmetic.overflow(range) }
            duration = sum
        case let other:
            throw QueryFault(
                .type, "only numbers have an average, this is \(other.words)", at: range, .wrongValue)
        }
    }

    func result(_ budget: Budget) -> Value {
        if count == 0 { return .null }
        if let duration { return duration.scaled(by: 1 / count).map { .duration($0) } ?? .null }
        return .float(total.plain / count)
    }
}

/// Standard deviation by Welford's method.
final class DeviationAccumulator: Accumulator {
    private let isSample: Bool
    private let range: Range<Int>
    private var count = 0.0
    private var mean = 0.0
    private var squares = 0.0

    init(isSample: Bool, _ range: Range<Int>) {
        self.isSample = isSample
        self.range = range
    }

    func add(_ value: Value, _ more: Value) throws {
        let d = try PercentileAccumulator.number(value, range)
        count += 1
        let step = d - mean
        mean += step / count
        squares += step * (d - mean)
    }

    func result(_ budget: Budget) -> Value {
        let divisor = isSample ? count - 1 : count
        return .float(divisor > 0 ? (squares / divisor).squareRoot() : 0)
    }
}

final class PercentileAccumulator: Accumulator {
    private let isContinuous: Bool
    private let range: Range<Int>
    private var items: [Value] = []
    private var share = 0.0

    init(isContinuous: Bool, _ range: Range<Int>) {
        self.isContinuous = isContinuous
        self.range = range
    }

    static func number(_ value: Value, _ range: Range<Int>) throws -> Double {
        switch value {
        case .integer(let n): return Double(n)
        case .float(let d): return d
        default: throw QueryFault(.type, "a number is needed, this is \(value.words)", at: range, .wrongValue)
        }
    }

    func add(_ value: Value, _ more: Value) throws {
        _ = try Self.number(value, range)
        share = try Self.number(more, range)
        if !(0...1).contains(share) {
            throw QueryFault(.type, "a percentile is a number from 0 to 1", at: range, .outOfRange)
        }
        items.append(value)
    }

    func result(_ budget: Budget) throws -> Value {
        if items.isEmpty { return .null }
        try items.sort {
            try budget.step()
            return Value.orderability($0, $1) < 0
        }
        if !isContinuous {
            let position = Int((share * Double(items.count)).rounded(.up)) - 1
            return items[max(0, min(items.count - 1, position))]
        }
        let position = share * Double(items.count - 1)
        let low = Int(position.rounded(.down))
        let high = min(items.count - 1, low + 1)
        let (a, b) = (try Self.number(items[low], range), try Self.number(items[high], range))
        return .float(a + (b - a) * (position - Double(low)))
    }
}
