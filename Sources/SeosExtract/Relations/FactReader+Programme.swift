internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The programme a project belongs to.
extension FactReader {
    mutating func readProgramme() {
        let places = projectPlaces()
        var labels: [Int: [Field]] = [:]
        for field in fields where field.meaning == .programme {
            guard let project = project(at: field.labelView, field.label.upperBound) else { continue }
            labels[project, default: []].append(field)
        }
        let namesGrants = views.contains { $0.names.contains { Self.isGrants($0) } }
        let strand = onlyStrand()
        for project in projects { readProgramme(of: project, labels[project] ?? [], places, namesGrants, strand) }
        shareProgramme()
        settleGrants()
        joinForms()
    }

    /// What stands above or below the projects of a page is the programme of those that name none themselves.
    private mutating func shareProgramme() {
        guard projects.count > 1, let scopes else { return }
        let claims = builder.claims.filter { $0.property == .programme }
        let shared = claims.first { claim in
            claim.mention.flatMap { view(at: builder.mention($0).span.start) }.map { !scopes.isNamed($0.index) }
                ?? false
        }
        guard let shared else { return }
        let known = Set(claims.map(\.subject))
        for project in projects where scopes.hasSection(project) && !known.contains(project) {
            builder.claim(
                Claim(
                    subject: project, property: .programme, object: shared.object, mention: shared.mention,
                    evidence: shared.evidence, rule: "programme.shared", confidence: 0.6))
        }
    }

    private mutating func readProgramme(
        of project: Int, _ labels: [Field], _ places: [Int: [Int]], _ namesGrants: Bool, _ strand: Int?
    ) {
        var candidates: [(mention: Int, score: Int)] = []
        let views = self.views(of: project)
        for field in labels where !cue(.event, in: field.label, self.views[field.labelView]) {
            for part in field.parts.prefix(2) {
                let view = self.views[part.view]
                var found = false
                for (k, name) in view.names.enumerated()
                where name.mention.kind == .programme && part.tokens.contains(name.tokens.upperBound - 1) {
                    var mention = nameMentions[view.index][k]
                    // "Project type Erasmus+ KA220": the label's own word for programme is no part of the name.
                    if name.tokens.lowerBound < part.tokens.lowerBound {
                        let end = programmeEnd(part.tokens, view)
                        guard end >= name.tokens.upperBound, isCode(name.tokens.upperBound..<end, view) else {
                            continue
                        }
                        mention = addSpan(
                            .programme, view, part.tokens.lowerBound..<name.tokens.upperBound,
                            rule: name.mention.rule, confidence: name.mention.confidence, name: name.mention.name)
                        builder.updateMention(mention) { $0.code = name.mention.code }
                    }
                    candidates.append((mention, 20 + specificity(name)))
                    found = true
                }
                if !found, let titled = underGrants(part) {
                    candidates.append((titled, 14))
                } else if !found, let tokens = pieceOfProgramme(part.tokens, view) {
                    candidates.append(
                        (addSpan(.programme, view, tokens, rule: "programme.label", confidence: 0.8), 13))
                } else if !found, part.tokens.count <= 16, part.tokens.count >= 1,
                    view.reading.tokens[part.tokens.lowerBound].isCapitalized
                {
                    let tokens = part.tokens.lowerBound..<programmeEnd(part.tokens, view)
                    if !tokens.isEmpty {
                        candidates.append(
                            (addSpan(.programme, view, tokens, rule: "programme.label", confidence: 0.8), 12))
                    }
                }
            }
        }
        // "LIFE Gyvos pelkės" is of the programme its name begins with.
        let isLife = builder.entity(project).name.hasPrefix("LIFE ")
        for view in views {
            for (k, name) in view.names.enumerated()
            where name.mention.kind == .programme
                && self.project(at: view.index, name.tokens.lowerBound) == project
            {
                let own = isLife && name.mention.code == "life" ? 6 : 0
                candidates.append(
                    (nameMentions[view.index][k], specificity(name) + closeness(name, view, project, places) + own))
            }
        }
        if namesGrants {
            candidates += titledProgrammes(of: project)
            if candidates.isEmpty { candidates = grants(of: project) }
        }
        guard var best = candidates.max(by: { ($0.score, -$0.mention) < ($1.score, -$1.mention) }) else { return }
        // "The Interreg programme pays …": the only one that the page names.
        if let strand, Self.isBare(builder.mention(best.mention)) { best.mention = strand }
        let entity = self.programme(best.mention)
        if let whole = grantTitles[best.mention] { builder.addAlias(whole, to: entity) }
        attachNeighbours(of: best.mention, to: entity)
        let m = builder.mention(best.mention)
        builder.claim(
            Claim(
                subject: project, property: .programme, object: entity, mention: best.mention, evidence: [m.span],
                rule: m.rule, confidence: best.score >= 12 ? 0.9 : 0.7))
    }

    /// Where a programme's name under a label ends: at a comma, unless the years behind it show that it goes on
    /// ("Smart, Competitive and Green Economy 2021-2027").
    private func programmeEnd(_ tokens: Range<Int>, _ view: BlockView) -> Int {
        let r = view.reading
        if let semicolon = tokens.first(where: { r.ascii($0) == UInt8(ascii: ";") }) { return semicolon }
        guard let comma = tokens.first(where: { r.ascii($0) == UInt8(ascii: ",") }) else { return tokens.upperBound }
        let rest = (comma + 1)..<tokens.upperBound
        let isWhole =
            !Self.years(in: r.string(rest)).isEmpty && rest.filter { r.kind($0) == .word && $0 < comma + 8 }.count >= 2
        return isWhole ? tokens.upperBound : comma
    }

    /// Nothing, or letters and digits such as "KA220".
    private func isCode(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return tokens.count <= 3
            && tokens.allSatisfy {
                switch r.kind($0) {
                case .word: r.tokens[$0].isAllCaps && r.tokens.folded($0).count <= 4
                case .number: r.digits($0) != 4
                default: r.isDash($0)
                }
            }
    }

    /// "EEA Financial Mechanism, *Baltic Research Programme*": what stands behind a comma under a label and ends in the word
    /// for programme, beside who pays.
    private func pieceOfProgramme(_ tokens: Range<Int>, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        guard let comma = tokens.last(where: { r.ascii($0) == UInt8(ascii: ",") }), r.isCapital(comma + 1),
            r.last(.programme, endingAt: tokens.upperBound) != nil, tokens.upperBound - comma <= 9,
            tokens.upperBound - comma > 2,
            view.names.contains(where: {
                $0.mention.kind == .organization && $0.tokens.overlaps(tokens.lowerBound..<comma)
            })
        else { return nil }
        return (comma + 1)..<tokens.upperBound
    }

    /// How near the sentence that names a programme is to the project: it speaks of it, and of who pays.
    private func closeness(
        _ name: NameReader.Found, _ view: BlockView, _ project: Int, _ places: [Int: [Int]]
    ) -> Int {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        var score = 0
        if cue(.project, in: sentence, view) || places[view.index]?.contains(where: sentence.contains) == true {
            score += 1
        }
        if cue(.funderAfter, in: sentence.lowerBound..<name.tokens.lowerBound, view) { score += 1 }
        if cue(.noProject, in: sentence, view) { score -= 2 }
        return score
    }

    /// "Noordzeeprogramma INTERREG IV B": two names of one programme side by side.
    private mutating func attachNeighbours(of mention: Int, to entity: Int) {
        let span = builder.mention(mention).span
        guard let view = view(at: span.start) else { return }
        let tokens = view.tokens(span)
        for (k, name) in view.names.enumerated()
        where name.mention.kind == .programme
            && (name.tokens.lowerBound == tokens.upperBound || name.tokens.upperBound == tokens.lowerBound)
        {
            builder.attach(nameMentions[view.index][k], to: entity)
        }
    }

    /// A strand with years says more than "Interreg".
    func specificity(_ name: NameReader.Found) -> Int {
        var score = 0
        if let code = name.mention.code, code != "interreg" { score += code.hasPrefix("interreg-") ? 5 : 4 }
        if !Self.years(in: name.mention.quote).isEmpty { score += 3 }
        if name.tokens.count >= 3 { score += 1 }
        return score
    }
}
