internal import SeosLanguages

/// Countries as codes on project pages: ISO 3166, and the letters of number plates that pages use.
enum CountryCode {
    /// The country of a region's code: ISO 3166, NUTS (which writes EL and UK), or of the gazetteer.
    static func ofRegion(_ code: String, _ gazetteer: Gazetteer) -> String? {
        if let place = gazetteer.place(code: code) { return place.country }
        let prefix = String(code.prefix(2))
        if prefix == "EL" { return "GR" }
        if prefix == "UK" { return "GB" }
        return gazetteer.place(code: prefix)?.country
    }

    static func from(_ text: String, _ gazetteer: Gazetteer) -> String? {
        if let code = gazetteer.country(letters: text) { return code }
        guard text.count == 2, let place = gazetteer.place(code: text), place.level == 0 else { return nil }
        return text
    }

    /// The state that an area with a code of its own belongs to, where its bodies count as the state's: Åland, the Canary
    /// Islands, Ceuta and Melilla, Svalbard.
    static func state(_ code: String) -> String? {
        switch code {
        case "AX": "FI"
        case "IC", "EA": "ES"
        case "SJ": "NO"
        default: nil
        }
    }
}
