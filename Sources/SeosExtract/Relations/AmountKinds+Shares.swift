internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Shares that one verb tells of several partners, and sums that only seem to be somebody's.
extension AmountKinds {
    /// Tokens between a share and the next one's sum: ", iar cea a Universității".
    private static let reachOfShare = 10

    /// "The university gets 812,375 euros and the region 364,500", "Hlutur skólans er 118 milljónir og Flóahrepps 22": behind
    /// a share, and nothing but a name or a noun for a body between, the next sum is that body's.
    func nextShare(_ place: Place) -> Decision? {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        guard view.isProse, let previous = place.previous, let before = place.before,
            previous.kind == .partnerShare || previous.kind == .partnerEU,
            ["amount.cue", "amount.next-share"].contains(previous.rule) && previous.cueEnd == nil
                || previous.rule == "amount.cue-behind" && previous.owner != nil,
            left.count <= Self.reachOfShare, !left.isEmpty,
            left.lowerBound == max(before.tokens.upperBound, previous.cueEnd ?? 0),
            case .money(let first) = before.mention.value, case .money(let second) = place.value.mention.value,
            first.amount != second.amount || first.currency != second.currency, opensShare(left, r)
        else { return nil }
        for i in left {
            for match in r.at(i) {
                switch match.meaning {
                case .ofWhich, .same, .superseded, .corrected, .project, .programme, .costs, .funderGives, .noProject,
                    .themselves, .rest, .giverState:
                    return nil
                case .nameOrganization where Self.unionKeys.contains(r.entry(match).key): return nil
                case let meaning where meaning.isAmountLabel && meaning != .amountShare && meaning != .amountShareEU:
                    return nil
                default: continue
                }
            }
        }
        let owner = lastOrganization(in: left, view)
        if owner == nil, !left.contains(where: { isPartnersNoun(view, $0) }), placeName(in: left, view) == nil {
            return nil
        }
        return Decision(
            kind: previous.kind, owner: owner, ownerView: owner.map { _ in view.index }, rule: "amount.next-share",
            confidence: 0.6, isSuperseded: previous.isSuperseded)
    }

    /// "The whole programme has some 14 million at its disposal", "Iš viso programai numatyta 59 mln.": a word for a programme
    /// or a call before an amount, and no body, nobody's noun and no "us".
    func isHadByProgramme(_ place: Place) -> Bool {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        guard view.isProse, !namesProject(place),
            left.contains(where: { r.first(.programme, at: $0) != nil || r.first(.noProject, at: $0) != nil })
        else { return false }
        return lastOrganization(in: left, view) == nil && placeName(in: left, view) == nil
            && !left.contains { i in
                r.first(.ours, at: i) != nil || r.first(.partnerPartner, at: i) != nil || isPartnersNoun(view, i)
                    || r.first(.project, at: i) != nil
            }
    }

    /// A comma, a semicolon or a word for "and" right behind the sum before.
    private func opensShare(_ left: Range<Int>, _ r: Reading) -> Bool {
        ",;".utf8.contains(r.ascii(left.lowerBound)) || r.first(.and, at: left.lowerBound) != nil
    }

    /// "The project, run by the town of Ozalj together with Eko Pan, cost 412,000": where the project is named before the
    /// body, and a comma stands between that and the word for the whole, the sum is not the body's.
    func isOfProjectBefore(_ owner: Int, cue: Int, _ place: Place) -> Bool {
        let (view, left) = (place.view, place.left)
        let r = view.reading
        let name = view.names[owner].tokens
        guard view.isProse, name.upperBound <= cue,
            (name.upperBound..<cue).contains(where: { ",;)".utf8.contains(r.ascii($0)) })
        else { return false }
        return (left.lowerBound..<name.lowerBound).contains { r.first(.project, at: $0) != nil }
            || projectNames[view.index]?.contains { left.lowerBound <= $0 && $0 < name.lowerBound } == true
    }

    /// "7.1 millioner kroner i norske Interreg-midler", "Norwegian grant": what is Norway's own is no money of the Union.
    func isNorwegian(_ place: Place, _ field: Field?) -> Bool {
        guard case .money(let money) = place.value.mention.value, money.currency == "NOK" else { return false }
        let view = place.view
        let near = max(place.left.lowerBound, place.left.upperBound - 6)..<place.left.upperBound
        let behind = place.right.lowerBound..<min(place.right.upperBound, place.right.lowerBound + 5)
        return near.contains { isNorway($0, view) } || behind.contains { isNorway($0, view) }
            || field.map { field in field.label.contains { isNorway($0, views[field.labelView]) } } ?? false
    }

    private func isNorway(_ i: Int, _ view: BlockView) -> Bool {
        view.reading.first(.namePlace, at: i).map { view.reading.entry($0).key == "NO" } ?? false
    }

    /// "€95,000 ón gCiste Eorpach", "75 000 € par le programme ALCOTRA": a programme right behind a sum, with small words
    /// between, is where it comes from.
    func comesFromProgramme(_ place: Place) -> Bool {
        let (view, right) = (place.view, place.right)
        let r = view.reading
        let k = view.firstName(from: right.lowerBound)
        guard view.isProse, k < view.names.count, view.names[k].mention.kind == .programme, !isOffered(place),
            !isOfProgramme(place),
            case let gap = right.lowerBound..<max(right.lowerBound, view.names[k].tokens.lowerBound),
            (1...4).contains(gap.count),
            view.names[k].tokens.lowerBound < right.upperBound
        else { return false }
        return gap.allSatisfy { i in
            r.kind(i) == .word && r.first(.giverTo, at: i) == nil
                && (r.tokens.folded(i).count <= 4 || r.first(.programme, at: i) != nil)
        }
    }
}
