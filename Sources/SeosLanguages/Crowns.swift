/// Whose money is called crowns: the packs say which currencies are, ICU says what money a country has.
struct Crowns: Sendable {
    /// Currency to the sign it bears at home.
    private var signs: [String: String] = [:]
    /// Old crowns, by country; ICU knows today's money only.
    private var old: [String: String] = [:]

    /// - Parameter packs: their rows `crown` have an ISO 4217 code, or country and code of an old currency, as key.
    init(packs: [LanguagePack]) {
        for rules in packs.map(\.rules) {
            // By index: a row is not copied to be passed over.
            for k in rules.indices where rules[k].meaning == .crown {
                let parts = rules[k].key.split(separator: ":")
                guard let code = parts.last else { continue }
                signs[String(code)] = rules[k].form
                if parts.count == 2 { old[String(parts[0])] = String(code) }
            }
        }
    }

    func of(_ country: String) -> String? {
        if let code = CurrencyCodes.code(ofCountry: country), signs[code] != nil { return code }
        return old[country]
    }

    /// The crowns of a country that are written "kr" there.
    func short(of country: String) -> String? { of(country).flatMap { signs[$0] == "kr" ? $0 : nil } }
}
