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
    }

    let reading: Reading
    let gazetteer: Gazetteer
    /// Token ranges of dates, amounts and addresses: names do not reach into them.
    let taken: [Range<Int>]

    func read() -> [Found] {
        var found: [Found] = []
        var i = reading.range.lowerBound
        let organizations = OrganizationReader(reading: reading, gazetteer: gazetteer)
        while i < reading.range.upperBound {
            if let name = programme(at: i) ?? organizations.fixed(at: i).map(found(organization:)) {
                found.append(name)
                i = name.tokens.upperBound
            } else {
                i += 1
            }
        }
        let fixed = found.map(\.tokens)
        for organization in organizations.read(avoiding: fixed + taken.filter { $0.count > 1 }) {
            found.append(self.found(organization: organization))
        }
        i = reading.range.lowerBound
        let busy = TokenSet(found.map(\.tokens) + taken)
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
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
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
            organizationKind: organization.kind)
    }

    private func name(of organization: OrganizationReader.Found, _ quote: String) -> String {
        if organization.isFixed { return quote }
        if let tail = organization.tail {
            return quote + " " + BaseForm.name(tail, reading, isOrganization: true)
        }
        return BaseForm.name(organization.tokens, reading, isOrganization: true)
    }

    // MARK: Programmes

    private func programme(at i: Int) -> Found? {
        guard let match = reading.first(.nameProgramme, at: i) else { return nil }
        guard reading.tokens[i].isCapitalized || reading.kind(i) != .word else { return nil }
        let entry = reading.entry(match)
        // "LIFE Orchids" is a project.
        if match.length == 1, entry.form == "LIFE", reading.kind(match.end) == .word,
            reading.tokens[match.end].isCapitalized,
            reading.singleSpaceBefore(match.end), reading.first(.programme, at: match.end) == nil
        {
            return nil
        }
        // One plain word ("Life", "Leader") is a programme only in capitals, or beside a word for programme.
        if match.length == 1, ["life", "leader", "erasmus", "cosme"].contains(reading.tokens.foldedString(i)),
            !reading.tokens[i].isAllCaps
        {
            guard reading.tokens.foldedString(i) == "erasmus" || reading.first(.programme, at: match.end) != nil else {
                return nil
            }
        }
        var end = match.end
        var key = entry.key
        if key == "interreg" { (end, key) = interreg(from: match) }
        let core = i..<end
        (end, _) = programmeTail(end)
        // A bracket that was opened is closed.
        if (core.upperBound..<end).contains(where: { reading.ascii($0) == UInt8(ascii: "(") }),
            reading.ascii(end) == UInt8(ascii: ")")
        {
            end += 1
        }
        var start = i
        if let before = reading.last(.programme, endingAt: i), before.length == 1,
            reading.tokens[before.start].isCapitalized
        {
            start = before.start
        }
        let tokens = start..<end
        let span = reading.span(tokens)
        return Found(
            tokens: tokens,
            mention: Mention(
                kind: .programme, span: span, quote: reading.tokens.string(span), name: reading.string(core),
                language: reading.tag,
                rule: "programme.name", confidence: 0.9, code: key))
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
            if let place = gazetteer.hits(
                at: j, in: reading.tokens, limit: reading.range.upperBound, language: reading.language),
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

    /// The words and years that belong to a programme's name behind it: "programm 2021-2027", "na lata 2014–2020".
    private func programmeTail(_ start: Int) -> (Int, Bool) {
        var end = start
        var j = start
        var sawYears = false
        while j < reading.range.upperBound, j - start < 6, !reading.tokens[j].newlineBefore {
            if let word = reading.first(.programme, at: j) {
                j = word.end
                end = j
                continue
            }
            if let range = taken.first(where: { $0.lowerBound <= j && j < $0.upperBound }) {
                guard isYears(range) else { break }
                end = range.upperBound
                sawYears = true
                break
            }
            guard reading.kind(j) == .word, !reading.tokens[j].isCapitalized, j - end < 3,
                taken.contains(where: { $0.lowerBound > j && $0.lowerBound <= j + 3 && isYears($0) })
            else {
                if ["(", ",", "–", "-"].contains(reading.tokens.foldedString(j)), j == end,
                    taken.contains(where: { $0.lowerBound == j + 1 && isYears($0) })
                {
                    j += 1
                    continue
                }
                break
            }
            j += 1
        }
        return (end, sawYears)
    }

    /// A range of two bare years.
    private func isYears(_ range: Range<Int>) -> Bool {
        let numbers = range.filter { reading.kind($0) == .number }
        return numbers.count == 2 && range.allSatisfy { reading.kind($0) != .word }
            && numbers.allSatisfy { reading.digits($0) == 4 || reading.digits($0) == 2 }
    }

    // MARK: Places

    private func place(at i: Int, _ busy: TokenSet, after last: Int) -> Found? {
        guard reading.kind(i) == .word, reading.tokens[i].isCapitalized else { return nil }
        if let match = reading.first(.namePlace, at: i), !busy.intersects(match.start..<match.end) {
            let code = reading.entry(match).key
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
            return found(
                place: start..<end, code: code, country: country(of: code), rule: "place.pack", confidence: 0.85)
        }
        guard
            let hit = gazetteer.hits(
                at: i, in: reading.tokens, limit: reading.range.upperBound, language: reading.language),
            let first = hit.places.first, !busy.intersects(hit.tokens)
        else { return nil }
        let folded = reading.tokens.folded(i)
        if hit.tokens.count == 1 {
            if folded.count < 3 { return nil }
            // A capital at the beginning of a sentence is no evidence for a small place.
            if first.level == 4 || !hit.isBaseForm, startsSentence(i), !hit.isBaseForm || first.level == 4 {
                return nil
            }
            if first.level > 0,
                reading.at(i).contains(where: {
                    [.month, .weekday, .orgHead, .programme, .funder, .contact].contains(reading.meaning($0))
                })
            {
                return nil
            }
            if first.isSmall, !isToldAsPlace(hit, first, after: last) { return nil }
            // Part of a longer run of capitalised words is likelier a person or a title.
            if first.level == 4, neighbourIsName(hit.tokens) { return nil }
        }
        return found(
            place: hit.tokens, code: first.code, country: first.country,
            rule: hit.isBaseForm ? "place.gazetteer" : "place.inflected",
            confidence: first.level == 0 ? 0.95 : 0.75)
    }

    /// Whether something besides its letters says that a small town is meant: a preposition of place, a bracket, a place
    /// in the same list, the case ending of a place, or that its country writes in the language of the page.
    private func isToldAsPlace(_ hit: Gazetteer.Hit, _ place: Place, after last: Int) -> Bool {
        let i = hit.tokens.lowerBound
        if reading.last(.placeBefore, endingAt: i) != nil { return true }
        if let country = place.country, LanguageCountries.isOfficial(reading.language.tag, in: country) {
            return !reading.language.capitalizesNouns
        }
        let before = reading.ascii(i - 1)
        if before == UInt8(ascii: "("),
            [UInt8(ascii: ")"), UInt8(ascii: ",")].contains(reading.ascii(hit.tokens.upperBound))
        {
            return true
        }
        return last == i - 1
            && (before == UInt8(ascii: ",") || before == UInt8(ascii: "-") || reading.first(.and, at: i - 1) != nil)
    }

    private func neighbourIsName(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        if reading.kind(next) == .word, reading.tokens[next].isCapitalized, reading.sameLine(next),
            !reading.tokens[next].isAllCaps
        {
            return true
        }
        let before = tokens.lowerBound - 1
        return reading.kind(before) == .word && reading.range.contains(before) && reading.tokens[before].isCapitalized
            && !startsSentence(before)
    }

    private func startsSentence(_ i: Int) -> Bool {
        if i == reading.range.lowerBound || reading.tokens[i].newlineBefore { return true }
        let c = reading.ascii(i - 1)
        return c == UInt8(ascii: ".") || c == UInt8(ascii: "!") || c == UInt8(ascii: "?") || c == UInt8(ascii: ":")
    }

    private func country(of code: String) -> String? {
        if code.hasPrefix("x-") { return nil }
        return CountryCode.ofRegion(code, gazetteer)
    }

    private func found(place tokens: Range<Int>, code: String, country: String?, rule: String, confidence: Double)
        -> Found
    {
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
}

/// A set of tokens given as ranges.
struct TokenSet {
    private var members: Set<Int> = []

    init(_ ranges: [Range<Int>] = []) {
        for range in ranges { members.formUnion(range) }
    }

    func contains(_ i: Int) -> Bool { members.contains(i) }
    func intersects(_ range: Range<Int>) -> Bool { range.contains { members.contains($0) } }
    mutating func insert(_ range: Range<Int>) { members.formUnion(range) }
}
