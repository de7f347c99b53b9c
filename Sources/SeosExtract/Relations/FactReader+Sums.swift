internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What amounts say of each other: parts that add up, shares in a list, totals beside totals.
extension FactReader {
    /// Where a label gives the total, a clearly larger one in running text that does not speak of the project is
    /// somebody's budget.
    mutating func dropLargerTotals() {
        let places = projectPlaces()
        for project in projects {
            let totals = builder.claims(of: project).filter {
                builder.claims[$0].amountKind == .total && !builder.claims[$0].isSuperseded
            }
            var labelled: [String: Double] = [:]
            for n in totals {
                guard let money = money(of: builder.claims[n]), !isInProse(builder.claims[n]) else { continue }
                labelled[money.currency] = max(labelled[money.currency] ?? 0, money.amount.double)
            }
            for n in totals where isInProse(builder.claims[n]) {
                guard let money = money(of: builder.claims[n]), let known = labelled[money.currency],
                    money.amount.double > 1.2 * known, let mention = builder.claims[n].mention,
                    let view = view(at: builder.mention(mention).span.start)
                else { continue }
                let sentence = view.sentence(at: view.tokens(builder.mention(mention).span).lowerBound)
                let speaksOfProject =
                    cue(.project, in: sentence, view) || places[view.index]?.contains(where: sentence.contains) == true
                if !speaksOfProject { builder.updateClaim(n) { $0.isSuperseded = true } }
            }
        }
    }

    private func isInProse(_ claim: Claim) -> Bool {
        claim.mention.flatMap { view(at: builder.mention($0).span.start) }?.isProse ?? false
    }

    /// A second, clearly smaller "total" in running text is what one partner has; what it is made of is that partner's
    /// too.
    mutating func shareSmallerTotals() {
        let places = projectPlaces()
        let isPartners = partnersNouns()
        var grants: [Int: [Int]] = [:]
        for (n, claim) in builder.claims.enumerated() where claim.amountKind == .eu {
            guard let mention = claim.mention, let view = view(at: builder.mention(mention).span.start) else {
                continue
            }
            grants[view.index, default: []].append(n)
        }
        for project in projects {
            var largest: [String: Double] = [:]
            let totals = builder.claims(of: project).filter {
                let claim = builder.claims[$0]
                return claim.amountKind == .total && claim.owner == nil && !claim.isSuperseded
            }
            for n in totals {
                guard let money = money(of: builder.claims[n]) else { continue }
                largest[money.currency] = max(largest[money.currency] ?? 0, money.amount.double)
            }
            for n in totals {
                let claim = builder.claims[n]
                guard
                    ["amount.whole", "amount.cue", "amount.cue-behind", "amount.label"].contains(claim.rule),
                    let money = money(of: claim), let most = largest[money.currency],
                    money.amount.double < 0.85 * most, let mention = claim.mention,
                    let view = view(at: builder.mention(mention).span.start)
                else { continue }
                let tokens = view.tokens(builder.mention(mention).span)
                if claim.rule != "amount.whole", !view.isProse {
                    // "Rozpočet ústavu: 846 250 EUR" below "Celkový rozpočet: 5 870 412,50 EUR".
                    if isLabelOfPartner(view, before: tokens.lowerBound, isPartners) {
                        builder.updateClaim(n) { $0.amountKind = .partnerShare }
                    }
                    continue
                }
                let sentence = view.sentence(at: tokens.lowerBound)
                if places[view.index]?.contains(where: { sentence.contains($0) }) == true { continue }
                // "The dormitory, whose value is 14.5 million": nobody's share, and not the project's either.
                guard claim.rule == "amount.whole" || namesSomebody(sentence, view, isPartners) else {
                    if isCertain(most, money.currency, totals) { builder.updateClaim(n) { $0.isSuperseded = true } }
                    continue
                }
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

    /// Whether the words of a line before its sum name a partner, by its name, its noun or "our".
    private func isLabelOfPartner(
        _ view: BlockView, before end: Int, _ isPartners: (BlockView, Int) -> Bool
    ) -> Bool {
        let words = view.range.lowerBound..<max(view.range.lowerBound, end)
        guard words.count <= 10, !view.isUnderHeader,
            !words.contains(where: { view.reading.first(.project, at: $0) != nil })
        else { return false }
        return words.contains {
            isPartners(view, $0) || view.reading.first(.ours, at: $0) != nil || isLetters($0, view)
        }
            || view.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil && words.contains($0.tokens.lowerBound)
            }
    }

    /// "Orçamento do IPB": letters stand for a body, unless they are a fund's or a currency's.
    private func isLetters(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        return r.kind(i) == .word && r.tokens[i].isAllCaps && (2...8).contains(r.tokens.folded(i).count) && !r.knows(i)
            && r.isSmall(i - 1)
    }

    /// Sums of one sentence that are looked at before the one they make.
    private static let mostParts = 8

    /// "… 96,000, we add 9,600 ourselves, together 105,600": a sum beside a word for the sum that is what the others before it
    /// in its sentence make is the whole.
    mutating func wholesBehindParts() {
        for view in views where view.isProse {
            let sums = view.values.indices.filter { view.values[$0].mention.kind == .money }
            guard sums.count >= 3 else { continue }
            for n in 2..<sums.count {
                let value = view.values[sums[n]]
                let sentence = view.sentence(at: value.tokens.lowerBound)
                let near =
                    max(
                        sentence.lowerBound, value.tokens.lowerBound - 4)..<min(
                        sentence.upperBound, value.tokens.upperBound + 3)
                guard case .money(let whole) = value.mention.value, cue(.sumRow, in: near, view),
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                let parts = sums[max(0, n - Self.mostParts)..<n].compactMap { k -> Double? in
                    guard sentence.contains(view.values[k].tokens.lowerBound),
                        case .money(let money) = view.values[k].mention.value, money.currency == whole.currency
                    else { return nil }
                    return money.amount.double
                }
                let sum = parts.reduce(0, +)
                guard parts.count >= 2, abs(sum - whole.amount.double) <= max(1, 0.0005 * sum) else { continue }
                claimWhole(valueMentions[view.index][sums[n]], project)
            }
        }
    }

    private mutating func claimWhole(_ mention: Int, _ project: Int) {
        if let known = builder.amountClaim(of: mention) {
            builder.updateClaim(known) {
                $0.amountKind = .total
                $0.owner = nil
            }
        } else {
            builder.claim(
                Claim(
                    subject: project, property: .amount, mention: mention, amountKind: .total,
                    evidence: [builder.mention(mention).span], rule: "amount.sum", confidence: 0.9))
        }
    }

    /// "За изследванията са предвидени 3,6 млн. евро, приносът на ЕС е 3,2 млн.": on a page without a total, the largest sum
    /// that a verb tells as had by nobody in particular, beside the Union's part of it, is the whole.
    mutating func wholesOfNobody() {
        for project in projects {
            let claims = builder.claims(of: project).filter {
                builder.claims[$0].property == .amount && !builder.claims[$0].isSuperseded
            }
            guard !claims.contains(where: { builder.claims[$0].amountKind == .total }) else { continue }
            var largest: [String: (claim: Int, value: Double)] = [:]
            for n in claims {
                guard let sum = money(of: builder.claims[n]), sum.amount.double > largest[sum.currency]?.value ?? 0
                else {
                    continue
                }
                largest[sum.currency] = (n, sum.amount.double)
            }
            let wholes = largest.values.map(\.claim).sorted().filter { isNobodys(builder.claims[$0]) }
            guard let n = wholes.first, let currency = money(of: builder.claims[n])?.currency,
                let view = view(at: start(of: builder.claims[n]))
            else { continue }
            let parts = claims.filter { other in
                [.eu, .partnerEU].contains(builder.claims[other].amountKind)
                    && money(of: builder.claims[other])?.currency == currency
                    && self.view(at: start(of: builder.claims[other]))?.index == view.index
            }
            if parts.isEmpty { continue }
            builder.updateClaim(n) { $0.amountKind = .total }
            for part in parts where builder.claims[part].owner == nil {
                builder.updateClaim(part) { $0.amountKind = .eu }
            }
        }
    }

    /// A share that a verb in running text tells of, and that names nobody who has it.
    private func isNobodys(_ claim: Claim) -> Bool {
        guard claim.amountKind == .partnerShare, claim.owner == nil, claim.rule == "amount.cue",
            let mention = claim.mention, !toldShares.contains(mention)
        else { return false }
        return view(at: start(of: claim))?.isProse ?? false
    }

    /// Where a page only mentions another project, with one sum beside a body and no whole, that sum is the whole: "the
    /// project Medus vārti, in which 198,000 euros were spent together with the county".
    mutating func wholesOfMentioned() {
        for project in projects where project != self.project {
            let claims = builder.claims(of: project).filter {
                builder.claims[$0].property == .amount && !builder.claims[$0].isSuperseded
            }
            guard !claims.contains(where: { builder.claims[$0].amountKind == .total }) else { continue }
            let shares = claims.filter { builder.claims[$0].amountKind == .partnerShare }
            guard shares.count == 1, let n = shares.first, let sum = money(of: builder.claims[n]),
                builder.claims[n].mention.map({ !toldShares.contains($0) }) ?? false,
                ["amount.cue", "amount.whole", "amount.beside"].contains(builder.claims[n].rule),
                !claims.contains(where: {
                    $0 != n && money(of: builder.claims[$0]).map { $0.amount >= sum.amount } ?? false
                })
            else { continue }
            builder.updateClaim(n) {
                $0.amountKind = .total
                $0.owner = nil
            }
        }
    }

    /// Whether a sentence names a body, a partner's place, "we" or "the partners", of whom a sum may be a share.
    private func namesSomebody(
        _ sentence: Range<Int>, _ view: BlockView, _ isPartners: (BlockView, Int) -> Bool
    ) -> Bool {
        let r = view.reading
        let hasName = view.names[view.firstName(from: sentence.lowerBound)...].prefix(8).contains { name in
            sentence.contains(name.tokens.lowerBound)
                && (name.mention.kind == .region || name.mention.kind == .organization && name.mention.code == nil)
        }
        return hasName
            || sentence.contains { i in
                r.first(.ours, at: i) != nil || r.first(.partnerPartner, at: i) != nil || isPartners(view, i)
                    || r.kind(i) == .word && r.tokens[i].isAllCaps && r.tokens.folded(i).count >= 3
                        && !view.bodies.contains(i)
            }
    }

    /// Whether the largest total is told as such, by a label or beside its noun.
    private func isCertain(_ most: Double, _ currency: String, _ totals: [Int]) -> Bool {
        totals.contains { n in
            guard let money = money(of: builder.claims[n]), money.currency == currency, money.amount.double == most
            else {
                return false
            }
            return !["amount.whole", "amount.costs", "amount.worth"].contains(builder.claims[n].rule)
        }
    }

    /// Arithmetic: amounts right behind one another that add up to the one before them are its parts, and each says
    /// that the others were read rightly. A grant whose parts are the fund's and the state's money is the whole.
    mutating func confirmSums() {
        for project in projects {
            let places = builder.claims(of: project).filter {
                let c = builder.claims[$0]
                return c.property == .amount && !c.isSuperseded && c.mention != nil
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
                    let isOwned = whole.owner != nil && whole.amountKind == .partnerShare
                    guard whole.owner == nil || isOwned,
                        kinds.contains(where: { $0 == .eu || isOwned && $0 == .partnerEU }),
                        kinds.contains(where: { $0 == .national || $0 == .own || $0 == .other })
                    else { continue }
                    // Beside a larger total: the costs that the programme recognises, or a grant of the Union's and the
                    // state's money together.
                    let most = totals[total.currency] ?? 0
                    let isBelowTotal = most > 1.005 * total.amount.double
                    let isGrant = whole.amountKind == .eu && kinds.contains(.eu) && kinds.contains(.national)
                    if isBelowTotal, whole.owner == nil, isGrant || isEligibleCost(whole, of: most) {
                        builder.updateClaim(places[n]) { $0.amountKind = .other }
                        continue
                    }
                    let isShare =
                        isOwned || (totals[total.currency] ?? 0) > 1.15 * total.amount.double || isUnderShare(whole)
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

    /// "Podíl města Sušice" alone on its line above "celkové způsobilé výdaje 10 412 500 Kč / dotace EU 8 330 000 Kč": what
    /// stands below is that partner's.
    private func isUnderShare(_ claim: Claim) -> Bool {
        guard let view = view(at: start(of: claim)), !view.isProse else { return false }
        return fields.contains { field in
            field.meaning == .amountShare && (1...2).contains(view.index - field.labelView)
                && views[field.labelView].values.isEmpty
        }
    }

    /// Amounts beside the names in a list of partners: each one's share; its EU money where they add up to the grant.
    mutating func readShares() {
        var shares: [Int: [(mention: Int, owner: Int, money: Money)]] = [:]
        var claimed: Set<Int> = []
        var partners: [Int: Claim] = [:]
        /// Views that name one partner and no other.
        var single: [Int: Int] = [:]
        for claim in builder.claims {
            guard let mention = claim.mention else { continue }
            if claim.property == .amount { claimed.insert(mention) }
            // What a supplier is paid is nobody's share.
            if claim.property == .partner, claim.role != .supplier,
                let view = view(at: builder.mention(mention).span.start)
            {
                partners[view.index] = claim
                single[view.index] = single[view.index].map { $0 == claim.object ? $0 : -1 } ?? claim.object ?? -1
            }
        }
        // "Town of Z    312,000.00 EUR   (249,600.00 EUR)": a line with one partner and one sum, or its grant behind it.
        for (index, owner) in single.sorted(by: { $0.key < $1.key }) where owner >= 0 && !views[index].isProse {
            let view = views[index]
            let sums = view.values.indices.filter { view.values[$0].mention.kind == .money }
            guard let partner = partners[index], let first = sums.first, sums.count <= 2, !view.isUnderHeader,
                view.block.cells.count <= 3,
                case .money(let whole) = view.values[first].mention.value, whole.amount.coefficient > 0,
                claimed.insert(valueMentions[index][first]).inserted
            else { continue }
            shares[partner.subject, default: []].append((valueMentions[index][first], owner, whole))
            guard let last = sums.dropFirst().first, case .money(let part) = view.values[last].mention.value,
                part.amount.coefficient > 0, part.amount < whole.amount,
                view.reading.ascii(view.values[last].tokens.lowerBound - 1) == UInt8(ascii: "("),
                claimed.insert(valueMentions[index][last]).inserted
            else { continue }
            builder.claim(
                Claim(
                    subject: partner.subject, property: .amount, mention: valueMentions[index][last],
                    amountKind: .partnerEU, owner: owner, evidence: [view.values[last].mention.span],
                    rule: "amount.list", confidence: 0.6))
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
            let isGrant = builder.claims(of: project).contains { n in
                guard builder.claims[n].amountKind == .eu, let money = money(of: builder.claims[n]) else {
                    return false
                }
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
}
