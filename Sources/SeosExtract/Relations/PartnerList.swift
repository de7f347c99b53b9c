internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reads the names in a list of partners: one item a line, or several parted by semicolons or commas, each with its
/// country, acronym and role in brackets.
struct PartnerList {
    struct Item {
        var tokens: Range<Int>
        var aliases: [Range<Int>] = []
        var country: String?
        var acronym: String?
        var role: Claim.Role?
        /// The words that gave the role, folded.
        var roleWords = ""
    }

    let view: BlockView
    let gazetteer: Gazetteer
    var reading: Reading { view.reading }

    init(view: BlockView, gazetteer: Gazetteer) {
        self.view = view
        self.gazetteer = gazetteer
    }

    /// - Parameter isItem: the tokens are one item of a list, where commas part names only if countries show it.
    func read(_ tokens: Range<Int>, isItem: Bool) -> [Item] {
        var items: [Item] = []
        for line in lines(tokens) {
            // "SI: A, B, C": a country in front of a line is everybody's.
            var rest = line
            var country: String?
            if let colon = line.prefix(5).dropFirst().first(where: { reading.ascii($0) == UInt8(ascii: ":") }),
                let code = countryAlone(line.lowerBound..<colon)
            {
                country = code
                rest = (colon + 1)..<line.upperBound
            }
            for piece in withoutAddresses(pieces(rest, isItem: isItem && country == nil)) {
                let shared = sharing(piece)
                if shared.count > 1 {
                    items += shared.map { Item(tokens: $0, country: country) }
                } else if var item = item(piece) {
                    item.country = item.country ?? country
                    items.append(item)
                } else if let code = countryAlone(piece), !items.isEmpty, items[items.count - 1].country == nil {
                    items[items.count - 1].country = code
                }
            }
        }
        return withoutSeats(items)
    }

    /// A town behind a name ("Association X, Remiremont") is where the body sits, unless the whole list is of towns.
    func withoutSeats(_ items: [Item]) -> [Item] {
        // A municipality is a body, although the gazetteer knows it by that name too.
        let places = items.map { item in
            item.acronym == nil && item.role == nil && !hasHead(item.tokens) ? placeAlone(item.tokens) : nil
        }
        let isAddress = items.map {
            reading.kind($0.tokens.lowerBound) == .number && reading.digits($0.tokens.lowerBound) >= 4
        }
        guard zip(places, isAddress).contains(where: { $0 == nil && !$1 }) else { return items }
        var result: [Item] = []
        for (n, item) in items.enumerated() {
            if places[n] == nil, !isAddress[n] {
                result.append(item)
            } else if !result.isEmpty, result[result.count - 1].country == nil {
                result[result.count - 1].country = places[n]
            }
        }
        return result
    }

    func lines(_ tokens: Range<Int>) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = tokens.lowerBound
        for i in tokens.dropFirst() where reading.tokens[i].newlineBefore {
            result.append(start..<i)
            start = i
        }
        result.append(start..<tokens.upperBound)
        return result
    }

    /// Names that share the head of the last one ("Biržų, Pasvalio ir Pakruojo rajonų savivaldybės") and fill the piece.
    func sharing(_ piece: Range<Int>) -> [Range<Int>] {
        guard view.sharesHeads else { return [] }
        let names = view.names.filter { $0.mention.kind == .organization && $0.tokens.overlaps(piece) }.map(\.tokens)
        guard view.names.contains(where: { $0.mention.rule == "org.shared-head" && $0.tokens.overlaps(piece) }),
            let first = names.first, let last = names.last,
            first.lowerBound <= behindPlural(strip(piece).lowerBound),
            last.upperBound >= beforePlural(strip(piece).upperBound)
        else { return [] }
        return names
    }

    /// "gminy Goniądz i Trzcianne": where the names begin behind the noun that they share.
    private func behindPlural(_ i: Int) -> Int {
        reading.first(.orgPlural, at: i).map { reading.skipsArticle($0.end) } ?? i
    }

    private func beforePlural(_ end: Int) -> Int { reading.last(.orgPlural, endingAt: end)?.start ?? end }
}
