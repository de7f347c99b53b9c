internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names by a head noun, in the word order of the language.
extension OrganizationReader {
    func byHead(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = reading.first(.orgHead, at: i),
            !blocked.intersects(match.start..<match.end)
        else { return nil }
        // "die Vereinigten Staaten": a place of two words that begins like a body.
        if let place = reading.first(.namePlace, at: i), place.length > 1, reading.entry(place).key.count == 2 {
            return nil
        }
        let key = HeadKey(reading.entry(match).key)
        let head = match.start..<match.end
        if let named = introduced(by: head, kind: key.kind, blocked) { return named }
        let isForeign = reading.entry(match).language != reading.language.tag
        // Where every noun has a capital, a head noun of another language has one too ("lag", "Grad die Grenzen").
        if isForeign, reading.language.capitalizesNouns,
            !reading.tokens[i].isCapitalized || !key.isLast && !reading.isCapital(head.upperBound)
        {
            return nil
        }
        var best: Range<Int>?
        if isForeign ? key.isLast : reading.language.headLast {
            best = left(of: head, blocked, genitives: isPureHeadLast && !isForeign)
        }
        if isForeign ? key.isFirst : reading.language.headFirst {
            if let right = right(of: head, blocked), right.count > (best?.count ?? 0) {
                best = join(left: best, right: right)
            }
            if let found = best, !isForeign || key.isLast {
                best = adjectives(before: found.lowerBound, blocked)..<found.upperBound
            }
        }
        let kind = key.kind
        guard var tokens = best, tokens.count > head.count || isProper(head) else { return nil }
        tokens = trimmed(withoutOrigin(tokens))
        guard tokens.count >= 2 || isCompound(tokens), tokens.count <= 16, hasCapital(tokens),
            !isOpeningPhrase(tokens, head)
        else { return nil }
        tokens = withLegalForm(withDepartment(tokens, blocked), blocked)
        return Found(tokens: tokens, kind: kind, key: nil, rule: "org.head", isFixed: false)
    }

    /// Languages whose names are chains of genitives before the head: Estonian, Finnish, Latvian, Lithuanian.
    var isPureHeadLast: Bool { reading.language.headLast && !reading.language.headFirst }

    /// Capitalised words right before a head that stands first: "Regionalny Ośrodek", "Mestna občina".
    func adjectives(before start: Int, _ blocked: TokenSet) -> Int {
        var first = start
        while start - first < 3, first - 1 >= reading.range.lowerBound, !blocked.contains(first - 1),
            !reading.breaks(before: first),
            reading.kind(first - 1) == .word, reading.tokens[first - 1].isCapitalized, !isPlainOpening(first - 1),
            !isCue(first - 1), !isAmount(first - 1), !isCountry(first - 1),
            reading.first(.namePlace, at: first - 1) == nil || !startsSentence(first - 1)
        {
            if startsSentence(first - 1), reading.language.headLast { break }
            first -= 1
        }
        return first
    }

    /// "Kofinanzierung Kanton Basel-Stadt": what the money is called is no part of who gives it.
    func isAmount(_ i: Int) -> Bool { reading.at(i).contains { $0.meaning.isAmountLabel } }

    /// A sentence that merely begins with a capital: "Regionale Behörden", "Eesmärk on aidata võrgustiku".
    func isOpeningPhrase(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        guard let first = tokens.first, startsSentence(first), first != head.lowerBound else { return false }
        if reading.tokens[first].isAllCaps || reading.tokens[first].hasInnerCapital || isPlace(first) { return false }
        let next = first + 1
        if tokens.contains(next), reading.kind(next) == .word, !reading.tokens[next].isCapitalized,
            reading.first(.orgInside, at: next) == nil
        {
            return true
        }
        return tokens.count == 2
            && (!reading.tokens[head.lowerBound].isCapitalized || reading.language.capitalizesNouns)
    }

    /// A country by its own name ("frå Spania Provinsen Burgos"), which no name of a body begins with.
    func isCountry(_ i: Int) -> Bool {
        guard let hit = gazetteer.hits(at: i, in: reading.tokens, limit: i + 1, language: reading.language) else {
            return false
        }
        return hit.isBaseForm && hit.places.first?.level == 0 && reading.first(.namePlace, at: i) == nil
            && reading.last(.placeBefore, endingAt: i) != nil
    }

    func isPlace(_ i: Int) -> Bool {
        reading.first(.namePlace, at: i) != nil
            || gazetteer.hits(
                at: i, in: reading.tokens, limit: min(i + 1, reading.range.upperBound), language: reading.language)
                != nil
    }

    /// "… linnavalitsuse innovatsiooni ja majanduse osakond": a department named with its body, in the genitive.
    func withDepartment(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        guard isPureHeadLast else { return tokens }
        var j = tokens.upperBound
        while j < reading.range.upperBound, j - tokens.upperBound < 7, !blocked.contains(j), reading.kind(j) == .word,
            !reading.breaks(before: j)
        {
            if let match = reading.first(.orgDepartment, at: j) { return tokens.lowerBound..<match.end }
            if isCue(j) { break }
            j += 1
        }
        return tokens
    }

    func join(left: Range<Int>?, right: Range<Int>) -> Range<Int> {
        guard let left else { return right }
        return min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    func isProper(_ head: Range<Int>) -> Bool { head.contains { reading.tokens[$0].isCapitalized } }

    /// A single word that is a name by itself: a capitalised compound inside a sentence ("Maaülikool").
    func isCompound(_ tokens: Range<Int>) -> Bool {
        guard let i = tokens.first, let match = reading.first(.orgHead, at: i) else { return false }
        return reading.entry(match).form.hasPrefix("*") && reading.tokens[i].isCapitalized && !startsSentence(i)
            && !reading.language.capitalizesNouns
    }

    func hasCapital(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in reading.tokens[i].isCapitalized && (!startsSentence(i) || tokens.count > 1) }
    }
}
