internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// All values of one block, in text order and without overlaps: addresses first, then dates, then numbers.
struct ValueReader {
    struct Found {
        var tokens: Range<Int>
        var mention: Mention
        /// For money and counts: the number without currency.
        var body: Range<Int>
        var hasMagnitude = false
        var isCounted = false
        var isDoubtful = false
    }

    let reading: Reading
    var crown: String?
    var dayFirst = true
    /// What relative dates are counted from.
    var reference: DatePoint?
    /// Money, numbers and durations; dates and addresses are always read.
    var readsQuantities = true

    func read() -> [Found] {
        var found: [Found] = []
        let addresses = AddressReader(reading: reading)
        let dates = DateReader(reading: reading, dayFirst: dayFirst, reference: reference)
        var lastDate: DateReader.Result?
        let money = MoneyReader(reading: reading, crown: crown)
        var i = reading.range.lowerBound
        while i < reading.range.upperBound {
            if let address = addresses.read(at: i) {
                found.append(item(address.tokens, address.kind, .text(address.value), address.rule))
                i = address.tokens.upperBound
            } else if let date = dates.read(at: i, after: lastDate), !isMoney(date.tokens, money) {
                lastDate = date
                found.append(item(date.tokens, .date, .date(date.value), date.rule))
                i = date.tokens.upperBound
            } else if readsQuantities, reading.kind(i) == .number, let quantity = money.read(at: i) {
                append(quantity, to: &found)
                i = max(i + 1, quantity.tokens.upperBound)
            } else {
                i += 1
            }
        }
        shareCurrencies(&found)
        qualify(&found)
        return found
    }

    /// "2021 EUR" is money, whatever its digits look like.
    private func isMoney(_ tokens: Range<Int>, _ money: MoneyReader) -> Bool {
        guard tokens.count <= 2, let q = money.read(at: tokens.lowerBound) else { return false }
        return q.currency != nil && q.tokens.lowerBound <= tokens.lowerBound
    }

    private func item(
        _ tokens: Range<Int>, _ kind: Mention.Kind, _ value: Mention.Value, _ rule: String, body: Range<Int>? = nil
    ) -> Found {
        let span = reading.span(tokens)
        return Found(
            tokens: tokens,
            mention: Mention(
                kind: kind, span: span, quote: reading.tokens.string(span), language: reading.tag, rule: rule,
                confidence: 0.95, value: value),
            body: body ?? tokens)
    }

    private func append(_ q: MoneyReader.Quantity, to found: inout [Found]) {
        if q.isPercent {
            found.append(item(q.tokens, .percent, .percent(q.value), "value.percent", body: q.body))
            return
        }
        if let currency = q.currency {
            var entry = item(
                q.tokens, .money, .money(Money(amount: q.value, currency: currency)),
                q.isDoubtful ? "money.doubtful" : "money", body: q.body)
            if let other = q.alternative {
                entry.mention.alternatives = [.money(Money(amount: other, currency: currency))]
            }
            if q.isDoubtful { entry.mention.confidence = 0.6 }
            entry.hasMagnitude = q.magnitude != nil
            entry.isDoubtful = q.isDoubtful
            found.append(entry)
            return
        }
        if let duration = duration(q) {
            found.append(duration)
            return
        }
        var entry = item(q.body, .number, .number(q.value), "value.number", body: q.body)
        if let other = q.alternative { entry.mention.alternatives = [.number(other)] }
        entry.hasMagnitude = q.magnitude != nil
        entry.isCounted = q.isCounted
        found.append(entry)
    }

    /// "36 months", "13 kuu", "2 aastat".
    private func duration(_ q: MoneyReader.Quantity) -> Found? {
        guard q.magnitude == nil, q.value.scale <= 1, let unit = reading.first(.unit, at: q.body.upperBound),
            reading.sameLine(q.body.upperBound)
        else { return nil }
        let tokens = q.body.lowerBound..<unit.end
        let tenths = q.value.coefficient(atScale: 1) ?? 0
        guard tenths < 100_000 else { return nil }
        switch reading.entry(unit).key {
        case "month":
            return q.value.isInteger
                ? item(tokens, .duration, .duration(months: Int(tenths / 10), days: nil), "value.duration") : nil
        case "year":
            let months = tenths * 12
            guard months % 10 == 0 else { return nil }
            return item(tokens, .duration, .duration(months: Int(months / 10), days: nil), "value.duration")
        case "week":
            return q.value.isInteger
                ? item(tokens, .duration, .duration(months: nil, days: Int(tenths / 10) * 7), "value.duration") : nil
        default:
            return q.value.isInteger
                ? item(tokens, .duration, .duration(months: nil, days: Int(tenths / 10)), "value.duration") : nil
        }
    }

    // MARK: Shared currency and magnitude

    /// "2,3 ja 4,1 miljonit eurot", "€1.6 and €3.1 million", "40–60 tys. euro", "3.62 mln euro w tym 2.58 mln".
    private func shareCurrencies(_ found: inout [Found]) {
        for k in found.indices.reversed() {
            guard case .money(let money) = found[k].mention.value else { continue }
            shareBackwards(&found, k, money)
        }
        for k in found.indices.dropFirst() {
            guard found[k].mention.kind == .number, found[k].hasMagnitude, !found[k].isCounted,
                case .number(let n) = found[k].mention.value
            else { continue }
            guard let previous = found[..<k].last(where: { $0.mention.kind == .money }),
                case .money(let money) = previous.mention.value,
                found[k].tokens.lowerBound - previous.tokens.upperBound <= 14,
                isPart(found[k].tokens, after: previous.tokens)
            else { continue }
            found[k].mention.kind = .money
            found[k].mention.value = .money(Money(amount: n, currency: money.currency))
            found[k].mention.rule = "money.shared"
            found[k].mention.confidence = 0.8
        }
    }

    /// Whether the words around a bare amount say that it is a part of the amount before it.
    private func isPart(_ tokens: Range<Int>, after previous: Range<Int>) -> Bool {
        for i in previous.upperBound..<tokens.lowerBound where reading.first(.ofWhich, at: i) != nil { return true }
        for i in previous.upperBound..<min(tokens.upperBound + 6, reading.range.upperBound) {
            for match in reading.at(i) {
                switch reading.meaning(match) {
                case .amountEU, .amountOwn, .amountNational, .amountShare, .nameOrganization: return true
                default: continue
                }
            }
        }
        return false
    }

    private func shareBackwards(_ found: inout [Found], _ k: Int, _ money: Money) {
        var right = k
        while right > 0 {
            let left = right - 1
            let between = found[left].tokens.upperBound..<found[right].tokens.lowerBound
            guard isListGlue(between, isDecimal: true) else { return }
            guard let magnitude = sharedPower(found[k]) else { return }
            switch found[left].mention.value {
            case .number(let n) where found[left].mention.kind == .number && !found[left].isCounted:
                let takesPower =
                    !found[left].hasMagnitude && magnitude > 0 && n < ExactDecimal(1000)
                    && (n.scale > 0 || n < ExactDecimal(1000))
                guard let amount = takesPower ? n.scaled(byPowerOfTen: magnitude) : n else { return }
                found[left].mention.kind = .money
                found[left].mention.value = .money(Money(amount: amount, currency: money.currency))
                found[left].mention.rule = "money.shared"
                found[left].mention.confidence = 0.85
                found[left].hasMagnitude = found[left].hasMagnitude || takesPower
            case .money(let first)
            where magnitude > 0 && !found[left].hasMagnitude && first.amount < ExactDecimal(100)
                && first.currency == money.currency:
                // "€1.6 and €3.1 million"
                guard let amount = first.amount.scaled(byPowerOfTen: magnitude) else { return }
                found[left].mention.value = .money(Money(amount: amount, currency: first.currency))
                found[left].hasMagnitude = true
            default: return
            }
            right = left
        }
    }

    private func sharedPower(_ f: Found) -> Int? {
        guard f.hasMagnitude else { return 0 }
        for i in f.tokens {
            for match in reading.at(i) {
                if reading.meaning(match) == .magnitude { return Int(reading.entry(match).key) }
                if reading.meaning(match) == .magnitudeCurrency {
                    return Int(reading.entry(match).key.split(separator: ":").first ?? "")
                }
            }
        }
        return 0
    }

    /// Only "and", "or", "to", a dash or a comma stands between two amounts of one list.
    private func isListGlue(_ tokens: Range<Int>, isDecimal: Bool) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 4 else { return false }
        var i = tokens.lowerBound
        var strong = false
        while i < tokens.upperBound {
            if let match = reading.at(i).first(where: {
                [.and, .toBefore].contains(reading.meaning($0)) && $0.end <= tokens.upperBound
            }) {
                i = match.end
                strong = true
            } else if reading.isDash(i) {
                i += 1
                strong = true
            } else if reading.ascii(i) == UInt8(ascii: ",") || reading.first(.currency, at: i) != nil {
                i += 1
            } else {
                return false
            }
        }
        return strong
    }

    // MARK: Qualifiers

    private func qualify(_ found: inout [Found]) {
        for k in found.indices where found[k].mention.kind == .money || found[k].mention.kind == .number {
            let start = found[k].tokens.lowerBound
            if reading.last(.upTo, endingAt: start) != nil {
                found[k].mention.qualifier = .upTo
            } else if reading.last(.atLeast, endingAt: start) != nil {
                found[k].mention.qualifier = .atLeast
            } else if reading.last(.approximate, endingAt: start) != nil {
                found[k].mention.qualifier = .approximate
            }
        }
    }
}
