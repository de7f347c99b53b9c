internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The long name that belongs to a short one, and every further place of the short one.
extension ProjectNames {
    /// The long name beside the short one: behind a dash or in brackets, or a line whose initials spell it.
    func longName(of short: Name, _ result: inout Result) {
        let key = Folding.key(text(short))
        let letters = key.unicodeScalars.filter(\.properties.isAlphabetic).map { $0 }
        let first = views[short.view].reading.tokens[short.tokens.lowerBound].hash
        for view in views.prefix(40) {
            let r = view.reading
            for i in view.range where r.tokens[i].hash == first {
                let end = i + short.tokens.count
                guard end < view.range.upperBound, Folding.key(r.string(i..<end)) == key else { continue }
                if r.ascii(end) == UInt8(ascii: "("),
                    let close = (end..<view.range.upperBound).first(where: { r.ascii($0) == UInt8(ascii: ")") })
                {
                    let inside = clean(afterLanguageCue((end + 1)..<close, view), view)
                    if inside.count >= 3, inside.count <= 25,
                        spells(inside, view, letters)
                            || inside.contains(where: { r.tokens[$0].isCapitalized }) && view.index < 6
                    {
                        result.full = Name(view: view.index, tokens: inside, rule: "project.bracket", confidence: 0.8)
                        return
                    }
                }
                if isSeparator(end, r), r.ascii(end + 1) == UInt8(ascii: "\""),
                    let close = ((end + 2)..<min(view.range.upperBound, end + 27)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }), close - end >= 5
                {
                    // "KUPALIVE – „Kupa diše: …“"
                    result.full = Name(
                        view: view.index, tokens: (end + 2)..<close, rule: "project.quoted", confidence: 0.8)
                    return
                }
                // "le projet TRESSAJ « Gestes et fibres de l’océan »"
                if r.ascii(end) == UInt8(ascii: "\""), isAcronym(short.tokens, views[short.view]),
                    r.last(.project, endingAt: i) != nil, !r.glued(end),
                    let close = ((end + 1)..<min(view.range.upperBound, end + 26)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }), close - end >= 4
                {
                    result.full = Name(
                        view: view.index, tokens: (end + 1)..<close, rule: "project.quoted", confidence: 0.8)
                    return
                }
                // "Born of FjordLiv: Eelgrass at school" is about something else.
                let opens =
                    i == view.range.lowerBound
                    || view.block.headingLevel != nil
                        && !(r.isSmall(i - 1) && r.last(.project, endingAt: i) == nil)
                if isSeparator(end, r), opens,
                    view.range.upperBound - end <= 30
                {
                    let rest = clean((end + 1)..<view.range.upperBound, view)
                    if rest.count >= 3, !view.isProse {
                        result.full = Name(view: view.index, tokens: rest, rule: "project.title", confidence: 0.8)
                        return
                    }
                }
            }
            for i in view.range where r.ascii(i) == UInt8(ascii: "(") {
                // "Long name (ACR)"
                guard let close = (i..<view.range.upperBound).first(where: { r.ascii($0) == UInt8(ascii: ")") }),
                    Folding.key(r.string((i + 1)..<max(i + 2, close))) == key, close > i + 1
                else { continue }
                let start = nameStart(before: i, view)
                if i - start >= 3 {
                    result.full = Name(
                        view: view.index, tokens: clean(start..<i, view), rule: "project.bracket", confidence: 0.75)
                    return
                }
            }
        }
        for view in views.prefix(12) where view.range.count >= 3 {
            // A line whose initials spell the acronym, cut at its first bracket.
            let r = view.reading
            let end = view.range.first { r.ascii($0) == UInt8(ascii: "(") } ?? view.range.upperBound
            let line = clean(view.range.lowerBound..<end, view)
            // A sentence that holds the name itself does not spell it out.
            if line.count >= 3, line.count <= 25, spells(line, view, letters),
                !line.contains(where: { r.tokens[$0].hash == first })
            {
                result.full = Name(view: view.index, tokens: line, rule: "project.initials", confidence: 0.75)
                if end < view.range.upperBound,
                    let close = (end..<view.range.upperBound).first(where: { r.ascii($0) == UInt8(ascii: ")") })
                {
                    let inside = clean(afterLanguageCue((end + 1)..<close, view), view)
                    if inside.count >= 3 {
                        result.aliases.append(
                            Name(view: view.index, tokens: inside, rule: "project.translation", confidence: 0.7))
                    }
                }
                return
            }
        }
        // The page's title, when it is not the short name: the long name in the page's language, above the labels of a
        // project's card that gives its letters. What heads running text is a headline, "Newry Council – EU funded
        // projects" is the site's.
        if isAcronym(short.tokens, views[short.view]), labelGroups() >= 2, let heading = titleView(),
            !text(short).isEmpty,
            !heading.names.contains(where: {
                $0.mention.kind == .organization && $0.tokens.lowerBound == heading.range.lowerBound
            })
        {
            let start = ProjectHeading.numbering(from: heading.range.lowerBound, heading) ?? heading.range.lowerBound
            let line = clean(start..<max(start, heading.range.upperBound), heading)
            if line.count >= 4, line.count <= 25, !heading.isProse, !r(heading).string(line).holds(text(short)) {
                result.full = Name(view: heading.index, tokens: line, rule: "project.title", confidence: 0.55)
            }
        }
    }

    /// The heading above the first label, else the first one, that is not only the name of a body or of a part of the
    /// page; of its parts between dashes and colons the one that the page says again.
    func titled(_ headings: [BlockView], confidence: Double) -> Name? {
        let label = fields.first { !$0.parts.isEmpty }?.labelView ?? 0
        // What the page's own title says again stands first.
        let whole = " " + Folding.key(title ?? "") + " "
        let line = lineAboveLabels(label)
        let own = headings.filter {
            $0.index < label && whole.contains(" " + Folding.key(r($0).string($0.range)) + " ")
        }
        for view in [line].compactMap({ $0 }) + own + headings.filter({ $0.index < label }).reversed() + headings
        where view.range.count <= 25 {
            var whole = Name(view: view.index, tokens: view.range, rule: "project.title", confidence: confidence)
            if let name = Self.behindCode(view.range, view.reading) {
                whole.tokens = name..<view.range.upperBound
            } else if view.reading.first(.project, at: view.range.lowerBound) != nil {
                // "Proiect: Pădurea comună"
                whole.tokens = clean(view.range, view)
            }
            let isPart =
                FieldFinder.label(in: view.range, view, whole: true) != nil || view.isPartOfPage
            let isQuestion = view.range.last.map { view.reading.ascii($0) == UInt8(ascii: "?") } ?? true
            guard !isPart, !isQuestion, !isBody(whole), !view.isShouting else { continue }
            var parts: [Range<Int>] = []
            var start = view.range.lowerBound
            for i in view.range where isSeparator(i, view.reading) {
                parts.append(start..<i)
                start = i + 1
            }
            parts.append(start..<view.range.upperBound)
            let names = parts.map { clean($0, view) }.filter { !$0.isEmpty && !saysPage($0, view) }.map {
                Name(view: view.index, tokens: $0, rule: "project.title", confidence: confidence)
            }
            if names.count == 1, parts.count > 1, let only = names.first, !isBody(only) { return only }
            let repeated = names.filter { $0.tokens.count <= 8 && !isBody($0) && occurrences(of: $0) >= 2 }
            if let short = names.first, names.count > 1, isAcronym(short.tokens, view) { return short }
            return repeated.max { occurrences(of: $0) < occurrences(of: $1) } ?? whole
        }
        return nil
    }

    /// "Forest in class, class in the forest" between "FINAL REPORT ON THE PROJECT" and the labels: a short line right above
    /// the first label, below a heading that says "project" and no name.
    private func lineAboveLabels(_ label: Int) -> BlockView? {
        guard label >= 2, views.indices.contains(label) else { return nil }
        let (line, above) = (views[label - 1], views[label - 2])
        let words = line.range.count { line.reading.kind($0) == .word }
        guard above.block.headingLevel != nil, line.block.kind == .paragraph, (2...10).contains(words), !line.isProse,
            line.block.label == nil, line.reading.isCapital(line.range.lowerBound),
            !line.names.contains(where: { $0.mention.kind == .organization }),
            !line.values.contains(where: { $0.mention.kind == .date || $0.mention.kind == .money }),
            above.reading.matches.contains(where: { $0.meaning == .project && $0.end == above.range.upperBound })
        else { return nil }
        return line
    }

    /// "FAQ", "News": a part of a heading that says what kind of page it is.
    private func saysPage(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.reading.at(tokens.lowerBound).contains {
            $0.end == tokens.upperBound && $0.meaning.rawValue.hasPrefix("noise.")
        }
    }

    func r(_ view: BlockView) -> Reading { view.reading }

    func titleView() -> BlockView? { views.first { $0.block.headingLevel != nil } ?? views.first }

    func nameStart(before i: Int, _ view: BlockView) -> Int {
        var start = i
        while start > view.range.lowerBound, i - start < 20 {
            let c = view.reading.ascii(start - 1)
            if ".:;\"(".utf8.contains(c) || view.reading.isDash(start - 1) && !view.reading.glued(start - 1) { break }
            start -= 1
        }
        return start
    }

    /// Whether the initials of the words, small words left out or in, hold the acronym's letters in order.
    private func spells(_ tokens: Range<Int>, _ view: BlockView, _ letters: [Unicode.Scalar]) -> Bool {
        guard letters.count >= 3 else { return false }
        let words = tokens.filter { view.reading.kind($0) == .word }
        guard words.count >= 3 else { return false }
        var rest = letters[...]
        var used = 0
        for word in words {
            guard let next = rest.first else { break }
            // Eight bytes hold two characters.
            let start = String(decoding: view.reading.tokens.folded(word).prefix(8), as: UTF8.self)
            var initials = start.unicodeScalars.makeIterator()
            if initials.next() == next {
                rest = rest.dropFirst()
                used += 1
                // A word may give two letters ("Regional" RE).
                if let more = rest.first, initials.next() == more, rest.count > words.count - used {
                    rest = rest.dropFirst()
                }
            }
        }
        return rest.count <= letters.count / 4 && used * 2 >= letters.count
    }

    func repeats(of short: Name, _ result: inout Result) {
        let first = views[short.view].reading
        let wanted = short.tokens.map { first.tokens[$0].hash }
        for view in views {
            let r = view.reading
            var i = view.range.lowerBound
            while i + wanted.count <= view.range.upperBound {
                if r.tokens[i].isCapitalized || r.kind(i) == .number,
                    wanted.indices.allSatisfy({ r.tokens[i + $0].hash == wanted[$0] }),
                    !(view.index == short.view && i == short.tokens.lowerBound)
                {
                    result.repeats.append(
                        Name(view: view.index, tokens: i..<(i + wanted.count), rule: "project.repeat", confidence: 0.9))
                    i += wanted.count
                } else {
                    i += 1
                }
            }
        }
    }
}
