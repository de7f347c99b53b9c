internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// How far a name reaches before its head noun: "Tallinna Ülikool", "Український католицький університет".
extension OrganizationReader {
    /// The name to the left of a head that stands last: "Tallinna Ülikool", "Võru linna arengukeskus".
    func left(of head: Range<Int>, _ blocked: TokenSet, genitives: Bool) -> Range<Int>? {
        var start = head.lowerBound
        var firstCapital = reading.isCapital(start) ? start : nil
        var small = 0
        var hasAttribute = false
        var j = start - 1
        while j >= reading.range.lowerBound, head.lowerBound - j <= 12, !blocked.contains(j),
            !reading.breaks(before: j + 1)
        {
            let t = reading.tokens[j]
            if t.kind == .word {
                if t.isAllCaps, reading.first(.orgLegal, at: j) != nil {
                    // A legal form in front begins the name.
                    firstCapital = j
                    break
                }
                if reading.isCapital(j) {
                    if startsSentence(j), isPlainOpening(j) || isOpeningVerb(j) { break }
                    if isSeat(j) || isOrigin(j) || isLocated(j) { break }
                    if isAmount(j) { break }
                    // "V Praze technická univerzita": what stands before an adjective is one too.
                    if hasAttribute, !hasEnding(j, reading.language.attributeEndings) { break }
                    hasAttribute = false
                    firstCapital = j
                    small = 0
                } else if isGluedPart(j), reading.isCapital(j - 2), hasEnding(j, reading.language.adjectiveEndings) {
                    // "Sisačko-moslavačka županija"
                } else if isPossessive(j) {
                    // "St *Mary's* University"
                } else if endsAnother(and: j) {
                    break
                } else if let first = linked(j, blocked) {
                    // "Møre og Romsdal fylkeskommune"
                    firstCapital = first
                    j = first
                } else if let first = sharing(j, blocked) {
                    firstCapital = first
                    j = first
                } else if !genitives, isAttribute(j) {
                    hasAttribute = true
                    small += 1
                    // "Мукачівська *греко*-католицька єпархія"
                    if reading.isDash(j - 1), reading.glued(j), reading.glued(j - 1), reading.isSmall(j - 2) { j -= 2 }
                } else if hasAttribute, let first = sharedAttribute(j, blocked) {
                    firstCapital = first
                    break
                } else if !genitives || isCue(j) || isOnlyArticle(j) {
                    break
                } else if isSmallWord(j) {
                    // "A ja B": two bodies when the one before has a head of its own.
                    if hasHead(before: j) || joinsOther(j, head) { break }
                    small += 1
                } else {
                    // Lower-case genitives between the capital and the head: at most three.
                    if !isGenitive(j) { break }
                    small += 1
                }
                if small > 3 { break }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
                // hyphenated
            } else if reading.ascii(j) == UInt8(ascii: "&"), reading.kind(j - 1) == .word, reading.isCapital(j - 1) {
                // "North West Arts & Heritage Network"
            } else if t.kind == .number, small == 0 {
                small += 1
            } else if isInitialMark(j) {
                // "*A. P.* Kofoeds Søfartsfond"
            } else if isPossessive(j) {
                // "Rossinver *Anglers'* Club"
            } else if j == head.lowerBound - 1, genitives, let open = quotation(endingAt: j, blocked) {
                // "Šiaulių *„Aušros“* muziejus"
                firstCapital = open
                j = open
            } else if j == head.lowerBound - 1, isOrdinalMark(j) {
                // "Rīgas *49.* vidusskola"
            } else if firstCapital ?? head.lowerBound > j, small > 0, joinsGenitives(j, head.lowerBound) {
                small = 0
            } else {
                break
            }
            j -= 1
        }
        guard let first = firstCapital else { return nil }
        start = first
        return start..<head.upperBound
    }

    /// "Rootsist Gotlandi Muuseum", "Ahvenamaalt …", "Ruotsista …": a country or a region in the case for coming from
    /// somewhere.
    func isOrigin(_ i: Int) -> Bool {
        hasEnding(i, reading.language.originEndings)
            && (reading.first(.namePlace, at: i)?.length == 1
                || reading.place(at: i, before: i + 1, in: gazetteer).map { !$0.isBaseForm } ?? false)
    }

    /// "*Rakveres* avati raamatukogu", "*Tampereella* avattiin museo": a known place in the case for where something is, which
    /// no name behind it begins with.
    func isLocated(_ i: Int) -> Bool {
        reading.whereEnding(i, isKnown: true) != nil
            && reading.place(at: i, before: i + 1, in: gazetteer).map { !$0.isBaseForm } ?? false
    }

    /// "Tatranská *komunálna* banka", "Український *католицький* університет": an adjective before the head noun.
    private func isAttribute(_ i: Int) -> Bool {
        reading.isSmall(i) && hasEnding(i, reading.language.attributeEndings) && !isSmallWord(i) && !isCue(i)
            && reading.last(.placeBefore, endingAt: i) == nil
    }

    /// "*Nacionalna i* sveučilišna knjižnica": an adjective with a capital and the word for and before the adjective of a head
    /// noun.
    private func sharedAttribute(_ i: Int, _ blocked: TokenSet) -> Int? {
        guard reading.first(.and, at: i) != nil, !reading.breaks(before: i) else { return nil }
        // "*Národné poľnohospodárske a* potravinárske centrum"
        let first = isAttribute(i - 1) && !reading.breaks(before: i - 1) ? i - 2 : i - 1
        guard reading.isCapital(first), !blocked.contains(first),
            !startsSentence(first) || hasEnding(first, reading.language.attributeEndings),
            hasEnding(first, reading.language.attributeEndings)
        else { return nil }
        return adjectives(before: first, blocked)
    }

    /// The apostrophe, or the letter behind it, of a capitalised word in the genitive: "Anglers' Club", "St Mary's University".
    func isPossessive(_ i: Int) -> Bool {
        let r = reading
        let mark = r.kind(i) == .word ? i - 1 : i
        guard r.ascii(mark) == UInt8(ascii: "'"), r.glued(mark), r.kind(mark - 1) == .word, r.isCapital(mark - 1),
            !isCountryName(mark - 1)
        else {
            return false
        }
        if mark == i { return r.glued(i + 1) ? isPossessive(i + 1) : r.tokens.folded(i - 1).last == UInt8(ascii: "s") }
        return r.isSmall(i) && r.glued(i) && r.tokens.folded(i).elementsEqual([UInt8(ascii: "s")])
    }

    /// One to three capitalised words in quotation marks between the owner of a body and its head noun: where the
    /// quotation that ends at token `i` begins.
    private func quotation(endingAt i: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        guard r.ascii(i) == UInt8(ascii: "\""), !r.glued(i + 1) else { return nil }
        var open = i - 1
        while i - open <= 4, r.kind(open) == .word, !r.breaks(before: open), !blocked.contains(open) { open -= 1 }
        guard i - open > 1, r.ascii(open) == UInt8(ascii: "\""), r.isCapital(open + 1), r.isCapital(open - 1),
            !r.breaks(before: open), hasEnding(open - 1, r.language.complementEndings)
        else { return nil }
        return open
    }

    /// The end of a place of several words, of which the last are in small letters or joined by the word for and.
    func placeOfWords(from i: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        let next = i + 1
        guard r.isSmall(next), !r.breaks(before: next) else { return nil }
        let row = r.first(.namePlace, at: i).map { $0.end } ?? 0
        let end = max(row, r.place(at: i, before: r.range.upperBound, in: gazetteer)?.tokens.upperBound ?? 0)
        guard end > next, !(i..<end).contains(where: { blocked.contains($0) }) else { return nil }
        return end
    }

    /// The full stop behind a capital that stands for a first name.
    private func isInitialMark(_ i: Int) -> Bool {
        let r = reading
        return r.ascii(i) == UInt8(ascii: ".") && r.glued(i) && r.kind(i - 1) == .word && r.isCapital(i - 1)
            && r.tokens.folded(i - 1).count == 1 && r.isCapital(i + 1)
    }

    /// "Fellép *a* Móricz Zsigmond Színház": an article that no name holds.
    func isOnlyArticle(_ i: Int) -> Bool {
        reading.first(.orgInside, at: i).map { reading.entry($0).key == "article.only" } ?? false
    }

    /// "Liepājas Mūzikas, mākslas un dizaina vidusskola": the comma at `comma` in a row of genitives in small letters that
    /// the word for and closes before the head noun.
    private func joinsGenitives(_ comma: Int, _ start: Int) -> Bool {
        let endings = reading.language.complementEndings
        guard isPureHeadLast, !endings.isEmpty, reading.ascii(comma) == UInt8(ascii: ","), reading.isCapital(comma - 1),
            hasEnding(comma - 1, endings), !isPlace(comma - 1)
        else { return false }
        var i = comma + 1
        while i < start, reading.isSmall(i), hasEnding(i, endings) || hasEnding(i, reading.language.adjectiveEndings) {
            i += 1
        }
        guard i > comma + 1, let and = reading.first(.and, at: i) else { return false }
        return (and.end..<start).allSatisfy { reading.isSmall($0) } && and.end <= start
    }

    /// "Møre *og* Romsdal": where the name of one region begins whose small word stands at `i`.
    private func linked(_ i: Int, _ blocked: TokenSet) -> Int? {
        guard reading.first(.and, at: i) != nil, reading.isCapital(i + 1), reading.isCapital(i - 1),
            !blocked.contains(i - 1), !reading.breaks(before: i),
            let end = reading.first(.namePlace, at: i - 1)?.end
                ?? reading.place(at: i - 1, before: reading.range.upperBound, in: gazetteer)?.tokens.upperBound,
            end > i + 1
        else { return nil }
        return i - 1
    }

    /// "the Agri-Food *and* Biosciences Institute": what stands between an article and the word for and shares the head noun,
    /// when it is no place and holds no head noun itself.
    private func sharing(_ i: Int, _ blocked: TokenSet) -> Int? {
        guard reading.language.sharesHalves, reading.first(.and, at: i)?.end == i + 1 else { return nil }
        var first = i
        while i - first < 5, !blocked.contains(first - 1), !reading.breaks(before: first) {
            let isPart =
                reading.kind(first - 1) == .word && reading.isCapital(first - 1)
                || reading.isDash(first - 1) && reading.glued(first)
            guard isPart, reading.first(.orgHead, at: first - 1) == nil else { break }
            first -= 1
        }
        guard first < i, !(i - first == 1 && isPlace(first)), reading.isCapital(first), !startsSentence(first),
            reading.isSmall(first - 1),
            let article = reading.first(.orgInside, at: first - 1), reading.entry(article).key == "article"
        else { return nil }
        return first
    }

    /// "SDP ja Vasemmistoliitto": the word for and between a single word and an association or a firm.
    private func joinsOther(_ i: Int, _ head: Range<Int>) -> Bool {
        guard reading.first(.and, at: i) != nil, reading.isCapital(i + 1), reading.isCapital(i - 1),
            let match = reading.first(.orgHead, at: head.lowerBound)
        else { return false }
        // "Varmijos *ir* Mozūrų universitetas": a genitive, of which a name has more than one.
        if reading.language.genitiveFirst, hasEnding(i - 1, reading.language.complementEndings), isPlace(i - 1) {
            return false
        }
        let isSingle = reading.kind(i - 2) != .word || !reading.isCapital(i - 2) || reading.breaks(before: i - 1)
        return isSingle && !HeadKey.isPublic(reading.entry(match).key)
    }

    /// Whether a word in small letters may stand inside a chain of genitives, as far as the language tells by endings.
    private func isGenitive(_ i: Int) -> Bool {
        let language = reading.language
        guard language.genitiveFirst, !language.complementEndings.isEmpty else { return true }
        return hasEnding(i, language.complementEndings) || hasEnding(i, language.adjectiveEndings)
    }

    func hasHead(before i: Int) -> Bool {
        (max(reading.range.lowerBound, i - 6)..<i).contains { reading.first(.orgHead, at: $0) != nil }
    }
}
