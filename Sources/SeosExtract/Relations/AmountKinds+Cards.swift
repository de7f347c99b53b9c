internal import SeosLanguages
internal import SeosModel

extension AmountKinds {
    private static let longestCard = 6

    /// The lines of partners' cards below the role, and the view with the name of each: what is told there is that
    /// partner's ("Université de Lleida / Partenaire / Budget : 287 920 €").
    static func cards(_ views: [BlockView], _ fields: [Field]) -> [Int: Int] {
        let cards = fields.filter { $0.form == "card" }
        let names = Set(cards.compactMap { $0.parts.first?.view })
        var found: [Int: Int] = [:]
        for card in cards {
            guard let name = card.parts.first?.view else { continue }
            let start = max(name, card.labelView) + 1
            for view in views[min(start, views.count)...].prefix(longestCard) {
                if names.contains(view.index) || view.isProse || view.block.headingLevel != nil { break }
                found[view.index] = name
            }
        }
        return found
    }
}
