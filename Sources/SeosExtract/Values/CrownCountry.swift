internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Decides what crowns are meant where the language does not say: those of the country named before the amount
/// ("Dalla Norvegia arrivano 4,2 milioni di corone"). Rare, so CLDR's names are fetched when they are needed.
struct CrownCountry {
    let reading: Reading

    func apply(_ found: inout [ValueReader.Found]) {
        var names: [(stem: [UInt8], code: String)]?
        for k in found.indices {
            guard case .money(let money) = found[k].mention.value, money.currency == "kr" else { continue }
            let known = names ?? Self.names(reading.language)
            names = known
            guard let code = country(before: found[k].tokens.lowerBound, known) else { continue }
            found[k].mention.value = .money(Money(amount: money.amount, currency: code))
        }
    }

    private func country(before i: Int, _ names: [(stem: [UInt8], code: String)]) -> String? {
        for k in stride(from: i - 1, through: max(reading.range.lowerBound, i - 40), by: -1) {
            for match in reading.at(k) where match.meaning == .namePlace && match.end <= i {
                if let code = reading.language.crown(ofCountry: String(reading.entry(match).key.prefix(2))) {
                    return code
                }
            }
            guard reading.tokens[k].isCapitalized else { continue }
            let word = reading.tokens.folded(k)
            if let name = names.first(where: { word.starts(with: $0.stem) }) { return name.code }
        }
        return nil
    }

    /// Names of one word without their last letters, so that cases are found too.
    private static func names(_ language: Language) -> [(stem: [UInt8], code: String)] {
        LocaleTable.territories(in: language.tag == "und" ? "en" : language.tag).compactMap { row in
            guard let code = language.crown(ofCountry: String(row.key)), !row.form.utf8.contains(0x20) else {
                return nil
            }
            let name = Array(Folding.fold(String(row.form)).utf8)
            return name.count >= 5 ? (Array(name.dropLast(name.count > 6 ? 2 : 1)), code) : nil
        }
    }
}
