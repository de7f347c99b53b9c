internal import SeosLanguages
internal import SeosModel

/// Decides what crowns are meant where the language does not say: those of the country named before the amount
/// ("Dalla Norvegia arrivano 4,2 milioni di corone").
struct CrownCountry {
    private static let crowns = ["SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK", "CZ": "CZK"]

    let reading: Reading

    func apply(_ found: inout [ValueReader.Found]) {
        for k in found.indices {
            guard case .money(let money) = found[k].mention.value, money.currency == "kr",
                let place = reading.matches.last(where: {
                    $0.meaning == .namePlace && $0.end <= found[k].tokens.lowerBound
                        && Self.crowns[String(reading.entry($0).key.prefix(2))] != nil
                }),
                let code = Self.crowns[String(reading.entry(place).key.prefix(2))]
            else { continue }
            found[k].mention.value = .money(Money(amount: money.amount, currency: code))
        }
    }
}
