internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Organizations, places and programmes in running text.
///
/// Programmes first (fixed names and the Interreg pattern), then fixed organizations and funds, then organizations by
/// head noun or legal form, then places; a name inside another is not found again.
struct NameReader {
    struct Found {
        var tokens: Range<Int>
        var mention: Mention
        var organizationKind: OrganizationKind?
        /// A county or a municipality by its name alone.
        var isTerritory = false
        /// The tokens of the name that an acronym stands for.
        var owner: Range<Int>?
        /// "Our school": the page's own body, without its name.
        var isOwn = false
    }

    let reading: Reading
    let gazetteer: Gazetteer
    /// Token ranges of dates, amounts and addresses: names do not reach into them.
    let taken: [Range<Int>]
    /// Whether a quotation may be a firm's name, where the language writes them so.
    var readsQuotedNames = false

    func read() -> [Found] {
        var found: [Found] = []
        var i = reading.range.lowerBound
        let organizations = OrganizationReader(reading: reading, gazetteer: gazetteer)
        while i < reading.range.upperBound {
            if let whole = reading.knows(i) ? organizations.wholeName(at: i) : nil {
                i = whole
                continue
            }
            // A fixed name is known, one by a pattern begins with a capital.
            if reading.knows(i) || reading.tokens[i].isCapitalized,
                let name = programme(at: i) ?? organizations.fixed(at: i).map(found(organization:))
            {
                found.append(name)
                i = name.tokens.upperBound
            } else {
                i += 1
            }
        }
        var blocked = TokenSet(within: reading.range)
        for name in found { blocked.insert(name.tokens) }
        for value in taken where value.count > 1 { blocked.insert(value) }
        var busy = blocked
        for value in taken { busy.insert(value) }
        for organization in organizations.read(avoiding: blocked)
        where !readsQuotedNames || !isNounAtPlace(organization.tokens) {
            busy.insert(organization.tokens)
            found.append(self.found(organization: organization))
        }
        for acronym in acronyms(found, busy) {
            busy.insert(acronym.tokens)
            found.append(acronym)
        }
        if readsQuotedNames, reading.language.quotesNames {
            for name in quotations(busy) {
                busy.insert(name.tokens)
                found.append(name)
            }
        }
        i = reading.range.lowerBound
        let read = found.count
        var lastPlace = Int.min
        while i < reading.range.upperBound {
            if !busy.contains(i), let place = place(at: i, busy, after: lastPlace) {
                found.append(place)
                lastPlace = place.tokens.upperBound
                i = place.tokens.upperBound
            } else {
                i += 1
            }
        }
        for place in found[read...] { busy.insert(place.tokens) }
        found += UnknownPlaces(reading: reading, known: found, busy: busy).read()
        let isInOrder = zip(found, found.dropFirst()).allSatisfy { $0.tokens.lowerBound <= $1.tokens.lowerBound }
        return withTerritories(isInOrder ? found : found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound })
    }

    private func found(organization: OrganizationReader.Found) -> Found {
        let span = reading.span(organization.tokens)
        let quote = reading.tokens.string(span)
        return Found(
            tokens: organization.tokens,
            mention: Mention(
                kind: .organization, span: span, quote: quote,
                name: name(of: organization, quote),
                language: reading.tag, rule: organization.rule, confidence: organization.isFixed ? 0.95 : 0.75,
                code: organization.key, country: nil),
            organizationKind: knownKind(of: organization.tokens) ?? organization.kind,
            isTerritory: organization.isTerritory, isOwn: organization.isOwn)
    }

    /// What a row of the pack for the whole name says: "Orkusjóður" is the state's, though funds are of any kind.
    private func knownKind(of tokens: Range<Int>) -> OrganizationKind? {
        guard let match = reading.first(.nameBody, at: tokens.lowerBound), match.end == tokens.upperBound else {
            return nil
        }
        return OrganizationReader.HeadKey(reading.entry(match).key).kind
    }

    private func name(of organization: OrganizationReader.Found, _ quote: String) -> String {
        if organization.isFixed { return BaseForm.fixed(quote, organization.tokens, organization.key, reading) }
        if let name = organization.name { return name }
        if let tail = organization.tail {
            return quote + " " + BaseForm.name(tail, reading, isOrganization: true)
        }
        return BaseForm.name(organization.tokens, reading, isOrganization: true)
    }

    /// Bodies of letters only.
    private func acronyms(_ found: [Found], _ busy: TokenSet) -> [Found] {
        Acronyms(reading: reading, busy: busy, names: found).read().map { acronym in
            let span = reading.span(acronym.tokens)
            let quote = reading.tokens.string(span)
            return Found(
                tokens: acronym.tokens,
                mention: Mention(
                    kind: .organization, span: span, quote: quote, name: quote, language: reading.tag,
                    rule: "org.acronym", confidence: acronym.owner == nil ? 0.6 : 0.85),
                owner: acronym.owner)
        }
    }

    /// "uzņēmums „Krasts”", " Lattelecom ": one to three words that fill quotation marks and begin with a capital.
    private func quotations(_ busy: TokenSet) -> [Found] {
        var result: [Found] = []
        var i = reading.range.lowerBound
        while i + 2 < reading.range.upperBound {
            guard reading.ascii(i) == UInt8(ascii: "\""), reading.isCapital(i + 1),
                let close = (i + 2..<min(i + 7, reading.range.upperBound)).first(where: {
                    reading.ascii($0) == UInt8(ascii: "\"")
                })
            else {
                i += 1
                continue
            }
            let inside = (i + 1)..<close
            let words = inside.filter { reading.kind($0) == .word }
            let isName =
                words.count <= 3 && !busy.intersects(inside) && reading.sameLine(close)
                && inside.allSatisfy { reading.kind($0) == .word || ".&-'".utf8.contains(reading.ascii($0)) }
                && reading.ascii(close - 1) != UInt8(ascii: ".")
                && !reading.at(i - 1).contains { [.project, .programme].contains($0.meaning) }
            if isName {
                let span = reading.span(inside)
                result.append(
                    Found(
                        tokens: inside,
                        mention: Mention(
                            kind: .organization, span: span, quote: reading.tokens.string(span),
                            name: reading.string(inside), language: reading.tag, rule: "org.quoted", confidence: 0.5)))
            }
            i = close + (isName ? 1 : 0)
        }
        return result
    }

    // MARK: Places

    private func place(at i: Int, _ busy: TokenSet, after last: Int) -> Found? {
        guard reading.kind(i) == .word else { return nil }
        guard reading.isCapital(i) else { return smallPlace(at: i, busy) }
        if reading.first(.placeNot, at: i) != nil { return nil }
        if let first = reading.first(.namePlace, at: i), !busy.intersects(first.start..<first.end) {
            // "Lwow*" and "Lwowszczyzn*": of forms that fit, one that is no compound.
            guard
                let match = isPlace(first)
                    ? first
                    : reading.at(i).first(where: { $0.meaning == .namePlace && $0.end == first.end && isPlace($0) })
            else { return nil }
            let code = reading.entry(match).key
            if let name = nationInName(match, busy) {
                guard reading.last(.placeBefore, endingAt: i).map({ PlaceWord.isWhere(reading.entry($0).key) }) ?? false
                else { return nil }
                return found(part: name, country: nil, rule: "place.preposition")
            }
            var end = match.end
            var start = i
            // "Läänemere piirkonna", "regionie Morza Bałtyckiego": the word for region belongs to the name of a sea.
            if code.hasPrefix("x-") {
                if let region = reading.first(.region, at: end), region.length == 1, reading.sameLine(end) {
                    end = region.end
                } else if let region = reading.last(.region, endingAt: i), region.length == 1, reading.sameLine(i),
                    !busy.contains(region.start)
                {
                    start = region.start
                }
            }
            if code.utf8.count > 2, !code.hasPrefix("x-"),
                isInside(start..<end, after: last) || reading.isOfStreet(start..<end)
            {
                return nil
            }
            if code.utf8.count > 2, let whole = dashed(start..<end, busy, after: last) {
                return found(part: whole, country: country(of: code), rule: "place.dashed")
            }
            if code.utf8.count > 2, !code.hasPrefix("x-"), let part = part(of: start..<end), !busy.intersects(part) {
                return found(part: part, country: country(of: code), rule: "place.noun")
            }
            return found(
                place: start..<end, code: code, country: country(of: code), rule: rule(of: match), confidence: 0.85)
        }
        guard
            let hit = reading.place(at: i, before: reading.range.upperBound, in: gazetteer),
            let first = hit.places.first, !busy.intersects(hit.tokens)
        else { return nil }
        if first.level > 0, isPart(hit.tokens) || isInside(hit.tokens, after: last) || reading.isOfStreet(hit.tokens) {
            return nil
        }
        if first.level > 0, let whole = dashed(hit.tokens, busy, after: last) {
            return found(part: whole, country: first.country, rule: "place.dashed")
        }
        if first.level > 0, hit.tokens.count == 1, let whole = compound(hit.tokens), !busy.intersects(whole) {
            return found(part: whole, country: first.country, rule: "place.noun")
        }
        // "Vranov nad Dyjí"
        if first.level == 4, hit.tokens.count == 1, let whole = onRiver(hit.tokens), !busy.intersects(whole) {
            return found(part: whole, country: first.country, rule: "place.linked")
        }
        let folded = reading.tokens.folded(i)
        if hit.tokens.count == 1 {
            // "South Fermanagh"
            let next = reading.isDash(i + 1) && reading.glued(i + 1) && reading.glued(i + 2) ? i + 2 : i + 1
            if first.level > 0, reading.isPlaceNoun(.side, at: i), reading.sameLine(next), reading.isCapital(next) {
                return nil
            }
            // "Nord", "West": a point of the compass alone.
            if first.level > 0, reading.isPlaceNoun(.side, at: i) { return nil }
            if first.level > 0, isAcronym(i) { return nil }
            if folded.count < 3 || folded.count < 5 && first.level > 0 && reading.startsSentence(i) { return nil }
            // A capital at the beginning of a sentence is no evidence for a small place.
            let isDateline = isDateline(hit)
            let isCell = isCell(hit.tokens)
            if reading.startsSentence(i), !isDateline, !isCell, !isSureName(hit, first), !isSureCase(hit, first),
                !hit.isBaseForm || first.level == 4 && !isWellKnown(first, i)
            {
                return nil
            }
            if first.level > 0, isCommonNoun(i, isBaseForm: hit.isBaseForm) { return nil }
            let isFar = first.level == 4 && folded.count <= 5 && !LanguageCountries.isKnown(first.country)
            if first.isSmall || isFar, !isDateline, !(isCell && LanguageCountries.isKnown(first.country)),
                !isToldAsPlace(hit, first, after: last)
            {
                return nil
            }
            // Part of a longer run of capitalised words is likelier a person or a title.
            if first.level == 4, !isCell, neighbourIsName(hit.tokens) { return nil }
        }
        return found(
            place: hit.tokens, code: first.code, country: first.country,
            rule: hit.isBaseForm ? "place.gazetteer" : "place.inflected",
            confidence: first.level == 0 ? 0.95 : 0.75)
    }

    /// "norwegische", "чешки": the pack writes a country's adjective in small letters, its name with a capital.
    private func rule(of match: Lexicon.Match) -> String {
        let entry = reading.entry(match)
        let isAdjective =
            entry.key.utf8.count == 2 && !entry.form.unicodeScalars.contains { $0.properties.isUppercase }
            && reading.place(at: match.start, before: match.end, in: gazetteer) == nil
        return isAdjective ? "place.nation" : "place.pack"
    }

    /// A country's name, but not the adjective of a country with a capital for another reason ("Italienska"), nor a compound that begins with
    /// a name ("Europabörserna").
    func isPlace(_ match: Lexicon.Match) -> Bool {
        let entry = reading.entry(match)
        if match.length == 1, entry.form.hasSuffix("*"),
            reading.tokens.folded(match.start).count > Folding.fold(entry.form).utf8.count + 5
        {
            return false
        }
        // "Európske zoskupenie": the adjective of Europe.
        if entry.key == "x-europe", match.length == 1, reading.language.headFirst, reading.isSmall(match.end),
            reading.sameLine(match.end), entry.form.hasSuffix("*"), reading.startsSentence(match.start)
        {
            return false
        }
        if reading.tokens[match.start].isAllCaps { return true }
        guard entry.key.count == 2, match.length == 1,
            reading.language.capitalizesNouns || reading.startsSentence(match.start)
        else { return true }
        let i = match.start
        let hit = reading.place(at: i, before: match.end, in: gazetteer)
        if reading.language.capitalizesNouns { return hit != nil }
        // "Moskva a Peking", but not "Ruský koncern", which a row in small letters has too.
        return hit?.isBaseForm == true
            || !reading.at(i).contains {
                $0.meaning == .namePlace && $0.end == match.end
                    && reading.entry($0).form.unicodeScalars.first?.properties.isLowercase == true
            }
    }

    /// Whether a noun for a kind of place makes the name one of another place: "Greifswaldi laht", "baía de Brest".
    private func isPart(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        if reading.sameLine(next), !reading.glued(next), reading.isPlaceNoun(.last, at: next) { return true }
        // "Puebla de Sanabria"
        if tokens.count == 1, let of = reading.first(.of, at: next), reading.sameLine(next), reading.isSmall(next),
            reading.kind(of.end) == .word, reading.sameLine(of.end), reading.tokens[of.end].isCapitalized,
            reading.last(.placeBefore, endingAt: tokens.lowerBound) != nil
        {
            return true
        }
        let i = tokens.lowerBound
        return [i, i - 1].contains { end in
            (end == i || reading.skipsArticle(end) == i)
                && reading.lastPlaceNoun(.first, endingAt: end) && reading.sameLine(i)
        }
    }

    /// "Turku arhipelāgā", "Fliegu ta’ Għawdex", "Galway-bukta": the place that a noun beside another place's name makes,
    /// unless the noun is one for regions.
    private func part(of tokens: Range<Int>) -> Range<Int>? {
        if let whole = compound(tokens) { return whole }
        let next = tokens.upperBound
        if reading.sameLine(next), !reading.glued(next), reading.isSmall(next) || reading.language.capitalizesNouns,
            reading.isPlaceNoun(.last, at: next), reading.first(.regionNoun, at: next) == nil
        {
            return tokens.lowerBound..<(next + 1)
        }
        let start = tokens.lowerBound
        guard reading.sameLine(start), let noun = reading.last(.placeNoun, endingAt: start),
            reading.entry(noun).key == PlaceWord.Noun.first.rawValue, reading.last(.regionNoun, endingAt: start) == nil
        else { return nil }
        return noun.start..<tokens.upperBound
    }

    /// "Galway-bukta", "Osječko-baranjsku županiju": a name that goes on behind a dash with a noun of place, or with a
    /// second part before the noun for regions.
    private func compound(_ tokens: Range<Int>) -> Range<Int>? {
        let dash = tokens.upperBound
        guard reading.isDash(dash), reading.glued(dash), reading.glued(dash + 1), reading.isSmall(dash + 1) else {
            return nil
        }
        let end = dash + 2
        if reading.isPlaceNoun(.last, at: dash + 1) { return tokens.lowerBound..<end }
        guard reading.sameLine(end), reading.isSmall(end),
            let noun = reading.first(.regionNoun, at: end) ?? reading.area(at: end)
        else { return nil }
        return tokens.lowerBound..<noun.end
    }

    /// "Саболч-Сатмар-Береґ": a name behind the dash of another capital that is no place by itself.
    private func isInside(_ tokens: Range<Int>, after last: Int) -> Bool {
        let i = tokens.lowerBound
        return tokens.count == 1 && last != i - 1 && reading.isDash(i - 1) && reading.glued(i) && reading.glued(i - 1)
            && reading.isCapital(i - 2) && !reading.isPlaceNoun(.side, at: i - 2)
            && reading.isDash(i + 1) && reading.glued(i + 1) && reading.isCapital(i + 2)
    }

    /// A town's name that goes on with the river or the hill it lies at: "Frankfurt an der Oder", "Nové Mesto nad Váhom".
    private func onRiver(_ tokens: Range<Int>) -> Range<Int>? {
        reading.link(at: tokens.upperBound).map { tokens.lowerBound..<($0 + 1) }
    }

    private func level(of code: String) -> Int? { gazetteer.place(code: code)?.level }

    func country(of code: String) -> String? {
        if code.hasPrefix("x-") { return nil }
        return CountryCode.ofRegion(code, gazetteer)
    }

    func found(place tokens: Range<Int>, code: String, country: String?, rule: String, confidence: Double)
        -> Found
    {
        let level = level(of: code)
        let sided = level.map { 0...4 ~= $0 } == true ? reading.withSide(tokens) : tokens
        if sided != tokens { return found(part: sided, country: country, rule: rule) }
        let tokens = level.map { 1...4 ~= $0 } == true ? reading.withRegionNoun(tokens) : tokens
        let span = reading.span(tokens)
        let quote = reading.tokens.string(span)
        return Found(
            tokens: tokens,
            mention: Mention(
                kind: .region, span: span, quote: quote,
                name: gazetteer.name(of: code, in: reading.language.tag)
                    ?? BaseForm.name(tokens, reading, isOrganization: false),
                language: reading.tag, rule: rule, confidence: confidence, code: code, country: country),
            organizationKind: nil)
    }

    /// A part of a place: an area of its own, in the same country.
    private func found(part tokens: Range<Int>, country: String?, rule: String) -> Found {
        let span = reading.span(tokens)
        return Found(
            tokens: tokens,
            mention: Mention(
                kind: .region, span: span, quote: reading.tokens.string(span),
                name: BaseForm.name(tokens, reading, isOrganization: false), language: reading.tag, rule: rule,
                confidence: 0.7, country: country))
    }
}
