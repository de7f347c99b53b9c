internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Words that stand before or behind a name without being part of it, and names that need no head noun.
extension OrganizationReader {
    /// A state or its budget, by the key of its row.
    private static let payerRules = ["public.state": "org.state", "public.budget": "org.budget"]

    /// A body whose name tells nothing of what it is: Teagasc, UNESCO.
    func body(at i: Int, _ blocked: TokenSet) -> Found? {
        guard !blocked.contains(i) else { return nil }
        // Rows that differ in their diacritics or capitals match the same words: "NATO" and "Nato", "CBS" and "CBŚ".
        for match in reading.at(i) where match.meaning == .nameBody && !blocked.intersects(match.start..<match.end) {
            let key = reading.entry(match).key
            // "štátny rozpočet", "den norske stat": who pays for a state, with or without a capital.
            if let rule = Self.payerRules[key] {
                return Found(tokens: match.start..<match.end, kind: .public, key: nil, rule: rule, isFixed: false)
            }
            guard isWritten(match) else { continue }
            return Found(
                tokens: match.start..<match.end, kind: OrganizationKind(word: key), key: nil, rule: "org.body",
                isFixed: false)
        }
        return nil
    }

    /// Whether a row's body stands here as it writes itself.
    private func isWritten(_ match: Lexicon.Match) -> Bool {
        let i = match.start
        let form = reading.entry(match).form
        // "airBaltic", "iDNES.cz" begin with a small letter and have a capital inside.
        let opensSmall = form.unicodeScalars.first?.properties.isLowercase == true
        guard reading.isCapital(i) || opensSmall && reading.tokens[i].hasInnerCapital else { return false }
        // "Share: Facebook, LinkedIn": buttons, where no word of a sentence stands beside the name.
        if reading.entry(match).key == "platform", !reading.isSmall(i - 1), !reading.isSmall(match.end) { return false }
        guard match.length == 1 else { return !startsSentence(i) || isMeant(match) }
        // "Uit" is no UiT.
        if reading.tokens.folded(i).count == form.utf8.count, Self.hasInnerCapital(form),
            !reading.tokens[i].hasInnerCapital, !reading.tokens[i].isAllCaps
        {
            return false
        }
        // "Über" is no Uber.
        if !reading.tokens.string(i).lowercased().hasPrefix(form.lowercased().filter { $0 != "*" }) { return false }
        // Letters alone ("BBC") must be capitals, as they may be a word in small letters.
        return form.utf8.count > 5 || !form.utf8.allSatisfy { $0 < 97 } || reading.tokens[i].isAllCaps
    }

    /// "El mundo cambia", "Die Zeit drängt": words in small letters behind the first of a sentence are no name whose words all
    /// have capitals, nor is a noun behind an article where every noun has one.
    private func isMeant(_ match: Lexicon.Match) -> Bool {
        if reading.language.capitalizesNouns, isSmallWord(match.start) || isOnlyArticle(match.start) { return false }
        let words = reading.entry(match).form.split(separator: " ")
        guard words.count == match.length else { return true }
        return zip(words, match.start..<match.end).allSatisfy { word, i in
            word.unicodeScalars.first?.properties.isUppercase != true || reading.isCapital(i)
        }
    }

    private static func hasInnerCapital(_ form: String) -> Bool { form.utf8.dropFirst().contains { 65...90 ~= $0 } }

    /// "firma Elektro-Dom Sp. z o.o.", "фірма «Приклад»", "Czech association Sdružení Opravárna": a common noun in front
    /// of a name that stands by itself.
    func introduced(by head: Range<Int>, _ key: HeadKey, _ blocked: TokenSet) -> Found? {
        let kind = key.kind
        let start = head.upperBound
        guard reading.range.contains(start), !blocked.contains(start), !reading.breaks(before: start) else {
            return nil
        }
        let isSmall = head.allSatisfy { !reading.isCapital($0) }
        // "der polnische Verein Zielone Wybrzeże": the adjective says that the noun only tells what the name is of.
        // A town's noun is part of its name all the same: "czeskie miasto Desná".
        let isOfCountry =
            !key.isArea
            && reading.last(.namePlace, endingAt: head.lowerBound).map {
                reading.entry($0).key.count == 2
                    && (isSmall || !reading.isCapital($0.start) && reading.language.capitalizesNouns)
            } ?? false
        let hasCapital = !isSmall && capitalTellsNothing(head.lowerBound)
        let isGeneric =
            isOfCountry || (isSmall || hasCapital) && head.contains { reading.first(.orgGeneric, at: $0) != nil }
        if isGeneric, reading.ascii(start) == UInt8(ascii: "\""), let close = closing(start), close > start + 1 {
            let end = reading.first(.orgLegal, at: close + 1)?.end
            let tokens = end.map { start..<$0 } ?? (start + 1)..<close
            return Found(tokens: tokens, kind: kind, key: nil, rule: "org.introduced", isFixed: false)
        }
        guard reading.kind(start) == .word, reading.isCapital(start) else { return nil }
        // "agentuře Reuters", "úřad OLAF": a body that is known by its name needs no noun to say what it is.
        if isSmall, !key.isArea, let body = body(at: start, blocked), !Self.payerRules.values.contains(body.rule),
            !(reading.sameLine(body.tokens.upperBound) && reading.isCapital(body.tokens.upperBound))
        {
            return body
        }
        let end = run(from: start, blocked)
        // "agentschap CINEA", "brancheforeningen Danske Havne": behind a noun in small letters a known body is all of the name.
        if isSmall, !key.isArea, let body = body(at: start, blocked), body.tokens.upperBound >= end,
            body.rule == "org.body"
        {
            return Found(tokens: body.tokens, kind: body.kind ?? kind, key: nil, rule: "org.body", isFixed: false)
        }
        // "Selskapet Breivik Radar AS"
        let isOpening = hasCapital && !reading.language.capitalizesNouns && head.count == 1
        if isSmall || isOpening, let legal = legalEnd(of: start..<end, blocked) {
            return Found(tokens: start..<legal, kind: kind, key: nil, rule: "org.introduced", isFixed: false)
        }
        let own = (start..<end).contains { i in
            reading.at(i).contains { isOfAnotherLanguage($0) } && reading.isCapital(i)
        }
        guard own || isGeneric else { return nil }
        if let found = read(in: start..<end, blocked), found.tokens.lowerBound == start { return found }
        guard isGeneric else { return nil }
        // "tvrtka Primjer Projekti d.o.o.", "a empresa Alga Modelo, Lda."
        let comma = reading.ascii(end) == UInt8(ascii: ",") ? 1 : 0
        if let legal = reading.first(.orgLegal, at: end + comma), reading.sameLine(end + comma),
            legal.length > 1 || reading.isCapital(legal.start)
        {
            return Found(tokens: start..<legal.end, kind: kind, key: nil, rule: "org.introduced", isFixed: false)
        }
        // "Spoločnosť Karpatský salaš": a name may begin with the noun.
        if hasCapital, !reading.language.capitalizesNouns { return nil }
        return Found(tokens: start..<end, kind: kind, key: nil, rule: "org.introduced", isFixed: false)
    }

    /// "Die Firma Ortner & Sohn", "… fara. Fyrirtækið Arnarvör ehf.": a noun with a capital that is no name's, as all nouns
    /// have one, or the first word of a sentence of running text.
    private func capitalTellsNothing(_ i: Int) -> Bool {
        reading.language.capitalizesNouns
            || startsSentence(i) && i > reading.range.lowerBound && !reading.tokens[i].newlineBefore
                && !reading.language.verbFirst
    }

    /// "Berufskolleg Sonnenberg z Niemiec": the country a body comes from is no part of its name; the town of a university
    /// is.
    func withoutOrigin(_ tokens: Range<Int>, _ kind: OrganizationKind?) -> Range<Int> {
        if let name = withoutInflectedCountry(tokens) { return name }
        var names = 0
        for i in tokens.dropFirst() {
            guard let from = reading.first(.placeBefore, at: i), from.end < tokens.upperBound, !reading.isCapital(i)
            else { continue }
            defer { names += 1 }
            let key = reading.entry(from).key
            // "šole iz Bele krajine": a common noun of those who are from there.
            if i == tokens.lowerBound + 1, key == "from", reading.isSmall(tokens.lowerBound) {
                return tokens.lowerBound..<i
            }
            guard i - tokens.lowerBound >= 2 else { continue }
            // "fil-Kroazja"
            let start = reading.isDash(from.end) && reading.glued(from.end + 1) ? from.end + 1 : from.end
            if isForeignCountry(start..<tokens.upperBound), isNameEnd(i - 1) { return tokens.lowerBound..<i }
            // "Stowarzyszenie „Dzień Pszczoły” z Rzepedzi": behind its quotation marks a name does not go on with a place.
            let says = PlaceWord.isWhere(key) || PlaceWord.isFrom(key)
            if says, kind != .university, reading.ascii(i - 1) == UInt8(ascii: "\""), reading.isCapital(start),
                tokens.upperBound - start <= 3
            {
                return tokens.lowerBound..<i
            }
            if holdsSeat(tokens.lowerBound..<i, kind, behind: key), !isCountryName(start) { continue }
            let hit = reading.place(at: start, before: tokens.upperBound, in: gazetteer)
            guard let hit, hit.tokens.upperBound == tokens.upperBound, let place = hit.places.first else {
                // "iz Črnomlja": a town that no list knows in this case.
                if key == "from", tokens.upperBound - start <= 2, reading.isCapital(start),
                    kind != .university
                {
                    return tokens.lowerBound..<i
                }
                // "Textílmiðstöð Íslands á Blönduósi"
                if key == "in", start + 1 == tokens.upperBound, reading.isCapital(start),
                    hasOwnPlace(tokens.lowerBound..<i, kind)
                {
                    return tokens.lowerBound..<i
                }
                continue
            }
            // "Biotehniška fakulteta *Univerze* v Ljubljani"
            if key == "in", place.level > 0, isUniversity(i - 1), !reading.language.attributeEndings.isEmpty {
                continue
            }
            if key == "in", isElsewhere(tokens.lowerBound..<i, kind, place) { return tokens.lowerBound..<i }
            // "Univerzita Tomáše Bati ve Zlíně", but "Kold College i Odense"
            if kind == .university, place.level > 0, !reading.language.attributeEndings.isEmpty { continue }
            if isAlone(tokens.lowerBound..<i, in: place) { return tokens.lowerBound..<i }
            if kind == .university, place.level > 0 { continue }
            // "iz Črnomlja" says where from; "á Írlandi" says where, when the name has told its own place before.
            if PlaceWord.isFrom(key) || place.level == 0 && names > 0 { return tokens.lowerBound..<i }
        }
        return tokens
    }

    /// "Bohusläns museum í Uddevalla", "Textílmiðstöð Íslands á Blönduósi", "Klabb tal-Boċċi f'Mostar": a town behind a name that
    /// told its own place, or a town of another country behind one of two capitals, where names do not end in their seat.
    private func isElsewhere(_ name: Range<Int>, _ kind: OrganizationKind?, _ place: Place) -> Bool {
        if hasOwnPlace(name, kind) { return true }
        guard reading.language.memberEndings.isEmpty, kind != .university, let country = place.country,
            !LanguageCountries.isOfficial(reading.language.tag, in: country)
        else { return false }
        if reading.isCapital(name.lowerBound), reading.last(.orgHead, endingAt: name.upperBound) != nil { return true }
        return reading.isCapital(name.upperBound - 1)
            && name.lazy.filter { reading.kind($0) == .word && reading.isCapital($0) }.prefix(2).count == 2
    }

    /// A name of at least two words that ends in a place, where names do not end in their seat.
    private func hasOwnPlace(_ name: Range<Int>, _ kind: OrganizationKind?) -> Bool {
        reading.language.memberEndings.isEmpty && kind != .university && name.count > 1
            && reading.isCapital(name.upperBound - 1) && isPlace(name.upperBound - 1)
    }

    private func isUniversity(_ i: Int) -> Bool {
        reading.at(i).contains { $0.meaning == .orgHead && HeadKey(reading.entry($0).key).kind == .university }
    }

    /// "Muzeul Național din Cluj", "Asociația Bibliotecarilor din Cahul": an institution, or a society called after its members
    /// alone, has its seat in its name; "Fundația Carpați Vii din Brașov" has a name of its own before.
    private func holdsSeat(_ name: Range<Int>, _ kind: OrganizationKind?, behind key: String) -> Bool {
        guard reading.language.seatBehindFrom, PlaceWord.isFrom(key),
            reading.ascii(name.upperBound - 1) != UInt8(ascii: "\"")
        else { return false }
        switch kind {
        case .company?: return false
        case .ngo?: return name.count == 2 && hasEnding(name.upperBound - 1, reading.language.memberEndings)
        default: return true
        }
    }

    /// "Kommunen Bra i Italien", "Highland Folk Museum í Skotlandi", "Kold College i Odense": a name that is one without
    /// the place it is at, in another country, or in a language that puts a place in front of the head.
    private func isAlone(_ name: Range<Int>, in place: Place) -> Bool {
        if place.level == 0 {
            guard isNameEnd(name.upperBound - 1), let country = place.country else { return false }
            // "Universität Innsbruck in Österreich": the name has told its own place before.
            if name.contains(where: isBelowCountry) { return true }
            return !LanguageCountries.isOfficial(reading.language.tag, in: country)
        }
        return reading.language.headLast && !isPureHeadLast && !reading.language.capitalizesNouns
            && name.lazy.filter { reading.kind($0) == .word && reading.isCapital($0) }.prefix(2).count == 2
    }

    /// "Deense gemeente Lemvig", "Duitse Wasserverband Eifel-Rur": the page says where a body is from that has a name of its
    /// own behind its head noun, or a head noun of another language.
    func withoutNationality(_ tokens: Range<Int>, _ head: Range<Int>, isForeign: Bool) -> Range<Int> {
        let first = tokens.lowerBound
        guard reading.language.capitalizesNations, head.lowerBound == first + 1, tokens.upperBound > head.upperBound,
            isForeign || reading.isSmall(first + 1),
            let nation = reading.first(.namePlace, at: first), nation.length == 1
        else { return tokens }
        let entry = reading.entry(nation)
        guard entry.key.utf8.count == 2, entry.language == reading.language.tag,
            !LanguageCountries.isOfficial(reading.language.tag, in: entry.key)
        else { return tokens }
        return (first + 1)..<tokens.upperBound
    }

    /// A town or a region, by its name.
    private func isBelowCountry(_ i: Int) -> Bool {
        guard reading.isCapital(i) else { return false }
        if let match = reading.first(.namePlace, at: i) { return reading.entry(match).key.count > 2 }
        return reading.place(at: i, before: i + 1, in: gazetteer)?.places.first.map { $0.level > 0 } ?? false
    }

    /// A word with a capital, or a head noun in small letters: "Trøndelag folkemuseum i Norge".
    private func isNameEnd(_ i: Int) -> Bool { reading.isCapital(i) || reading.last(.orgHead, endingAt: i + 1) != nil }

    /// "sa Bhreatain Bheag": a country by the words of the pack, where the page's language is not written.
    private func isForeignCountry(_ tokens: Range<Int>) -> Bool {
        guard let match = reading.first(.namePlace, at: tokens.lowerBound), match.end == tokens.upperBound else {
            return false
        }
        let code = reading.entry(match).key
        // "GB-WLS": a country of the United Kingdom.
        return (code.count == 2 || code.hasPrefix("GB-"))
            && !LanguageCountries.isOfficial(reading.language.tag, in: String(code.prefix(2)))
    }

    /// "Region Norrbotten Ruotsista", "Gmina Suwałki Poolast", "… Burgenland Ausztriából": where all of the language's own
    /// names end in their head noun, a country in a case behind another name says where the body is from.
    private func withoutInflectedCountry(_ tokens: Range<Int>) -> Range<Int>? {
        let last = tokens.upperBound - 1
        guard isPureHeadLast || !reading.language.headFirst, tokens.count >= 3, reading.isCapital(last),
            !reading.breaks(before: last), !reading.glued(last), isNameEnd(last - 1),
            isInflectedCountry(last) || isOrigin(last)
        else { return nil }
        return tokens.lowerBound..<last
    }

    private func isInflectedCountry(_ i: Int) -> Bool {
        if let hit = reading.place(at: i, before: i + 1, in: gazetteer), let place = hit.places.first {
            return place.level == 0 && !hit.isBaseForm
        }
        guard let match = reading.first(.namePlace, at: i), match.length == 1 else { return false }
        let entry = reading.entry(match)
        return entry.key.count == 2 && entry.language == reading.language.tag
            && entry.form.utf8.last == UInt8(ascii: "*")
            && reading.tokens.folded(i).count > Folding.fold(entry.form).utf8.count - 1
    }

    /// The name with a head of its own that begins a range.
    private func read(in range: Range<Int>, _ blocked: TokenSet) -> Found? {
        for i in range {
            if let found = byLegalForm(at: i, blocked) ?? byHead(at: i, blocked) { return found }
        }
        return nil
    }

    /// "Kamień i Drewno sp. z o.o.", "Construções Modelo, Lda.": the end of a legal form that closes a run of words with a
    /// capital, of which two may be joined by the word for and.
    private func legalEnd(of words: Range<Int>, _ blocked: TokenSet) -> Int? {
        var end = words.upperBound
        if let last = reading.last(.orgLegal, endingAt: end), last.start > words.lowerBound { return end }
        if let and = reading.first(.and, at: end), reading.isSmall(end), !reading.breaks(before: end),
            reading.isCapital(and.end), !reading.breaks(before: and.end),
            !(words.lowerBound..<end).contains(where: { reading.first(.orgHead, at: $0) != nil })
        {
            end = run(from: and.end, blocked)
        }
        // "kancelária Ateliér Pod hradom, s. r. o."
        for gap in 1...2 where reading.isSmall(end) {
            let comma = reading.ascii(end + gap) == UInt8(ascii: ",") ? 1 : 0
            if let legal = reading.first(.orgLegal, at: end + gap + comma),
                smallWords(endingAt: end + gap - 1, legal, blocked) == end - 1
            {
                return legal.end
            }
        }
        if reading.ascii(end) == UInt8(ascii: ",") { end += 1 }
        guard end > words.lowerBound, let legal = reading.first(.orgLegal, at: end), !reading.breaks(before: end),
            !blocked.contains(end), legal.length > 1 || reading.isCapital(end) || isSmallForm(legal)
        else { return nil }
        return legal.end
    }

    /// Capitalised words in a row.
    private func run(from start: Int, _ blocked: TokenSet) -> Int {
        var end = start
        var j = start
        while reading.range.contains(j), j - start < 10, !blocked.contains(j), j == start || !reading.breaks(before: j)
        {
            if reading.kind(j) == .word, reading.isCapital(j) {
                end = j + 1
            } else if !(reading.isDash(j) && reading.glued(j) && reading.glued(j + 1)),
                reading.ascii(j) != UInt8(ascii: "&")
            {
                break
            }
            j += 1
        }
        return end
    }

    /// A head noun that only the table of all languages knows.
    private func isOfAnotherLanguage(_ match: Lexicon.Match) -> Bool {
        reading.meaning(match) == .orgHead && reading.entry(match).language == "mul"
            && !reading.at(match.start).contains {
                reading.meaning($0) == .orgHead && reading.entry($0).language == reading.language.tag
            }
    }
}
