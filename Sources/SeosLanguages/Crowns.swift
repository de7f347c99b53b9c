/// Whose money is called crowns: the packs say which currencies are, ICU says what money a country has.
struct Crowns: Sendable {
    /// Currency to the sign it bears at home.
    private var signs: [String: String] = [:]
    /// Old crowns, by country; ICU knows today's money only.
    private var old: [String: String] = [:]

    /// - Parameter rules: rows `crown`, with an ISO 4217 code, or country and code of an old currency, as key.
    init(rules: [LanguagePack.Rule]) {
        for rule in rules where rule.meaning == .crown {
            let parts = rule.key.split(separator: ":")
            guard let code = parts.last else { continue }
            signs[String(code)] = rule.form
            if parts.count == 2 { old[String(parts[0])] = String(code) }
        }
    }

    func of(_ country: String) -> String? {
        if let code = CurrencyCodes.code(ofCountry: country), signs[code] != nil { return code }
        return old[country]
    }

    /// The crowns of a country that are written "kr" there.
    func short(of country: String) -> String? { of(country).flatMap { signs[$0] == "kr" ? $0 : nil } }
}
