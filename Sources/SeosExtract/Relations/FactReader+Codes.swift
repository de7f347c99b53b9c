internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension FactReader {
    /// The codes of projects: under their label, behind the word for number in a sentence on the project, beside the
    /// project's name. They are names of the project, and the surest sign that two pages tell of one.
    mutating func readProjectCodes() {
        for field in fields where field.meaning == .projectCode {
            for part in field.parts.prefix(1) {
                let view = views[part.view]
                guard let project = project(of: field, part),
                    let code = part.tokens.prefix(8).lazy.compactMap({ ProjectCode(at: $0, view.reading) }).first,
                    !isDate(code, view)
                else { continue }
                addCode(code, to: project, view, rule: "project.code.label", confidence: 0.95)
            }
        }
        for view in views {
            for match in view.reading.matches {
                switch view.reading.meaning(match) {
                case .projectCode:
                    // "Nr." and "code" alone may be a body's.
                    let isSaid = match.length >= 3 || view.reading.tokens[match.start].span.length >= 8
                    numbered(behind: match.end, isSaid || isOnProject(match.start, view), view)
                case .code where isOnProject(match.start, view): numbered(behind: match.end, true, view)
                case .project: code(behind: match.end, within: 1, view)
                default: continue
                }
            }
        }
        for view in views { codes(underLabelsIn: view) }
        for project in projects {
            for mention in builder.entity(project).mentions {
                let span = builder.mention(mention).span
                guard let view = views.view(holding: views.first?.reading.tokens.lowerBound(span.start) ?? 0) else {
                    continue
                }
                code(behind: view.tokens(span).upperBound, within: 8, view)
            }
        }
    }

    /// "project no. LLIV-253", "projekta Nr.: 5033403".
    private mutating func numbered(behind start: Int, _ mayBePlain: Bool, _ view: BlockView) {
        for i in start..<min(start + 3, view.range.upperBound) where view.reading.kind(i) != .punctuation {
            guard let code = ProjectCode(at: i, view.reading), mayBePlain || code.isDistinctive, !isDate(code, view),
                let project = project(at: view.index, i)
            else { return }
            return addCode(code, to: project, view, rule: "project.code.number", confidence: 0.9)
        }
    }

    /// "Cod: ROHU/23/RS/041", "Numer: 2023-1-CZ01-KA220-HED-000154", "Uimhir: EAPA_1417/2019" as a line of its own: a bare
    /// word for a number or a code that opens a line, and nothing behind it but what only programmes write so.
    private mutating func codes(underLabelsIn view: BlockView) {
        let r = view.reading
        for match in r.matches {
            guard [.code, .projectCode].contains(r.meaning(match)), opensLine(match.start, view) else { continue }
            var i = match.end
            // "Kód projektu: …"
            if let project = r.first(.project, at: i), r.sameLine(i) { i = project.end }
            if r.kind(i) == .punctuation { i += 1 }
            if r.ascii(i) == UInt8(ascii: ":") { i += 1 }
            guard i < view.range.upperBound, let code = ProjectCode(at: i, r), code.isDistinctive,
                code.tokens.upperBound == view.range.upperBound || !r.sameLine(code.tokens.upperBound),
                !isDate(code, view), let project = project(at: view.index, i)
            else { continue }
            addCode(code, to: project, view, rule: "project.code.line", confidence: 0.85)
        }
    }

    private func opensLine(_ i: Int, _ view: BlockView) -> Bool {
        i == view.range.lowerBound || !view.reading.sameLine(i)
    }

    /// "WorkMix (ROHU204)", "“Business library” (Biznesa bibliotēka, LLIV-253)", "project LIFE21-NAT-SE-101074999":
    /// a code that nothing but names and signs part from what it stands behind.
    private mutating func code(behind start: Int, within reach: Int, _ view: BlockView) {
        let isBracketed = view.reading.ascii(start) == UInt8(ascii: "(")
        for i in start..<max(start, min(start + reach, view.range.upperBound)) {
            if let code = ProjectCode(at: i, view.reading), code.isDistinctive {
                guard !isDate(code, view), !isNamed(code, view), let project = project(at: view.index, i) else {
                    return
                }
                return addCode(code, to: project, view, rule: "project.code.beside", confidence: 0.85)
            }
            if [UInt8(ascii: "."), UInt8(ascii: ")")].contains(view.reading.ascii(i)) { return }
            if view.reading.kind(i) == .word, !isBracketed { return }
        }
    }

    /// The word for project stands close before.
    private func isOnProject(_ start: Int, _ view: BlockView) -> Bool {
        (max(view.range.lowerBound, start - 3)..<start).contains { view.reading.first(.project, at: $0) != nil }
    }

    private func isDate(_ code: ProjectCode, _ view: BlockView) -> Bool {
        view.values.contains {
            $0.tokens.contains(code.tokens) && [.date, .money, .phone, .url].contains($0.mention.kind)
        }
    }

    /// Programmes and bodies have names with numbers too; "LIFE" in "LIFE21-NAT-SE-101074999" is none.
    private func isNamed(_ code: ProjectCode, _ view: BlockView) -> Bool {
        view.names.contains { $0.tokens.contains(code.tokens) && $0.mention.kind != .region }
    }

    private mutating func addCode(
        _ code: ProjectCode, to project: Int, _ view: BlockView, rule: String, confidence: Double
    ) {
        let mention = addSpan(.project, view, code.tokens, rule: rule, confidence: confidence)
        guard [nil, project].contains(builder.entity(ofMention: mention)) else { return }
        builder.attach(mention, to: project)
        let quote = view.reading.string(code.tokens)
        builder.update(project) {
            if $0.fullName == quote { $0.fullName = nil }
            $0.code = $0.code ?? Folding.key(quote).filter { $0 != " " }
        }
    }
}
