internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The first word of a sentence, whose capital is no evidence that it belongs to a name.
extension OrganizationReader {
    /// "Sudjeluje Turistička zajednica", "Prašo Lazdijų rajono …": a sentence's first word before another capital, in a
    /// language whose names have a capital in front only, unless its ending is that of a name.
    func isOpeningVerb(_ i: Int) -> Bool {
        startsSentence(i) && !reading.language.complementEndings.isEmpty && reading.kind(i + 1) == .word
            && reading.isCapital(i + 1) && !reading.tokens[i].isAllCaps && !isPlace(i)
            && !hasEnding(i, reading.language.complementEndings)
            && !(reading.language.genitiveFirst && hasEnding(i, reading.language.adjectiveEndings))
    }

    /// "Trysil kommune leder prosjektet": who leads, pays or takes part right behind its name is somebody.
    private func hasRole(behind end: Int) -> Bool {
        reading.sameLine(end)
            && reading.at(end).contains {
                [.leadBefore, .leadVerb, .partnerBefore, .funderBefore, .funderGives].contains($0.meaning)
            }
    }

    /// "Göteborgs universitet (Švédsko)": a head noun of another language ends a line, or stands before a bracket in it.
    private func isItem(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        let end = tokens.upperBound
        guard let match = reading.first(.orgHead, at: head.lowerBound),
            reading.entry(match).language != reading.language.tag, reading.breaks(before: tokens.lowerBound)
        else { return false }
        return !reading.range.contains(end) || reading.breaks(before: end) || reading.ascii(end) == UInt8(ascii: "(")
    }

    /// "*Countless* Bristol City Council": the words that the pack says open sentences only.
    func withoutOpening(_ name: Found) -> Found {
        guard let first = name.tokens.first, name.tokens.count > 1, name.key == nil, startsSentence(first),
            reading.isCapital(first + 1), reading.first(.nameOpening, at: first) != nil
        else { return name }
        var name = name
        name.tokens = (first + 1)..<name.tokens.upperBound
        return name
    }

    /// A sentence that merely begins with a capital: "Regionale Behörden", "Eesmärk on aidata võrgustiku".
    func isOpeningPhrase(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        guard let first = tokens.first, startsSentence(first), first != head.lowerBound else { return false }
        if reading.tokens[first].isAllCaps || reading.tokens[first].hasInnerCapital || isPlace(first) { return false }
        if isTownAdjective(first) || isAdjectiveOfName(tokens, head) || isAdjectiveOfTown(tokens, head) { return false }
        if tokens.count == 2, hasRole(behind: tokens.upperBound) || isItem(tokens, head) { return false }
        let next = first + 1
        if tokens.contains(next), reading.kind(next) == .word, !reading.isCapital(next),
            reading.first(.orgInside, at: next) == nil
        {
            return true
        }
        return tokens.count == 2
            && (!reading.isCapital(head.lowerBound) || reading.language.capitalizesNouns)
    }

    /// "Západočeská univerzita v *Plzni*", "Střední odborná škola *Olomouc*": adjectives before a head noun in small letters, and
    /// behind it a capital of the same name.
    private func isAdjectiveOfName(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        let attributes = reading.language.attributeEndings
        guard !attributes.isEmpty, reading.isSmall(head.lowerBound), head.upperBound < tokens.upperBound,
            (tokens.lowerBound..<head.lowerBound).allSatisfy({ hasEnding($0, attributes) })
        else { return false }
        return (head.upperBound..<tokens.upperBound).contains { reading.isCapital($0) }
    }

    /// "*Дрогобицька* міська рада", "*Nacionalni* institut za javno zdravstvo": before a head noun of several words, or one with
    /// its purpose behind it, an adjective is the name's, though no list knows the town.
    private func isAdjectiveOfTown(_ tokens: Range<Int>, _ head: Range<Int>) -> Bool {
        let endings = reading.language.townEndings.map(\.ending)
        guard !endings.isEmpty, head.lowerBound == tokens.lowerBound + 1, reading.isSmall(head.lowerBound) else {
            return false
        }
        let first = tokens.lowerBound
        if head.count > 1, hasEnding(first, endings) { return true }
        guard tokens.upperBound > head.upperBound + 1, hasEnding(first, reading.language.attributeEndings),
            let match = reading.first(.orgHead, at: head.lowerBound)
        else { return false }
        return isForPurpose(head.upperBound, HeadKey(reading.entry(match).key))
    }

    /// "*Tolminski* muzej", "*Рахівська* міська рада", "*Szegedi* Egyetem": an adjective that the language makes of the name of
    /// a town that a list knows.
    func isTownAdjective(_ i: Int) -> Bool {
        let endings = reading.language.townEndings
        guard !endings.isEmpty, reading.kind(i) == .word else { return false }
        let token = reading.tokens[i]
        let word = reading.tokens.text[Int(token.start)..<Int(token.end)]
        return endings.contains { ending, base in
            guard word.count >= ending.count + 2, word.suffix(ending.count).elementsEqual(ending) else { return false }
            let name = String(decoding: word.dropLast(ending.count), as: UTF8.self) + base
            return gazetteer.places(named: name, language: reading.language).contains { $0.level > 0 }
        }
    }

    /// A single word that is a name by itself: a capitalised compound inside a sentence ("Maaülikool").
    func isCompound(_ tokens: Range<Int>) -> Bool {
        guard let i = tokens.first, let match = reading.first(.orgHead, at: i) else { return false }
        let form = reading.entry(match).form
        guard form.hasPrefix("*"), reading.isCapital(i),
            !startsSentence(i) || isCompoundOfPlace(i, form)
        else { return false }
        // "das Umweltministerium": each state has one of each kind.
        return !reading.language.capitalizesNouns || tokens.count == 1 && reading.entry(match).key == "public.ministry"
    }

    /// "*Uppland*sstiftelsen", "*Røros*museet": the end of a head noun behind a place that a list knows.
    private func isCompoundOfPlace(_ i: Int, _ form: String) -> Bool {
        let word = Array(reading.tokens.folded(i))
        let noun = Array(Folding.fold(form.filter { $0 != "*" }).utf8)
        guard let end = (4..<max(5, word.count)).last(where: { word.dropFirst($0).starts(with: noun) }) else {
            return false
        }
        return [end, word[end - 1] == UInt8(ascii: "s") ? end - 1 : end].contains { end in
            end >= 4
                && gazetteer.places(named: String(decoding: word[..<end], as: UTF8.self), language: reading.language)
                    .contains { $0.level > 0 }
        }
    }
}
