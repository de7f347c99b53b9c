internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who takes part, and how, by the words of running text.
extension FactReader {
    /// "led by X", "X koordinuje projekt", "on kaasatud X, Y ja Z".
    mutating func readRolesInProse() {
        var listed: [Int: [Range<Int>]] = [:]
        leadPlaces = projectPlaces()
        for field in fields where field.meaning.isPartnerLabel {
            for part in field.parts { listed[part.view, default: []].append(part.tokens) }
        }
        for view in views where view.block.headingLevel == nil {
            for sentence in view.sentences { roles(in: sentence, view, listed[view.index] ?? []) }
        }
        for view in views where view.block.headingLevel != nil { headline(view) }
        readEnumerations()
        readParticipants()
        readLeadPersons()
        readLeadContacts()
        readOwner()
        readSubjects()
    }

    /// "University X leads a project on Y": a headline that is a sentence tells who leads.
    private mutating func headline(_ view: BlockView) {
        let names = view.names.indices.filter { isPartnerName(view.names[$0]) }
        guard !names.isEmpty, view.range.count >= 5, FieldFinder.label(in: view.range, view, whole: true) == nil else {
            return
        }
        var taken: Set<Int> = []
        readLeads(in: view.range, view, names, &taken)
    }

    /// A page whose prose names those who take part, but nobody who leads: the body that the sentence about the project
    /// has for its subject ("Košický samosprávny kraj spolu s partnermi uzavrel projekt …").
    private mutating func readSubjects() {
        for project in projects {
            let hasLead = builder.claims(of: project).contains {
                builder.claims[$0].property == .partner && builder.claims[$0].role == .lead
            }
            if hasLead { continue }
            if project != self.project, readRunner(of: project) { continue }
            readSubject(of: project)
        }
    }

    /// "Ysta ihop, which Torsta AB ran from 2018 to 2020 with the Y school": of a project that is over, a page tells first
    /// who ran it.
    private mutating func readRunner(of project: Int) -> Bool {
        guard let name = builder.entity(project).mentions.map({ builder.mention($0) }).first,
            let view = view(of: name.span), view.isProse
        else { return false }
        let start = view.tokens(name.span).lowerBound
        let cues: Set<Meaning> = [.funderAfter, .funderGives, .funderBefore, .partnerAfter, .partnerBefore, .funder]
        for sentence in view.sentences where sentence.upperBound > start {
            let bodies = view.names.indices.filter {
                isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
                    && self.project(at: view.index, view.names[$0].tokens.lowerBound) == project
            }
            // Funds and ministries pay; foundations may do either.
            let others = bodies.filter { k in
                !hasFunding(nameMentions[view.index][k], in: project)
                    && (view.names[k].organizationKind == .ngo
                        || !view.names[k].tokens.contains { view.reading.first(.funderBody, at: $0) != nil })
            }
            guard let k = others.first else {
                if bodies.isEmpty { continue }
                return false
            }
            if let alone = others.first(where: { isAlone(view.names[$0].tokens, sentence, view) }) {
                roleClaim(alone, .lead, view, rule: "partner.runner")
                return true
            }
            let tokens = view.names[k].tokens
            let before = max(sentence.lowerBound, tokens.lowerBound - 6)..<tokens.lowerBound
            let behind = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + 4)
            let isOther =
                before.contains { i in view.reading.at(i).contains { cues.contains($0.meaning) } }
                || behind.contains { i in
                    view.reading.at(i).contains { $0.meaning == .funderBefore || $0.meaning == .partnerBefore }
                }
                || tellsOfMoney(behind, view)
            if isOther { return false }
            roleClaim(k, .lead, view, rule: "partner.runner")
            return true
        }
        return false
    }

    /// "the Port Authority alone", "in solitaria la Provincia": a word for doing something without others, at most one word
    /// between.
    private func isAlone(_ tokens: Range<Int>, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        func says(_ i: Int) -> Bool { r.at(i).contains { $0.meaning == .alone || $0.meaning == .themselves } }
        if (tokens.upperBound...(tokens.upperBound + 1)).contains(where: { sentence.contains($0) && says($0) }) {
            return true
        }
        return (max(sentence.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound).contains { i in
            says(i) && r.at(i).contains { tokens.lowerBound - $0.end <= 1 }
        }
    }

    private func hasFunding(_ mention: Int, in project: Int) -> Bool {
        guard let entity = entity(of: mention) else { return true }
        return builder.hasClaim(of: project, about: entity) { $0.property == .funder }
    }

    private mutating func readSubject(of project: Int) {
        let names = builder.entity(project).mentions.map { builder.mention($0).span }.sorted()
        for view in views(of: project) where view.isProse {
            for sentence in view.sentences where tellsOfProject(sentence, view, names) && !deniesRole(sentence, view) {
                let denied = withoutPart(sentence, view)
                guard
                    let k = view.names.indices.first(where: { k in
                        isPartnerName(view.names[k]) && sentence.contains(view.names[k].tokens.lowerBound)
                            && !denied.contains(k)
                            && self.project(at: view.index, view.names[k].tokens.lowerBound) == project
                    }), isSubject(view.names[k].tokens, sentence, view),
                    // "X begleitet das Projekt als assoziierter Partner"
                    !hasToldRole(nameMentions[view.index][k], in: project)
                else { continue }
                let isOneOfMany = isOneOfPartners(view.names[k].tokens, sentence, view)
                roleClaim(k, isOneOfMany ? .partner : .lead, view, rule: "partner.subject")
                return
            }
        }
    }

    /// "X is one of the six partners in project Y", "X є одним з одинадцяти учасників": a number and the noun for partners a few
    /// words behind the subject, which say that there are others like it.
    private func isOneOfPartners(_ tokens: Range<Int>, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let behind = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + 8)
        guard
            let noun = behind.first(where: { i in
                r.at(i).contains { $0.meaning == .partnerPartner || $0.meaning == .partnerLead }
            }), r.at(noun).contains(where: { $0.meaning == .partnerPartner })
        else { return false }
        return (max(behind.lowerBound, noun - 3)..<noun).contains { i in
            r.kind(i) == .number || view.values.contains { $0.mention.kind == .number && $0.tokens.contains(i) }
        } || r.last(.partnerBefore, endingAt: noun) != nil
    }

    /// Whether words for a role tell of somebody already that he takes part without leading, or supplies something.
    private func hasToldRole(_ mention: Int, in project: Int) -> Bool {
        guard let entity = entity(of: mention) else { return true }
        return builder.hasClaim(of: project, about: entity) {
            $0.property == .partner && ($0.role == .associated || $0.role == .supplier)
        }
    }

    /// A sentence that names the project or says "project".
    ///
    /// - Parameter names: where the project's names stand, in order.
    private func tellsOfProject(_ sentence: Range<Int>, _ view: BlockView, _ names: [SourceSpan]) -> Bool {
        if cue(.project, in: sentence, view) { return true }
        let span = view.reading.span(sentence)
        var low = 0
        var high = names.count
        while low < high {
            let mid = (low + high) / 2
            if names[mid].start < span.start { low = mid + 1 } else { high = mid }
        }
        return names[low...].prefix { $0.start < span.end }.contains { span.contains($0) }
    }

    /// Not the object of a word for paying, building or taking part, and not inside a bracket or behind a preposition.
    private func isSubject(_ tokens: Range<Int>, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        let before = max(sentence.lowerBound, tokens.lowerBound - 8)..<tokens.lowerBound
        let cues: [Meaning] = [
            .funderAfter, .supplierAfter, .cofinancierAfter, .partnerAfter, .associatedAfter, .funder, .programme,
            .contact,
        ]
        if before.contains(where: { i in r.at(i).contains { cues.contains(r.meaning($0)) } }) { return false }
        let behind = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + 6)
        let verbs: [Meaning] = [.funderBefore, .supplierBefore, .cofinancierBefore, .partnerBefore]
        if behind.contains(where: { i in r.at(i).contains { verbs.contains(r.meaning($0)) } }) { return false }
        let c = r.ascii(tokens.lowerBound - 1)
        if c == UInt8(ascii: "(") || c == UInt8(ascii: "\"") || c == UInt8(ascii: ",") { return false }
        if tokens.lowerBound > sentence.lowerBound, r.last(.placeBefore, endingAt: tokens.lowerBound) != nil {
            return false
        }
        return tokens.lowerBound == sentence.lowerBound || tokens.lowerBound - sentence.lowerBound <= 8
    }

    /// "Leadpartner: X. Partner: A (Estland), B (Polen).": labels inside running text.
    ///
    /// - Parameter listed: parts of the view that labels of partners govern already.
    private mutating func labelled(in sentence: Range<Int>, _ view: BlockView, _ listed: [Range<Int>]) {
        let r = view.reading
        if listed.contains(where: { $0.overlaps(sentence) }) { return }
        for i in sentence {
            guard
                let match = r.at(i).first(where: {
                    r.meaning($0).isPartnerLabel && r.ascii($0.end) == UInt8(ascii: ":")
                }),
                match.end + 1 < sentence.upperBound, let project = project(at: view.index, i)
            else { continue }
            let rest = (match.end + 1)..<sentence.upperBound
            let end = rest.dropFirst().first { k in
                r.at(k).contains { r.meaning($0).isLabel && r.ascii($0.end) == UInt8(ascii: ":") }
            }
            for item in PartnerList(view: view, gazetteer: gazetteer).read(
                rest.lowerBound..<(end ?? rest.upperBound), isItem: false)
            where item.tokens.count <= 14 {
                let mention = organizationMention(item.tokens, view, rule: "partner.inline")
                let entity = organization(mention, kind: head(in: item.tokens, view), country: item.country)
                builder.claim(
                    Claim(
                        subject: project, property: .partner, object: entity, mention: mention,
                        role: item.role ?? PartnerList.role(r.meaning(match)),
                        evidence: [builder.mention(mention).span, r.span(match.start..<match.end)],
                        rule: "partner.inline", confidence: 0.85))
            }
        }
    }

    private mutating func roles(in sentence: Range<Int>, _ view: BlockView, _ listed: [Range<Int>]) {
        let r = view.reading
        let names = view.names.indices.filter {
            isPartnerName(view.names[$0]) && sentence.contains(view.names[$0].tokens.lowerBound)
        }
        guard !names.isEmpty || view.isProse else { return }
        // Who has no part is spoken for: no word for a role means him.
        var taken = withoutPart(sentence, view)
        labelled(in: sentence, view, listed)
        if view.isProse { listBehindColon(sentence, view) }
        readLeads(in: sentence, view, names, &taken)
        readAssociated(in: sentence, view, names, &taken)
        if view.isProse {
            for match in r.matches(in: sentence) where match.meaning == .partnerPartner && r.isSmall(match.start - 1) {
                // "bolo mesto partnerom projektu „X“", "was de gemeente partner in ‘X’"
                guard r.first(.orgHead, at: match.start - 1) != nil, match.end <= sentence.upperBound else { continue }
                partnerReferred(match, sentence, view)
            }
        }
        if scopes?.hasOthers == true, view.isProse { partnerOfAnother(sentence, view, names) }
        for k in names where !taken.contains(k) {
            guard let companions = companions(endingWith: k, names, view) else { continue }
            for k in names where companions.contains(k) && !taken.contains(k) {
                roleClaim(k, .partner, view, rule: "partner.prose")
                taken.insert(k)
            }
        }
        // A sentence with more lists than this is no sentence.
        var listsRead = 0
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
            if isDenied(match, sentence, view) { continue }
            // "The Ministry takes part with 180,000 euros": it gives.
            if meaning == .partnerBefore,
                view.values.contains(where: {
                    $0.mention.kind == .money && 0...2 ~= $0.tokens.lowerBound - match.end
                })
            {
                continue
            }
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
            if meaning == .partnerBefore, !hasOwnSide,
                names.allSatisfy({ view.names[$0].tokens.lowerBound >= match.end })
            {
                partnerReferred(match, sentence, view)
            }
            if role == .cofinancier {
                for k in named(isAfter == hasOwnSide ? .funderAfter : .funderBefore, match, names, view)
                where !taken.contains(k) {
                    roleClaim(k, role, view, rule: "partner.prose")
                    taken.insert(k)
                }
                continue
            }
            if isAfter, role == .partner, view.isProse, listsRead < 4 {
                listsRead += 1
                readProseList(behind: match, sentence, view, role: role)
            }
            for k in names where !taken.contains(k) && !(role == .partner && gives(view.names[k], in: sentence, view)) {
                let name = view.names[k]
                if isAfter == hasOwnSide ? name.tokens.lowerBound >= match.end : name.tokens.upperBound <= match.start {
                    roleClaim(k, role, view, rule: "partner.prose")
                    taken.insert(k)
                }
            }
        }
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

    mutating func roleClaim(_ k: Int, _ role: Claim.Role, _ view: BlockView, rule: String) {
        let mention = nameMentions[view.index][k]
        guard let project = project(at: view.index, view.names[k].tokens.lowerBound), let entity = entity(of: mention)
        else { return }
        // What a label says of somebody stands above what prose says.
        let isKnown = builder.hasClaim(of: project, about: entity) {
            $0.property == .partner && $0.confidence > 0.8 && ($0.role == role || $0.role == .lead)
        }
        if isKnown { return }
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
