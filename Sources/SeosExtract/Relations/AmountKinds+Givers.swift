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
        if let noun = nounBefore(place) { return noun }
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
                || $0.end <= name.lowerBound && name.lowerBound - $0.end <= 2
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

    /// A ministry, a fund or a foundation by a word of its name.
    static func isPayer(_ name: Range<Int>, _ r: Reading) -> Bool {
        name.contains { r.first(.funderBody, at: $0) != nil }
    }

    func kind(ofGiver k: Int, _ view: BlockView) -> Claim.AmountKind {
        view.names[k].organizationKind == .public ? .national : .other
    }

    // MARK: Common nouns

    /// "…, the State 300,000 and the council 200,000", "the council must find the remaining 80,000".
    private func nounBefore(_ place: Place) -> Gift? {
        let (view, left) = (place.view, place.left)
        let isRest = isRest(place)
        // On a line of sums no verb is needed: "(EFRE 270.000 Euro, Land 90.000 Euro)".
        let isListed = !view.isProse && place.previous != nil
        guard isRest || isListed || isToldAsGift(place.previous) || givesRightBefore(place) else { return nil }
        var gap = 0
        for i in left.reversed() {
            if view.bodies.contains(i) { return nil }
            if let kind = kind(ofNoun: i, view, before: left.upperBound) { return Gift(kind: kind) }
            // The verb between giver and sum takes no room.
            if view.reading.last(.funderGives, endingAt: i + 1) == nil { gap += 1 }
            if gap > (isRest ? Self.reachOfRest : Self.reachOfNoun) { return nil }
        }
        return nil
    }

    /// What a common noun that gives makes of a sum: the state's is national, that of the partners' own nouns is their own.
    func kind(ofNoun i: Int, _ view: BlockView, before end: Int) -> Claim.AmountKind? {
        let r = view.reading
        guard r.knows(i), !view.bodies.contains(i) else { return nil }
        if isPartnersNoun(view, i) { return .own }
        if let state = r.first(.giverState, at: i), state.end <= end { return .national }
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
