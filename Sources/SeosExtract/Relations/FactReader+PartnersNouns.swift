internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Common nouns that stand for partners: "the council", "kommunen", "museet".
extension FactReader {
    /// More partners are a register, in which a common noun is nobody's.
    private static let mostPartners = 40
    /// Letters that a noun has in common with the word of a name in all its cases: "město", "města".
    private static let stem = 4

    /// Tells whether a token is a head noun of bodies that begins as a word of a partner's name does.
    func partnersNouns() -> (BlockView, Int) -> Bool {
        var stems: Set<[UInt8]> = []
        var seen: Set<Int> = []
        for claim in builder.claims where claim.property == .partner && claim.role != .supplier {
            guard let entity = claim.object, seen.insert(entity).inserted else { continue }
            if seen.count > Self.mostPartners { return { _, _ in false } }
            for word in Folding.key(builder.entity(entity).name).split(separator: " ") where word.count >= Self.stem {
                stems.insert(Array(word.prefix(Self.stem).utf8))
            }
        }
        return { view, i in
            let r = view.reading
            guard !stems.isEmpty, r.first(.orgHead, at: i) != nil else { return false }
            let word = r.tokens.folded(i)
            return stems.contains { word.starts(with: $0) }
        }
    }
}
