internal import SeosLanguages

/// Countries as codes on project pages: ISO 3166, and the letters of number plates that pages use.
enum CountryCode {
    private static let plates = [
        "SLO": "SI", "A": "AT", "D": "DE", "B": "BE", "UK": "GB", "EL": "GR", "H": "HU", "I": "IT", "F": "FR",
        "E": "ES",
        "S": "SE", "N": "NO", "P": "PT", "CRO": "HR", "EST": "EE", "POL": "PL", "LIT": "LT", "LAT": "LV", "GER": "DE",
        "FIN": "FI", "SWE": "SE", "NOR": "NO", "DEN": "DK", "ITA": "IT", "ESP": "ES", "FRA": "FR", "AUT": "AT",
        "HUN": "HU",
        "CZE": "CZ", "SVK": "SK", "ROU": "RO", "BUL": "BG", "GRE": "GR", "POR": "PT", "NED": "NL", "IRL": "IE",
        "SVN": "SI",
        "HRV": "HR", "LTU": "LT", "LVA": "LV", "DEU": "DE", "UKR": "UA", "MLT": "MT", "CYP": "CY", "LUX": "LU",
    ]

    /// The country of a region's code: ISO 3166, NUTS (which writes EL and UK), or of the gazetteer.
    static func ofRegion(_ code: String, _ gazetteer: Gazetteer) -> String? {
        if let place = gazetteer.place(code: code) { return place.country }
        let prefix = String(code.prefix(2))
        if prefix == "EL" { return "GR" }
        if prefix == "UK" { return "GB" }
        return gazetteer.place(code: prefix)?.country
    }

    static func from(_ text: String, _ gazetteer: Gazetteer) -> String? {
        if let code = plates[text] { return code }
        guard text.count == 2, let place = gazetteer.place(code: text), place.level == 0 else { return nil }
        return text
    }
}
