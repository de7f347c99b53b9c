internal import SeosLanguages
internal import SeosText

/// The noun for a region that stands beside its name.
extension Reading {
    /// "Košickom kraji", "Bauskas novadā", "județelor Arad", "provincia de Burgos": the noun belongs to the name, in
    /// small letters before or behind it.
    func withRegionNoun(_ tokens: Range<Int>) -> Range<Int> {
        let r = self
        let next = tokens.upperBound
        if r.sameLine(next), isSmall(next), let noun = r.first(.regionNoun, at: next) ?? area(at: next) {
            return tokens.lowerBound..<noun.end
        }
        // "Podkarpackie-héraði"
        if r.isDash(next), r.glued(next), r.glued(next + 1), isSmall(next + 1),
            let noun = r.first(.regionNoun, at: next + 1) ?? area(at: next + 1)
        {
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

    /// "South Fermanagh", "norra Ösel", "Dél-Burgenland", "Liguria orientale": the word for a part of a place belongs to
    /// its name, before or behind it.
    func withSide(_ tokens: Range<Int>) -> Range<Int> {
        let r = self
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        if r.isDash(start - 1), r.glued(start), r.glued(start - 1), r.isPlaceNoun(.side, at: start - 2) {
            return (start - 2)..<end
        }
        if r.sameLine(start), !r.glued(start), r.isPlaceNoun(.side, at: start - 1),
            r.isSmall(start - 1) || !r.startsSentence(start - 1) || r.language.capitalizesNouns
                || r.language.tag == "en"
        {
            return (start - 1)..<end
        }
        if r.sameLine(end), !r.glued(end), r.language.headFirst, r.isPlaceNoun(.side, at: end), isWrittenAsRow(end),
            !r.isCapital(end + 1) || !r.sameLine(end + 1)
        {
            return start..<(end + 1)
        }
        return tokens
    }

    /// "le Val Pellice est né": the word for the east that the pack writes with a capital is another one without it.
    private func isWrittenAsRow(_ i: Int) -> Bool {
        isCapital(i)
            || at(i).contains {
                $0.meaning == .placeNoun && entry($0).key == PlaceWord.Noun.side.rawValue
                    && entry($0).form.unicodeScalars.first?.properties.isUppercase == false
            }
    }

    /// A noun for a territory: a county, a canton, a municipality.
    func area(at i: Int) -> Lexicon.Match? {
        at(i).first {
            $0.meaning == .orgHead && entry($0).language == language.tag
                && OrganizationReader.HeadKey(entry($0).key).isArea
        }
    }

    private func isNoun(_ i: Int) -> Bool { isSmall(i) || language.capitalizesNouns }
}
