internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where behind a name another begins: at the word for and, at an article, behind a place.
extension OrganizationReader {
    /// "Museum Sønderjylland og SEGES …", "… des Hautes-Alpes et Coldiretti Cuneo", "… zu Kiel e de Itália a …": behind the
    /// word for and stands a body that has no head noun: letters, a name behind a name that ended in its place, or
    /// somebody of another country.
    func opensUnknown(_ i: Int, behind head: Range<Int>) -> Bool {
        guard let and = reading.first(.and, at: i), !reading.breaks(before: and.end) else { return false }
        let next = and.end
        // "Lesy České republiky a Povodí Vltavy": the name of the state closes a name.
        if reading.isCapital(next), let state = reading.last(.namePlace, endingAt: i), state.length > 1,
            reading.entry(state).key.count == 2
        {
            return true
        }
        if reading.isSmall(next), reading.isCapital(next + 1), !reading.breaks(before: next + 1),
            isCountryName(next + 1)
        {
            return true
        }
        // "… del Ticino *e del* Lago Maggiore", "… do Mar *e das* Pescas"
        if repeatsOwner(next, behind: head, and: i) { return false }
        // "… des Hautes-Alpes et le Consortium forestier": behind its place a name goes on with no article.
        if reading.isSmall(next), endsPlace(i), !reading.language.headLast, !reading.language.verbFirst,
            let article = reading.first(.of, at: next) ?? reading.first(.orgInside, at: next), article.length == 1,
            reading.isCapital(article.end), !reading.breaks(before: article.end), !isPlace(article.end)
        {
            return true
        }
        guard reading.kind(next) == .word, reading.isCapital(next) else { return false }
        // "et le" may be one row of the pack.
        if and.length > 1, endsPlace(i), !reading.language.headLast, !reading.language.verbFirst, !isPlace(next),
            !isMinistry(head)
        {
            return true
        }
        if reading.tokens[next].isAllCaps, reading.tokens.folded(next).count >= 3 { return true }
        return reading.isCapital(next + 1) && !reading.breaks(before: next + 1) && isPlace(i - 1) && !isPlace(next)
            && reading.language.tag != "en"
    }

    /// "Studieförbundet Vuxenskolan *och* Kommunal Mitt": the word for and behind a compound that is a body by itself.
    private func isBehindCompound(_ i: Int, _ head: Range<Int>) -> Bool {
        guard i > head.upperBound, let and = reading.first(.and, at: i), !reading.language.capitalizesNouns else {
            return false
        }
        return isCompound((i - 1)..<i) && reading.isCapital(and.end) && !reading.breaks(before: and.end)
    }

    /// Whether the word for of at `next` stood in the name before, or another with its article did: a second owner.
    private func repeatsOwner(_ next: Int, behind head: Range<Int>, and: Int) -> Bool {
        let r = reading
        guard r.isSmall(next), isOf(next), r.isCapital(next + 1), !r.breaks(before: next + 1), head.upperBound < and
        else {
            return false
        }
        return (head.upperBound..<and).contains { i in
            r.isSmall(i)
                && (r.tokens[i].hash == r.tokens[next].hash
                    || isOf(i) && r.first(.of, at: i) == nil && r.first(.of, at: next) == nil)
        }
    }

    /// "de", "do", "das", "del": words for of, with or without an article.
    private func isOf(_ i: Int) -> Bool {
        reading.first(.of, at: i) != nil
            || reading.tokens.folded(i).first == UInt8(ascii: "d") && reading.first(.orgInside, at: i) != nil
    }

    /// "Hautes-Alpes": a place whose parts hyphens join ends before token `end`.
    func endsPlace(_ end: Int) -> Bool {
        var start = end - 1
        while reading.isDash(start - 1), reading.glued(start), reading.glued(start - 1) { start -= 2 }
        return isPlace(end - 1)
            || reading.place(at: start, before: end, in: gazetteer).map { $0.tokens.upperBound == end } ?? false
    }

    /// "Cork City Council", "Forststyrelsen", "Matís": a head that ends a name or is one.
    func isWhole(_ head: Range<Int>) -> Bool {
        var before = head.lowerBound - 1
        if reading.ascii(before) == UInt8(ascii: "'") { before -= 1 }
        return isCompound(head)
            || reading.kind(before) == .word && reading.isCapital(before) && !reading.breaks(before: head.lowerBound)
            || reading.first(.nameBody, at: head.lowerBound)?.end == head.upperBound
    }

    /// "Stowarzyszenie X w Lublinie i …": behind its seat a name does not go on with the word for and.
    func endsInPlace(_ head: Range<Int>, _ and: Int) -> Bool {
        and - head.upperBound >= 2 && reading.isCapital(and - 1) && isPlace(and - 1)
            && reading.last(.placeBefore, endingAt: and - 1) != nil
    }

    /// "biedrība „Lauku ceļotājs” *un* …", "Ollscoil Oulu na Fionlainne *agus* …": behind its quotation marks, or behind the
    /// country it is from, a name does not go on with the word for and.
    func endsBefore(and i: Int) -> Bool {
        guard let and = reading.first(.and, at: i), reading.isCapital(and.end), !reading.breaks(before: and.end) else {
            return false
        }
        if reading.ascii(i - 1) == UInt8(ascii: "\"") { return true }
        guard reading.isCapital(i - 1), isSmallWord(i - 2), let place = reading.first(.namePlace, at: i - 1),
            place.length == 1
        else { return false }
        let code = reading.entry(place).key
        return code.count == 2 && !LanguageCountries.isOfficial(reading.language.tag, in: code)
    }

    /// "Lolland Kommune og Celf", "der Gemeinde Ruggell die Gemeinde Sennwald": behind a name that is whole the word for
    /// and, or an article, opens something else.
    func opensNext(_ i: Int, _ head: Range<Int>) -> Bool {
        if isNextTerritory(i, head) || isBehindCompound(i, head) { return true }
        if i == head.upperBound {
            return reading.language.headLast && isWhole(head) && reading.first(.and, at: i) != nil
                || opensWithArticle(i, head)
        }
        return reading.language.capitalizesNouns && isPlace(i - 1)
            && reading.first(.orgInside, at: i).map { reading.entry($0).key == "article" } ?? false
    }

    /// "okres Cham a Furth im Wald": the word for and ends the name of a county or a municipality, unless it stands inside
    /// the name of a known place ("fylket Møre og Romsdal").
    func isNextTerritory(_ i: Int, _ head: Range<Int>) -> Bool {
        guard i > head.upperBound, reading.first(.and, at: i) != nil,
            let match = reading.first(.orgHead, at: head.lowerBound), HeadKey(reading.entry(match).key).isArea
        else { return false }
        let place = reading.place(at: i - 1, before: reading.range.upperBound, in: gazetteer)
        return place.map { $0.tokens.upperBound <= i + 1 } ?? true
    }

    /// "brings on board the Technical University", "neben der Stadt die Provinz Limburg": behind a head noun that is no name
    /// by itself an article opens another body.
    func opensWithArticle(_ i: Int, _ head: Range<Int>) -> Bool {
        guard reading.isSmall(i), let article = reading.first(.orgInside, at: i),
            reading.entry(article).key.hasPrefix("article"),
            reading.isSmall(head.lowerBound) || reading.language.capitalizesNouns
        else { return false }
        var j = article.end
        while j - article.end < 3, reading.isCapital(j), !reading.breaks(before: j) {
            if reading.first(.orgHead, at: j) != nil { return true }
            j += 1
        }
        return false
    }

    /// "mit der Hochschule Nord und mit dem Verein", "le hInstitiúid … agus le Fóram …": behind the word for and stands the
    /// word that stood before the name, so another name follows.
    func repeatsPreposition(of head: Range<Int>, at i: Int) -> Bool {
        guard let and = reading.first(.and, at: i) else { return false }
        // "agus le" is one row of the pack.
        let preposition = and.length > 1 ? and.end - 1 : and.end
        guard reading.isSmall(preposition), !reading.breaks(before: preposition) else { return false }
        return (1...2).contains { back in
            let before = head.lowerBound - back
            return before >= reading.range.lowerBound && reading.isSmall(before)
                && reading.tokens[before].hash == reading.tokens[preposition].hash
        }
    }

    /// "Zadruga Tolmin *z Občino* Kobarid": behind the word for with stands another body.
    func bringsAnother(_ i: Int) -> Bool {
        guard let match = reading.first(.orgInside, at: i), reading.entry(match).key == "with" else { return false }
        return reading.isCapital(match.end) && !reading.breaks(before: match.end)
            && reading.at(match.end).contains { [.orgHead, .orgLegal, .nameBody].contains($0.meaning) }
    }
}
