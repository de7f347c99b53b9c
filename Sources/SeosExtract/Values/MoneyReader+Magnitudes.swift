internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Words for thousands and millions behind a number.
extension MoneyReader {
    func magnitude(at i: Int) -> (power: Int, end: Int)? {
        guard reading.sameLine(i) else { return nil }
        for match in reading.at(i) where match.meaning == .magnitude {
            let entry = reading.entry(match)
            guard let power = Int(entry.key) else { continue }
            // One or two letters ("t.", "M", "mn") count only where a currency follows.
            let letters = reading.tokens.folded(match.start).count
            if match.length == 1 || match.length == 2 && letters == 1, letters <= 2, !isBound(match, entry.form) {
                let isGlued = reading.glued(match.start)
                if letters == 1, !isGlued,
                    reading.tokens[match.start].isCapitalized != (entry.form.first?.isUppercase ?? false)
                {
                    continue
                }
                var end = match.end
                if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
                if currencies.match(at: end) == nil, !(isGlued && hasCurrencyBefore(match.start)) { continue }
            }
            var end = match.end
            if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end), currencies.match(at: end + 1) != nil {
                end += 1
            }
            return (power, end)
        }
        return letter(at: i)
    }

    /// "155\u{A0}M", "3,4\u{A0}Md": a space that does not break binds the letters to the number, if they are capitals
    /// where the language writes them so.
    func isBound(_ match: Lexicon.Match, _ form: String) -> Bool {
        let token = reading.tokens[match.start]
        let start = Int(token.start)
        guard reading.kind(match.start - 1) == .number, start >= 2, reading.singleSpaceBefore(match.start),
            reading.tokens.text[start - 1] != 0x20
        else { return false }
        // One small letter is a measure ("5\u{A0}m", "5\u{A0}t").
        return token.isCapitalized == form.first?.isUppercase && reading.kind(match.end) != .number
            && (token.isCapitalized || reading.tokens.folded(match.start).count > 1)
    }

    /// "10K$", "$10M": in every language, when glued and beside a currency.
    func letter(at i: Int) -> (power: Int, end: Int)? {
        guard reading.glued(i), reading.kind(i) == .word, reading.kind(i - 1) == .number else { return nil }
        let power: Int
        switch Array(reading.tokens.folded(i)) {
        case [0x6B], [0xD0, 0xBA]: power = 3
        case [0x6D] where reading.tokens[i].isCapitalized, [0xD0, 0xBC] where reading.tokens[i].isCapitalized: power = 6
        default: return nil
        }
        return currencies.match(at: i + 1) != nil || hasCurrencyBefore(i) ? (power, i + 1) : nil
    }

    /// Whether a currency stands before the number that ends right before token `i`.
    func hasCurrencyBefore(_ i: Int) -> Bool {
        var k = i - 1
        while k > reading.range.lowerBound, i - k < 6, reading.kind(k) == .number || reading.kind(k) == .punctuation {
            k -= 1
        }
        return k < i - 1 && currencies.before(k + 1, from: reading.range.lowerBound) != nil
    }

    /// "mil milhões" multiplies; "27 mln 300 tys.", "4 thousand 3 hundred and 21" and "3 million and a half" add.
    func readMagnitudes(_ q: inout Quantity, _ start: Int) -> Int {
        var end = start
        // "100-tisíc", "3-miljoniline"
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1), magnitude(at: end + 1) != nil { end += 1 }
        // "14-il miljun"
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1), reading.kind(end + 1) == .word,
            reading.tokens.folded(end + 1).count <= 2, magnitude(at: end + 2) != nil
        {
            end += 2
        }
        var power = 0
        while let next = magnitude(at: end), power + next.power <= 18 {
            power += next.power
            end = next.end
        }
        if power > 0 {
            multiply(&q, power)
        } else if q.words == 1, let own = Self.power(of: q.value), own >= 3 {
            // "milijun kuna"
            power = own
            q.magnitude = own
        }
        guard power > 0 else { return start }
        var groups = 1
        while groups < 5, let (part, next, lower) = lowerGroup(after: end, below: power, groups),
            let sum = q.value + part
        {
            q.value = sum
            q.alternative = nil
            end = next
            groups += 1
            power = lower
            if lower == 0 { break }
        }
        return end
    }

    func lowerGroup(after end: Int, below power: Int, _ groups: Int) -> (ExactDecimal, end: Int, power: Int)? {
        var k = end
        let and = reading.first(.and, at: k)
        if let and { k = and.end }
        guard reading.sameLine(k) else { return nil }
        if let half = words.word(at: k), half.value < ExactDecimal(1), !half.value.isInteger,
            magnitude(at: half.end) == nil, let part = half.value.scaled(byPowerOfTen: power)
        {
            return (part, half.end, 0)
        }
        guard currencies.match(at: end) == nil else { return nil }
        let lower: (value: ExactDecimal, tokens: Range<Int>)
        if let number = NumberReader(reading: reading).read(at: k, isMoney: true, beforeMagnitude: { _ in true }) {
            lower = (number.value, number.tokens)
        } else if let number = words.read(at: k), number.value < ExactDecimal(1000) {
            lower = (number.value, number.tokens)
        } else {
            return nil
        }
        if let next = magnitude(at: lower.tokens.upperBound) {
            guard next.power < power, let part = lower.value.scaled(byPowerOfTen: next.power) else { return nil }
            return (part, next.end, next.power)
        }
        guard power == 2 || groups > 1, lower.tokens.count == 1 || reading.kind(lower.tokens.lowerBound) == .word,
            lower.value.isInteger, ExactDecimal(0) < lower.value,
            let one = ExactDecimal(1).scaled(byPowerOfTen: power), lower.value < one
        else { return nil }
        return (lower.value, lower.tokens.upperBound, 0)
    }

    func multiply(_ q: inout Quantity, _ power: Int) {
        if let value = q.value.scaled(byPowerOfTen: power) { q.value = value }
        q.alternative = q.alternative.flatMap { $0.scaled(byPowerOfTen: power) }
        q.magnitude = (q.magnitude ?? 0) + power
    }
}
