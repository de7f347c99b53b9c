internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads numbers in words below a thousand: what ICU spells out and what the packs add, put together by size.
struct NumberWordReader {
    struct Result {
        var tokens: Range<Int>
        var value: ExactDecimal
        /// How many words of the language's table were put together.
        var words: Int
    }

    let reading: Reading

    /// Whether a word may be a number; quick, since it is asked of every word.
    func mayBegin(at i: Int) -> Bool {
        reading.first(.numberWord, at: i) != nil
            || reading.tokens.withFolded(i) { reading.language.numberCompounds.value(of: $0) } != nil
    }

    /// The number that begins at token `i`. "dvacet pět" adds what fits into the zeros of what stands before it,
    /// "two hundred" multiplies, "treinta y tres" and "twenty-three" may have a word or a dash between.
    func read(at i: Int) -> Result? {
        guard let first = word(at: i) else { return nil }
        var words = 1
        var end = first.end
        // Fractions and powers stand alone.
        guard first.value.isInteger, let start = first.value.coefficient(atScale: 0), start < 1000 else {
            return Result(tokens: i..<end, value: first.value, words: 1)
        }
        var sum = start
        while words < 8 {
            var k = end
            if reading.isDash(k), reading.glued(k), reading.glued(k + 1) {
                k += 1
            } else if let and = reading.first(.and, at: k), sum >= 20 || reading.language.putsUnitsFirst {
                k = and.end
            }
            guard reading.sameLine(k), let next = word(at: k), next.value.isInteger,
                let n = next.value.coefficient(atScale: 0), let joined = join(sum, n)
            else { break }
            sum = joined
            words += 1
            end = next.end
        }
        return Result(tokens: i..<end, value: ExactDecimal(sum), words: words)
    }

    private func join(_ sum: Int64, _ next: Int64) -> Int64? {
        if next == 100 { return (1...19).contains(sum) ? sum * 100 : nil }
        guard next > 0, next < 100 else { return nil }
        if sum % 100 == 0, sum > 0 { return sum + next }
        if reading.language.putsUnitsFirst, sum % 100 < 10, next >= 20, next % 10 == 0 { return sum + next }
        if sum % 10 == 0, sum % 100 >= 20, next < 10 { return sum + next }
        // "soixante" and "quatre-vingt" count on to nineteen.
        if sum % 100 == 60 || sum % 100 == 80, (10...19).contains(next) { return sum + next }
        return nil
    }

    /// The longest number word at a token.
    func word(at i: Int) -> (value: ExactDecimal, end: Int)? {
        guard reading.kind(i) == .word else { return nil }
        for match in reading.at(i) where match.meaning == .numberWord {
            if let value = Self.decimal(reading.entry(match).key) { return (value, match.end) }
        }
        if let value = reading.tokens.withFolded(i, { reading.language.numberCompounds.value(of: $0) }) {
            return (ExactDecimal(value), i + 1)
        }
        return nil
    }

    /// "1000000" or "0.25" as a decimal.
    static func decimal(_ text: String) -> ExactDecimal? {
        var coefficient: Int64 = 0
        var scale = 0
        var isFraction = false
        guard text.utf8.count <= 17 else { return nil }
        for b in text.utf8 {
            if b == UInt8(ascii: "."), !isFraction {
                isFraction = true
            } else if b >= 48, b <= 57 {
                coefficient = coefficient * 10 + Int64(b - 48)
                if isFraction { scale += 1 }
            } else {
                return nil
            }
        }
        return ExactDecimal(coefficient: coefficient, scale: scale)
    }
}
