internal import SeosLanguages
internal import SeosText

/// Names that go on in small letters behind their head noun: "Ministerstvo životního prostředí", "Fond za zaštitu
/// okoliša", "Литовський центр народної культури". Only the endings of the language tell where they end.
extension OrganizationReader {
    /// What the head noun `head`, which ends the name found so far, is followed by.
    ///
    /// - Returns: the end of the name, nil when the words behind it do not belong to it.
    func complement(of head: Range<Int>, in name: Range<Int>, _ blocked: TokenSet) -> Int? {
        let r = reading
        let start = name.upperBound
        guard r.isCapital(head.lowerBound) || start > head.upperBound || isMinistry(head) || name.count > head.count
        else { return nil }
        guard goesOnInSmallLetters, !r.language.genitiveFirst, !r.breaks(before: start) else { return nil }
        // "Fond za zaštitu okoliša *i energetsku učinkovitost*": the head is a name that may go on with and.
        let isWhole = start == head.upperBound && holdsComplement(head) && joint(at: start) != nil
        guard r.isSmall(start) || isWhole else { return nil }
        let purpose = link(at: start)
        var phrase = Phrase(end: isWhole ? start : nil, isOpen: purpose?.isOpen == true)
        var i = purpose?.end ?? start
        // Behind an abbreviation only a purpose goes on: "Zavod RS za zaštitu prirode".
        let hasFields = r.language.complementEndings.isEmpty
        if start > head.upperBound || hasFields, !phrase.isOpen { return nil }
        // "Škola *polytechnická* Bardejov": an adjective behind its noun, where no noun follows.
        if purpose == nil, isTrailingAttribute(start) { return start + 1 }
        while r.range.contains(i), i - start < 9, !blocked.contains(i), !r.breaks(before: i) {
            if let next = joint(at: i), phrase.end == i, let isAdjective = opening(next) {
                phrase.isOpen = isAdjective
                i = next
                continue
            }
            // "за театрално *и филмово* изкуство": a second adjective of the noun that is waited for.
            if phrase.isOpen, phrase.hasAdjective, r.first(.and, at: i) != nil, isAdjective(i + 1), isNoun(i + 2) {
                i += 1
                continue
            }
            // "за деца *и младежи* „Колибри“"
            if purpose?.isOpen == true, phrase.end == i, r.first(.and, at: i) != nil, isNoun(i + 1),
                r.ascii(i + 2) == UInt8(ascii: "\""), !r.glued(i + 2), !r.breaks(before: i + 2)
            {
                phrase.end = i + 2
                break
            }
            if phrase.end == i, let link = link(at: i) {
                phrase.isOpen = link.isOpen
                i = link.end
                continue
            }
            // "Ministerstvo životního prostředí *a zbylých* 5 %": an adjective without a noun goes on with nothing.
            if phrase.end != nil, hasEnding(i, r.language.adjectiveEndings), !goesOn(i + 1), r.kind(i + 1) == .number {
                break
            }
            guard r.isSmall(i), r.tokens.folded(i).count >= 3, !isSmallWord(i), !isCue(i),
                r.first(.project, at: i) == nil || phrase.isOpen && phrase.hasAdjective
            else { break }
            if hasEnding(i, r.language.adjectiveEndings) && goesOn(i + 1)
                || phrase.isOpen && hasEnding(i, r.language.attributeEndings) && isNoun(i + 1)
                || phrase.isOpen && !phrase.hasAdjective && agrees(i)
            {
                phrase.isOpen = true
                phrase.hasAdjective = true
            } else if phrase.isOpen && (!hasFields || hasEnding(i, r.language.fieldEndings))
                || hasEnding(i, r.language.complementEndings)
            {
                phrase.isOpen = false
                phrase.hasAdjective = false
                phrase.end = i + 1
            } else {
                break
            }
            i += 1
        }
        if phrase.end == start { return nil }
        return phrase.end.map { landscape(behind: $0, blocked) ?? $0 }
    }

    /// "Басейнове управління водних ресурсів *річки Тиса*", "Uprava sliva *rijeke Kupe*": the river or the hills that a body
    /// looks after, by a noun for a landscape in small letters and its name.
    private func landscape(behind end: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        let name = end + 1
        guard r.isSmall(end), r.isPlaceNoun(.first, at: end), !r.breaks(before: end), r.isCapital(name),
            !r.breaks(before: name), !blocked.contains(name)
        else { return nil }
        // "річок Прут та Сірет"
        if let and = r.first(.and, at: name + 1), r.isCapital(and.end), !r.breaks(before: and.end), isPlace(and.end),
            r.first(.orgHead, at: and.end) == nil, !blocked.contains(and.end), isPlace(name), !isNoun(and.end + 1)
        {
            return and.end + 1
        }
        return name + 1
    }

    /// Whether names of the language go on in small letters behind their head.
    private var goesOnInSmallLetters: Bool {
        !reading.language.complementEndings.isEmpty || !reading.language.fieldEndings.isEmpty
    }

    /// "Fond za zaštitu okoliša": a row of the pack that is a head noun and what the body is for.
    private func holdsComplement(_ head: Range<Int>) -> Bool {
        head.count > 1 && hasEnding(head.upperBound - 1, reading.language.complementEndings)
            && reading.at(head.lowerBound).contains { $0.meaning == .orgHead && $0.length < head.count }
    }

    private func isTrailingAttribute(_ i: Int) -> Bool {
        let r = reading
        guard r.isSmall(i), hasEnding(i, r.language.attributeEndings), !isSmallWord(i), !isCue(i) else { return false }
        return r.isCapital(i + 1) && !r.breaks(before: i + 1)
    }

    /// "ministerstvo životného prostredia": each state has one of each kind, so no capital is needed.
    func isMinistry(_ head: Range<Int>) -> Bool {
        reading.first(.orgHead, at: head.lowerBound).map { reading.entry($0).key == "public.ministry" } ?? false
    }

    /// A preposition that leads to a purpose, behind which any noun may stand, or to an owner.
    private func link(at i: Int) -> (end: Int, isOpen: Bool)? {
        guard let match = reading.first(.orgInside, at: i), reading.isSmall(i) else { return nil }
        let key = reading.entry(match).key
        return key == "for" || key == "of" ? (match.end, key == "for") : nil
    }

    /// "za *hitnu medicinu*", "za *zdravo prehrano*": behind the word for for an adjective ends in the vowel of its noun.
    private func agrees(_ i: Int) -> Bool {
        let r = reading
        guard goesOn(i + 1), !hasEnding(i, r.language.complementEndings), r.tokens.folded(i + 1).count >= 4,
            !isSmallWord(i + 1), !isCue(i + 1),
            r.first(.and, at: i + 1) == nil, let a = r.tokens.folded(i).last, let b = r.tokens.folded(i + 1).last
        else { return false }
        let (first, second) = (r.tokens.folded(i), r.tokens.folded(i + 1))
        // "недвижимо културно": letters of two bytes.
        if a >= 0x80, first.count > 1, second.count > 1 {
            return first.suffix(2).elementsEqual(second.suffix(2)) && Self.isCyrillicVowel(first.suffix(2))
        }
        return a == b && "aeiou".utf8.contains(a)
    }

    /// а, е, и, о, у, я.
    private static func isCyrillicVowel(_ letter: ArraySlice<UInt8>) -> Bool {
        guard let lead = letter.first, let byte = letter.last else { return false }
        return lead == 0xD0 ? [0xB0, 0xB5, 0xB8, 0xBE].contains(byte) : lead == 0xD1 && [0x83, 0x8F].contains(byte)
    }

    private struct Phrase {
        var end: Int?
        /// Whether a preposition or an adjective waits for its noun.
        var isOpen: Bool
        /// Whether an adjective leads to the noun that is waited for ("Фонд за *малки* проекти").
        var hasAdjective = false
    }

    /// "Međimurske županije", "Krkonošského národního parku", "Софийския университет": an adjective with a capital that ends
    /// a name in an oblique case takes the noun behind it, with up to two adjectives before that.
    func nounBehind(_ tokens: Range<Int>, _ blocked: TokenSet) -> Int? {
        let r = reading
        guard let last = tokens.last, tokens.count >= 2, r.isCapital(last), !r.tokens[last].isAllCaps,
            !blocked.contains(last + 1), isNoun(last + 1)
        else { return nil }
        guard hasEnding(last, r.language.adjectiveEndings) else { return closingNoun(behind: last) }
        var noun = last + 1
        while noun - last <= 2,
            hasEnding(noun, r.language.adjectiveEndings) || hasEnding(noun, r.language.attributeEndings),
            isNoun(noun + 1)
        { noun += 1 }
        return hasEnding(noun, r.language.complementEndings) || isHead(noun) ? noun + 1 : nil
    }

    /// "Český *ráj*", "Novo *mesto*", "Ljubljanski *potniški promet*": an adjective in the nominative and its noun, where the
    /// sentence or the list goes on behind it with a sign or the word for and.
    private func closingNoun(behind last: Int) -> Int? {
        let r = reading
        let attributes = r.language.attributeEndings
        guard hasEnding(last, attributes) || agreesInVowel(last) else { return nil }
        var noun = last + 1
        if hasEnding(noun, attributes), isNoun(noun + 1) { noun += 1 }
        let next = noun + 1
        let isEnd =
            !r.range.contains(next) || r.breaks(before: next) || ".,;)".utf8.contains(r.ascii(next))
            || r.first(.and, at: next) != nil
        return isEnd && r.tokens.folded(noun).count >= 3 ? next : nil
    }

    /// "Zaklada *Čista voda*": an adjective of at least four letters and a noun that end in the same vowel.
    private func agreesInVowel(_ last: Int) -> Bool {
        let r = reading
        guard !r.language.attributeEndings.isEmpty, r.tokens.folded(last).count >= 4,
            r.tokens.folded(last + 1).count >= 4,
            let a = r.tokens.folded(last).last, let b = r.tokens.folded(last + 1).last
        else { return false }
        return a == b && "ao".utf8.contains(a) && !isPlace(last)
    }

    /// A word in small letters that goes on with a name: no small word, preposition, verb of a role or project.
    private func isNoun(_ i: Int) -> Bool {
        goesOn(i) && !isSmallWord(i) && !isCue(i) && reading.first(.and, at: i) == nil
            && reading.first(.placeBefore, at: i) == nil && reading.first(.project, at: i) == nil
            && reading.at(i).allSatisfy { !Self.isTold($0.meaning) }
    }

    private func isAdjective(_ i: Int) -> Bool {
        goesOn(i)
            && (hasEnding(i, reading.language.adjectiveEndings) || hasEnding(i, reading.language.attributeEndings))
    }

    private func isHead(_ i: Int) -> Bool {
        reading.at(i).contains { $0.meaning == .orgHead || $0.meaning == .regionNoun || $0.meaning == .orgDepartment }
    }

    /// "Zveza društev *rejcev drobnice Slovenije*": up to three words in small letters between what a body is of and the
    /// country whose it is.
    func countryBehind(_ end: Int, _ blocked: TokenSet) -> Int? {
        let r = reading
        var i = end
        while i - end <= 4, goesOn(i), !blocked.contains(i), isNoun(i) || r.first(.and, at: i) != nil && i > end,
            r.tokens.folded(i).count >= 4 || r.first(.and, at: i) != nil
        { i += 1 }
        guard i > end, r.isCapital(i), !r.breaks(before: i), !blocked.contains(i), isCountryName(i),
            r.tokens.folded(i).count > 3,
            r.first(.and, at: i - 1) == nil,
            !r.isCapital(i + 1) || r.breaks(before: i + 1)
        else { return nil }
        return i + 1
    }

    /// "udruga Velebitski pastiri", "spolek Šumavští pastevci", "biedrība Latgales gani": who a society is of, in small
    /// letters behind the adjective or the place that says where.
    func membersBehind(_ tokens: Range<Int>, _ head: Range<Int>, _ blocked: TokenSet) -> Int? {
        let r = reading
        let last = tokens.upperBound - 1
        let i = tokens.upperBound
        guard last == head.upperBound, !r.tokens[last].isAllCaps,
            r.isCapital(last), goesOn(i), !blocked.contains(i), r.tokens.folded(i).count >= 4, !isSmallWord(i),
            !isCue(i),
            r.last(.placeBefore, endingAt: i + 1) == nil, r.first(.and, at: i) == nil,
            r.at(i).allSatisfy({ !Self.isTold($0.meaning) })
        else { return nil }
        let tellsMembers =
            r.language.genitiveFirst
            ? r.language.headFirst && r.whereEnding(last, isKnown: true) == nil && isPlaceInCase(last)
                && hasEnding(last, r.language.complementEndings)
            : hasEnding(last, r.language.memberEndings)
        return tellsMembers ? i + 1 : nil
    }

    /// "Latgales", "Saaremaa": a place that is no nominative by itself.
    private func isPlaceInCase(_ i: Int) -> Bool {
        if let place = reading.place(at: i, before: i + 1, in: gazetteer), place.places.first?.level != 0 {
            return !place.isBaseForm
        }
        guard let match = reading.first(.namePlace, at: i), match.length == 1 else { return false }
        return reading.entry(match).key.utf8.count > 2
    }

    private static func isTold(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .funderGives, .funderBefore, .leadBefore, .leadVerb, .partnerBefore, .placeBefore, .costs, .acts, .share:
            true
        default: false
        }
    }

    /// Behind the word for and, or behind a comma of a list that ends with one ("mora, prometa i infrastrukture").
    private func joint(at i: Int) -> Int? {
        let r = reading
        if let and = r.first(.and, at: i) { return and.end }
        guard r.ascii(i) == UInt8(ascii: ","), goesOn(i + 1) else { return nil }
        return (i + 2..<i + 6).contains { r.first(.and, at: $0) != nil && goesOn($0 + 1) }
            && (i + 1..<i + 4).allSatisfy { r.kind($0) == .word && !r.isCapital($0) } ? i + 1 : nil
    }

    /// Whether an adjective (true) or a noun (false) of the name stands at `i`; nil when neither.
    private func opening(_ i: Int) -> Bool? {
        guard goesOn(i), !isSmallWord(i), !isCue(i) else { return nil }
        let language = reading.language
        if hasEnding(i, language.adjectiveEndings) { return true }
        return hasEnding(i, language.complementEndings) || hasEnding(i, language.fieldEndings) ? false : nil
    }

    private func goesOn(_ i: Int) -> Bool { reading.isSmall(i) && !reading.breaks(before: i) }

    func hasEnding(_ i: Int, _ endings: [[UInt8]]) -> Bool { reading.hasEnding(i, endings) }
}
