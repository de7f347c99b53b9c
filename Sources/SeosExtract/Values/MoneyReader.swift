internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A number with what belongs to it: magnitude, currency, cents, percent sign.
struct MoneyReader {
    struct Quantity {
        /// The number alone.
        var number: Range<Int>
        /// The number with its magnitude.
        var body: Range<Int>
        /// Everything: currency before or after, cents, ",-".
        var tokens: Range<Int>
        var value: ExactDecimal
        var alternative: ExactDecimal?
        var magnitude: Int?
        var currency: String?
        var isPercent = false
        var isCounted = false
        var isDoubtful = false
        /// How many words the number was put together from; 0 for digits.
        var words = 0
    }

    let reading: Reading
    let currencies: CurrencyReader
    let words: NumberWordReader
    /// ISO 4217 code that "kr" stands for on this page; nil leaves it open.
    var crown: String?

    init(reading: Reading, crown: String?) {
        self.reading = reading
        self.crown = crown
        currencies = CurrencyReader(reading: reading)
        words = NumberWordReader(reading: reading)
    }

    /// - Parameter from: where the amount before ends; its currency is not taken again.
    func read(at i: Int, from: Int) -> Quantity? {
        switch reading.kind(i) {
        case .number: return digits(at: i, from: from)
        case .word: return spelt(at: i, from: from)
        default: return nil
        }
    }

    // MARK: Numbers

    private func digits(at i: Int, from: Int) -> Quantity? {
        if isInternetAddress(i) { return nil }
        let numbers = NumberReader(reading: reading)
        let before = currencies.before(i, from: from)
        var isGluedToWord = false
        if reading.glued(i), before == nil {
            // "H2020", "PL634", "B2": part of a code. "(2023" and "-5" are not.
            if ".,/_@#".utf8.contains(reading.ascii(i - 1)) { return nil }
            if reading.kind(i - 1) == .word {
                // "skirta87500eur": a missing space, if what follows is money.
                let word = reading.tokens[i - 1]
                guard !word.isAllCaps, !word.hasInnerCapital, reading.tokens.folded(i - 1).count >= 4 else {
                    return nil
                }
                isGluedToWord = true
            }
        }
        guard
            let number = numbers.read(
                at: i, isMoney: true, beforeMagnitude: { self.magnitude(at: $0) != nil },
                beforeCurrency: { self.currencies.after($0) != nil })
        else { return nil }
        var q = Quantity(
            number: number.tokens, body: number.tokens, tokens: number.tokens, value: number.value,
            alternative: number.alternative, isDoubtful: number.isDoubtful)
        finish(&q, before: before)
        if isGluedToWord, q.currency == nil || q.value < ExactDecimal(100) { return nil }
        // Without money around it, a single separator before three digits follows the language.
        if q.currency == nil, q.magnitude == nil, !q.isPercent, q.body == q.number,
            let plain = numbers.read(at: i, isMoney: false, beforeMagnitude: { _ in false })
        {
            q.value = plain.value
            q.alternative = plain.alternative
            q.isDoubtful = false
            q.tokens = plain.tokens
            q.number = plain.tokens
            q.body = plain.tokens
        }
        return q
    }

    /// "192.168.1.2": four parts below 256 between glued dots, and not groups of three digits.
    private func isInternetAddress(_ i: Int) -> Bool {
        guard reading.ascii(i + 1) == UInt8(ascii: "."), reading.ascii(i + 3) == UInt8(ascii: "."),
            reading.ascii(i + 5) == UInt8(ascii: "."),
            !(reading.digits(i + 2) == 3 && reading.digits(i + 4) == 3 && reading.digits(i + 6) == 3)
        else { return false }
        return (1...6).allSatisfy { reading.glued(i + $0) }
            && [0, 2, 4, 6].allSatisfy {
                reading.digits(i + $0) <= 3 && reading.integer(i + $0).map { $0 < 256 } == true
            }
    }

    /// A number in words counts when something of money follows, or when several words make it.
    private func spelt(at i: Int, from: Int) -> Quantity? {
        guard words.mayBegin(at: i), let number = words.read(at: i) else { return nil }
        var q = Quantity(
            number: number.tokens, body: number.tokens, tokens: number.tokens, value: number.value,
            words: number.words)
        finish(&q, before: currencies.before(i, from: from))
        // "tres de cada cuatro euros" is a share.
        if q.magnitude == nil, q.currency != nil, let ratio = reading.last(.ratio, endingAt: i),
            isNumber(before: ratio.start)
        {
            return nil
        }
        guard q.currency != nil || q.words > 1 || q.magnitude != nil && q.body.count > 1 || isPlain(q) else {
            return nil
        }
        // "Tre Kronor" is a team.
        if reading.tokens[i].isCapitalized, q.tokens.count == 2, reading.tokens[i + 1].isCapitalized,
            reading.sameLine(i), reading.kind(i - 1) == .word
        {
            return nil
        }
        return q
    }

    private func isNumber(before i: Int) -> Bool {
        reading.kind(i - 1) == .number && reading.digits(i - 1) <= 2
            || words.word(at: i - 1).map { $0.end == i } == true
    }

    /// A single word is a number where it cannot be an article or a part of a phrase: from thirteen on, before "out
    /// of", or when nothing else is said.
    private func isPlain(_ q: Quantity) -> Bool {
        !(q.value < ExactDecimal(13)) || q.tokens == reading.range
            || reading.first(.ratio, at: q.tokens.upperBound) != nil && reading.kind(q.tokens.upperBound + 1) == .number
    }

    private func finish(_ q: inout Quantity, before: CurrencyReader.Hit?) {
        let i = q.number.lowerBound
        var end = q.number.upperBound
        if let multiple = reading.first(.multiple, at: end), reading.sameLine(end),
            let n = NumberWordReader.decimal(reading.entry(multiple).key), let product = q.value * n
        {
            q.value = product
            end = multiple.end
        }
        end = readMagnitudes(&q, end)
        q.body = i..<end
        q.tokens = i..<end
        if q.magnitude == nil, isPercent(at: end) {
            q.isPercent = true
            q.tokens = i..<(reading.first(.percent, at: end)?.end ?? end + 1)
            return
        }
        end = zeroCents(end, &q)
        if let after = currencies.after(end), let before, before.power == nil, reading.kind(after.end - 1) == .symbol,
            reading.kind(before.tokens.lowerBound) == .word, !belongsToNext(after, q, hasBefore: true)
        {
            // "SGD 4.90 $": the code says whose dollars.
            q.currency = before.code
            q.tokens = before.tokens.lowerBound..<after.end
        } else if let after = currencies.after(end), !belongsToNext(after, q, hasBefore: before != nil) {
            q.currency = after.code
            q.tokens = i..<after.end
            if let power = after.power {
                multiply(&q, power)
            } else if q.magnitude == nil, let next = magnitude(at: after.end), next.power >= 6,
                reading.kind(next.end) != .number
            {
                // "75 USD million"
                multiply(&q, next.power)
                q.tokens = i..<next.end
            }
            addCents(&q, isNamed: true)
        } else if let before {
            q.currency = before.code
            q.tokens = before.tokens.lowerBound..<end
            if let power = before.power { multiply(&q, power) }
            addCents(&q, isNamed: false)
        } else if q.currency != nil {
            q.tokens = i..<end
        } else if !readBareCents(&q, end) {
            q.isCounted = isCounted(end, q)
        }
        settleCurrency(&q)
    }

    /// What "kr" and "francs" mean here.
    private func settleCurrency(_ q: inout Quantity) {
        if q.currency == "kr", let crown { q.currency = crown }
        // Thousands behind apostrophes are Swiss.
        if q.currency == "FRF", q.number.contains(where: { reading.ascii($0) == UInt8(ascii: "'") }) {
            q.currency = "CHF"
        }
    }

    // MARK: Magnitudes

    private func magnitude(at i: Int) -> (power: Int, end: Int)? {
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
    private func isBound(_ match: Lexicon.Match, _ form: String) -> Bool {
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
    private func letter(at i: Int) -> (power: Int, end: Int)? {
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
    private func hasCurrencyBefore(_ i: Int) -> Bool {
        var k = i - 1
        while k > reading.range.lowerBound, i - k < 6, reading.kind(k) == .number || reading.kind(k) == .punctuation {
            k -= 1
        }
        return k < i - 1 && currencies.before(k + 1, from: reading.range.lowerBound) != nil
    }

    /// "mil milhões" multiplies; "27 mln 300 tys.", "4 thousand 3 hundred and 21" and "3 million and a half" add.
    private func readMagnitudes(_ q: inout Quantity, _ start: Int) -> Int {
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

    private func lowerGroup(after end: Int, below power: Int, _ groups: Int) -> (ExactDecimal, end: Int, power: Int)? {
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

    private static func power(of value: ExactDecimal) -> Int? {
        var power = 0
        var n = value.isInteger ? value.coefficient : 0
        while n >= 10, n % 10 == 0 {
            n /= 10
            power += 1
        }
        return n == 1 ? power : nil
    }

    private func multiply(_ q: inout Quantity, _ power: Int) {
        if let value = q.value.scaled(byPowerOfTen: power) { q.value = value }
        q.alternative = q.alternative.flatMap { $0.scaled(byPowerOfTen: power) }
        q.magnitude = (q.magnitude ?? 0) + power
    }

    // MARK: Whose currency, and cents

    /// "partner 2 kr 1 090 000", "$ 20,000.00 $ 37,305.97": a currency between two numbers may belong to the second.
    private func belongsToNext(_ hit: CurrencyReader.Hit, _ q: Quantity, hasBefore: Bool) -> Bool {
        guard hit.power == nil, reading.kind(hit.end) == .number, reading.sameLine(hit.end), q.magnitude == nil,
            !reading.glued(hit.tokens.lowerBound)
        else { return false }
        if hasBefore { return true }
        guard q.number.count == 1, reading.digits(q.number.lowerBound) <= 2,
            let next = NumberReader(reading: reading).read(at: hit.end, isMoney: true, beforeMagnitude: { _ in false })
        else { return false }
        if currencies.after(next.tokens.upperBound) != nil { return false }
        return reading.glued(hit.end) || next.tokens.count > 1 || reading.digits(hit.end) > 2
    }

    /// ",-", ".–", ",--", ",=" behind a whole amount; ":-" is Swedish for crowns.
    private func zeroCents(_ end: Int, _ q: inout Quantity) -> Int {
        let c = reading.ascii(end)
        guard c == UInt8(ascii: ",") || c == UInt8(ascii: ".") || c == UInt8(ascii: ":"), reading.glued(end),
            reading.glued(end + 1), reading.isDash(end + 1) || reading.ascii(end + 1) == UInt8(ascii: "=")
        else { return end }
        if c == UInt8(ascii: ":") {
            guard let crown else { return end }
            q.currency = crown
        }
        var k = end + 2
        while reading.isDash(k), reading.glued(k) { k += 1 }
        return k
    }

    /// "12 euros 50 cents", "$20 and 43c", "15 dollars 50."
    private func addCents(_ q: inout Quantity, isNamed: Bool) {
        var k = q.tokens.upperBound
        guard q.value.isInteger, q.magnitude == nil, reading.sameLine(k) else { return }
        let and = reading.first(.and, at: k) ?? reading.first(.point, at: k)
        if let and { k = and.end }
        let part: (value: ExactDecimal, end: Int)
        if let n = reading.integer(k), reading.sameLine(k) {
            if reading.glued(k), and == nil, isNamed, reading.kind(k - 1) == .symbol, reading.glued(k - 1),
                let cents = ExactDecimal(coefficient: Int64(n), scale: reading.digits(k)), reading.digits(k) <= 3,
                let sum = q.value + cents
            {
                // "1250€60"
                q.value = sum
                q.tokens = q.tokens.lowerBound..<(k + 1)
                return
            }
            guard reading.digits(k) <= 2 else { return }
            part = (ExactDecimal(Int64(n)), k + 1)
        } else if let number = words.read(at: k), number.value.isInteger, number.value < ExactDecimal(100) {
            part = (number.value, number.tokens.upperBound)
        } else {
            return
        }
        guard let cents = part.value.scaled(byPowerOfTen: -2), let sum = q.value + cents else { return }
        if let cent = reading.first(.cent, at: part.end), reading.sameLine(part.end) {
            q.value = sum
            q.tokens = q.tokens.lowerBound..<cent.end
        } else if isNamed || and != nil && reading.kind(k) == .word, isSentenceEnd(part.end),
            and != nil || reading.digits(k) == 2
        {
            q.value = sum
            q.tokens = q.tokens.lowerBound..<part.end
        }
    }

    private func isSentenceEnd(_ i: Int) -> Bool {
        guard reading.sameLine(i) else { return true }
        return ".?!,;".utf8.contains(reading.ascii(i)) && reading.glued(i) && !reading.glued(i + 1)
    }

    /// "99 groszy", "50 cents". Abbreviations of less than four letters mean other things too ("gr", "ct").
    private func readBareCents(_ q: inout Quantity, _ end: Int) -> Bool {
        guard q.magnitude == nil, reading.sameLine(end),
            let cent = reading.at(end).first(where: {
                $0.meaning == .cent && reading.entry($0).form.utf8.count >= 4
                    && reading.entry($0).key.utf8.count == 3
            }), let value = q.value.scaled(byPowerOfTen: -2)
        else { return false }
        q.value = value
        q.alternative = nil
        q.currency = reading.entry(cent).key
        q.tokens = q.number.lowerBound..<cent.end
        return true
    }

    // MARK: What is not money

    private func isPercent(at i: Int) -> Bool { reading.first(.percent, at: i) != nil && reading.sameLine(i) }

    /// Whether a counted noun follows ("2,8 milijona podjetij").
    private func isCounted(_ end: Int, _ q: Quantity) -> Bool {
        guard q.magnitude != nil, reading.kind(end) == .word, reading.sameLine(end) else { return false }
        return reading.at(end).contains { [.notMoney, .unit].contains($0.meaning) }
    }
}
