internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts that follow one another and add up to the whole are its parts, whatever words stand beside them: "… costs
/// 842,350 euros. The fund pays 673,880, the town 15,000 and the municipality 10,000; the rest, 143,470, …".
extension FactReader {
    /// More parts are a table.
    private static let mostParts = 6
    /// Parts follow each other as near as this, in blocks.
    private static let widestGap = 2
    /// Smaller sums are fees and prices.
    private static let leastPart = 100.0

    /// Grants of states outside the Union.
    private static let grantKeys: Set<String> = ["eea", "norway-grants"]

    mutating func claimParts(_ project: Int, _ sums: inout [Sum]) {
        let totals = sums.indices.filter { kind(sums[$0]) == .total && owner(sums[$0]) == nil }
        for currency in Set(sums.map(\.money.currency)).sorted() {
            let own = sums.indices.filter { sums[$0].money.currency == currency && sums[$0].value >= Self.leastPart }
            let known = totals.filter { sums[$0].money.currency == currency }
            // Where no total is known, three parts and more show what the whole is.
            let wholes = known.isEmpty ? own.filter { sums[$0].claim == nil } : known
            for whole in wholes {
                guard let parts = parts(of: whole, own, sums, least: known.isEmpty ? 3 : 2) else { continue }
                if sums[whole].claim == nil {
                    claim(whole, .total, project, owner: nil, rule: "amount.breakdown", &sums)
                }
                for (n, part) in parts.enumerated() where sums[part].claim == nil {
                    if let owner = partnerOfRow(sums[part], project) {
                        claim(part, .partnerShare, project, owner: owner, rule: "amount.breakdown", &sums)
                        continue
                    }
                    let kind = kindOfPart(sums[part], project, isLast: n == parts.count - 1)
                    claim(part, kind, project, owner: nil, rule: "amount.breakdown", &sums)
                }
                break
            }
            for whole in own where kind(sums[whole]) == .eu && owner(sums[whole]) == nil {
                splitGrant(whole, own, project, &sums)
            }
        }
    }

    /// "Of the support the fund gives 1,061 million and the state budget 187 million": a grant whose parts are the
    /// Union's and the state's is both together.
    private mutating func splitGrant(_ whole: Int, _ own: [Int], _ project: Int, _ sums: inout [Sum]) {
        let others = own.filter { kind(sums[$0]) != .total }
        guard let parts = parts(of: whole, others, sums, least: 2), let claimed = sums[whole].claim else { return }
        let kinds = parts.enumerated().map { n, part in
            kind(sums[part]) ?? kindOfPart(sums[part], project, isLast: n == parts.count - 1)
        }
        guard kinds.contains(.eu), kinds.contains(.national) else { return }
        builder.updateClaim(claimed) { $0.amountKind = .other }
        for (part, kind) in zip(parts, kinds) where sums[part].claim == nil {
            claim(part, kind, project, owner: nil, rule: "amount.breakdown", &sums)
        }
    }

    /// The one partner that a row of a table names beside the sum.
    private func partnerOfRow(_ sum: Sum, _ project: Int) -> Int? {
        let view = views[sum.view]
        guard !view.isProse else { return nil }
        let partners = Set(
            view.names.indices.lazy.filter { isPartnerName(view.names[$0]) }
                .compactMap { entity(of: nameMentions[view.index][$0]) }
                .filter { entity in builder.hasClaim(of: project, about: entity) { $0.property == .partner } })
        return partners.count == 1 ? partners.first : nil
    }

    private func owner(_ sum: Sum) -> Int? { sum.claim.flatMap { builder.claims[$0].owner } }

    /// Amounts in a row that add up to the whole, some of them not known yet; of two, one is known as a part.
    private func parts(of whole: Int, _ own: [Int], _ sums: [Sum], least: Int) -> [Int]? {
        for first in own.indices {
            var added = 0.0
            var parts: [Int] = []
            for n in own[first...].prefix(Self.mostParts) {
                let sum = sums[n]
                // What the whole is told with again is no part of it.
                if abs(sum.value - sums[whole].value) < 1 { break }
                if let last = parts.last, sum.view - sums[last].view > Self.widestGap { break }
                let isShare = kind(sum) == .partnerShare || kind(sum) == .partnerEU || kind(sum) == .total
                if isShare || parts.contains(where: { sums[$0].value == sum.value }) { break }
                added += sum.value
                parts.append(n)
                guard added <= sums[whole].value + 1 else { break }
                if parts.count >= least, abs(added - sums[whole].value) <= 1 {
                    let open = parts.filter { sums[$0].claim == nil }
                    return !open.isEmpty && (parts.count > 2 || open.count == 1 || kind(sums[whole]) == .eu)
                        ? parts : nil
                }
            }
        }
        return nil
    }

    /// What the nearest word between the amounts beside it says, or the body named there; the last part is the
    /// partners' own.
    func kindOfPart(_ sum: Sum, _ project: Int, isLast: Bool) -> Claim.AmountKind {
        let view = views[sum.view]
        let r = view.reading
        let sentence = view.sentence(at: sum.token)
        var lower = sentence.lowerBound
        var upper = sentence.upperBound
        for value in view.values where value.mention.kind == .money {
            if value.tokens.upperBound <= sum.token { lower = max(lower, value.tokens.upperBound) }
            if value.tokens.lowerBound > sum.token { upper = min(upper, value.tokens.lowerBound) }
        }
        var best: (kind: Claim.AmountKind, distance: Int)?
        for i in lower..<max(lower, upper) {
            for match in r.at(i) {
                let kind: Claim.AmountKind
                switch match.meaning {
                case .amountEU: kind = .eu
                case .amountOwn: kind = .own
                case .amountNational: kind = .national
                case .nameOrganization where AmountKinds.unionKeys.contains(r.entry(match).key): kind = .eu
                case .nameOrganization where Self.grantKeys.contains(r.entry(match).key): kind = .other
                default: continue
                }
                // What stands behind an amount may begin to tell of the next.
                let distance = i < sum.token ? sum.token - i : (i - sum.token) * 2
                if distance < best?.distance ?? .max { best = (kind, distance) }
            }
        }
        if let best { return best.kind }
        let body = view.names.indices.first {
            isPartnerName(view.names[$0]) && view.names[$0].tokens.lowerBound >= lower
                && view.names[$0].tokens.upperBound <= upper
        }
        guard let body else { return isLast ? .own : .national }
        let entity = entity(of: nameMentions[sum.view][body])
        let isPartner = entity.map { builder.hasClaim(of: project, about: $0) { $0.property == .partner } } ?? false
        if isPartner { return .own }
        return view.names[body].organizationKind == .public ? .national : .other
    }
}
