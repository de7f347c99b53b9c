internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts in front of who gives them: "500,000 was put in by the Department of Health, 80,000 by the council from its own
/// means". The words up to the giver belong to the amount before them, so the next one begins behind these.
extension AmountKinds {
    /// Tokens that are looked at behind an amount.
    private static let reach = 12
    /// Tokens between the amount and the verb, and between the verb and the giver: "li mette la", "wird vom".
    private static let gap = 3

    /// Who gives an amount by the words right behind it: a verb and the giver in either order, or the giver alone where
    /// the amount before has its giver behind it as well.
    func giverBehind(of place: Place) -> Gift? {
        let view = place.view
        let r = view.reading
        let start = place.right.lowerBound
        let isChain = place.previous?.cueEnd != nil && isToldAsGift(place.previous)
        let isRest = isRest(place)
        guard view.isProse || place.previous != nil else { return nil }
        var verb: (end: Int, isShare: Bool)?
        // "The rest, 80,000 euros, is paid by the council"
        var i = isRest && r.ascii(start) == UInt8(ascii: ",") ? start + 1 : start
        let limit = min(place.right.upperBound, start + Self.reach)
        while i < limit {
            let isBehindVerb = i == verb?.end ?? start
            // An article may look like a word for "or" ("η").
            if closes(i, r), verb == nil || !isBehindVerb || r.kind(i) != .word { return nil }
            if isBehindVerb, r.first(.giverTo, at: i) != nil, verb?.isShare != true { return nil }
            if let match = verbOfGiving(at: i, r) {
                guard i - start <= Self.gap else { return nil }
                let isShare = match.meaning == .share && !r.at(i).contains { $0.meaning != .share && Self.gives($0) }
                verb = (match.end, isShare)
                i = match.end
                continue
            }
            // "310 tūkst. eurų – Švietimo ministerija"
            if i == start, r.isDash(i), !r.glued(i) {
                verb = (i + 1, false)
                i += 1
                continue
            }
            if let gift = gift(at: i, place, limit: limit, isShare: verb?.isShare ?? false) {
                guard let end = gift.end else { return nil }
                let isNear = i - (verb?.end ?? start) <= (isRest ? Self.reach : Self.gap)
                let verbBehind = [end, end + 1].lazy.filter { $0 < limit }.compactMap { verbOfGiving(at: $0, r) }.first
                guard isNear, verb != nil || verbBehind != nil || isChain || isRest else { return nil }
                return Gift(
                    kind: gift.kind, name: gift.name, end: max(end, verb == nil ? verbBehind?.end ?? end : end))
            }
            i += 1
        }
        return nil
    }

    /// Where the words on an amount end.
    func closes(_ i: Int, _ r: Reading) -> Bool {
        ",;:()".utf8.contains(r.ascii(i)) || r.tokens[i].newlineBefore || r.first(.and, at: i) != nil
    }

    func verbOfGiving(at i: Int, _ r: Reading) -> Lexicon.Match? {
        // The shortest: "proviennent de la Région" holds the giver.
        r.at(i).last { $0.meaning == .share || Self.gives($0) }
    }

    private static func gives(_ match: Lexicon.Match) -> Bool {
        switch match.meaning {
        case .funderGives, .funderAfter, .funderBefore, .cofinancierAfter, .cofinancierBefore, .giverFrom: true
        default: false
        }
    }

    /// The Union's money, or that of the EEA, Norway and Switzerland.
    static func kind(ofFund code: String) -> Claim.AmountKind { unionKeys.contains(code) ? .eu : .other }

    /// The giver that begins at a token. Of what "falls to" somebody only the Union's part and its programme's are gifts.
    private func gift(at i: Int, _ place: Place, limit: Int, isShare: Bool) -> Gift? {
        let view = place.view
        let k = view.firstName(from: i)
        if k < view.names.count, view.names[k].tokens.lowerBound == i {
            let name = view.names[k]
            switch name.mention.kind {
            case .programme: return Gift(kind: .eu, end: name.tokens.upperBound)
            case .organization:
                if let code = name.mention.code {
                    return Gift(kind: Self.kind(ofFund: code), end: name.tokens.upperBound)
                }
                return isShare ? nil : Gift(kind: kind(ofGiver: k, view), name: k, end: name.tokens.upperBound)
            default: break
            }
        }
        guard !isShare, let kind = kind(ofNoun: i, view, before: limit) else { return nil }
        let end =
            view.reading.first(.giverState, at: i)?.end ?? view.reading.first(.partnerPartner, at: i)?.end ?? i + 1
        return Gift(kind: kind, end: end)
    }
}
