internal import SeosLanguages
internal import SeosModel

/// Partners that are told of right behind the lead, in words no list knows: "El Centro X actúa como beneficiario
/// principal. Le acompañan A, B (Francia) y C (Portugal)."
extension FactReader {
    /// Bodies counted up in the sentence behind the one that names the lead, where nothing says that they pay, sell or
    /// meet.
    mutating func readCompanions() {
        let leads = builder.claims.filter {
            $0.property == .partner && $0.role == .lead && $0.rule.hasPrefix("partner.lead-")
        }
        for lead in leads {
            guard let mention = lead.mention, let view = view(at: builder.mention(mention).span.start), view.isProse
            else { continue }
            let place = view.tokens(builder.mention(mention).span).lowerBound
            guard let n = view.sentences.firstIndex(where: { $0.contains(place) }), n + 1 < view.sentences.count else {
                continue
            }
            let sentence = view.sentences[n + 1]
            guard !tellsOfOthers(sentence, view), project(at: view.index, sentence.lowerBound) == lead.subject else {
                continue
            }
            let names = view.names.indices.filter {
                isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
            }
            guard names.count >= 2, areCounted(names, view) else { continue }
            for k in names where !hasRole(nameMentions[view.index][k], in: lead.subject) {
                roleClaim(k, .partner, view, rule: "partner.beside-lead")
            }
        }
    }

    /// Words for paying, selling, meeting, publishing, or for another project.
    private func tellsOfOthers(_ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let others: Set<Meaning> = [
            .funderAfter, .funderBefore, .supplierAfter, .supplierBefore, .cofinancierAfter, .cofinancierBefore, .event,
            .published, .noProject, .price, .superseded,
        ]
        return sentence.contains { i in view.reading.at(i).contains { others.contains(view.reading.meaning($0)) } }
    }

    /// At least two of the names stand with nothing between them but a comma, "and", a bracket or a few small words.
    private func areCounted(_ names: [Int], _ view: BlockView) -> Bool {
        zip(names, names.dropFirst()).contains { a, b in
            let gap =
                view.names[a].tokens
                .upperBound..<max(
                    view.names[a].tokens.upperBound, view.names[b].tokens.lowerBound)
            let parts = gap.contains {
                view.reading.ascii($0) == UInt8(ascii: ",") || view.reading.first(.and, at: $0) != nil
            }
            return gap.count <= 8 && parts
        }
    }

    private func hasRole(_ mention: Int, in project: Int) -> Bool {
        guard let entity = entity(of: mention) else { return true }
        return builder.claims.contains {
            $0.subject == project && $0.object == entity && ($0.property == .partner || $0.property == .funder)
        }
    }
}
