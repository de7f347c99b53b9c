internal import SeosLanguages
internal import SeosText

/// Names whose words hang together by hyphens and slashes: "Christian-Albrechts-Universität", "Deich- und
/// Hauptsielverband", "Haridus- ja Noorteamet", "Hochschule Emden/Leer".
extension OrganizationReader {
    /// The name with the parts that hyphens join to its beginning.
    func withFirstParts(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        var start = tokens.lowerBound
        while tokens.lowerBound - start < 8 {
            if let whole = hyphenated(before: start, blocked) {
                start = whole
            } else if let shared = suspended(before: start, blocked) {
                start = shared
                // "*Norges* Jeger- og Fiskerforbund", "*Eesti* Spordi- ja Olümpiamuuseum"
                if reading.language.headLast,
                    let owner = left(of: start..<tokens.upperBound, blocked, genitives: isPureHeadLast),
                    isOwner(owner, shared)
                {
                    start = owner.lowerBound
                }
            } else {
                break
            }
        }
        return start..<tokens.upperBound
    }

    /// "Albrechts-" right before a name: the start of the word that the hyphen belongs to.
    private func hyphenated(before start: Int, _ blocked: TokenSet) -> Int? {
        let word = start - 2
        if let first = small(part: word, start, blocked) { return first }
        guard reading.isDash(start - 1), reading.glued(start - 1), reading.glued(start), isPart(word, blocked),
            !isPlace(word) || isFirstHalf(word)
        else { return nil }
        return word
    }

    /// "Carl-Maria-*von*-Weber-Gymnasium": the capital before a part in small letters.
    private func small(part word: Int, _ start: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        guard r.isSmall(word), r.tokens.folded(word).count <= 3,
            [word - 1, start - 1].allSatisfy({ r.isDash($0) && r.glued($0) && r.glued($0 + 1) }),
            isPart(word - 2, blocked)
        else { return nil }
        return word - 2
    }

    /// "*Warmińsko*-Mazurska Agencja", "*Sisačko*-Moslavačka županija": the first half of an adjective, by its vowel.
    private func isFirstHalf(_ i: Int) -> Bool {
        let language = reading.language
        return reading.tokens.folded(i).last == UInt8(ascii: "o") && !language.memberEndings.isEmpty
    }

    /// "*Norges* Jeger- og Fiskerforbund": the country whose body it is.
    private func isOwner(_ owner: Range<Int>, _ name: Int) -> Bool {
        owner.lowerBound + 1 == name && isCountryName(owner.lowerBound) && !isSeat(owner.lowerBound)
    }

    /// "Deich- und", "Energie-, Umwelt- und": parts that share the end of the compound behind the word for and, which may
    /// be one of the name's own language.
    func suspended(before start: Int, _ blocked: TokenSet) -> Int? {
        let and = start - 1
        guard reading.isSmall(and), reading.tokens.folded(and).count <= 4, !reading.breaks(before: start),
            var word = part(endingAt: and, blocked)
        else { return nil }
        while reading.ascii(word - 1) == UInt8(ascii: ","), !reading.breaks(before: word),
            let earlier = part(endingAt: word - 1, blocked)
        { word = earlier }
        return word
    }

    /// "Instituut voor Natuur- *en Bosonderzoek*", "Land-, Umwelt- *und Forstwirtschaft*": where the compound ends whose end
    /// the word before the hyphen at `dash` shares.
    func suspendedEnd(_ dash: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        var dash = dash
        while r.isDash(dash), r.glued(dash), r.isCapital(dash - 1) {
            var next = dash + 1
            if r.ascii(next) == UInt8(ascii: ",") {
                guard r.isDash(next + 2), r.glued(next + 2), !r.breaks(before: next + 1) else { return nil }
                dash = next + 2
                continue
            }
            guard !r.glued(next), let and = r.first(.and, at: next), !r.breaks(before: next) else { return nil }
            next = and.end
            guard r.kind(next) == .word, r.isCapital(next), !r.breaks(before: next), !blocked.contains(next) else {
                return nil
            }
            return next + 1
        }
        return nil
    }

    /// A capitalised word with a hyphen that nothing is glued to, right before token `end`.
    private func part(endingAt end: Int, _ blocked: TokenSet) -> Int? {
        guard reading.isDash(end - 1), reading.glued(end - 1), !reading.breaks(before: end),
            !reading.glued(end) || reading.ascii(end) == UInt8(ascii: ","), isPart(end - 2, blocked)
        else { return nil }
        return end - 2
    }

    private func isPart(_ i: Int, _ blocked: TokenSet) -> Bool {
        reading.kind(i) == .word && reading.isCapital(i) && !blocked.contains(i) && !reading.tokens[i].isAllCaps
    }

    /// The slash at `i` between two towns of one body: "Hochschule Zittau/Görlitz".
    func joinsTowns(_ i: Int) -> Bool {
        reading.ascii(i) == UInt8(ascii: "/") && reading.glued(i) && reading.glued(i + 1)
            && reading.kind(i + 1) == .word && reading.isCapital(i + 1) && reading.isCapital(i - 1)
            && reading.first(.orgHead, at: i + 1) == nil && isPlace(i - 1)
    }

    /// "L'Union européenne", "Il-Kunsill Lokali": the name without the article that is glued to its first word.
    func withoutArticle(_ tokens: Range<Int>) -> Range<Int> {
        let (first, mark, word) = (tokens.lowerBound, tokens.lowerBound + 1, tokens.lowerBound + 2)
        guard tokens.count >= 4, reading.kind(first) == .word, reading.tokens.folded(first).count <= 2,
            reading.glued(mark), reading.glued(word), reading.kind(word) == .word, reading.isCapital(word),
            reading.ascii(mark) == UInt8(ascii: "'")
                || reading.isDash(mark) && reading.language.headFirst && !reading.language.headLast
                    && !reading.language.capitalizesNouns
        else { return tokens }
        return word..<tokens.upperBound
    }

    /// "Islannin *maatalousyliopisto*", "Suomen *lintukeskus*": a compound whose first part tells of which kind the body is, of
    /// which a country has one.
    func isLongCompound(_ i: Int) -> Bool {
        let length = reading.tokens.folded(i).count
        return reading.at(i).contains { match in
            guard match.meaning == .orgHead, reading.entry(match).language == reading.language.tag else { return false }
            let form = reading.entry(match).form
            return form.utf8.first == UInt8(ascii: "*") && length >= Folding.fold(form).utf8.count + 3
        }
    }
}
