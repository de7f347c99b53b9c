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
        for project in projects { readProgramme(of: project, labels[project] ?? [], places, namesGrants) }
        shareProgramme()
        settleGrants()
    }

    /// What the EEA and Norway Grants pay is no money of the Union.
    private mutating func settleGrants() {
        let projects = Set(
            builder.claims.filter {
                $0.property == .programme && ["programme.grants", "programme.titled"].contains($0.rule)
            }.map(\.subject))
        guard !projects.isEmpty else { return }
        for n in builder.claims.indices
        where builder.claims[n].amountKind == .eu && projects.contains(builder.claims[n].subject) {
            builder.updateClaim(n) { $0.amountKind = .other }
        }
    }

    /// Grants of states, which are spent through programmes with names of their own.
    private static func isGrants(_ name: NameReader.Found) -> Bool {
        ["norway-grants", "eea-grants", "eea", "swiss"].contains(name.mention.code ?? "")
    }

    /// "the programme “Local Development and Poverty Reduction”" on a page that names the EEA and Norway Grants.
    private mutating func titledProgrammes(of project: Int) -> [(mention: Int, score: Int)] {
        var found: [(mention: Int, score: Int)] = []
        for view in views(of: project) {
            let r = view.reading
            for match in r.matches
            where match.meaning == .programme && r.ascii(match.end) == UInt8(ascii: "\"") && r.sameLine(match.end)
                && r.isCapital(match.end + 1) && r.first(.priority, at: match.start) == nil
                && self.project(at: view.index, match.start) == project
            {
                let inside = match.end + 1
                guard
                    let close = (inside..<min(inside + 16, view.range.upperBound)).first(where: {
                        r.ascii($0) == UInt8(ascii: "\"")
                    }), r.sameLine(close),
                    !view.names.contains(where: { name in
                        name.mention.kind == .programme && name.tokens.overlaps(match.start..<close)
                    })
                else { continue }
                let mention = addSpan(
                    .programme, view, match.start..<(close + 1), rule: "programme.titled", confidence: 0.7,
                    name: r.string(inside..<close))
                found.append((mention, 6))
            }
        }
        return found
    }

    /// "EEA and Norway Grants 2014–2021, programme Culture", "EEA Grants (programme Culture)": behind the grants their
    /// programme.
    private func endWithTitle(_ end: Int, _ view: BlockView) -> Int {
        let r = view.reading
        var j = end
        if let years = view.values.first(where: { $0.tokens.lowerBound == j && $0.mention.kind == .date }) {
            j = years.tokens.upperBound
        }
        let isBracket = r.ascii(j) == UInt8(ascii: "(")
        guard isBracket || r.ascii(j) == UInt8(ascii: ","), let word = r.first(.programme, at: j + 1),
            r.isCapital(word.end), r.sameLine(word.end)
        else { return end }
        j = word.end + 1
        while r.kind(j) == .word, r.sameLine(j), j - word.end < 8, isBracket || r.isCapital(j) { j += 1 }
        return isBracket && r.ascii(j) == UInt8(ascii: ")") ? j + 1 : j
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
        of project: Int, _ labels: [Field], _ places: [Int: [Int]], _ namesGrants: Bool
    ) {
        var candidates: [(mention: Int, score: Int)] = []
        let views = self.views(of: project)
        for field in labels where !cue(.event, in: field.label, self.views[field.labelView]) {
            for part in field.parts.prefix(2) {
                let view = self.views[part.view]
                var found = false
                for (k, name) in view.names.enumerated()
                where name.mention.kind == .programme && part.tokens.contains(name.tokens.lowerBound) {
                    candidates.append((nameMentions[view.index][k], 20 + specificity(name)))
                    found = true
                }
                if !found, part.tokens.count <= 16, part.tokens.count >= 1,
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
        if namesGrants { candidates += titledProgrammes(of: project) }
        // Grants that are fund and programme at once stand for a programme where the page names no other.
        if candidates.isEmpty, namesGrants {
            for view in views {
                for name in view.names
                where Self.isGrants(name) && self.project(at: view.index, name.tokens.lowerBound) == project {
                    let tokens = name.tokens.lowerBound..<endWithTitle(name.tokens.upperBound, view)
                    let mention = addSpan(.programme, view, tokens, rule: "programme.grants", confidence: 0.7)
                    builder.updateMention(mention) { $0.code = name.mention.code }
                    candidates.append((mention, 3 + candidates.count))
                }
            }
        }
        guard let best = candidates.max(by: { ($0.score, -$0.mention) < ($1.score, -$1.mention) }) else { return }
        let entity = self.programme(best.mention)
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
