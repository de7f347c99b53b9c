internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The body that the project's manager works for: "projectleider J. van Waterschap Zuiderpolder", "Anna Tamm, Võru valla
/// projektijuht".
extension FactReader {
    private static let farthest = 9
    private static let mostPartners = 60

    /// Where nothing else says who leads: the body beside the words for the project's manager, if all places agree.
    mutating func readLeadPersons() {
        guard projects.count == 1, let project,
            !builder.claims(of: project).contains(where: {
                builder.claims[$0].property == .partner && builder.claims[$0].role == .lead
            })
        else { return }
        var found: (entity: Int, mention: Int, evidence: SourceSpan)?
        for view in views {
            for match in view.reading.matches where match.meaning == .leadPerson {
                guard let mention = employer(beside: match, view, project), let entity = entity(of: mention) else {
                    continue
                }
                // Partners have managers of their own; two of them say nothing.
                if let known = found, known.entity != entity { return }
                if found == nil { found = (entity, mention, view.reading.span(match.start..<match.end)) }
            }
        }
        guard let found,
            !builder.hasClaim(of: project, about: found.entity, where: { $0.role != nil && $0.role != .partner })
        else { return }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: found.entity, mention: found.mention, role: .lead,
                evidence: [builder.mention(found.mention).span, found.evidence], rule: "partner.lead-person",
                confidence: 0.55))
    }

    /// The nearest body in the sentence.
    private mutating func employer(beside match: Lexicon.Match, _ view: BlockView, _ project: Int) -> Int? {
        let sentence = view.sentence(at: match.start)
        let near =
            max(sentence.lowerBound, match.start - Self.farthest)..<min(sentence.upperBound, match.end + Self.farthest)
        var best: (name: Int, distance: Int)?
        for (k, name) in view.names.enumerated() where isPartnerName(name) && name.tokens.overlaps(near) {
            let distance =
                name.tokens.lowerBound >= match.end
                ? name.tokens.lowerBound - match.end : max(0, match.start - name.tokens.upperBound)
            if distance < best?.distance ?? .max { best = (k, distance) }
        }
        if let best { return nameMentions[view.index][best.name] }
        return partnerWithoutBranch(in: near, view, project)
    }

    /// "Green Hands" where "Green Hands Sweden" is a partner: its name without the country of its branch.
    private mutating func partnerWithoutBranch(in near: Range<Int>, _ view: BlockView, _ project: Int) -> Int? {
        let r = view.reading
        let partners = builder.claims(of: project).filter { builder.claims[$0].property == .partner }
        for claim in partners.prefix(Self.mostPartners).map({ builder.claims[$0] }) {
            guard let mention = claim.mention, let entity = claim.object,
                let host = self.view(at: builder.mention(mention).span.start)
            else { continue }
            let whole = host.tokens(builder.mention(mention).span)
            guard
                let branch = host.names.first(where: {
                    $0.mention.kind == .region && $0.tokens.upperBound == whole.upperBound
                })?.tokens, branch.lowerBound - whole.lowerBound >= 2
            else { continue }
            let short = whole.lowerBound..<branch.lowerBound
            for start in near where start + short.count <= near.upperBound && r.tokens[start].isCapitalized {
                guard
                    zip(short, start...).allSatisfy({ a, b in
                        b - start == short.count - 1
                            ? r.tokens.folded(b).starts(with: host.reading.tokens.folded(a))
                            : r.tokens.folded(b).elementsEqual(host.reading.tokens.folded(a))
                    })
                else { continue }
                let alias = organizationMention(start..<(start + short.count), view, rule: "org.short")
                builder.attach(alias, to: entity)
                return alias
            }
        }
        return nil
    }
}
