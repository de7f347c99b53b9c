internal import SeosLanguages
internal import SeosText

/// English names of well-known programmes, from the English pack.
enum ProgrammeNames {
    /// "Interreg Baltic Sea Region Programme 2021-2027" for a strand and the years written beside it.
    static func english(code: String?, quote: String, languages: Languages) -> String? {
        guard let code, code != "interreg", let name = languages.programmeName(code) else { return nil }
        let years = FactReader.years(in: quote)
        let isProgramme =
            name.hasPrefix("Interreg") && !name.lowercased().holds("programme") && code != "interreg-europe"
        return name + (isProgramme ? " Programme" : "") + (years.isEmpty ? "" : " \(years)")
    }
}
