internal import SeosLanguages

/// What the packs' rows `place-before` and `place-noun` say by their keys.
enum PlaceWord {
    /// "in", "w", "на": what follows is where something is.
    static func isWhere(_ key: String) -> Bool { key == "in" }
    /// "from", "z", "iz": where somebody or something is from; `by` rows may stand before a person too.
    static func isFrom(_ key: String) -> Bool { key == "from" || key == "by" }

    /// How a noun for a kind of place stands beside the name.
    enum Noun: String {
        /// Before the name and part of it: "laguna de Orbetello".
        case first
        /// Behind the name and part of it: "Flensborg Fjord".
        case last
        /// Before the name without being part of it: "село Смилян".
        case apart
        /// Behind one or several names without being part of them: "Bugac és Mórahalom határában".
        case behind
        /// The end of the name's own word: "Limfjorden".
        case compound
        /// Which part of the place is meant, on either side of its name: "South Fermanagh", "Liguria orientale".
        case side
        /// Between a town and the river or hill that its name goes on with: "Vranov nad Dyjí".
        case link
        /// A street or a square, whose name the place beside it is: "Raunas iela", "rue de Metz".
        case street
        /// Endings of adjectives in small letters that name a region beside its noun: "powiat sanocki".
        case adjective
    }
}
