internal import SeosLanguages
internal import SeosText

/// What the words around a capital say of places.
extension Reading {
    func isCapital(_ i: Int) -> Bool { range.contains(i) && (tokens[i].isCapitalized || isMutated(i)) }

    /// A word of one letter; other scripts take two bytes for it.
    func isLetter(_ i: Int) -> Bool {
        guard kind(i) == .word else { return false }
        let word = tokens.folded(i)
        return word.count == 1 || word.count == 2 && word.first.map { $0 >= 0x80 } == true
    }

    func isSmall(_ i: Int) -> Bool { kind(i) == .word && !tokens[i].isCapitalized }

    /// "gCill", "mBun", "nDoire", "hÉireann": the first letter or two of an Irish word in small letters.
    func isMutated(_ i: Int) -> Bool { mayMutate && kind(i) == .word && tokens[i].hasInnerCapital }

    func startsSentence(_ i: Int) -> Bool {
        if i == range.lowerBound || tokens[i].newlineBefore { return true }
        let c = ascii(i - 1)
        // Behind the mark that opens a quotation, a bracket or a line of talk.
        switch c {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: "'"):
            return i - 1 >= range.lowerBound && startsSentence(i - 1)
        default:
            return c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") || c == UInt8(ascii: ":")
        }
    }

    /// Behind an article or another word for "of" in small letters.
    func skipsArticle(_ i: Int) -> Int {
        if let inside = first(.of, at: i) ?? first(.orgInside, at: i), isSmall(i), first(.and, at: i) == nil {
            return inside.end
        }
        return i
    }

    /// The token that joins the name at `i` to what stands before it: a comma, the word for and, or both.
    func joint(before i: Int) -> Int? {
        guard range.contains(i), sameLine(i) else { return nil }
        // "de la Baïse y del Côa", "het Waasland en het Meetjesland"
        if isSmall(i - 1) || ascii(i - 1) == UInt8(ascii: "'"), first(.and, at: i - 1) == nil,
            let article = last(.of, endingAt: i) ?? last(.orgInside, endingAt: i),
            article.start > range.lowerBound, last(.and, endingAt: i) == nil
        {
            return joint(beforeWord: article.start)
        }
        return joint(beforeWord: i)
    }

    private func joint(beforeWord i: Int) -> Int? {
        guard range.contains(i), sameLine(i) else { return nil }
        var k = i - 1
        if let and = last(.and, endingAt: i) { k = and.start } else if ascii(k) != UInt8(ascii: ",") { return nil }
        if ascii(k) != UInt8(ascii: ","), ascii(k - 1) == UInt8(ascii: ",") { k -= 1 }
        return k
    }

    /// Whether a clause on a place follows a name that ends before token `end`: "in Connemara, where the council …".
    func hasWhereClause(behind end: Int) -> Bool {
        ascii(end) == UInt8(ascii: ",") && sameLine(end) && isSmall(end + 1) && first(.placeWhere, at: end + 1) != nil
    }

    /// Whether the name at `i` goes on with a row that a clause on its place before interrupted: a comma parts them, and
    /// what follows ends the row or carries it on ("in A, where the park works, in B and in C").
    func resumesRow(_ tokens: Range<Int>) -> Bool {
        guard let joint = joint(before: tokens.lowerBound), ascii(joint) == UInt8(ascii: ",") else { return false }
        let end = tokens.upperBound
        let next = ascii(end)
        return !range.contains(end) || next == UInt8(ascii: ",") || next == UInt8(ascii: ".")
            || next == UInt8(ascii: ";") || first(.and, at: end) != nil || !sameLine(end)
    }

    func isPlaceNoun(_ noun: PlaceWord.Noun, at i: Int) -> Bool {
        first(.placeNoun, at: i) != nil
            && at(i).contains { $0.meaning == .placeNoun && entry($0).key == noun.rawValue }
    }

    /// The river or hill that a town's name goes on with at `i`: "nad Dyjí" in "Vranov nad Dyjí".
    func link(at i: Int) -> Int? {
        guard isPlaceNoun(.link, at: i), sameLine(i), isSmall(i),
            let link = at(i).first(where: {
                $0.meaning == .placeNoun && entry($0).key == PlaceWord.Noun.link.rawValue
            }), sameLine(link.end), isCapital(link.end), kind(link.end) == .word
        else { return nil }
        return link.end
    }

    /// Behind an adjective between the noun for a region and its name: "comarca *zamorana* de Sanabria", "județul *ungar*
    /// Hajdú-Bihar". A word for "of" or the adjective of a country shows that a name follows.
    func behindAdjective(_ i: Int) -> Int {
        guard language.headFirst, isSmall(i), sameLine(i), first(.of, at: i) == nil, first(.orgInside, at: i) == nil,
            first(.and, at: i) == nil, sameLine(i + 1)
        else { return i }
        if isSmall(i + 1), first(.of, at: i + 1) ?? first(.orgInside, at: i + 1) != nil, first(.and, at: i + 1) == nil {
            return i + 1
        }
        return isCapital(i + 1) && first(.namePlace, at: i) != nil ? i + 1 : i
    }

    /// Whether a list of places opens at `i`: behind a colon in a sentence whose words before it count places, "in all five
    /// of its upland sites: Slieve Beagh, …", "Trois communes sont directement concernées : Saint-Agnant, …".
    func opensListOfPlaces(_ i: Int) -> Bool {
        guard ascii(i - 1) == UInt8(ascii: ":"), sameLine(i), !language.capitalizesNouns else { return false }
        var k = i - 2
        while k >= max(range.lowerBound, i - 12) {
            let c = ascii(k)
            if c == UInt8(ascii: ".") || c == UInt8(ascii: ":") || c == UInt8(ascii: ";") { return false }
            if isSmall(k) {
                for match in at(k) {
                    switch match.meaning {
                    case .regionNoun, .region: return true
                    case .placeNoun where entry(match).key != PlaceWord.Noun.link.rawValue: return true
                    case .orgHead where OrganizationReader.HeadKey(entry(match).key).isArea: return true
                    default: continue
                    }
                }
            }
            k -= 1
        }
        return false
    }

    func lastPlaceNoun(_ noun: PlaceWord.Noun, endingAt i: Int) -> Bool {
        guard let match = last(.placeNoun, endingAt: i) else { return false }
        return entry(match).key == noun.rawValue
    }

    /// "Orihuela del Tremedal": a small word of names and a capital behind it make another town of the name before.
    func goesOnAsName(_ end: Int) -> Bool {
        guard isSmall(end), sameLine(end), first(.and, at: end) == nil,
            let of = first(.of, at: end) ?? first(.orgInside, at: end)
        else { return false }
        return sameLine(of.end) && isCapital(of.end)
    }

    /// "Raunas iela 4", "12 rue de Metz": a place's name that is a street's.
    func isOfStreet(_ tokens: Range<Int>) -> Bool {
        let (start, end) = (tokens.lowerBound, tokens.upperBound)
        if sameLine(end), isPlaceNoun(.street, at: end) { return true }
        guard sameLine(start) else { return false }
        if lastPlaceNoun(.street, endingAt: start) { return true }
        guard isSmall(start - 1) || ascii(start - 1) == UInt8(ascii: "'"),
            let article = last(.of, endingAt: start) ?? last(.orgInside, endingAt: start), isSmall(article.start)
        else { return false }
        return lastPlaceNoun(.street, endingAt: article.start)
    }

    /// Whether word `i` is longer than one of the endings and ends in it.
    func hasEnding(_ i: Int, _ endings: [[UInt8]]) -> Bool {
        guard kind(i) == .word else { return false }
        let token = tokens[i]
        let word = tokens.text[Int(token.start)..<Int(token.end)]
        return endings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }

    /// The ending of word `i` that says where something is.
    ///
    /// - Parameter isKnown: whether the word is known to be a place, so that a common ending will do.
    func whereEnding(_ i: Int, isKnown: Bool) -> Language.WhereEnding? {
        guard !language.whereEndings.isEmpty, kind(i) == .word else { return nil }
        let word = tokens.string(i).lowercased()
        return language.whereEndings.first {
            (isKnown || $0.isSure) && word.utf8.count > $0.ending.utf8.count + 2 && word.hasSuffix($0.ending)
        }
    }
}
