internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What amounts of money are, and whose.
extension FactReader {
    mutating func readAmounts() {
        let partnerPlaces = partnerPlaces()
        let partners = Set(
            builder.claims.filter { $0.property == .partner }.compactMap { claim in
                claim.object.map { [claim.subject, $0] }
            })
        let kinds = AmountKinds(
            views: views, fields: fields, projectNames: projectPlaces(),
            isInScope: { [scopes] in scopes?.isNamed($0) ?? true },
            isPartner: { view, tokens in
                partnerPlaces[view.index]?.contains { tokens.contains($0.token) } ?? false
            })
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
                } else if let place = decision.place {
                    owner = partner(of: project, at: view.names[place])
                } else if let cell = decision.ownerTokens {
                    owner = partnerPlaces[view.index]?.first { cell.contains($0.token) }?.entity
                }
                var kind = decision.kind
                if decision.place != nil, owner == nil, let plain = decision.plainKind { kind = plain }
                if kind == .partnerEU, let owner, !partners.contains([project, owner]), view.isProse,
                    isOutsider(owner, of: project)
                {
                    // A grant beside a body that is no partner is what that body gives.
                    kind = .national
                }
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: mention, amountKind: kind,
                        owner: kind == .national ? nil : owner,
                        evidence: [view.values[k].mention.span], rule: decision.rule, confidence: decision.confidence,
                        isSuperseded: decision.isSuperseded))
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
        readArithmetic()
        for (project, largest) in unnamed.sorted(by: { $0.key < $1.key }) {
            guard
                !builder.claims.contains(where: {
                    $0.subject == project && $0.property == .amount
                        && ($0.amountKind == .total && !$0.isSuperseded || $0.mention == largest.mention)
                })
            else { continue }
            builder.claim(
                Claim(
                    subject: project, property: .amount, mention: largest.mention, amountKind: .total,
                    evidence: [builder.mention(largest.mention).span], rule: "amount.worth", confidence: 0.5))
        }
        shareSmallerTotals()
        confirmSums()
    }

    /// A second, clearly smaller "total" in running text is what one partner has; what it is made of is that partner's
    /// too.
    mutating func shareSmallerTotals() {
        let places = projectPlaces()
        var grants: [Int: [Int]] = [:]
        for (n, claim) in builder.claims.enumerated() where claim.amountKind == .eu {
            guard let mention = claim.mention, let view = view(at: builder.mention(mention).span.start) else {
                continue
            }
            grants[view.index, default: []].append(n)
        }
        for project in projects {
            var largest: [String: Double] = [:]
            for claim in builder.claims
            where claim.subject == project && claim.amountKind == .total && !claim.isSuperseded && claim.owner == nil {
                guard let money = money(of: claim) else { continue }
                largest[money.currency] = max(largest[money.currency] ?? 0, money.amount.double)
            }
            for n in builder.claims.indices {
                let claim = builder.claims[n]
                guard claim.subject == project, claim.amountKind == .total, claim.owner == nil, !claim.isSuperseded,
                    ["amount.whole", "amount.cue", "amount.cue-behind", "amount.label"].contains(claim.rule),
                    let money = money(of: claim), let most = largest[money.currency],
                    money.amount.double < 0.85 * most, let mention = claim.mention,
                    let view = view(at: builder.mention(mention).span.start),
                    claim.rule == "amount.whole" || view.isProse
                else { continue }
                let tokens = view.tokens(builder.mention(mention).span)
                let sentence = view.sentence(at: tokens.lowerBound)
                if places[view.index]?.contains(where: { sentence.contains($0) }) == true { continue }
                builder.updateClaim(n) { $0.amountKind = .partnerShare }
                for k in grants[view.index] ?? [] where builder.claims[k].subject == project {
                    let part = builder.claims[k]
                    guard part.amountKind == .eu, let m = part.mention,
                        view.reading.span(tokens.upperBound..<max(tokens.upperBound, sentence.upperBound)).contains(
                            builder.mention(m).span),
                        let sum = self.money(of: part), sum.amount < money.amount
                    else { continue }
                    builder.updateClaim(k) { $0.amountKind = .partnerEU }
                }
            }
        }
    }

    /// Where names of projects stand: token indexes by view.
    func projectPlaces() -> [Int: [Int]] {
        var places: [Int: [Int]] = [:]
        for project in projects {
            for mention in builder.entity(project).mentions {
                let start = builder.mention(mention).span.start
                guard let view = view(at: start) else { continue }
                places[view.index, default: []].append(view.tokens(builder.mention(mention).span).lowerBound)
            }
        }
        return places
    }

    /// Where partners' names stand under labels and in tables: token and entity, by view.
    func partnerPlaces() -> [Int: [(token: Int, entity: Int)]] {
        var places: [Int: [(token: Int, entity: Int)]] = [:]
        for claim in builder.claims where claim.property == .partner {
            guard let mention = claim.mention, let entity = claim.object,
                let view = view(at: builder.mention(mention).span.start)
            else { continue }
            places[view.index, default: []].append((view.tokens(builder.mention(mention).span).lowerBound, entity))
        }
        return places
    }

    /// The view that holds a byte of the text.
    func view(at byte: Int) -> BlockView? {
        var low = 0
        var high = views.count
        while low < high {
            let mid = (low + high) / 2
            if views[mid].reading.span(views[mid].range).end <= byte { low = mid + 1 } else { high = mid }
        }
        return low < views.count && views[low].reading.span(views[low].range).start <= byte ? views[low] : nil
    }

    /// The one partner whose name holds a place's name: "no tām Valmierā" and "Valmieras novada pašvaldība".
    private func partner(of project: Int, at place: NameReader.Found) -> Int? {
        let word = Folding.fold(place.mention.quote)
        guard word.count >= 4 else { return nil }
        let stem = word.prefix(max(4, word.count - 2))
        let partners = builder.claims.filter { claim in
            claim.subject == project && claim.property == .partner
                && claim.object.map { Folding.fold(builder.entity($0).name).contains(stem) } == true
        }
        return Set(partners.compactMap(\.object)).count == 1 ? partners.first?.object : nil
    }

    /// Arithmetic: amounts right behind one another that add up to the one before them are its parts, and each says
    /// that the others were read rightly. A grant whose parts are the fund's and the state's money is the whole.
    mutating func confirmSums() {
        for project in projects {
            let places = builder.claims.indices.filter {
                let c = builder.claims[$0]
                return c.subject == project && c.property == .amount && !c.isSuperseded && c.mention != nil
            }
            .sorted { start(of: builder.claims[$0]) < start(of: builder.claims[$1]) }
            var totals: [String: Double] = [:]
            for place in places where builder.claims[place].amountKind == .total {
                guard let money = money(of: builder.claims[place]) else { continue }
                totals[money.currency] = max(totals[money.currency] ?? 0, money.amount.double)
            }
            for n in places.indices {
                let whole = builder.claims[places[n]]
                guard let total = money(of: whole) else { continue }
                for count in [2, 3, 4] where n + count < places.count {
                    let parts = Array(places[(n + 1)...(n + count)])
                    let sums = parts.compactMap { money(of: builder.claims[$0]) }
                    guard sums.count == count, sums.allSatisfy({ $0.currency == total.currency }) else { break }
                    let sum = sums.reduce(0) { $0 + $1.amount.double }
                    guard abs(sum - total.amount.double) <= max(1, 0.0005 * sum) else { continue }
                    let kinds = parts.map { builder.claims[$0].amountKind }
                    guard whole.owner == nil, kinds.contains(.eu),
                        kinds.contains(where: { $0 == .national || $0 == .own || $0 == .other })
                    else { continue }
                    let isShare = (totals[total.currency] ?? 0) > 1.15 * total.amount.double
                    builder.updateClaim(places[n]) {
                        $0.amountKind = isShare ? .partnerShare : .total
                        $0.rule = "amount.sum"
                        $0.confidence = 0.95
                    }
                    for part in parts {
                        builder.updateClaim(part) {
                            if isShare, $0.amountKind == .eu { $0.amountKind = .partnerEU }
                            $0.confidence = max($0.confidence, 0.95)
                        }
                    }
                }
            }
        }
    }

    /// A body that shares no word with the project's partners, on a page that names them.
    private func isOutsider(_ entity: Int, of project: Int) -> Bool {
        let words = Set(Folding.key(builder.entity(entity).name).split(separator: " ").filter { $0.count >= 5 })
        let partners = builder.claims.filter { $0.subject == project && $0.property == .partner }.prefix(200)
        return !partners.isEmpty
            && partners.allSatisfy { claim in
                claim.object.map {
                    words.isDisjoint(with: Folding.key(builder.entity($0).name).split(separator: " "))
                } ?? true
            }
    }

    private func start(of claim: Claim) -> Int { claim.mention.map { builder.mention($0).span.start } ?? 0 }

    private func money(of claim: Claim) -> Money? {
        guard let mention = claim.mention, case .money(let money) = builder.mention(mention).value else { return nil }
        return money
    }

    /// Amounts beside the names in a list of partners: each one's share; its EU money where they add up to the grant.
    mutating func readShares() {
        var shares: [Int: [(mention: Int, owner: Int, money: Money)]] = [:]
        var claimed: Set<Int> = []
        var partners: [Int: Claim] = [:]
        for claim in builder.claims {
            guard let mention = claim.mention else { continue }
            if claim.property == .amount { claimed.insert(mention) }
            if claim.property == .partner, let view = view(at: builder.mention(mention).span.start) {
                partners[view.index] = claim
            }
        }
        for field in fields where field.meaning.isPartnerLabel {
            for part in field.parts where !views[part.view].isProse {
                let view = views[part.view]
                let sums = view.values.indices.filter {
                    view.values[$0].mention.kind == .money && part.tokens.contains(view.values[$0].tokens.lowerBound)
                }
                guard sums.count == 1, let k = sums.first, case .money(let money) = view.values[k].mention.value,
                    money.amount.coefficient > 0, claimed.insert(valueMentions[view.index][k]).inserted,
                    let partner = partners[view.index], let owner = partner.object
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
        let sentence = view.sentence(at: value.tokens.lowerBound)
        let near = sentence.lowerBound..<min(sentence.upperBound, value.tokens.upperBound + 8)
        let meanings = near.flatMap { i in view.reading.at(i).map { view.reading.meaning($0) } }
        return meanings.contains(.project)
            && !meanings.contains {
                $0.isAmountLabel || [.ofWhich, .noProject, .event, .supplierAfter, .supplierBefore].contains($0)
            }
    }
}
