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

    /// "soud v Haarlemu", "firma z Dublina": a common noun and where it is, which a text on anything else names nobody by.
    func isNounAtPlace(_ tokens: Range<Int>) -> Bool {
        guard tokens.count >= 3, let before = reading.first(.placeBefore, at: tokens.lowerBound + 1),
            before.end < tokens.upperBound
        else { return false }
        return (tokens.lowerBound..<before.end).allSatisfy { reading.isSmall($0) } && reading.isCapital(before.end)
    }

    /// Whether a capital at the beginning of a sentence is enough for a town: one with names in many languages, by the name
    /// that the page's language or its own has for it, or by one like it ("Moskva", "Warszawa").
    func isWellKnown(_ place: Place, _ i: Int) -> Bool {
        let folded = reading.tokens.folded(i)
        guard place.names >= 6, folded.count >= 5, !reading.goesOnAsName(i + 1),
            let shown = gazetteer.name(of: place.code, in: reading.language.tag)
        else { return false }
        let name = Folding.fold(shown).utf8
        if name.elementsEqual(folded) { return true }
        guard place.names >= 15, let first = name.first, let own = folded.first else { return false }
        return first == own || (first < 0x80) != (own < 0x80)
    }

    /// "Landkreis Emsland | Meppen | Federführung": a name that fills a cell of a table or a column of plain text.
    func isCell(_ tokens: Range<Int>) -> Bool {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        guard start == reading.range.lowerBound || reading.breaks(before: start),
            !reading.at(start).contains(where: { $0.meaning.isLabel })
        else { return false }
        // The country may follow in brackets: "Jaca (ES)".
        let close =
            reading.ascii(end) == UInt8(ascii: "(") && reading.ascii(end + 2) == UInt8(ascii: ")") ? end + 3 : end
        let isLast = close == reading.range.upperBound
        guard isLast || reading.breaks(before: close) else { return false }
        return start > reading.range.lowerBound && reading.sameLine(start) || !isLast && reading.sameLine(close)
    }

    /// "Suomussalmi rahoitti", at the beginning of a sentence: a long name of a town in a country of the page's language,
    /// which is no word that the packs know.
    func isSureName(_ hit: Gazetteer.Hit, _ place: Place) -> Bool {
        let i = hit.tokens.lowerBound
        guard hit.isBaseForm, let country = place.country, !reading.language.capitalizesNouns,
            LanguageCountries.isOfficial(reading.language.tag, in: country), !reading.knows(i),
            !reading.goesOnAsName(hit.tokens.upperBound)
        else { return false }
        return reading.tokens.string(i).unicodeScalars.count >= (place.isSmall ? 8 : 6)
    }

    /// "Narvas avati …", "Tampereelta tuli …", at the beginning of a sentence: a town in a country of the page's language, in a
    /// case that says where it is or from where, which is no word that the packs know.
    func isSureCase(_ hit: Gazetteer.Hit, _ place: Place) -> Bool {
        let i = hit.tokens.lowerBound
        guard !hit.isBaseForm,
            reading.whereEnding(i, isKnown: true) != nil
                || reading.hasEnding(i, reading.language.originEndings), let country = place.country, !reading.knows(i),
            !reading.goesOnAsName(hit.tokens.upperBound)
        else { return false }
        let isOwn = LanguageCountries.isOfficial(reading.language.tag, in: country)
        return reading.tokens.string(i).unicodeScalars.count >= (isOwn && !place.isSmall ? 5 : isOwn ? 7 : 8)
    }

    /// A word for a month, a body or a programme, though a town is called so: "May", "Grad". A town's name that only ends as
    /// a noun for bodies does is no such word: "Frederikshavn".
    func isCommonNoun(_ i: Int, isBaseForm: Bool) -> Bool {
        reading.at(i).contains { match in
            switch match.meaning {
            case .month, .weekday, .programme, .funder, .contact: true
            case .orgHead: !isBaseForm || match.length > 1 || !reading.entry(match).form.hasPrefix("*")
            default: false
            }
        }
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

    /// "Nieuw-Schoonebeek", "Kerkrade-West", "Mortagne-du-Nord": the whole name that a hyphen makes of a known place and
    /// a capital that is none; two known places are a line between them.
    func dashed(_ tokens: Range<Int>, _ busy: TokenSet, after last: Int) -> Range<Int>? {
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        if last != start - 1, let part = part(behind: start), !busy.intersects(part..<start),
            !reading.isPlaceNoun(.side, at: part)
        {
            start = part
        }
        if let part = part(before: end), !busy.intersects(end..<part) { end = part }
        return start..<end == tokens ? nil : start..<end
    }

    /// Where the part of a name begins that a hyphen joins to the place at `start`.
    private func part(behind start: Int) -> Int? {
        guard isHyphen(start - 1) else { return nil }
        let before = start - 2
        if isPartOfName(before) { return before }
        // "Mortagne-du-Nord"
        guard reading.isSmall(before), isHyphen(before - 1),
            reading.first(.of, at: before) != nil || reading.first(.orgInside, at: before) != nil,
            isPartOfName(before - 2)
        else { return nil }
        return before - 2
    }

    /// Where the part of a name ends that a hyphen joins to the place before `end`.
    private func part(before end: Int) -> Int? {
        guard isHyphen(end), isPartOfName(end + 1) else { return nil }
        // German makes words of any two nouns: only those for places make a place.
        if reading.language.capitalizesNouns, !reading.isPlaceNoun(.last, at: end + 1) { return nil }
        return end + 2
    }

    /// A capital that no list knows, and no word for a body or a project.
    private func isPartOfName(_ i: Int) -> Bool {
        guard reading.isCapital(i), !reading.tokens[i].isAllCaps, reading.tokens.folded(i).count >= 3 else {
            return false
        }
        if reading.place(at: i, before: i + 1, in: gazetteer) != nil, !reading.isPlaceNoun(.side, at: i) {
            return false
        }
        return !reading.at(i).contains { match in
            switch match.meaning {
            case .namePlace, .nameProgramme, .nameOrganization, .nameBody, .orgHead, .orgLegal, .project, .programme:
                true
            default: false
            }
        }
    }

    /// A hyphen glued to both sides; a longer dash stands between two places.
    private func isHyphen(_ i: Int) -> Bool {
        guard reading.isDash(i), reading.glued(i), reading.glued(i + 1) else { return false }
        let c = reading.tokens.text[Int(reading.tokens[i].start)]
        return c == UInt8(ascii: "-")
    }

    /// "РИМ", "MAR": up to four capitals in a line of other letters stand for a body.
    func isAcronym(_ i: Int) -> Bool {
        let tokens = reading.tokens
        guard tokens[i].isAllCaps, tokens.string(i).unicodeScalars.count <= 4 else { return false }
        return reading.range.contains { $0 != i && reading.kind($0) == .word && !tokens[$0].isAllCaps }
    }
}
