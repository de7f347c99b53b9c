internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// How far the name of a place reaches, and words that are no part of it.
extension UnknownPlaces {
    /// The end of the capitalised words that begin at `i`, when they may be the name of a place.
    func run(from i: Int) -> Int? {
        var end = i + 1
        var words = 1
        if !isName(i) {
            // "El Hondo", "La Raya": an article with a capital.
            guard reading.kind(i) == .word, reading.tokens.folded(i).count == 2, reading.isCapital(i),
                !reading.tokens[i].isAllCaps, !busy.contains(i), reading.sameLine(i + 1), isName(i + 1)
            else { return nil }
            end = i + 2
        }
        while words < 4, reading.sameLine(end), !busy.contains(end) {
            if reading.isDash(end) || reading.ascii(end) == UInt8(ascii: "'") {
                guard reading.glued(end), reading.glued(end + 1), let next = gluedName(behind: end) else { break }
                end = next
            } else if isName(end) {
                end += 1
            } else if let of = reading.first(.of, at: end), isName(of.end), reading.sameLine(of.end),
                reading.isSmall(end)
            {
                end = of.end + 1
            } else if let link = reading.link(at: end) {
                // "Vranova nad Dyjí"
                end = link + 1
            } else {
                break
            }
            words += 1
        }
        // Longer runs are titles and persons; a word in small letters glued behind makes another word of the name.
        if words == 4, isName(end) { return nil }
        if reading.isDash(end), reading.glued(end), reading.glued(end + 1) { return nil }
        if busy.contains(end), reading.sameLine(end), reading.kind(end) == .word, reading.isCapital(end) { return nil }
        let next = reading.ascii(end)
        if reading.kind(end) == .number && reading.sameLine(end) || next == UInt8(ascii: "\"")
            || next == UInt8(ascii: "&")
        {
            return nil
        }
        if reading.sameLine(end), reading.at(end).contains(where: { Self.makesBody($0.meaning) }) { return nil }
        return end
    }

    /// Behind the name that hangs on the dash at `sign`, with the small words and articles between them:
    /// "Pont-*l'Abbé*-*d'Arnoult*", "Saint-Jean-*de-Luz*", "Stratford-*upon-Avon*".
    private func gluedName(behind sign: Int) -> Int? {
        if isName(sign + 1) { return sign + 2 }
        var i = sign + 1
        while i - sign <= 4, reading.isSmall(i), reading.tokens.folded(i).count <= 4, reading.glued(i + 1),
            reading.isDash(i + 1) || reading.ascii(i + 1) == UInt8(ascii: "'"), reading.glued(i + 2)
        {
            i += 2
            if isName(i) { return i + 1 }
        }
        return nil
    }

    func isName(_ i: Int) -> Bool {
        guard reading.kind(i) == .word, !busy.contains(i), reading.isCapital(i), reading.tokens.folded(i).count >= 3
        else { return false }
        let t = reading.tokens[i]
        // "gConamara": Irish writes a small letter in front.
        if t.isAllCaps || t.hasInnerCapital && !reading.mayMutate { return false }
        return !reading.at(i).contains {
            $0.meaning.isLabel || Self.isNoPlace($0.meaning) || $0.meaning == .nameOpening
        }
    }

    func base(_ tokens: Range<Int>) -> String {
        let quote = BaseForm.withPlainInitial(reading.string(tokens), tokens, reading)
        guard let ending = reading.whereEnding(tokens.upperBound - 1, isKnown: false) else { return quote }
        return String(quote.dropLast(ending.ending.count)) + ending.base
    }

    /// Words that make what stands before them a body, a project or a programme.
    static func makesBody(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .project, .programme: true
        default: false
        }
    }

    static func isNoPlace(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .orgHead, .orgLegal, .orgDepartment, .orgGeneric, .nameOrganization, .nameBody, .nameProgramme, .namePlace,
            .project, .month, .weekday, .season, .event, .unit, .numberWord, .ordinal, .currency, .magnitude, .relative,
            .quarter, .half, .noProject, .placeBefore, .leadBefore, .leadAfter, .partnerBefore, .partnerAfter,
            .funderBefore, .funderAfter, .published, .ownLanguage:
            true
        default: false
        }
    }
}
