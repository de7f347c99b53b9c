internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Tables of who pays: "Financier | Amount", with funds, public bodies and partners as rows.
extension AmountKinds {
    /// Groups of table rows whose first column has a header for those who pay, or whose rows begin with words for the
    /// Union's money and for somebody else's: "EU funds | County council | Own money of the museum".
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
        return found.union(tablesOfSources(views))
    }

    /// Of more columns each is a partner's or a year's.
    private static let mostColumns = 2
    private static let sources: Set<Meaning> = [.amountEU, .amountNational, .amountOwn]

    private static func tablesOfSources(_ views: [BlockView]) -> Set<Int> {
        var told: [Int: Set<Meaning>] = [:]
        for view in views where view.isUnderHeader && view.block.cells.count >= 2 {
            guard let head = rowHead(view),
                view.values.contains(where: { $0.mention.kind == .money && $0.tokens.lowerBound >= head.upperBound }),
                let source = source(in: head, view)
            else { continue }
            if sources.contains(source) { told[view.block.group, default: []].insert(source) }
        }
        return Set(told.lazy.filter { $0.value.contains(.amountEU) && $0.value.count > 1 }.map(\.key))
    }

    /// The Union's, the state's or somebody's own money by the label a row begins with, or by the words in it.
    private static func source(in head: Range<Int>, _ view: BlockView) -> Meaning? {
        if let (label, _) = FieldFinder.label(in: head, view, whole: true), label.isAmountLabel { return label }
        let r = view.reading
        var found: Meaning?
        for i in head {
            for match in r.at(i) where match.end <= head.upperBound {
                switch match.meaning {
                case .amountOwn: return .amountOwn
                case .amountEU, .amountNational: found = found ?? match.meaning
                case .nameOrganization where unionKeys.contains(r.entry(match).key): found = found ?? .amountEU
                default: continue
                }
            }
        }
        return found
    }

    /// What a sum of a row is in a table of who pays: the Union's, the state's, somebody's own, or all of it. In a column for
    /// a body or for us it is that body's part.
    func ofGiverRow(_ place: Place) -> Decision? {
        let view = place.view
        guard giverTables.contains(view.block.group), let head = Self.rowHead(view),
            head.upperBound <= place.value.tokens.lowerBound
        else { return nil }
        var isPartners = false
        let sums = view.values.count { $0.mention.kind == .money }
        if sums > 1 {
            guard sums <= Self.mostColumns, let column = column(of: place), !column.holdsYear else { return nil }
            isPartners = column.isBodys
        }
        guard var decision = ofGiver(head, view) else { return nil }
        decision.isSuperseded = Self.isEarlierVersion(place.value.tokens, view, in: versionTables)
        if isPartners {
            if decision.kind == .total { decision.kind = .partnerShare }
            if decision.kind == .eu { decision.kind = .partnerEU }
        }
        return decision
    }

    /// What the words above a sum's column say of it; a column without any says nothing.
    private func column(of place: Place) -> (isBodys: Bool, holdsYear: Bool)? {
        guard
            let cell = place.view.block.cells.first(where: {
                place.view.tokens($0.span).contains(place.value.tokens.lowerBound)
            })
        else { return nil }
        guard let header = cell.header, !header.isEmpty else { return (false, false) }
        let tokens = place.view.reading.tokens.tokens(in: header)
        guard let host = views.view(holding: tokens.lowerBound) else { return nil }
        let isBodys = tokens.contains { i in
            host.reading.first(.ours, at: i) != nil || host.reading.first(.orgHead, at: i) != nil
                || host.bodies.contains(i)
        }
        return (isBodys, tokens.contains { host.reading.digits($0) == 4 })
    }

    private func ofGiver(_ head: Range<Int>, _ view: BlockView) -> Decision? {
        let r = view.reading
        func decision(_ kind: Claim.AmountKind, owner: Int? = nil) -> Decision {
            Decision(
                kind: kind, owner: owner, ownerView: owner == nil ? nil : view.index, rule: "amount.body",
                confidence: 0.6)
        }
        let body = lastOrganization(in: head, view)
        switch Self.source(in: head, view) {
        case .amountOwn: return decision(.own, owner: body)
        case .amountEU: return decision(.eu)
        case .amountNational: return decision(.national, owner: body)
        case .amountTotal: return decision(.total)
        case nil: break
        default: return nil
        }
        if r.first(.sumRow, at: head.lowerBound) != nil { return decision(.total) }
        // "thereof the county | 1 850 000" below what the state and others give.
        if r.first(.ofWhich, at: head.lowerBound) != nil, let above = rowAbove(view), let whole = Self.rowHead(above),
            let given = ofGiver(whole, above), given.kind != .total
        {
            return decision(given.kind, owner: given.kind == .own ? body : nil)
        }
        return body.map { decision(kind(ofGiver: $0, view), owner: $0) }
    }

    private func rowAbove(_ view: BlockView) -> BlockView? {
        guard view.index > 0, case let above = views[view.index - 1], above.block.group == view.block.group,
            above.isUnderHeader
        else { return nil }
        return above
    }
}
