internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// How far a name reaches behind its head noun.
extension OrganizationReader {
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
                if end == j, let number = numberEnd(j, behind: head) {
                    // "Gymnázium č. 2", "Szkoła Podstawowa nr 7 w Augustowie"
                    end = number
                    j = number
                    small = 0
                    continue
                } else if reading.isCapital(j) || isGluedPart(j) {
                    end = j + 1
                    small = 0
                    // "Razvojni center *Novo mesto*", "Junta de *Castela e Leão*"
                    if let place = placeOfWords(from: j, blocked) {
                        end = place
                        j = place
                        continue
                    }
                } else if isElision(j) {
                    break
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
                    if repeatsPreposition(of: head, at: j) || end == j && bringsAnother(j) || opensProject(j) { break }
                    if end == j, endsBefore(and: j) { break }
                    if end == j, closesBody(head, j) || opensNext(j, head) { break }
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
                    if small > (isOfField(j, head) ? 5 : 3) { break }
                } else if end == j, let inner = innerHead(at: j) {
                    end = inner
                    j = inner
                    continue
                } else if !isCue(j), reading.isCapital(head.lowerBound), others < 2 || others < 4 && isOfField(j, head),
                    !reading.language.headLast, !(end == j && isArticle(j + 1))
                {
                    // "Centre de recherche scientifique de Paris": small words of the name, if a capital follows.
                    others += 1
                } else {
                    break
                }
            } else if end == j, let whole = suspendedEnd(j, blocked) {
                end = whole
                j = whole
                continue
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else if "'&".utf8.contains(reading.ascii(j)) || joinsTowns(j) {
            } else if end == j, let number = numberEnd(j, behind: head) {
                // "Заклад дошкільної освіти № 5"
                end = number
                j = number
                small = 0
                continue
            } else if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j), reading.kind(j - 1) == .word,
                // "… del Delta del Po. La Demarcación …"
                reading.glued(j + 1) || !isPlace(j - 1),
                reading.tokens.folded(j - 1).count <= 3,
                // "… Oulu Oy. Tampere …"
                reading.glued(j + 1) || reading.last(.orgLegal, endingAt: j) == nil,
                reading.glued(j + 1)
                    || small == 0 && reading.tokens.folded(j - 1).count <= 2
                        && !(reading.tokens[j - 1].isAllCaps && reading.tokens.folded(j - 1).count == 2)
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
                // "… Klimaschutz, Umwelt und Natur *des Landes Schleswig-Holstein*"
                end = last
                guard reading.isSmall(last), reading.first(.and, at: last) == nil, isSmallWord(last) else { break }
                small = 0
                j = last
                continue
            } else {
                break
            }
            j += 1
        }
        return end > head.upperBound ? head.lowerBound..<end : nil
    }

    /// "Politechnika Białostocka *w projekcie* LIGNOSTEP", "Δήμος Γρεβενών *στο Πρόγραμμα*": a word for where and the word for
    /// project or programme tell what a body does.
    private func opensProject(_ i: Int) -> Bool {
        guard reading.isSmall(i), let before = reading.first(.placeBefore, at: i),
            PlaceWord.isWhere(reading.entry(before).key)
        else { return false }
        return reading.at(before.end).contains { $0.meaning == .project || $0.meaning == .programme }
    }

    /// "Javni zavod Krajinski *park* Goričko", "Zavod Triglavski *narodni park*": what a body looks after, by an adjective with a
    /// capital and a head noun in small letters.
    private func innerHead(at i: Int) -> Int? {
        let attributes = reading.language.attributeEndings
        // "Geologický ústav *Akademie věd*"
        if reading.isSmall(i), let match = reading.first(.orgHead, at: i - 1), match.end > i,
            reading.entry(match).language == reading.language.tag
        {
            return match.end
        }
        guard reading.isSmall(i), !attributes.isEmpty, hasEnding(i - 1, attributes) else { return nil }
        // "Zavod Triglavski *narodni park*"
        let next = hasEnding(i, attributes) && reading.isSmall(i + 1) && !reading.breaks(before: i + 1) ? i + 1 : i
        for start in (i - 1)...next {
            guard let match = reading.first(.orgHead, at: start), match.end > next,
                reading.entry(match).language == reading.language.tag, !HeadKey(reading.entry(match).key).isArea
            else { continue }
            return match.end
        }
        return nil
    }

    /// "Centre national *de documentation et de recherche* scientifique *des* Comores": behind the first words in small letters
    /// a field goes on while each noun stands behind a word for of.
    private func isOfField(_ i: Int, _ head: Range<Int>) -> Bool {
        (head.upperBound..<i).allSatisfy { k in
            reading.isSmall(k)
                && (!isSmallWord(k) || reading.first(.of, at: k) != nil || reading.first(.and, at: k) != nil)
        } && (isSmallWord(i - 1) || isSmallWord(i - 2))
    }

    /// "Fondazione Fossoli ospita *la* tappa": behind a verb stands an article, behind a name's adjective none.
    private func isArticle(_ i: Int) -> Bool {
        reading.isSmall(i) && !reading.breaks(before: i)
            && reading.first(.orgInside, at: i).map { reading.entry($0).key == "article" } ?? false
    }

    /// "le Parc *s'*appuie", "la Commune *n'*a": a word of one letter before an apostrophe that is none of a name's small words.
    private func isElision(_ i: Int) -> Bool {
        reading.isSmall(i) && reading.tokens.folded(i).count == 1 && reading.ascii(i + 1) == UInt8(ascii: "'")
            && reading.glued(i + 1) && reading.glued(i + 2) && reading.isSmall(i + 2) && !isSmallWord(i)
            && !isForeignSmallWord(i)
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
