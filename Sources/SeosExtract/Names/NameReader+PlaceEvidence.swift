internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What makes a word the name of a place, besides that a list has it.
extension NameReader {
    /// "kraj preszowski", "okręg kłajpedzki": a region whose whole name the pack writes in small letters.
    func smallPlace(at i: Int, _ busy: TokenSet) -> Found? {
        guard reading.knows(i), let match = reading.first(.namePlace, at: i), match.length > 1,
            !busy.intersects(match.start..<match.end), reading.sameLine(match.end - 1),
            (match.start..<match.end).allSatisfy({ reading.isSmall($0) })
        else { return nil }
        let entry = reading.entry(match)
        guard entry.language == reading.language.tag, entry.key.utf8.count > 2, !entry.key.hasPrefix("x-"),
            entry.form.unicodeScalars.first?.properties.isLowercase == true
        else { return nil }
        return found(
            place: match.start..<match.end, code: entry.key, country: country(of: entry.key), rule: "place.pack",
            confidence: 0.85)
    }

    /// "Leibnitz, am 5. Juni 2024", "RICCIA – …", "LYSEKIL. …": the town that a report begins with.
    func isDateline(_ hit: Gazetteer.Hit) -> Bool {
        let i = hit.tokens.lowerBound
        let end = hit.tokens.upperBound
        guard hit.isBaseForm, i == reading.range.lowerBound || reading.tokens[i].newlineBefore, reading.sameLine(end)
        else { return false }
        let next = reading.ascii(end)
        if next == UInt8(ascii: ",") {
            return taken.contains { $0.lowerBound > end && $0.lowerBound <= end + 3 && $0.count > 1 }
        }
        if reading.isDash(end) { return !reading.glued(end) && reading.sameLine(end + 1) }
        return reading.tokens[i].isAllCaps && reading.sameLine(end + 1) && "./".utf8.contains(next)
    }

    /// Whether a capital at the beginning of a sentence is enough for a town: one with names in many languages, by the name
    /// that the page's language or its own has for it, or by one like it ("Moskva", "Warszawa").
    func isWellKnown(_ place: Place, _ i: Int) -> Bool {
        let folded = reading.tokens.folded(i)
        guard place.names >= 6, folded.count >= 5, let shown = gazetteer.name(of: place.code, in: reading.language.tag)
        else { return false }
        let name = Folding.fold(shown).utf8
        return name.elementsEqual(folded) || place.names >= 15 && name.first == folded.first
    }

    /// Whether something besides its letters says that a small town is meant: a preposition of place, a bracket, a place
    /// in the same list, the case ending of a place, or that its country writes in the language of the page.
    func isToldAsPlace(_ hit: Gazetteer.Hit, _ place: Place, after last: Int) -> Bool {
        let i = hit.tokens.lowerBound
        if reading.last(.placeBefore, endingAt: i) != nil { return true }
        if let country = place.country, LanguageCountries.isOfficial(reading.language.tag, in: country) {
            return !reading.language.capitalizesNouns
        }
        let before = reading.ascii(i - 1)
        if before == UInt8(ascii: "("),
            [UInt8(ascii: ")"), UInt8(ascii: ",")].contains(reading.ascii(hit.tokens.upperBound))
        {
            return true
        }
        return last == i - 1
            && (before == UInt8(ascii: ",") || before == UInt8(ascii: "-") || reading.first(.and, at: i - 1) != nil)
    }

    func neighbourIsName(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        if reading.kind(next) == .word, reading.tokens[next].isCapitalized, reading.sameLine(next),
            !reading.tokens[next].isAllCaps
        {
            return true
        }
        let before = tokens.lowerBound - 1
        return reading.kind(before) == .word && reading.range.contains(before) && reading.tokens[before].isCapitalized
            && !reading.startsSentence(before)
    }

    /// "v Ruskej Vôni", "w Polskiej Cerekwi": the adjective of a country with a capital, in a language that writes it small,
    /// begins the name of a village and is not the country.
    func nationInName(_ match: Lexicon.Match, _ busy: TokenSet) -> Range<Int>? {
        let i = match.start
        let language = reading.language
        guard match.length == 1, reading.entry(match).key.utf8.count == 2, !language.capitalizesNouns,
            !language.capitalizesNations, language.headFirst, !reading.startsSentence(i),
            !reading.tokens[i].isAllCaps
        else { return nil }
        let next = match.end
        guard reading.sameLine(next), !reading.glued(next), reading.kind(next) == .word, reading.isCapital(next),
            !reading.tokens[next].isAllCaps, !busy.contains(next), reading.first(.orgHead, at: next) == nil,
            reading.place(at: i, before: match.end, in: gazetteer) == nil
        else { return nil }
        return i..<(next + 1)
    }
}
