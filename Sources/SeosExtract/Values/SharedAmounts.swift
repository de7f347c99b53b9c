internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts that share a currency or a magnitude: "2,3 ja 4,1 miljonit eurot", "€1.6 and €3.1 million",
/// "die EU 1.997.500, das Land 235.000 und die Stadt 117.500 Euro", "3.62 mln euro w tym 2.58 mln".
struct SharedAmounts {
    let reading: Reading

    func apply(_ found: inout [ValueReader.Found]) {
        guard found.contains(where: { $0.mention.kind == .money }) else { return }
        nameMagnitudes(&found)
        for k in found.indices.reversed() {
            if case .money(let money) = found[k].mention.value { shareBackwards(&found, k, money) }
        }
        joinThousands(&found)
        nameParts(&found)
        nameElided(&found)
    }

    /// "2 milioni e 337.500 euro": millions without a currency, a word for "and", and thousands that are no round hundreds of
    /// them are one amount.
    private func joinThousands(_ found: inout [ValueReader.Found]) {
        var k = found.count - 1
        while k > 0 {
            defer { k -= 1 }
            guard case .money(let rest) = found[k].mention.value,
                case .money(let millions) = found[k - 1].mention.value,
                found[k - 1].mention.rule == "money.shared", rest.currency == millions.currency,
                found[k - 1].tokens.upperBound + 1 == found[k].tokens.lowerBound,
                reading.first(.and, at: found[k - 1].tokens.upperBound) != nil, sharedPower(found[k - 1]) == 6,
                !found[k].hasMagnitude, found[k].body.count > 1, rest.amount < ExactDecimal(1_000_000),
                rest.amount.double.truncatingRemainder(dividingBy: 100_000) != 0, millions.amount.scale == 0,
                !(0...3).contains(where: { reading.first(.between, at: found[k - 1].tokens.lowerBound - 1 - $0) != nil }
                ),
                let sum = millions.amount + rest.amount
            else { continue }
            let tokens = found[k - 1].tokens.lowerBound..<found[k].tokens.upperBound
            found[k].tokens = tokens
            found[k].mention.span = reading.span(tokens)
            found[k].mention.quote = reading.string(tokens)
            found[k].mention.value = .money(Money(amount: sum, currency: rest.currency))
            found.remove(at: k - 1)
        }
    }

    // MARK: Left of an amount

    private func shareBackwards(_ found: inout [ValueReader.Found], _ k: Int, _ money: Money) {
        var right = k
        var isList = false
        guard let magnitude = sharedPower(found[k]) else { return }
        while right > 0 {
            let left = right - 1
            let between = found[left].tokens.upperBound..<found[right].tokens.lowerBound
            let isTight = isListGlue(between, strong: !isList)
            guard isTight || !found[left].hasMagnitude && isLooseList(between) else { return }
            switch found[left].mention.value {
            case .number(let n) where found[left].mention.kind == .number && !found[left].isCounted:
                guard isTight || isAlike(found[left], n, found[k], magnitude) else { return }
                let takesPower = !found[left].hasMagnitude && magnitude > 0 && n < ExactDecimal(1000)
                guard let amount = takesPower ? n.scaled(byPowerOfTen: magnitude) : n else { return }
                rename(&found[left], Money(amount: amount, currency: money.currency), confidence: isTight ? 0.85 : 0.8)
                found[left].hasMagnitude = found[left].hasMagnitude || takesPower
            case .money(let first)
            where magnitude > 0 && !found[left].hasMagnitude && first.amount < ExactDecimal(100)
                && first.currency == money.currency && (isTight || between.count <= 3 && isPartOf(between)):
                // "€1.6 and €3.1 million", "€1.1 of the €1.9 million"
                guard isTight || first.amount.scale > 0 else { return }
                guard let amount = first.amount.scaled(byPowerOfTen: magnitude) else { return }
                found[left].mention.value = .money(Money(amount: amount, currency: first.currency))
                found[left].hasMagnitude = true
            default: return
            }
            isList = true
            right = left
        }
    }

    /// Only "and", "or", "to", a dash or a comma stands between two amounts of one list; behind the last "and" of a
    /// list a comma alone is enough.
    private func isListGlue(_ tokens: Range<Int>, strong wantsStrong: Bool) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 4 else { return false }
        var i = tokens.lowerBound
        var strong = !wantsStrong
        while i < tokens.upperBound {
            guard reading.sameLine(i) else { return false }
            if let match = reading.at(i).first(where: {
                [.and, .toBefore].contains($0.meaning) && $0.end <= tokens.upperBound
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
        return strong && reading.sameLine(tokens.upperBound)
    }

    /// "4,25 y Aquitania 2,75": who gets the money may stand between, but the number has no noun of its own.
    private func isLooseList(_ tokens: Range<Int>) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 12, closesItem(tokens) else { return false }
        for i in tokens {
            guard reading.sameLine(i), reading.ascii(i) != UInt8(ascii: "|"), reading.ascii(i) != UInt8(ascii: ";")
            else { return false }
            if isSentenceEnd(i) { return false }
        }
        return reading.sameLine(tokens.upperBound)
    }

    /// Whether the tokens behind a bare amount say that no noun is counted by it: "€1.1 of the €1.9 million",
    /// "1.997.500 van de EU, 235.000 van …", "0,95 i EU-stöd och 0,51".
    private func closesItem(_ between: Range<Int>) -> Bool {
        let i = between.lowerBound
        if ",)(".utf8.contains(reading.ascii(i)) { return true }
        for match in reading.at(i) {
            switch match.meaning {
            case .and, .ofWhich, .more: return true
            case .of, .partOf:
                if between.count <= 3 { return true }
                // "72 de aparate" counts.
                if reading.language.countsWithOf { return false }
                if hasListMark(match.end..<between.upperBound) { return true }
            default: continue
            }
        }
        return reading.kind(i) == .word && !reading.tokens[i].isCapitalized && reading.tokens.folded(i).count <= 4
            && !reading.at(i).contains { [.notMoney, .unit, .percent].contains($0.meaning) }
            && between.count <= 6 && hasListMark(between)
    }

    private func isPartOf(_ between: Range<Int>) -> Bool {
        reading.at(between.lowerBound).contains { [.of, .partOf, .ofWhich].contains($0.meaning) }
    }

    private func hasListMark(_ tokens: Range<Int>) -> Bool {
        tokens.contains { reading.ascii($0) == UInt8(ascii: ",") || reading.first(.and, at: $0) != nil }
    }

    /// "17 og regionerne for 11,5 mio.": both small beside a magnitude; "1.430.000 og … 954.000 kr.": both grouped.
    private func isAlike(
        _ left: ValueReader.Found, _ n: ExactDecimal, _ right: ValueReader.Found, _ magnitude: Int
    ) -> Bool {
        if "#№".utf8.contains(reading.ascii(left.tokens.lowerBound - 1)) { return false }
        if magnitude > 0 {
            guard !left.hasMagnitude, n < ExactDecimal(1000) else { return false }
            let start = left.tokens.upperBound
            return n.scale > 0 || reading.at(start).contains { [.and, .of, .partOf].contains($0.meaning) }
        }
        return left.body.count > 1 && right.body.count > 1 && !(n < ExactDecimal(1000))
            && reading.kind(left.body.lowerBound) == .number
    }

    /// The power of ten that an amount may share with the one before it; nil when it would be wrong to.
    func sharedPower(_ found: ValueReader.Found) -> Int? {
        guard found.hasMagnitude else { return 0 }
        for i in found.tokens {
            for match in reading.at(i) {
                if match.meaning == .magnitude { return Int(reading.entry(match).key) }
                if match.meaning == .magnitudeCurrency {
                    return Int(reading.entry(match).key.split(separator: ":").first ?? "")
                }
            }
        }
        return 0
    }

    // MARK: Behind an amount

    /// "86 mln euro, o 3,7 miliona więcej": a large number without a noun is money where money is spoken of.
    private func nameMagnitudes(_ found: inout [ValueReader.Found]) {
        for k in found.indices where found[k].mention.kind == .number && found[k].hasMagnitude && !found[k].isCounted {
            guard case .number(let n) = found[k].mention.value, isBare(found[k].tokens) else { continue }
            let near = found[..<k].last { $0.mention.kind == .money }
            let next = found[(k + 1)...].first { $0.mention.kind == .money }
            let money: Money
            if let near, found[k].tokens.lowerBound - near.tokens.upperBound <= 40,
                case .money(let m) = near.mention.value
            {
                money = m
            } else if let next, next.tokens.lowerBound - found[k].tokens.upperBound <= 30, next.hasMagnitude,
                case .money(let m) = next.mention.value
            {
                money = m
            } else {
                continue
            }
            rename(&found[k], Money(amount: n, currency: money.currency), confidence: 0.75)
        }
    }

    /// The end of a clause follows, or a word that compares or divides amounts; and where counting takes a word
    /// ("milhões de passageiros"), any other word.
    private func isBare(_ tokens: Range<Int>) -> Bool {
        let end = tokens.upperBound
        guard reading.sameLine(end) else { return true }
        // "1,2 miljoonasta 1,7 miljoonaan euroon": cases say "from" and "to".
        if reading.kind(end) == .number { return true }
        let c = reading.ascii(end)
        if ".,;:)-".utf8.contains(c) {
            return c == UInt8(ascii: "-") ? !reading.glued(end) : !reading.glued(end + 1)
        }
        // "mln. I Grigioni": the full stop of the abbreviation ends the sentence too.
        if reading.ascii(end - 1) == UInt8(ascii: "."), reading.tokens[end].isCapitalized { return true }
        if reading.at(end).contains(where: { [.more, .and, .ofWhich].contains($0.meaning) }) { return true }
        guard reading.language.countsWithOf, reading.kind(end) == .word, !reading.tokens[end].isCapitalized else {
            return false
        }
        return !reading.at(end).contains {
            [.countedOf, .of, .notMoney, .unit, .currency, .magnitude].contains($0.meaning)
        }
    }

    /// "…, heraf 1,03 i tilskud og 0,35 mio. euro", "6.100.454 euro, dei quali 4.174.309 comunitari".
    private func nameParts(_ found: inout [ValueReader.Found]) {
        for k in found.indices.dropFirst() where found[k].mention.kind == .number && !found[k].isCounted {
            guard case .number(let n) = found[k].mention.value,
                let previous = found[..<k].last(where: { $0.mention.kind == .money }),
                case .money(let money) = previous.mention.value,
                found[k].tokens.lowerBound - previous.tokens.upperBound <= 14
            else { continue }
            if found[k].hasMagnitude {
                guard isPart(found[k].tokens, after: previous.tokens) else { continue }
                rename(&found[k], Money(amount: n, currency: money.currency), confidence: 0.8)
            } else if isExact(found[k]), !hasNoun(found[k].tokens), n < money.amount {
                // "1,27 millones de euros, pero se han gastado 1.192.480,75."
                rename(&found[k], Money(amount: n, currency: money.currency), confidence: 0.7)
            } else if isOfWhich(previous.tokens.upperBound..<found[k].tokens.lowerBound), !hasNoun(found[k].tokens) {
                if found[k].body.count > 1, !(n < ExactDecimal(1000)), n < money.amount {
                    rename(&found[k], Money(amount: n, currency: money.currency), confidence: 0.75)
                } else if n.scale > 0, previous.hasMagnitude, let power = sharedPower(previous), power >= 6,
                    let amount = n.scaled(byPowerOfTen: power), amount < money.amount
                {
                    rename(&found[k], Money(amount: amount, currency: money.currency), confidence: 0.75)
                    found[k].hasMagnitude = true
                }
            }
        }
    }

    /// Grouped thousands and two decimals, and the end of a clause: hardly anything but money is written so.
    private func isExact(_ f: ValueReader.Found) -> Bool {
        f.body.count >= 5 && reading.digits(f.body.upperBound - 1) == 2 && closesClause(f.tokens.upperBound)
    }

    func closesClause(_ i: Int) -> Bool {
        !reading.sameLine(i) || ".,;)".utf8.contains(reading.ascii(i)) && !reading.glued(i + 1)
    }

    private func isOfWhich(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 10 && tokens.contains { reading.first(.ofWhich, at: $0) != nil }
            && !tokens.contains { isSentenceEnd($0) }
    }

    func hasNoun(_ tokens: Range<Int>) -> Bool {
        let end = tokens.upperBound
        return reading.sameLine(end)
            && reading.at(end).contains { [.notMoney, .unit, .percent].contains($0.meaning) }
    }

    /// Whether the words around a bare amount say that it is a part of the amount before it.
    private func isPart(_ tokens: Range<Int>, after previous: Range<Int>) -> Bool {
        for i in previous.upperBound..<tokens.lowerBound where reading.first(.ofWhich, at: i) != nil { return true }
        for i in previous.upperBound..<min(tokens.upperBound + 6, reading.range.upperBound) {
            for match in reading.at(i) {
                switch match.meaning {
                case .amountEU, .amountOwn, .amountNational, .amountShare, .nameOrganization: return true
                default: continue
                }
            }
        }
        return false
    }

    func isSentenceEnd(_ i: Int) -> Bool {
        ".!?".utf8.contains(reading.ascii(i)) && reading.glued(i) && !reading.glued(i + 1)
            && reading.range.contains(i + 1) && reading.tokens[i + 1].isCapitalized
            && reading.tokens.folded(i - 1).count > 3
    }

    func rename(_ f: inout ValueReader.Found, _ money: Money, confidence: Double) {
        f.mention.kind = .money
        f.mention.value = .money(money)
        f.mention.alternatives = []
        f.mention.rule = "money.shared"
        f.mention.confidence = confidence
    }
}
