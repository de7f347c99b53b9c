internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension FactReader {
    /// Names under partner labels: whole items, with or without a head noun that the packs know.
    mutating func readPartners() {
        leadColumns = countLeadColumns()
        for field in fields where field.meaning.isPartnerLabel {
            var read: [(item: PartnerList.Item, part: Field.Part)] = []
            for part in field.parts {
                let view = views[part.view]
                let isAnswer = isAnswer(part, to: field, view)
                if isAnswer || isSentence(part, below: field, view) {
                    // An answer that names nobody the packs know may be a name itself.
                    if readSentences(part, below: field, view) || !isAnswer { continue }
                }
                for item in PartnerList(view: view, gazetteer: gazetteer).read(part.tokens, isItem: part.isItem) {
                    read.append((item, part))
                }
            }
            read = withoutSeatLines(read)
            // "(beneficiary)" behind every name of a list makes nobody the lead.
            var leads: [String: Int] = [:]
            for (item, _) in read where item.role == .lead { leads[item.roleWords, default: 0] += 1 }
            let items = joined(read, field)
            let parts = items.map(\.part)
            for (n, (var item, part)) in items.enumerated() {
                if item.role == .lead, leads[item.roleWords, default: 0] >= 3 { item.role = .partner }
                let isOther = field.meaning == .partnerLead && n > 0 && isOther(item, part, parts)
                partner(item, isOther ? .partnerPartner : field.meaning, field, part, views[part.view])
            }
        }
    }

    /// "Universidad de Zaragoza ⏎ Zaragoza, España": a line of a town and its country below another line of the list tells
    /// where the body before is.
    private func withoutSeatLines(_ items: [(item: PartnerList.Item, part: Field.Part)])
        -> [(item: PartnerList.Item, part: Field.Part)]
    {
        var kept: [(item: PartnerList.Item, part: Field.Part)] = []
        for entry in items {
            let country = seatLine(views[entry.part.view])
            guard let country, let last = kept.last, last.part.view == entry.part.view - 1,
                seatLine(views[last.part.view]) == nil
            else {
                kept.append(entry)
                continue
            }
            kept[kept.count - 1].item.country = last.item.country ?? country
        }
        return kept
    }

    /// The country of a line that holds a place, a comma and its country, and nothing else.
    private func seatLine(_ view: BlockView) -> String? {
        let r = view.reading
        guard view.range.count <= 8, view.names.count == 2, let place = view.names.first, let state = view.names.last,
            place.mention.kind == .region, state.mention.kind == .region, let country = state.mention.country,
            state.mention.code == country, place.mention.code != country,
            place.tokens.lowerBound == view.range.lowerBound, state.tokens.upperBound == view.range.upperBound,
            state.tokens.lowerBound == place.tokens.upperBound + 1,
            r.ascii(place.tokens.upperBound) == UInt8(ascii: ",")
        else { return nil }
        return country
    }

    /// Behind the lead in one cell or line: "Town X, with Y and Z", "University X. Others: Y, Z", three names and more.
    private func isOther(_ item: PartnerList.Item, _ part: Field.Part, _ parts: [Field.Part]) -> Bool {
        let r = views[part.view].reading
        guard item.role == nil, let first = parts.first, first.view == part.view,
            first.tokens.lowerBound == part.tokens.lowerBound, item.tokens.lowerBound > part.tokens.lowerBound
        else { return false }
        let same = parts.filter { $0.view == part.view && $0.tokens.lowerBound == part.tokens.lowerBound }
        let start = item.tokens.lowerBound
        return same.count >= 3 || r.last(.partnerAfter, endingAt: start) != nil
            || r.ascii(start - 1) == UInt8(ascii: ":")
    }

    /// "Lead: University X, Faculty Y": under a label for one, what follows the comma is a part of the body before it.
    private func joined(_ items: [(item: PartnerList.Item, part: Field.Part)], _ field: Field)
        -> [(item: PartnerList.Item, part: Field.Part)]
    {
        let items = withoutSeats(items, field)
        guard field.meaning == .partnerLead, items.count == 2, items[0].part.view == items[1].part.view,
            items[0].item.role == nil, items[1].item.role == nil, items[0].item.country == nil,
            items[0].item.aliases.isEmpty
        else { return items }
        let (a, b) = (items[0].item.tokens, items[1].item.tokens)
        let view = views[items[0].part.view]
        guard b.lowerBound == a.upperBound + 1, view.reading.ascii(a.upperBound) == UInt8(ascii: ",") else {
            return items
        }
        var whole = items[0]
        whole.item.tokens = a.lowerBound..<b.upperBound
        whole.item.country = items[1].item.country
        whole.item.aliases = [a] + items[1].item.aliases
        return [whole]
    }

    /// "Lead: Svazek obcí Džbán, Smilovice": under a label for one, a capital or two without a noun for a body are the seat
    /// of the body before, though no list knows the place.
    private func withoutSeats(_ items: [(item: PartnerList.Item, part: Field.Part)], _ field: Field)
        -> [(item: PartnerList.Item, part: Field.Part)]
    {
        guard field.meaning == .partnerLead, items.count > 1, let first = items.first else { return items }
        let view = views[first.part.view]
        let list = PartnerList(view: view, gazetteer: gazetteer)
        guard list.hasHead(first.item.tokens),
            items.dropFirst().allSatisfy({ entry in
                entry.part.view == first.part.view && entry.item.role == nil && entry.item.acronym == nil
                    && view.reading.ascii(entry.item.tokens.lowerBound - 1) == UInt8(ascii: ",")
                    && list.isSmallPlace(entry.item.tokens)
            })
        else { return items }
        var only = first
        only.item.country = items.lazy.compactMap(\.item.country).first
        return [only]
    }

    /// A long part is a list when brackets with countries or head nouns stand at nearly every comma.
    func isList(_ part: Field.Part, _ view: BlockView) -> Bool {
        let r = view.reading
        let commas = part.tokens.filter { r.ascii($0) == UInt8(ascii: ",") || r.ascii($0) == UInt8(ascii: ";") }
        guard commas.count >= 1, view.sentences(in: part.tokens).count == 1, !hasLeadCue(part.tokens, view) else {
            return false
        }
        let brackets = part.tokens.filter { r.ascii($0) == UInt8(ascii: "(") }.count
        if brackets * 2 >= commas.count { return true }
        // Names in a row: hardly any lower-case words that are not small words of names.
        let words = part.tokens.filter { r.kind($0) == .word }
        let small = words.filter {
            !r.tokens[$0].isCapitalized && r.first(.orgInside, at: $0) == nil && r.first(.of, at: $0) == nil
                && r.first(.orgHead, at: $0) == nil && r.first(.and, at: $0) == nil
        }
        return small.count * 5 <= words.count
    }

    private mutating func partner(
        _ item: PartnerList.Item, _ meaning: Meaning, _ field: Field, _ part: Field.Part, _ view: BlockView
    ) {
        guard let project = project(of: field, part), !isSum(item.tokens, view), !isLabelOfValue(item.tokens, view)
        else {
            return
        }
        var role = item.role ?? PartnerList.role(meaning)
        if role == .partner, meaning == .partnerLead { role = .lead }
        if role == .lead, item.role == nil, isColumnOfSeveral(field, part, project) { role = .partner }
        let mention = organizationMention(item.tokens, view, rule: "partner.\(field.form)")
        let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country ?? part.country)
        if let acronym = item.acronym { builder.update(entity) { $0.acronym = $0.acronym ?? acronym } }
        for alias in item.aliases {
            builder.attach(organizationMention(alias, view, rule: "org.alias"), to: entity)
            builder.addKey(Folding.key(view.reading.string(alias)), .organization, entity: entity)
        }
        // "Polo Poschiavo – Canton Grigioni": the name before the dash is the body's too.
        for (k, name) in view.names.enumerated()
        where isPartnerName(name) && name.tokens.lowerBound == item.tokens.lowerBound
            && name.tokens.upperBound < item.tokens.upperBound && view.reading.isDash(name.tokens.upperBound)
            && !view.reading.glued(name.tokens.upperBound)
        {
            guard let short = self.entity(of: nameMentions[view.index][k]), short != entity else { continue }
            builder.join(entity, short, keepsFirst: true)
        }
        let m = builder.mention(mention)
        let label = views[field.labelView].reading.span(field.label)
        if role == .lead, item.role == nil, isNational(field.label, views[field.labelView]) {
            nationalLeads.append(builder.claims.count)
        }
        if role == .cofinancier {
            builder.claim(
                Claim(
                    subject: project, property: .funder, object: entity, mention: mention, role: .cofinancier,
                    evidence: [m.span, label], rule: "funder.\(field.form)", confidence: 0.85))
        } else {
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention, role: role,
                    evidence: [m.span, label], rule: "partner.\(field.form)",
                    confidence: field.form == "line" ? 0.85 : 0.92))
        }
    }

    /// "Fish passes: €1,200,000" below a list of partners: words that name no body, with a sum or a day behind a colon.
    private func isLabelOfValue(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        let inside = tokens.first { view.reading.ascii($0) == UInt8(ascii: ":") }
        let colon = inside ?? tokens.upperBound
        let label = tokens.lowerBound..<colon
        guard view.reading.ascii(colon) == UInt8(ascii: ":"), head(in: label, view) == nil,
            !view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(label) })
        else { return false }
        return view.values.contains {
            ($0.mention.kind == .money || $0.mention.kind == .date || $0.mention.kind == .number)
                && $0.tokens.lowerBound == colon + 1
        }
    }

    /// "Total" at the end of a list with sums.
    private func isSum(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        guard let first = tokens.first, view.reading.first(.sumRow, at: first) != nil else { return false }
        return tokens.count <= 4 && head(in: tokens, view) == nil
    }

    /// A name given by its place, not by its head: replaces names found inside it.
    mutating func organizationMention(_ tokens: Range<Int>, _ view: BlockView, rule: String) -> Int {
        // "l-Università ta' Messina": what is left of an article.
        let isCut = tokens.first.map { view.reading.isDash($0) && view.reading.glued($0 + 1) } ?? false
        let tokens = isCut ? tokens.lowerBound + 1..<tokens.upperBound : tokens
        for (k, name) in view.names.enumerated() where name.mention.kind == .organization && name.tokens == tokens {
            return nameMentions[view.index][k]
        }
        let span = view.reading.span(tokens)
        return builder.add(
            Mention(
                kind: .organization, span: span, quote: view.reading.tokens.string(span),
                name: BaseForm.name(tokens, view.reading, isOrganization: true), language: view.reading.tag, rule: rule,
                confidence: 0.9))
    }

    func head(in tokens: Range<Int>, _ view: BlockView) -> OrganizationKind? {
        for i in tokens {
            if let match = view.reading.first(.orgHead, at: i) {
                return OrganizationReader.HeadKey(view.reading.entry(match).key).kind
            }
        }
        return nil
    }

    func hasLeadCue(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        tokens.contains { i in
            view.reading.at(i).contains { [.leadAfter, .leadBefore, .partnerLead].contains(view.reading.meaning($0)) }
        }
    }

    func isPartnerName(_ name: NameReader.Found) -> Bool {
        // Bodies of the Union manage programmes and take part in none.
        name.mention.kind == .organization && name.mention.code == nil && name.organizationKind != .eu
    }

    func entity(of mention: Int) -> Int? { builder.entity(ofMention: mention) }

    // MARK: Inflected names

    /// "Województwa Pomorskiego" and "Województwo Pomorskie": the same words with other endings in one document.
    ///
    /// They are joined before the amounts are read too, so that "Göteborgs universitets del" is the partner's.
    mutating func joinInflected() {
        joinAlike()
        builder.dropEmptyEntities()
    }

    mutating func joinAlike() {
        let organizations = builder.extraction.entities.indices.filter {
            builder.entity($0).kind == .organization && builder.entity($0).code == nil
        }
        // A page with hundreds of bodies is a register, and its names stand in one form.
        guard organizations.count <= 400 else { return }
        // Names that are alike begin alike: only those that share their beginning are compared.
        var alike: [UInt64: [Int]] = [:]
        alike.reserveCapacity(organizations.count)
        for (n, entity) in organizations.enumerated() {
            alike[InflectedNames.beginning(builder.entity(entity).name), default: []].append(n)
        }
        guard alike.count < organizations.count else { return }
        var words = [[[UInt8]]](repeating: [], count: organizations.count)
        var others = [[Int]](repeating: [], count: organizations.count)
        for group in alike.values where group.count > 1 {
            for (k, n) in group.enumerated() {
                words[n] = InflectedNames.words(builder.entity(organizations[n]).name)
                others[n] = Array(group[(k + 1)...])
            }
        }
        // A list or a label names in the nominative, a sentence in the case it needs.
        let listed = Set(
            builder.claims.filter { $0.property == .partner && !$0.rule.holds(".prose") }.compactMap(\.object))
        for (n, a) in organizations.enumerated() {
            for m in others[n] where InflectedNames.areSame(words[n], words[m]) {
                let b = organizations[m]
                builder.join(a, b, keepsFirst: listed.contains(a) || !listed.contains(b))
            }
        }
    }
}
