internal import SeosLanguages
internal import SeosText

/// Bodies that a row of the packs spells out, where a head noun would read less of them, or more: "King's College
/// London", "Slow Food Italia", "Sametinget og Hamar kommune".
extension OrganizationReader {
    /// A known body of several words, and what its name goes on with, unless a head noun reads a longer name there.
    func wholeBody(at i: Int, _ blocked: TokenSet) -> Found? {
        guard let match = reading.first(.nameBody, at: i), match.length > 1, var body = body(at: i, blocked),
            body.rule == "org.body", !readsMore(than: match, blocked)
        else { return nil }
        body.tokens = withLegalForm(withPlace(body.tokens, blocked), blocked)
        return body
    }

    /// Whether a head noun inside the row or among the capitals behind it ("Slow Food *Youth Network*") gives a longer name.
    private func readsMore(than match: Lexicon.Match, _ blocked: TokenSet) -> Bool {
        let r = reading
        var j = match.start
        while j < match.end + 3,
            j < match.end || r.kind(j) == .word && !r.breaks(before: j) && r.first(.and, at: j) == nil
        {
            if r.first(.orgHead, at: j) != nil, let name = byHead(at: j, blocked)?.tokens,
                name.lowerBound <= match.start, name.upperBound >= match.end, name.count > match.length,
                !joins(name, behind: match)
            {
                return true
            }
            j += 1
        }
        return false
    }

    /// "Eesti Post ja Tartu Ülikool": the row is followed by the word for and, and a longer row does not hold it.
    private func joins(_ name: Range<Int>, behind match: Lexicon.Match) -> Bool {
        name.upperBound > match.end && reading.first(.and, at: match.end) != nil
    }

    /// "AJOFM *Dolj*", "WWF *Magyarország*": a place right behind the name of a body, in its base form.
    func withPlace(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        let r = reading
        let end = tokens.upperBound
        guard r.isCapital(end), !r.breaks(before: end), !r.glued(end), !blocked.contains(end),
            r.isCapital(tokens.upperBound - 1),
            !r.language.headLast || r.language.headFirst || r.tokens[end - 1].isAllCaps,
            let hit = r.place(at: end, before: r.range.upperBound, in: gazetteer), hit.isBaseForm,
            !blocked.intersects(hit.tokens), !isSeat(end)
        else { return tokens }
        let next = hit.tokens.upperBound
        let goesOn =
            r.sameLine(next) && (r.first(.orgHead, at: next) != nil || r.kind(next) == .word && r.isCapital(next))
        return goesOn ? tokens : tokens.lowerBound..<next
    }

    /// Whether the tokens from `start` to `end` are a body that a row of the packs spells out.
    func isKnownBody(_ start: Int, _ end: Int) -> Bool {
        reading.isCapital(start) && reading.first(.nameBody, at: start)?.end == end
    }

    /// "Sametinget *og* Hamar kommune", "Graanul Invest *ja* Tartu Ülikool": the word for and at `i`, read backwards from a
    /// head noun, stands behind another name.
    func endsAnother(and i: Int) -> Bool {
        let r = reading
        guard r.first(.and, at: i) != nil, !r.breaks(before: i) else { return false }
        let last = i - 1
        if let body = r.last(.nameBody, endingAt: i), isKnownBody(body.start, i) { return true }
        if let form = r.last(.orgLegal, endingAt: i), r.isCapital(form.start) || isSmallForm(form) { return true }
        // A part of a name that shares its head noun stands in the genitive.
        return r.language.closesAtAnd && r.kind(last) == .word && r.isCapital(last)
            && r.kind(last - 1) == .word && r.isCapital(last - 1) && !r.breaks(before: last)
            && !hasEnding(last, r.language.complementEndings) && !hasEnding(last, r.language.adjectiveEndings)
    }

    /// "Staatsbosbeheer *en* …", "EPFL *et le* …": a known body whose name is the whole one ends before the word for and
    /// that a name follows.
    func closesBody(_ head: Range<Int>, _ and: Int) -> Bool {
        guard let joint = reading.first(.and, at: and), isKnownBody(head.lowerBound, and) else { return false }
        let next = reading.skipsArticle(joint.end)
        return reading.kind(next) == .word && (reading.isCapital(next) || reading.first(.orgHead, at: next) != nil)
    }
}
