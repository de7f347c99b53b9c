internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads numbers with every separator habit: `2 577 444`, `2.577.444,00`, `2,577,444.00`, `2'577'444`, `46 388,4`.
///
/// What stands between groups may be a space of any width, a dot, a comma or an apostrophe; groups have three digits.
/// A single separator before three digits has two readings, and both are kept: thousands first, unless a magnitude
/// follows, a zero leads, or the language writes decimals so and the number is not money.
struct NumberReader {
    struct Result {
        var tokens: Range<Int>
        var value: ExactDecimal
        /// The other reading of the same digits.
        var alternative: ExactDecimal?
        /// True when separators contradict each other ("1,885.230.00") and the reading is the likeliest one.
        var isDoubtful = false
    }

    private enum Separator: Equatable { case space, dot, comma, apostrophe }

    let reading: Reading

    /// - Parameter beforeMagnitude: a magnitude word follows, so three digits are decimals ("3.625 mln").
    func read(at i: Int, isMoney: Bool, beforeMagnitude: (Int) -> Bool) -> Result? {
        guard reading.kind(i) == .number else { return nil }
        var parts = [i]
        var separators: [Separator] = []
        var j = i + 1
        while true {
            if reading.kind(j) == .number, reading.singleSpaceBefore(j), reading.digits(j) == 3,
                reading.digits(parts[0]) <= 3, parts.dropFirst().allSatisfy({ reading.digits($0) == 3 }),
                separators.allSatisfy({ $0 == .space }), !isThirdOfDate(j)
            {
                separators.append(.space)
                parts.append(j)
                j += 1
                continue
            }
            guard let mark = separator(at: j), reading.kind(j + 1) == .number, reading.glued(j + 1) else { break }
            // "5 303 202 ,66": a stray space before the decimal sign.
            if !reading.glued(j)
                && !(reading.singleSpaceBefore(j) && separators.contains(.space) && reading.digits(j + 1) <= 2)
            {
                break
            }
            separators.append(mark)
            parts.append(j + 1)
            j += 2
        }
        return interpret(parts, separators, isMoney: isMoney, beforeMagnitude: beforeMagnitude)
    }

    /// "15 500 01.02.2024" must not swallow a following date.
    private func isThirdOfDate(_ j: Int) -> Bool {
        separator(at: j + 1) == .dot && reading.glued(j + 1) && reading.kind(j + 2) == .number && reading.glued(j + 2)
            && reading.digits(j) <= 2
    }

    private func separator(at j: Int) -> Separator? {
        switch reading.ascii(j) {
        case UInt8(ascii: "."): return .dot
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "'"): return .apostrophe
        default: return nil
        }
    }

    private func interpret(
        _ parts: [Int], _ separators: [Separator], isMoney: Bool, beforeMagnitude: (Int) -> Bool
    ) -> Result? {
        var parts = parts
        var separators = separators
        while true {
            if separators.isEmpty {
                guard let value = decimal(parts, fraction: 0) else { return nil }
                return Result(tokens: parts[0]..<(parts[0] + 1), value: value)
            }
            let end = parts[parts.count - 1] + 1
            let tokens = parts[0]..<end
            let lastLength = reading.digits(parts[parts.count - 1])
            let inner = parts.dropFirst().dropLast()
            let innerAreGroups = inner.allSatisfy { reading.digits($0) == 3 } && reading.digits(parts[0]) <= 3
            let last = separators[separators.count - 1]
            let others = separators.dropLast()
            let fraction = decimal(parts, fraction: lastLength)
            let whole = decimal(parts, fraction: 0)
            if others.isEmpty {
                if last == .space { return whole.map { Result(tokens: tokens, value: $0) } }
                if lastLength == 3, reading.digits(parts[0]) <= 3 {
                    let leadsWithZero = reading.integer(parts[0]) == 0
                    let asDecimal =
                        leadsWithZero || (last != .apostrophe && beforeMagnitude(end))
                        || (!isMoney && last == (reading.language.decimalIsComma ? .comma : .dot))
                    guard let fraction, let whole else { return nil }
                    return Result(
                        tokens: tokens, value: asDecimal ? fraction : whole,
                        alternative: leadsWithZero ? nil : asDecimal ? whole : fraction)
                }
                if let fraction { return Result(tokens: tokens, value: fraction) }
                return nil
            }
            let uniform = others.allSatisfy { $0 == others[0] }
            if last == others[others.endIndex - 1], uniform {
                if innerAreGroups, lastLength == 3 { return whole.map { Result(tokens: tokens, value: $0) } }
                // "1.885.230.00": groups of three, then two digits behind the same sign.
                if isMoney, innerAreGroups, lastLength <= 2, inner.count >= 1, last != .space {
                    return fraction.map { Result(tokens: tokens, value: $0, isDoubtful: true) }
                }
            } else if innerAreGroups, last != .space {
                if uniform, last == .dot || last == .comma || last == .apostrophe {
                    return fraction.map { Result(tokens: tokens, value: $0) }
                }
                if isMoney {
                    // "1,885.230.00": signs mixed; the digits behind the last one are the decimals if there are two.
                    let value = lastLength <= 2 ? fraction : whole
                    return value.map { Result(tokens: tokens, value: $0, isDoubtful: true) }
                }
            }
            // What does not hold together as one number is read up to where it does.
            parts.removeLast()
            separators.removeLast()
            if parts.count == 1 && separators.isEmpty && last != .space { return nil }
        }
    }

    /// All digits of the parts as one number with `fraction` decimals.
    private func decimal(_ parts: [Int], fraction: Int) -> ExactDecimal? {
        var coefficient: Int64 = 0
        var count = 0
        for part in parts {
            for b in reading.tokens.folded(part) {
                count += 1
                if count > 18 { return nil }
                coefficient = coefficient * 10 + Int64(b - 48)
            }
        }
        return ExactDecimal(coefficient: coefficient, scale: fraction)
    }
}
