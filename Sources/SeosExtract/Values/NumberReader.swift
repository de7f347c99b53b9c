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

    private static let maximumGroups = 12

    let reading: Reading

    /// - Parameters:
    ///   - beforeMagnitude: a magnitude word follows, so three digits are decimals ("3.625 mln").
    ///   - beforeCurrency: a currency follows, so a blank may stand behind a decimal comma ("130, 38 zł").
    func read(
        at i: Int, isMoney: Bool, beforeMagnitude: (Int) -> Bool, beforeCurrency: (Int) -> Bool = { _ in false }
    ) -> Result? {
        guard reading.kind(i) == .number else { return nil }
        var parts = [i]
        var separators: [Separator] = []
        var j = i + 1
        while true {
            // More groups than any number has: a list, and reading it from every place would take the square of its length.
            if parts.count > Self.maximumGroups { return nil }
            if reading.kind(j) == .number, reading.singleSpaceBefore(j), reading.digits(j) == 3,
                reading.digits(parts[0]) <= 3, parts.dropFirst().allSatisfy({ reading.digits($0) == 3 }),
                separators.allSatisfy({ $0 == .space }), !isThirdOfDate(j), parts.count > 1 || !isCountedItem(i, j)
            {
                separators.append(.space)
                parts.append(j)
                j += 1
                continue
            }
            guard let mark = separator(at: j), reading.kind(j + 1) == .number else { break }
            if !reading.glued(j + 1) {
                guard mark == .comma, parts.count == 1, reading.glued(j), reading.singleSpaceBefore(j + 1),
                    reading.digits(i) <= 3, !reading.tokens[j + 1].newlineBefore,
                    reading.digits(j + 1) == 2 && beforeCurrency(j + 2)
                        || reading.digits(j + 1) <= 2 && beforeMagnitude(j + 2) && separator(at: i - 1) == nil
                else { break }
            }
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
        // "2:60 kronor"
        if parts.count == 1, reading.ascii(j) == UInt8(ascii: ":"), reading.glued(j), reading.glued(j + 1),
            reading.digits(j + 1) == 2, reading.kind(j + 2) == .word, !reading.glued(j + 2), beforeCurrency(j + 2)
        {
            return decimal([i, j + 1], fraction: 2).map { Result(tokens: i..<(j + 2), value: $0) }
        }
        var result = interpret(parts, separators, isMoney: isMoney, beforeMagnitude: beforeMagnitude)
        if isMoney, separators == [.comma], let read = result, let other = read.alternative,
            reading.writesCommaDecimals,
            reading.last(.currency, endingAt: i) == nil, beforeCurrency(read.tokens.upperBound)
        {
            // "între 4,0795 și 4,094 lei": the comma of this block is a decimal sign.
            result?.value = other
            result?.alternative = read.value
        }
        return result
    }

    /// "15 500 01.02.2024" must not swallow a following date.
    private func isThirdOfDate(_ j: Int) -> Bool {
        separator(at: j + 1) == .dot && reading.glued(j + 1) && reading.kind(j + 2) == .number && reading.glued(j + 2)
            && reading.digits(j) <= 2
    }

    /// "partner 3 945 tkr" among numbers like "1\u{202F}280", and beside "partner 1" and "partner 2": a block that sets
    /// thousands off by another sign does not do it by a plain space behind what it counts.
    private func isCountedItem(_ i: Int, _ j: Int) -> Bool {
        guard reading.digits(i) == 1, reading.kind(i - 1) == .word, reading.sameLine(i),
            reading.tokens.text[Int(reading.tokens[i].end)] == 0x20
        else { return false }
        var others = 0
        var isCounted = false
        for k in max(reading.range.lowerBound, i - 60)..<min(reading.range.upperBound, i + 60) {
            if k != i, reading.digits(k) == 1, reading.kind(k - 1) == .word,
                reading.tokens[k - 1].hash == reading.tokens[i - 1].hash
            {
                isCounted = true
            }
            guard reading.digits(k) == 3, k != j else { continue }
            if reading.kind(k - 1) == .number, reading.singleSpaceBefore(k) {
                if reading.tokens.text[Int(reading.tokens[k].start) - 1] == 0x20 { return false }
                others += 1
            } else if reading.ascii(k - 1) == UInt8(ascii: "."), reading.kind(k - 2) == .number, reading.glued(k) {
                others += 1
            }
        }
        return isCounted && others >= 2
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
                        leadsWithZero
                        || (last != .apostrophe && !(last == .dot && reading.language.groupIsDot)
                            && beforeMagnitude(end))
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
            // "12,34,567.89": lakhs.
            if separators[0] == .comma, let lakhs = lakhs(parts, separators) {
                return Result(tokens: tokens, value: lakhs)
            }
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

    private func lakhs(_ parts: [Int], _ separators: [Separator]) -> ExactDecimal? {
        let hasFraction = separators[separators.count - 1] == .dot
        let commas = hasFraction ? separators.dropLast() : separators[...]
        let groups = hasFraction ? parts.dropLast() : parts[...]
        guard commas.count >= 2, commas.allSatisfy({ $0 == .comma }), reading.digits(parts[0]) <= 2,
            groups.dropFirst().dropLast().allSatisfy({ reading.digits($0) == 2 }),
            let last = groups.last, reading.digits(last) == 3
        else { return nil }
        return decimal(parts, fraction: hasFraction ? reading.digits(parts[parts.count - 1]) : 0)
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
