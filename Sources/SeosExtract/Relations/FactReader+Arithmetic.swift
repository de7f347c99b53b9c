internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What the figures of a page say of each other where no word says what they are: "… 3 412 000, of which the Union pays
/// 80 %, that is 2 729 600; the other 682 400 …".
extension FactReader {
    /// An amount of a project, claimed already or not.
    struct Sum {
        var mention: Int
        var view: Int
        var token: Int
        var money: Money
        var value: Double
        /// Index of its claim.
        var claim: Int?
    }

    /// Grants lie between these shares of what they pay for; taxes and advances lie below.
    private static let grantPercents = 30.0..<100.0
    /// A percentage and its two amounts stand as near as this, in blocks.
    private static let reach = 2
    /// More figures are a register, not a budget.
    private static let limit = 200

    /// Claims amounts that a percentage or a sum explains: the grant, what it is a share of, and what is left.
    mutating func readArithmetic() {
        let all = sums()
        for project in projects {
            guard let sums = all[project], sums.count >= 2, sums.count <= Self.limit else { continue }
            var known = sums
            for (part, whole) in percentPairs(sums) { claim(part: part, of: whole, project, &known) }
            claimParts(project, &known)
            claimGrantShare(project, &known)
            claimRest(project, &known)
        }
    }

    /// What is claimed for one project changes nothing of what the others' amounts are: all are collected at once.
    func sums() -> [Int: [Sum]] {
        var claims: [Int: Int] = [:]
        for n in builder.claims.indices where builder.claims[n].property == .amount {
            if let mention = builder.claims[n].mention { claims[mention] = n }
        }
        var sums: [Int: [Sum]] = [:]
        for view in views {
            for (k, value) in view.values.enumerated() {
                let mention = valueMentions[view.index][k]
                guard case .money(let money) = value.mention.value, money.amount.coefficient > 0,
                    let project = project(at: view.index, value.tokens.lowerBound),
                    claims[mention].map({ builder.claims[$0].subject == project && !builder.claims[$0].isSuperseded })
                        ?? true
                else { continue }
                sums[project, default: []].append(
                    Sum(
                        mention: mention, view: view.index, token: value.tokens.lowerBound, money: money,
                        value: money.amount.double, claim: claims[mention]))
            }
        }
        return sums
    }

    /// Pairs of amounts near a percentage that is the share of one in the other; the nearest pair of each percentage.
    private func percentPairs(_ sums: [Sum]) -> [(part: Int, whole: Int)] {
        var pairs: [(Int, Int)] = []
        var places: [Int] = []
        for sum in sums {
            let first = max(sum.view - Self.reach, (places.last ?? -1) + 1)
            places += first..<max(first, min(sum.view + Self.reach + 1, views.count))
        }
        for place in places {
            let view = views[place]
            for value in view.values {
                guard case .percent(let percent) = value.mention.value, Self.grantPercents.contains(percent.double)
                else { continue }
                let near = sums.indices.filter { abs(sums[$0].view - view.index) <= Self.reach }
                var best: (pair: (Int, Int), distance: Int)?
                for x in near {
                    for y in near where Self.isShare(sums[x], of: sums[y], percent.double) {
                        let distance =
                            abs(sums[x].token - value.tokens.lowerBound)
                            + abs(sums[y].token - value.tokens.lowerBound)
                        if distance < best?.distance ?? .max { best = ((x, y), distance) }
                    }
                }
                if let best { pairs.append(best.pair) }
            }
        }
        return pairs
    }

    private static func isShare(_ x: Sum, of y: Sum, _ percent: Double) -> Bool {
        x.money.currency == y.money.currency && x.value < y.value
            && abs(x.value - y.value * percent / 100) <= max(1, 0.0015 * x.value)
    }

    private mutating func claim(part: Int, of whole: Int, _ project: Int, _ sums: inout [Sum]) {
        if sums[whole].claim == nil {
            let hasTotal = sums.contains {
                $0.money.currency == sums[whole].money.currency && kind($0) == .total && $0.value != sums[whole].value
            }
            guard !hasTotal, sums[part].claim == nil || kind(sums[part]) == .eu else { return }
            claim(whole, .total, project, owner: nil, rule: "amount.percent", &sums)
        }
        guard sums[part].claim == nil, let claim = sums[whole].claim else { return }
        let owner = builder.claims[claim].owner
        switch builder.claims[claim].amountKind {
        case .total: self.claim(part, .eu, project, owner: nil, rule: "amount.percent", &sums)
        case .partnerShare: self.claim(part, .partnerEU, project, owner: owner, rule: "amount.percent", &sums)
        default: return
        }
    }

    /// The shares that funds pay, in twentieths of the whole.
    private static let grantTwentieths: Set<Int> = [10, 12, 13, 14, 15, 16, 17, 18]

    /// "The budget holds 3.9 million. … the Union pays 2.34 million": a grant is a round share of the whole, so of two
    /// amounts of which one is known the other is told, and so are two near each other that nothing tells of.
    private mutating func claimGrantShare(_ project: Int, _ sums: inout [Sum]) {
        let first = sums
        func known(_ kind: Claim.AmountKind, _ currency: String) -> Bool {
            first.contains { $0.money.currency == currency && self.kind($0) == kind }
        }
        var best: (whole: Int, part: Int)?
        for x in first.indices {
            let isOpen =
                first[x].claim.map { claim in
                    builder.claims[claim].owner == nil && builder.claims[claim].amountKind == .partnerShare
                        && builder.claims[claim].confidence < 0.7
                } ?? true
            let isTotal = kind(first[x]) == .total && first[x].claim.map { builder.claims[$0].owner == nil } == true
            guard isOpen || isTotal, first[x].value >= 1000 else { continue }
            let currency = first[x].money.currency
            for y in first.indices
            where first[y].money.currency == currency && Self.isGrantShare(first[y], of: first[x]) {
                if isTotal {
                    guard first[y].claim == nil, !known(.eu, currency), first[y].view == first[x].view else { continue }
                    claim(y, .eu, project, owner: nil, rule: "amount.share", &sums)
                    return
                }
                guard !known(.total, currency) else { continue }
                let isGrant = kind(first[y]) == .eu && first[y].claim.map { builder.claims[$0].owner == nil } == true
                guard
                    isGrant
                        || first[y].claim == nil && first[x].claim == nil && first[x].view == first[y].view
                            && !known(.eu, currency) && abs(first[x].token - first[y].token) <= 60
                else { continue }
                if best.map({ first[$0.whole].value < first[x].value }) ?? true { best = (x, y) }
            }
        }
        guard let best else { return }
        if let claim = first[best.whole].claim {
            builder.updateClaim(claim) {
                $0.amountKind = .total
                $0.rule = "amount.share"
            }
        } else {
            claim(best.whole, .total, project, owner: nil, rule: "amount.share", &sums)
        }
        if first[best.part].claim == nil { claim(best.part, .eu, project, owner: nil, rule: "amount.share", &sums) }
    }

    private static func isGrantShare(_ part: Sum, of whole: Sum) -> Bool {
        let twentieths = part.value * 20 / whole.value
        let n = twentieths.rounded()
        return abs(twentieths - n) < 2e-4 && grantTwentieths.contains(Int(n))
    }

    /// What the grant leaves of the total, to the unit: somebody else's money, or the partners' own.
    private mutating func claimRest(_ project: Int, _ sums: inout [Sum]) {
        let totals = sums.filter { kind($0) == .total }
        let grants = sums.filter { kind($0) == .eu }
        for total in totals {
            for grant in grants where grant.money.currency == total.money.currency && grant.value < total.value {
                let rest = total.value - grant.value
                guard
                    let n = sums.indices.first(where: {
                        sums[$0].claim == nil && sums[$0].money.currency == total.money.currency
                            && abs(sums[$0].value - rest) <= 1
                    })
                else { continue }
                claim(n, isOthers(sums[n]) ? .national : .own, project, owner: nil, rule: "amount.rest", &sums)
            }
        }
    }

    /// Whether a body that is no partner stands beside the amount in its sentence.
    private func isOthers(_ sum: Sum) -> Bool {
        let view = views[sum.view]
        let sentence = view.sentence(at: sum.token)
        return view.names.enumerated().contains { k, name in
            guard name.mention.kind == .organization, sentence.contains(name.tokens.lowerBound) else { return false }
            let entity = entity(of: nameMentions[view.index][k])
            return !builder.claims.contains { $0.property == .partner && $0.object == entity }
        }
    }

    func kind(_ sum: Sum) -> Claim.AmountKind? { sum.claim.flatMap { builder.claims[$0].amountKind } }

    mutating func claim(
        _ n: Int, _ kind: Claim.AmountKind, _ project: Int, owner: Int?, rule: String, _ sums: inout [Sum]
    ) {
        let mention = sums[n].mention
        builder.claim(
            Claim(
                subject: project, property: .amount, mention: mention, amountKind: kind, owner: owner,
                evidence: [builder.mention(mention).span], rule: rule, confidence: 0.75))
        sums[n].claim = builder.claims.lastIndex { $0.property == .amount && $0.mention == mention }
    }
}
