internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names of programmes: fixed names with the strand, the word for programme, the quotation and the years around them,
/// and programmes of two countries by their pattern.
extension NameReader {
    func programme(at i: Int) -> Found? {
        if let found = named(at: i) { return found }
        return betweenCountries(at: i)
    }

    private func named(at i: Int) -> Found? {
        guard let match = reading.first(.nameProgramme, at: i) else { return nil }
        guard reading.tokens[i].isCapitalized || reading.kind(i) != .word else { return nil }
        let entry = reading.entry(match)
        // One plain word ("Life", "Leader") is a programme only in capitals, or beside a word for programme.
        if match.length == 1, !reading.tokens[i].isAllCaps, reading.first(.programmePlain, at: i) != nil,
            reading.first(.programme, at: match.end) == nil
        {
            return nil
        }
        if isPriority(before: i) { return nil }
        var end = match.end
        var key = entry.key
        if key == "interreg" {
            (end, key) = interreg(from: match)
            // "Programa Interreg POCTEP": the strand's own name says more.
            for j in i..<max(i, end) where key == "interreg" {
                if let strand = reading.first(.nameProgramme, at: j) { key = reading.entry(strand).key }
            }
        }
        if let whole = quotedStrand(i..<end, key) { return whole }
        end = (quotesStrand(key, at: i) ? quotation(at: end) : nil) ?? title(behindCode: i..<end) ?? end
        let quoted = quoted(i..<end)
        var core = quoted ?? i..<end
        let tokens = head(before: core.lowerBound)..<programmeTail(core.upperBound)
        // "Programm INTERREG V Oberrhein" is INTERREG V Oberrhein; a quotation needs the words in front of it.
        core = quoted == nil ? withYears(core, tokens) : tokens.lowerBound..<core.upperBound
        return found(
            programme: tokens, core: core, code: key, rule: "programme.name",
            confidence: 0.9)
    }

    /// The name itself: with the years behind it, without the word for programme.
    private func withYears(_ core: Range<Int>, _ tokens: Range<Int>) -> Range<Int> {
        var end = core.upperBound
        if reading.ascii(end) == UInt8(ascii: "(") { return core }
        if !(end..<max(end, tokens.upperBound)).contains(where: { reading.first(.programme, at: $0) != nil }) {
            return core.lowerBound..<max(end, tokens.upperBound)
        }
        while end - 1 > core.lowerBound, reading.first(.programme, at: end - 1) != nil || reading.isDash(end - 1) {
            end -= 1
        }
        return core.lowerBound..<end
    }

    /// "2021–2027 m. „Interreg VI-A“ Lietuvos ir Lenkijos programa": quotation marks around the first words of a name
    /// that goes on behind them, with the years in front of it.
    private func quotedStrand(_ core: Range<Int>, _ key: String) -> Found? {
        let close = core.upperBound
        guard key.hasPrefix("interreg"), isQuote(core.lowerBound - 1), isQuote(close), reading.glued(close),
            reading.sameLine(close + 1)
        else { return nil }
        var end: Int
        var code = key
        if let area = betweenCountries(at: close + 1) {
            end = area.tokens.upperBound
            code = area.mention.code ?? key
        } else {
            // "„Interreg“ Pietų Baltijos 2014–2020 m. programą"
            end = close + 1
            while reading.kind(end) == .word, reading.sameLine(end), reading.tokens[end].isCapitalized,
                end - close <= 4
            { end += 1 }
            guard end > close + 1 else { return nil }
            let tail = programmeTail(end)
            guard tail > end, (end..<tail).contains(where: { reading.first(.programme, at: $0) != nil }) else {
                return nil
            }
            end = tail
        }
        var start = core.lowerBound - 1
        var before = start
        if reading.ascii(before - 1) == UInt8(ascii: ".") { before -= 1 }
        if reading.last(.yearAfter, endingAt: before) != nil { before -= 1 }
        if let years = taken.first(where: { $0.upperBound == start || $0.upperBound == before }), isYears(years) {
            start = years.lowerBound
        }
        return found(
            programme: start..<end, core: start..<end, code: code, rule: "programme.name", confidence: 0.9)
    }

    private func found(programme tokens: Range<Int>, core: Range<Int>, code: String?, rule: String, confidence: Double)
        -> Found
    {
        let span = reading.span(tokens)
        return Found(
            tokens: tokens,
            mention: Mention(
                kind: .programme, span: span, quote: reading.tokens.string(span), name: reading.string(core),
                language: reading.tag, rule: rule, confidence: confidence, code: code))
    }

    // MARK: What stands around

    /// "пріоритет «Транскордонне співробітництво»": a part of a programme is not the programme.
    private func isPriority(before i: Int) -> Bool {
        var j = i - 1
        while reading.range.contains(j), reading.kind(j) == .punctuation, i - j < 3 { j -= 1 }
        return reading.first(.priority, at: j) != nil
    }

    /// Whether a quotation behind a programme's name may belong to it: not where the programme has one name everywhere, nor
    /// behind the word for project ("projekt Erasmus+ „Řemesla“", "projekt Interreg „Tichá řeka“").
    private func quotesStrand(_ key: String, at start: Int) -> Bool {
        !Self.undivided.contains(key) && reading.last(.project, endingAt: start) == nil
    }

    /// Programmes that are called alike everywhere, so that a quotation behind them is a project's name.
    static let undivided: Set<String> = [
        "erasmus", "life", "creative-europe", "horizon-europe", "horizon-2020", "cerv", "cosme", "leader", "urbact",
        "espon",
    ]

    /// A quotation right behind the name: "Interreg IPA CBC «Ελλάδα – Αλβανία 2014 – 2020»".
    private func quotation(at i: Int) -> Int? {
        guard isQuote(i), reading.sameLine(i), !reading.glued(i) else { return nil }
        var j = i + 1
        while reading.sameLine(j), j - i <= 16 {
            if isQuote(j) { return j + 1 }
            j += 1
        }
        return nil
    }

    /// "SK08 Cezhraničná spolupráca": a code with digits takes the title behind it.
    private func title(behindCode tokens: Range<Int>) -> Int? {
        guard tokens.count <= 2,
            tokens.contains(where: { reading.tokens.folded($0).contains { 48...57 ~= $0 } }),
            reading.kind(tokens.upperBound) == .word, reading.sameLine(tokens.upperBound),
            reading.tokens[tokens.upperBound].isCapitalized
        else { return nil }
        var j = tokens.upperBound
        while reading.kind(j) == .word, reading.sameLine(j), j - tokens.upperBound < 6 { j += 1 }
        return j
    }

    /// The quotation marks around a name, when it fills them.
    private func quoted(_ core: Range<Int>) -> Range<Int>? {
        guard isQuote(core.lowerBound - 1), isQuote(core.upperBound) else { return nil }
        return (core.lowerBound - 1)..<(core.upperBound + 1)
    }

    private func isQuote(_ i: Int) -> Bool {
        reading.ascii(i) == UInt8(ascii: "\"")
    }

    /// The word for programme that stands before a name, with the words between: "Programa de Cooperación
    /// Transfronteriza Interreg …", "programme LIFE+", "Оперативна програма „…“".
    private func head(before start: Int) -> Int {
        var j = start
        var best = start
        while j > reading.range.lowerBound, start - j < 6, reading.sameLine(j),
            !taken.contains(where: { $0.contains(j - 1) })
        {
            j -= 1
            guard reading.kind(j) == .word else { break }
            let isSmall = [.orgInside, .of, .and].contains { reading.first($0, at: j) != nil }
            if let match = reading.first(.programme, at: j), match.end <= start {
                // "the programme Interreg Slovenia–Austria"
                if match.end == start, !isQuote(start) { best = j }
                // "Operational programme": a small word counts with an adjective in capitals in front of it.
                if reading.tokens[j].isCapitalized {
                    best = j
                } else if match.length == 1, reading.kind(j - 1) == .word, reading.sameLine(j),
                    reading.range.contains(j - 1),
                    reading.tokens[j - 1].isCapitalized, !startsLine(j - 1)
                {
                    best = j - 1
                }
                break
            }
            // "…fondu w ramach programu": what names something else stands before a small word.
            guard isSmall || reading.tokens[j].isCapitalized || start - j <= 2 else { break }
            if !isSmall, reading.at(j).contains(where: { [.nameOrganization, .orgHead].contains($0.meaning) }) {
                break
            }
        }
        return best
    }

    private func startsLine(_ i: Int) -> Bool {
        i == reading.range.lowerBound || reading.tokens[i].newlineBefore || ".:!?".utf8.contains(reading.ascii(i - 1))
    }

    /// "Interreg V-A Slovenija–Hrvatska": the strand is in what follows the word.
    private func interreg(from match: Lexicon.Match) -> (Int, String) {
        var end = match.end
        var codes: Set<String> = []
        var area: String?
        var j = end
        while j < reading.range.upperBound, j - match.end < 12 {
            let t = reading.tokens[j]
            if t.newlineBefore { break }
            if let place = reading.place(at: j, before: reading.range.upperBound, in: gazetteer),
                let first = place.places.first, t.isCapitalized
            {
                if let country = first.country { codes.insert(country.lowercased()) }
                j = place.tokens.upperBound
                end = j
                continue
            }
            if let name = reading.first(.namePlace, at: j), t.isCapitalized {
                let code = reading.entry(name).key
                if code.hasPrefix("x-") { area = code } else { codes.insert(String(code.prefix(2)).lowercased()) }
                j = name.end
                end = j
                continue
            }
            if t.kind == .word {
                if t.isCapitalized {
                    end = j + 1
                } else if reading.first(.orgInside, at: j) != nil || reading.first(.of, at: j) != nil
                    || reading.first(.and, at: j) != nil
                {
                    // Small words count only when a capital follows.
                } else if reading.first(.programme, at: j) != nil || reading.first(.region, at: j) != nil {
                    end = j + 1
                } else {
                    break
                }
            } else if t.kind == .number || !(reading.isDash(j) || ".'/&+".utf8.contains(reading.ascii(j))) {
                break
            } else if reading.ascii(j) == UInt8(ascii: "."), !reading.glued(j + 1) {
                // A full stop ends the name with its sentence.
                break
            }
            j += 1
        }
        if let area, codes.isEmpty { return (end, Self.areas[area] ?? "interreg-\(area.dropFirst(2))") }
        if codes.count >= 2, codes.count <= 3 { return (end, "interreg-" + codes.sorted().joined(separator: "-")) }
        return (end, "interreg")
    }

    /// Transnational strands by the area they are named after.
    private static let areas = [
        "x-baltic-sea": "interreg-bsr", "x-north-sea": "interreg-nsr", "x-alps": "interreg-alpine",
        "x-danube": "interreg-danube", "x-mediterranean": "interreg-med", "x-atlantic": "interreg-atlantic",
        "x-adriatic": "interreg-adrion", "x-arctic": "interreg-npa", "x-europe": "interreg-europe",
    ]

    /// The words and years that belong to a programme's name behind it: "programm 2021-2027", "na lata 2014–2020",
    /// "– programma di cooperazione 2014-2020", "2007–2013 m. programos", "(POCTEP)".
    private func programmeTail(_ start: Int) -> Int {
        var end = start
        var j = start
        if reading.isDash(j), !reading.glued(j), reading.sameLine(j), reading.first(.programme, at: j + 1) != nil {
            j += 1
        }
        var sawYears = false
        while reading.range.contains(j), j - start < 9, !reading.breaks(before: j) {
            if let word = reading.first(.programme, at: j) {
                j = word.end
                end = j
                if sawYears { break }
                continue
            }
            if !sawYears, let range = taken.first(where: { $0.lowerBound <= j && j < $0.upperBound }) {
                guard isYears(range) else { break }
                end = range.upperBound
                j = end
                sawYears = true
                if let word = reading.first(.yearAfter, at: j) {
                    j = word.end
                    end = j
                    if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) {
                        j += 1
                        end = j
                    }
                }
                continue
            }
            if sawYears { break }
            let leads = taken.contains { $0.lowerBound > j && $0.lowerBound <= j + 4 && isYears($0) }
            if reading.kind(j) == .word, !reading.tokens[j].isCapitalized, j - end < 4, leads {
                j += 1
            } else if ["(", ",", "–", "-"].contains(reading.tokens.foldedString(j)), j == end,
                taken.contains(where: { $0.lowerBound == j + 1 && isYears($0) })
            {
                j += 1
            } else {
                break
            }
        }
        // A bracket that was opened is closed; an acronym in brackets belongs to the name.
        if (start..<end).contains(where: { reading.ascii($0) == UInt8(ascii: "(") }),
            reading.ascii(end) == UInt8(ascii: ")")
        {
            end += 1
        } else if reading.ascii(end) == UInt8(ascii: "("), reading.ascii(end + 2) == UInt8(ascii: ")"),
            reading.kind(end + 1) == .word, reading.tokens[end + 1].isAllCaps,
            reading.tokens.folded(end + 1).count >= 3, reading.first(.nameOrganization, at: end + 1) == nil
        {
            end += 3
            if !sawYears, let years = taken.first(where: { $0.lowerBound == end }), isYears(years) {
                end = years.upperBound
            }
        } else if let close = secondName(inBracket: end) {
            end = close + 1
        }
        return end
    }

    /// A range of two bare years, with the words that a language writes beside them.
    private func isYears(_ range: Range<Int>) -> Bool {
        let numbers = range.filter { reading.kind($0) == .number }
        return numbers.count == 2
            && range.allSatisfy {
                reading.kind($0) != .word || reading.first(.yearAfter, at: $0) != nil
                    || reading.first(.yearBefore, at: $0) != nil || reading.first(.toBefore, at: $0) != nil
                    || reading.tokens.folded($0).count <= 1
            }
            && numbers.allSatisfy { reading.digits($0) == 4 || reading.digits($0) == 2 }
    }

    // MARK: Programmes of two countries

    /// "Lietuvos ir Latvijos bendradarbiavimo per sieną 2007–2013 m. programos": two or three countries, a few small
    /// words or the years, and the word for programme.
    func betweenCountries(at i: Int) -> Found? {
        guard joinsCapitals(at: i), let first = country(at: i) else { return nil }
        var codes: Set<String> = [first.code]
        var j = first.end
        while codes.count < 4, reading.sameLine(j) {
            guard reading.isDash(j) || reading.ascii(j) == UInt8(ascii: ",") || reading.first(.and, at: j) != nil,
                let next = country(at: j + 1)
            else { break }
            codes.insert(next.code)
            j = next.end
        }
        guard codes.count >= 2 else { return nil }
        let countries = j
        var years: Int?
        while reading.sameLine(j), j - countries <= 10 {
            if let word = reading.first(.programme, at: j) {
                let end = years == nil ? programmeTail(word.end) : word.end
                let key = "interreg-" + codes.map { $0.lowercased() }.sorted().joined(separator: "-")
                return found(
                    programme: i..<end, core: i..<word.end, code: key, rule: "programme.countries", confidence: 0.8)
            }
            if let range = taken.first(where: { $0.contains(j) }) {
                guard years == nil, isYears(range) else { return nil }
                years = range.upperBound
                j = range.upperBound
                if let word = reading.first(.yearAfter, at: j) { j = word.end }
                if reading.ascii(j) == UInt8(ascii: "."), reading.glued(j) { j += 1 }
                continue
            }
            guard reading.kind(j) == .word, !reading.tokens[j].isCapitalized else { return nil }
            j += 1
        }
        return nil
    }

    /// Whether a word with a capital is joined to another by a dash, a comma or "and": looked at first, since the
    /// gazetteer costs more.
    private func joinsCapitals(at i: Int) -> Bool {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized else { return false }
        for j in (i + 1)...(i + 3) where reading.kind(j + 1) == .word && reading.tokens[j + 1].isCapitalized {
            if reading.isDash(j) || reading.ascii(j) == UInt8(ascii: ",") || reading.first(.and, at: j) != nil {
                return true
            }
        }
        return false
    }

    private func country(at i: Int) -> (code: String, end: Int)? {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized else { return nil }
        if let name = reading.first(.namePlace, at: i), reading.entry(name).key.count == 2 {
            return (reading.entry(name).key, name.end)
        }
        guard
            let hit = reading.place(at: i, before: reading.range.upperBound, in: gazetteer),
            let place = hit.places.first, place.level == 0
        else { return nil }
        return (place.code, hit.tokens.upperBound)
    }
}
