internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names in running text: capitalised tokens, quotations, and names behind the word for project.
extension ProjectNames {
    /// A word or quotation that may be a project's name, with everywhere it stands.
    struct Candidate {
        var score = 0
        /// How often the word for project stands beside it.
        var beside = 0
        var places: [Name] = []
        var isInHeading = false
        /// Whether the page's heading ends in it, in a bracket: "Blue coal in the lagoons (MARANG)".
        var isBracketed = false
        /// What went before the page's project is not what the page is about.
        var isEarlier = false
    }

    /// Capitalised tokens, scored by what stands beside them and where.
    static func acronyms(_ views: [BlockView], _ title: String?, _ words: CommonWords) -> [String: Candidate] {
        var found: [String: Candidate] = [:]
        let runs = capitalRuns(views)
        for view in views {
            let r = view.reading
            let busy = view.bodies
            var end = view.range.lowerBound
            for i in view.range
            where i >= end && isAcronymToken(i, view, words) && (!busy.contains(i) || isPrefixed(i, r)) {
                let tokens = whole(extended(i, view), view, runs)
                end = tokens.upperBound
                let isNumber =
                    isCode(tokens, view) || r.glued(end) && r.ascii(end) == UInt8(ascii: "_")
                    || r.digits(end + (r.isDash(end) ? 1 : 0)) >= 3
                    || r.isDash(tokens.lowerBound - 1) && r.glued(tokens.lowerBound)
                        && r.digits(tokens.lowerBound - 2) >= 2
                    // "1/MAC/2/2.4/0087"
                    || r.ascii(end) == UInt8(ascii: "/") && r.glued(end) && r.digits(end + 1) > 0 && r.glued(end + 1)
                        && r.ascii(tokens.lowerBound - 1) == UInt8(ascii: "/")
                    || r.glued(end) && r.ascii(end) == UInt8(ascii: ".") && r.glued(end + 1)
                        && r.kind(end + 1) == .number
                if isNumber || isBodyApposed(at: end, r) { continue }
                let key = Self.key(r.string(tokens))
                var score = 1
                let isBeside = isBesideProject(tokens, view)
                let isEarlier = isBeside && isEarlier(tokens.lowerBound, view)
                if isBeside, !isEarlier { score += 6 }
                // "LIFE Clean Coast" says by itself that it is a project.
                if isPrefixed(i, r) { score += 5 }
                if isBesidePartners(tokens, view) { score += 5 }
                // A line of its own may be the name of the site or of a part of the page.
                if isBeside || hasMoreWords(than: tokens, view) {
                    if view.index <= 1 { score += 3 }
                    if view.block.headingLevel != nil { score += 2 }
                    if let title, title.holds(r.string(tokens)) { score += 3 }
                }
                if isBehindQuotation(tokens, view) { score += 6 }
                // "POSIDONET („Network for …“)"
                if r.ascii(tokens.upperBound) == UInt8(ascii: "("),
                    r.ascii(tokens.upperBound + 1) == UInt8(ascii: "\"")
                {
                    score += 6
                }
                if opensSubtitle(tokens, view) { score += 3 }
                // "Lutke bez granica (PuppeTrail)"
                let isBracketed =
                    view.block.headingLevel != nil && r.ascii(tokens.lowerBound - 1) == UInt8(ascii: "(")
                    && r.ascii(tokens.upperBound) == UInt8(ascii: ")")
                if isBracketed { score += 3 }
                // Taken out, or its places would be copied each time.
                var candidate = found.removeValue(forKey: key) ?? Candidate()
                candidate.score += score
                if isBeside { candidate.beside += 1 }
                if isEarlier { candidate.isEarlier = true }
                if isBracketed, view.block.headingLevel == 1, tokens.upperBound + 1 == view.range.upperBound {
                    candidate.isBracketed = true
                }
                if view.block.headingLevel != nil { candidate.isInHeading = true }
                candidate.places.append(
                    Name(view: view.index, tokens: tokens, rule: "project.acronym", confidence: 0.8))
                found[key] = candidate
            }
        }
        for key in Array(found.keys) { joinFollower(key, &found, views) }
        let headings = views.capitalHeadings
        return headings.isEmpty
            ? found : found.filter { $0.value.places.contains { $0.view <= 1 || !headings.contains($0.view) } }
    }

    /// Headings of two to four words in capitals, by the key of their first word: "PULSO MAR", "HANDS ON STONE".
    private static func capitalRuns(_ views: [BlockView]) -> [String: [String]] {
        var runs: [String: [String]] = [:]
        for view in views where view.block.headingLevel != nil && (2...4).contains(view.range.count) {
            let r = view.reading
            guard view.range.allSatisfy({ r.kind($0) == .word && r.tokens[$0].isAllCaps }) else { continue }
            runs[key(r.string(view.range.lowerBound..<(view.range.lowerBound + 1))), default: []].append(
                key(r.string(view.range)))
        }
        return runs
    }

    /// The token with the words in capitals behind it, where a heading has just these.
    private static func whole(_ tokens: Range<Int>, _ view: BlockView, _ runs: [String: [String]]) -> Range<Int> {
        let r = view.reading
        guard !runs.isEmpty, tokens.count == 1, let known = runs[key(r.string(tokens))] else { return tokens }
        var end = tokens.upperBound
        while end - tokens.lowerBound < 4, r.kind(end) == .word, r.tokens[end].isAllCaps, r.sameLine(end) {
            end += 1
            if known.contains(key(r.string(tokens.lowerBound..<end))) { return tokens.lowerBound..<end }
        }
        return tokens
    }

    /// "TELEMAC Salud" twice and more, and TELEMAC nowhere without the other: both words are the name.
    private static func joinFollower(_ key: String, _ found: inout [String: Candidate], _ views: [BlockView]) {
        guard let known = found[key], known.places.count >= 2, let place = known.places.first else { return }
        let host = views[place.view].reading
        let next = place.tokens.upperBound
        guard host.kind(next) == .word, host.tokens[next].isCapitalized, !host.tokens[next].isAllCaps,
            !host.language.capitalizesNouns, host.tokens.folded(next).count >= 3,
            !host.at(next).contains(where: { endsAcronym($0.meaning) && $0.meaning != .namePlace }),
            known.places.allSatisfy({ place in
                let r = views[place.view].reading
                let i = place.tokens.upperBound
                return place.tokens.count == 1 && r.kind(i) == .word && r.tokens[i].hash == host.tokens[next].hash
                    && r.tokens[i].isCapitalized && r.singleSpaceBefore(i) && r.sameLine(i)
                    && !views[place.view].bodies.contains(i)
            })
        else { return }
        var joined = known
        for n in joined.places.indices {
            let tokens = joined.places[n].tokens
            joined.places[n].tokens = tokens.lowerBound..<(tokens.upperBound + 1)
        }
        found[key] = nil
        found[Self.key(host.string(place.tokens.lowerBound..<(next + 1)))] = joined
    }

    /// Whether a line has words besides the token and its unit: "AMOUNTS (thousands of EUR)" has none.
    private static func hasMoreWords(than tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var end = view.range.upperBound
        if r.ascii(tokens.upperBound) == UInt8(ascii: "("), r.ascii(end - 1) == UInt8(ascii: ")"),
            (tokens.upperBound..<end).contains(where: { i in
                r.at(i).contains { $0.meaning == .currency || $0.meaning == .magnitudeCurrency }
            })
        {
            end = tokens.upperBound
        }
        return (view.range.lowerBound..<end).contains { r.kind($0) == .word && !tokens.contains($0) }
    }

    /// "TRASHUMA · Training the next shepherds": letters before a mark and more words, near the top of the page.
    private static func opensSubtitle(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let mark = tokens.upperBound
        // "LOCAL NEWS | Published 2 October 2025" is no subtitle.
        let isDated = view.values.contains { $0.mention.kind == .date && $0.tokens.lowerBound > mark }
        guard view.index <= 4, !isDated, !view.isProse, tokens.lowerBound == view.range.lowerBound,
            view.range.contains(mark),
            r.kind(mark) != .word, r.kind(mark) != .number, !r.glued(mark)
        else { return false }
        return (mark..<view.range.upperBound).filter { r.kind($0) == .word }.count >= 3
            && !view.names.contains { $0.mention.kind != .region && $0.tokens.overlaps(tokens) }
    }

    /// "NIOZ, o instituto neerlandês": letters that a noun for a body explains.
    private static func isBodyApposed(at comma: Int, _ r: Reading) -> Bool {
        r.ascii(comma) == UInt8(ascii: ",")
            && [comma + 1, comma + 2].contains { r.first(.orgHead, at: $0) != nil && r.isSmall($0) }
            && r.isSmall(comma + 1)
    }

    /// The capitalised token that stands beside the word for project, in the title, and often.
    func acronym() -> Name? {
        let named = candidates.filter { candidate in
            !formerKeys.contains(candidate.key) && candidate.value.places.first.map { !isBody($0) } ?? false
        }
        func best(_ all: [String: Candidate]) -> Candidate? {
            all.max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }?.value
        }
        guard var first = best(named) else { return nil }
        // The name of the site stands in many places too; a project is called one.
        if first.beside == 0 && !first.isBracketed && !headsPage(first) || first.isEarlier,
            let beside = best(named.filter({ $0.value.beside > 0 && !$0.value.isEarlier })),
            beside.score * 2 > first.score
        {
            first = beside
        }
        return first.score >= 6 && !first.isEarlier ? first.places.first : nil
    }

    /// "SPRINGS 2.0: managing water in dry years" as the first heading, and "SPRINGS 2.0" as the first part of the title,
    /// above the labels of a project: the page's own, whatever project the text drops further down.
    private func headsPage(_ candidate: Candidate) -> Bool {
        guard let title, labelGroups() >= 3 else { return false }
        let whole = Folding.key(title) + " "
        return candidate.places.contains { place in
            let view = views[place.view]
            let end = place.tokens.upperBound
            return view.block.headingLevel == 1 && place.tokens.lowerBound == view.range.lowerBound
                && (end == view.range.upperBound || isSeparator(end, view.reading))
                && whole.hasPrefix(Folding.key(text(place)) + " ") && !isBody(place)
                // "RDA – Regional Development Agency" heads a site.
                && !view.names.contains { $0.mention.kind == .organization && $0.tokens.lowerBound > end }
        }
    }

    /// The one such token that running text has twice at least, on a page that speaks of a project and names no other.
    func repeatedAcronym() -> Name? {
        let repeated = candidates.values.filter { candidate in
            !candidate.isEarlier && candidate.places.count >= 2 && candidate.places.contains { views[$0.view].isProse }
                && candidate.places.first.map { !isBody($0) } ?? false
        }
        guard let best = repeated.max(by: { $0.places.count < $1.places.count }),
            repeated.filter({ $0.places.count == best.places.count }).count == 1, speaksOfProject
        else { return nil }
        return best.places.first
    }

    /// "beneficiaries of X", "partners in X".
    static func isBesidePartners(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return (max(view.range.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains { i in
            r.at(i).contains {
                r.meaning($0).isPartnerLabel && $0.end <= tokens.lowerBound
                    && ($0.end..<tokens.lowerBound).allSatisfy {
                        r.kind($0) == .word && r.tokens.folded($0).count <= 3 || r.ascii($0) == UInt8(ascii: "\"")
                    }
            }
        }
    }

    /// "… „Long name” (ACR)", "… named (ACR, CODE1)".
    static func isBehindQuotation(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        guard r.ascii(tokens.lowerBound - 1) == UInt8(ascii: "(") else { return false }
        let open = tokens.lowerBound - 1
        return r.ascii(open - 1) == UInt8(ascii: "\"") || r.first(.project, at: open - 1) != nil
    }
}
