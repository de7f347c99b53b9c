internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Sums that a verb for costing makes the project's, and round figures that tell a known one again.
extension FactReader {
    /// Tickets and tools cost less, in euros.
    private static let leastCost = 5_000.0
    /// Tokens between the verb and its sum: "costs, all things taken together, about 5.6 million".
    private static let reach = 8
    /// Costs that a programme recognises are this part of the whole, or more.
    private static let leastEligible = 0.6
    /// Totals of one project that are compared with each other.
    private static let mostTotals = 12
    /// A round figure tells this part of its sum, or less, differently.
    private static let roughest = 0.1

    private struct Whole {
        var value: Double
        var kind: Claim.AmountKind
    }

    /// - Parameter besideShares: only what is larger than a share that somebody was told to have, before the figures that
    ///   add up make that share the whole: "for us 468,750 are set aside … all partners together will spend 7.1 million".
    mutating func readCosts(besideShares: Bool = false) {
        let shares = besideShares ? largestShares() : [:]
        var known: [Int: [String: [Whole]]] = [:]
        for project in projects {
            for n in builder.claims(of: project) {
                let claim = builder.claims[n]
                guard claim.property == .amount, !claim.isSuperseded, claim.owner == nil, let kind = claim.amountKind,
                    kind == .total || kind == .eu, let money = money(of: claim)
                else { continue }
                known[project, default: [:]][money.currency, default: []].append(
                    Whole(value: money.amount.double, kind: kind))
            }
        }
        for view in views where view.isProse || view.block.cells.isEmpty && view.block.label == nil {
            for (k, value) in view.values.enumerated() {
                let mention = valueMentions[view.index][k]
                guard case .money(let money) = value.mention.value,
                    money.amount.double >= Self.leastCost * CurrencyScale.perEuro(money.currency),
                    builder.amountClaim(of: mention) == nil,
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                let wholes = known[project]?[money.currency] ?? []
                let sentence = view.sentence(at: value.tokens.lowerBound)
                if besideShares, money.amount.double < 1.2 * (shares[project]?[money.currency] ?? .infinity) {
                    continue
                }
                if let whole = wholes.first(where: { Self.isRound(money, of: $0.value) }) {
                    guard !isPriced(value, view, sentence) else { continue }
                    claimCost(mention, project, whole.kind, "amount.rounded")
                } else if view.isProse, !hasTotal(known[project]), hasCostVerb(k, view, sentence),
                    !isPriced(value, view, sentence)
                {
                    claimCost(mention, project, .total, "amount.costs")
                    known[project, default: [:]][money.currency, default: []].append(
                        Whole(value: money.amount.double, kind: .total))
                }
            }
        }
    }

    /// "Celkové náklady: 48 312 650 Kč, z toho způsobilé výdaje: 44 000 000 Kč": of two totals the smaller, which words for
    /// recognised costs lead, is a part of the larger.
    mutating func eligibleCosts() {
        for project in projects {
            let totals = builder.claims(of: project).filter {
                let claim = builder.claims[$0]
                return claim.amountKind == .total && claim.owner == nil && !claim.isSuperseded
            }
            guard (2...Self.mostTotals).contains(totals.count) else { continue }
            for n in totals {
                guard let money = money(of: builder.claims[n]) else { continue }
                let before = totals.filter { start(of: builder.claims[$0]) < start(of: builder.claims[n]) }
                    .compactMap { self.money(of: builder.claims[$0]) }
                    .filter { $0.currency == money.currency && $0.amount.double > money.amount.double }
                guard let most = before.map(\.amount.double).max(), isEligibleCost(builder.claims[n], of: most) else {
                    continue
                }
                builder.updateClaim(n) { $0.amountKind = .other }
            }
        }
    }

    /// Whether words for costs that a programme recognises stand before a sum, with no other sum between.
    ///
    /// - Parameter total: the larger sum that it is a part of. A clearly smaller one is a partner's whole.
    func isEligibleCost(_ claim: Claim, of total: Double) -> Bool {
        if let money = money(of: claim), money.amount.double < Self.leastEligible * total { return false }
        guard let mention = claim.mention, let view = view(at: builder.mention(mention).span.start) else {
            return false
        }
        let value = view.tokens(builder.mention(mention).span)
        var lower = max(view.range.lowerBound, value.lowerBound - Self.reach)
        for other in view.values where other.mention.kind == .money && other.tokens.upperBound <= value.lowerBound {
            lower = max(lower, other.tokens.upperBound)
        }
        return cue(.eligible, in: min(lower, value.lowerBound)..<value.lowerBound, view)
    }

    private func largestShares() -> [Int: [String: Double]] {
        var largest: [Int: [String: Double]] = [:]
        for project in projects {
            for n in builder.claims(of: project)
            where [.partnerShare, .partnerEU].contains(builder.claims[n].amountKind) && !builder.claims[n].isSuperseded
            {
                guard let money = money(of: builder.claims[n]) else { continue }
                let known = largest[project]?[money.currency] ?? 0
                largest[project, default: [:]][money.currency] = max(known, money.amount.double)
            }
        }
        return largest
    }

    /// Whether the whole is known, in any currency: what costs something besides is something else.
    private func hasTotal(_ wholes: [String: [Whole]]?) -> Bool {
        wholes?.values.contains { $0.contains { $0.kind == .total } } ?? false
    }

    private mutating func claimCost(_ mention: Int, _ project: Int, _ kind: Claim.AmountKind, _ rule: String) {
        builder.claim(
            Claim(
                subject: project, property: .amount, mention: mention, amountKind: kind,
                evidence: [builder.mention(mention).span], rule: rule, confidence: 0.55))
    }

    /// "9.8 million" where 9,846,215 is known: the same to the last digit written.
    private static func isRound(_ money: Money, of whole: Double) -> Bool {
        var step = 1.0
        var rest = money.amount.coefficient
        while rest != 0, rest % 10 == 0 {
            rest /= 10
            step *= 10
        }
        let value = money.amount.double
        guard money.amount.scale == 0, step >= 1_000, step <= roughest * whole, value != whole else { return false }
        return abs(value - whole) <= step * 0.5
    }

    /// A verb for costing before the sum, with no other sum between, or right behind it ("… 5 Millionen Euro kostet").
    private func hasCostVerb(_ k: Int, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        let value = view.values[k].tokens
        var lower = max(sentence.lowerBound, value.lowerBound - Self.reach)
        if k > 0, view.values[k - 1].mention.kind == .money { lower = max(lower, view.values[k - 1].tokens.upperBound) }
        let upper = min(sentence.upperBound, value.upperBound + 2)
        return cue(.costs, in: min(lower, value.lowerBound)..<value.lowerBound, view)
            || cue(.costs, in: value.upperBound..<max(value.upperBound, upper), view)
    }

    /// What is bought, won at an event, or offered by a call.
    func isPriced(_ value: ValueReader.Found, _ view: BlockView, _ sentence: Range<Int>) -> Bool {
        let behind = value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 4)
        if cue(.price, in: behind, view) || cue(.perUnit, in: behind, view) { return true }
        return sentence.contains { i in
            view.reading.at(i).contains {
                [
                    .supplierAfter, .supplierBefore, .partnerSupplier, .event, .noProject, .superseded, .unrelated,
                    .projectEarlier,
                ].contains(
                    $0.meaning)
            }
        }
    }
}
