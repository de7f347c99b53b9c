internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Cards of partners: each has a name, and the role of the body on a line of its own below it.
///
/// "Université de Lleida / Partenaire · Espagne / Budget : 287 920 €". A page of such cards has several, each with a role;
/// where roles stand above names they are labels, and read as such.
extension FieldFinder {
    /// A name and the line below that says its role.
    struct Card {
        var meaning: Meaning
        /// Index of the view with the name.
        var name: Int
        /// Index of the view with the role, and the tokens that say it.
        var role: Int
        var label: Range<Int>
        var country: String?
    }

    /// So many lines a card may have.
    private static let longestCard = 8
    private static let leastCards = 2
    private static let longestRole = 10

    /// The cards of a page, by the index of the view with the name.
    func findCards() -> [Int: Card] {
        var found: [Int: Card] = [:]
        var row: [Card] = []
        var last: Int?
        func finish() {
            if isRow(row) { for card in row { found[card.name] = card } }
            row = []
        }
        for view in views {
            guard let (meaning, label) = role(view) else { continue }
            if let last, view.index - last > Self.longestCard { finish() }
            last = view.index
            guard let card = card(meaning, label, view) else {
                finish()
                continue
            }
            row.append(card)
        }
        finish()
        return found
    }

    /// Most of the names are of bodies, and no other body stands behind a role: then roles would stand above names.
    private func isRow(_ row: [Card]) -> Bool {
        guard row.count >= Self.leastCards, row.count(where: { beginsWithBody(views[$0.name]) }) * 2 > row.count else {
            return false
        }
        return row.indices.allSatisfy { n in
            let next = n + 1 < row.count ? row[n + 1].name : min(row[n].role + 2, views.count)
            return row[n].role < next
                && !views[(row[n].role + 1)..<next].contains { isName($0) && beginsWithBody($0) }
        }
    }

    /// The card whose role stands in a line: its name is right above, or above a line that names a country.
    private func card(_ meaning: Meaning, _ label: Range<Int>, _ view: BlockView) -> Card? {
        var name = view.index - 1
        var country = country(behind: label, view) ?? country(line: view.index + 1)
        if let code = self.country(line: name) {
            country = country ?? code
            name -= 1
        }
        // A heading above text that is not its own level is no role of what stands above it.
        guard views.indices.contains(name), isName(views[name]),
            view.block.headingLevel == nil || view.block.headingLevel == views[name].block.headingLevel
        else { return nil }
        return Card(meaning: meaning, name: name, role: view.index, label: label, country: country)
    }

    /// A line that says a role and at most a country or a few words beside it: "Chef de file · France",
    /// "Partner (without funds)".
    private func role(_ view: BlockView) -> (Meaning, Range<Int>)? {
        guard view.block.cells.isEmpty, view.block.label == nil, !view.isProse, view.range.count <= Self.longestRole,
            !view.names.contains(where: { $0.mention.kind == .organization && $0.mention.code == nil })
        else { return nil }
        let r = view.reading
        let match = r.at(view.range.lowerBound).first { match in
            switch match.meaning {
            case .partnerLead, .partnerPartner, .partnerAssociated: true
            default: false
            }
        }
        guard let match else { return nil }
        let end = match.end
        guard end == view.range.upperBound || "-,(|/".utf8.contains(r.ascii(end)) || r.kind(end) == .punctuation,
            end == view.range.upperBound || r.ascii(end) != UInt8(ascii: ":")
        else { return nil }
        return (match.meaning, match.start..<end)
    }

    /// The country that a line names, when it names nothing else.
    private func country(line n: Int) -> String? {
        guard views.indices.contains(n), views[n].range.count <= 4 else { return nil }
        return groupCountry(views[n], views[n].range)
    }

    /// The country named behind a role, in a part of its own.
    private func country(behind label: Range<Int>, _ view: BlockView) -> String? {
        var start = label.upperBound
        for i in label.upperBound...view.range.upperBound
        where i == view.range.upperBound || view.reading.kind(i) == .punctuation || view.reading.isDash(i) {
            if start < i, let code = country(alone: start..<i, view) { return code }
            start = i + 1
        }
        return nil
    }

    /// A short line that begins with a capital and holds no value: what a card may have for its title.
    private func isName(_ view: BlockView) -> Bool {
        guard view.block.cells.isEmpty, view.block.label == nil, !view.isProse, view.range.count <= 16,
            let first = view.range.first, view.reading.isCapital(first), view.values.isEmpty, role(view) == nil
        else { return false }
        return Self.label(in: view.range, view, whole: true) == nil || beginsWithBody(view)
    }

    private func beginsWithBody(_ view: BlockView) -> Bool {
        view.names.contains {
            $0.mention.kind == .organization && $0.tokens.lowerBound <= view.range.lowerBound + 1
        }
    }
}
