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
        readListsOfCountries(governed)
    }

    /// Lines that begin with a country each: "Bulgaria: City X; University Y", "Romania: Z".
    private mutating func readListsOfCountries(_ governed: Set<Int>) {
        var row: [BlockView] = []
        for view in views {
            if !governed.contains(view.index), view.block.headingLevel == nil, beginsWithCountry(view) {
                if let last = row.last, last.index + 1 != view.index { row = [] }
                row.append(view)
                continue
            }
            readListOfCountries(row)
            row = []
        }
        readListOfCountries(row)
    }

    private func beginsWithCountry(_ view: BlockView) -> Bool {
        guard view.range.count >= 4,
            let colon = view.range.prefix(6).first(where: { view.reading.ascii($0) == UInt8(ascii: ":") })
        else { return false }
        let list = PartnerList(view: view, gazetteer: gazetteer)
        return list.countryAlone(view.range.lowerBound..<colon) != nil
    }

    private mutating func readListOfCountries(_ row: [BlockView]) {
        guard row.count >= 2, let first = row.first, let project = project(at: first.index, first.range.lowerBound),
            !isOfOthers(before: first.index)
        else { return }
        let lists = row.map { view in
            (view, PartnerList(view: view, gazetteer: gazetteer).read(view.range, isItem: false))
        }
        let items = lists.flatMap { list in list.1.map { (view: list.0, item: $0) } }
        let bodies = items.filter { head(in: $0.item.tokens, $0.view) != nil }
        guard bodies.count * 2 >= items.count, items.allSatisfy({ $0.item.tokens.count <= 14 }) else { return }
        for (view, item) in items {
            let mention = organizationMention(item.tokens, view, rule: "partner.listed")
            let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country)
            if builder.hasClaim(of: project, about: entity, where: { $0.property == .partner }) { continue }
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention,
                    role: item.role ?? .partner, evidence: [builder.mention(mention).span], rule: "partner.listed",
                    confidence: 0.6))
        }
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

    /// The body that opens an item, behind one word in small letters at most: "helistuudio OÜ Kajakas".
    private func bodyOpening(_ tokens: Range<Int>, _ view: BlockView) -> NameReader.Found? {
        let first = tokens.lowerBound
        let isBehindNoun = tokens.count > 1 && view.reading.isSmall(first) && view.reading.isCapital(first + 1)
        return view.names.first {
            $0.mention.kind == .organization && $0.mention.code == nil
                && ($0.tokens.lowerBound == first || isBehindNoun && $0.tokens.lowerBound == first + 1)
        }
    }

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
        let name = bodyOpening(tokens, view)
        if let name { tokens = name.tokens.lowerBound..<tokens.upperBound }
        let from = min(name?.tokens.upperBound ?? tokens.lowerBound, tokens.upperBound)
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
        if item.country == nil, end < tokens.upperBound, r.ascii(end) == UInt8(ascii: ",") {
            let next = (end + 1..<tokens.upperBound).first { ",;:(".utf8.contains(r.ascii($0)) } ?? tokens.upperBound
            item.country = list.countryAlone(end + 1..<next)
        }
        let open = (from..<end).first { r.ascii($0) == UInt8(ascii: "(") } ?? end
        guard name != nil && open - from <= 6 || item.country != nil else { return nil }
        for i in end..<tokens.upperBound where item.role == nil {
            item.role = r.at(i).first { $0.meaning == .partnerLead || $0.meaning == .partnerAssociated }
                .map { PartnerList.role($0.meaning) }
        }
        return ListedBody(view: view.index, item: item)
    }
}
