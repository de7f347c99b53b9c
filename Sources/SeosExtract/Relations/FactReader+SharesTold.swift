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

    /// Claims sums beside which one partner stands, and nobody else, as that partner's share; of the kind that the sum
    /// before it in the sentence is.
    mutating func readSharesTold() {
        for view in views where view.isProse && view.values.contains(where: { $0.mention.kind == .money }) {
            for (k, value) in view.values.enumerated() {
                let mention = valueMentions[view.index][k]
                guard case .money(let money) = value.mention.value,
                    money.amount.double >= Self.leastShare * CurrencyScale.perEuro(money.currency),
                    builder.amountClaim(of: mention) == nil,
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                let sentence = view.sentence(at: value.tokens.lowerBound)
                let sums = view.values.indices.filter {
                    view.values[$0].mention.kind == .money && sentence.contains(view.values[$0].tokens.lowerBound)
                }
                let before = sums.last { $0 < k }
                let next = sums.first { $0 > k }
                let left =
                    (before.map { view.values[$0].tokens.upperBound } ?? sentence.lowerBound)..<value.tokens.lowerBound
                let upper = min(
                    next.map { view.values[$0].tokens.lowerBound } ?? sentence.upperBound,
                    value.tokens.upperBound + Self.reachBehind)
                let right = value.tokens.upperBound..<max(value.tokens.upperBound, upper)
                guard !isPriced(value, view, sentence), !tellsOfGiving(left, view), !tellsOfGiving(right, view),
                    let owner = onlyPartner(left, view, project)
                        ?? (before == nil ? onlyPartner(right, view, project) : nil)
                else { continue }
                let told = before.flatMap { builder.amountClaim(of: valueMentions[view.index][$0]) }
                    .map { builder.claims[$0] }
                if let told, told.amountKind == .total || told.owner == owner { continue }
                let kind = told?.amountKind == .partnerEU ? Claim.AmountKind.partnerEU : .partnerShare
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: mention, amountKind: kind, owner: owner,
                        evidence: [value.mention.span], rule: "amount.beside", confidence: 0.5))
            }
        }
    }

    /// The partner named in a clause that names no other body.
    private func onlyPartner(_ clause: Range<Int>, _ view: BlockView, _ project: Int) -> Int? {
        let bodies = view.names.indices.filter {
            view.names[$0].mention.kind == .organization && clause.contains(view.names[$0].tokens.lowerBound)
        }
        guard bodies.count == 1, let only = bodies.first, let entity = entity(of: nameMentions[view.index][only]),
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
