internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// How far a name reaches from its head noun.
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
                    if isSeat(j) { break }
                    if isAmount(j) { break }
                    // "V Praze technická univerzita": what stands before an adjective is one too.
                    if hasAttribute, !hasEnding(j, reading.language.attributeEndings) { break }
                    hasAttribute = false
                    firstCapital = j
                    small = 0
                } else if isGluedPart(j), reading.isCapital(j - 2), hasEnding(j, reading.language.adjectiveEndings) {
                    // "Sisačko-moslavačka županija"
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
                } else if !genitives || isCue(j) {
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
            } else {
                break
            }
            j -= 1
        }
        guard let first = firstCapital else { return nil }
        start = first
        return start..<head.upperBound
    }

    /// "Tatranská *komunálna* banka", "Український *католицький* університет": an adjective before the head noun.
    private func isAttribute(_ i: Int) -> Bool {
        reading.isSmall(i) && hasEnding(i, reading.language.attributeEndings) && !isSmallWord(i) && !isCue(i)
            && reading.last(.placeBefore, endingAt: i) == nil
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

    /// The name to the right of a head that stands first: "Uniwersytet w Tallinnie", "Behörde für Wirtschaft Hamburg".
    func right(of head: Range<Int>, _ blocked: TokenSet, isForeign: Bool = false) -> Range<Int>? {
        var end = head.upperBound
        var j = end
        var small = 0
        var others = 0
        while j < reading.range.upperBound, j - head.upperBound < 14, !blocked.contains(j),
            !reading.breaks(before: j)
        {
            let t = reading.tokens[j]
            if t.kind == .word {
                // "Nexø Havn A/S"
                if end == j, let legal = reading.first(.orgLegal, at: j), legal.length > 1 { break }
                if reading.isCapital(j) || isGluedPart(j) {
                    end = j + 1
                    small = 0
                } else if isForeign, reading.first(.and, at: j) != nil {
                    // The page's own word for and joins names, and stands inside none of another language.
                    break
                } else if end == j, j > head.upperBound, reading.link(at: j) != nil {
                    // "Obec Mosty u Jablunkova"
                    small += 1
                } else if isForeignSmallWord(j),
                    isForeign || !isSmallWord(j) && reading.first(.and, at: j) == nil && hasForeignForm(head)
                {
                    small += 1
                    if small > 3 { break }
                } else if isSmallWord(j) || !reading.language.headLast && reading.first(.and, at: j) != nil {
                    if reading.first(.and, at: j) != nil,
                        j == head.upperBound && !reading.isCapital(head.lowerBound) || endsInPlace(head, j)
                    {
                        break
                    }
                    if repeatsPreposition(of: head, at: j) || end == j && bringsAnother(j) { break }
                    if end == j, endsBefore(and: j) { break }
                    if end == j, opensNext(j, head) { break }
                    if end == j, j > head.upperBound || head.count > 1, opensUnknown(j, behind: head) { break }
                    if end > head.upperBound || !reading.isCapital(head.lowerBound) || head.count > 1 || isWhole(head),
                        opensAnother(j, blocked)
                    {
                        break
                    }
                    // "… Dhún na nGall agus cuirfidh an …": behind a name a small word opens something else.
                    if end == j, let and = reading.first(.and, at: j), reading.isSmall(and.end), !isSmallWord(and.end) {
                        break
                    }
                    small += 1
                    if small > 3 { break }
                } else if end == j, let inner = innerHead(at: j) {
                    end = inner
                    j = inner
                    continue
                } else if !isCue(j), reading.isCapital(head.lowerBound), others < 2,
                    !reading.language.headLast
                {
                    // "Centre de recherche scientifique de Paris": small words of the name, if a capital follows.
                    others += 1
                } else {
                    break
                }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else if "'&".utf8.contains(reading.ascii(j)) || joinsTowns(j) {
            } else if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j), reading.kind(j - 1) == .word,
                reading.tokens.folded(j - 1).count <= 3,
                // "… Oulu Oy. Tampere …"
                reading.glued(j + 1) || reading.last(.orgLegal, endingAt: j) == nil,
                reading.glued(j + 1) || small == 0 && reading.tokens.folded(j - 1).count <= 2
                    || reading.isSmall(j - 1) && isSmallWord(j - 1) && reading.isCapital(j + 1)
            {
                // "im. A. Mickiewicza", "St."
            } else if reading.ascii(j) == UInt8(ascii: "\""), !reading.glued(j) || reading.glued(j + 1) {
                // A quoted proper name belongs to its head: fundacja „Krok".
                guard let close = closing(j), close - j <= 8, !isTask(head, before: j) else { break }
                end = close + 1
                j = close + 1
                continue
            } else if reading.ascii(j) == UInt8(ascii: ","), let last = domains(head, from: j, blocked) {
                end = last
                break
            } else {
                break
            }
            j += 1
        }
        return end > head.upperBound ? head.lowerBound..<end : nil
    }

    /// "Javni zavod Krajinski *park* Goričko", "Zavod Triglavski *narodni park*": what a body looks after, by an adjective with a
    /// capital and a head noun in small letters.
    private func innerHead(at i: Int) -> Int? {
        let attributes = reading.language.attributeEndings
        guard reading.isSmall(i), !attributes.isEmpty, hasEnding(i - 1, attributes) else { return nil }
        for start in [i - 1, i] {
            guard let match = reading.first(.orgHead, at: start), match.end > i,
                reading.entry(match).language == reading.language.tag, !HeadKey(reading.entry(match).key).isArea
            else { continue }
            return match.end
        }
        return nil
    }

    /// "coordinamento di «Luce»", "coordinadora de «Tejados»": a word in small letters for what somebody does for a project, with
    /// nothing but small words in front of the project's name.
    private func isTask(_ head: Range<Int>, before quotation: Int) -> Bool {
        quotation > head.upperBound && reading.isSmall(head.lowerBound)
            && (head.upperBound..<quotation).allSatisfy {
                reading.first(.of, at: $0) != nil || reading.ascii($0) == UInt8(ascii: "'")
                    || reading.isSmall($0) && isSmallWord($0)
            }
    }

    /// "Penn-*ar*-Bed", "Sisačko-*moslavačke*": a part in small letters that a hyphen joins to the capital before it.
    func isGluedPart(_ i: Int) -> Bool {
        guard reading.isSmall(i), reading.isDash(i - 1), reading.glued(i), reading.glued(i - 1),
            reading.kind(i - 2) == .word, reading.isCapital(i - 2), !reading.tokens[i - 2].isAllCaps
        else { return false }
        let goesOn = reading.isDash(i + 1) && reading.glued(i + 1) && reading.glued(i + 2) && reading.isCapital(i + 2)
        return goesOn || hasEnding(i, reading.language.attributeEndings)
            || hasEnding(i, reading.language.adjectiveEndings)
    }

    /// "Регионален исторически музей – Силистра": the seat that this language puts behind a dash.
    func withSeat(_ tokens: Range<Int>, _ key: HeadKey, _ blocked: TokenSet) -> Range<Int> {
        let dash = tokens.upperBound
        let seat = dash + 1
        guard reading.language.seatBehindDash, !key.isArea, reading.isDash(dash), !reading.glued(dash),
            reading.sameLine(seat), !reading.glued(seat), reading.isCapital(seat), !blocked.contains(seat),
            !isPlace(dash - 1),
            let hit = reading.place(at: seat, before: reading.range.upperBound, in: gazetteer),
            hit.places.first.map({ $0.level > 0 }) ?? false
        else { return tokens }
        return tokens.lowerBound..<hit.tokens.upperBound
    }

    func closing(_ open: Int) -> Int? {
        var j = open + 1
        while j < reading.range.upperBound, j - open < 12 {
            if reading.ascii(j) == UInt8(ascii: "\"") { return j }
            j += 1
        }
        return nil
    }
}
