internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names that brackets and labels inside running text give a project.
extension ProjectNames {
    /// "(acronym: Prebujanje/Buđenje)", "the operation “Stone bridges” with the acronym STONEARCH": a label for the
    /// acronym inside running text.
    func inlineAcronym(_ result: inout Result) {
        guard result.short == nil else { return }
        // "ITEM 5: Terms of the operation “Stone bridges” with the acronym STONEARCH" ends without a full stop.
        for view in views where view.isProse || view.block.headingLevel != nil || view.range.count >= 12 {
            let r = view.reading
            var project: Lexicon.Match?
            for i in view.range {
                if let named = r.first(.project, at: i) ?? r.first(.projectLike, at: i) { project = named }
                guard let label = r.first(.projectAcronym, at: i) else { continue }
                let isMarked = r.ascii(label.end) == UInt8(ascii: ":")
                let tokens = isMarked ? marked(label.end + 1, view) : shortForm(behind: label, project, view)
                guard let tokens else { continue }
                result.short = Name(view: view.index, tokens: tokens, rule: "project.label.inline", confidence: 0.9)
                nameBefore(label, isMarked, view, &result)
                return
            }
        }
    }

    /// What stands between the colon of a label and the next mark.
    private func marked(_ start: Int, _ view: BlockView) -> Range<Int>? {
        let end = (start..<max(start, min(view.range.upperBound, start + 8))).first {
            ",;.)".utf8.contains(view.reading.ascii($0))
        }
        guard view.isProse, let end, end > start else { return nil }
        return clean(start..<end, view)
    }

    /// "… project “Long name” with the acronym ACR": letters behind the word for them, in a sentence that speaks of a
    /// project before; behind the name of a body they are that body's.
    private func shortForm(
        behind label: Lexicon.Match, _ project: Lexicon.Match?, _ view: BlockView
    ) -> Range<Int>? {
        let r = view.reading
        let isTold = project.map { $0.end <= label.start && view.sentence(at: label.start).contains($0.start) } ?? false
        guard isTold || quotationBefore(bracketHolding: label.start, view) != nil else { return nil }
        var start = label.end
        while start - label.end < 2,
            r.isSmall(start) && r.tokens.folded(start).count <= 3 || r.ascii(start) == UInt8(ascii: "\"")
                || r.isDash(start) && !r.glued(start)
        { start += 1 }
        guard r.kind(start) == .word, r.sameLine(start), r.tokens[start].isAllCaps || r.tokens[start].hasInnerCapital,
            r.tokens.folded(start).count >= 3, !r.isMutated(start), !view.bodies.contains(start)
        else { return nil }
        var before = label.start - 1
        while before >= view.range.lowerBound, label.start - before <= 3,
            r.kind(before) != .word || r.isSmall(before) && r.tokens.folded(before).count <= 3
        { before -= 1 }
        guard !view.bodies.contains(before) else { return nil }
        return Self.extended(start, view)
    }

    /// The long name in front of the label: in quotation marks, or between the word for project and a bracket. A
    /// sentence that names nothing else, and no project, goes on about the one named last.
    private func nameBefore(_ label: Lexicon.Match, _ isMarked: Bool, _ view: BlockView, _ result: inout Result) {
        let r = view.reading
        let sentence = view.sentence(at: label.start)
        let isBracketed = r.ascii(label.start - 1) == UInt8(ascii: "(")
        var end = isBracketed ? label.start - 1 : label.start
        if let close = quotationBefore(bracketHolding: label.start, view), close >= sentence.lowerBound {
            end = close + 1
        }
        // "“Stone bridges” with the acronym STONEARCH"
        while !isBracketed, end > sentence.lowerBound,
            r.ascii(end - 1) == UInt8(ascii: ",")
                || !isMarked && r.isSmall(end - 1) && r.tokens.folded(end - 1).count <= 4
        { end -= 1 }
        let project = (sentence.lowerBound..<end).reversed().lazy.compactMap { r.first(.project, at: $0) }.first
        if let quoted = quotation(endingAt: end - 1, view) {
            result.full = Name(view: view.index, tokens: quoted, rule: "project.quoted", confidence: 0.85)
        } else if isBracketed, let project, project.end < end, end - project.end <= 8,
            r.tokens[project.end].isCapitalized, isFree(project.end..<end, view),
            !view.values.contains(where: { $0.tokens.overlaps(project.end..<end) })
        {
            result.full = Name(view: view.index, tokens: project.end..<end, rule: "project.quoted", confidence: 0.8)
        }
        guard isMarked, project == nil else { return }
        let earlier = quotations.values.filter { $0.beside > 0 && !$0.isEarlier }.compactMap { candidate in
            candidate.places.last { ($0.view, $0.tokens.lowerBound) < (view.index, sentence.lowerBound) }
        }
        if let last = earlier.max(by: { ($0.view, $0.tokens.lowerBound) < ($1.view, $1.tokens.lowerBound) }) {
            result.aliases.append(last)
        }
    }

    /// "„From net to map“ (in Estonian Võrgust kaardini, short NETMAP)": the mark that closes the quotation in front of the
    /// bracket that token `i` stands in.
    private func quotationBefore(bracketHolding i: Int, _ view: BlockView) -> Int? {
        let r = view.reading
        let open = (max(view.range.lowerBound, i - 20)..<i).last {
            r.ascii($0) == UInt8(ascii: "(") || r.ascii($0) == UInt8(ascii: ")")
        }
        guard let open, r.ascii(open) == UInt8(ascii: "("), r.ascii(open - 1) == UInt8(ascii: "\"") else { return nil }
        return open - 1
    }

    /// "“Keeping the wetlands of the delta”, in short LIVE WATERS": the key of the short name told right behind a quotation.
    func shortBehind(_ quoted: Name) -> String? {
        let r = views[quoted.view].reading
        guard quoted.rule == "project.quoted" else { return nil }
        var i = quoted.tokens.upperBound + 1
        if ",(".utf8.contains(r.ascii(i)) { i += 1 }
        guard let label = r.first(.projectAcronym, at: i), r.isCapital(label.end) else { return nil }
        var end = label.end + 1
        while end - label.end < 4, r.kind(end) == .word, r.tokens[end].isAllCaps { end += 1 }
        return Self.key(r.string(label.end..<end))
    }

    /// The words in the quotation marks that close at token `i`.
    func quotation(endingAt i: Int, _ view: BlockView) -> Range<Int>? {
        let quote = UInt8(ascii: "\"")
        guard view.reading.ascii(i) == quote else { return nil }
        let open = (max(view.range.lowerBound, i - 30)..<i).last { view.reading.ascii($0) == quote }
        return open.flatMap { $0 + 1 < i ? ($0 + 1)..<i : nil }
    }

    private static let longestInBracket = 10

    /// "the project SunYard (“Sunny yard”)": what a bracket behind the short name calls it, where the page would have
    /// taken that for another project.
    func namesBehind(_ short: Name, _ result: inout Result) {
        for place in [short] + result.repeats {
            let view = views[place.view]
            let r = view.reading
            var open = place.tokens.upperBound
            if r.ascii(open) == UInt8(ascii: "\"") { open += 1 }
            guard r.ascii(open) == UInt8(ascii: "("),
                let close = (open..<min(view.range.upperBound, open + 24)).first(where: {
                    r.ascii($0) == UInt8(ascii: ")")
                })
            else { continue }
            let told = afterLanguageCue((open + 1)..<close, view)
            let inside = clean(told, view)
            guard !inside.isEmpty, r.tokens[inside.lowerBound].isCapitalized else { continue }
            let name = Name(view: view.index, tokens: inside, rule: "project.bracket", confidence: 0.75)
            // "the project „Gyvas vanduo“ (in English Living Water)" leaves no doubt.
            let isTranslated = told.lowerBound > open + 1 && inside.count <= Self.longestInBracket
            guard isTranslated || candidates[key(name)] != nil || quotations[key(name)] != nil, isFree(inside, view)
            else { continue }
            result.aliases.append(name)
        }
    }

    /// The one acronym that a page puts beside the word for project, where its label gives a name in words.
    func acronymBesideLabel(_ result: inout Result) {
        guard let short = result.short ?? result.full, short.rule.hasPrefix("project.label"),
            !isAcronym(short.tokens, views[short.view]), sections.isEmpty
        else { return }
        let beside = candidates.filter { $0.value.beside > 0 && !($0.value.places.first.map(isBody) ?? true) }
        guard beside.count == 1, let name = beside.first?.value.places.first else { return }
        result.aliases.append(name)
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
            // "(…, short NETMAP)"
            let begin = r.first(.projectAcronym, at: start).map { $0.end < i ? $0.end : start } ?? start
            if i > begin { parts.append(clean(afterLanguageCue(begin..<i, view), view)) }
            start = i + 1
        }
        for part in parts where !part.isEmpty && !Self.isCode(part, view) {
            guard let first = part.first, r.kind(first) == .word, r.tokens[first].isCapitalized else { continue }
            let name = Name(view: view.index, tokens: part, rule: "project.bracket", confidence: 0.8)
            if let short = result.short, short.view == name.view, short.tokens == name.tokens { continue }
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
                    r.isCapital(open + 1) || r.first(.ownLanguage, at: open + 1) != nil
                else { continue }
                return Name(view: view.index, tokens: project.end..<open, rule: "project.named", confidence: 0.7)
            }
        }
        return nil
    }
}
