internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Amounts in tables: in the row of a body, or in its column.
extension AmountKinds {
    /// The cell that says what a row is about: the first that holds words and is no running number.
    static func rowHead(_ view: BlockView) -> Range<Int>? {
        for cell in view.block.cells.prefix(2) where !cell.span.isEmpty {
            let tokens = view.tokens(cell.span)
            if tokens.contains(where: { view.reading.kind($0) == .word && view.reading.tokens.folded($0).count > 2 }) {
                return tokens
            }
        }
        return nil
    }

    /// The public body that is all there is before an amount, on a line or in a row of two cells beside others that
    /// labels of amounts begin.
    func bodyAsLabel(_ place: Place) -> Int? {
        let view = place.view
        let r = view.reading
        let isPair = !view.isUnderHeader || view.block.cells.count == 2 && !partnerTables.contains(view.block.group)
        guard !view.isProse, isPair, place.before == nil,
            let k = view.names.firstIndex(where: {
                switch $0.mention.kind {
                case .organization: $0.mention.code == nil && $0.organizationKind == .public
                // "Wallonie: 410 000 €"
                case .region: $0.mention.code != nil && $0.mention.code != $0.mention.country
                default: false
                }
            }), case let name = view.names[k].tokens,
            (view.range.lowerBound..<place.value.tokens.lowerBound).allSatisfy({
                name.contains($0) || r.kind($0) != .word || r.first(.ofWhich, at: $0) != nil
                    || $0 < name.lowerBound && r.tokens.folded($0).count <= 3
            })
        else { return nil }
        let neighbours = [view.index - 1, view.index + 1, view.index - 2].filter { views.indices.contains($0) }
        let isBesideLabels = neighbours.contains { n in
            byView[n]?.contains { fields[$0].meaning.isAmountLabel && fields[$0].labelView == n } ?? false
        }
        return isBesideLabels ? k : nil
    }

    /// A column below a name, in a row that begins with its label, among columns that bodies head.
    func isColumnOfPartner(_ place: Place, _ field: Field?) -> Bool {
        let view = place.view
        guard let field, field.form == "table", field.labelView == view.index, view.block.cells.count >= 3,
            let cell = view.block.cells.first(where: {
                view.tokens($0.span).contains(place.value.tokens.lowerBound)
            }), let header = cell.header
        else { return false }
        let tokens = view.reading.tokens.tokens(in: header)
        guard let host = views.view(holding: tokens.lowerBound) else { return false }
        return host.reading.first(.sumRow, at: tokens.lowerBound) == nil
            && (host.names.contains {
                $0.mention.kind == .organization && $0.mention.code == nil
                    && (view.block.cells.count > 3 || tokens.contains($0.tokens.lowerBound))
            } || tokens.contains { host.reading.first(.ours, at: $0) != nil })
    }

    /// An amount in a table of partners: the row's body's, or the project's in the row of sums.
    func ofRow(_ place: Place, _ kind: Claim.AmountKind, _ rule: String, _ confidence: Double) -> Decision {
        let view = place.view
        let head = Self.rowHead(view) ?? view.range
        let isSum = head.contains { i in
            view.reading.at(i).contains { [.sumRow, .amountTotal, .project].contains($0.meaning) }
        }
        let owner = lastOrganization(in: head, view)
        var kind = kind
        if !isSum || owner != nil && view.reading.first(.sumRow, at: head.lowerBound) == nil {
            if kind == .total || kind == .other { kind = .partnerShare }
            if kind == .eu { kind = .partnerEU }
        }
        return Decision(
            kind: kind, owner: owner, ownerView: owner == nil ? nil : view.index, rule: rule, confidence: confidence,
            ownerTokens: isSum ? nil : head)
    }
}
