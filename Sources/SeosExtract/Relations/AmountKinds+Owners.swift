internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Whose an amount is.
extension AmountKinds {
    /// The organization an amount belongs to: named in the label, or before the amount in its clause.
    func owner(
        of value: ValueReader.Found, _ sentence: Range<Int>, left: Range<Int>, _ view: BlockView, field: Field?,
        previous: Decision?
    ) -> (name: Int, view: Int)? {
        let within = sentence.lowerBound..<value.tokens.lowerBound
        // In a table under headers an amount belongs to the body its row is headed by.
        if view.isUnderHeader {
            guard let first = view.block.cells.first(where: { !$0.span.isEmpty }), !isProjectColumn(first, view) else {
                return nil
            }
            if let own = lastOrganization(in: view.tokens(first.span), view) { return (own, view.index) }
            // Partners as columns: the header above the value.
            guard
                let cell = view.block.cells.first(where: { view.tokens($0.span).contains(value.tokens.lowerBound) }),
                let header = cell.header
            else { return nil }
            let tokens = view.reading.tokens.tokens(in: header)
            guard let host = views.view(holding: tokens.lowerBound) else { return nil }
            return lastOrganization(in: tokens, host).map { ($0, host.index) }
        }
        // What the whole is nobody's, its parts are not either, whoever stands before it.
        let isProjects = previous.map { $0.owner == nil && ($0.kind == .total || $0.kind == .eu) } ?? true
        if let name = lastOrganization(in: left, view) ?? (isProjects ? nil : lastOrganization(in: within, view)) {
            return (name, view.index)
        }
        if let card = cardNames[view.index], let name = lastOrganization(in: views[card].range, views[card]) {
            return (name, card)
        }
        if let previous, let owner = previous.owner, let ownerView = previous.ownerView { return (owner, ownerView) }
        if let field {
            let host = views[field.labelView]
            if let name = lastOrganization(in: field.label, host) { return (name, host.index) }
        }
        return nil
    }

    /// Whether a cell stands below a header for names of projects.
    func isProjectColumn(_ cell: Block.Cell, _ view: BlockView) -> Bool {
        let tokens = view.tokens(cell.span)
        return projectCells[view.index]?.contains { tokens.contains($0.lowerBound) } ?? false
    }

    func lastOrganization(in tokens: Range<Int>, _ view: BlockView) -> Int? {
        view.names.lastIndex {
            $0.mention.kind == .organization && $0.mention.code == nil && $0.tokens.overlaps(tokens)
                && tokens.contains($0.tokens.lowerBound)
        }
    }

    /// Whether the words before an amount have the project as their subject.
    func isOfProject(_ left: Range<Int>, _ view: BlockView) -> Bool {
        left.contains { view.reading.first(.project, at: $0) != nil }
            || projectNames[view.index]?.contains { left.contains($0) } == true
    }

    /// "AlgaHeat, led by the university, received 5.1 million": the project's own name behind the last body before an
    /// amount, with nothing but the verb between.
    func isSubject(_ left: Range<Int>, _ view: BlockView) -> Bool {
        guard view.isProse, let k = lastOrganization(in: left, view),
            let name = projectNames[view.index]?.last(where: left.contains)
        else { return false }
        let r = view.reading
        return view.names[k].tokens.upperBound <= name && left.upperBound - name <= 14
            && !(name..<left.upperBound).contains { r.first(.and, at: $0) != nil || ",;".utf8.contains(r.ascii($0)) }
    }

    /// "The “Light” project is led by the council and receives €1.2 million": a body that words for leading stand right
    /// before, and "and" right behind, is no subject of the next verb; the project named before it is.
    func isBehindAgent(_ place: Place) -> Bool {
        let (view, left) = (place.view, place.left)
        guard view.isProse, let k = lastOrganization(in: left, view) else { return false }
        let r = view.reading
        let name = view.names[k].tokens
        let start = r.isSmall(name.lowerBound - 1) ? name.lowerBound - 1 : name.lowerBound
        guard r.first(.and, at: name.upperBound) != nil, left.upperBound - name.upperBound <= 5,
            [name.lowerBound, start].contains(where: {
                r.last(.leadAfter, endingAt: $0) != nil || r.last(.partnerAfter, endingAt: $0) != nil
            })
        else { return false }
        let before = place.sentence.lowerBound..<name.lowerBound
        return before.contains { r.first(.project, at: $0) != nil }
            || projectNames[view.index]?.contains(where: before.contains) == true
    }

    /// "Projekt „Cicha woda” Gminy Jasło kosztuje 1,5 mln euro": a body costs nothing, so behind a verb for costing the sum is
    /// the project's that its clause names, whoever stands beside it.
    func isCostOfProject(_ place: Place) -> Bool {
        let (view, left) = (place.view, place.left)
        guard view.isProse else { return false }
        let near = max(left.lowerBound, left.upperBound - 5)..<left.upperBound
        guard let verb = near.last(where: { view.reading.first(.costs, at: $0) != nil }) else { return false }
        return isOfProject(left.lowerBound..<verb, view)
    }
}
