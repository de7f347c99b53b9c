internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names by a head noun, in the word order of the language.
extension OrganizationReader {
    func byHead(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = headNoun(at: i),
            !blocked.intersects(match.start..<match.end)
        else { return nil }
        // "die Vereinigten Staaten": a place of two words that begins like a body.
        if let place = reading.first(.namePlace, at: i), place.length > 1, reading.entry(place).key.count == 2 {
            return nil
        }
        let key = HeadKey(reading.entry(match).key)
        let head = match.start..<match.end
        if let named = introduced(by: head, key, blocked) { return named }
        let isForeign = reading.entry(match).language != reading.language.tag
        // Where every noun has a capital, a head noun of another language has one too ("lag", "Grad die Grenzen"), unless
        // it ends a name as its own language writes it ("Põlva vald", "Ignalinos rajono savivaldybė").
        if isForeign, reading.language.capitalizesNouns,
            reading.isCapital(i) ? !key.isLast && !reading.isCapital(head.upperBound) : !endsForeignName(head, key)
        {
            return nil
        }
        if opensOtherName(head) { return nil }
        var best: Range<Int>?
        if isForeign ? key.isLast : reading.language.headLast {
            best = left(of: head, blocked, genitives: isPureHeadLast && !isForeign)
        }
        if key.isFirst, isForeign || reading.language.headFirst {
            if let right = right(of: head, blocked, isForeign: isForeign),
                right.count > (best?.count ?? 0)
                    || right.count == best?.count && (!isPureHeadLast || isSmallWord(head.upperBound))
            {
                best = join(left: best, right: right)
            } else if let left = best, left.upperBound == head.upperBound, key.kind == .university,
                let seat = seat(behind: head.upperBound, blocked)
            {
                best = left.lowerBound..<seat
            }
            // "Norsk institutt for vannforskning" on a Swedish page.
            if !isForeign || !reading.language.fieldEndings.isEmpty && !key.isArea {
                best = withComplement(best, head, key, blocked)
            }
            if let found = best, !isForeign || key.isLast {
                best = adjectives(before: found.lowerBound, blocked)..<found.upperBound
            }
        }
        // "Partner er Plan- og miljøetaten"
        if best.map({ $0.count == head.count }) ?? true,
            let first = suspended(before: head.lowerBound, blocked), isProper(head) || !startsSentence(first)
        {
            best = first..<head.upperBound
        }
        // "Biebrzański Park Narodowy"
        if best == nil, !isForeign, reading.language.headFirst, !reading.language.headLast, isProper(head) {
            let start = adjectives(before: head.lowerBound, blocked)
            if start < head.lowerBound { best = start..<head.upperBound }
        }
        var kind = key.kind
        if isPureHeadLast, !isForeign, let found = best, found.upperBound >= head.upperBound {
            while let next = nextHead(behind: best?.upperBound ?? found.upperBound, found.lowerBound, blocked) {
                best = found.lowerBound..<next.end
                kind = HeadKey(reading.entry(next).key).kind
            }
        }
        guard var tokens = best, tokens.count > head.count || isProper(head) else { return nil }
        // "i Trøndelag": the name of a region that ends like one of a body.
        if tokens.count == 1, let place = reading.first(.namePlace, at: i), place.length == 1,
            reading.entry(place).key.utf8.count > 2
        {
            return nil
        }
        tokens = trimmed(withoutOrigin(tokens, kind))
        guard tokens.count >= 2 || isCompound(tokens), tokens.count <= 16,
            hasCapital(tokens) || tokens.count == 1 || isMinistry(head),
            !isOpeningPhrase(tokens, head)
        else { return nil }
        if leadsToOther(head, in: tokens, key) { return nil }
        if isPureHeadLast, tokens.count == 2, head.count == 1, head.upperBound == tokens.upperBound,
            reading.isSmall(head.lowerBound), isCountryName(tokens.lowerBound), key.kind != .university,
            !isLongCompound(head.lowerBound)
        {
            return nil
        }
        if key.isArea, tokens.upperBound == head.upperBound || !isPureHeadLast, isWhere(tokens, head) { return nil }
        // "v Zaječarskom okruhu"
        if !key.isArea, key.kind == .public, !isPureHeadLast, reading.first(.regionNoun, at: head.lowerBound) != nil,
            isBehindWhere(tokens) || reading.hasWhereClause(behind: tokens.upperBound)
        {
            return nil
        }
        tokens = withoutNationality(tokens, head, isForeign: isForeign)
        if isForeign, tokens.upperBound == head.upperBound { tokens = withEnglishCountry(tokens) }
        tokens = withLegalForm(withDepartment(withRegionNoun(tokens, blocked), blocked), blocked)
        tokens = withSeat(withoutArticle(withFirstParts(tokens, blocked)), key, blocked)
        if let number = ordinal(before: tokens.lowerBound, blocked) { tokens = number..<tokens.upperBound }
        return Found(
            tokens: tokens, kind: kind, key: nil, rule: "org.head", isFixed: false,
            isTerritory: key.isArea && isTerritory(tokens))
    }

    /// "Otto-Friedrich-Universität *Bamberg*": the town right behind a university with a name of its own in front.
    private func seat(behind end: Int, _ blocked: TokenSet) -> Int? {
        guard reading.isCapital(end), !reading.breaks(before: end), !blocked.contains(end),
            let hit = reading.place(at: end, before: reading.range.upperBound, in: gazetteer), hit.isBaseForm,
            let place = hit.places.first, place.level > 0, !blocked.intersects(hit.tokens),
            reading.first(.orgHead, at: hit.tokens.upperBound) == nil
        else { return nil }
        return hit.tokens.upperBound
    }

    /// Whether no noun of the name tells of an office: "Bauskas novads", but not "Bauskas novada dome".
    private func isTerritory(_ tokens: Range<Int>) -> Bool {
        tokens.allSatisfy { i in
            reading.first(.orgHead, at: i).map { HeadKey(reading.entry($0).key).isArea } ?? true
        }
    }

    /// "Lazdijų rajono savivaldybės administracija", "Tartu Universitātes Pērnavas koledža": the last head of a chain of
    /// genitives is the name's.
    private func nextHead(behind end: Int, _ start: Int, _ blocked: TokenSet) -> Lexicon.Match? {
        var i = end
        while i - end <= 1, reading.kind(i) == .word, !reading.breaks(before: i), !blocked.contains(i), i - start < 14 {
            if reading.isSmall(i), let next = reading.first(.orgHead, at: i) { return next }
            // "Tartu Ülikooli *Kliinikum*"
            if i == end, reading.isCapital(i), hasEnding(end - 1, reading.language.complementEndings),
                let next = reading.first(.orgHead, at: i), reading.entry(next).language == reading.language.tag
            {
                return next
            }
            guard reading.isCapital(i), hasEnding(end - 1, reading.language.complementEndings),
                hasEnding(i, reading.language.complementEndings)
            else { return nil }
            i += 1
        }
        return nil
    }

    /// "har museet Maramureș fylkesråd": behind a common noun in small letters stands a name that ends in a head noun of its
    /// own, in languages that put it there.
    private func opensOtherName(_ head: Range<Int>) -> Bool {
        guard reading.language.areasAreBodies, reading.language.headFirst, reading.isSmall(head.lowerBound),
            !reading.isCapital(head.lowerBound - 1)
        else { return false }
        var end = head.upperBound
        while end - head.upperBound < 3, reading.isCapital(end), !reading.breaks(before: end) { end += 1 }
        guard end > head.upperBound, reading.isSmall(end), !reading.breaks(before: end),
            let next = reading.first(.orgHead, at: end)
        else { return false }
        return reading.entry(next).language == reading.language.tag
    }

    /// The longest head noun at `i`, the language's own before the same word of another.
    private func headNoun(at i: Int) -> Lexicon.Match? {
        guard let first = reading.first(.orgHead, at: i) else { return nil }
        if reading.entry(first).language == reading.language.tag { return first }
        return reading.at(i).first {
            $0.meaning == .orgHead && $0.length == first.length && reading.entry($0).language == reading.language.tag
        } ?? first
    }

    /// A word in small letters that only another language knows, behind a capital that no article or preposition opens.
    private func endsForeignName(_ head: Range<Int>, _ key: HeadKey) -> Bool {
        guard key.isLast, !key.isFirst,
            !reading.at(head.lowerBound).contains(where: { reading.entry($0).language == reading.language.tag })
        else { return false }
        let before = head.lowerBound - 1
        if reading.isCapital(before) { return !startsSentence(before) || isPlace(before) }
        return reading.isSmall(before) && reading.isCapital(before - 1) && !isCue(before) && !isSmallWord(before)
            && reading.at(before).contains { $0.meaning == .regionNoun || $0.meaning == .orgHead }
    }

    /// "Universitatea" on an English page, whose "Universit*" is open at its end: another language writes just this word,
    /// and its small words may follow.
    func hasForeignForm(_ head: Range<Int>) -> Bool {
        let forms = reading.at(head.lowerBound).lazy.filter { $0.meaning == .orgHead && $0.end == head.upperBound }
        return forms.contains {
            let entry = reading.entry($0)
            return entry.language == "mul" && entry.form.utf8.last != UInt8(ascii: "*") && !HeadKey(entry.key).isLast
        }
    }

    /// "in der Provinz Burgos", "Bauskas novadā": a territory that says where something is, and is no body there.
    private func isWhere(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        if isBehindWhere(tokens) || reading.hasWhereClause(behind: tokens.upperBound) { return true }
        guard head.upperBound == tokens.upperBound else { return false }
        // "Vecumnieku novada Vecumniekos": the place in it follows.
        let next = tokens.upperBound
        if isPureHeadLast, reading.isCapital(next), reading.sameLine(next), !reading.isCapital(head.lowerBound) {
            return true
        }
        return reading.whereEnding(tokens.upperBound - 1, isKnown: true) != nil
    }

    /// "in der Stadt", "nella provincia di"
    func isBehindWhere(_ tokens: Range<Int>) -> Bool {
        let article = tokens.lowerBound - 1
        for start in [
            tokens.lowerBound, isSmallWord(article) && reading.isSmall(article) ? article : tokens.lowerBound,
        ] {
            if let before = reading.last(.placeBefore, endingAt: start),
                PlaceWord.isWhere(reading.entry(before).key) || reading.entry(before).key == "from"
            {
                return true
            }
        }
        return false
    }

    /// Languages whose names are chains of genitives before the head: Estonian, Finnish, Latvian, Lithuanian.
    var isPureHeadLast: Bool {
        reading.language.headLast && (!reading.language.headFirst || reading.language.genitiveFirst)
    }

    /// Capitalised words right before a head that stands first: "Regionalny Ośrodek", "Mestna občina".
    func adjectives(before start: Int, _ blocked: TokenSet) -> Int {
        var first = start
        while start - first < 3, !(reading.language.verbFirst && startsSentence(first - 1)),
            first - 1 >= reading.range.lowerBound, !blocked.contains(first - 1),
            !reading.breaks(before: first),
            reading.kind(first - 1) == .word, reading.isCapital(first - 1), !isPlainOpening(first - 1),
            !isCue(first - 1), !isAmount(first - 1), !isCountry(first - 1), !isSeat(first - 1), !isOrigin(first - 1),
            !isTownBehindWhere(first - 1),
            reading.first(.namePlace, at: first - 1) == nil || !startsSentence(first - 1), !isOpeningVerb(first - 1)
        {
            if startsSentence(first - 1), reading.language.headLast { break }
            first -= 1
        }
        return first
    }

    /// "Kofinanzierung Kanton Basel-Stadt": what the money is called is no part of who gives it.
    func isAmount(_ i: Int) -> Bool { reading.at(i).contains { $0.meaning.isAmountLabel } }

    /// A country by its own name ("frå Spania Provinsen Burgos"), which no name of a body begins with.
    func isCountry(_ i: Int) -> Bool {
        guard let hit = reading.place(at: i, before: i + 1, in: gazetteer) else {
            return false
        }
        return hit.isBaseForm && hit.places.first?.level == 0 && reading.first(.namePlace, at: i) == nil
            && reading.last(.placeBefore, endingAt: i) != nil
    }

    /// "z Maďarska Soproni Egyetem", "fra Sverige Göteborgs Hamn", "Lätist Ventspilsi muuseum": where the body is from.
    func isSeat(_ i: Int) -> Bool {
        guard let place = reading.first(.namePlace, at: i), place.length == 1, reading.entry(place).key.count == 2
        else { return false }
        return reading.last(.placeBefore, endingAt: i) != nil || reading.whereEnding(i, isKnown: true) != nil
    }

    /// "rete del Consorzio Est Ticino", "archív pri Univerzite …": a noun in small letters, and behind small words another body by
    /// its own head noun.
    private func leadsToOther(_ head: Range<Int>, in tokens: Range<Int>, _ key: HeadKey) -> Bool {
        guard !key.isArea, tokens.lowerBound == head.lowerBound, head.allSatisfy({ reading.isSmall($0) }),
            !isMinistry(head), isSmallWord(head.upperBound)
        else { return false }
        var i = head.upperBound
        while i < tokens.upperBound, reading.isSmall(i) && isSmallWord(i) || reading.ascii(i) == UInt8(ascii: "'") {
            i += 1
        }
        guard i + 1 < tokens.upperBound, reading.isCapital(i), let next = headNoun(at: i) else { return false }
        return reading.entry(next).language == reading.language.tag && !HeadKey(reading.entry(next).key).isArea
    }

    /// "u *Livnu* Zajedničko tajništvo": a town behind a word for where, which is none of the adjectives of a name.
    private func isTownBehindWhere(_ i: Int) -> Bool {
        guard let before = reading.last(.placeBefore, endingAt: i), PlaceWord.isWhere(reading.entry(before).key),
            !reading.language.attributeEndings.isEmpty, !hasEnding(i, reading.language.adjectiveEndings)
        else { return false }
        return reading.place(at: i, before: i + 1, in: gazetteer) != nil
    }

    /// "Latvijas sabiedrība", "Vene valitsus": a common noun of a country.
    func isCountryName(_ i: Int) -> Bool {
        if let place = reading.first(.namePlace, at: i), place.length == 1 {
            return reading.entry(place).key.count == 2 || reading.entry(place).key == "x-europe"
        }
        return reading.place(at: i, before: i + 1, in: gazetteer)?.places.first?.level
            == 0
    }

    func isPlace(_ i: Int) -> Bool {
        reading.first(.namePlace, at: i) != nil
            || reading.place(at: i, before: min(i + 1, reading.range.upperBound), in: gazetteer)
                != nil
    }

    /// "… linnavalitsuse innovatsiooni ja majanduse osakond": a department named with its body, in the genitive.
    func withDepartment(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        guard isPureHeadLast else { return tokens }
        var j = tokens.upperBound
        while j < reading.range.upperBound, j - tokens.upperBound < 7, !blocked.contains(j), reading.kind(j) == .word,
            !reading.breaks(before: j)
        {
            if let match = reading.first(.orgDepartment, at: j) {
                // "Rīgas Tehniskās universitātes *daļa* ir 612 tūkst. eiro": without its field, a part of the money.
                if j == tokens.upperBound, reading.first(.shareNoun, at: j) != nil { break }
                return tokens.lowerBound..<match.end
            }
            if isCue(j) { break }
            j += 1
        }
        return tokens
    }

    /// "Länsstyrelsen Uppsala län", "Turistička zajednica Međimurske županije": the noun for the region that ends a name.
    private func withRegionNoun(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        let next = tokens.upperBound
        guard tokens.count >= 2, reading.isCapital(next - 1) || isGluedPart(next - 1), reading.isSmall(next),
            !reading.breaks(before: next),
            let noun = reading.first(.regionNoun, at: next), !blocked.contains(next),
            reading.first(.orgHead, at: next - 1) == nil
        else { return tokens }
        return tokens.lowerBound..<noun.end
    }

    func join(left: Range<Int>?, right: Range<Int>) -> Range<Int> {
        guard let left else { return right }
        return min(left.lowerBound, right.lowerBound)..<max(left.upperBound, right.upperBound)
    }

    func isProper(_ head: Range<Int>) -> Bool { head.contains { reading.isCapital($0) } }

    func hasCapital(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in reading.isCapital(i) && (!startsSentence(i) || tokens.count > 1) }
    }
}
