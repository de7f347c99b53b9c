internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Other projects that running text only touches: the one before, a sister, one that is not to be confused with this.
extension ProjectNames {
    private static let longestName = 6

    /// "the earlier border project, Safe in the fells (2011–2013)": a name in plain words between a mark or the word for
    /// project and a bracket that begins with years.
    func bracketed() -> [Name] {
        var names: [Name] = []
        for view in views where view.block.headingLevel == nil && !view.isShouting {
            let r = view.reading
            for open in view.range where r.ascii(open) == UInt8(ascii: "(") && names.count < 12 {
                guard let tokens = name(before: open, view) else { continue }
                names.append(Name(view: view.index, tokens: tokens, rule: "project.earlier", confidence: 0.6))
            }
        }
        return names
    }

    private func name(before open: Int, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let opensWithYears = view.values.contains {
            $0.mention.kind == .date && (open + 1)...(open + 3) ~= $0.tokens.lowerBound
        }
        guard opensWithYears, r.digits(open + 1) == 4, !r.glued(open) else { return nil }
        let sentence = view.sentence(at: open)
        var start = open
        while start > sentence.lowerBound, open - start < Self.longestName, r.kind(start - 1) == .word,
            r.first(.project, at: start - 1) == nil
        { start -= 1 }
        let isBounded =
            start == sentence.lowerBound || ",:;-".utf8.contains(r.ascii(start - 1))
            || r.first(.project, at: start - 1) != nil
        let near = max(sentence.lowerBound, start - 6)..<start
        guard isBounded, start < open, r.tokens[start].isCapitalized, start + 1 < open || r.tokens[start].isAllCaps,
            near.contains(where: { r.first(.project, at: $0) != nil }),
            !view.names.contains(where: { $0.tokens.overlaps(start..<open) && $0.mention.kind != .region })
        else { return nil }
        return start..<open
    }

    /// "Smaller, but no less lively, is the project Kapljica. The school X applied for it, …": one word behind the word for
    /// project that ends its sentence, where the rest of the paragraph tells who takes part, when and what it costs.
    func introduced() -> [Name] {
        var names: [Name] = []
        for view in views where view.isProse && !view.reading.language.capitalizesNouns && names.count < 4 {
            let r = view.reading
            for project in r.matches where project.meaning == .project || project.meaning == .projectLike {
                if let words = closingName(behind: project, view) {
                    names.append(
                        Name(view: view.index, tokens: words, rule: "project.introduced", confidence: 0.6))
                    continue
                }
                guard project.meaning == .project else { continue }
                let only = project.end
                guard view.range.contains(only + 2), r.kind(only) == .word, r.tokens[only].isCapitalized,
                    r.sameLine(only), !r.glued(only), r.tokens.folded(only).count >= 5,
                    r.ascii(only + 1) == UInt8(ascii: "."), view.sentence(at: only).upperBound == only + 2,
                    Self.isPlain(project, r), isFree(only..<(only + 1), view),
                    !r.at(only).contains(where: { Self.isOther($0.meaning) }),
                    !view.names.contains(where: { $0.tokens.contains(only) && $0.mention.code != nil }),
                    ProjectSections.told([view][...]).count >= 3
                else { continue }
                names.append(
                    Name(view: view.index, tokens: only..<(only + 1), rule: "project.introduced", confidence: 0.6))
            }
        }
        return names
    }

    /// "… navazuje záměr Zvuk hranice / Klang der Grenze. Povede ho X":
    /// two words and more behind the word for project, to the end of the sentence, where the paragraph goes on with facts.
    private func closingName(behind project: Lexicon.Match, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let start = project.end
        let sentence = view.sentence(at: project.start)
        let end = sentence.upperBound - 1
        // "The project QUIETICE gathers nets." has its verb behind the name.
        guard project.start - sentence.lowerBound >= 3, r.isCapital(start), !r.tokens[start].isAllCaps,
            !r.tokens[start].hasInnerCapital,
            sentence.upperBound < view.range.upperBound, (2...8).contains(end - start),
            r.sameLine(start), !r.glued(start), r.ascii(end) == UInt8(ascii: "."), Self.isPlain(project, r)
        else { return nil }
        let tokens = start..<end
        guard
            tokens.allSatisfy({ i in
                (r.kind(i) == .word || r.isDash(i) || r.ascii(i) == UInt8(ascii: "/")) && !Self.endsName(i, r)
            }), isFree(tokens, view), !r.at(start).contains(where: { Self.isOther($0.meaning) }),
            !view.names.contains(where: { $0.mention.code != nil && $0.tokens.contains(start) }),
            !view.values.contains(where: { $0.tokens.overlaps(tokens) })
        else { return nil }
        return ProjectSections.told([view][...]).count >= 3 ? tokens : nil
    }

    /// Letters in capitals that no body goes by, in a sentence with two of money, time and a programme: "Between 2014 and
    /// 2018 the park had taken part in AQUADELTA, which had 1.3 million."
    func hasFactsInSentence(_ place: Name) -> Bool {
        let view = views[place.view]
        let r = view.reading
        guard view.isProse, place.rule == "project.acronym", let first = place.tokens.first,
            r.tokens.folded(first).count >= 6, !isLabelOrLead(place, view),
            r.first(.orgLegal, at: place.tokens.upperBound) == nil,
            !view.names.contains(where: { $0.mention.kind != .region && $0.tokens.overlaps(place.tokens) })
        else { return false }
        let sentence = view.sentence(at: first)
        let isSold = sentence.contains { i in
            r.at(i).contains {
                [.supplierAfter, .supplierBefore, .price, .partnerSupplier].contains($0.meaning) || $0.meaning == .event
            }
        }
        if isSold { return false }
        let money = view.values.contains { $0.mention.kind == .money && sentence.contains($0.tokens.lowerBound) }
        let time = view.values.contains { $0.mention.kind == .date && sentence.contains($0.tokens.lowerBound) }
        let programme = view.names.contains {
            $0.mention.kind == .programme && sentence.contains($0.tokens.lowerBound)
        }
        let lead = r.matches(in: sentence).contains { [.leadAfter, .leadBefore].contains($0.meaning) }
        return [money, time, programme, lead].filter { $0 }.count >= 2
    }

    /// "OGGETTO: Programma …", "… vastaa RiddoDuottarMuseat": a word in capitals that opens a line before a colon is a label,
    /// and who is named right behind words for leading is a body.
    private func isLabelOrLead(_ place: Name, _ view: BlockView) -> Bool {
        let r = view.reading
        let start = place.tokens.lowerBound
        if r.ascii(place.tokens.upperBound) == UInt8(ascii: ":"),
            start == view.range.lowerBound || r.tokens[start].newlineBefore
        {
            return true
        }
        // "StädteRegion Aachen leitet das Projekt"
        var behind = place.tokens.upperBound
        while behind - place.tokens.upperBound < 3, r.sameLine(behind), r.kind(behind) == .word, r.isCapital(behind) {
            behind += 1
        }
        if r.first(.leadBefore, at: behind) != nil { return true }
        return r.last(.leadAfter, endingAt: start) != nil || r.last(.leadVerb, endingAt: start) != nil
            || r.last(.partnerAfter, endingAt: start) != nil || r.last(.funderAfter, endingAt: start) != nil
    }

    /// "two projects: “Quiet shores” with X (budget 450,000 euros) and “Green paths” with Y (budget …)": a quotation behind a
    /// comma or "and", where a sum or a time follows both it and the quotation before it.
    private func isOfRow(_ place: Name, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let quote = place.tokens.lowerBound - 1
        let isJoined = r.last(.and, endingAt: quote) != nil || ",;".utf8.contains(r.ascii(quote - 1))
        let before = (sentence.lowerBound..<max(sentence.lowerBound, quote - 1)).last {
            r.ascii($0) == UInt8(ascii: "\"")
        }
        guard isJoined, let before else { return false }
        let next = (place.tokens.upperBound + 1..<sentence.upperBound).first { r.ascii($0) == UInt8(ascii: "\"") }
        return [before..<quote, place.tokens.upperBound..<(next ?? sentence.upperBound)].allSatisfy { part in
            view.values.contains {
                [.money, .date].contains($0.mention.kind) && part.contains($0.tokens.lowerBound)
            }
        }
    }

    /// "two projects: “Two Shores”, led by X, and “Quiet Bays”, coordinated by Y": a quotation behind which words for leading
    /// stand, in a sentence that says "project" or quotes another name before it.
    func isLedBesideAnother(_ place: Name) -> Bool {
        let view = views[place.view]
        let r = view.reading
        guard view.isProse, place.rule == "project.quoted", place.tokens.count <= 8 else { return false }
        let sentence = view.sentence(at: place.tokens.lowerBound)
        let quote = place.tokens.lowerBound - 1
        guard quote > sentence.lowerBound,
            (sentence.lowerBound..<quote).contains(where: {
                r.ascii($0) == UInt8(ascii: "\"") || r.first(.project, at: $0) != nil
            }), r.last(.orgHead, endingAt: quote) == nil, r.last(.orgGeneric, endingAt: quote) == nil,
            !view.names.contains(where: { $0.mention.kind != .region && $0.tokens.overlaps(place.tokens) })
        else { return false }
        if isOfRow(place, sentence, view) { return true }
        // ", das die Universität X koordiniert": the body may stand before the verb.
        var i = place.tokens.upperBound + 1
        let limit = min(sentence.upperBound, i + 4)
        while i < limit {
            let isLead = r.at(i).contains { match in
                switch match.meaning {
                case .leadAfter, .leadVerb, .leadBefore: true
                default: false
                }
            }
            if isLead { return true }
            guard r.ascii(i) == UInt8(ascii: ",") || r.isSmall(i) && r.tokens.folded(i).count <= 5 else { break }
            i += 1
        }
        return false
    }
}
