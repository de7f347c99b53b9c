internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The forms in which a page names one programme: "Interreg", "Interreg Slowenien–Österreich", "Interreg VI-A
/// Slowenien–Österreich 2021–2027".
extension FactReader {
    /// The fullest name of the one strand of Interreg that a page speaks of; nil where it speaks of several, or of none.
    func onlyStrand() -> Int? {
        var best: (mention: Int, score: Int)?
        var code: String?
        for view in views {
            for (k, name) in view.names.enumerated() where name.mention.kind == .programme {
                guard let own = name.mention.code, own.hasPrefix(Self.strandPrefix) else { continue }
                if let code, code != own { return nil }
                code = own
                let score = specificity(name)
                if best.map({ $0.score < score }) ?? true { best = (nameMentions[view.index][k], score) }
            }
        }
        return best?.mention
    }

    /// "Interreg", "Interreg-programmet": a mention that names no strand, numeral or period.
    static func isBare(_ mention: Mention) -> Bool {
        mention.code == "interreg" && years(in: mention.quote).isEmpty
            && mention.quote.split(separator: " ").filter { $0.first?.isUppercase ?? false }.count == 1
    }

    /// Programmes of projects learn the other names that the page gives the same strand, unless periods or numerals tell that
    /// they are two ("Interreg V-A", "Interreg VI-A").
    mutating func joinForms() {
        let claimed = builder.claims.filter { $0.property == .programme }.compactMap(\.object)
        let codes = Set(claimed.compactMap { builder.entity($0).code }.filter { $0.hasPrefix(Self.strandPrefix) })
        guard !codes.isEmpty else { return }
        var quotes: [String: [String]] = [:]
        for view in views {
            for name in view.names where name.mention.kind == .programme {
                guard let code = name.mention.code, codes.contains(code) else { continue }
                quotes[code, default: []].append(name.mention.quote)
                if name.mention.name != name.mention.quote { quotes[code, default: []].append(name.mention.name) }
            }
        }
        for entity in Set(claimed).sorted() {
            guard let code = builder.entity(entity).code, let forms = quotes[code], forms.count > 1,
                Set(forms.map { Self.years(in: $0) }.filter { !$0.isEmpty }).count <= 1,
                Set(forms.compactMap(Self.numeral)).count <= 1
            else { continue }
            for form in forms { builder.addAlias(form, to: entity) }
        }
    }

    private static let strandPrefix = "interreg-"

    /// "VI" of "Interreg VI-A": the letters of a Roman numeral that stand as a word.
    static func numeral(_ text: String) -> String? {
        for word in text.utf8.split(whereSeparator: { !(65...90 ~= $0 || 97...122 ~= $0 || $0 >= 0x80) })
        where word.allSatisfy({ $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") }) {
            return String(word)
        }
        return nil
    }
}
