internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who gives an amount by the words before it: a body with its verb, or a common noun where the amounts beside it are told
/// as gifts ("the Union pays 1.5 million, *the State* 300,000 and *the council* 200,000").
extension AmountKinds {
    /// What its giver makes of an amount.
    struct Gift {
        var kind: Claim.AmountKind
        /// The body that gives, an index into the view's names; nil for the Union, the state and common nouns.
        var name: Int?
        /// The end of the words behind the amount that name the giver: they say nothing of the next amount.
        var end: Int?
    }

    /// Tokens between a common noun and the sum it gives: "staten med", "riigi oma", "država, dodatnih".
    private static let reachOfNoun = 3
    /// The rest may stand farther from who pays it: "Zbylých 80 tisíc eur musí najít město samo".
    private static let reachOfRest = 8

    /// "The Ministry of Culture adds 350,000": a body that gives by its verb, or that an "of which" says the part is
    /// from.
    func giver(of place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        guard view.isProse || left.contains(where: { r.first(.ofWhich, at: $0) != nil }) || place.previous != nil else {
            return nil
        }
        let gives = left.contains { i in
            r.at(i).contains {
                [.cofinancierBefore, .cofinancierAfter, .funderBefore].contains($0.meaning)
            }
        }
        if let k = lastOrganization(in: left, view), gives || isGiver(view.names[k].tokens, place) {
            return Gift(kind: kind(ofGiver: k, view), name: k)
        }
        if let noun = unionBefore(place) ?? nounBefore(place) { return noun }
        // "… of which 37,200 from the programme and 9,300 from the Ministry"
        guard place.previous != nil,
            let k = view.names.firstIndex(where: {
                $0.mention.kind == .organization && $0.mention.code == nil
                    && (1...2).contains($0.tokens.lowerBound - place.right.lowerBound)
            }), view.names[k].organizationKind == .public,
            (place.right.lowerBound..<view.names[k].tokens.lowerBound).allSatisfy({
                r.kind($0) == .word && r.tokens.folded($0).count <= 4 && r.first(.giverTo, at: $0) == nil
            })
        else { return nil }
        return Gift(kind: .national, name: k, end: view.names[k].tokens.upperBound)
    }

    /// "The Union pays 1.5 million", "az EU 300 ezer eurót ad", "…, the Union 300,000": the Union or the Commission, with
    /// its verb beside it or behind the sum, or with nothing but small words between where the sum before is a gift.
    private func unionBefore(_ place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        var found: NameReader.Found?
        for name in view.names[view.firstName(from: left.lowerBound)...] {
            guard name.tokens.lowerBound < left.upperBound else { break }
            if name.mention.kind == .organization { found = name }
        }
        guard let name = found, let code = name.mention.code, Self.unionKeys.contains(code),
            name.tokens.upperBound <= left.upperBound
        else { return nil }
        let gap = name.tokens.upperBound..<left.upperBound
        guard gap.count <= Self.reachOfRest, !gap.contains(where: { ",;:".utf8.contains(r.ascii($0)) }),
            !r.isDash(name.tokens.upperBound)
        else { return nil }
        let isNear = gap.count <= Self.reachOfNoun
        // "Tugann an AE €1.5 milliún"
        let isBehindVerb = (max(left.lowerBound, name.tokens.lowerBound - 2)..<name.tokens.lowerBound).contains {
            r.first(.funderGives, at: $0) != nil
        }
        let isGiving =
            gap.prefix(2).contains { r.first(.funderGives, at: $0) != nil }
            || isNear && isBehindVerb
            || isNear && (isToldAsGift(place.previous) || r.first(.funderGives, at: place.right.lowerBound) != nil)
        return isGiving ? Gift(kind: .eu) : nil
    }

    /// "Museet stiller selv med 1,2 millioner kroner", "the school has to find EUR 38,000 itself": a partner, its common noun
    /// or nobody else named, and a word for "itself" beside a sum that nothing else explains.
    func selfGiver(of place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        guard view.isProse, let at = selfBeside(place) else { return nil }
        let before = max(left.lowerBound, left.upperBound - 12)..<left.upperBound
        if let k = lastOrganization(in: before, view) {
            return isPartner(view, view.names[k].tokens) ? Gift(kind: .own, name: k) : nil
        }
        var holdsNoun = false
        for i in before {
            switch kind(ofNoun: i, view, before: left.upperBound) {
            case .own: holdsNoun = true
            case .some: return nil
            case nil: continue
            }
        }
        let isBehind = at >= place.value.tokens.upperBound
        // "Von der EU erhalten wir 96.000 Euro, selbst legen wir 9.600 drauf"
        guard holdsNoun || isToldAsGift(place.previous) || before.contains(where: { r.first(.ours, at: $0) != nil })
        else { return nil }
        return Gift(kind: .own, end: isBehind ? at + 1 : nil)
    }

    /// "Gminie przypada 400 000, z czego 40 000 musi wyłożyć sama": a part of somebody's share beside a word for "itself" is
    /// that body's own money.
    func selfInPart(of place: Place) -> Gift? {
        let r = place.view.reading
        guard place.view.isProse, place.previous?.kind == .partnerShare else { return nil }
        for i in place.right.lowerBound..<min(place.right.upperBound, place.right.lowerBound + 6) {
            if closes(i, r) { return nil }
            if r.first(.themselves, at: i) != nil { return Gift(kind: .own, name: place.previous?.owner, end: i + 1) }
        }
        return nil
    }

    /// Where a word for "itself" stands in the amount's clause: up to five tokens before it or two behind.
    private func selfBeside(_ place: Place) -> Int? {
        let r = place.view.reading
        for i in (max(place.left.lowerBound, place.left.upperBound - 5)..<place.left.upperBound).reversed() {
            if ",;:".utf8.contains(r.ascii(i)) { break }
            if r.first(.themselves, at: i) != nil { return i }
        }
        for i in place.right.lowerBound..<min(place.right.upperBound, place.right.lowerBound + 2) {
            if closes(i, r) { break }
            if r.first(.themselves, at: i) != nil { return i }
        }
        return nil
    }

    /// "The county has granted 300,000": a public body, its verb of giving and the amount in a row say more than any noun
    /// farther off.
    func directGiver(of place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        guard view.isProse, let k = lastOrganization(in: left, view), view.names[k].organizationKind == .public,
            left.contains(where: { i in
                view.reading.at(i).contains {
                    ($0.meaning == .funderGives || $0.meaning == .funderBefore)
                        && ($0.start - view.names[k].tokens.upperBound == 0) && left.upperBound - $0.end <= 1
                }
            })
        else { return nil }
        return Gift(kind: .national, name: k)
    }

    /// A body right beside a verb of giving, or behind "and" after another that gives.
    private func isGiver(_ name: Range<Int>, _ place: Place) -> Bool {
        let r = place.view.reading
        let verbs = place.left.compactMap { r.first(.funderGives, at: $0) }
        if verbs.contains(where: {
            $0.start >= name.upperBound && $0.start - name.upperBound <= 2
                || $0.end <= name.lowerBound && name.lowerBound - $0.end <= 2 && !hasSubject($0, place)
        }) {
            return true
        }
        if place.left.upperBound - name.upperBound <= 4, Self.isPayer(name, r),
            !(name.upperBound..<place.left.upperBound).contains(where: { i in
                r.at(i).contains { $0.meaning == .share || $0.meaning == .shareEU }
            })
        {
            return true
        }
        return place.previous?.rule == "amount.giver" && place.left.upperBound - name.upperBound <= 3
    }

    /// "Nämnden beviljar Luleå kommun 900 000 kronor": where a body or the noun for one stands before the verb, the body
    /// behind it receives.
    private func hasSubject(_ verb: Lexicon.Match, _ place: Place) -> Bool {
        let r = place.view.reading
        return (max(place.sentence.lowerBound, verb.start - 2)..<verb.start).contains {
            place.view.bodies.contains($0) || r.first(.orgHead, at: $0) != nil || r.first(.giverState, at: $0) != nil
        }
    }

    /// A ministry, a fund or a foundation by a word of its name.
    static func isPayer(_ name: Range<Int>, _ r: Reading) -> Bool {
        name.contains { r.first(.funderBody, at: $0) != nil }
    }

    func kind(ofGiver k: Int, _ view: BlockView) -> Claim.AmountKind {
        let isState =
            view.names[k].organizationKind == .public
            || view.reading.first(.giverState, at: view.names[k].tokens.lowerBound) != nil
        return isState ? .national : .other
    }

    /// A gift that is part of what somebody has is that body's: "takes part with 538,000, of which 322,800 come from the
    /// programme LIFE"; a partner's part of the grant is its grant.
    func gift(_ gift: Gift, asPartOf whole: Decision?, isPart: Bool) -> Gift {
        guard isPart, let whole else { return gift }
        var gift = gift
        if whole.kind == .partnerShare, gift.kind == .eu { gift.kind = .partnerEU }
        if whole.kind == .eu, gift.kind == .own { gift.kind = .partnerEU }
        return gift
    }

    /// "…, of which 84,350 to the coordinator", "þar af 18.500 € hingað", "of which 42,000 go to the school": a partner or
    /// the page's own body beside a part of the whole receives it.
    func receives(_ place: Place) -> Bool {
        let view = place.view
        let r = view.reading
        let right = place.right.lowerBound..<min(place.right.upperBound, place.right.lowerBound + 6)
        let left = max(place.left.lowerBound, place.left.upperBound - 4)..<place.left.upperBound
        func tells(_ i: Int) -> Bool {
            r.first(.ours, at: i) != nil || r.first(.partnerLead, at: i) != nil
                || isPartnersNoun(view, i) && !view.bodies.contains(i)
        }
        if right.contains(where: { closes($0, r) && $0 > right.lowerBound }) { return left.contains(where: tells) }
        if left.contains(where: tells) || right.contains(where: tells) { return true }
        let k = view.firstName(from: right.lowerBound)
        return k < view.names.count && right.contains(view.names[k].tokens.lowerBound)
            && view.names[k].mention.kind == .organization && isPartner(view, view.names[k].tokens)
            && !right.contains { verbOfGiving(at: $0, r) != nil && r.first(.share, at: $0) == nil }
    }

    // MARK: Common nouns

    /// "…, the State 300,000 and the council 200,000", "the council must find the remaining 80,000".
    private func nounBefore(_ place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        let isRest = isRest(place)
        // On a line of sums no verb is needed: "(EFRE 270.000 Euro, Land 90.000 Euro)".
        let isListed = !view.isProse && place.previous != nil
        guard isRest || isListed || isToldAsGift(place.previous) || givesRightBefore(place) else { return nil }
        let r = view.reading
        var gap = 0
        var isShare = false
        for i in left.reversed() {
            // "Das Konsortium, das 210.000 Euro …": a comma ends what is told of the noun, unless its part follows.
            if view.bodies.contains(i) || ",;:".utf8.contains(r.ascii(i)) && r.first(.ofWhich, at: i + 1) == nil {
                return nil
            }
            isShare = isShare || isShareOnly(i, r)
            if let kind = kind(ofNoun: i, view, before: left.upperBound) {
                return isShare ? share(kind, of: place.previous) : Gift(kind: kind)
            }
            // The verb between giver and sum takes no room.
            if view.reading.last(.funderGives, endingAt: i + 1) == nil { gap += 1 }
            if gap > (isRest ? Self.reachOfRest : Self.reachOfNoun) { return nil }
        }
        return nil
    }

    /// A verb for having or getting a part that is none for giving.
    private func isShareOnly(_ i: Int, _ r: Reading) -> Bool {
        r.at(i).contains { $0.meaning == .share || $0.meaning == .shareEU }
            && !r.at(i).contains { $0.meaning == .funderGives }
    }

    /// "alla Camera ne spettano 71.250": what falls to the partners' own noun is its part of the sum before.
    private func share(_ kind: Claim.AmountKind, of whole: Decision?) -> Gift? {
        guard kind == .own, let whole else { return nil }
        switch whole.kind {
        case .eu: return Gift(kind: .partnerEU)
        case .own: return Gift(kind: .own)
        default: return nil
        }
    }

    /// What a common noun that gives makes of a sum: the state's is national, that of the partners' own nouns is their own.
    func kind(ofNoun i: Int, _ view: BlockView, before end: Int) -> Claim.AmountKind? {
        let r = view.reading
        guard r.knows(i), !view.bodies.contains(i) else { return nil }
        if let state = r.first(.giverState, at: i), state.end <= end, !view.bodies.contains(state.end - 1) {
            return .national
        }
        if isPartnersNoun(view, i) { return .own }
        let isPartners = r.first(.partnerPartner, at: i).map { $0.end <= end } ?? false
        return isPartners ? .own : nil
    }

    /// Whether an amount is money that somebody gives the project.
    func isToldAsGift(_ decision: Decision?) -> Bool {
        guard let kind = decision?.kind else { return false }
        return [.eu, .national, .own, .other].contains(kind) && decision?.rule != "amount.part"
    }

    private func givesRightBefore(_ place: Place) -> Bool {
        let reach = max(place.left.lowerBound, place.left.upperBound - Self.reachOfNoun)..<place.left.upperBound
        return reach.contains { place.view.reading.first(.funderGives, at: $0) != nil }
    }

    /// "The remaining 80,000", "les 80 000 euros restants".
    func isRest(_ place: Place) -> Bool {
        let r = place.view.reading
        let before = max(place.left.lowerBound, place.left.upperBound - 4)..<place.left.upperBound
        let behind = place.right.lowerBound..<min(place.right.upperBound, place.right.lowerBound + 1)
        return before.contains { r.first(.rest, at: $0) != nil } || behind.contains { r.first(.rest, at: $0) != nil }
    }
}
