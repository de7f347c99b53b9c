internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension FactReader {
    /// Names under partner labels: whole items, with or without a head noun that the packs know.
    mutating func readPartners() {
        for field in fields where field.meaning.isPartnerLabel {
            var read: [(item: PartnerList.Item, part: Field.Part)] = []
            for part in field.parts {
                let view = views[part.view]
                if view.isProse, part.tokens.count > 12, !isList(part, view) {
                    proseUnderLabel(field, part, view)
                    continue
                }
                for item in PartnerList(view: view, gazetteer: gazetteer).read(part.tokens, isItem: part.isItem) {
                    read.append((item, part))
                }
            }
            // "(beneficiary)" behind every name of a list makes nobody the lead.
            var leads: [String: Int] = [:]
            for (item, _) in read where item.role == .lead { leads[item.roleWords, default: 0] += 1 }
            for (var item, part) in read {
                if item.role == .lead, leads[item.roleWords, default: 0] >= 3 { item.role = .partner }
                partner(item, field, part, views[part.view])
            }
        }
    }

    /// A long part is a list when brackets with countries or head nouns stand at nearly every comma.
    private func isList(_ part: Field.Part, _ view: BlockView) -> Bool {
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

    private mutating func partner(_ item: PartnerList.Item, _ field: Field, _ part: Field.Part, _ view: BlockView) {
        guard let project = project(of: field, part) else { return }
        var role = item.role ?? PartnerList.role(field.meaning)
        if role == .partner, field.meaning == .partnerLead { role = .lead }
        let mention = organizationMention(item.tokens, view, rule: "partner.\(field.form)")
        let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country ?? part.country)
        if let acronym = item.acronym { builder.update(entity) { $0.acronym = $0.acronym ?? acronym } }
        for alias in item.aliases {
            builder.attach(organizationMention(alias, view, rule: "org.alias"), to: entity)
            builder.addKey(Folding.key(view.reading.string(alias)), .organization, entity: entity)
        }
        let m = builder.mention(mention)
        let label = views[field.labelView].reading.span(field.label)
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

    /// A name given by its place, not by its head: replaces names found inside it.
    mutating func organizationMention(_ tokens: Range<Int>, _ view: BlockView, rule: String) -> Int {
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

    private func head(in tokens: Range<Int>, _ view: BlockView) -> OrganizationKind? {
        for i in tokens {
            if let match = view.reading.first(.orgHead, at: i) {
                return OrganizationKind(word: view.reading.entry(match).key)
            }
        }
        return nil
    }

    /// "Partners" above running text: every organization in it, the lead by its own words.
    private mutating func proseUnderLabel(_ field: Field, _ part: Field.Part, _ view: BlockView) {
        for sentence in view.sentences(in: part.tokens) {
            if hasLeadCue(sentence, view) { continue }
            for (k, name) in view.names.enumerated()
            where isPartnerName(name) && sentence.contains(name.tokens.lowerBound) {
                guard let entity = entity(of: nameMentions[view.index][k]),
                    let project = project(at: view.index, name.tokens.lowerBound)
                else { continue }
                builder.claim(
                    Claim(
                        subject: project, property: .partner, object: entity, mention: nameMentions[view.index][k],
                        role: PartnerList.role(field.meaning), evidence: [name.mention.span],
                        rule: "partner.prose-list", confidence: 0.7))
            }
        }
    }

    private func hasLeadCue(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        tokens.contains { i in
            view.reading.at(i).contains { [.leadAfter, .leadBefore, .partnerLead].contains(view.reading.meaning($0)) }
        }
    }

    func isPartnerName(_ name: NameReader.Found) -> Bool {
        name.mention.kind == .organization && name.mention.code == nil
    }

    func entity(of mention: Int) -> Int? { builder.entity(ofMention: mention) }

    // MARK: Prose

    /// "led by X", "X koordinuje projekt", "on kaasatud X, Y ja Z".
    mutating func readRolesInProse() {
        for view in views where view.block.headingLevel == nil {
            for sentence in view.sentences(in: view.range) { roles(in: sentence, view) }
        }
        readEnumeration()
    }

    /// A page that names its partners only by counting them up: three or more bodies in one breath.
    mutating func readEnumeration() {
        guard let project, !builder.claims.contains(where: { $0.subject == project && $0.property == .partner }) else {
            return
        }
        for view in views where view.isProse {
            for sentence in view.sentences(in: view.range) {
                let names = view.names.indices.filter {
                    isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
                }
                guard names.count >= 3 else { continue }
                let run = zip(names, names.dropFirst()).allSatisfy { a, b in
                    let gap = view.names[a].tokens.upperBound..<view.names[b].tokens.lowerBound
                    return gap.count <= 2
                        && gap.allSatisfy {
                            view.reading.ascii($0) == UInt8(ascii: ",") || view.reading.first(.and, at: $0) != nil
                        }
                }
                guard run else { continue }
                for k in names { roleClaim(k, .partner, view, rule: "partner.enumeration") }
                return
            }
        }
    }

    // MARK: Inflected names

    /// "Województwa Pomorskiego" and "Województwo Pomorskie": the same words with other endings in one document.
    mutating func joinInflected() {
        let organizations = builder.extraction.entities.indices.filter {
            builder.entity($0).kind == .organization && builder.entity($0).code == nil
        }
        // A page with hundreds of bodies is a register, and its names stand in one form.
        guard organizations.count <= 400 else { return builder.dropEmptyEntities() }
        let words = organizations.map { InflectedNames.words(builder.entity($0).name) }
        for (n, a) in organizations.enumerated() {
            for (m, b) in organizations.enumerated().dropFirst(n + 1) where InflectedNames.areSame(words[n], words[m]) {
                let listed = builder.claims.contains {
                    $0.object == b && $0.property == .partner && $0.rule != "partner.prose"
                }
                builder.join(a, b, keepsFirst: !listed)
            }
        }
        builder.dropEmptyEntities()
    }

    private mutating func roles(in sentence: Range<Int>, _ view: BlockView) {
        let r = view.reading
        let names = view.names.indices.filter {
            isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
        }
        guard !names.isEmpty || view.isProse else { return }
        var taken: Set<Int> = []
        if view.isProse { listBehindColon(sentence, view) }
        for i in sentence {
            guard
                let match = r.at(i).first(where: {
                    [.leadAfter, .leadBefore].contains(r.meaning($0)) || (r.meaning($0) == .partnerLead && view.isProse)
                })
            else { continue }
            switch r.meaning(match) {
            case .leadBefore:
                if let k = names.last(where: {
                    view.names[$0].tokens.upperBound <= match.start
                        && match.start - view.names[$0].tokens.upperBound <= 6
                }) {
                    roleClaim(k, .lead, view, rule: "partner.lead-before")
                    taken.insert(k)
                } else if !nameBefore(match.start, sentence, view),
                    let k = names.first(where: {
                        view.names[$0].tokens.lowerBound >= match.end
                            && view.names[$0].tokens.lowerBound - match.end <= 3
                    })
                {
                    // "Projekt … zastřešuje Univerzita X": the verb stands before its subject.
                    roleClaim(k, .lead, view, rule: "partner.lead-after")
                    taken.insert(k)
                }
            default:
                if let k = names.first(where: {
                    view.names[$0].tokens.lowerBound >= match.end && view.names[$0].tokens.lowerBound - match.end <= 4
                }) {
                    roleClaim(k, .lead, view, rule: "partner.lead-after")
                    taken.insert(k)
                } else if r.meaning(match) == .partnerLead,
                    let k = names.last(where: {
                        view.names[$0].tokens.upperBound <= match.start
                            && match.start - view.names[$0].tokens.upperBound <= 4
                    })
                {
                    roleClaim(k, .lead, view, rule: "partner.lead-before")
                    taken.insert(k)
                }
            }
        }
        for i in sentence {
            guard
                let match = r.at(i).first(where: {
                    [
                        .partnerAfter, .partnerBefore, .associatedAfter, .supplierAfter, .supplierBefore,
                        .cofinancierAfter, .cofinancierBefore,
                    ].contains(r.meaning($0))
                })
            else { continue }
            let meaning = r.meaning(match)
            let isAfter = [.partnerAfter, .associatedAfter, .supplierAfter, .cofinancierAfter].contains(meaning)
            let role: Claim.Role
            switch meaning {
            case .associatedAfter: role = .associated
            case .supplierAfter, .supplierBefore: role = .supplier
            case .cofinancierAfter, .cofinancierBefore: role = .cofinancier
            default: role = .partner
            }
            // Where no body stands on the side that the word looks to, the sentence is turned round.
            let hasOwnSide = names.contains {
                isAfter
                    ? view.names[$0].tokens.lowerBound >= match.end : view.names[$0].tokens.upperBound <= match.start
            }
            for k in names where !taken.contains(k) {
                let name = view.names[k]
                if isAfter == hasOwnSide ? name.tokens.lowerBound >= match.end : name.tokens.upperBound <= match.start {
                    roleClaim(k, role, view, rule: "partner.prose")
                    taken.insert(k)
                }
            }
        }
    }

    /// "Cleantech Flanders was penvoerder": capitalised words right before the word for leading that are no person's
    /// name: with a place, capitals or a bracket behind them.
    private mutating func nameBefore(_ end: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var start = end
        while start > sentence.lowerBound, end - start < 6, r.kind(start - 1) == .word,
            r.tokens[start - 1].isCapitalized,
            r.first(.project, at: start - 1) == nil
        { start -= 1 }
        let run = start..<end
        guard run.count >= 2 || run.first.map({ r.tokens[$0].isAllCaps || r.tokens[$0].hasInnerCapital }) == true,
            run.contains(where: { i in
                r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital
                    || view.names.contains { $0.mention.kind == .region && $0.tokens.contains(i) }
            }), !view.names.contains(where: { $0.mention.kind == .region && $0.tokens == run }),
            !view.names.contains(where: { $0.mention.kind == .programme && $0.tokens.overlaps(run) }),
            let project = project(at: view.index, run.lowerBound)
        else { return false }
        let mention = organizationMention(run, view, rule: "partner.lead-before")
        let entity = organization(mention)
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: .lead,
                evidence: [builder.mention(mention).span], rule: "partner.lead-before", confidence: 0.6))
        return true
    }

    /// "Verder deden mee: A, B, C en D.": what follows the colon of a sentence about taking part is a list, with or
    /// without head nouns that the packs know.
    private mutating func listBehindColon(_ sentence: Range<Int>, _ view: BlockView) {
        let r = view.reading
        guard let colon = sentence.first(where: { r.ascii($0) == UInt8(ascii: ":") }),
            (sentence.lowerBound..<colon).contains(where: { i in
                r.at(i).contains { [.partnerAfter, .partnerBefore, .partnerPartner].contains(r.meaning($0)) }
            }),
            let project = project(at: view.index, colon)
        else { return }
        let rest = (colon + 1)..<sentence.upperBound
        guard rest.filter({ r.ascii($0) == UInt8(ascii: ",") || r.ascii($0) == UInt8(ascii: ";") }).count >= 2 else {
            return
        }
        let items = PartnerList(view: view, gazetteer: gazetteer).read(rest, isItem: false)
        guard items.count >= 3,
            items.allSatisfy({ $0.tokens.count <= 12 && r.tokens[$0.tokens.lowerBound].isCapitalized })
        else { return }
        for item in items {
            let mention = organizationMention(item.tokens, view, rule: "partner.colon")
            let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country)
            builder.claim(
                Claim(
                    subject: project, property: .partner, object: entity, mention: mention, role: item.role ?? .partner,
                    evidence: [builder.mention(mention).span], rule: "partner.colon", confidence: 0.75))
        }
    }

    private mutating func roleClaim(_ k: Int, _ role: Claim.Role, _ view: BlockView, rule: String) {
        let mention = nameMentions[view.index][k]
        guard let project = project(at: view.index, view.names[k].tokens.lowerBound), let entity = entity(of: mention)
        else { return }
        // What a label says of somebody stands above what prose says.
        if builder.claims(of: project, about: entity).contains(where: {
            $0.property == .partner && $0.confidence > 0.8 && ($0.role == role || $0.role == .lead)
        }) {
            return
        }
        if role == .cofinancier {
            builder.claim(
                Claim(
                    subject: project, property: .funder, object: entity, mention: mention, role: role,
                    evidence: [builder.mention(mention).span], rule: rule, confidence: 0.65))
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: role,
                evidence: [builder.mention(mention).span], rule: rule, confidence: 0.7))
        aliasInBrackets(view.names[k], view, entity)
    }

    /// "… osakond (inglise keeles: The Ministry of … (BWI))": another name right behind.
    private mutating func aliasInBrackets(_ name: NameReader.Found, _ view: BlockView, _ entity: Int) {
        let r = view.reading
        let open = name.tokens.upperBound
        guard r.ascii(open) == UInt8(ascii: "("), let cue = r.first(.ownLanguage, at: open + 1) else { return }
        var depth = 0
        var i = open
        while view.range.contains(i) {
            if r.ascii(i) == UInt8(ascii: "(") { depth += 1 }
            if r.ascii(i) == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { break }
            }
            i += 1
        }
        let inside = FieldFinder.trimmed(cue.end..<i, view)
        guard inside.count >= 2 else { return }
        builder.attach(organizationMention(inside, view, rule: "org.translation"), to: entity)
    }
}
