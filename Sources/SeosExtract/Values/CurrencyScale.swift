/// How much of a currency a euro is worth, roughly: enough to tell what a project costs from what a programme or a
/// ticket does. Rates of the European Central Bank and of national banks, rounded to one digit.
enum CurrencyScale {
    private static let rates: [String: Double] = [
        "ALL": 100, "AMD": 400, "BAM": 2, "BGN": 2, "CZK": 25, "DKK": 7, "EEK": 16, "FRF": 7, "DEM": 2, "GEL": 3,
        "HUF": 400, "ISK": 150, "ITL": 2_000, "LTL": 3, "MDL": 20, "MKD": 60, "NOK": 10, "PLN": 4, "PTE": 200, "RON": 5,
        "RSD": 120, "RUB": 90, "SEK": 10, "SKK": 30, "TRY": 40, "UAH": 45, "ESP": 170, "GRD": 340, "BYN": 3,
    ]

    /// 1 where nothing else is known.
    static func perEuro(_ currency: String) -> Double { rates[currency] ?? 1 }
}
