internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Further projects that running text names in plain words, by what follows the name.
extension ProjectNames {
    static let passingRule = "project.passing"
    private static let longestPassing = 7
    private static let reachOfProgramme = 6

    /// "The cards will be followed by Seed bank of the border hills, approved in the programme Interreg A–B. Its lead partner
    /// is …": words from a capital to a comma with a programme right behind, in a paragraph that goes on with who leads,
    /// what it costs and when.
    func granted() -> [Name] {
        var found: [Name] = []
        for view in views where view.isProse && found.count < 4 {
            for programme in view.names where programme.mention.kind == .programme {
                guard let name = name(beforeCommaOf: programme.tokens.lowerBound, view),
                    goesOn(behind: programme.tokens.upperBound, view)
                else { continue }
                found.append(name)
            }
        }
        return found
    }

    private func name(beforeCommaOf programme: Int, _ view: BlockView) -> Name? {
        let r = view.reading
        let sentence = view.sentence(at: programme)
        let near = max(sentence.lowerBound, programme - Self.reachOfProgramme)..<programme
        guard let comma = near.last(where: { r.ascii($0) == UInt8(ascii: ",") }),
            (comma + 1..<programme).allSatisfy({ r.isSmall($0) })
        else { return nil }
        var start = comma
        while start > sentence.lowerBound, comma - start < Self.longestPassing, r.kind(start - 1) == .word,
            r.sameLine(start), !r.tokens[start].isCapitalized || start == comma
        { start -= 1 }
        let tokens = start..<comma
        // One capital in front: what stands before it is small, and no sentence begins here.
        guard tokens.count >= 2, r.isCapital(start), start > sentence.lowerBound, r.isSmall(start - 1),
            !r.language.capitalizesNouns, tokens.dropFirst().allSatisfy({ r.isSmall($0) || r.isCapital($0) }),
            r.last(.placeBefore, endingAt: start) == nil, r.last(.of, endingAt: start) == nil,
            !tokens.contains(where: { Self.endsName($0, r) }),
            !r.at(start).contains(where: { Self.isOther($0.meaning) }),
            !view.names.contains(where: { $0.tokens.overlaps(tokens) && isOther($0, than: tokens) })
        else { return nil }
        return Name(view: view.index, tokens: tokens, rule: Self.passingRule, confidence: 0.6)
    }

    /// A place, a programme or a body; not what reads as a company for a noun in it ("Seed *bank* of the hills").
    private func isOther(_ name: NameReader.Found, than tokens: Range<Int>) -> Bool {
        switch name.mention.kind {
        case .region: return tokens.allSatisfy { name.tokens.contains($0) }
        case .organization:
            return name.mention.code != nil || name.mention.rule != "org.head"
                || ![.company, .other, nil].contains(name.organizationKind)
        default: return true
        }
    }

    /// Words for leading, a sum and a date behind the name.
    private func goesOn(behind end: Int, _ view: BlockView) -> Bool {
        func has(_ kind: Mention.Kind) -> Bool {
            view.values.contains { $0.mention.kind == kind && $0.tokens.lowerBound >= end }
        }
        return has(.money) && has(.date)
            && view.reading.matches.contains { match in
                guard match.start >= end else { return false }
                switch match.meaning {
                case .leadAfter, .leadBefore, .leadVerb, .partnerLead: return true
                default: return false
                }
            }
    }

    /// "in a project of its own, Berry chain – investments (A81200)", "Earlier: Timber lab – feasibility study": the page's
    /// name with a dash and a word or two, behind the word for project or for what went before.
    func offshoots(of main: Result) -> [Name] {
        guard let short = main.short else { return [] }
        return ([short] + main.repeats).compactMap { place in
            let view = views[place.view]
            let r = view.reading
            let dash = place.tokens.upperBound
            guard place.view != 0, r.isDash(dash), !r.glued(dash), !r.glued(dash + 1), r.isSmall(dash + 1) else {
                return nil
            }
            let end = r.isSmall(dash + 2) && r.sameLine(dash + 2) ? dash + 3 : dash + 2
            let isClosed = end >= view.range.upperBound || "(,.;".utf8.contains(r.ascii(end))
            let start = place.tokens.lowerBound
            let isTold =
                r.last(.project, endingAt: start) != nil
                || view.block.headingLevel != nil
                    && (view.range.lowerBound..<start).contains { r.first(.projectEarlier, at: $0) != nil }
            guard isClosed, isTold else { return nil }
            return Name(view: place.view, tokens: start..<end, rule: Self.passingRule, confidence: 0.6)
        }
    }
}
