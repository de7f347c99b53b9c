internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Grants of states, which are spent through programmes with names of their own: the EEA and Norway Grants, the Swiss
/// contribution.
extension FactReader {
    /// What the EEA and Norway Grants pay is no money of the Union.
    mutating func settleGrants() {
        let projects = Set(
            builder.claims.filter {
                $0.property == .programme && ["programme.grants", "programme.titled"].contains($0.rule)
            }.map(\.subject))
        guard !projects.isEmpty else { return }
        for n in builder.claims.indices
        where builder.claims[n].amountKind == .eu && projects.contains(builder.claims[n].subject) {
            builder.updateClaim(n) { $0.amountKind = .other }
        }
    }

    static func isGrants(_ name: NameReader.Found) -> Bool {
        ["norway-grants", "eea-grants", "eea", "swiss"].contains(name.mention.code ?? "")
    }

    /// "the programme “Local Development and Poverty Reduction”" on a page that names the EEA and Norway Grants.
    mutating func titledProgrammes(of project: Int) -> [(mention: Int, score: Int)] {
        var found: [(mention: Int, score: Int)] = []
        for view in views(of: project) {
            let r = view.reading
            for match in r.matches
            where match.meaning == .programme && r.ascii(match.end) == UInt8(ascii: "\"") && r.sameLine(match.end)
                && r.isCapital(match.end + 1) && r.first(.priority, at: match.start) == nil
                && self.project(at: view.index, match.start) == project
            {
                guard let close = closing(match.end, view),
                    !view.names.contains(where: { name in
                        name.mention.kind == .programme && name.tokens.overlaps(match.start..<close)
                    })
                else { continue }
                found.append((addTitle(match.start..<(close + 1), (match.end + 1)..<close, view), 6))
            }
        }
        return found
    }

    /// Grants that are fund and programme at once stand for a programme where the page names no other.
    mutating func grants(of project: Int) -> [(mention: Int, score: Int)] {
        var found: [(mention: Int, score: Int)] = []
        for view in views(of: project) {
            for name in view.names
            where Self.isGrants(name) && self.project(at: view.index, name.tokens.lowerBound) == project {
                let tokens = name.tokens.lowerBound..<endWithTitle(name.tokens.upperBound, view)
                let mention = addSpan(.programme, view, tokens, rule: "programme.grants", confidence: 0.7)
                builder.updateMention(mention) { $0.code = name.mention.code }
                found.append((mention, 3 + found.count))
            }
        }
        return found
    }

    /// "Program: „Kultura“, Fondy EHP 2014–2021", "Source: EEA Financial Mechanism, programme “Culture”": beside the grants
    /// a label's value names the programme in quotation marks.
    mutating func underGrants(_ part: Field.Part) -> Int? {
        let view = views[part.view]
        let r = view.reading
        guard view.names.contains(where: { Self.isGrants($0) && part.tokens.overlaps($0.tokens) }),
            let open = part.tokens.first(where: { r.ascii($0) == UInt8(ascii: "\"") && r.isCapital($0 + 1) }),
            let close = closing(open, view), part.tokens.contains(close)
        else { return nil }
        let start = r.last(.programme, endingAt: open)?.start ?? open
        return addTitle(start..<(close + 1), (open + 1)..<close, view)
    }

    /// A programme by its title, and by all that names it: the grants and their years before or behind it.
    private mutating func addTitle(_ tokens: Range<Int>, _ title: Range<Int>, _ view: BlockView) -> Int {
        let mention = addSpan(
            .programme, view, tokens, rule: "programme.titled", confidence: 0.7, name: view.reading.string(title))
        let whole = withGrants(tokens, view)
        if whole != tokens { grantTitles[mention] = view.reading.string(whole) }
        return mention
    }

    /// "EEA Financial Mechanism 2014–2021, programme “Culture”", "“Culture”, EEA Grants 2014–2021": a title with the grants
    /// that stand right before or behind it.
    private func withGrants(_ title: Range<Int>, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        func years(from start: Int) -> Range<Int>? {
            view.values.first { $0.mention.kind == .date && $0.tokens.lowerBound == start }?.tokens
        }
        func years(to end: Int) -> Range<Int>? {
            view.values.first {
                $0.mention.kind == .date && ($0.tokens.upperBound == end || $0.tokens.upperBound == end - 1)
            }?
            .tokens
        }
        for name in view.names
        where Self.isGrants(name) && title.lowerBound - name.tokens.upperBound <= Self.reach
            && name.tokens.lowerBound - title.upperBound <= 1
        {
            let before = years(from: name.tokens.upperBound)?.upperBound ?? name.tokens.upperBound
            if before <= title.lowerBound, title.lowerBound - before <= 2, r.sameLine(title.lowerBound),
                (before..<title.lowerBound).allSatisfy({ r.kind($0) == .punctuation })
            {
                let first = years(to: name.tokens.lowerBound)
                return
                    (first.map { min($0.lowerBound, name.tokens.lowerBound) } ?? name.tokens.lowerBound)..<title
                    .upperBound
            }
            if name.tokens.lowerBound - title.upperBound == 1, r.ascii(title.upperBound) == UInt8(ascii: ","),
                r.sameLine(name.tokens.lowerBound)
            {
                return title.lowerBound..<(years(from: name.tokens.upperBound)?.upperBound ?? name.tokens.upperBound)
            }
        }
        return title
    }

    /// Years and a comma may stand between the grants and a title.
    private static let reach = 12

    /// "EEA and Norway Grants 2014–2021, programme Culture", "EEA Grants (programme Culture)": behind the grants their
    /// programme.
    private func endWithTitle(_ end: Int, _ view: BlockView) -> Int {
        let r = view.reading
        var j = end
        if let years = view.values.first(where: { $0.tokens.lowerBound == j && $0.mention.kind == .date }) {
            j = years.tokens.upperBound
        }
        let isBracket = r.ascii(j) == UInt8(ascii: "(")
        guard isBracket || r.ascii(j) == UInt8(ascii: ","), let word = r.first(.programme, at: j + 1),
            r.isCapital(word.end), r.sameLine(word.end)
        else { return end }
        j = word.end + 1
        while r.kind(j) == .word, r.sameLine(j), j - word.end < 8, isBracket || r.isCapital(j) { j += 1 }
        return isBracket && r.ascii(j) == UInt8(ascii: ")") ? j + 1 : j
    }

    /// The quotation mark that closes the one at `open`, on its line and not far away.
    private func closing(_ open: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        let close = (open + 2..<min(open + 18, view.range.upperBound)).first { r.ascii($0) == UInt8(ascii: "\"") }
        return close.flatMap { r.sameLine($0) ? $0 : nil }
    }
}
