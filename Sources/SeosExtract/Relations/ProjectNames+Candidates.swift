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
    }

    /// Capitalised tokens, scored by what stands beside them and where.
    static func acronyms(_ views: [BlockView], _ title: String?, _ words: CommonWords) -> [String: Candidate] {
        var found: [String: Candidate] = [:]
        for view in views {
            let r = view.reading
            let busy = TokenSet(view.names.filter { $0.mention.kind != .region }.map(\.tokens))
            var end = view.range.lowerBound
            for i in view.range where i >= end && isAcronymToken(i, view, words) && !busy.contains(i) {
                let tokens = extended(i, view)
                end = tokens.upperBound
                let key = Folding.key(r.string(tokens)).filter { $0 != " " }
                var score = 1
                let isBeside = isBesideProject(tokens, view)
                if isBeside { score += 6 }
                if isBesidePartners(tokens, view) { score += 5 }
                // A line of its own may be the name of the site or of a part of the page.
                if isBeside || view.range.contains(where: { r.kind($0) == .word && !tokens.contains($0) }) {
                    if view.index <= 1 { score += 3 }
                    if view.block.headingLevel != nil { score += 2 }
                    if let title, title.contains(r.string(tokens)) { score += 3 }
                }
                if isBehindQuotation(tokens, view) { score += 6 }
                // "Lutke bez granica (PuppeTrail)"
                if view.block.headingLevel != nil, r.ascii(tokens.lowerBound - 1) == UInt8(ascii: "("),
                    r.ascii(tokens.upperBound) == UInt8(ascii: ")")
                {
                    score += 3
                }
                let isNumber =
                    isCode(tokens, view)
                    || r.digits(tokens.upperBound + (r.isDash(tokens.upperBound) ? 1 : 0)) >= 3
                if isNumber { score = 1 }
                var candidate = found[key] ?? Candidate()
                candidate.score += score
                if isBeside, !isNumber { candidate.beside += 1 }
                if view.block.headingLevel != nil { candidate.isInHeading = true }
                candidate.places.append(
                    Name(view: view.index, tokens: tokens, rule: "project.acronym", confidence: 0.8))
                found[key] = candidate
            }
        }
        return found
    }

    /// The capitalised token that stands beside the word for project, in the title, and often.
    func acronym() -> Name? {
        let best = candidates.filter { $0.value.places.first.map { !isBody($0) } ?? false }
            .max { ($0.value.score, $1.key) < ($1.value.score, $0.key) }
        guard let best, best.value.score >= 6 else { return nil }
        return best.value.places.first
    }

    /// Further projects that the page names, each with every place where its name stands.
    func others(than main: Result) -> [[Name]] {
        var known = Set(
            ([main.short, main.full].compactMap { $0 } + main.aliases).map {
                Folding.key(text($0)).filter { $0 != " " }
            })
        let mainWords = main.full.map { " " + Folding.key(text($0)) + " " } ?? ""
        var result: [[Name]] = []
        func add(_ names: [Name]) {
            for name in names {
                let key = key(name)
                guard !key.isEmpty, known.insert(key).inserted else { continue }
                let places = (candidates[key] ?? quotations[key])?.places ?? []
                result.append([name] + places.filter { $0.view != name.view || $0.tokens != name.tokens })
            }
        }
        add(tableNames())
        add(sections)
        add(labelledAgain())
        for (key, candidate) in candidates.merging(quotations, uniquingKeysWith: { a, _ in a })
            .sorted(by: { Self.isBefore($0.value, $1.value) })
        where !known.contains(key) {
            guard let first = candidate.places.first, isOwnProject(candidate, key, known),
                !mainWords.contains(" " + Folding.key(text(first)) + " ")
            else { continue }
            known.insert(key)
            result.append(candidate.places)
            if result.count == 12 { break }
        }
        return result
    }

    /// A label for the name that stands on the page more than once: rows of a table, fact boxes one under the other.
    func labelledAgain() -> [Name] {
        var names: [Name] = []
        for meaning in [Meaning.projectAcronym, .projectName] {
            let repeated = fields.filter { $0.meaning == meaning && !$0.parts.isEmpty }
            guard repeated.count > 1 else { continue }
            for field in repeated {
                guard let part = field.parts.first else { continue }
                let view = views[part.view]
                var result = Result()
                let tokens = clean(firstLine(part.tokens, view), view)
                guard !tokens.isEmpty, tokens.count <= 30, !view.isProse || field.form == "table" else { continue }
                split(tokens, view, &result, label: meaning)
                if let name = result.short ?? result.full { names.append(name) }
            }
            if names.count > 1 { break }
        }
        return names
    }

    /// "(acronym: Prebujanje/Buđenje)": a label for the acronym inside running text.
    func inlineAcronym(_ result: inout Result) {
        guard result.short == nil else { return }
        for view in views where view.isProse {
            let r = view.reading
            for i in view.range {
                guard let label = r.first(.projectAcronym, at: i), r.ascii(label.end) == UInt8(ascii: ":") else {
                    continue
                }
                let start = label.end + 1
                let end = (start..<min(view.range.upperBound, start + 8)).first {
                    [UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")].contains(r.ascii($0))
                }
                guard let end, end > start else { continue }
                result.short = Name(
                    view: view.index, tokens: clean(start..<end, view), rule: "project.label.inline", confidence: 0.9)
                return
            }
        }
    }

    /// "„Long name” (Short name, CODE-1)": what stands in the bracket behind the quoted name.
    func bracketNames(of quoted: Name, _ result: inout Result) {
        let view = views[quoted.view]
        let r = view.reading
        let open = quoted.tokens.upperBound + 1
        guard r.ascii(open) == UInt8(ascii: "("),
            let close = (open..<min(view.range.upperBound, open + 30)).first(where: { r.ascii($0) == UInt8(ascii: ")") }
            )
        else { return }
        var start = open + 1
        var parts: [Range<Int>] = []
        for i in start...close where i == close || r.ascii(i) == UInt8(ascii: ",") || r.ascii(i) == UInt8(ascii: ";") {
            if i > start { parts.append(clean(afterLanguageCue(start..<i, view), view)) }
            start = i + 1
        }
        for part in parts where !part.isEmpty && !Self.isCode(part, view) {
            guard let first = part.first, r.kind(first) == .word, r.tokens[first].isCapitalized else { continue }
            let name = Name(view: view.index, tokens: part, rule: "project.bracket", confidence: 0.8)
            let isShort = isAcronym(part, view) || part.count <= 3 && quoted.tokens.count > part.count + 1
            if isShort, result.full == nil {
                result.full = quoted
                result.short = name
            } else {
                result.aliases.append(name)
            }
        }
    }

    /// "LLIV-253", "ROHU204", "EE-LV00057": letters and a number of three digits or more.
    static func isCode(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return tokens.contains { r.digits($0) >= 3 }
            && tokens.allSatisfy {
                r.kind($0) == .number || r.isDash($0) || r.tokens[$0].isAllCaps || r.tokens.folded($0).count <= 2
            }
    }

    static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
        guard let x = a.places.first, let y = b.places.first else { return !a.places.isEmpty }
        return (x.view, x.tokens.lowerBound) < (y.view, y.tokens.lowerBound)
    }

    /// Named as a project beside the word for it, or the head of a part of the page with labels of its own; of two
    /// names of which one begins the other (RESIST and RESIST II), the one that has figures of its own.
    func isOwnProject(_ candidate: Candidate, _ key: String, _ known: Set<String>) -> Bool {
        if candidate.beside > 0 { return true }
        if known.contains(where: { $0.hasPrefix(key) && $0.count - key.count <= 3 }) {
            return candidate.places.contains { place in
                let view = views[place.view]
                let sentence =
                    view.sentences(in: view.range).first { $0.contains(place.tokens.lowerBound) } ?? view.range
                return view.isProse
                    && view.values.contains {
                        ($0.mention.kind == .money || $0.mention.kind == .date)
                            && sentence.contains($0.tokens.lowerBound)
                    }
            }
        }
        guard candidate.isInHeading else { return false }
        return candidate.places.contains { place in
            guard views[place.view].block.headingLevel != nil else { return false }
            let end = views[(place.view + 1)...].first { $0.block.headingLevel != nil }?.index ?? views.count
            let section = (place.view + 1)..<max(place.view + 1, end)
            let labels = fields.filter { section.contains($0.labelView) && !$0.parts.isEmpty }
            let isTold = views[section].contains { view in
                view.isProse && view.values.contains { $0.mention.kind == .money }
                    && candidate.places.contains { $0.view == view.index }
            }
            return labels.count >= 2 || isTold
        }
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

    static func isAcronymToken(_ i: Int, _ view: BlockView, _ words: CommonWords) -> Bool {
        let r = view.reading
        guard r.kind(i) == .word, r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital, r.tokens.folded(i).count >= 3
        else { return false }
        // "nGall": a letter that the language puts in front of a capital.
        if !r.tokens[i].isAllCaps, isMutated(r.tokens.string(i)) { return false }
        if isShouting(view) || r.tokens[i].isAllCaps && words.contains(i, view) { return false }
        for match in r.at(i) where match.length == 1 {
            switch match.meaning {
            case .orgLegal, .nameOrganization, .nameProgramme, .currency, .magnitudeCurrency, .orgHead, .namePlace,
                .contact, .programme, .project, .nameBody, .noiseNavigation, .noiseRelated, .noiseFooter:
                return false
            case let meaning where meaning.isLabel: return false
            default: continue
            }
        }
        // "LIFE Saladares Vivos" is a project; LIFE alone is the programme.
        if r.first(.projectPrefix, at: i) != nil { return carriesPrefix(i, r) }
        // "NAZIV PROJEKTA"
        return !(max(view.range.lowerBound, i - 3)...i).contains { start in
            r.at(start).contains { $0.length > 1 && $0.end > i && $0.meaning.isLabel }
        }
    }

    /// A capitalised word follows what a programme puts in front of its projects' names.
    static func carriesPrefix(_ i: Int, _ r: Reading) -> Bool {
        let next = r.isDash(i + 1) ? i + 2 : i + 1
        return r.kind(next) == .word && r.sameLine(next) && r.tokens[next].isCapitalized
            && r.first(.project, at: next) == nil
    }

    /// One or two small letters, one capital, and small letters again.
    private static func isMutated(_ word: String) -> Bool {
        let start = word.prefix { $0.isLowercase }
        let rest = word.dropFirst(start.count)
        return (1...2).contains(start.count) && rest.first?.isUppercase == true
            && rest.dropFirst().allSatisfy(\.isLowercase)
    }

    /// A line all in capitals says nothing about acronyms.
    static func isShouting(_ view: BlockView) -> Bool {
        let words = view.range.filter { view.reading.kind($0) == .word }
        let capitals = words.filter { view.reading.tokens[$0].isAllCaps }
        let isProject = words.contains { view.reading.first(.project, at: $0) != nil }
        return words.count >= (isProject ? 3 : 2) && capitals.count * 10 >= words.count * 8
    }

    /// "RESIST II", "WORKMIX-2", "FIREPOCTEP+".
    static func extended(_ i: Int, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var start = i
        var end = i + 1
        if r.first(.projectPrefix, at: i) != nil, carriesPrefix(i, r) {
            if r.isDash(end) { end += 1 }
            while r.kind(end) == .word, r.sameLine(end), r.tokens[end].isCapitalized, end - start < 5 { end += 1 }
            return start..<end
        }
        let isJoined = r.isDash(i - 1) || r.ascii(i - 1) == UInt8(ascii: "/")
        if isJoined, r.glued(i), r.glued(i - 1), r.kind(i - 2) == .word,
            r.tokens[i - 2].isAllCaps
                || r.tokens[i - 2].isCapitalized && (!r.isDash(i - 1) || r.tokens.folded(i - 2).count == 1)
        {
            start = i - 2
        }
        while r.isDash(end), r.glued(end), r.glued(end + 1),
            r.kind(end + 1) == .word && r.tokens[end + 1].isAllCaps
                || r.kind(end + 1) == .number && r.digits(end + 1) <= 2, r.range.contains(end + 1)
        {
            end += 2
        }
        if r.ascii(end) == UInt8(ascii: "+"), r.glued(end) || r.kind(end + 1) != .number && r.singleSpaceBefore(end) {
            end += 1
        }
        if r.glued(end), r.kind(end) == .number, r.digits(end) <= 4 {
            end += 1
            // "GOV4PeaCE"
            if r.glued(end), r.kind(end) == .word, r.tokens[end].isCapitalized { end += 1 }
        }
        while r.kind(end) == .word, r.tokens[end].isAllCaps, r.tokens.folded(end).count >= 4, r.singleSpaceBefore(end),
            end - start < 4, r.tokens[i].isAllCaps, r.at(end).isEmpty
        {
            end += 1
        }
        if r.kind(end) == .word, ["ii", "iii", "iv"].contains(r.tokens.foldedString(end)), r.tokens[end].isAllCaps {
            end += 1
        }
        if r.kind(end) == .number, r.digits(end) == 1, r.singleSpaceBefore(end),
            r.kind(end + 1) != .word || !r.sameLine(end + 1)
        {
            end += 1
        }
        return start..<end
    }

    static func isBesideProject(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var left = tokens.lowerBound
        if r.ascii(left - 1) == UInt8(ascii: "\"") { left -= 1 }
        var right = tokens.upperBound
        if r.ascii(right) == UInt8(ascii: "\"") { right += 1 }
        if r.isDash(right), r.glued(right) { right += 1 }
        if r.first(.project, at: right) != nil { return true }
        if let named = r.last(.projectNamed, endingAt: left), isNamingProject(named, view) { return true }
        // "SETOFF, a sister project": an apposition.
        if r.ascii(right) == UInt8(ascii: ","), r.sameLine(right + 1) {
            let next = r.kind(right + 1) == .word && r.tokens.folded(right + 1).count <= 3 ? right + 2 : right + 1
            if r.first(.project, at: next) != nil || r.first(.project, at: right + 1) != nil { return true }
        }
        for start in stride(from: left - 1, through: max(view.range.lowerBound, left - 4), by: -1) {
            if let match = r.first(.project, at: start), match.end <= left {
                return (match.end..<left).allSatisfy {
                    r.kind($0) == .punctuation || r.tokens.folded($0).count <= 2 || $0 - match.end > 3
                }
            }
        }
        return false
    }

    /// A quoted name beside the word for project (projekt „Rohelised rööpad II"), or in the page's title.
    func quoted() -> Name? {
        let best = quotations.filter { $0.value.score >= 4 }.min {
            -$0.value.score != -$1.value.score ? $0.value.score > $1.value.score : Self.isBefore($0.value, $1.value)
        }
        return best?.value.places.first
    }

    static func quotations(_ views: [BlockView]) -> [String: Candidate] {
        var found: [String: Candidate] = [:]
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i < view.range.upperBound {
                guard r.ascii(i) == UInt8(ascii: "\""),
                    let close = ((i + 1)..<min(view.range.upperBound, i + 18)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }),
                    close > i + 1, r.tokens[i + 1].isCapitalized
                else {
                    i += 1
                    continue
                }
                let isBeside =
                    (max(view.range.lowerBound, i - 3)..<i).contains { r.first(.project, at: $0) != nil }
                    || isBehindCode(i, view)
                    || r.first(.project, at: close + 1) != nil
                    || [r.last(.projectNamed, endingAt: i), r.first(.projectNamed, at: close + 1)].contains {
                        $0.map { isNamingProject($0, view) } ?? false
                    }
                let isInTitle = view.index <= 3 && (view.block.headingLevel != nil || view.index == 0) && close - i > 2
                let key = Folding.key(r.string((i + 1)..<close)).filter { $0 != " " }
                var candidate = found[key] ?? Candidate()
                candidate.score += (isBeside ? 4 : 0) + (isInTitle ? 3 : 0) + 1
                if isBeside { candidate.beside += 1 }
                candidate.places.append(
                    Name(view: view.index, tokens: (i + 1)..<close, rule: "project.quoted", confidence: 0.8))
                found[key] = candidate
                i = close + 1
            }
        }
        return found
    }

    /// "projekto Nr. LLIV-253 „…“": between the word for project and the quotation stands nothing but its number.
    static func isBehindCode(_ quote: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        var i = quote - 1
        var hasDigits = false
        while i >= view.range.lowerBound, quote - i <= 9 {
            if r.at(i).contains(where: { r.meaning($0) == .project && $0.end <= quote }) { return hasDigits }
            if r.kind(i) == .number { hasDigits = true }
            let isCode = r.kind(i) != .word || r.tokens[i].isAllCaps || r.tokens.folded(i).count <= 3
            guard isCode, r.ascii(i) != UInt8(ascii: "\""), r.sameLine(i) else { return false }
            i -= 1
        }
        return false
    }

    /// A name without quotation marks right behind the word for project and before a bracket with another name:
    /// "projekt Bicyklom aj za hranice (Cross the Border by Bike)".
    func named() -> Name? {
        for view in views {
            let r = view.reading
            for i in view.range {
                guard let project = r.first(.project, at: i), r.kind(project.end) == .word,
                    r.tokens[project.end].isCapitalized, r.sameLine(project.end)
                else { continue }
                guard
                    let open = (project.end..<min(view.range.upperBound, project.end + 10)).first(where: {
                        r.kind($0) != .word
                    }), r.ascii(open) == UInt8(ascii: "("), open - project.end >= 2,
                    r.tokens[open + 1].isCapitalized || r.first(.ownLanguage, at: open + 1) != nil
                else { continue }
                return Name(view: view.index, tokens: project.end..<open, rule: "project.named", confidence: 0.7)
            }
        }
        return nil
    }
}
