internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names in plain words that only stand as what somebody leads: "Wool Across the Water is led by Louth County Council",
/// without the word for project beside them.
extension ProjectNames {
    static let ledRule = "project.led"
    private static let longestLed = 8

    /// The names at the beginning of sentences on who leads, which the page says again where no sentence begins; in the
    /// order of the page, each once.
    func led() -> [Name] {
        guard speaksOfProject else { return [] }
        var found: [Name] = []
        var known: Set<String> = []
        for view in views where view.isProse && found.count < 4 {
            let r = view.reading
            for match in r.matches where Self.isLeading(match.meaning) {
                guard var name = subject(of: match, view) else { continue }
                // "Lino oltre confine è guidato da": the words for being go with the verb.
                var cut = 0
                while cut < 2, !isSaidAgain(name), name.tokens.count > 2, r.isSmall(name.tokens.upperBound - 1) {
                    name.tokens = name.tokens.dropLast()
                    cut += 1
                }
                if isSaidAgain(name), known.insert(key(name)).inserted { found.append(name) }
            }
        }
        return found
    }

    private static func isLeading(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .leadAfter, .leadVerb, .leadBefore: true
        default: false
        }
    }

    /// The words from the beginning of the sentence to the words for leading, a body behind these: "Gröna hamnar leds av
    /// Region Halland", "Wolle am Fluss wird vom Landkreis Lörrach geleitet".
    private func subject(of lead: Lexicon.Match, _ view: BlockView) -> Name? {
        let r = view.reading
        let sentence = view.sentence(at: lead.start)
        var end = lead.start
        if let body = view.names.last(where: { $0.tokens.upperBound <= end }), body.mention.kind == .organization,
            body.tokens.upperBound == end, lead.meaning != .leadAfter
        {
            // "… wird vom Landkreis Lörrach geleitet": small words before the body go with the verb.
            end = body.tokens.lowerBound
            var small = 0
            while small < 2, r.isSmall(end - 1), r.sameLine(end) {
                end -= 1
                small += 1
            }
            guard small > 0 else { return nil }
        } else {
            guard
                view.names.contains(where: {
                    $0.mention.kind == .organization && (lead.end...(lead.end + 3)).contains($0.tokens.lowerBound)
                })
            else { return nil }
        }
        var start = sentence.lowerBound
        // "Το Λινάρι χωρίς Σύνορα συντονίζεται από": the article that opens the sentence.
        if r.isOpeningWord(start), r.isCapital(start + 1), start + 2 < end { start += 1 }
        guard start < end else { return nil }
        let tokens = start..<end
        guard (2...Self.longestLed).contains(tokens.count), r.isCapital(tokens.lowerBound),
            tokens.allSatisfy({ i in
                r.kind(i) == .word && !r.at(i).contains { Self.isNoWordOfName($0.meaning) }
                    || r.isDash(i) && r.glued(i) || r.kind(i) == .number && i > tokens.lowerBound
            }),
            !view.names.contains(where: { $0.mention.kind != .region && $0.tokens.overlaps(tokens) }),
            !view.values.contains(where: { $0.tokens.overlaps(tokens) && $0.mention.kind != .number }),
            !view.names.contains(where: { name in tokens.allSatisfy { name.tokens.contains($0) } })
        else { return nil }
        return Name(view: view.index, tokens: tokens, rule: Self.ledRule, confidence: 0.6)
    }

    /// "Our project", "The work", "The consortium": what is led and is no name.
    private static func isNoWordOfName(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .project, .projectLike, .orgLegal, .programme, .funder, .event, .negation, .leadBefore, .leadAfter,
            .leadVerb, .partnerAfter, .projectNamed, .ownLead:
            true
        default: meaning.isPartnerLabel || meaning.isAmountLabel
        }
    }

    /// Whether the same words stand in a heading, in quotation marks, or with their capital inside a sentence or a line:
    /// there no sentence gives them the capital.
    private func isSaidAgain(_ name: Name) -> Bool {
        let host = views[name.view].reading.tokens
        let first = host[name.tokens.lowerBound].hash
        return views.contains { view in
            let r = view.reading
            return view.range.contains { i in
                guard r.tokens[i].hash == first, r.tokens[i].isCapitalized,
                    i != name.tokens.lowerBound || view.index != name.view,
                    i + name.tokens.count <= view.range.upperBound,
                    name.tokens.enumerated().allSatisfy({ r.tokens[i + $0].hash == host[$1].hash })
                else { return false }
                if view.block.headingLevel != nil || r.ascii(i - 1) == UInt8(ascii: "\"") { return true }
                return i > view.range.lowerBound && !".!?".utf8.contains(r.ascii(i - 1)) && r.sameLine(i)
                    && (!r.language.capitalizesNouns || name.tokens.count > 2)
            }
        }
    }

    /// "Thatch – the project's diary", "Quiet Bay: about the project": the words before the mark of one of the first
    /// headings, where hardly more than the word for project stands behind it.
    func subtitled() -> Name? {
        for view in views.prefix(4) where view.block.headingLevel != nil && view.range.count <= 14 {
            let r = view.reading
            guard let mark = view.range.dropFirst().first(where: { isSeparator($0, r) }) else { continue }
            let tail = (mark + 1)..<view.range.upperBound
            let words = tail.filter { r.kind($0) == .word }
            guard (1...4).contains(words.count),
                tail.contains(where: { i in r.at(i).contains { $0.meaning == .project && Self.isPlain($0, r) } }),
                !view.reading.matches.contains(where: { $0.meaning == .noProject || $0.meaning == .event }),
                words.dropFirst().allSatisfy({ r.isSmall($0) || r.language.capitalizesNouns })
            else { continue }
            let tokens = clean(view.range.lowerBound..<mark, view)
            let name = Name(view: view.index, tokens: tokens, rule: "project.title", confidence: 0.55)
            guard (1...6).contains(tokens.count), r.isCapital(tokens.lowerBound), isFree(tokens, view),
                !r.at(tokens.lowerBound).contains(where: { $0.meaning.isLabel || $0.meaning == .project }),
                FieldFinder.label(in: tokens, view, whole: true) == nil,
                !view.names.contains(where: { found in tokens.allSatisfy { found.tokens.contains($0) } })
            else { continue }
            return name
        }
        return nil
    }

    /// "“MULINI VIVI. The common grain of the Karst”" on a page that calls the project “MULINI VIVI”: the quotation that
    /// goes on behind the short name and a mark.
    func quotationGoingOn(from short: Name) -> Name? {
        quotations.values.lazy.flatMap(\.places).filter { goesOn($0, from: short) }
            .min { ($0.view, $0.tokens.lowerBound) < ($1.view, $1.tokens.lowerBound) }
    }

    func goesOn(_ long: Name, from short: Name) -> Bool {
        let r = views[long.view].reading
        let mark = long.tokens.lowerBound + short.tokens.count
        guard long.rule == "project.quoted", mark + 1 < long.tokens.upperBound, !r.glued(mark + 1),
            ".:;-,".utf8.contains(r.ascii(mark))
        else { return false }
        let host = views[short.view].reading.tokens
        return short.tokens.enumerated().allSatisfy {
            host.folded($1) == r.tokens.folded(long.tokens.lowerBound + $0)
        }
    }
}
