internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who pays by the lines of a plan of financing.
extension FactReader {
    /// So many lines away from a fund's own line a body beside a sum is one that pays too.
    private static let reach = 2
    private static let longestLabel = 4

    /// "EFRE-Anteil 233.280 / Land Vorarlberg 58.320": public bodies beside a sum, next to the line that tells what a fund
    /// of the Union pays. Bodies that take part keep their part.
    mutating func readFundersInLines() {
        var funded = Set(views.indices.filter { isGrantLine(views[$0]) })
        // "Part FEDER ⏎ 1 498 112 €", "Contreparties nationales ⏎ Région Bretagne : 112 000 €"
        for field in fields where [.amountEU, .amountNational].contains(field.meaning) && !field.parts.isEmpty {
            funded.insert(field.labelView)
            for part in field.parts.prefix(4) { funded.insert(part.view) }
        }
        guard !funded.isEmpty else { return }
        var near: Set<Int> = []
        for n in funded {
            for k in max(0, n - Self.reach)...min(views.count - 1, n + Self.reach) { near.insert(k) }
        }
        // "Egna pengar: Strömstads kommun 640 tkr", "Rozpočet mesta Bardejov": what those who take part bring themselves.
        let own = Set(
            fields.lazy.filter { [.amountOwn, .amountShare].contains($0.meaning) }.flatMap { $0.parts.map(\.view) })
        for n in near.sorted() where !views[n].isProse && !own.contains(n) {
            guard let k = payer(in: views[n]) else { continue }
            funder(nameMentions[views[n].index][k], "funder.line", 0.5)
        }
    }

    /// A short line with a sum and the grant of the Union or one of its funds.
    private func isGrantLine(_ view: BlockView) -> Bool {
        guard !view.isProse, view.block.headingLevel == nil, view.values.contains(where: { $0.mention.kind == .money })
        else { return false }
        if view.names.contains(where: { $0.mention.kind == .organization && $0.mention.code != nil }) { return true }
        return view.range.prefix(6).contains { view.reading.first(.amountEU, at: $0) != nil }
    }

    /// The one body of the line, at its beginning or behind what the money is called, with the sum right behind it.
    private func payer(in view: BlockView) -> Int? {
        let bodies = view.names.indices.filter { view.names[$0].mention.kind == .organization }
        guard bodies.count == 1, let k = bodies.first, view.names[k].mention.code == nil,
            view.names[k].organizationKind == .public
        else { return nil }
        let r = view.reading
        let (start, end) = (view.names[k].tokens.lowerBound, view.names[k].tokens.upperBound)
        let label = view.range.lowerBound..<start
        let isLabelled =
            label.count <= Self.longestLabel
            && label.allSatisfy { i in
                r.kind(i) != .word || r.first(.orgInside, at: i) != nil
                    || r.at(i).contains { [.amountNational, .amountEU, .amountOther].contains($0.meaning) }
            }
            && !label.contains { i in r.at(i).contains { [.amountOwn, .amountShare].contains($0.meaning) } }
        guard isLabelled,
            let sum = view.values.first(where: { $0.mention.kind == .money && $0.tokens.lowerBound >= end })
        else { return nil }
        let gap = end..<sum.tokens.lowerBound
        return gap.count <= 6 && !gap.contains { r.kind($0) == .word } ? k : nil
    }
}
