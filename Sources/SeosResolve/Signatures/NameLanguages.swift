/// Languages as bits, and which languages' words may stand in a name of another.
enum NameLanguages {
    static let tags = [
        "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv", "mt",
        "nb",
        "nl", "pl", "pt", "ro", "sk", "sl", "sv", "uk", "ca", "ru", "sr", "tr", "eu", "cy", "be",
    ]
    static let all = UInt64.max
    /// The bit of rows that hold in every language.
    static let any = UInt64(1) << 63

    private static let bits: [String: UInt64] = {
        var bits: [String: UInt64] = ["*": any]
        for (n, tag) in tags.enumerated() { bits[tag] = 1 << UInt64(n) }
        return bits
    }()

    /// Languages that are read with the words of others, since they have few or no rows of their own.
    private static let relatives: [String: [String]] = [
        "nn": ["nb"], "no": ["nb"], "bs": ["hr"], "sr": ["sr", "hr", "bg"], "mk": ["bg", "sr", "hr"], "me": ["hr"],
        "ru": ["ru", "uk", "bg"], "be": ["be", "uk", "ru"], "ca": ["ca", "es", "fr"], "gl": ["pt", "es"],
        "lb": ["de", "fr"], "sk": ["sk", "cs"], "cs": ["cs", "sk"], "nb": ["nb", "da"], "da": ["da", "nb"],
        "hr": ["hr", "sl"], "sl": ["sl", "hr"], "ga": ["ga"], "sh": ["hr", "sr"], "uk": ["uk", "ru"],
    ]
    private static let compounding: Set<String> = [
        "de", "nl", "da", "sv", "nb", "nn", "no", "fi", "et", "hu", "is", "lb", "fy", "fo",
    ]
    /// The head noun comes last.
    private static let headLast: Set<String> = ["fi", "et", "hu", "lv", "lt", "tr", "eu", "is"]
    /// The head noun comes last, or first with a preposition behind it.
    private static let headBeforePreposition: Set<String> = [
        "en", "de", "nl", "da", "sv", "nb", "nn", "no", "lb", "el",
    ]

    static func bit(_ tag: String) -> UInt64 { bits[tag] ?? 0 }

    /// The languages whose rows count first for a name of this language; nil is an unknown language.
    static func mask(_ tag: String?) -> UInt64 {
        guard let tag else { return all }
        let own = (relatives[tag] ?? [tag]).reduce(0) { $0 | bit($1) }
        return own == 0 ? all : own | any | bit("en")
    }

    static func isCompounding(_ tag: String?) -> Bool { tag.map(compounding.contains) ?? true }

    enum HeadOrder { case first, last, beforePreposition }

    static func headOrder(_ tag: String?) -> HeadOrder {
        guard let tag else { return .beforePreposition }
        return headLast.contains(tag) ? .last : headBeforePreposition.contains(tag) ? .beforePreposition : .first
    }
}
