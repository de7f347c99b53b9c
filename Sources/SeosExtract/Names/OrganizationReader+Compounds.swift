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
            } else {
                break
            }
        }
        return start..<tokens.upperBound
    }

    /// "Albrechts-" right before a name: the start of the word that the hyphen belongs to.
    private func hyphenated(before start: Int, _ blocked: TokenSet) -> Int? {
        let word = start - 2
        guard reading.isDash(start - 1), reading.glued(start - 1), reading.glued(start), isPart(word, blocked),
            !isPlace(word)
        else { return nil }
        return word
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
}
