internal import SeosLanguages
internal import SeosText

/// English names on pages in another language that end in the country of a branch: "Reach for Change Sweden",
/// "Social Entrepreneurship Association Latvia".
extension OrganizationReader {
    /// The name with the country behind it.
    func withEnglishCountry(_ tokens: Range<Int>) -> Range<Int> {
        isEnglishCountry(tokens.upperBound) ? tokens.lowerBound..<(tokens.upperBound + 1) : tokens
    }

    /// A row of at least two capitalised words before a country, with the small words of English names between them.
    func byEnglishCountry(at i: Int, _ blocked: TokenSet) -> Found? {
        guard reading.isCapital(i), reading.isCapital(i - 1), !blocked.contains(i), isEnglishCountry(i) else {
            return nil
        }
        var start = i
        var capitals = 0
        var j = i - 1
        while j >= reading.range.lowerBound, i - j <= 6, !blocked.contains(j), !reading.breaks(before: j + 1),
            reading.kind(j) == .word
        {
            if reading.isCapital(j) {
                if startsSentence(j), isPlainOpening(j) { break }
                start = j
                capitals += 1
            } else if !Self.smallEnglish.contains(reading.tokens.string(j)) {
                break
            }
            j -= 1
        }
        guard capitals >= 2 else { return nil }
        return Found(tokens: start..<(i + 1), kind: nil, key: nil, rule: "org.country", isFixed: false)
    }

    /// A country by its English name, which is not that of the page's language.
    private func isEnglishCountry(_ i: Int) -> Bool {
        guard reading.language.tag != "en", reading.range.contains(i), reading.isCapital(i), !reading.breaks(before: i),
            !(reading.isDash(i + 1) && reading.glued(i + 1)),
            let hit = reading.place(at: i, before: i + 1, in: gazetteer),
            let place = hit.places.first, place.level == 0
        else { return false }
        let word = reading.tokens.string(i)
        return gazetteer.name(of: place.code, in: "en") == word
            && gazetteer.name(of: place.code, in: reading.language.tag) != word
    }

    private static let smallEnglish: Set<String> = ["for", "of", "the", "to", "in", "and"]
}
