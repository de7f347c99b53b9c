internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What stands in small letters behind a head noun and belongs to the name: what the body is for, whose it is and where it is
/// ("Dopravní podnik města Liberce", "Muzeum lidových staveb v Kouřimi").
extension OrganizationReader {
    /// The name with what goes on in small letters behind it.
    func withComplement(_ found: Range<Int>?, _ head: Range<Int>, _ key: HeadKey, _ blocked: TokenSet)
        -> Range<Int>?
    {
        let name = found ?? head
        if let owned = withTerritory(name, key, blocked) { return owned }
        if key.isArea, reading.language.complementEndings.isEmpty { return found }
        // "Zavod RS", "Zavod Republike Slovenije": behind the state's name a body says what it is for.
        let isOfState =
            name.upperBound > head.upperBound
            && (name.upperBound == head.upperBound + 1 && reading.tokens[name.upperBound - 1].isAllCaps
                && reading.tokens.folded(name.upperBound - 1).count <= 3
                || name.upperBound <= head.upperBound + 2 && isCountryName(name.upperBound - 1))
        if name.upperBound == head.upperBound || isOfState,
            let end = complement(of: head, in: name, blocked)
        {
            let whole = withOwner(name.lowerBound..<end, blocked)
            // "Škola sousedů": a sentence may begin with a common noun; a ministry is one of its own.
            let isPlain =
                whole.upperBound == end && !isOfState && startsSentence(head.lowerBound)
                && (key.kind != .public || key.isArea)
                && !(isForPurpose(name.upperBound, key) || isValue(head.lowerBound))
            if !isPlain { return whole }
        }
        // "Zveza društev *rejcev drobnice Slovenije*"
        if !key.isArea, name.upperBound == head.upperBound, head.count > 1, reading.isCapital(head.lowerBound),
            let end = countryBehind(head.upperBound, blocked)
        {
            return name.lowerBound..<end
        }
        if name.upperBound > head.upperBound,
            let end = nounBehind(name, blocked) ?? (key.kind == .ngo ? membersBehind(name, head, blocked) : nil)
        {
            return name.lowerBound..<end
        }
        return found
    }

    /// "Institut za hrvatski jezik provodi …": an institute or an association for something is a name where a sentence
    /// begins with it too.
    func isForPurpose(_ i: Int, _ key: HeadKey) -> Bool {
        guard [.research, .ngo, .university].contains(key.kind) else { return false }
        // A row of the pack may hold the preposition: "institut za".
        return [i, i - 1].contains { i in
            reading.isSmall(i) && reading.first(.orgInside, at: i).map { reading.entry($0).key == "for" } ?? false
        }
    }

    /// "Ustanova: Institut za hrvatski jezik": right behind a colon a capital begins a value and no sentence.
    private func isValue(_ i: Int) -> Bool { reading.ascii(i - 1) == UInt8(ascii: ":") && i > reading.range.lowerBound }

    /// A name that ends in small letters, with the capital that goes on with it: "Агенція розвитку *Берегівщини*", "Muzeum skla
    /// *v Jablonci*".
    private func withOwner(_ name: Range<Int>, _ blocked: TokenSet) -> Range<Int> {
        let end = name.upperBound
        if let country = countryBehind(end, blocked) { return name.lowerBound..<country }
        if opensSeat(end, blocked), !holdsPurpose(name) { return right(of: name, blocked) ?? name }
        guard reading.isCapital(end) || reading.ascii(end) == UInt8(ascii: "\""), !reading.breaks(before: end),
            !blocked.contains(end)
        else { return name }
        return right(of: name, blocked) ?? name
    }

    /// "Dopravní podnik *města Liberce*", "Училищен инспекторат *на окръг Долж*", "… ресурсів *річок Прут та Сірет*": the noun in
    /// small letters and the name of the place that a body is of.
    private func withTerritory(_ name: Range<Int>, _ key: HeadKey, _ blocked: TokenSet) -> Range<Int>? {
        let r = reading
        guard !key.isArea, !r.language.complementEndings.isEmpty, !isPureHeadLast else { return nil }
        var noun = name.upperBound
        if r.first(.orgInside, at: noun).map({ r.entry($0).key == "of" }) ?? false { noun += 1 }
        guard r.isSmall(noun), !r.breaks(before: name.upperBound), !r.breaks(before: noun), !blocked.contains(noun),
            let match = r.at(noun).first(where: {
                $0.meaning == .regionNoun || $0.meaning == .orgHead && HeadKey(r.entry($0).key).isArea
            }) ?? r.first(.placeNoun, at: noun),
            r.isCapital(match.end), !r.breaks(before: match.end), !blocked.contains(match.end)
        else { return nil }
        let hit = r.place(at: match.end, before: r.range.upperBound, in: gazetteer)
        var end = hit?.tokens.upperBound ?? match.end + 1
        // "річок Прут *та Сірет*"
        if match.meaning == .placeNoun, let and = r.first(.and, at: end), r.isCapital(and.end),
            !r.breaks(before: and.end),
            r.first(.orgHead, at: and.end) == nil, !(r.isCapital(and.end + 1) && r.sameLine(and.end + 1)),
            r.first(.orgHead, at: and.end + 1) == nil
        {
            end = and.end + 1
        }
        return name.lowerBound..<end
    }

    /// "Agentura *pro* výzkum", behind which a place says where it is, and is no part of the name.
    private func holdsPurpose(_ name: Range<Int>) -> Bool {
        name.contains { reading.first(.orgInside, at: $0).map { reading.entry($0).key == "for" } ?? false }
    }

    /// "Muzeum lidových staveb *v Kouřimi*": where a body is, behind what it is for in small letters.
    private func opensSeat(_ i: Int, _ blocked: TokenSet) -> Bool {
        guard reading.isSmall(i), !reading.breaks(before: i), !blocked.contains(i), isSmallWord(i),
            let before = reading.first(.placeBefore, at: i), before.length == 1,
            PlaceWord.isWhere(reading.entry(before).key), reading.isCapital(i + 1), !reading.breaks(before: i + 1)
        else { return false }
        return !isCountryName(i + 1)
    }
}
