internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names that brackets and labels inside running text give a project.
extension ProjectNames {
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
                if r.ascii(i - 1) == UInt8(ascii: "("), let quoted = quotation(endingAt: i - 2, view) {
                    result.full = Name(view: view.index, tokens: quoted, rule: "project.quoted", confidence: 0.85)
                }
                return
            }
        }
    }

    /// The words in the quotation marks that close at token `i`.
    func quotation(endingAt i: Int, _ view: BlockView) -> Range<Int>? {
        let quote = UInt8(ascii: "\"")
        guard view.reading.ascii(i) == quote else { return nil }
        let open = (max(view.range.lowerBound, i - 30)..<i).last { view.reading.ascii($0) == quote }
        return open.flatMap { $0 + 1 < i ? ($0 + 1)..<i : nil }
    }

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
            let inside = clean(afterLanguageCue((open + 1)..<close, view), view)
            guard !inside.isEmpty, r.tokens[inside.lowerBound].isCapitalized else { continue }
            let name = Name(view: view.index, tokens: inside, rule: "project.bracket", confidence: 0.75)
            guard candidates[key(name)] != nil || quotations[key(name)] != nil, isFree(inside, view) else { continue }
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
