internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Places that no list knows: villages, valleys and bays, told by the words around them.
///
/// A noun for a kind of place beside a capital ("laguna de Orbetello", "село Смилян"), a preposition or an ending that
/// says where ("w Orchówku", "Hetassa"), or a place in front in the same list ("em Penha Garcia, Monsanto e Soajo").
struct UnknownPlaces {
    let reading: Reading
    let known: [NameReader.Found]
    let busy: TokenSet

    private struct Place {
        var tokens: Range<Int>
        var rule: String
        var confidence: Double
    }

    func read() -> [NameReader.Found] {
        var found: [Place] = []
        // Places are known in the order of the text.
        let known = known.filter { $0.mention.kind == .region }
        var next = 0
        // Where places end that a list may go on from.
        var chain: Set<Int> = []
        // Whether the sentence has told of a place with a clause of its own, behind which a list may go on.
        var isInterrupted = false
        var i = reading.range.lowerBound
        while i < reading.range.upperBound {
            if isInterrupted, reading.ascii(i - 1) == UInt8(ascii: "."), reading.startsSentence(i) {
                isInterrupted = false
            }
            while next < known.count, known[next].tokens.lowerBound < i { next += 1 }
            if next < known.count, known[next].tokens.lowerBound == i {
                let tokens = known[next].tokens
                let isNext = reading.joint(before: i).map(chain.contains) ?? false
                let isTold = reading.hasWhereClause(behind: tokens.upperBound)
                if isTold { isInterrupted = true }
                if isNext || isTold || isWhere(tokens) || isInterrupted && reading.resumesRow(tokens)
                    || isOwn(known[next]) || reading.opensListOfPlaces(i)
                {
                    chain.insert(tokens.upperBound)
                    // "Miranda do Douro (Portugal), Kőszeg (Hungría)"
                    if let close = endOfBracket(tokens.upperBound) { chain.insert(close) }
                }
                i = tokens.upperBound
                continue
            }
            let isCapital = reading.isCapital(i)
            guard isCapital || reading.knows(i) else {
                i += 1
                continue
            }
            if let place = besideNoun(at: i) ?? (isCapital ? capital(at: i, chain, isInterrupted) : nil),
                !reading.isOfStreet(place.tokens)
            {
                if reading.hasWhereClause(behind: place.tokens.upperBound) { isInterrupted = true }
                found.append(place)
                var end = place.tokens.upperBound
                for next in adjectives(behind: place) {
                    found.append(next)
                    end = next.tokens.upperBound
                }
                chain.insert(end)
                if let close = endOfBracket(end) { chain.insert(close) }
                i = max(i + 1, end)
                continue
            }
            if reading.isPlaceNoun(.behind, at: i) { found += before(i, found) }
            i += 1
        }
        return found.map(self.found)
    }

    /// A word with a capital that what stands around it makes a place.
    private func capital(at i: Int, _ chain: Set<Int>, _ isInterrupted: Bool) -> Place? {
        behindPreposition(at: i) ?? withEnding(at: i) ?? listed(at: i, chain) ?? enumerated(at: i) ?? behindActing(
            at: i)
            ?? openingRow(at: i) ?? beforeClause(at: i) ?? (isInterrupted ? resumed(at: i) : nil)
    }

    private func found(_ place: Place) -> NameReader.Found {
        let span = reading.span(place.tokens)
        return NameReader.Found(
            tokens: place.tokens,
            mention: Mention(
                kind: .region, span: span, quote: reading.tokens.string(span), name: base(place.tokens),
                language: reading.tag, rule: place.rule, confidence: place.confidence))
    }

    // MARK: Nouns

    /// "laguna de Orbetello", "Flensborg Fjord", "Limfjorden"; in "село Смилян" only the name.
    private func besideNoun(at i: Int) -> Place? {
        for match in reading.at(i) where match.meaning == .placeNoun && !busy.intersects(match.start..<match.end) {
            switch PlaceWord.Noun(rawValue: reading.entry(match).key) {
            case .first:
                if let end = run(from: reading.skipsArticle(behindNouns(match.end))) {
                    return Place(tokens: i..<end, rule: "place.noun", confidence: 0.7)
                }
            case .apart:
                if let end = run(from: match.end) {
                    return Place(tokens: match.end..<end, rule: "place.introduced", confidence: 0.75)
                }
            case .compound:
                let stem = reading.entry(match).form.utf8.count - 1
                if isName(i), !reading.language.capitalizesNouns || !reading.startsSentence(i),
                    reading.tokens.folded(i).count > stem + 1
                {
                    return Place(tokens: i..<(i + 1), rule: "place.compound", confidence: 0.6)
                }
            case .last, .behind, .side, .link, .street, .adjective, nil: continue
            }
        }
        if let region = besideRegionNoun(at: i) { return region }
        // "Flensborg Fjord": the noun ends the run.
        guard isName(i), !reading.startsSentence(i) || reading.isPlaceNoun(.last, at: i + 1) else { return nil }
        var j = i + 1
        while j - i <= 3, reading.sameLine(j), !busy.contains(j) {
            if reading.isPlaceNoun(.last, at: j), !reading.glued(j) {
                return Place(tokens: i..<(j + 1), rule: "place.noun", confidence: 0.7)
            }
            if reading.isDash(j), reading.glued(j), reading.glued(j + 1) {
                j += 1
                // "Pó-síkság"
                if reading.isPlaceNoun(.last, at: j) {
                    return Place(tokens: i..<(j + 1), rule: "place.noun", confidence: 0.7)
                }
            }
            guard isName(j) else { break }
            j += 1
        }
        return nil
    }

    /// Behind a second noun for a place: "nivu rieky Morava", "okolice jeziora Metelys".
    private func behindNouns(_ i: Int) -> Int {
        guard reading.isSmall(i), reading.sameLine(i),
            let noun = reading.at(i).first(where: {
                $0.meaning == .placeNoun && reading.entry($0).key == PlaceWord.Noun.first.rawValue
            })
        else { return i }
        return noun.end
    }

    /// "Novosádeckom okrese", "Vas vármegyén", "okres Regen", "powiatu sanockiego": the noun for a county or a district
    /// and the name before or behind it.
    private func besideRegionNoun(at i: Int) -> Place? {
        let r = reading
        if isName(i) {
            var end = i + 1
            while end - i < 3, isName(end), r.sameLine(end) { end += 1 }
            if r.isDash(end), r.glued(end), r.glued(end + 1) { end += 1 }
            // "Osječko-baranjsku županiju"
            if end == i + 2, r.isSmall(end), r.first(.regionNoun, at: end) == nil { end += 1 }
            guard r.isSmall(end), r.sameLine(end), !busy.contains(end), let noun = r.first(.regionNoun, at: end) else {
                return nil
            }
            // "This county", "Our region"
            if r.startsSentence(i), end == i + 1 { return nil }
            return Place(tokens: i..<noun.end, rule: "place.region", confidence: 0.7)
        }
        guard let noun = r.first(.regionNoun, at: i), r.isSmall(i) || r.language.capitalizesNouns else { return nil }
        if r.isSmall(noun.end), r.sameLine(noun.end), r.isPlaceNoun(.adjective, at: noun.end) {
            return Place(tokens: i..<(noun.end + 1), rule: "place.region", confidence: 0.7)
        }
        let start = r.skipsArticle(r.behindAdjective(noun.end))
        guard r.sameLine(start), !r.breaks(before: start), isName(start), let end = run(from: start) else { return nil }
        return Place(tokens: i..<end, rule: "place.region", confidence: 0.65)
    }

    /// "powiatów augustowskiego *i monieckiego*": further adjectives that share the noun of a region before them.
    private func adjectives(behind place: Place) -> [Place] {
        let r = reading
        guard place.rule == "place.region", r.isSmall(place.tokens.upperBound - 1),
            r.isPlaceNoun(.adjective, at: place.tokens.upperBound - 1)
        else { return [] }
        var found: [Place] = []
        var end = place.tokens.upperBound
        while found.count < 6 {
            let next = r.ascii(end) == UInt8(ascii: ",") ? end + 1 : r.first(.and, at: end)?.end ?? end
            guard next > end, r.isSmall(next), r.sameLine(next), !busy.contains(next),
                r.isPlaceNoun(.adjective, at: next), !r.isSmall(next + 1) || r.first(.and, at: next + 1) != nil
            else { break }
            found.append(Place(tokens: next..<(next + 1), rule: "place.region", confidence: 0.6))
            end = next + 1
        }
        return found
    }

    // MARK: Prepositions, endings, lists

    /// "w Orchówku", "em Penha Garcia". German writes every noun with a capital.
    private func behindPreposition(at i: Int) -> Place? {
        guard !reading.language.capitalizesNouns, let before = reading.last(.placeBefore, endingAt: i),
            !busy.contains(before.start), !reading.breaks(before: i)
        else { return nil }
        let key = reading.entry(before).key
        guard PlaceWord.isWhere(key) || key == "from", let end = run(from: i) else { return nil }
        return Place(tokens: i..<end, rule: "place.preposition", confidence: PlaceWord.isWhere(key) ? 0.6 : 0.5)
    }

    /// "prace obejmą Bagno Ławki", "zaměří se na Domažlicko": what words for the work done somewhere lead to.
    private func behindActing(at i: Int) -> Place? {
        guard reading.isCapital(i), !reading.breaks(before: i) else { return nil }
        let article = reading.last(.of, endingAt: i) ?? reading.last(.orgInside, endingAt: i)
        let start =
            reading.language.capitalizesNouns ? i : article.map { reading.isSmall($0.start) ? $0.start : i } ?? i
        guard reading.last(.acts, endingAt: start) != nil || reading.last(.acts, endingAt: i) != nil,
            let end = run(from: i)
        else { return nil }
        return Place(tokens: i..<end, rule: "place.acts", confidence: 0.6)
    }

    /// "Hetassa", "Žagarėje" inside a sentence.
    private func withEnding(at i: Int) -> Place? {
        guard !reading.language.whereEndings.isEmpty, !reading.startsSentence(i), let end = run(from: i),
            end == i + 1 || reading.isDash(i + 1), reading.whereEnding(end - 1, isKnown: false) != nil
        else { return nil }
        return Place(tokens: i..<end, rule: "place.ending", confidence: 0.55)
    }

    /// What the list before said of its first place holds for the next one: ", Monsanto", "e Soajo".
    private func listed(at i: Int, _ chain: Set<Int>) -> Place? {
        guard !chain.isEmpty, let joint = reading.joint(before: i), chain.contains(joint), let end = run(from: i) else {
            return nil
        }
        // A single comma may part a name from its place; a list goes on with another sign or the word for and.
        let isAnd = reading.last(.and, endingAt: i) != nil
        guard isAnd || reading.ascii(end) == UInt8(ascii: ",") || reading.first(.and, at: end) != nil else {
            return nil
        }
        return Place(tokens: i..<end, rule: "place.listed", confidence: 0.55)
    }

    /// "Trois communes sont concernées : Saint-Agnant, Trizay et …": the first of a list behind a colon, in a sentence that
    /// told of places before it.
    private func enumerated(at i: Int) -> Place? {
        let start = reading.skipsArticle(i)
        guard reading.opensListOfPlaces(i), let end = run(from: start),
            reading.ascii(end) == UInt8(ascii: ",") || reading.first(.and, at: end) != nil
        else { return nil }
        return Place(tokens: start..<end, rule: "place.enumerated", confidence: 0.6)
    }

    /// "between Magilligan and Malin Head", "dzieci z Maniów, Huby i Nowego Targu": behind a word for where or from where, in
    /// a row that a known place goes on with.
    private func openingRow(at i: Int) -> Place? {
        guard !reading.language.capitalizesNouns, !reading.breaks(before: i),
            reading.last(.placeBefore, endingAt: i) != nil || reading.last(.between, endingAt: i) != nil,
            let end = run(from: i)
        else { return nil }
        var next = end
        for _ in 0..<3 {
            // Behind the comma or the word for and, and behind an article.
            let sign = reading.ascii(next) == UInt8(ascii: ",") ? next + 1 : reading.first(.and, at: next)?.end
            guard let sign else { return nil }
            let start = [sign, reading.skipsArticle(sign)].first { reading.isCapital($0) }
            guard let start, reading.sameLine(start) else { return nil }
            if isKnownPlace(at: start) { return Place(tokens: i..<end, rule: "place.opening", confidence: 0.55) }
            guard let further = run(from: start) else { return nil }
            next = further
        }
        return nil
    }

    /// Whether a place below the country, which a list knows, begins at token `i`.
    private func isKnownPlace(at i: Int) -> Bool {
        var low = 0
        var high = known.count
        while low < high {
            let mid = (low + high) / 2
            if known[mid].tokens.lowerBound < i { low = mid + 1 } else { high = mid }
        }
        guard low < known.count, known[low].tokens.lowerBound == i, known[low].mention.kind == .region else {
            return false
        }
        return known[low].mention.code == nil || known[low].mention.code != known[low].mention.country
    }

    /// Behind a bracket of up to three words that opens at token `i`: "(Hungría)".
    private func endOfBracket(_ i: Int) -> Int? {
        guard reading.ascii(i) == UInt8(ascii: "(") else { return nil }
        return (i + 2..<i + 5).first { reading.ascii($0) == UInt8(ascii: ")") }.map { $0 + 1 }
    }

    /// "Ribagorza, donde", "Рахівщині, де": what a clause tells of as a place. German writes every noun with a capital.
    private func beforeClause(at i: Int) -> Place? {
        guard reading.isCapital(i), !reading.language.capitalizesNouns || !reading.isSmall(i - 1),
            // "Además de Vallehermoso, donde"
            !(reading.startsSentence(i) && reading.isSmall(i + 1)),
            // "Alto Douro Vinhateiro, onde": the end of a name that is known in part.
            !(busy.contains(i - 1) && reading.isCapital(i - 1)),
            let end = run(from: i), reading.hasWhereClause(behind: end)
        else { return nil }
        return Place(tokens: i..<end, rule: "place.clause", confidence: 0.6)
    }

    /// ", y Bigorra." behind "Ribagorza, donde actúan el ayuntamiento y la Cámara".
    private func resumed(at i: Int) -> Place? {
        guard reading.isCapital(i), let end = run(from: i), reading.resumesRow(i..<end) else { return nil }
        return Place(tokens: i..<end, rule: "place.resumed", confidence: 0.5)
    }

    /// The names of a list that ends before a word for where they are: "Fülöpháza és Mórahalom határában".
    private func before(_ noun: Int, _ found: [Place]) -> [Place] {
        var places: [Place] = []
        var end = noun
        while places.count < 8 {
            var start = end
            while start - 1 >= reading.range.lowerBound, end - start < 3, isName(start - 1),
                start == noun || !reading.breaks(before: start)
            { start -= 1 }
            if start < end {
                if reading.startsSentence(start) || found.contains(where: { $0.tokens.overlaps(start..<end) }) { break }
                places.append(Place(tokens: start..<end, rule: "place.behind", confidence: 0.6))
            } else {
                // A place that is known keeps the list going.
                guard let place = known.first(where: { $0.tokens.upperBound == end && $0.mention.kind == .region })
                else {
                    break
                }
                start = place.tokens.lowerBound
            }
            guard let joint = reading.joint(before: start) else { break }
            end = joint
        }
        return places
    }

    /// A place below the country, in small letters around it, so that the row may go on with one that no list knows:
    /// "del Guadalope, de la Baïse y del Côa".
    private func isOwn(_ place: NameReader.Found) -> Bool {
        guard let code = place.mention.code else { return true }
        return code != place.mention.country && !code.hasPrefix("x-") && reading.isSmall(place.tokens.lowerBound - 1)
    }

    /// Whether a known place stands behind a preposition or has an ending that says where.
    private func isWhere(_ tokens: Range<Int>) -> Bool {
        if reading.last(.between, endingAt: tokens.lowerBound) != nil { return true }
        if let before = reading.last(.placeBefore, endingAt: tokens.lowerBound) {
            return !reading.language.capitalizesNouns || PlaceWord.isWhere(reading.entry(before).key)
        }
        return reading.whereEnding(tokens.upperBound - 1, isKnown: true) != nil
            || reading.isPlaceNoun(.last, at: tokens.upperBound - 1)
            || reading.lastPlaceNoun(.apart, endingAt: tokens.lowerBound)
    }
}
