internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What amounts of money are, and whose.
extension FactReader {
    mutating func readAmounts() {
        let kinds = AmountKinds(views: views, fields: fields)
        var unnamed: [Int: (mention: Int, view: Int, money: Money)] = [:]
        for view in views {
            for (k, decision) in kinds.decide(view).sorted(by: { $0.key < $1.key }) {
                let mention = valueMentions[view.index][k]
                guard let project = project(at: view.index, view.values[k].tokens.lowerBound),
                    case .money(let money) = view.values[k].mention.value, money.amount.coefficient != 0
                else { continue }
                var owner: Int?
                if let name = decision.owner, let host = decision.ownerView {
                    owner = entity(of: nameMentions[host][name])
                }
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: mention, amountKind: decision.kind, owner: owner,
                        evidence: [view.values[k].mention.span], rule: decision.rule, confidence: decision.confidence))
            }
            for (k, value) in view.values.enumerated() {
                guard let project = project(at: view.index, value.tokens.lowerBound),
                    case .money(let money) = value.mention.value, isWorth(value, view, of: project),
                    unnamed[project].map({
                        $0.money.currency == money.currency && $0.money.amount.double < money.amount.double
                    }) ?? true
                else { continue }
                unnamed[project] = (valueMentions[view.index][k], view.index, money)
            }
        }
        readShares()
        for (project, largest) in unnamed.sorted(by: { $0.key < $1.key }) {
            guard
                !builder.claims.contains(where: {
                    $0.subject == project && $0.property == .amount
                        && ($0.amountKind == .total || $0.mention == largest.mention)
                })
            else { continue }
            builder.claim(
                Claim(
                    subject: project, property: .amount, mention: largest.mention, amountKind: .total,
                    evidence: [builder.mention(largest.mention).span], rule: "amount.worth", confidence: 0.5))
        }
    }

    /// Amounts beside the names in a list of partners: each one's share; its EU money where they add up to the grant.
    mutating func readShares() {
        var shares: [Int: [(mention: Int, owner: Int, money: Money)]] = [:]
        for field in fields where field.meaning.isPartnerLabel {
            for part in field.parts where !views[part.view].isProse {
                let view = views[part.view]
                let sums = view.values.indices.filter {
                    view.values[$0].mention.kind == .money && part.tokens.contains(view.values[$0].tokens.lowerBound)
                }
                guard sums.count == 1, let k = sums.first, case .money(let money) = view.values[k].mention.value,
                    money.amount.coefficient > 0,
                    !builder.claims.contains(where: {
                        $0.property == .amount && $0.mention == valueMentions[view.index][k]
                    }),
                    let partner = builder.claims.last(where: { claim in
                        claim.property == .partner
                            && claim.mention.map { view.block.span.contains(builder.mention($0).span) } == true
                    }), let owner = partner.object
                else { continue }
                shares[partner.subject, default: []].append((valueMentions[view.index][k], owner, money))
            }
        }
        for (project, list) in shares.sorted(by: { $0.key < $1.key }) {
            let sum = list.reduce(0) { $0 + $1.money.amount.double }
            let isGrant = builder.claims.contains { claim in
                guard claim.subject == project, claim.amountKind == .eu, let mention = claim.mention,
                    case .money(let money) = builder.mention(mention).value
                else { return false }
                return abs(money.amount.double - sum) <= 0.005 * sum
            }
            for share in list {
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: share.mention,
                        amountKind: isGrant ? .partnerEU : .partnerShare, owner: share.owner,
                        evidence: [builder.mention(share.mention).span], rule: isGrant ? "amount.sum" : "amount.list",
                        confidence: isGrant ? 0.9 : 0.7))
            }
        }
    }

    /// A sum in a sentence that speaks of the project, with no word that says what it is: what the project is worth,
    /// if it is the largest of its kind and the page names no total.
    func isWorth(_ value: ValueReader.Found, _ view: BlockView, of project: Int) -> Bool {
        guard view.isProse else { return false }
        let sentence = view.sentences(in: view.range).first { $0.contains(value.tokens.lowerBound) } ?? view.range
        let meanings = sentence.flatMap { i in view.reading.at(i).map { view.reading.meaning($0) } }
        return meanings.contains(.project)
            && !meanings.contains {
                $0.isAmountLabel || [.ofWhich, .noProject, .event, .supplierAfter, .supplierBefore].contains($0)
            }
    }
}
