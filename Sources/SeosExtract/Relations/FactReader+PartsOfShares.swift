internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What one partner's share is made of, by the figures: "€312,000 falls to the agency. Of that the ERDF pays €202,800, and the
/// remaining €109,200 comes out of its own pocket."
///
/// The words for the Union and for own money often stand nearer to the wrong sum. The parts add up to the share, and the
/// Union's part is to the share what the whole grant is to the whole budget.
extension FactReader {
    /// More parts are a table.
    private static let mostParts = 4
    /// Smaller sums are fees and prices.
    private static let leastShare = 1000.0
    private static let leastPart = 100.0
    /// Parts stand in the same text as their share, or on the lines right below it.
    private static let widestGap = 1
    /// More figures are a register.
    private static let mostSums = 200

    mutating func splitOwnedShares() {
        let all = sums()
        for project in projects {
            guard var sums = all[project], (2...Self.mostSums).contains(sums.count) else { continue }
            for currency in Set(sums.map(\.money.currency)).sorted() {
                let own = sums.indices.filter { sums[$0].money.currency == currency }
                let total = own.filter { kind(sums[$0]) == .total }.map { sums[$0].value }.max()
                let grant = own.filter { kind(sums[$0]) == .eu }.map { sums[$0].value }.max()
                let rate = total.flatMap { total in grant.map { $0 / total } }.flatMap { $0 < 1 ? $0 : nil }
                for n in own.indices where mayBeShare(sums[own[n]], total) {
                    split(own[n], Array(own[(n + 1)...].prefix(Self.mostParts)), project, rate, &sums)
                }
            }
        }
    }

    /// A share by its words, or a sum without any that is clearly less than the whole.
    private func mayBeShare(_ sum: Sum, _ total: Double?) -> Bool {
        guard sum.value >= Self.leastShare else { return false }
        switch kind(sum) {
        case .partnerShare: return true
        case nil: return total.map { sum.value < 0.9 * $0 } ?? false
        default: return false
        }
    }

    private mutating func split(
        _ share: Int, _ next: [Int], _ project: Int, _ rate: Double?, _ sums: inout [Sum]
    ) {
        let near = next.prefix {
            sums[$0].view - sums[share].view <= Self.widestGap && sums[$0].value >= Self.leastPart
        }
        var added = 0.0
        for (count, part) in near.enumerated() {
            added += sums[part].value
            if count >= 1, abs(added - sums[share].value) <= 1 {
                return claimParts(Array(near.prefix(count + 1)), of: share, project, rate, &sums)
            }
        }
        // "Of our share, 351,000 comes from the ERDF": one part is told, at the rate of the grant.
        guard kind(sums[share]) == .partnerShare, let rate, let part = near.first,
            abs(sums[part].value - rate * sums[share].value) <= 1, kind(sums[part]) == nil || kind(sums[part]) == .eu
        else { return }
        set(part, .partnerEU, owner(of: share, sums), project, &sums)
    }

    private mutating func claimParts(
        _ parts: [Int], of share: Int, _ project: Int, _ rate: Double?, _ sums: inout [Sum]
    ) {
        let owner = owner(of: share, sums)
        let whole = sums[share].value
        let atRate = rate.flatMap { rate in parts.first { abs(sums[$0].value - rate * whole) <= 1 } }
        var kinds = parts.enumerated().map { n, part -> Claim.AmountKind in
            switch kind(sums[part]) ?? kindOfPart(sums[part], project, isLast: n == parts.count - 1) {
            case .eu, .partnerEU: .partnerEU
            case .national: .national
            case .other: .other
            default: .own
            }
        }
        if let atRate {
            for (n, part) in parts.enumerated() {
                if part == atRate { kinds[n] = .partnerEU } else if kinds[n] == .partnerEU { kinds[n] = .own }
            }
        }
        guard kinds.contains(.partnerEU), kinds.contains(where: { $0 != .partnerEU }) else { return }
        set(share, .partnerShare, owner, project, &sums)
        for (part, kind) in zip(parts, kinds) { set(part, kind, kind == .national ? nil : owner, project, &sums) }
    }

    private func owner(of sum: Int, _ sums: [Sum]) -> Int? { sums[sum].claim.flatMap { builder.claims[$0].owner } }

    private mutating func set(_ n: Int, _ kind: Claim.AmountKind, _ owner: Int?, _ project: Int, _ sums: inout [Sum]) {
        guard let claim = sums[n].claim else {
            return claim(n, kind, project, owner: owner, rule: "amount.breakdown", &sums)
        }
        builder.updateClaim(claim) {
            $0.amountKind = kind
            $0.owner = kind == .national ? nil : $0.owner ?? owner
        }
    }

    /// What Erasmus+ pays a partnership, a round sum for all of it.
    private static let lumpSums: Set<Double> = [30_000, 60_000, 120_000, 250_000, 400_000]

    private var namesErasmus: Bool {
        views.contains { view in
            view.names.contains { $0.mention.kind == .programme && $0.mention.code == "erasmus" }
        }
    }

    /// "Grant: €250,000 / our school's share: €38,500": where the one sum of the whole is a lump sum, a partner's share is its
    /// part of the grant. Other programmes give no round sums.
    mutating func sharesOfLumpSums() {
        guard namesErasmus else { return }
        for project in projects {
            let claims = builder.claims(of: project).filter {
                builder.claims[$0].property == .amount && !builder.claims[$0].isSuperseded
            }
            let wholes = claims.filter {
                builder.claims[$0].amountKind == .total || builder.claims[$0].amountKind == .eu
            }
            .compactMap { money(of: builder.claims[$0]) }
            guard let lump = wholes.first?.amount.double, Self.lumpSums.contains(lump),
                wholes.allSatisfy({ $0.currency == "EUR" && $0.amount.double == lump })
            else { continue }
            for n in claims where builder.claims[n].amountKind == .partnerShare {
                builder.updateClaim(n) { $0.amountKind = .partnerEU }
            }
        }
    }
}
