internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names that running text gives the project: "the project is called X – long name (ACR)", "X, a project of …".
extension ProjectNames {
    /// A name with what else its sentence calls the project.
    struct Called {
        var short: Name
        var full: Name?
        var aliases: [Name] = []
    }

    private static let longest = 25

    /// What stands behind the words that say what the project is called. Names in quotation marks are candidates
    /// already, see ``quotations(_:)``.
    func called() -> Called? {
        for view in views {
            let r = view.reading
            for cue in r.matches where cue.meaning == .projectNamed && Self.isNamingProject(cue, view) {
                let start = cue.end
                if let small = smallName(behind: cue, view) { return Called(short: small) }
                guard r.sameLine(start), isFree(start..<(start + 1), view),
                    var found = phrase(from: start, view, rule: "project.called", confidence: 0.85)
                else { continue }
                if found.short.tokens.count > 8 { found.short.tokens = capitalizedRun(from: start, view) }
                return found
            }
        }
        return nil
    }

    /// "ett projekt med titeln gröna vägar till skolan.": behind the word for project and the words for being called, a name
    /// in small letters up to the next mark or verb, of two words at least.
    private func smallName(behind cue: Lexicon.Match, _ view: BlockView) -> Name? {
        let r = view.reading
        let start = cue.end
        guard r.last(.project, endingAt: cue.start) != nil, r.isSmall(start), r.sameLine(start), !r.glued(start),
            !r.at(start).contains(where: { [.of, .and, .placeBefore, .project].contains($0.meaning) })
        else { return nil }
        var end = start
        while end < view.range.upperBound, end - start < 8, r.kind(end) == .word, r.sameLine(end),
            !Self.endsName(end, r),
            r.first(.projectIs, at: end) == nil
        { end += 1 }
        guard (2..<8).contains(end - start), r.kind(end) != .number, r.tokens.folded(end - 1).count > 3,
            isFree(start..<end, view)
        else { return nil }
        return Name(view: view.index, tokens: start..<end, rule: "project.called", confidence: 0.7)
    }

    /// "Renens vägar, ett projekt inom …": a name before a comma and the word for project. It must stand elsewhere on
    /// the page too, since what stands before a comma may be anything.
    func apposed() -> Called? {
        for view in views where view.isProse {
            let r = view.reading
            for project in r.matches where project.meaning == .project {
                var comma = project.start - 1
                while r.kind(comma) == .word, project.start - comma <= 3 { comma -= 1 }
                guard r.ascii(comma) == UInt8(ascii: ",") else { continue }
                var end = comma
                var alias: Called?
                // "X, in English Y, a project …"
                if let first = (max(view.range.lowerBound, comma - 8)..<comma).last(where: {
                    r.ascii($0) == UInt8(ascii: ",")
                }), let own = r.first(.ownLanguage, at: first + 1) {
                    alias = phrase(from: own.end, view, rule: "project.translation", confidence: 0.7)
                    end = first
                }
                guard let tokens = nameBefore(end, view), isFree(tokens, view) else { continue }
                let name = Name(view: view.index, tokens: tokens, rule: "project.apposition", confidence: 0.7)
                guard occurrences(of: name) >= 2 else { continue }
                return Called(short: name, full: alias?.full, aliases: alias.map { [$0.short] } ?? [])
            }
        }
        return nil
    }

    /// Whether words that say what something is called stand in a sentence about a project.
    ///
    /// - Parameter quotation: what is called so; a word for project inside it says nothing, as in "the funding programme
    ///   titled “Support of research projects”".
    static func isNamingProject(
        _ cue: Lexicon.Match, _ view: BlockView, besides quotation: ClosedRange<Int>? = nil
    ) -> Bool {
        let r = view.reading
        let sentence = view.sentence(at: cue.start)
        func speaks(_ tokens: Range<Int>, _ reach: Int) -> Bool {
            r.matches(in: tokens).contains {
                ($0.meaning == .project || $0.meaning == .projectLike) && abs($0.start - cue.start) <= reach
                    && !(quotation?.contains($0.start) ?? false)
            }
        }
        if speaks(sentence, 12) { return true }
        // "… the start of an undertaking that … “BeeInn”, as it is called, …": the sentence before says what it is.
        guard sentence.lowerBound > view.range.lowerBound, view.isProse else { return false }
        let before = view.sentence(at: sentence.lowerBound - 1)
        return cue.start - sentence.lowerBound <= 8 && speaks(before, 36)
    }

    /// Whether nobody else is named by these words.
    func isFree(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        !view.names.contains { $0.mention.kind != .region && $0.tokens.overlaps(tokens) }
    }

    /// Whether the words are the name of a body, and nothing more.
    func isBody(_ name: Name) -> Bool {
        let view = views[name.view]
        let words = name.tokens.filter { view.reading.kind($0) == .word }
        return view.names.contains { found in
            found.mention.kind == .organization && words.allSatisfy { found.tokens.contains($0) }
        }
    }

    /// How often the words of a name stand on the page, in any case of theirs.
    func occurrences(of name: Name) -> Int {
        let words = InflectedNames.words(text(name))
        guard !words.isEmpty else { return 0 }
        var count = 0
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i + words.count <= view.range.upperBound {
                let isHere =
                    r.tokens[i].isCapitalized
                    && words.indices.allSatisfy { Self.areAlike(words[$0][...], r.tokens.folded(i + $0)) }
                count += isHere ? 1 : 0
                i += isHere ? words.count : 1
            }
        }
        return count
    }

    // MARK: Extent

    /// A name from its first word to the mark or the word that ends it; behind a dash or colon its long form.
    private func phrase(from start: Int, _ view: BlockView, rule: String, confidence: Double) -> Called? {
        let r = view.reading
        guard r.kind(start) == .word, r.tokens[start].isCapitalized else { return nil }
        let limit = min(view.range.upperBound, start + Self.longest)
        var dash: Int?
        var i = start + 1
        while i < limit, !r.tokens[i].newlineBefore {
            if r.kind(i) == .punctuation {
                let isInside =
                    r.glued(i) && r.glued(i + 1) && r.ascii(i) != UInt8(ascii: ":") || r.ascii(i) == UInt8(ascii: "&")
                if !isInside {
                    guard isSeparator(i, r), dash == nil else { break }
                    dash = i
                }
            } else if dash == nil, endsName(i, r) {
                break
            }
            i += 1
        }
        func name(_ tokens: Range<Int>) -> Name? {
            let tokens = clean(tokens, view)
            return tokens.isEmpty
                ? nil : Name(view: view.index, tokens: tokens, rule: rule, confidence: confidence)
        }
        guard let short = name(start..<(dash ?? i)) else { return nil }
        var found = Called(short: short)
        if let dash, let rest = name((dash + 1)..<max(dash + 1, i)) {
            if rest.tokens.count >= 3 { found.full = rest } else { found.aliases.append(rest) }
        }
        if r.ascii(i) == UInt8(ascii: "("),
            let close = (i..<min(view.range.upperBound, i + 12)).first(where: { r.ascii($0) == UInt8(ascii: ")") }),
            let inside = name(afterLanguageCue((i + 1)..<close, view)), r.tokens[inside.tokens.lowerBound].isCapitalized
        {
            found.aliases.append(inside)
        } else if r.ascii(i) == UInt8(ascii: ","), let own = r.first(.ownLanguage, at: i + 1),
            let other = phrase(from: own.end, view, rule: "project.translation", confidence: 0.7)
        {
            found.aliases.append(other.short)
            if found.full == nil { found.full = other.full }
        }
        return found
    }

    /// A word that goes on with the sentence: "and is funded by", "led by", "started".
    private func endsName(_ i: Int, _ r: Reading) -> Bool {
        r.at(i).contains { match in
            switch match.meaning {
            case .and: return !r.tokens[min(match.end, r.range.upperBound - 1)].isCapitalized && !joins(match, r)
            case .leadBefore, .leadAfter, .leadVerb, .partnerBefore, .partnerAfter, .funderBefore, .funderAfter,
                .periodFrom, .periodUntil, .projectNamed:
                return !r.tokens[i].isCapitalized
            default: return false
            }
        }
    }

    /// "Bača a juhas vedie …": one word in small letters behind "and", and right behind it what goes on with the sentence.
    private func joins(_ and: Lexicon.Match, _ r: Reading) -> Bool {
        let next = and.end
        guard r.isSmall(next), !Self.endsName(next, r) else { return false }
        // ", which is called Turf and timber, is paid by …"
        if r.ascii(next + 1) == UInt8(ascii: ",") {
            return r.first(.projectIs, at: next + 2) != nil || Self.endsName(next + 2, r)
        }
        return r.isSmall(next + 1) && Self.endsName(next + 1, r)
    }

    private func capitalizedRun(from start: Int, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var end = start + 1
        while end < view.range.upperBound, r.kind(end) == .word, r.tokens[end].isCapitalized { end += 1 }
        return start..<end
    }

    /// The capitalised word nearest before `end`, at most three small ones between, with the capitalised ones before it.
    private func nameBefore(_ end: Int, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        var start = end - 1
        while r.kind(start) == .word, !r.tokens[start].isCapitalized, end - start <= 3 { start -= 1 }
        guard r.kind(start) == .word, r.tokens[start].isCapitalized else { return nil }
        while r.kind(start - 1) == .word, r.tokens[start - 1].isCapitalized { start -= 1 }
        // The article that begins a sentence: "De Wiergordel, het Europese project".
        let begins = start == view.range.lowerBound || r.ascii(start - 1) == UInt8(ascii: ".")
        if begins, end - start >= 2, r.isOpeningWord(start) { start += 1 }
        return start..<end
    }
}
