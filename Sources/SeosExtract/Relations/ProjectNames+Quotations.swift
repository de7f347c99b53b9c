internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Quoted names beside the word for project.
extension ProjectNames {
    /// A quoted name beside the word for project (projekt „Rohelised rööpad II"), or in the page's title.
    func quoted() -> Name? {
        let best = quotations.filter { $0.value.score >= 4 && !formerKeys.contains($0.key) }.min {
            -$0.value.score != -$1.value.score ? $0.value.score > $1.value.score : Self.isBefore($0.value, $1.value)
        }
        return best?.value.places.first
    }

    /// "„StrokeLink Pomerania”": the whole short quotation that a word in capitals begins.
    func withQuotation(_ name: Name) -> Name {
        let r = views[name.view].reading
        guard r.ascii(name.tokens.lowerBound - 1) == UInt8(ascii: "\"") else { return name }
        let quoted = quotations.values.lazy.flatMap(\.places).first {
            $0.view == name.view && $0.tokens.lowerBound == name.tokens.lowerBound
        }
        guard let quoted, quoted.tokens.count <= 4, quoted.tokens.allSatisfy({ r.kind($0) == .word }) else {
            return name
        }
        return quoted
    }

    static func quotations(_ views: [BlockView], _ title: String?) -> [String: Candidate] {
        var found: [String: Candidate] = [:]
        // Most pages quote nothing.
        lazy var headlines = Self.headlines(views, title)
        lazy var isFunded = Self.tellsOfFunding(views)
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i < view.range.upperBound {
                guard r.ascii(i) == UInt8(ascii: "\""),
                    let close = ((i + 1)..<min(view.range.upperBound, i + 18)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }),
                    close > i + 1, r.tokens[i + 1].isCapitalized, !isPathMark(i, r)
                else {
                    i += 1
                    continue
                }
                // "“We are not afraid,” says the mayor" is speech; a quoted programme is no project.
                // "the project “Who owns the sea?”" asks and is a name.
                let isAsked = "!?".utf8.contains(r.ascii(close - 1))
                if ",.".utf8.contains(r.ascii(close - 1)) || isProgramme((i + 1)..<close, view)
                    || isNamedProgramme(close, view)
                {
                    i = close + 1
                    continue
                }
                let key = Self.key(r.string((i + 1)..<close))
                // What the page is headed by, quoted in its text.
                let isHeadline = view.isProse && headlines.contains(key)
                let isBeside =
                    (max(view.range.lowerBound, i - 3)..<i).contains {
                        r.first(.project, at: $0) != nil || r.first(.projectLike, at: $0) != nil
                    }
                    || isBehindCode(i, view) || isBehindProgramme(i, view)
                    || r.first(.project, at: close + 1) != nil || isApposed(at: close + 1, view)
                    || r.isDash(close + 1) && r.glued(close + 2) && r.first(.project, at: close + 2) != nil
                    || isPredicate(at: close + 1, view)
                    || [
                        r.last(.projectNamed, endingAt: i), r.first(.projectNamed, at: close + 1),
                        // "„X“, so der Titel"
                        r.ascii(close + 1) == UInt8(ascii: ",") ? r.first(.projectNamed, at: close + 2) : nil,
                    ].contains { $0.map { isHeadline || isNamingProject($0, view, besides: i...close) } ?? false }
                    || isHeadline && r.first(.projectNamed, at: behindBracket(close + 1, view)) != nil
                // "Conference „Border regions change“" is no project.
                let isEvent = r.last(.event, endingAt: i) != nil
                let isCall = view.block.headingLevel != nil && r.matches.contains { $0.meaning == .noProject }
                let isInTitle =
                    view.index <= 3 && (view.block.headingLevel != nil || view.index == 0) && close - i > 2 && !isEvent
                    && !isCall && !isSpeech(i...close, view)
                let isTold = !isBeside && !isEvent && isTold((i + 1)..<close, view) && isFunded
                guard isBeside || !isAsked else {
                    i = close + 1
                    continue
                }
                var candidate = found.removeValue(forKey: key) ?? Candidate()
                candidate.score += (isBeside && !isCall ? 4 : 0) + (isInTitle || isHeadline || isTold ? 3 : 0) + 1
                if isBeside, !isCall { candidate.beside += 1 }
                if isEarlier(i, view) {
                    candidate.isEarlier = true
                    candidate.score = 0
                }
                candidate.places.append(
                    Name(view: view.index, tokens: (i + 1)..<close, rule: "project.quoted", confidence: 0.8))
                found[key] = candidate
                i = close + 1
            }
        }
        return found
    }

    /// "„Support of research“ című pályázati program": a programme is called so.
    private static func isNamedProgramme(_ close: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        guard let cue = r.first(.projectNamed, at: close + 1) else { return false }
        return (cue.end..<min(view.range.upperBound, cue.end + 2)).contains { i in
            r.first(.programme, at: i) != nil && r.first(.project, at: i) == nil
        }
    }

    /// "Erasmus+ «Old crafts»": right behind a programme that has no strands.
    private static func isBehindProgramme(_ quote: Int, _ view: BlockView) -> Bool {
        // "Erasmus+ school partnership «We read landscape»" as a title
        let reach = view.block.headingLevel == nil ? 0 : 2
        return view.names.contains {
            $0.mention.kind == .programme && ($0.tokens.upperBound...($0.tokens.upperBound + reach)).contains(quote)
                && $0.mention.code.map(NameReader.undivided.contains) ?? false
                && ($0.tokens.upperBound..<quote).allSatisfy { view.reading.kind($0) == .word }
        }
    }

    /// "'An empty church is no problem, a church without a plan is one'": a headline that is quoted from end to end.
    private static func isSpeech(_ quotation: ClosedRange<Int>, _ view: BlockView) -> Bool {
        quotation.count > 8 && quotation.lowerBound == view.range.lowerBound
            && quotation.upperBound >= view.range.upperBound - 1
    }

    /// "Home › European projects › Quiet Ice": a single angle with room behind it leads on and quotes nothing.
    private static func isPathMark(_ i: Int, _ r: Reading) -> Bool {
        let start = Int(r.tokens[i].start)
        guard r.tokens[i].end - r.tokens[i].start == 3, r.singleSpaceBefore(i + 1) else { return false }
        let last = r.tokens.text[start + 2]
        return r.tokens.text[start] == 0xE2 && r.tokens.text[start + 1] == 0x80 && (last == 0xB9 || last == 0xBA)
    }

    /// "X trekt de kar in "FruitWacht"", "„Honigweg“ wird geleitet von X": words for leading, paying, taking part or
    /// lasting right beside a quotation that names nobody.
    private static func isTold(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        if view.names.contains(where: { $0.mention.kind != .region && $0.tokens.overlaps(tokens) }) { return false }
        var before = tokens.lowerBound - 1
        for _ in 0...2 {
            if r.last(.leadBefore, endingAt: before) != nil || r.last(.leadVerb, endingAt: before) != nil
                || r.last(.partnerBefore, endingAt: before) != nil
            {
                return true
            }
            guard r.isSmall(before - 1), r.tokens.folded(before - 1).count <= 4 else { break }
            before -= 1
        }
        var behind = behindBracket(tokens.upperBound + 1, view)
        for _ in 0...1 {
            let isCue = r.at(behind).contains { match in
                switch match.meaning {
                case .leadAfter, .leadVerb, .funderAfter, .periodFrom, .periodUntil, .costs: true
                case .leadBefore: behind > tokens.upperBound + 1
                default: false
                }
            }
            if isCue { return true }
            guard r.isSmall(behind), r.tokens.folded(behind).count <= 4 else { break }
            behind += 1
        }
        return false
    }

    /// "„Sprachen öffnen Türen“ (Languages open doors) koordiniert …": what stands behind the bracket that opens here.
    private static func behindBracket(_ i: Int, _ view: BlockView) -> Int {
        let r = view.reading
        guard r.ascii(i) == UInt8(ascii: "("),
            let close = (i + 1..<max(i + 1, min(view.range.upperBound, i + 9))).first(where: {
                r.ascii($0) == UInt8(ascii: ")")
            })
        else { return i }
        return close + 1
    }

    /// Whether the page names a programme or a fund of the Union, as pages on projects do.
    private static func tellsOfFunding(_ views: [BlockView]) -> Bool {
        views.contains { view in
            view.names.contains {
                $0.mention.kind == .programme || $0.mention.code.map(AmountKinds.unionKeys.contains) ?? false
            }
        }
    }

    private static func isProgramme(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.names.contains { name in
            // "the network URBACT « Slow streets »" is no other name of URBACT.
            let isNetwork =
                name.tokens.lowerBound < tokens.lowerBound - 1
                && view.reading.last(.projectLike, endingAt: name.tokens.lowerBound) != nil
            return name.mention.kind == .programme && !isNetwork && tokens.allSatisfy { name.tokens.contains($0) }
        }
    }

    /// The page's first headings, and the parts of its title, as keys.
    private static func headlines(_ views: [BlockView], _ title: String?) -> Set<String> {
        var found = Set(
            (title ?? "").unicodeScalars.split { $0 == "|" || $0 == "–" || $0 == "—" }.map { key(String($0)) })
        for view in views.prefix(4) where view.block.headingLevel != nil {
            found.insert(Self.key(view.reading.string(view.range)))
            // "Open Barns: a summer of learning"
            let colon = view.range.first { view.reading.ascii($0) == UInt8(ascii: ":") }
            if let colon, colon - view.range.lowerBound >= 2 {
                found.insert(Self.key(view.reading.string(view.range.lowerBound..<colon)))
            }
        }
        found.remove("")
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
}
