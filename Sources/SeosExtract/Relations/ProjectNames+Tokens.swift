internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Which words may be the letters of a project, and how far they reach.
extension ProjectNames {
    static func isAcronymToken(_ i: Int, _ view: BlockView, _ words: CommonWords) -> Bool {
        let r = view.reading
        let token = r.tokens[i]
        guard token.kind == .word,
            token.isCapitalized || token.hasInnerCapital || r.first(.projectPrefix, at: i) != nil
        else { return false }
        if isMixed(i, r) { return true }
        // "LIFE21-NAT-IT-LIFE QUIET BROOK/101074589"
        if r.first(.projectPrefix, at: i) != nil, r.isDash(i - 1), r.glued(i), r.glued(i - 1), token.isAllCaps {
            return carriesPrefix(i, r)
        }
        // "KEEPING TRADITIONS ALIVE (KeepAlive)"
        if view.isShouting, token.isAllCaps || !token.hasInnerCapital {
            // "LIFE QUIET MARSHES" as a heading
            return view.block.headingLevel != nil && i == view.range.lowerBound
                && r.first(.projectPrefix, at: i) != nil && token.isAllCaps && carriesPrefix(i, r)
        }
        // "TOP 4 – State of the projects"
        if i == view.range.lowerBound, let behind = ProjectHeading.numbering(from: i, view), behind > i { return false }
        // "LIFE Saladares Vivos" is a project; LIFE alone is the programme.
        if r.first(.projectPrefix, at: i) != nil { return carriesPrefix(i, r) }
        guard r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital, r.tokens.folded(i).count >= 3 else { return false }
        // "nGall": a letter that the language puts in front of a capital.
        if !r.tokens[i].isAllCaps, isMutated(r.tokens.string(i)) { return false }
        if r.tokens[i].isAllCaps && words.contains(i, view) { return false }
        for match in r.at(i) where match.length == 1 {
            switch match.meaning {
            // "Projekt: KUPA" is named after a river.
            case .namePlace where isBehindProject(i, r): continue
            case .orgLegal, .nameOrganization, .nameProgramme, .currency, .magnitudeCurrency, .orgHead, .namePlace,
                .contact, .programme, .project, .nameBody, .noiseNavigation, .noiseRelated, .noiseFooter,
                .noiseChapter:
                return false
            case let meaning where meaning.isLabel: return false
            default: continue
            }
        }
        if r.tokens[i].isAllCaps, isResolution(i, view) { return false }
        // "NAZIV PROJEKTA"
        return !(max(view.range.lowerBound, i - 3)...i).contains { start in
            r.at(start).contains { $0.length > 1 && $0.end > i && $0.meaning.isLabel }
        }
    }

    /// "Article 5 – RAPPELLE que …", "Art. 2. SE APRUEBA la …": the verb of a numbered resolution.
    static func isResolution(_ i: Int, _ view: BlockView) -> Bool {
        let r = view.reading
        let opening = view.range.lowerBound..<i
        return (2...6).contains(opening.count) && opening.contains { r.kind($0) == .number && r.digits($0) <= 3 }
            && opening.filter { r.kind($0) == .word }.count == 1 && r.kind(i - 1) == .punctuation && !r.glued(i)
            && r.isSmall(i + 1) && r.sameLine(i + 1)
    }

    static func isBehindProject(_ i: Int, _ r: Reading) -> Bool {
        let end = r.ascii(i - 1) == UInt8(ascii: ":") ? i - 1 : i
        return r.sameLine(i) && r.last(.project, endingAt: end) != nil
    }

    /// "H2Kaj": a letter or two, digits, and a word with a capital, in one.
    static func isMixed(_ i: Int, _ r: Reading) -> Bool {
        r.tokens[i].isCapitalized && r.tokens.folded(i).count <= 2 && r.glued(i + 1) && r.digits(i + 1) == 1
            && r.glued(i + 2) && r.kind(i + 2) == .word && r.tokens[i + 2].isCapitalized
            && r.tokens.folded(i + 2).count >= 2
    }

    /// "LIFE SALTWINGS": what stands in front is the programme, both together are the project.
    static func isPrefixed(_ i: Int, _ r: Reading) -> Bool {
        r.first(.projectPrefix, at: i) != nil && carriesPrefix(i, r)
    }

    /// A capitalised word follows what a programme puts in front of its projects' names.
    static func carriesPrefix(_ i: Int, _ r: Reading) -> Bool {
        let next = r.isDash(i + 1) ? i + 2 : i + 1
        return r.kind(next) == .word && r.sameLine(next) && r.tokens[next].isCapitalized
            && !r.at(next).contains {
                [.project, .nameProgramme, .orgHead, .funder].contains($0.meaning) || $0.meaning == .programme
            }
    }

    /// One or two small letters, one capital, and small letters again.
    static func isMutated(_ word: String) -> Bool {
        let start = word.prefix { $0.isLowercase }
        let rest = word.dropFirst(start.count)
        return (1...2).contains(start.count) && rest.first?.isUppercase == true
            && rest.dropFirst().allSatisfy(\.isLowercase)
    }

    /// "RESIST II", "WORKMIX-2", "FIREPOCTEP+".
    static func extended(_ i: Int, _ view: BlockView) -> Range<Int> {
        let r = view.reading
        var start = i
        var end = i + 1
        if r.first(.projectPrefix, at: i) != nil, carriesPrefix(i, r) {
            if r.isDash(end) { end += 1 }
            while end - start < 6 {
                if r.kind(end) == .word, r.sameLine(end), r.tokens[end].isCapitalized {
                    end += 1
                } else if r.isDash(end), r.glued(end), r.glued(end + 1), r.kind(end + 1) == .word,
                    r.tokens[end + 1].isCapitalized
                {
                    end += 2
                } else {
                    break
                }
            }
            return start..<end
        }
        let isJoined = r.isDash(i - 1) || r.ascii(i - 1) == UInt8(ascii: "/")
        if isJoined, r.glued(i), r.glued(i - 1), r.kind(i - 2) == .word,
            r.tokens[i - 2].isAllCaps
                || r.tokens[i - 2].isCapitalized && (!r.isDash(i - 1) || r.tokens.folded(i - 2).count == 1)
        {
            start = i - 2
        }
        // "HORLO'ARC", "MUSE-ART"
        while r.isDash(end) || r.ascii(end) == UInt8(ascii: "'") && r.tokens[i].isAllCaps, r.glued(end),
            r.glued(end + 1),
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
        while let next = continuation(end, r), end - start < 4, r.tokens[i].isAllCaps { end = next }
        // "the new project SnowSense Roads."
        if end == i + 1, start == i, r.tokens[i].hasInnerCapital, !r.tokens[i].isAllCaps,
            !r.language.capitalizesNouns, r.kind(end) == .word, r.tokens[end].isCapitalized, r.singleSpaceBefore(end),
            ".,;".utf8.contains(r.ascii(end + 1)), r.last(.project, endingAt: i) != nil,
            !view.names.contains(where: { $0.tokens.contains(end) })
        {
            end += 1
        }
        if r.kind(end) == .word, ["ii", "iii", "iv"].contains(r.tokens.foldedString(end)), r.tokens[end].isAllCaps {
            end += 1
        }
        if r.kind(end) == .number, r.digits(end) == 1, r.singleSpaceBefore(end),
            r.kind(end + 1) != .word || !r.sameLine(end + 1)
        {
            // "SPRINGS 2.0"
            let isVersion =
                r.ascii(end + 1) == UInt8(ascii: ".") && r.glued(end + 1) && r.glued(end + 2) && r.digits(end + 2) == 1
            end += isVersion ? 3 : 1
        }
        return start..<end
    }

    /// The end of a further word in capitals: of four letters and more, or a shorter one before such a word ("HANDS ON
    /// STONE").
    static func continuation(_ i: Int, _ r: Reading) -> Int? {
        func goesOn(_ k: Int) -> Bool {
            r.kind(k) == .word && r.tokens[k].isAllCaps && r.singleSpaceBefore(k)
                && !r.at(k).contains { endsAcronym($0.meaning) }
        }
        guard goesOn(i) else { return nil }
        if r.tokens.folded(i).count >= 4 { return i + 1 }
        return r.tokens.folded(i).count <= 3 && goesOn(i + 1) && r.tokens.folded(i + 1).count >= 4 ? i + 2 : nil
    }

    /// What no word of a project's name means, though it stands in capitals.
    static func endsAcronym(_ meaning: Meaning) -> Bool {
        switch meaning {
        case .approximate, .nearby, .ago, .ahead, .more, .half, .quarter, .part, .season, .and, .of, .placeNoun,
            .orgInside, .unit, .point:
            return false
        default: return true
        }
    }

    static func isBesideProject(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var left = tokens.lowerBound
        if r.ascii(left - 1) == UInt8(ascii: "\"") { left -= 1 }
        var right = tokens.upperBound
        if r.ascii(right) == UInt8(ascii: "\"") { right += 1 }
        let isCompound = r.isDash(right) && r.glued(right)
        if isCompound { right += 1 }
        if let project = r.first(.project, at: right) {
            // "LNG-projektet NorthFill": what the project is about, not what it is called.
            let next = project.end
            return !isCompound || !(r.kind(next) == .word && r.sameLine(next) && r.tokens[next].isCapitalized)
        }
        // "Si chiama LIFE SALTWINGS il progetto"
        if r.kind(right) == .word, r.tokens.folded(right).count <= 3, !r.tokens[right].isCapitalized,
            r.sameLine(right + 1), r.first(.project, at: right + 1) != nil,
            r.last(.projectNamed, endingAt: tokens.lowerBound) != nil
        {
            return true
        }
        for named in [r.last(.projectNamed, endingAt: left), r.first(.projectNamed, at: right)] {
            if let named, isNamingProject(named, view) { return true }
        }
        // "SETOFF, a sister project"
        if isApposed(at: right, view) { return true }
        for start in stride(from: left - 1, through: max(view.range.lowerBound, left - 4), by: -1) {
            if let match = r.first(.project, at: start), match.end <= left {
                if isInOffice(match, r) { return false }
                return (match.end..<left).allSatisfy {
                    r.kind($0) == .punctuation || r.tokens.folded($0).count <= 2 || $0 - match.end > 3
                } || isComplement(match.end..<left, tokens, r)
            }
        }
        return false
    }

    /// "oddelenie projektov MsÚ", "référente projets": a part of a body, or a person in it, that deals with projects.
    static func isInOffice(_ project: Lexicon.Match, _ r: Reading) -> Bool {
        r.last(.orgDepartment, endingAt: project.start) != nil
            || (project.start - 3..<project.start).contains { start in
                r.at(start).contains { $0.meaning == .orgDepartment && $0.end >= project.end }
            }
    }

    /// "proiectul *de cercetare* NANOFILT", "projekt *badawczy* NANOFILT": what kind of project it is, between the word and
    /// letters in capitals.
    static func isComplement(_ gap: Range<Int>, _ tokens: Range<Int>, _ r: Reading) -> Bool {
        guard 1...2 ~= gap.count, let last = gap.last, gap.allSatisfy({ r.isSmall($0) && r.sameLine($0) }),
            r.tokens[tokens.lowerBound].isAllCaps, r.tokens.folded(tokens.lowerBound).count >= 4
        else { return false }
        return r.tokens.folded(last).count >= 5 && gap.dropLast().allSatisfy { r.tokens.folded($0).count <= 3 }
            && !r.at(last).contains { match in
                switch match.meaning {
                case .orgHead, .orgInside, .and, .funder, .programme, .placeBefore: true
                default: match.meaning.rawValue.hasPrefix("cues.") || match.meaning.isPartnerLabel
                }
            }
    }
}
