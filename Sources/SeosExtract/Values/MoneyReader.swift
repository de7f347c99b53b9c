internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A number with what belongs to it: magnitude, currency, percent sign.
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
    }

    let reading: Reading
    /// ISO 4217 code that "kr" stands for on this page; nil leaves it open.
    var crown: String?

    func read(at i: Int) -> Quantity? {
        let numbers = NumberReader(reading: reading)
        guard reading.kind(i) == .number else { return nil }
        let before = currencyBefore(i)
        if reading.glued(i), before == nil {
            // "H2020", "PL634", "B2": part of a code. "(2023" and "-5" are not.
            if reading.kind(i - 1) == .word { return nil }
            if [
                UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "_"), UInt8(ascii: "@"),
                UInt8(ascii: "#"),
            ].contains(reading.ascii(i - 1)) {
                return nil
            }
        }
        guard let number = numbers.read(at: i, isMoney: true, beforeMagnitude: { self.magnitude(at: $0) != nil }) else {
            return nil
        }
        var q = Quantity(
            number: number.tokens, body: number.tokens, tokens: number.tokens, value: number.value,
            alternative: number.alternative, isDoubtful: number.isDoubtful)
        var end = number.tokens.upperBound
        if let before, before.isMagnitude == nil { q.currency = before.code }
        end = readMagnitudes(&q, end)
        q.body = i..<end
        q.tokens = i..<end
        if q.magnitude == nil, isPercent(at: end) {
            q.isPercent = true
            q.tokens = i..<(reading.first(.percent, at: end)?.end ?? end + 1)
            q.currency = nil
            return q
        }
        end = zeroCents(end)
        if let after = currencyAfter(end) {
            q.currency = after.code
            if let power = after.power { multiply(&q, power) }
            q.tokens = i..<after.end
            addCents(&q, after.end)
        } else if let before {
            q.tokens = before.tokens.lowerBound..<max(end, q.tokens.upperBound)
            if let power = before.isMagnitude { multiply(&q, power) }
            q.currency = before.code
        } else {
            q.isCounted = isCounted(end, q)
        }
        if q.currency == "kr", let crown { q.currency = crown }
        // Without money around it, a single separator before three digits follows the language.
        if q.currency == nil, q.magnitude == nil,
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

    // MARK: Magnitudes

    private func magnitude(at i: Int) -> (power: Int, end: Int)? {
        guard reading.range.contains(i), reading.sameLine(i) else { return nil }
        for match in reading.at(i) {
            switch reading.meaning(match) {
            case .magnitude:
                guard let power = Int(reading.entry(match).key) else { continue }
                // One or two letters ("t.", "M", "mn") count only where a currency follows.
                if match.length == 1, reading.tokens.folded(match.start).count <= 2 {
                    var end = match.end
                    if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end) { end += 1 }
                    let capital = reading.tokens[match.start].isCapitalized
                    if reading.tokens.folded(match.start).count == 1,
                        capital != (reading.entry(match).form.first?.isUppercase ?? false), !reading.glued(match.start)
                    {
                        continue
                    }
                    if currencyMatch(at: end) == nil,
                        !(reading.glued(match.start) && currencyBeforeNumber(of: match.start))
                    {
                        continue
                    }
                }
                var end = match.end
                if reading.ascii(end) == UInt8(ascii: "."), reading.glued(end), currencyMatch(at: end + 1) != nil {
                    end += 1
                }
                return (power, end)
            default: continue
            }
        }
        return nil
    }

    private func currencyBeforeNumber(of i: Int) -> Bool {
        var k = i - 1
        while k > reading.range.lowerBound, reading.kind(k) == .number || reading.kind(k) == .punctuation, i - k < 6 {
            if reading.kind(k) == .number, currencyBefore(k) != nil { return true }
            k -= 1
        }
        return reading.kind(k) == .symbol || currencyBefore(k + 1) != nil
    }

    /// "mil milhões" multiplies; "27 mln 300 tys." adds.
    private func readMagnitudes(_ q: inout Quantity, _ start: Int) -> Int {
        var end = start
        // "100-tisíc", "3-miljoniline"
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1), magnitude(at: end + 1) != nil { end += 1 }
        var power = 0
        while let next = magnitude(at: end) {
            if power + next.power > 15 { break }
            power += next.power
            end = next.end
        }
        guard power > 0 else { return start }
        multiply(&q, power)
        q.magnitude = power
        var k = end
        if let and = reading.first(.and, at: k) { k = and.end }
        if reading.kind(k) == .number,
            let lower = NumberReader(reading: reading).read(at: k, isMoney: true, beforeMagnitude: { _ in true }),
            let next = magnitude(at: lower.tokens.upperBound), next.power < power, currencyMatch(at: end) == nil,
            let part = lower.value.scaled(byPowerOfTen: next.power), let sum = q.value + part
        {
            q.value = sum
            return next.end
        }
        return end
    }

    private func multiply(_ q: inout Quantity, _ power: Int) {
        if let value = q.value.scaled(byPowerOfTen: power) { q.value = value }
        q.alternative = q.alternative.flatMap { $0.scaled(byPowerOfTen: power) }
        q.magnitude = (q.magnitude ?? 0) + power
    }

    // MARK: Currencies

    private struct CurrencyHit {
        var code: String
        var tokens: Range<Int>
        /// The power of ten of a word that is magnitude and currency at once.
        var power: Int?
        var end: Int { tokens.upperBound }
        var isMagnitude: Int? { power }
    }

    private func currencyMatch(at i: Int) -> CurrencyHit? {
        guard reading.range.contains(i) else { return nil }
        for match in reading.at(i) {
            let entry = reading.entry(match)
            switch entry.meaning {
            case .currency, .cent:
                if entry.meaning == .cent { continue }
                // Codes and "Lt", "Ls", "Ft" are written with a capital; as small letters they are words.
                if match.length == 1, entry.form.count <= 3, entry.form.first?.isUppercase == true,
                    entry.form.last?.isUppercase == true,
                    !reading.tokens[i].isCapitalized, reading.tokens.folded(i) != [0x65, 0x75, 0x72]
                {
                    continue
                }
                return CurrencyHit(code: entry.key, tokens: match.start..<match.end, power: nil)
            case .magnitudeCurrency:
                let parts = entry.key.split(separator: ":")
                guard parts.count == 2, let power = Int(parts[0]) else { continue }
                return CurrencyHit(code: String(parts[1]), tokens: match.start..<match.end, power: power)
            default: continue
            }
        }
        return nil
    }

    /// A currency behind a number or its magnitude; "de", "d'" and a dash with an ending may stand between.
    private func currencyAfter(_ end: Int) -> CurrencyHit? {
        guard reading.sameLine(end) || reading.range.contains(end) else { return nil }
        if reading.range.contains(end), reading.tokens[end].newlineBefore { return nil }
        if let hit = currencyMatch(at: end) { return hit }
        if let of = reading.first(.of, at: end), let hit = currencyMatch(at: of.end) { return hit }
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1), let hit = currencyMatch(at: end + 1) {
            return hit
        }
        // "2,35 milijona bosanskih mark": an adjective of a country may stand between; CLDR holds those names whole.
        return nil
    }

    private func currencyBefore(_ i: Int) -> CurrencyHit? {
        guard i > reading.range.lowerBound else { return nil }
        var at = i
        // "EUR: 5000", "€ 5000", "EUR. 500"
        let c = reading.ascii(i - 1)
        if c == UInt8(ascii: "."), reading.glued(i - 1) { at = i - 1 }
        for start in stride(from: at - 1, through: max(reading.range.lowerBound, at - 3), by: -1) {
            guard let hit = currencyMatch(at: start), hit.end == at else { continue }
            guard reading.tokens[i].gluedBefore || !reading.tokens[i].newlineBefore else { return nil }
            // "5000 EUR 2019": the currency belongs to the number before it.
            if hit.tokens.lowerBound > reading.range.lowerBound {
                let previous = hit.tokens.lowerBound - 1
                if reading.kind(previous) == .number, !reading.tokens[hit.tokens.lowerBound].newlineBefore,
                    !(reading.kind(hit.tokens.lowerBound) == .symbol && !reading.glued(hit.tokens.lowerBound)
                        && reading.glued(i))
                {
                    return nil
                }
            }
            // Nouns ("Euro", "kroner") stand before only in a few styles; signs and codes do so freely.
            return hit
        }
        return nil
    }

    /// ",-", ".–", ",--" and ",=" behind a whole amount.
    private func zeroCents(_ end: Int) -> Int {
        let c = reading.ascii(end)
        guard c == UInt8(ascii: ",") || c == UInt8(ascii: "."), reading.glued(end), reading.glued(end + 1) else {
            return end
        }
        guard reading.isDash(end + 1) || reading.ascii(end + 1) == UInt8(ascii: "=") else { return end }
        var k = end + 2
        while reading.isDash(k), reading.glued(k) { k += 1 }
        return k
    }

    /// "12 euros 50 cents".
    private func addCents(_ q: inout Quantity, _ end: Int) {
        var k = end
        if let and = reading.first(.and, at: k) { k = and.end }
        guard q.value.isInteger, reading.digits(k) <= 2, let n = reading.integer(k), reading.sameLine(k),
            let cent = reading.first(.cent, at: k + 1), let part = ExactDecimal(coefficient: Int64(n), scale: 2),
            let sum = q.value + part
        else { return }
        q.value = sum
        q.tokens = q.tokens.lowerBound..<cent.end
    }

    // MARK: What is not money

    private func isPercent(at i: Int) -> Bool {
        reading.first(.percent, at: i) != nil && (reading.range.contains(i) && !reading.tokens[i].newlineBefore)
    }

    /// Whether a counted noun follows ("2,8 milijona podjetij").
    private func isCounted(_ end: Int, _ q: Quantity) -> Bool {
        guard q.magnitude != nil, reading.kind(end) == .word, reading.sameLine(end) else { return false }
        if reading.at(end).contains(where: { [.notMoney, .unit].contains(reading.meaning($0)) }) { return true }
        return false
    }
}
