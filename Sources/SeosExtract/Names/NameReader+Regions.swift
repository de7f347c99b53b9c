internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The noun for a region that stands beside its name.
extension NameReader {
    /// "Košickom kraji", "Bauskas novadā", "județelor Arad", "provincia de Burgos": the noun belongs to the name, in
    /// small letters before or behind it.
    func withRegionNoun(_ tokens: Range<Int>) -> Range<Int> {
        let r = reading
        let next = tokens.upperBound
        if r.sameLine(next), isSmall(next), let noun = r.first(.regionNoun, at: next) ?? area(at: next) {
            return tokens.lowerBound..<noun.end
        }
        guard r.sameLine(tokens.lowerBound) else { return tokens }
        if let noun = r.last(.regionNoun, endingAt: tokens.lowerBound), isNoun(noun.start) {
            return noun.start..<tokens.upperBound
        }
        // "Kreis Nordfriesland", "distrito de Portalegre", "departamento del Gers"
        let of = r.last(.of, endingAt: tokens.lowerBound)?.start ?? tokens.lowerBound
        for start in max(r.range.lowerBound, of - 2)..<max(r.range.lowerBound, of) {
            guard let noun = area(at: start), noun.end == of || noun.end == tokens.lowerBound, isNoun(start),
                r.sameLine(of)
            else { continue }
            return start..<tokens.upperBound
        }
        return tokens
    }

    /// A noun for a territory: a county, a canton, a municipality.
    private func area(at i: Int) -> Lexicon.Match? {
        reading.at(i).first {
            $0.meaning == .orgHead && reading.entry($0).language == reading.language.tag
                && OrganizationReader.HeadKey(reading.entry($0).key).isArea
        }
    }

    private func isNoun(_ i: Int) -> Bool { isSmall(i) || reading.language.capitalizesNouns }

    private func isSmall(_ i: Int) -> Bool { reading.kind(i) == .word && !reading.tokens[i].isCapitalized }
}
