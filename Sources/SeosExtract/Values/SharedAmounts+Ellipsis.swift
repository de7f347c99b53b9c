internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts whose currency, and whose "million" too, a sentence says once: "the Union pays 1.92 million euros, the ministry
/// another 0.8 million", "… 3,36 miljonus eiro, fonds vēl 1,4", "1 150 000 euro: 977.500 li mette l'Unione europea".
///
/// A number says by itself nothing of money; who gives or has it stands beside it, and an amount before it.
extension SharedAmounts {
    /// How far before a number the amount may stand that it takes its currency from.
    private static let reach = 40
    /// How far from a number the giver may stand.
    private static let giverReach = 7

    func nameElided(_ found: inout [ValueReader.Found]) {
        var previous: Int?
        for k in found.indices {
            if found[k].mention.kind == .money {
                previous = k
                continue
            }
            guard let p = previous, found[k].mention.kind == .number, !found[k].isCounted,
                case .number(let n) = found[k].mention.value, case .money(let money) = found[p].mention.value,
                found[k].tokens.lowerBound - found[p].tokens.upperBound <= Self.reach, !hasNoun(found[k].tokens)
            else { continue }
            let gap = found[p].tokens.upperBound..<max(found[p].tokens.upperBound, found[k].tokens.lowerBound)
            guard !gap.contains(where: { reading.ascii($0) == UInt8(ascii: "|") }),
                let amount = elided(found[k], n, after: found[p], money, gap)
            else { continue }
            rename(&found[k], Money(amount: amount, currency: money.currency), confidence: 0.7)
            previous = k
        }
    }

    private func elided(
        _ f: ValueReader.Found, _ n: ExactDecimal, after previous: ValueReader.Found, _ money: Money, _ gap: Range<Int>
    ) -> ExactDecimal? {
        let isSameSentence = !gap.contains(where: ends)
        if f.hasMagnitude {
            // Thousands are counted, too: leaflets, visitors.
            let isLarge = (sharedPower(f) ?? 0) >= 6
            let isMore = isSameSentence || reading.last(.more, endingAt: f.tokens.lowerBound) != nil
            let isGiven = isLarge ? hasGiver(beside: f.tokens, countsBodies: true) : isMore && bodyFollows(f.tokens)
            return isGiven ? n : nil
        }
        if f.body.count >= 2, !(n < ExactDecimal(1000)), n.scale == 0 || n.scale == 2 {
            // In a sentence of its own the number must be called a share, or be one.
            let isTold =
                isSameSentence && closesClause(f.tokens.upperBound)
                || hasGiver(beside: f.tokens, countsBodies: isSameSentence || isRoundShare(n, of: money))
            guard isTold, isGroupedInFull(f), n < money.amount || money.amount < n.scaled(byPowerOfTen: 2) ?? n else {
                return nil
            }
            return n
        }
        // "lægger selv 2,2.": the magnitude too is said once.
        guard n.scale == 1 || n.scale == 2, n < ExactDecimal(100), f.body.count == 3, previous.hasMagnitude,
            let power = sharedPower(previous), power >= 6, isSameSentence,
            closesClause(f.tokens.upperBound) || reading.first(.and, at: f.tokens.upperBound) != nil,
            hasGiver(in: gap, countsBodies: true)
        else { return nil }
        return n.scaled(byPowerOfTen: power)
    }

    /// Whether a number is some twentieths of an amount, as grants are.
    private func isRoundShare(_ n: ExactDecimal, of money: Money) -> Bool {
        let share = n.double * 20 / money.amount.double
        return (8.0..<20).contains(share) && abs(share - share.rounded()) < 1e-6
    }

    /// The end of a sentence, also behind a sign for a currency: "2.850 €. Nel 2019".
    private func ends(_ i: Int) -> Bool {
        isSentenceEnd(i)
            || reading.ascii(i) == UInt8(ascii: ".") && reading.range.contains(i + 1) && !reading.glued(i + 1)
                && reading.tokens[i + 1].isCapitalized && reading.first(.currency, at: i - 1) != nil
    }

    /// "977.500", "1 054 000": groups of three digits behind one to three, with cents or without.
    private func isGroupedInFull(_ f: ValueReader.Found) -> Bool {
        let digits = f.body.filter { reading.kind($0) == .number }.map { reading.digits($0) }
        guard let first = digits.first, (1...3).contains(first), digits.count >= 2 else { return false }
        let groups = digits.count > 2 && digits.last == 2 ? digits.dropFirst().dropLast() : digits.dropFirst()
        return groups.allSatisfy { $0 == 3 }
    }

    /// "350 tisuća osigurala je Zaklada"
    private func bodyFollows(_ tokens: Range<Int>) -> Bool {
        let end = max(tokens.upperBound, min(tokens.upperBound + 4, reading.range.upperBound))
        return (tokens.upperBound..<end).prefix { !ends($0) }.contains { i in
            reading.at(i).contains { Self.isBody($0.meaning) }
        }
    }

    /// - Parameter countsBodies: whether a body is enough, or a word for a share is needed.
    private func hasGiver(beside tokens: Range<Int>, countsBodies: Bool) -> Bool {
        var start = tokens.lowerBound
        while start > reading.range.lowerBound, tokens.lowerBound - start < Self.giverReach, !ends(start - 1) {
            start -= 1
        }
        var end = tokens.upperBound
        while end < reading.range.upperBound, end - tokens.upperBound < Self.giverReach, !ends(end) {
            end += 1
        }
        return hasGiver(in: start..<tokens.lowerBound, countsBodies: countsBodies)
            || hasGiver(in: tokens.upperBound..<end, countsBodies: countsBodies)
    }

    private func hasGiver(in tokens: Range<Int>, countsBodies: Bool) -> Bool {
        tokens.contains { i in
            reading.at(i).contains { Self.isShare($0.meaning) || countsBodies && Self.isBody($0.meaning) }
        }
    }

    /// Bodies, funds, programmes and partners.
    private static func isBody(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .nameOrganization, .nameBody, .nameProgramme, .partnerLead, .partnerPartner,
            .funderGives, .funderBefore, .funderAfter, .ours:
            true
        default: false
        }
    }

    /// Words for shares of money.
    private static func isShare(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .amountEU, .amountOwn, .amountNational, .amountShare, .amountShareEU, .share, .shareEU: true
        default: false
        }
    }
}
