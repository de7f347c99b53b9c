internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that share a noun in the plural: "gminy Goniądz i Trzcianne", "Savonlinnan ja Lappeenrannan kaupungit",
/// "the universities of Graz and Maribor".
extension OrganizationReader {
    /// A row of the packs: where the names stand, and how one of them is called.
    private struct Plural {
        /// The names follow the noun.
        let isFirst: Bool
        /// What stands before and behind the name in the singular: "gmina " and "", "" and " kommune".
        let before: Substring
        let behind: Substring

        /// "first gmina *", "last * kommune"
        init?(_ key: String) {
            guard let space = key.utf8.firstIndex(of: UInt8(ascii: " ")),
                let star = key.utf8.firstIndex(of: UInt8(ascii: "*")), star > space
            else { return nil }
            isFirst = key[..<space] == "first"
            before = key[key.index(after: space)..<star]
            behind = key[key.index(after: star)...]
        }

        /// The name of one; a genitive's "s" is not written twice ("Tanums kommun", "Borås kommun").
        func name(_ place: String) -> String {
            let isDouble = behind.first == "s" && place.hasSuffix("s")
            return before + place + (isDouble ? behind.dropFirst() : behind)
        }
    }

    private static let mostNames = 12

    /// The bodies that the plural noun at `i` names, each with a name of its own; nil where it names fewer than two.
    func plural(at i: Int, _ blocked: TokenSet) -> (names: [Found], end: Int)? {
        let r = reading
        guard let match = r.first(.orgPlural, at: i), !blocked.contains(i), let plural = Plural(r.entry(match).key)
        else { return nil }
        let places = plural.isFirst ? placesBehind(match.end, blocked) : placesBefore(match.start, blocked)
        guard let first = places.first, let last = places.last, places.count >= 2,
            places.contains(where: { r.place(at: $0.lowerBound, before: $0.upperBound, in: gazetteer) != nil }),
            !isBehindWhere(min(i, first.lowerBound)..<max(match.end, last.upperBound)),
            // "Biržų ir Pasvalio rajonų savivaldybės"
            plural.isFirst || !r.sameLine(match.end)
                || r.first(.orgHead, at: match.end) == nil && r.first(.orgPlural, at: match.end) == nil,
            doSomething(min(i, first.lowerBound)..<max(match.end, last.upperBound))
        else { return nil }
        let names = places.map { tokens in
            Found(
                tokens: tokens, kind: .public, key: nil, rule: "org.shared-head", isFixed: false,
                name: plural.name(r.string(tokens)))
        }
        return (names, max(match.end, last.upperBound))
    }

    /// How far from a row of names a word for what they do may stand.
    private static let reach = 30

    /// Towns that fill a line, or beside which a word says that they lead, take part or pay; elsewhere they are where
    /// something is.
    private func doSomething(_ names: Range<Int>) -> Bool {
        let r = reading
        let start = names.lowerBound
        let opensLine = start <= r.range.lowerBound + 2 || r.tokens[start].newlineBefore
        let endsLine = names.upperBound >= r.range.upperBound - 1 || !r.sameLine(names.upperBound)
        if opensLine, endsLine { return true }
        let near = max(r.range.lowerBound, start - Self.reach)..<min(r.range.upperBound, names.upperBound + Self.reach)
        return near.contains { i in r.at(i).contains { Self.isRole($0.meaning) } }
    }

    private static func isRole(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .leadBefore, .leadAfter, .partnerBefore, .partnerAfter, .associatedAfter, .funderBefore, .funderAfter,
            .funderGives, .cofinancierBefore, .cofinancierAfter:
            true
        default: meaning.isPartnerLabel
        }
    }

    /// "… de Rust y de Ansó": names with a comma between them and a word for and before the last.
    private func placesBehind(_ start: Int, _ blocked: TokenSet) -> [Range<Int>] {
        let r = reading
        var places: [Range<Int>] = []
        var i = start
        while places.count < Self.mostNames, let place = place(from: r.skipsArticle(i), blocked) {
            places.append(place)
            i = place.upperBound
            if let and = r.first(.and, at: i) {
                guard let last = self.place(from: r.skipsArticle(and.end), blocked) else { return [] }
                return places + [last]
            }
            guard r.ascii(i) == UInt8(ascii: ",") else { return [] }
            i += 1
        }
        return []
    }

    /// "Rust, Ansó ja …": the same row before token `end`.
    private func placesBefore(_ end: Int, _ blocked: TokenSet) -> [Range<Int>] {
        let r = reading
        guard let last = place(endingAt: end, blocked) else { return [] }
        var places = [last]
        guard let and = r.last(.and, endingAt: last.lowerBound) else { return [] }
        var i = and.start
        while places.count < Self.mostNames, let place = place(endingAt: i, blocked) {
            places.insert(place, at: 0)
            i = place.lowerBound - 1
            guard r.ascii(i) == UInt8(ascii: ",") else { break }
        }
        return places
    }

    /// A place of the gazetteer, or one capitalised word with what hyphens join to it, that no head noun follows.
    private func place(from start: Int, _ blocked: TokenSet) -> Range<Int>? {
        let r = reading
        guard r.range.contains(start), r.kind(start) == .word, r.isCapital(start), !blocked.contains(start),
            !r.at(start).contains(where: { [.orgHead, .orgLegal, .orgPlural, .project].contains($0.meaning) })
        else { return nil }
        var end = start + 1
        if let hit = r.place(at: start, before: r.range.upperBound, in: gazetteer) {
            end = hit.tokens.upperBound
        } else {
            while r.isDash(end), r.glued(end), r.glued(end + 1), r.kind(end + 1) == .word { end += 2 }
        }
        let isNamed = r.first(.orgHead, at: end) != nil && r.sameLine(end)
        let goesOn = r.range.contains(end) && r.kind(end) == .word && r.isCapital(end) && r.sameLine(end)
        return isNamed || goesOn ? nil : start..<end
    }
}
