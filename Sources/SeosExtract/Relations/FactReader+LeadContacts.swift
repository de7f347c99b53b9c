internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that labels for a person give: "Garant projektu: Město Tábor", "Ansvarig för projektet: Lunds universitet".
extension FactReader {
    /// Where nothing else says who leads: the one body, alone, below such a label that speaks of the project.
    mutating func readLeadContacts() {
        guard projects.count == 1, let project,
            !builder.claims(of: project).contains(where: {
                builder.claims[$0].property == .partner && builder.claims[$0].role == .lead
            })
        else { return }
        for field in fields where field.meaning == .contact && tellsOfProject(field) {
            guard field.parts.count == 1, let part = field.parts.first, let k = bodyAlone(part),
                let entity = entity(of: nameMentions[part.view][k]),
                !builder.hasClaim(of: project, about: entity, where: { $0.role != nil && $0.role != .partner })
            else { continue }
            let mention = nameMentions[part.view][k]
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention, role: .lead,
                    evidence: [builder.mention(mention).span, views[field.labelView].reading.span(field.label)],
                    rule: "partner.lead-contact", confidence: 0.6))
            return
        }
    }

    private func tellsOfProject(_ field: Field) -> Bool {
        let r = views[field.labelView].reading
        return r.matches(in: field.label).contains { $0.meaning == .project || $0.meaning == .leadPerson }
    }

    /// The name of a body that fills a part, in a block without a person's address.
    private func bodyAlone(_ part: Field.Part) -> Int? {
        let view = views[part.view]
        guard !view.values.contains(where: { [.email, .phone].contains($0.mention.kind) }) else { return nil }
        return view.names.indices.first { k in
            let name = view.names[k]
            return isPartnerName(name) && name.tokens.lowerBound <= part.tokens.lowerBound + 1
                && name.tokens.upperBound >= part.tokens.upperBound - 1
        }
    }
}
