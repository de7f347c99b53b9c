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
        if let name = lastOrganization(in: left, view) ?? (previous == nil ? nil : lastOrganization(in: within, view)) {
            return (name, view.index)
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
}
