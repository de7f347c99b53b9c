internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Bodies that a paragraph about those who take part tells of one by one, each with what it does: "The university maps
/// the peat. The City of X opens its archive, and the Y Foundation lends boats."
extension FactReader {
    /// Bodies that make a paragraph one about those who take part, where nobody of them is known to.
    private static let manyBodies = 3

    /// On a page that lists the partners nowhere.
    mutating func readParticipants() {
        for project in projects {
            let isListed = builder.claims(of: project).contains {
                let claim = builder.claims[$0]
                return claim.property == .partner && claim.confidence > 0.8 && claim.role == .partner
            }
            if isListed { continue }
            readParticipants(of: project)
        }
    }

    private mutating func readParticipants(of project: Int) {
        var isBefore = false
        for view in views(of: project) where view.isProse && !view.names.isEmpty {
            let names = leadPlaces[view.index] ?? []
            let bodies = view.names.indices.filter { k in
                // "The Quiet Bay Network", which is the project itself.
                isPartnerName(view.names[k]) && !names.contains(view.names[k].tokens.lowerBound)
                    && self.project(at: view.index, view.names[k].tokens.lowerBound) == project
            }
            let isKnown = bodies.contains { takesPart(nameMentions[view.index][$0], in: project) }
            var open = bodies.filter { k in
                let sentence = view.sentence(at: view.names[k].tokens.lowerBound)
                return !tellsOfMoney(sentence, view) && !tellsOfOthers(sentence, view) && !deniesRole(sentence, view)
                    && !withoutPart(sentence, view).contains(k)
                    && !isInBracket(view.names[k].tokens.lowerBound, sentence, view)
            }
            // "between the province of Gorizia and the municipality of Monrupino": places, where nobody is known to take part.
            if !isKnown {
                open.removeAll { view.names[$0].isTerritory && view.reading.isSmall(view.names[$0].tokens.lowerBound) }
            }
            let different = Set(open.compactMap { entity(of: nameMentions[view.index][$0]) }).count
            let isRead = isKnown || different >= (isBefore ? 2 : Self.manyBodies)
            isBefore = isRead
            guard isRead else { continue }
            for k in open where !hasRole(nameMentions[view.index][k], in: project) {
                roleClaim(k, .partner, view, rule: isKnown ? "partner.participant" : "partner.paragraph")
            }
        }
    }

    /// "… osakond (inglise keeles: The Ministry of …)": another name of the body before.
    private func isInBracket(_ i: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let before = max(sentence.lowerBound, i - 12)..<i
        let bracket = before.last { [UInt8(ascii: "("), UInt8(ascii: ")")].contains(view.reading.ascii($0)) }
        return bracket.map { view.reading.ascii($0) == UInt8(ascii: "(") } ?? false
    }

    private func takesPart(_ mention: Int, in project: Int) -> Bool {
        guard let entity = entity(of: mention) else { return false }
        return builder.hasClaim(of: project, about: entity) { $0.property == .partner }
    }

    /// "The council leads the project “Quiet river” and is a partner in “Honey road”": the sentence's first body, of the
    /// second project it names.
    mutating func partnerOfAnother(_ sentence: Range<Int>, _ view: BlockView, _ names: [Int]) {
        let r = view.reading
        guard let places = leadPlaces[view.index], let k = names.first,
            let entity = entity(of: nameMentions[view.index][k])
        else { return }
        for match in r.matches(in: sentence) where match.meaning == .partnerBefore || match.meaning == .partnerPartner {
            guard match.start >= view.names[k].tokens.upperBound,
                let place = places.filter({ $0 >= match.end - 1 && $0 - match.end <= 5 && sentence.contains($0) })
                    .min(),
                let project = project(at: view.index, place),
                let first = places.filter({ $0 < match.start && $0 >= view.names[k].tokens.upperBound }).max(),
                self.project(at: view.index, first) != project, !isDenied(match, sentence, view),
                !names.contains(where: {
                    view.names[$0].tokens.lowerBound > first && view.names[$0].tokens.upperBound <= match.start
                }), !builder.hasClaim(of: project, about: entity, where: { $0.property == .partner })
            else { continue }
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: nameMentions[view.index][k],
                    role: .partner,
                    evidence: [view.names[k].mention.span, r.span(match.start..<match.end)], rule: "partner.prose",
                    confidence: 0.65))
        }
    }
}
