internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// One name of a list, with its country, acronym and role.
extension PartnerList {
    func item(_ piece: Range<Int>) -> Item? {
        let whole = strip(piece)
        var tokens = withoutCode(whole)
        guard !tokens.isEmpty, !isSentence(piece) else { return nil }
        var item = Item(tokens: tokens)
        // "[BP] Universidade de Évora"
        if tokens.lowerBound > whole.lowerBound,
            (whole.lowerBound..<tokens.lowerBound).contains(where: { reading.first(.leadCode, at: $0) != nil })
        {
            item.role = .lead
            item.roleWords = "code"
        }
        // A role in front: "Lead partner: X", "LP – X".
        if let match = reading.at(tokens.lowerBound).first(where: {
            reading.meaning($0).isPartnerLabel && $0.end < tokens.upperBound
        }) {
            let next = match.end
            if ":-".utf8.contains(reading.ascii(next))
                || reading.ascii(next) == UInt8(ascii: ".") && reading.ascii(next + 1) == UInt8(ascii: ".")
            {
                item.role = Self.role(reading.meaning(match))
                tokens = strip((next + 1)..<tokens.upperBound)
            }
        }
        // A role without a sign: "Capofila Polo Poschiavo", "… d'Alsace Projektträger".
        if item.role == nil, tokens.count >= 3 {
            if let match = reading.at(tokens.lowerBound).first(where: {
                reading.meaning($0).isPartnerLabel && $0.end < tokens.upperBound
            }), reading.tokens[match.end].isCapitalized, !hasHead(match.start..<match.end) {
                item.role = Self.role(reading.meaning(match))
                tokens = strip(match.end..<tokens.upperBound)
            } else if let match = roleAtEnd(tokens) {
                item.role = Self.role(reading.meaning(match))
                tokens = strip(tokens.lowerBound..<match.start)
            }
        }
        // A role behind a dash: "X – lead partner".
        if let dash = tokens.dropFirst().last(where: { reading.isDash($0) && !reading.glued($0) }),
            dash + 1 < tokens.upperBound,
            let match = reading.at(dash + 1).first(where: { reading.meaning($0).isPartnerLabel }),
            match.end >= tokens.upperBound - 2
        {
            item.role = item.role ?? Self.role(reading.meaning(match))
            tokens = strip(tokens.lowerBound..<dash)
        }
        // What a cell or an amount ends: "University of X | Lead partner | 139 496,31 €".
        if let cut = end(of: tokens) {
            for i in cut..<tokens.upperBound {
                if let match = reading.at(i).first(where: { reading.meaning($0).isPartnerLabel }) {
                    item.role = item.role ?? Self.role(reading.meaning(match))
                }
            }
            for column in columns(cut..<tokens.upperBound) where item.country == nil {
                item.country = countryAlone(column) ?? placeAlone(column)
            }
            tokens = strip(tokens.lowerBound..<cut)
        }
        tokens = withoutAddress(tokens, &item)
        // Brackets, from the end.
        var scan = tokens.lowerBound
        var name = tokens
        while scan < tokens.upperBound {
            guard reading.ascii(scan) == UInt8(ascii: "("), let close = closing(scan, tokens.upperBound) else {
                scan += 1
                continue
            }
            let inside = (scan + 1)..<close
            if name.upperBound > scan, scan > name.lowerBound { name = name.lowerBound..<scan }
            bracket(inside, &item)
            scan = close + 1
        }
        name = withoutSeat(withoutPlace(withoutTask(strip(name)), &item), &item)
        guard isName(name) else { return nil }
        item.tokens = name
        return item
    }

    /// "PP2  Colegiul X", "[B3] Município de Y": the number that a list gives a partner.
    private func withoutCode(_ tokens: Range<Int>) -> Range<Int> {
        var i = tokens.lowerBound
        if reading.digits(i) > 0, reading.digits(i) <= 2, i + 1 < tokens.upperBound, hasTabBefore(i + 1) {
            return strip((i + 1)..<tokens.upperBound)
        }
        let isOpen = reading.ascii(i) == UInt8(ascii: "[")
        if isOpen { i += 1 }
        guard reading.kind(i) == .word, reading.tokens[i].isAllCaps || reading.tokens.folded(i).count == 1,
            reading.tokens.folded(i).count <= 6, reading.isCapital(i)
        else { return tokens }
        i += 1
        let isNumbered = reading.kind(i) == .number && reading.glued(i)
        if isNumbered { i += 1 }
        if reading.ascii(i) == UInt8(ascii: "]") {
            i += 1
        } else if isOpen {
            return tokens
        } else if !isNumbered {
            // "LP    Universität X": wide space, as between columns; "LP: Universität X": letters for the lead.
            guard i < tokens.upperBound,
                reading.tokens[i].start - reading.tokens[i - 1].end >= 2
                    || reading.ascii(i) == UInt8(ascii: ":") && reading.first(.leadCode, at: i - 1) != nil
            else { return tokens }
        }
        if ":-.".utf8.contains(reading.ascii(i)) { i += 1 }
        guard i < tokens.upperBound, reading.kind(i) == .word, reading.isCapital(i) else { return tokens }
        return strip(i..<tokens.upperBound)
    }

    /// "Ville de Vintimille, responsable des chantiers", "association X, de Gorbio": what a body does stands behind its
    /// known name in small letters.
    private func withoutTask(_ tokens: Range<Int>) -> Range<Int> {
        // "Občina Kozje: stiskalnica in sušilnica"
        if let colon = tokens.dropFirst().first(where: { reading.ascii($0) == UInt8(ascii: ":") }),
            reading.isSmall(colon + 1), colon + 1 < tokens.upperBound, reading.isCapital(tokens.lowerBound),
            !reading.at(tokens.lowerBound).contains(where: { $0.meaning.isLabel && $0.end == colon })
        {
            return tokens.lowerBound..<colon
        }
        for i in tokens.dropFirst() where reading.ascii(i) == UInt8(ascii: ",") {
            guard reading.isSmall(i + 1), i + 1 < tokens.upperBound,
                view.names.contains(where: {
                    $0.mention.kind == .organization && $0.tokens.upperBound == i
                        && $0.tokens.lowerBound <= tokens.lowerBound + 1
                }),
                !reading.at(i + 1).contains(where: {
                    [.orgHead, .orgLegal, .orgDepartment, .and].contains($0.meaning)
                })
            else { continue }
            return tokens.lowerBound..<i
        }
        return tokens
    }

    func hasHead(_ tokens: Range<Int>) -> Bool {
        tokens.contains { i in
            reading.at(i).contains { [.orgHead, .orgLegal, .orgDepartment].contains(reading.meaning($0)) }
        }
    }

    func roleAtEnd(_ tokens: Range<Int>) -> Lexicon.Match? {
        for start in tokens.suffix(3) where start > tokens.lowerBound {
            if let match = reading.at(start).first(where: {
                reading.meaning($0).isPartnerLabel && $0.end == tokens.upperBound
            }), !hasHead(start..<match.end) {
                return match
            }
        }
        return nil
    }

    /// Where a name ends before an amount, a date, a percentage, a role in a cell of its own or a line break.
    func end(of tokens: Range<Int>) -> Int? {
        var ends: [Int] = []
        for value in view.values where [.money, .percent, .email, .url, .phone].contains(value.mention.kind) {
            if tokens.contains(value.tokens.lowerBound), value.tokens.lowerBound > tokens.lowerBound {
                ends.append(value.tokens.lowerBound)
            }
        }
        for i in tokens.dropFirst() where reading.tokens[i].newlineBefore || hasTabBefore(i) { ends.append(i) }
        return ends.min()
    }

    /// The parts of a line between tabs and wide spaces.
    private func columns(_ tokens: Range<Int>) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var start = tokens.lowerBound
        for i in tokens.dropFirst() where hasTabBefore(i) {
            columns.append(start..<i)
            start = i
        }
        return columns + [start..<tokens.upperBound]
    }

    /// A tab, or three spaces and more, as between the columns of plain text.
    func hasTabBefore(_ i: Int) -> Bool {
        let start = Int(reading.tokens.tokens[i - 1].end)
        let stop = Int(reading.tokens[i].start)
        return start < stop && (stop - start >= 3 || reading.tokens.text[start..<stop].contains(0x09))
    }

    func bracket(_ inside: Range<Int>, _ item: inout Item) {
        guard !inside.isEmpty else { return }
        let cuts = inside.filter { i in
            ",;/|".utf8.contains(reading.ascii(i)) || reading.isDash(i) && !reading.glued(i) && i > inside.lowerBound
        }
        for piece in split(inside, cuts) {
            // "country: GR"
            var part = piece
            if let colon = piece.first(where: { reading.ascii($0) == UInt8(ascii: ":") }), colon + 1 < piece.upperBound
            {
                part = (colon + 1)..<piece.upperBound
            }
            if let country = countryAlone(part) {
                item.country = item.country ?? country
            } else if let match = reading.at(part.lowerBound).first(where: { reading.meaning($0).isPartnerLabel }) {
                if item.role == nil {
                    item.role = Self.role(reading.meaning(match))
                    item.roleWords = Folding.key(reading.string(match.start..<match.end))
                }
            } else if item.role == nil, tellsOfLeading(part) {
                item.role = .lead
            } else if part.count == 1, let i = part.first, reading.kind(i) == .word,
                reading.tokens[i].isAllCaps || reading.tokens[i].hasInnerCapital
            {
                item.acronym = reading.tokens.string(i)
                item.aliases.append(part)
            } else if piece == inside, part.count >= 2,
                reading.tokens[part.lowerBound].isCapitalized || reading.first(.ownLanguage, at: part.lowerBound) != nil
            {
                var alias = part
                if let cue = reading.first(.ownLanguage, at: part.lowerBound) {
                    alias = strip(cue.end..<part.upperBound)
                }
                if !alias.isEmpty { item.aliases.append(alias) }
            } else if let place = placeAlone(part) {
                item.country = item.country ?? place
            }
        }
    }

    /// "(leder hele prosjektet)", "(coordinates)": a clause of few words that begins with a verb for leading.
    private func tellsOfLeading(_ part: Range<Int>) -> Bool {
        part.count <= 5 && reading.isSmall(part.lowerBound)
            && reading.at(part.lowerBound).contains { $0.meaning == .leadVerb || $0.meaning == .leadBefore }
    }

    static func role(_ meaning: Meaning) -> Claim.Role {
        switch meaning {
        case .partnerLead: return .lead
        case .partnerAssociated: return .associated
        case .partnerCofinancier: return .cofinancier
        case .partnerSupplier: return .supplier
        default: return .partner
        }
    }

    /// "Who takes part?", "Le projet se déroulera dans les Alpes-Maritimes.": a question, or a sentence whose subject is the
    /// project.
    private func isSentence(_ piece: Range<Int>) -> Bool {
        guard let last = piece.last else { return false }
        if reading.ascii(last) == UInt8(ascii: "?") { return true }
        guard reading.ascii(last) == UInt8(ascii: "."), piece.count >= 5, piece.upperBound == view.range.upperBound,
            let project = piece.prefix(2).lazy.compactMap({ reading.first(.project, at: $0) }).first
        else { return false }
        return reading.isSmall(project.end) && !piece.contains { reading.ascii($0) == UInt8(ascii: "(") }
    }

    func isName(_ tokens: Range<Int>) -> Bool {
        guard !tokens.isEmpty, tokens.count <= 26 else { return false }
        let words = tokens.filter { reading.kind($0) == .word }
        guard !words.isEmpty, words.count <= 20,
            words.contains(where: { reading.tokens[$0].isCapitalized })
                || tokens.contains(where: { reading.first(.orgHead, at: $0) != nil })
        else {
            return false
        }
        if words.count == 1, let i = words.first, reading.tokens.folded(i).count < 2 { return false }
        // A sentence is no name: too many small words that no name has.
        let small = words.filter { i in
            !reading.tokens[i].isCapitalized
                && !reading.at(i).contains {
                    [.orgInside, .of, .and, .orgHead, .orgDepartment, .orgLegal].contains(reading.meaning($0))
                }
        }
        if words.count > 5, small.count * 2 > words.count { return false }
        // "6200 Aabenraa"
        if reading.digits(tokens.lowerBound) >= 4, words.count <= 3 { return false }
        // Two figures are a row of a budget.
        if tokens.filter({ reading.digits($0) == 3 }).count >= 2 { return false }
        // A date, an amount or an address is no name.
        if view.values.contains(where: {
            [.money, .email, .url, .phone].contains($0.mention.kind) && $0.tokens.overlaps(tokens)
        }) {
            return false
        }
        if view.values.contains(where: { $0.mention.kind == .date && $0.tokens.lowerBound == tokens.lowerBound }) {
            return false
        }
        if let label = FieldFinder.label(in: tokens, view, whole: true),
            label.1.count >= words.count || label.0.isAmountLabel && label.1.lowerBound == tokens.lowerBound
        {
            return false
        }
        if countryAlone(tokens) != nil { return false }
        return true
    }

    func closing(_ open: Int, _ limit: Int) -> Int? {
        var depth = 0
        var i = open
        while i < limit {
            if reading.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if reading.ascii(i) == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return i }
            }
            i += 1
        }
        return nil
    }

    /// A small word in front of a name: "de Openbare …", "la Universidad".
    func isArticle(_ i: Int, _ end: Int) -> Bool {
        reading.kind(i) == .word && !reading.tokens[i].isCapitalized && i + 1 < end
            && (reading.kind(i + 1) == .word && reading.tokens[i + 1].isCapitalized)
            && reading.first(.orgHead, at: i) == nil
            && (reading.first(.orgInside, at: i) != nil || reading.first(.of, at: i) != nil)
    }

    /// "A Déri Múzeum", "Ook Natuurpunt": a word with a capital that no name begins with.
    private func opensPlainly(_ i: Int, _ end: Int) -> Bool {
        i + 1 < end && reading.isCapital(i + 1)
            && reading.first(.orgInside, at: i).map { $0.length == 1 && reading.entry($0).key == "article.only" }
                ?? false
    }

    /// Without bullets, numbering, separators and a final full stop.
    func strip(_ tokens: Range<Int>) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while start < end {
            let c = reading.ascii(start)
            let isMark =
                reading.kind(start) != .word && reading.kind(start) != .number && c != UInt8(ascii: "(")
                && c != UInt8(ascii: "\"")
            let isNumbering =
                reading.kind(start) == .number && reading.digits(start) <= 2 && start + 1 < end
                && ".)".utf8.contains(reading.ascii(start + 1))
            // "b) Museum of Brookham"
            let isLetter =
                reading.kind(start) == .word && reading.tokens.folded(start).count == 1 && start + 1 < end
                && c != UInt8(ascii: "\"") && reading.ascii(start + 1) == UInt8(ascii: ")") && reading.glued(start + 1)
            if isMark {
                start += 1
            } else if isNumbering || isLetter {
                start += 2
            } else if isArticle(start, end) || opensPlainly(start, end) {
                start += 1
            } else if start + 2 < end, reading.isSmall(start), reading.tokens.folded(start).count <= 4,
                "'-".utf8.contains(reading.ascii(start + 1)), reading.glued(start + 1), reading.glued(start + 2),
                reading.first(.of, at: start) != nil || reading.tokens.folded(start).count <= 2,
                reading.kind(start + 2) == .word
            {
                // "l'Université", "il-Kunsill"
                start += 2
            } else {
                break
            }
        }
        while end > start, reading.kind(end - 1) != .word, reading.kind(end - 1) != .number {
            let c = reading.ascii(end - 1)
            if c == UInt8(ascii: ")") || c == UInt8(ascii: "\"") || c == UInt8(ascii: "+") { break }
            if c == UInt8(ascii: "."), end - 1 > start,
                reading.first(.orgLegal, at: end - 2) != nil || reading.tokens.folded(end - 2).count <= 2
            {
                break
            }
            end -= 1
        }
        return start..<end
    }
}
