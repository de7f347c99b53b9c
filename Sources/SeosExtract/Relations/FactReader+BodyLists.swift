internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lists of bodies that no label says anything of: "Autour d'elle : – Kuldīga (Lettonie) ; – Amarante (Portugal) …",
/// "Qui fait quoi ? – **Université de Lille** (FR) — suivi biologique".
extension FactReader {
    private struct ListedBody {
        var view: Int
        var item: PartnerList.Item
    }

    /// Rows of list items that nearly all begin with a body, or with a name and its country in brackets.
    mutating func readBodyLists() {
        let governed = Set(fields.flatMap { field in field.parts.map(\.view) + [field.labelView] })
        var row: [BlockView] = []
        for view in views {
            if case .listItem = view.block.kind, !governed.contains(view.index),
                row.last.map({ $0.index + 1 == view.index && $0.block.group == view.block.group }) ?? true
            {
                row.append(view)
                continue
            }
            readBodyList(row)
            row = []
        }
        readBodyList(row)
    }

    private mutating func readBodyList(_ row: [BlockView]) {
        guard row.count >= 2, row.count <= 60, let first = row.first,
            let project = project(at: first.index, first.range.lowerBound),
            !isOfOthers(before: first.index)
        else { return }
        let bodies = row.compactMap(listedBody)
        guard bodies.count >= 2, bodies.count * 5 >= row.count * 4 else { return }
        for body in bodies {
            let view = views[body.view]
            let mention = organizationMention(body.item.tokens, view, rule: "partner.listed")
            let entity = organization(mention, kind: head(in: body.item.tokens, view), country: body.item.country)
            if builder.hasClaim(of: project, about: entity, where: { $0.property == .partner }) { continue }
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention,
                    role: body.item.role ?? .partner, evidence: [builder.mention(mention).span],
                    rule: "partner.listed", confidence: 0.6))
        }
    }

    /// What stands above the list and speaks of money, contacts, events or other pages.
    private func isOfOthers(before index: Int) -> Bool {
        guard index > 0 else { return true }
        let view = views[index - 1]
        let sentence = view.sentences.last ?? view.range
        return sentence.contains { i in
            view.reading.at(i).contains {
                Self.notOfPartners.contains($0.meaning) || $0.meaning.isAmountLabel
            }
        }
    }

    private static let notOfPartners: [Meaning] = [
        .funder, .funderAfter, .funderBefore, .contact, .event, .published, .noProject, .partnerSupplier,
        .supplierAfter,
        .supplierBefore, .cofinancierAfter, .cofinancierBefore, .partnerCofinancier, .otherLabel, .region,
    ]

    /// The body that a list item begins with, up to a bracket, comma, colon or dash.
    private func listedBody(_ view: BlockView) -> ListedBody? {
        let r = view.reading
        let list = PartnerList(view: view, gazetteer: gazetteer)
        var tokens = list.strip(view.range)
        // "l'Université", "la Ville"
        if tokens.count > 3, r.isSmall(tokens.lowerBound), r.ascii(tokens.lowerBound + 1) == UInt8(ascii: "'") {
            tokens = (tokens.lowerBound + 2)..<tokens.upperBound
        }
        guard tokens.count >= 1, tokens.count <= 60 else { return nil }
        let name = view.names.first {
            $0.mention.kind == .organization && $0.mention.code == nil && $0.tokens.lowerBound == tokens.lowerBound
        }
        let from = name?.tokens.upperBound ?? tokens.lowerBound
        var depth = 0
        var end = tokens.upperBound
        for i in from..<tokens.upperBound {
            let c = r.ascii(i)
            if c == UInt8(ascii: "(") { depth += 1 }
            if c == UInt8(ascii: ")") { depth -= 1 }
            if depth <= 0, ",;:".utf8.contains(c) || r.isDash(i) && !r.glued(i) {
                end = i
                break
            }
        }
        guard var item = list.item(tokens.lowerBound..<end), item.tokens.count <= 14,
            r.isCapital(item.tokens.lowerBound) || name != nil
        else { return nil }
        guard name != nil && end - from <= 6 || item.country != nil else { return nil }
        for i in end..<tokens.upperBound where item.role == nil {
            item.role = r.at(i).first { $0.meaning == .partnerLead || $0.meaning == .partnerAssociated }
                .map { PartnerList.role($0.meaning) }
        }
        return ListedBody(view: view.index, item: item)
    }
}
