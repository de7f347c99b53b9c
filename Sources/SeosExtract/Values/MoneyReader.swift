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

    /// Whether a number may begin at a token: asked first, since most words begin none.
    func mayBegin(at i: Int) -> Bool {
        switch reading.kind(i) {
        case .number: true
        case .word: words.mayBegin(at: i)
        default: false
        }
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

    func digits(at i: Int, from: Int) -> Quantity? {
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
    func isInternetAddress(_ i: Int) -> Bool {
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
    func spelt(at i: Int, from: Int) -> Quantity? {
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

    func isNumber(before i: Int) -> Bool {
        reading.kind(i - 1) == .number && reading.digits(i - 1) <= 2
            || words.word(at: i - 1).map { $0.end == i } == true
    }

    /// A single word is a number where it cannot be an article or a part of a phrase: from thirteen on, before "out
    /// of", or when nothing else is said.
    func isPlain(_ q: Quantity) -> Bool {
        !(q.value < ExactDecimal(13)) || q.tokens == reading.range
            || reading.first(.ratio, at: q.tokens.upperBound) != nil && reading.kind(q.tokens.upperBound + 1) == .number
    }

    func finish(_ q: inout Quantity, before: CurrencyReader.Hit?) {
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
    func settleCurrency(_ q: inout Quantity) {
        if q.currency == "kr", let crown { q.currency = crown }
        // Thousands behind apostrophes are Swiss.
        if q.currency == "FRF", q.number.contains(where: { reading.ascii($0) == UInt8(ascii: "'") }) {
            q.currency = "CHF"
        }
    }

    static func power(of value: ExactDecimal) -> Int? {
        var power = 0
        var n = value.isInteger ? value.coefficient : 0
        while n >= 10, n % 10 == 0 {
            n /= 10
            power += 1
        }
        return n == 1 ? power : nil
    }

    // MARK: Whose currency, and cents

    /// "partner 2 kr 1 090 000", "$ 20,000.00 $ 37,305.97": a currency between two numbers may belong to the second.
    func belongsToNext(_ hit: CurrencyReader.Hit, _ q: Quantity, hasBefore: Bool) -> Bool {
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

    // MARK: What is not money

    func isPercent(at i: Int) -> Bool { reading.first(.percent, at: i) != nil && reading.sameLine(i) }

    /// Whether a counted noun follows ("2,8 milijona podjetij").
    func isCounted(_ end: Int, _ q: Quantity) -> Bool {
        guard q.magnitude != nil, reading.kind(end) == .word, reading.sameLine(end) else { return false }
        return reading.at(end).contains { [.notMoney, .unit].contains($0.meaning) }
    }
}
