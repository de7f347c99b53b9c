internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Reading the words of labels.
extension FieldFinder {
    static func label(at i: Int, _ view: BlockView) -> Lexicon.Match? {
        view.reading.at(i).first { view.reading.meaning($0).isLabel }
    }

    /// The label a line holds, when the line is hardly anything else.
    ///
    /// - Parameter bodies: whether a word for a kind of region counts that belongs to the name of a body.
    static func label(in line: Range<Int>, _ view: BlockView, whole: Bool, bodies: Bool = false) -> (
        Meaning, Range<Int>
    )? {
        let tokens = plain(line, view)
        let words = tokens.count { view.reading.kind($0) == .word || view.reading.kind($0) == .number }
        guard words > 0, words <= 14 else { return nil }
        var best: (meaning: Meaning, range: Range<Int>, score: Int)?
        for i in tokens {
            for match in view.reading.at(i)
            where view.reading.meaning(match).isLabel && match.end <= tokens.upperBound
                && (bodies || !isInBody(match, view))
            {
                let length = (match.start..<match.end).count { view.reading.kind($0) == .word }
                // Longer forms say more; at equal length the one nearer the beginning.
                let score = length * 100 - (match.start - tokens.lowerBound) * 3
                if best == nil || score > best?.score ?? 0 {
                    best = (view.reading.meaning(match), match.start..<match.end, score)
                }
            }
        }
        guard let best else {
            if isShareOf(tokens, view) { return (.amountShare, tokens) }
            return isPartOfFund(tokens, of: line, view) ? (.amountEU, tokens) : nil
        }
        let length = best.range.count { view.reading.kind($0) == .word }
        // "Projekts ilgst: trīs gadus": the word for project alone is a label only by itself.
        if best.meaning == .projectName, length == 1, words > 1,
            view.reading.first(.project, at: best.range.lowerBound)?.length == 1
        {
            return nil
        }
        let covers = length * 2 >= words
        let begins = best.range.lowerBound == tokens.lowerBound && words <= length + 5
        let ends = best.range.upperBound >= tokens.upperBound - 1 && words <= length + 4
        guard covers || begins || ends else { return nil }
        // "Salt fields: a new budget and planning": what a colon cuts off must be hardly anything but the label too.
        if !covers, !begins,
            let colon = (tokens.lowerBound..<best.range.lowerBound).last(where: {
                view.reading.ascii($0) == UInt8(ascii: ":")
            })
        {
            let rest = (colon + 1..<tokens.upperBound).count { view.reading.kind($0) == .word }
            guard length * 2 >= rest else { return nil }
        }
        return (best.meaning, best.range)
    }

    /// "of which ERDF (50 %)", "di cui LIFE (€)": the name of a fund or a programme alone is a label only as a part of
    /// something.
    private static func isPartOfFund(_ name: Range<Int>, of line: Range<Int>, _ view: BlockView) -> Bool {
        guard name.lowerBound > line.lowerBound else { return false }
        let r = view.reading
        if let fund = r.first(.nameOrganization, at: name.lowerBound), fund.end == name.upperBound {
            return AmountKinds.unionKeys.contains(r.entry(fund).key)
        }
        return r.first(.nameProgramme, at: name.lowerBound)?.end == name.upperBound
    }

    /// "Frøyas andel: 185 000 euro", "Part de la CCB: 214 600": a bare noun for a share at one end of a line with a sum behind
    /// it, and a name besides.
    private static func isShareOf(_ label: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let words = label.filter { r.kind($0) == .word }
        guard (2...6).contains(words.count), let first = words.first, let last = words.last,
            case let noun = r.first(.shareNoun, at: first) != nil ? first : last, r.first(.shareNoun, at: noun) != nil,
            view.values.contains(where: { $0.mention.kind == .money && $0.tokens.lowerBound >= label.upperBound })
        else { return false }
        return words.contains { i in
            i != noun && r.tokens[i].isCapitalized
                && (i != first || view.names.contains { $0.tokens.contains(i) } || r.tokens[i].isAllCaps
                    || r.tokens[i].hasInnerCapital)
        }
    }

    /// "Partner on Valga vald.", "Il-koordinatur hu l-Isptar.": a short sentence that a word for partners opens, whose verb
    /// belongs to it.
    func opensSentence(_ meaning: Meaning, _ label: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard meaning.isPartnerLabel, r.isSmall(label.upperBound),
            r.ascii(view.range.upperBound - 1) == UInt8(ascii: ".")
        else { return false }
        return (max(view.range.lowerBound, label.lowerBound - 2)...label.lowerBound).contains { start in
            r.at(start).contains {
                ($0.meaning == .partnerAfter || $0.meaning == .leadAfter) && $0.end > label.upperBound
            }
        }
    }

    /// "Strömstads kommun", "Länsstyrelsen Uppsala län": the word for a kind of region belongs to the name of a body, which
    /// stands in a list of partners and begins nothing.
    private static func isInBody(_ match: Lexicon.Match, _ view: BlockView) -> Bool {
        guard view.reading.meaning(match) == .region else { return false }
        let r = view.reading
        // "Dønna kommune", of which no list knows.
        if match.length == 1, r.isSmall(match.start), r.range.contains(match.start - 1), r.isCapital(match.start - 1),
            r.sameLine(match.start), r.area(at: match.start) != nil
        {
            return true
        }
        return view.names.contains {
            $0.mention.kind == .organization && $0.tokens.overlaps(match.start..<match.end)
                && $0.tokens.count > match.length
        }
    }

    /// "Progetto: Malghe Aperte": the bare word for project above a few words that begin with a capital, before any other
    /// label has given a name; "Project: quieter boats and clean water" says what it is about.
    func namesProject(_ label: Range<Int>, _ value: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard saysProject(label, view) || opensCard(label, value, view), let last = value.last,
            fields.allSatisfy({ field in
                switch field.meaning {
                case .projectFullName, .projectAcronym: false
                // "Projekt: A / … / Projekt: B"
                case .projectName: isAlike(label, field.label)
                default: true
                }
            })
        else { return false }
        let first = value.first { r.kind($0) == .word || r.kind($0) == .number }
        let words = value.count { r.kind($0) == .word }
        return first.map { r.tokens[$0].isCapitalized } ?? false && (1...Self.longestName).contains(words)
            && !".;?!".utf8.contains(r.ascii(last))
    }

    /// Whether two labels are the same word.
    private func isAlike(_ label: Range<Int>, _ other: Range<Int>) -> Bool {
        guard label.count == 1, other.count == 1, let a = label.first, let b = other.first,
            let tokens = views.first?.reading.tokens
        else { return false }
        return tokens.folded(a) == tokens.folded(b)
    }

    private func saysProject(_ label: Range<Int>, _ view: BlockView) -> Bool {
        guard let project = view.reading.first(.project, at: label.lowerBound) else { return false }
        return project.end == label.upperBound && ProjectNames.isPlain(project, view.reading)
    }

    /// "Name: Knicknetz", "Vorhaben: Knicknetz" above "Träger: Stadt Plön": the bare word for name or for what a project
    /// is, with a label for who leads, for money or for
    /// time among the next lines and none for a person's address before it.
    private func opensCard(_ label: Range<Int>, _ value: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard let name = r.first(.nameLabel, at: label.lowerBound) ?? r.first(.projectLike, at: label.lowerBound),
            name.end == label.upperBound,
            !view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(value) })
        else { return false }
        for next in views[(view.index + 1)...].prefix(Self.longestCard) {
            if next.values.contains(where: { [.email, .phone].contains($0.mention.kind) }) { return false }
            guard let label = next.block.label, let (meaning, _) = Self.label(in: next.tokens(label), next, whole: true)
            else { continue }
            if meaning == .contact || meaning == .url { return false }
            if meaning == .partnerLead || meaning.isAmountLabel || Self.times.contains(meaning) { return true }
        }
        return false
    }

    static let times: [Meaning] = [.period, .periodStart, .periodEnd, .periodDuration]
    private static let longestCard = 6
    private static let longestName = 9

    func hasValue(_ view: BlockView, _ rest: Range<Int>) -> Bool {
        view.values.contains { rest.contains($0.tokens.lowerBound) }
            || view.names.contains { rest.contains($0.tokens.lowerBound) }
            || rest.contains { view.reading.ascii($0) == UInt8(ascii: ":") }
    }

    static func trimmed(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        var start = tokens.lowerBound
        while start < tokens.upperBound, ":-|=.".utf8.contains(view.reading.ascii(start)) { start += 1 }
        return start..<max(start, tokens.upperBound)
    }

    /// The country a group label names, when it names one and hardly anything else ("Partnerid Eestis",
    /// "po stronie czeskiej").
    func groupCountry(_ view: BlockView, _ tokens: Range<Int>) -> String? {
        var countries: Set<String> = []
        var covered = TokenSet()
        for name in view.names where name.mention.kind == .region && name.tokens.overlaps(tokens) {
            guard let country = name.mention.country, name.mention.code == country else { return nil }
            countries.insert(country)
            covered.insert(name.tokens)
        }
        for i in tokens {
            guard let match = view.reading.first(.namePlace, at: i), match.end <= tokens.upperBound else { continue }
            let key = view.reading.entry(match).key
            guard key.count == 2 else { continue }
            countries.insert(key)
            covered.insert(match.start..<match.end)
        }
        guard countries.count == 1, !namesBody(tokens, view) else { return nil }
        let words = tokens.filter {
            view.reading.kind($0) == .word && !covered.contains($0) && Self.label(at: $0, view) == nil
        }
        return words.count <= 2
            && words.allSatisfy({ !view.reading.tokens[$0].isCapitalized || $0 == tokens.lowerBound })
            ? countries.first : nil
    }

    /// "Paliskuntain yhdistys, Suomi", "Forststyrelsen (Finland)": a body, or a name with its country behind a comma.
    private func namesBody(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        if view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(tokens) }) {
            return true
        }
        // "Göteborgs universitet (Švédsko)"
        if let open = tokens.first(where: { r.ascii($0) == UInt8(ascii: "(") }),
            r.ascii(tokens.upperBound - 1) == UInt8(ascii: ")"),
            isNameBefore(open, tokens, view)
        {
            return true
        }
        guard let comma = tokens.dropFirst().first(where: { r.ascii($0) == UInt8(ascii: ",") }) else { return false }
        return (tokens.lowerBound..<comma).contains { r.kind($0) == .word && r.isCapital($0) }
            && !(tokens.lowerBound..<comma).contains { Self.label(at: $0, view) != nil }
    }

    /// Two words or more that name no country and no label, the first with a capital.
    private func isNameBefore(_ open: Int, _ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let name = tokens.lowerBound..<open
        return name.count >= 2 && r.isCapital(name.lowerBound)
            && !name.contains { i in
                r.first(.namePlace, at: i) != nil || r.first(.side, at: i) != nil
                    // "Austrheim kommune (Noreg)": the word for a kind of region heads bodies too.
                    || r.at(i).contains { $0.meaning.isLabel && $0.meaning != .region }
            }
            && !view.names.contains {
                $0.mention.kind == .region && $0.mention.code?.count == 2 && $0.tokens.overlaps(name)
            }
    }

    /// The country that a cell names, when it names hardly anything else.
    func country(alone tokens: Range<Int>, _ view: BlockView) -> String? {
        // "PT" alone in its cell.
        if tokens.count == 1, let i = tokens.first, view.reading.kind(i) == .word, view.reading.tokens[i].isAllCaps,
            (2...3).contains(view.reading.tokens.folded(i).count),
            let code = CountryCode.from(view.reading.tokens.string(i), gazetteer)
        {
            return code
        }
        return tokens.count <= 4 ? groupCountry(view, tokens) : nil
    }

    /// The country that another cell of the row names.
    func rowCountry(_ view: BlockView, _ cells: [Block.Cell]) -> String? {
        for cell in cells {
            if let code = country(alone: view.tokens(cell.span), view) { return code }
        }
        return nil
    }

    /// Without "of which" in front and a percentage in brackets behind: "davon EFRE (50 %)".
    static func plain(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var (start, end) = (tokens.lowerBound, tokens.upperBound)
        // "of which ERDF" may be one phrase: the fund stays.
        let part = start < end ? r.at(start).filter { r.meaning($0) == .ofWhich }.min { $0.length < $1.length } : nil
        if let part, part.end < end { start = part.end }
        if r.ascii(end - 1) == UInt8(ascii: ")"),
            let open = (max(start, end - 6)..<end).first(where: { r.ascii($0) == UInt8(ascii: "(") }), open > start,
            (open..<end).contains(where: { r.kind($0) == .number })
        {
            end = open
        }
        return start..<end
    }
}
