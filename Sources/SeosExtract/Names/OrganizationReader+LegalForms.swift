internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names by a legal form, and the legal form of a name found otherwise.
extension OrganizationReader {
    /// "4301 AB Zierikzee": two capitals behind four digits that are no year belong to a Dutch postcode.
    private func isPostcode(_ i: Int, _ match: Lexicon.Match) -> Bool {
        guard match.length == 1, reading.tokens[i].isAllCaps, reading.tokens.folded(i).count == 2,
            reading.digits(i - 1) == 4, let number = reading.integer(i - 1)
        else { return false }
        return !(1900..<2100).contains(number)
    }

    /// "Zukunft Zwei GmbH", "MTÜ Eesti Muuseumraudtee", "Mittetulundusühing Sotsiaalsete Ettevõtete Võrgustik".
    func byLegalForm(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i), let match = legalForm(at: i),
            reading.isCapital(i) || match.length > 1 || isSmallForm(match)
        else { return nil }
        if isPostcode(i, match) { return nil }
        if match.length == 1, reading.tokens.folded(i).count <= 2, !reading.tokens[i].isAllCaps, !isSmallForm(match),
            !isSpelledForm(match)
        {
            return nil
        }
        let form = match.start..<match.end
        var start = form.lowerBound
        var j = start - 1
        if reading.ascii(j) == UInt8(ascii: ",") { j -= 1 }
        if let open = opening(j, blocked) {
            start = open
            j = reading.range.lowerBound - 1
        }
        if let word = smallWords(endingAt: j, match, blocked) { j = word }
        while j >= reading.range.lowerBound, !blocked.contains(j), form.lowerBound - j <= 7,
            !reading.breaks(before: j + 1)
        {
            let t = reading.tokens[j]
            if t.kind == .word, reading.isCapital(j),
                !(startsSentence(j) && (isPlainOpening(j) || start == i && isOpeningVerb(j)))
            {
                start = j
            } else if t.kind == .word, isSmallWord(j), j - 1 >= reading.range.lowerBound,
                reading.isCapital(j - 1)
            {
                // "Die Ausschreibung gewann *die* Erdbau Karawanken GmbH"
                if reading.language.capitalizesNouns, isNominative(j) { break }
                // "Frederikshavn Havn och Exempelrederiet AB"; but "Müller und Schmidt GmbH".
                if reading.first(.and, at: j) != nil, start == j + 1, j - 2 >= reading.range.lowerBound,
                    reading.kind(j - 2) == .word, reading.isCapital(j - 2), !startsSentence(j - 1)
                {
                    break
                }
            } else if reading.isDash(j) && reading.glued(j) && reading.glued(j + 1)
                || "&+".utf8.contains(reading.ascii(j)) && reading.kind(j - 1) == .word
            {
            } else {
                break
            }
            j -= 1
        }
        // "Огоста Строй *2001* ЕООД"
        if start == form.lowerBound, reading.kind(j) == .number, j == form.lowerBound - 1, !blocked.contains(j),
            reading.tokens.folded(j).count <= 4, reading.isCapital(j - 1), !reading.breaks(before: j),
            !reading.breaks(before: form.lowerBound)
        {
            start = run(endingAt: j, blocked)
        }
        if isSmallForm(match), start == form.lowerBound { return nil }
        if start < form.lowerBound {
            return Found(
                tokens: start..<form.upperBound, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        // "… rafbúnaður hf. Að auki": the form ends a name that is none for us, and the sentence with it.
        if reading.ascii(form.upperBound - 1) == UInt8(ascii: "."), reading.kind(form.lowerBound - 1) == .word,
            !reading.breaks(before: form.lowerBound), !reading.isCapital(form.lowerBound)
        {
            return nil
        }
        var end = form.upperBound
        j = end
        if reading.ascii(j) == UInt8(ascii: "\""), let close = closing(j) {
            return Found(
                tokens: form.lowerBound..<(close + 1), kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
                rule: "org.legal", isFixed: false)
        }
        while j < reading.range.upperBound, !blocked.contains(j), j - form.upperBound <= 7,
            !reading.breaks(before: j)
        {
            let t = reading.tokens[j]
            if t.kind == .word, j > form.upperBound, let last = reading.first(.orgLegal, at: j), isDotted(last) {
                // "S.C. Statica Proiect S.R.L."
                end = last.end
                break
            } else if t.kind == .word, reading.isCapital(j) {
                // "MTÜ Vikan *Haapsalust*"
                if j > form.upperBound, isOrigin(j) { break }
                end = j + 1
            } else if t.kind == .word, isSmallWord(j) {
                if opensAnother(j, blocked) { break }
            } else if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
            } else {
                break
            }
            j += 1
        }
        guard end > form.upperBound else { return nil }
        return Found(
            tokens: form.lowerBound..<end, kind: Self.kind(ofLegal: reading.entry(match).key), key: nil,
            rule: "org.legal", isFixed: false)
    }

    /// Where the capitalised words begin that end before token `end`.
    private func run(endingAt end: Int, _ blocked: TokenSet) -> Int {
        var start = end
        while end - start < 4, reading.kind(start - 1) == .word, reading.isCapital(start - 1),
            !blocked.contains(start - 1),
            !reading.breaks(before: start), !(startsSentence(start - 1) && isPlainOpening(start - 1))
        { start -= 1 }
        return start
    }

    /// "Vzorový *servis* s.r.o.", "Ateliér Pod *hradom*, s. r. o.", "Hvannir *og synir* ehf.": one or two words in small
    /// letters between the first of a firm's name and a form that is spelled with full stops.
    ///
    /// - Returns: the capital before them.
    func smallWords(endingAt i: Int, _ form: Lexicon.Match, _ blocked: TokenSet) -> Int? {
        guard isDotted(form) else { return nil }
        var j = i
        while i - j < 2, reading.isSmall(j), !blocked.contains(j), !reading.breaks(before: j + 1), !isCue(j),
            reading.first(.project, at: j) == nil, reading.first(.orgGeneric, at: j) == nil,
            i - j == 1 || !isSmallWord(j)
        { j -= 1 }
        guard j < i, reading.kind(j) == .word, reading.isCapital(j), !blocked.contains(j),
            !reading.breaks(before: j + 1),
            !(startsSentence(j) && isPlainOpening(j)), !isSmallWord(j + 1) || reading.first(.and, at: j + 1) != nil
        else { return nil }
        return j
    }

    /// "die": an article that no name of a firm holds, unless a preposition stands before it.
    private func isNominative(_ i: Int) -> Bool {
        reading.isCapital(i - 1)
            && reading.first(.orgInside, at: i).map { reading.entry($0).key == "article" && $0.length == 1 } ?? false
            && reading.tokens.folded(i).last == UInt8(ascii: "e")
    }

    /// "s.r.o.", "ehf.": a form that no word of a sentence can be.
    private func isDotted(_ form: Lexicon.Match) -> Bool {
        reading.entry(form).form.utf8.contains(UInt8(ascii: ".")) && reading.ascii(form.end - 1) == UInt8(ascii: ".")
    }

    /// "… y la Fundación X", "e l'Istituto agronomico", "și organizația neguvernamentală Garda", "och Exempelrederiet AB":
    /// the word for and, and behind it another body.
    func opensAnother(_ i: Int, _ blocked: TokenSet) -> Bool {
        guard let and = reading.first(.and, at: i) else { return false }
        var j = and.end
        var steps = 0
        while steps < 5, reading.range.contains(j), !blocked.contains(j), !reading.breaks(before: j) {
            if reading.ascii(j) == UInt8(ascii: "'") {
                j += 1
                continue
            }
            // "u l-Muniċipju": an article that a hyphen joins to the noun.
            if reading.isSmall(j), reading.isDash(j + 1), reading.glued(j + 1), reading.glued(j + 2), steps == 0 {
                j += 2
                steps += 1
                continue
            }
            guard reading.kind(j) == .word else { return false }
            for match in reading.at(j) where [.orgHead, .orgLegal, .nameBody].contains(match.meaning) {
                // "… de documentation et *de recherche* scientifique"
                if reading.isSmall(j), reading.first(.of, at: j - 1) != nil, !isNamed(behind: match.end) { continue }
                if reading.isCapital(j) || steps > 0 || isNamed(behind: match.end) { return true }
            }
            guard isSmallWord(j) || reading.isCapital(j) else { return false }
            // "… și Dezvoltării Regionale *și* Ministerul": another word for and closes this half of the name.
            if reading.first(.and, at: j) != nil, reading.isSmall(j) { return false }
            j += 1
            steps += 1
        }
        return false
    }

    /// A capital or a quotation within two words behind a head noun in small letters.
    private func isNamed(behind start: Int) -> Bool {
        for j in start..<(start + 3) {
            guard reading.range.contains(j), !reading.breaks(before: j) else { return false }
            if reading.isCapital(j) || reading.ascii(j) == UInt8(ascii: "\"") { return !reading.glued(j) }
            guard reading.kind(j) == .word, !isSmallWord(j) else { return false }
        }
        return false
    }

    /// A form of the language, or one of another behind a name.
    private func legalForm(at i: Int) -> Lexicon.Match? {
        if let own = reading.first(.orgLegal, at: i) { return own }
        guard let foreign = reading.first(.orgForeignLegal, at: i), isForeignForm(foreign) else { return nil }
        return foreign
    }

    /// "Sepi-Tuote Oy": a form of two letters as its language spells it, behind a name.
    private func isSpelledForm(_ match: Lexicon.Match) -> Bool {
        let i = match.start
        return reading.kind(i - 1) == .word && reading.isCapital(i - 1) && !reading.breaks(before: i)
            && reading.tokens.string(i) == reading.entry(match).form
    }

    /// "Lofoten Tang AS" on a page of another language: behind words with a capital that are none of letters alone.
    private func isForeignForm(_ match: Lexicon.Match) -> Bool {
        let before = match.start - 1
        return reading.kind(before) == .word && reading.isCapital(before) && !reading.tokens[before].isAllCaps
            && !reading.breaks(before: match.start)
            && (match.length > 1 || reading.tokens.string(match.start) == reading.entry(match).form)
    }

    /// "„Инокс Сервиз“ ООД": where the quotation begins that ends at token `i`.
    private func opening(_ i: Int, _ blocked: TokenSet) -> Int? {
        guard reading.ascii(i) == UInt8(ascii: "\""), reading.kind(i - 1) == .word else { return nil }
        var j = i - 1
        while j >= reading.range.lowerBound, i - j <= 7, !blocked.contains(j), !reading.breaks(before: j + 1) {
            if reading.ascii(j) == UInt8(ascii: "\"") { return reading.isCapital(j + 1) ? j : nil }
            j -= 1
        }
        return nil
    }

    static func kind(ofLegal key: String) -> OrganizationKind? { OrganizationKind(word: key) }

    /// "Muonion matkailuyhdistys ry": a form that is written in small letters, right behind a name.
    func isSmallForm(_ match: Lexicon.Match) -> Bool {
        guard let first = reading.entry(match).form.utf8.first, 97...122 ~= first, reading.isSmall(match.start),
            reading.sameLine(match.start), reading.kind(match.start - 1) == .word
        else { return false }
        return reading.isCapital(match.start - 1) || reading.first(.orgHead, at: match.start - 1) != nil
    }

    /// Takes in a legal form right before or behind the name, and an acronym in brackets right behind it.
    func withLegalForm(_ tokens: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        if let before = reading.last(.orgLegal, endingAt: start), reading.isCapital(before.start),
            !blocked.contains(before.start)
        {
            start = before.start
        }
        if let behind = legalForm(at: end), reading.sameLine(end), !blocked.contains(end),
            behind.length > 1 || reading.isCapital(end) || isSmallForm(behind)
        {
            end = behind.end
        } else if reading.ascii(end) == UInt8(ascii: ","), reading.sameLine(end + 1), !blocked.contains(end + 1),
            let behind = legalForm(at: end + 1),
            isDotted(behind),
            behind.length > 1 || reading.isCapital(end + 1)
        {
            // "Construções Modelo, Lda."
            end = behind.end
        }
        return start..<end
    }
}
