internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What may belong to a number that is no money: sign, exponent, fraction, a letter for thousands.
struct PlainNumberReader {
    struct Result {
        var tokens: Range<Int>
        var value: ExactDecimal
    }

    let reading: Reading

    /// - Returns: the number with what belongs to it, or nil for the measure or code it is a part of ("180ml", "4to").
    func extend(_ number: Range<Int>, _ value: ExactDecimal, hasMagnitude: Bool) -> Result? {
        var result = Result(tokens: number, value: value)
        if !hasMagnitude {
            if let longer = ratio(result) ?? fraction(result) ?? exponent(result) ?? suffix(result) ?? point(result) {
                result = longer
            } else if reading.glued(number.upperBound), reading.kind(number.upperBound) == .word {
                return nil
            }
        }
        return signed(result)
    }

    /// ".77", "-,0012G": decimals without a whole part, at a separator.
    func decimals(at i: Int) -> Result? {
        let c = reading.ascii(i)
        guard c == UInt8(ascii: ".") || c == UInt8(ascii: ","), reading.digits(i + 1) > 0, reading.glued(i + 1),
            !reading.glued(i) || reading.isDash(i - 1) && !reading.glued(i - 1), let n = reading.integer(i + 1),
            let value = ExactDecimal(coefficient: Int64(n), scale: reading.digits(i + 1))
        else { return nil }
        return extend(i..<(i + 2), value, hasMagnitude: false)
    }

    // MARK: Sign

    /// "-5", "minus 5"; a dash with a blank is a bullet unless nothing but the number stands there.
    private func signed(_ r: Result) -> Result {
        let start = r.tokens.lowerBound
        var sign = start
        if reading.isDash(start - 1), !reading.glued(start - 1),
            reading.glued(start) && reading.kind(start - 2) != .number
                || start - 1 == reading.range.lowerBound && r.tokens.upperBound == reading.range.upperBound
        {
            sign = start - 1
        } else if let word = reading.last(.minus, endingAt: start), reading.sameLine(start),
            !isQualifier(endingAt: start)
        {
            sign = word.start
        }
        guard sign < start, let value = ExactDecimal(coefficient: -r.value.coefficient, scale: r.value.scale) else {
            return r
        }
        return Result(tokens: sign..<r.tokens.upperBound, value: value)
    }

    /// "al menos 5", "more or less 5" limit a number.
    private func isQualifier(endingAt i: Int) -> Bool {
        reading.last(.atLeast, endingAt: i) != nil || reading.last(.upTo, endingAt: i) != nil
            || reading.last(.approximate, endingAt: i) != nil
            || reading.kind(i - 2) == .word
                && [.and, .approximate].contains { reading.last($0, endingAt: i - 1) != nil }
    }

    // MARK: Fractions

    /// "3/4", "2 1/4", "2 e 1/4"
    private func fraction(_ r: Result) -> Result? {
        let start = r.tokens.lowerBound
        let end = r.tokens.upperBound
        guard r.value.isInteger, r.tokens.count == 1, !reading.glued(start) || reading.isDash(start - 1) else {
            return nil
        }
        if let (value, next) = simpleFraction(start) { return Result(tokens: start..<next, value: value) }
        let k = reading.first(.and, at: end)?.end ?? end
        guard reading.sameLine(k), !reading.glued(k), let (value, next) = simpleFraction(k), value < ExactDecimal(1),
            let sum = r.value + value
        else { return nil }
        return Result(tokens: start..<next, value: sum)
    }

    private func simpleFraction(_ i: Int) -> (ExactDecimal, Int)? {
        guard let a = reading.integer(i), reading.ascii(i + 1) == UInt8(ascii: "/"), reading.glued(i + 1),
            reading.glued(i + 2), let b = reading.integer(i + 2), b > 0, reading.digits(i) <= 3,
            reading.digits(i + 2) <= 3,
            !reading.glued(i + 3) || !"/-.".utf8.contains(reading.ascii(i + 3)) && reading.kind(i + 3) == .punctuation
                || reading.ascii(i + 3) == UInt8(ascii: ".") && !reading.glued(i + 4),
            let value = Self.decimal(Double(a) / Double(b))
        else { return nil }
        return (value, i + 3)
    }

    /// "1 over 3", "1 sur vingt et un"; nothing may follow but the end of the sentence.
    private func ratio(_ r: Result) -> Result? {
        guard r.value.isInteger, let word = reading.first(.ratio, at: r.tokens.upperBound),
            reading.sameLine(r.tokens.upperBound), reading.sameLine(word.end)
        else { return nil }
        let below: (value: ExactDecimal, end: Int)
        if let n = reading.integer(word.end) {
            below = (ExactDecimal(Int64(n)), word.end + 1)
        } else if let number = NumberWordReader(reading: reading).read(at: word.end) {
            below = (number.value, number.tokens.upperBound)
        } else {
            return nil
        }
        guard reading.kind(below.end) != .word, reading.kind(below.end) != .number, ExactDecimal(0) < below.value,
            let value = Self.decimal(r.value.double / below.value.double)
        else { return nil }
        return Result(tokens: r.tokens.lowerBound..<below.end, value: value)
    }

    // MARK: Powers

    /// "12e-1", "6.23x10^-4", "1,1^23"
    private func exponent(_ r: Result) -> Result? {
        let end = r.tokens.upperBound
        guard reading.glued(end) else { return nil }
        if reading.kind(end) == .word {
            let letter = reading.tokens.folded(end)
            if letter == [0x65], let (n, next) = signedInteger(end + 1), abs(n) <= 30 {
                guard let value = r.value.scaled(byPowerOfTen: n) else { return nil }
                return Result(tokens: r.tokens.lowerBound..<next, value: value)
            }
            if letter == [0x78], reading.integer(end + 1) == 10, reading.glued(end + 1),
                reading.ascii(end + 2) == UInt8(ascii: "^"), reading.glued(end + 2),
                let (n, next) = signedInteger(end + 3), abs(n) <= 30, let value = r.value.scaled(byPowerOfTen: n)
            {
                return Result(tokens: r.tokens.lowerBound..<next, value: value)
            }
            return nil
        }
        guard reading.ascii(end) == UInt8(ascii: "^"), let (n, next) = signedInteger(end + 1), abs(n) <= 60 else {
            return nil
        }
        var power = 1.0
        for _ in 0..<abs(n) { power *= r.value.double }
        guard power != 0, let value = Self.decimal(n < 0 ? 1 / power : power) else { return nil }
        return Result(tokens: r.tokens.lowerBound..<next, value: value)
    }

    /// "+23", "-1", "--23", all glued.
    private func signedInteger(_ i: Int) -> (Int, Int)? {
        var k = i
        var isNegative = false
        while k < i + 2, reading.glued(k), reading.isDash(k) || reading.ascii(k) == UInt8(ascii: "+") {
            if reading.isDash(k) { isNegative.toggle() }
            k += 1
        }
        guard reading.glued(k), let n = reading.integer(k), n < 1000 else { return nil }
        return (isNegative ? -n : n, k + 1)
    }

    /// "10k", "1.2M", "10G", "1MM"; "1m" is a length.
    private func suffix(_ r: Result) -> Result? {
        let i = r.tokens.upperBound
        guard reading.kind(i) == .word, reading.sameLine(i),
            !reading.glued(i + 1) || reading.kind(i + 1) == .punctuation
        else { return nil }
        let letters = reading.tokens.folded(i)
        let isCapital = reading.tokens[i].isCapitalized
        guard letters.count <= 2, let first = letters.first, reading.glued(i) || first == 0x6B && letters.count == 1
        else { return nil }
        let power: Int
        switch Array(letters) {
        case [0x6B], [0xD0, 0xBA]: power = 3
        case [0x6D] where isCapital, [0xD0, 0xBC] where isCapital, [0x6D, 0x6D] where isCapital: power = 6
        case [0x67] where isCapital, [0xD0, 0xB3] where isCapital, [0x62]: power = 9
        default: return nil
        }
        guard let value = r.value.scaled(byPowerOfTen: power) else { return nil }
        return Result(tokens: r.tokens.lowerBound..<(i + 1), value: value)
    }

    /// "1 komma 5"
    private func point(_ r: Result) -> Result? {
        guard r.value.isInteger, let word = reading.first(.point, at: r.tokens.upperBound),
            reading.sameLine(r.tokens.upperBound), reading.sameLine(word.end)
        else { return nil }
        let end: Int
        let value: ExactDecimal?
        if let n = reading.integer(word.end) {
            value = ExactDecimal(coefficient: Int64(n), scale: reading.digits(word.end))
            end = word.end + 1
        } else if let number = NumberWordReader(reading: reading).word(at: word.end),
            let digit = number.value.coefficient(atScale: 0), digit < 10
        {
            value = ExactDecimal(coefficient: digit, scale: 1)
            end = number.end
        } else {
            return nil
        }
        guard let value, let sum = r.value + value else { return nil }
        return Result(tokens: r.tokens.lowerBound..<end, value: sum)
    }

    /// Fifteen digits of a quotient or a power, which no decimal holds exactly.
    private static func decimal(_ value: Double) -> ExactDecimal? {
        guard value.isFinite, abs(value) < 1e15 else {
            return abs(value) < 9e18 ? ExactDecimal(coefficient: Int64(value), scale: 0) : nil
        }
        var scale = 0
        var scaled = value
        while abs(scaled) < 1e14, scale < 18 {
            scaled *= 10
            scale += 1
        }
        return ExactDecimal(coefficient: Int64(scaled.rounded()), scale: scale)
    }
}
