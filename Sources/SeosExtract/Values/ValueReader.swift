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
        let plain = PlainNumberReader(reading: reading)
        var i = reading.range.lowerBound
        /// Where the last value ends: its currency is not taken again.
        var from = i
        while i < reading.range.upperBound {
            guard mayBegin(at: i, money) else {
                i += 1
                continue
            }
            if addresses.mayBegin(at: i), let address = addresses.read(at: i) {
                found.append(item(address.tokens, address.kind, .text(address.value), address.rule))
                i = address.tokens.upperBound
                from = i
            } else if dates.mayBegin(at: i), let date = dates.read(at: i, after: lastDate),
                !isMoney(date.tokens, money, from: from)
            {
                lastDate = date
                found.append(item(date.tokens, .date, .date(date.value), date.rule))
                i = date.tokens.upperBound
                from = i
            } else if readsQuantities, money.mayBegin(at: i), let quantity = money.read(at: i, from: from) {
                append(quantity, plain, to: &found)
                i = max(i + 1, found.last?.tokens.upperBound ?? 0, quantity.tokens.upperBound)
                from = i
            } else if readsQuantities, let decimals = plain.decimals(at: i) {
                found.append(item(decimals.tokens, .number, .number(decimals.value), "value.number"))
                i = decimals.tokens.upperBound
                from = i
            } else {
                i += 1
            }
        }
        AmountLabels(reading: reading, currencies: money.currencies, crown: crown).apply(&found)
        SharedAmounts(reading: reading).apply(&found)
        CrownCountry(reading: reading).apply(&found)
        qualify(&found)
        return found
    }

    /// Whether any value may begin at a token: at most words of a text none does.
    private func mayBegin(at i: Int, _ money: MoneyReader) -> Bool {
        if reading.knows(i) { return true }
        switch reading.tokens[i].kind {
        case .number: return true
        case .word:
            // An address goes on behind the word, "(at)" after a blank; Roman numerals are capitals.
            let next = reading.ascii(i + 1)
            return reading.tokens[i].isCapitalized || reading.glued(i + 1) || next == UInt8(ascii: "(")
                || next == UInt8(ascii: "[")
                || money.mayBegin(at: i)
        case .punctuation, .symbol:
            switch reading.ascii(i) {
            case UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: ","): return true
            default: return false
            }
        }
    }

    /// "2021 EUR" is money, whatever its digits look like.
    private func isMoney(_ tokens: Range<Int>, _ money: MoneyReader, from: Int) -> Bool {
        guard tokens.count <= 2, let q = money.read(at: tokens.lowerBound, from: from) else { return false }
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

    private func append(_ q: MoneyReader.Quantity, _ plain: PlainNumberReader, to found: inout [Found]) {
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
        if var duration = duration(q) {
            duration.mention.alternatives = [.number(q.value)]
            found.append(duration)
            return
        }
        guard let number = plain.extend(q.body, q.value, hasMagnitude: q.magnitude != nil) else { return }
        var entry = item(number.tokens, .number, .number(number.value), "value.number", body: number.tokens)
        if number.tokens == q.body, let other = q.alternative { entry.mention.alternatives = [.number(other)] }
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
