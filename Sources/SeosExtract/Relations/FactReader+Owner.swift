internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The body whose page it is: "we lead the project", "siamo capofila", on a page whose title names a museum.
extension FactReader {
    mutating func readOwner() {
        let cues = views.contains { view in
            view.block.headingLevel == nil
                && view.reading.matches.contains { $0.meaning == .ownLead || $0.meaning == .ownPartner }
        }
        guard cues || lacksLead() else { return }
        guard let owner = owner(), let entity = entity(of: owner) else { return }
        var isTold = false
        for view in views where view.block.headingLevel == nil {
            for match in view.reading.matches where match.meaning == .ownLead || match.meaning == .ownPartner {
                guard let project = project(at: view.index, match.start) else { continue }
                isTold = true
                claimOwner(
                    project, entity, owner, match.meaning == .ownLead ? .lead : .partner,
                    [view.reading.span(match.start..<match.end)], rule: "partner.own", confidence: 0.65)
            }
        }
        if !isTold { readOwnerAsLead(owner, entity) }
    }

    /// A page about one project that names partners but no lead, on the site of a body that has no other role in it.
    private mutating func readOwnerAsLead(_ owner: Int, _ entity: Int) {
        guard lacksLead(), let project, isInTitle(owner),
            !builder.hasClaim(of: project, about: entity, where: { $0.role != .partner })
        else { return }
        claimOwner(project, entity, owner, .lead, [], rule: "partner.owner", confidence: 0.5)
    }

    /// So many projects on one page are a list of its owner's.
    private static let manyProjects = 3

    /// A page of several projects, in one of which the body whose page it is takes part: it leads those that have a part of
    /// the page and of which nobody is said to lead, and takes part in the others where they are many, or where the page
    /// says "we" of one of two.
    mutating func readOwnProjects() {
        guard projects.count > 1, let owner = owner(), let entity = entity(of: owner),
            projects.contains(where: { hasPart(entity, in: $0) })
        else { return }
        for project in projects
        where !builder.hasClaim(of: project, about: entity, where: { [.partner, .funder].contains($0.property) }) {
            let hasLead = builder.claims(of: project).contains {
                builder.claims[$0].property == .partner && builder.claims[$0].role == .lead
            }
            let isOwn = hasLead ? projects.count >= Self.manyProjects || speaksOfUs(project) : isToldOf(project)
            guard isOwn else { continue }
            claimOwner(project, entity, owner, hasLead ? .partner : .lead, [], rule: "partner.owner", confidence: 0.5)
        }
    }

    private func hasPart(_ entity: Int, in project: Int) -> Bool {
        builder.hasClaim(of: project, about: entity) { $0.property == .partner && $0.role != .supplier }
    }

    /// Whether a part of the page tells of a project, with its time: more than its name.
    private func isToldOf(_ project: Int) -> Bool {
        scopes?.hasSection(project) == true
            && builder.claims(of: project).contains {
                [.period, .start, .end].contains(builder.claims[$0].property)
            }
    }

    /// "our share", "to us" beside what the page tells of a project.
    private func speaksOfUs(_ project: Int) -> Bool {
        views(of: project).contains { view in
            view.reading.matches.contains {
                $0.meaning == .ours && self.project(at: view.index, $0.start) == project
            }
        }
    }

    /// Whether the page's only project has partners and no lead.
    private func lacksLead() -> Bool {
        guard projects.count == 1, let project else { return false }
        var hasPartner = false
        for n in builder.claims(of: project) where builder.claims[n].property == .partner {
            if builder.claims[n].role == .lead { return false }
            if builder.claims[n].role == .partner { hasPartner = true }
        }
        return hasPartner
    }

    private mutating func claimOwner(
        _ project: Int, _ entity: Int, _ owner: Int, _ role: Claim.Role, _ more: [SourceSpan], rule: String,
        confidence: Double
    ) {
        if builder.hasClaim(of: project, about: entity, where: { $0.property == .partner && $0.confidence > 0.8 }) {
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: owner, role: role,
                evidence: [builder.mention(owner).span] + more, rule: rule, confidence: confidence))
    }

    /// The body that the page's title names, the longest.
    mutating func titleBody() -> Int? {
        if let known = knownTitleBody { return known }
        titleKey = document.title.map { " " + Folding.key($0) + " " }
        let found = findTitleBody()
        knownTitleBody = .some(found)
        return found
    }

    private func findTitleBody() -> Int? {
        guard titleKey != nil else { return nil }
        var best: (mention: Int, length: Int)?
        for view in views {
            for (k, name) in view.names.enumerated() where isPartnerName(name) && name.tokens.count >= 2 {
                let mention = nameMentions[view.index][k]
                guard isInTitle(mention), !isInProject(name.mention.span), name.tokens.count > best?.length ?? 0 else {
                    continue
                }
                best = (mention, name.tokens.count)
            }
        }
        return best?.mention
    }

    /// The body that the page's title names; else the one whose name is the page's first line.
    private mutating func owner() -> Int? {
        titleBody() ?? firstLineBody()
    }

    func firstLineBody() -> Int? {
        guard let first = views.first, !first.isProse else { return nil }
        let bodies = first.names.indices.filter { isPartnerName(first.names[$0]) }
        guard bodies.count == 1, let only = bodies.first, !isInProject(first.names[only].mention.span) else {
            return nil
        }
        return nameMentions[first.index][only]
    }

    /// "HARBOUR HEARTS" in the title is the project, though it reads as a body.
    func isInProject(_ span: SourceSpan) -> Bool {
        projects.contains { project in
            builder.entity(project).mentions.contains { builder.mention($0).span.contains(span) }
        }
    }

    private func isInTitle(_ mention: Int) -> Bool {
        guard let title = titleKey else { return false }
        let m = builder.mention(mention)
        return title.holds(" " + Folding.key(m.quote) + " ") || title.holds(" " + Folding.key(m.name) + " ")
    }
}
