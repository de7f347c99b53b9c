internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What amounts of money are, and whose.
extension FactReader {
    mutating func readAmounts() {
        let partnerPlaces = partnerPlaces()
        let kinds = AmountKinds(
            views: views, fields: fields, projectNames: projectPlaces(),
            isInScope: { [scopes] in scopes?.isNamed($0) ?? true },
            isPartner: { view, tokens in
                partnerPlaces[view.index]?.contains { tokens.contains($0.token) } ?? false
            }, isPartnersNoun: partnersNouns())
        var names: [Int: [PartnerName]] = [:]
        var givers: [Int] = []
        var unnamed: [Int: (mention: Int, view: Int, money: Money)] = [:]
        for view in views {
            for (k, decision) in kinds.decide(view).sorted(by: { $0.key < $1.key }) {
                let mention = valueMentions[view.index][k]
                if let end = decision.cueEnd { toldEnds[mention] = end }
                if decision.isToldAsShare { toldShares.insert(mention) }
                guard let project = project(at: view.index, view.values[k].tokens.lowerBound),
                    case .money(let money) = view.values[k].mention.value, money.amount.coefficient != 0
                else { continue }
                var owner: Int?
                if let name = decision.owner, let host = decision.ownerView {
                    owner = entity(of: nameMentions[host][name])
                } else if let place = decision.place {
                    owner = partner(at: view.names[place], among: partnerNames(of: project, &names))
                } else if let cell = decision.ownerTokens {
                    owner = partnerPlaces[view.index]?.first { cell.contains($0.token) }?.entity
                }
                var kind = decision.kind
                let isGiven = decision.rule == "amount.giver" || decision.rule == "amount.body"
                if isGiven, let owner {
                    // What a partner gives is its own; what others give is theirs to name as funders.
                    if isPartner(owner, of: project), !isPayerByChance(owner, of: project, decision) {
                        kind = .own
                    } else if kind == .national, let k = decision.owner, let host = decision.ownerView {
                        givers.append(giver(views[host], k))
                    }
                }
                if decision.place != nil, owner == nil, let plain = decision.plainKind { kind = plain }
                if kind == .partnerEU || kind == .partnerShare, let owner, !isPartner(owner, of: project),
                    view.isProse && kind == .partnerEU || isLabelOf(owner, decision),
                    isOutsider(owner, among: partnerNames(of: project, &names))
                {
                    // A grant beside a body that is no partner is what that body gives.
                    kind = isPrivate(owner) ? .other : .national
                }
                if kind == .own, let owner, isOutsidersMoney(decision, of: view.values[k].tokens, view),
                    !isPartner(owner, of: project), isOutsider(owner, among: partnerNames(of: project, &names)),
                    let name = decision.owner
                {
                    kind = .national
                    givers.append(giver(view, name))
                }
                // A programme in the sentence says nothing of whose part it is.
                if kind == .partnerEU, decision.rule == "amount.programme" { (kind, owner) = (.eu, nil) }
                // "The Ministry of Culture takes part with 180,000 euros"
                if kind == .partnerShare, decision.rule == "amount.cue", view.isProse, let owner,
                    let k = decision.owner,
                    let host = decision.ownerView,
                    AmountKinds.isPayer(views[host].names[k].tokens, views[host].reading),
                    !isPartner(owner, of: project), isOutsider(owner, among: partnerNames(of: project, &names))
                {
                    kind = .national
                    givers.append(giver(views[host], k))
                }
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: mention, amountKind: kind,
                        owner: kind == .national || isGiven && kind == .other ? nil : owner,
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
        for mention in givers { funder(mention, "funder.amount", 0.6) }
        readShares()
        wholesBehindParts()
        readCosts(besideShares: true)
        readArithmetic()
        readCosts()
        readSharesTold()
        bracketedAmounts()
        for (project, largest) in unnamed.sorted(by: { $0.key < $1.key }) {
            guard
                !builder.claims(of: project).contains(where: {
                    let claim = builder.claims[$0]
                    return claim.property == .amount
                        && (claim.amountKind == .total && !claim.isSuperseded || claim.mention == largest.mention)
                })
            else { continue }
            builder.claim(
                Claim(
                    subject: project, property: .amount, mention: largest.mention, amountKind: .total,
                    evidence: [builder.mention(largest.mention).span], rule: "amount.worth", confidence: 0.5))
        }
        dropLargerTotals()
        dropImpossibleParts()
        shareSmallerTotals()
        confirmSums()
        eligibleCosts()
        splitOwnedShares()
        dropOtherGrants()
        splitShares()
        wholesOfMentioned()
        wholesOfNobody()
        readShareOwners()
        sharesOfLumpSums()
    }

    /// Partners that a page names only beside their share of the money: "the hospital in Edineț has 498,350 euros of it".
    private mutating func readShareOwners() {
        for project in projects {
            var names: [Int: [PartnerName]] = [:]
            let partners = partnerNames(of: project, &names)
            let shares = builder.claims(of: project).map { builder.claims[$0] }.filter {
                $0.property == .amount && $0.amountKind == .partnerShare && $0.rule == "amount.cue" && !$0.isSuperseded
            }
            for share in shares {
                guard let owner = share.owner, builder.entity(owner).kind == .organization,
                    builder.entity(owner).code == nil, partners.isEmpty || isOutsider(owner, among: partners),
                    !builder.hasClaim(of: project, about: owner, where: { $0.property != .amount }),
                    let mention = builder.entity(owner).mentions.first
                else { continue }
                builder.claim(
                    Claim(
                        subject: project, property: .partner, object: owner, mention: mention, role: .partner,
                        evidence: [builder.mention(mention).span] + share.evidence, rule: "partner.share",
                        confidence: 0.5))
            }
        }
    }

    /// "“Inn-Weide” (2017 to 2020, 390,000 euros)": the one sum in the bracket behind a project's name is what it costs,
    /// unless a word says what it is.
    private mutating func bracketedAmounts() {
        for project in projects {
            for mention in builder.entity(project).mentions {
                guard let view = view(at: builder.mention(mention).span.start),
                    let inside = bracket(behind: view.tokens(builder.mention(mention).span).upperBound, view),
                    !inside.contains(where: { i in view.reading.at(i).contains { $0.meaning.isAmountLabel } })
                else { continue }
                let sums = view.values.indices.filter {
                    view.values[$0].mention.kind == .money && inside.contains(view.values[$0].tokens.lowerBound)
                }
                guard sums.count == 1, let k = sums.first else { continue }
                let sum = valueMentions[view.index][k]
                if let known = builder.amountClaim(of: sum) {
                    guard ["amount.programme", "amount.part"].contains(builder.claims[known].rule) else { continue }
                    builder.updateClaim(known) {
                        $0.amountKind = .total
                        $0.rule = "amount.bracket"
                    }
                } else {
                    builder.claim(
                        Claim(
                            subject: project, property: .amount, mention: sum, amountKind: .total,
                            evidence: [view.values[k].mention.span], rule: "amount.bracket", confidence: 0.6))
                }
            }
        }
    }

    /// Who gives: a body, or a region that gives as its own body does.
    private mutating func giver(_ view: BlockView, _ k: Int) -> Int {
        guard view.names[k].mention.kind == .region else { return nameMentions[view.index][k] }
        let mention = organizationMention(view.names[k].tokens, view, rule: "org.label")
        _ = organization(mention, kind: .public)
        return mention
    }

    /// Where names of projects stand: token indexes by view.
    mutating func projectPlaces() -> [Int: [Int]] {
        // Names are only ever added to.
        let count = projects.reduce(0) { $0 + builder.mentionCount($1) }
        if let known = knownPlaces, known.count == count { return known.places }
        var places: [Int: [Int]] = [:]
        defer { knownPlaces = (count, places) }
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
    private func partner(at place: NameReader.Found, among partners: [PartnerName]) -> Int? {
        let word = Folding.fold(place.mention.quote)
        guard word.count >= 4 else { return nil }
        let stem = word.prefix(max(4, word.count - 2))
        let found = partners.filter { $0.folded.holds(stem) }
        return found.count == 1 ? found.first?.entity : nil
    }

    /// A partner by what amounts are compared with.
    private struct PartnerName {
        var entity: Int
        var folded: String
        var words: Set<Substring>
    }

    /// The partners of a project, each once; of a register with hundreds, the first.
    private func partnerNames(of project: Int, _ known: inout [Int: [PartnerName]]) -> [PartnerName] {
        if let names = known[project] { return names }
        var names: [PartnerName] = []
        var seen: Set<Int> = []
        for n in builder.claims(of: project) where builder.claims[n].property == .partner && names.count < 400 {
            guard let entity = builder.claims[n].object, seen.insert(entity).inserted else { continue }
            let name = builder.entity(entity).name
            names.append(
                PartnerName(
                    entity: entity, folded: Folding.fold(name), words: Set(Folding.key(name).split(separator: " "))))
        }
        known[project] = names
        return names
    }

    /// "Co-financing Agency for Waters: 12.5 million": a public body right before a sum that a word for own money tells of.
    private func isOutsidersMoney(_ decision: AmountKinds.Decision, of value: Range<Int>, _ view: BlockView) -> Bool {
        guard decision.rule != "amount.giver", let k = decision.owner, decision.ownerView == view.index,
            view.names[k].organizationKind == .public
        else { return false }
        return (0...4).contains(value.lowerBound - view.names[k].tokens.upperBound)
    }

    /// A ministry or a fund that gives, and that only running text seems to tell as a partner.
    private func isPayerByChance(_ entity: Int, of project: Int, _ decision: AmountKinds.Decision) -> Bool {
        guard let k = decision.owner, let host = decision.ownerView,
            AmountKinds.isPayer(views[host].names[k].tokens, views[host].reading)
        else { return false }
        return !builder.hasClaim(of: project, about: entity) { $0.property == .partner && $0.confidence >= 0.8 }
    }

    /// A foundation, a company or an association gives no money of the state.
    private func isPrivate(_ entity: Int) -> Bool {
        [.ngo, .company].contains(builder.entity(entity).organizationKind)
    }

    private func isPartner(_ entity: Int, of project: Int) -> Bool {
        builder.hasClaim(of: project, about: entity) { $0.property == .partner }
    }

    /// Whether an amount's own label names a public body.
    private func isLabelOf(_ owner: Int, _ decision: AmountKinds.Decision) -> Bool {
        decision.rule == "amount.label" && builder.entity(owner).organizationKind == .public
    }

    /// A body that shares no word with the project's partners, on a page that names them.
    private func isOutsider(_ entity: Int, among partners: [PartnerName]) -> Bool {
        let words: [Substring] = Folding.key(builder.entity(entity).name).split(separator: " ").filter { $0.count >= 5 }
        return !partners.isEmpty && !partners.contains { partner in words.contains { partner.words.contains($0) } }
    }

    func start(of claim: Claim) -> Int { claim.mention.map { builder.mention($0).span.start } ?? 0 }

    func money(of claim: Claim) -> Money? {
        guard let mention = claim.mention, case .money(let money) = builder.mention(mention).value else { return nil }
        return money
    }

    /// A sum in a sentence that speaks of the project, with no word that says what it is: what the project is worth,
    /// if it is the largest of its kind and the page names no total.
    func isWorth(_ value: ValueReader.Found, _ view: BlockView, of project: Int) -> Bool {
        guard view.isProse else { return false }
        let sentence = view.sentence(at: value.tokens.lowerBound)
        let near = sentence.lowerBound..<min(sentence.upperBound, value.tokens.upperBound + 8)
        var tellsOfProject = false
        for i in near {
            for match in view.reading.at(i) {
                switch match.meaning {
                case .ofWhich, .noProject, .event, .supplierAfter, .supplierBefore: return false
                case .projectEarlier where project == self.project: return false
                case .project:
                    if isCounted(match.start, view) { return false }
                    tellsOfProject = true
                case let meaning where meaning.isAmountLabel: return false
                default: continue
                }
            }
        }
        return tellsOfProject
    }

    /// "to eleven projects", "fourteen new projects": what is told of several is told of none of them.
    private func isCounted(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        return [i - 1, i - 2].contains { j in
            guard view.range.contains(j) else { return false }
            if let n = r.integer(j) { return n > 1 && n < 1000 && !r.glued(i) && (j == i - 1 || r.isSmall(j + 1)) }
            guard let number = NumberWordReader(reading: r).read(at: j), ExactDecimal(1) < number.value else {
                return false
            }
            return number.tokens.upperBound == i || number.tokens.upperBound == i - 1 && r.isSmall(i - 1)
        }
    }
}
