extension LocalizedName {
    /// The name to show a reader of a language: one in that language, else in English, else the one given.
    ///
    /// Of several in one language the shortest of two words or more, since longer ones are cases of it or say more than
    /// the name; a single word only when there is nothing else, as it may be an acronym.
    ///
    /// - Parameters:
    ///   - language: BCP 47; a region or script in it does not count.
    ///   - otherwise: the name that documents use most.
    public static func preferred(_ names: [LocalizedName], language: String, otherwise: String) -> String {
        let wanted = base(language)
        for tag in wanted == "en" ? ["en"] : [wanted, "en"] {
            let own = names.filter { base($0.language) == tag && !$0.name.isEmpty }
            if own.contains(where: { $0.name == otherwise }) { return otherwise }
            if let best = own.min(by: isBefore) { return best.name }
        }
        return otherwise
    }

    private static func isBefore(_ a: LocalizedName, _ b: LocalizedName) -> Bool {
        let (x, y) = (a.name.contains(" "), b.name.contains(" "))
        if x != y { return x }
        return (a.name.unicodeScalars.count, a.name) < (b.name.unicodeScalars.count, b.name)
    }

    /// "pt" of "pt-PT"; both written forms of Norwegian are one here.
    private static func base(_ tag: String) -> String {
        let language = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return language == "nn" || language == "no" ? "nb" : language
    }
}
