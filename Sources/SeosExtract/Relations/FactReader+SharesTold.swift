internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Shares that a sentence tells without a word of its own for them: "The hospital managed 1,106,300 euros, and the clinic
/// 845,720.50".
extension FactReader {
    /// Smaller sums are fees, in euros.
    private static let leastShare = 500.0
    /// Tokens between a sum and the partner behind it: "1.32 million in the budget of the university".
    private static let reachBehind = 6

    /// A sum that nothing explains yet, with what stands around it.
    private struct Bare {
        var view: BlockView
        var value: ValueReader.Found
        var mention: Int
        var project: Int
        /// From the sum before, or the beginning of the sentence.
        var left: Range<Int>
        /// To the next sum, or the end of the sentence.
        var right: Range<Int>
        /// The claim on the sum before it in its sentence.
        var told: Claim?
    }

    /// Claims sums beside which one body stands, and nobody else: what that body gives where a verb or the sum before says
    /// so, else a partner's share.
    mutating func readSharesTold() {
        let isPartners = partnersNouns()
        for view in views where view.isProse && view.values.contains(where: { $0.mention.kind == .money }) {
            for k in view.values.indices {
                guard let bare = bare(k, view) else { continue }
                if claimGiven(bare) || claimShare(bare) { continue }
                claimShareOfNoun(bare, isPartners)
            }
        }
    }

    private func bare(_ k: Int, _ view: BlockView) -> Bare? {
        let value = view.values[k]
        let mention = valueMentions[view.index][k]
        guard case .money(let money) = value.mention.value,
            money.amount.double >= Self.leastShare * CurrencyScale.perEuro(money.currency),
            builder.amountClaim(of: mention) == nil, let project = project(at: view.index, value.tokens.lowerBound)
        else { return nil }
        let sentence = view.sentence(at: value.tokens.lowerBound)
        let sums = view.values.indices.filter {
            view.values[$0].mention.kind == .money && sentence.contains(view.values[$0].tokens.lowerBound)
        }
        let before = sums.last { $0 < k }
        let next = sums.first { $0 > k }
        if isPriced(value, view, sentence) { return nil }
        let lower =
            before.map { max(view.values[$0].tokens.upperBound, toldEnds[valueMentions[view.index][$0]] ?? 0) }
            ?? sentence.lowerBound
        let upper = next.map { view.values[$0].tokens.lowerBound } ?? sentence.upperBound
        return Bare(
            view: view, value: value, mention: mention, project: project,
            left: min(lower, value.tokens.lowerBound)..<value.tokens.lowerBound,
            right: value.tokens.upperBound..<max(value.tokens.upperBound, upper),
            told: before.flatMap { builder.amountClaim(of: valueMentions[view.index][$0]) }
                .map { builder.claims[$0] })
    }

    /// "500,000 was put in by the Department of Health", "the Union gives 1.5 million, the region 250,000 and the partners
    /// 30,000".
    private mutating func claimGiven(_ bare: Bare) -> Bool {
        let isRow = bare.told.map { $0.rule == "amount.given" || isGift($0) } ?? false
        if let body = onlyBody(bare.right.prefix(Self.reachOfGiver), bare.view) {
            let between = bare.right.lowerBound..<bare.view.names[body].tokens.lowerBound
            let isReceiver = cue(.giverTo, in: between, bare.view)
            let isNext =
                isRow && bare.told?.amountKind != .own && between.count <= 3 && onlyBody(bare.left, bare.view) == nil
            if !isReceiver, isNext || gives(between, bare.view) {
                return claimGift(bare, of: body)
            }
        }
        guard isRow else { return false }
        if let body = onlyBody(bare.left, bare.view) {
            // Behind what the partners give themselves, what stands beside one of them is its share.
            let isShare =
                bare.told?.amountKind == .own && onlyPartner(bare.left, bare.view, bare.project) != nil
                && !gives(bare.left, bare.view)
            return isShare ? false : claimGift(bare, of: body)
        }
        let saysPartners = bare.left.contains { i in
            bare.view.reading.at(i).contains { $0.meaning == .partnerPartner }
        }
        // "the museum got 640,000" is a share of what goes to the partners.
        guard saysPartners, bare.left.count <= 8, !receives(bare.left, bare.view) else { return false }
        claimSum(bare, .own, nil, "amount.given")
        return true
    }

    private static let reachOfGiver = 14

    /// Whether an amount is money that somebody gives the project.
    private func isGift(_ claim: Claim) -> Bool {
        guard claim.rule != "amount.breakdown", let kind = claim.amountKind else { return false }
        return [.eu, .national, .other, .own].contains(kind)
    }

    private mutating func claimGift(_ bare: Bare, of body: Int) -> Bool {
        let name = bare.view.names[body]
        let mention = nameMentions[bare.view.index][body]
        if let code = name.mention.code {
            guard AmountKinds.unionKeys.contains(code) else { return false }
            claimSum(bare, .eu, nil, "amount.given")
            return true
        }
        guard let entity = entity(of: mention) else { return false }
        let role = builder.hasClaim(of: bare.project, about: entity) {
            $0.property == .partner && $0.role != .associated
        }
        if role {
            claimSum(bare, .own, entity, "amount.given")
        } else {
            claimSum(bare, name.organizationKind == .public ? .national : .other, nil, "amount.given")
            funder(mention, "funder.amount", 0.5)
        }
        return true
    }

    private mutating func claimShare(_ bare: Bare) -> Bool {
        let view = bare.view
        let behind = bare.right.prefix(Self.reachBehind)
        guard !tellsOfGiving(bare.left, view), !tellsOfGiving(behind, view),
            let owner = onlyPartner(bare.left, view, bare.project)
                ?? (bare.told == nil ? onlyPartner(behind, view, bare.project) : nil)
        else { return false }
        if let told = bare.told, told.amountKind == .total || told.owner == owner { return false }
        claimSum(
            bare, bare.told?.amountKind == .partnerEU ? .partnerEU : .partnerShare, owner, "amount.beside")
        return true
    }

    /// Tokens between a noun for a partner and its sum.
    private static let reachOfNoun = 10

    /// "Skolans del är 5,2 mkr", "L'Ateneo aquilano dispone di 486 mila euro", "Frøyas andel er 185 000": among the project's
    /// sums, a noun that stands for a partner, or a noun for a share beside its place.
    private mutating func claimShareOfNoun(_ bare: Bare, _ isPartners: (BlockView, Int) -> Bool) {
        let view = bare.view
        let r = view.reading
        let clause = max(bare.left.lowerBound, bare.left.upperBound - Self.reachOfNoun)..<bare.left.upperBound
        guard !tellsOfGiving(bare.left, view), !tellsOfGiving(bare.right.prefix(Self.reachBehind), view),
            bare.told.map({ $0.amountKind == .partnerShare || $0.amountKind == .partnerEU }) ?? true,
            isAmongSums(bare), !cue(.price, in: bare.left, view)
        else { return }
        let bodies = view.names.filter {
            $0.mention.kind == .organization && clause.contains($0.tokens.lowerBound)
        }
        guard bodies.isEmpty else { return }
        let isShare = clause.contains { r.first(.shareNoun, at: $0) != nil }
        let isOfPlace =
            isShare
            && view.names.contains { $0.mention.kind == .region && clause.contains($0.tokens.lowerBound) }
        guard isOfPlace || clause.contains(where: { isPartners(view, $0) }) else { return }
        claimSum(bare, bare.told?.amountKind ?? .partnerShare, nil, "amount.beside")
    }

    /// Whether a sum of the project has been told in the same text.
    private func isAmongSums(_ bare: Bare) -> Bool {
        bare.view.values.indices.contains { k in
            guard let n = builder.amountClaim(of: valueMentions[bare.view.index][k]) else { return false }
            return builder.claims[n].subject == bare.project && !builder.claims[n].isSuperseded
        }
    }

    private mutating func claimSum(_ bare: Bare, _ kind: Claim.AmountKind, _ owner: Int?, _ rule: String) {
        builder.claim(
            Claim(
                subject: bare.project, property: .amount, mention: bare.mention, amountKind: kind, owner: owner,
                evidence: [bare.value.mention.span], rule: rule, confidence: 0.5))
    }

    private func receives(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        tokens.contains { i in
            view.reading.at(i).contains { $0.meaning == .share || $0.meaning == .shareEU }
        }
    }

    private func gives(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        tokens.contains { i in
            view.reading.at(i).contains {
                [.funderGives, .funderAfter, .funderBefore, .cofinancierAfter, .cofinancierBefore].contains($0.meaning)
            }
        }
    }

    /// The body named in a clause that names no other.
    private func onlyBody(_ clause: Range<Int>, _ view: BlockView) -> Int? {
        let bodies = view.names.indices.filter {
            view.names[$0].mention.kind == .organization && clause.contains(view.names[$0].tokens.lowerBound)
        }
        return bodies.count == 1 ? bodies.first : nil
    }

    /// The partner named in a clause that names no other body.
    private func onlyPartner(_ clause: Range<Int>, _ view: BlockView, _ project: Int) -> Int? {
        guard let only = onlyBody(clause, view), let entity = entity(of: nameMentions[view.index][only]),
            builder.hasClaim(
                of: project, about: entity, where: { $0.property == .partner && $0.role != .supplier })
        else { return nil }
        return entity
    }

    /// Words that make the sum what somebody gives or pays, a part in percent, or money of many.
    private func tellsOfGiving(_ clause: Range<Int>, _ view: BlockView) -> Bool {
        clause.contains { i in
            view.reading.at(i).contains {
                [
                    .funderGives, .funderBefore, .funderAfter, .cofinancierBefore, .cofinancierAfter, .amountNone,
                    .programme, .costs, .amountOwn,
                ].contains($0.meaning)
            }
        }
    }
}
