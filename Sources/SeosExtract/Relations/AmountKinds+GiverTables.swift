internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Tables of who pays: "Financier | Amount", with funds, public bodies and partners as rows.
extension AmountKinds {
    /// Groups of table rows whose first column has a header for those who pay.
    static func giverTables(_ views: [BlockView]) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<Int> = []
        for view in views where view.isUnderHeader && seen.insert(view.block.group).inserted {
            guard let header = view.block.cells.first(where: { !$0.span.isEmpty })?.header else { continue }
            let tokens = view.reading.tokens.tokens(in: header)
            guard let host = views.view(holding: tokens.lowerBound),
                FieldFinder.label(in: tokens, host, whole: true)?.0 == .funder
            else { continue }
            found.insert(view.block.group)
        }
        return found
    }

    /// What the one sum of a row is in a table of who pays: the Union's, the state's, somebody's own, or all of it.
    func ofGiverRow(_ place: Place) -> Decision? {
        let view = place.view
        let r = view.reading
        guard giverTables.contains(view.block.group), let head = Self.rowHead(view),
            head.upperBound <= place.value.tokens.lowerBound,
            view.values.count(where: { $0.mention.kind == .money }) == 1
        else { return nil }
        func says(_ wanted: (Lexicon.Match) -> Bool) -> Bool { head.contains { r.at($0).contains(where: wanted) } }
        func decision(_ kind: Claim.AmountKind, owner: Int? = nil) -> Decision {
            Decision(
                kind: kind, owner: owner, ownerView: owner == nil ? nil : view.index, rule: "amount.body",
                confidence: 0.6)
        }
        if says({ $0.meaning == .sumRow || $0.meaning == .amountTotal }) { return decision(.total) }
        let body = lastOrganization(in: head, view)
        if says({ $0.meaning == .amountOwn }) { return decision(.own, owner: body) }
        let isUnion = says { match in
            match.meaning == .amountEU
                || match.meaning == .nameOrganization && Self.unionKeys.contains(r.entry(match).key)
        }
        if isUnion { return decision(.eu) }
        if says({ $0.meaning == .amountNational }) { return decision(.national, owner: body) }
        return body.map { decision(kind(ofGiver: $0, view), owner: $0) }
    }
}
