internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension FactReader {
    // MARK: Amounts

    mutating func readAmounts() {
        let kinds = AmountKinds(views: views, fields: fields)
        for view in views {
            for (k, decision) in kinds.decide(view).sorted(by: { $0.key < $1.key }) {
                let mention = valueMentions[view.index][k]
                guard let project = project(at: view.index, view.values[k].tokens.lowerBound) else { continue }
                var owner: Int?
                if let name = decision.owner, let host = decision.ownerView {
                    owner = entity(of: nameMentions[host][name])
                }
                builder.claim(
                    Claim(
                        subject: project, property: .amount, mention: mention, amountKind: decision.kind, owner: owner,
                        evidence: [view.values[k].mention.span], rule: decision.rule, confidence: decision.confidence))
            }
        }
    }

    // MARK: Time

    mutating func readPeriods() {
        labelledPeriods()
        for project in projects where !hasPeriod(project) { prosePeriods(project) }
        extensions()
    }

    private func hasPeriod(_ project: Int) -> Bool {
        builder.claims.contains { $0.subject == project && [.period, .start].contains($0.property) }
    }

    private mutating func labelledPeriods() {
        for field in fields where [.period, .periodStart, .periodEnd, .periodDuration].contains(field.meaning) {
            for part in field.parts.prefix(3) {
                let view = views[part.view]
                guard let project = project(at: field.labelView, field.label.upperBound) else { continue }
                for (k, value) in view.values.enumerated() where part.tokens.contains(value.tokens.lowerBound) {
                    let mention = valueMentions[view.index][k]
                    if case .date(let date) = value.mention.value {
                        var property: Claim.Property?
                        switch field.meaning {
                        case .periodStart: property = date.isPeriod ? .period : .start
                        case .periodEnd: property = date.isPeriod ? .period : .end
                        default: property = date.isPeriod ? .period : dateProperty(value, view)
                        }
                        if let property {
                            builder.claim(
                                Claim(
                                    subject: project, property: property, mention: mention,
                                    evidence: [value.mention.span], rule: "period.\(field.form)", confidence: 0.92))
                        }
                    } else if case .duration = value.mention.value {
                        builder.claim(
                            Claim(
                                subject: project, property: .duration, mention: mention, evidence: [value.mention.span],
                                rule: "duration.\(field.form)", confidence: 0.85))
                    }
                }
            }
        }
    }

    /// "from May 2021 (36 months)": a single date under a period label is its start, unless a word says until.
    private func dateProperty(_ value: ValueReader.Found, _ view: BlockView) -> Claim.Property? {
        let start = value.tokens.lowerBound
        if view.reading.last(.toBefore, endingAt: start) != nil || cue(.periodUntil, before: start, view) {
            return .end
        }
        return .start
    }

    private func cue(_ meaning: Meaning, before i: Int, _ view: BlockView, within distance: Int = 6) -> Bool {
        (max(view.range.lowerBound, i - distance)..<i).contains { view.reading.first(meaning, at: $0) != nil }
    }

    private func cue(_ meaning: Meaning, in tokens: Range<Int>, _ view: BlockView) -> Bool {
        tokens.contains { view.reading.first(meaning, at: $0) != nil }
    }

    private mutating func prosePeriods(_ project: Int) {
        var best: (view: Int, value: Int, score: Int)?
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value,
                    self.project(at: view.index, value.tokens.lowerBound) == project
                else { continue }
                if view.names.contains(where: { $0.tokens.overlaps(value.tokens) }) { continue }
                let sentence =
                    view.sentences(in: view.range).first { $0.contains(value.tokens.lowerBound) } ?? view.range
                if cue(.event, in: sentence, view) || cue(.published, in: sentence, view)
                    || cue(.noProject, in: sentence, view)
                {
                    continue
                }
                if date.isPeriod {
                    guard let from = date.start, let to = date.end else { continue }
                    let isYears = from.precision == .year && to.precision == .year
                    let besideProgramme = cue(
                        .programme,
                        in: max(
                            sentence.lowerBound, value.tokens.lowerBound - 5)..<min(
                                sentence.upperBound, value.tokens.upperBound + 3), view)
                    if isYears, besideProgramme { continue }
                    var score = isYears ? 2 : 6
                    if cue(.project, in: sentence, view) { score += 3 }
                    if cue(.period, in: sentence, view) || cue(.periodFrom, in: sentence, view) { score += 3 }
                    if to.year - from.year > 8 { score -= 4 }
                    if from.firstDay == to.firstDay
                        || (to.year == from.year && (to.month ?? 12) - (from.month ?? 1) < 3)
                    {
                        score -= 6
                    }
                    if score >= 5, best == nil || score > best?.score ?? 0 { best = (view.index, k, score) }
                } else if cue(.periodFrom, before: value.tokens.lowerBound, view, within: 8),
                    cue(.project, in: sentence, view) || cue(.periodUntil, in: sentence, view)
                {
                    builder.claim(
                        Claim(
                            subject: project, property: .start, mention: valueMentions[view.index][k],
                            evidence: [value.mention.span], rule: "period.from", confidence: 0.65))
                } else if cue(.periodUntil, before: value.tokens.lowerBound, view, within: 8) {
                    builder.claim(
                        Claim(
                            subject: project, property: .end, mention: valueMentions[view.index][k],
                            evidence: [value.mention.span], rule: "period.until", confidence: 0.65))
                }
            }
        }
        if let best {
            let value = views[best.view].values[best.value]
            builder.claim(
                Claim(
                    subject: project, property: .period, mention: valueMentions[best.view][best.value],
                    evidence: [value.mention.span],
                    rule: "period.prose", confidence: min(0.85, 0.5 + Double(best.score) * 0.04)))
        }
    }

    /// An extension further down the page wins over the older end; both are kept.
    private mutating func extensions() {
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value, !date.isPeriod else { continue }
                guard cue(.periodExtended, before: value.tokens.lowerBound, view, within: 8),
                    let project = project(at: view.index, value.tokens.lowerBound)
                else { continue }
                builder.supersede { $0.subject == project && $0.property == .end }
                builder.claim(
                    Claim(
                        subject: project, property: .end, mention: valueMentions[view.index][k],
                        evidence: [value.mention.span],
                        rule: "period.extended", confidence: 0.95))
            }
        }
    }

    // MARK: Programme, funders, regions

    mutating func readProgramme() {
        for project in projects { readProgramme(of: project) }
    }

    private mutating func readProgramme(of project: Int) {
        var candidates: [(mention: Int, score: Int)] = []
        for field in fields
        where field.meaning == .programme && self.project(at: field.labelView, field.label.upperBound) == project {
            for part in field.parts.prefix(2) {
                let view = views[part.view]
                var found = false
                for (k, name) in view.names.enumerated()
                where name.mention.kind == .programme && part.tokens.contains(name.tokens.lowerBound) {
                    candidates.append((nameMentions[view.index][k], 20 + specificity(name)))
                    found = true
                }
                if !found, part.tokens.count <= 16, part.tokens.count >= 1,
                    view.reading.tokens[part.tokens.lowerBound].isCapitalized
                {
                    let cut =
                        part.tokens.first {
                            view.reading.ascii($0) == UInt8(ascii: ";") || view.reading.ascii($0) == UInt8(ascii: ",")
                        } ?? part.tokens.upperBound
                    let tokens = part.tokens.lowerBound..<cut
                    if !tokens.isEmpty {
                        candidates.append(
                            (addSpan(.programme, view, tokens, rule: "programme.label", confidence: 0.8), 12))
                    }
                }
            }
        }
        for view in views {
            for (k, name) in view.names.enumerated()
            where name.mention.kind == .programme
                && self.project(at: view.index, name.tokens.lowerBound) == project
            {
                candidates.append((nameMentions[view.index][k], specificity(name)))
            }
        }
        guard let best = candidates.max(by: { ($0.score, -$0.mention) < ($1.score, -$1.mention) }) else { return }
        let entity = self.programme(best.mention)
        let m = builder.mention(best.mention)
        builder.claim(
            Claim(
                subject: project, property: .programme, object: entity, mention: best.mention, evidence: [m.span],
                rule: m.rule, confidence: best.score >= 12 ? 0.9 : 0.7))
    }

    /// A strand with years says more than "Interreg".
    private func specificity(_ name: NameReader.Found) -> Int {
        var score = 0
        if let code = name.mention.code, code != "interreg" { score += 4 }
        if !Self.years(in: name.mention.quote).isEmpty { score += 3 }
        if name.tokens.count >= 3 { score += 1 }
        return score
    }

    mutating func readFunders() {
        for field in fields where field.meaning == .funder {
            for part in field.parts.prefix(4) {
                let view = views[part.view]
                let names = view.names.indices.filter { part.tokens.contains(view.names[$0].tokens.lowerBound) }
                let bodies = names.filter { view.names[$0].mention.kind == .organization }
                // A programme is named as the funder only where the label's own line names no body.
                let named =
                    bodies.isEmpty && !view.isProse
                    ? names.filter { view.names[$0].mention.kind == .programme } : bodies
                for k in named {
                    funder(nameMentions[view.index][k], "funder.\(field.form)", bodies.isEmpty ? 0.8 : 0.9)
                }
                if named.isEmpty, !view.isProse {
                    for item in PartnerList(view: view, gazetteer: gazetteer).read(part.tokens, isItem: part.isItem)
                        .prefix(4)
                    {
                        let mention = organizationMention(item.tokens, view, rule: "funder.\(field.form)")
                        _ = organization(mention, country: item.country)
                        funder(mention, "funder.\(field.form)", 0.75)
                    }
                }
            }
        }
        for view in views {
            for sentence in view.sentences(in: view.range) {
                for i in sentence {
                    guard
                        let match = view.reading.at(i).first(where: {
                            [.funderAfter, .funderBefore].contains(view.reading.meaning($0))
                        })
                    else { continue }
                    let names = view.names.indices.filter {
                        view.names[$0].mention.kind == .organization
                            && sentence.contains(view.names[$0].tokens.lowerBound)
                    }
                    let k =
                        view.reading.meaning(match) == .funderAfter
                        ? names.first {
                            view.names[$0].tokens.lowerBound >= match.end
                                && view.names[$0].tokens.lowerBound - match.end <= 6
                        }
                        : names.last {
                            view.names[$0].tokens.upperBound <= match.start
                                && match.start - view.names[$0].tokens.upperBound <= 4
                        }
                    if let k { funder(nameMentions[view.index][k], "funder.prose", 0.7) }
                }
                // A fund named in the sentence that gives its money.
                for (k, name) in view.names.enumerated() where sentence.contains(name.tokens.lowerBound) {
                    guard name.mention.kind == .organization, let code = name.mention.code,
                        !["eu", "ec"].contains(code)
                    else { continue }
                    if view.values.contains(where: {
                        [.money, .percent].contains($0.mention.kind) && sentence.contains($0.tokens.lowerBound)
                    }) {
                        funder(nameMentions[view.index][k], "funder.fund", 0.65)
                    }
                }
            }
        }
    }

    private mutating func funder(_ mention: Int, _ rule: String, _ confidence: Double) {
        let m = builder.mention(mention)
        guard let entity = entity(of: mention), let view = views.first(where: { $0.block.span.contains(m.span) }),
            let project = project(at: view.index, view.tokens(m.span).lowerBound)
        else { return }
        if builder.claims.contains(where: {
            $0.subject == project && $0.object == entity && [.partner, .funder].contains($0.property)
        }) {
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .funder, object: entity, mention: mention, role: .funder,
                evidence: [m.span], rule: rule, confidence: confidence))
    }

    mutating func readRegions() {
        guard let main = project else { return }
        for field in fields where field.meaning == .region {
            for part in field.parts.prefix(12) {
                let view = views[part.view]
                let project = project(at: field.labelView, field.label.upperBound) ?? main
                for (k, name) in view.names.enumerated()
                where name.mention.kind == .region && part.tokens.contains(name.tokens.lowerBound) {
                    regionClaim(project, nameMentions[view.index][k], "region.\(field.form)", 0.85)
                }
            }
        }
        // Places the text acts in: seas and regions in prose, and regions that stand before a country in brackets.
        for view in views where view.isProse {
            for (k, name) in view.names.enumerated() where name.mention.kind == .region {
                let code = name.mention.code ?? ""
                let project = project(at: view.index, name.tokens.lowerBound) ?? main
                let next = name.tokens.upperBound
                let isBracketed =
                    view.reading.ascii(next) == UInt8(ascii: "(")
                    && view.names.contains { $0.mention.kind == .region && $0.tokens.lowerBound == next + 1 }
                let isCountryCode =
                    view.reading.ascii(next) == UInt8(ascii: "(") && view.reading.kind(next + 1) == .word
                    && view.reading.tokens[next + 1].isAllCaps && view.reading.tokens.folded(next + 1).count == 2
                if code.hasPrefix("x-"), !["x-europe"].contains(code) || isBracketed || isCountryCode {
                    regionClaim(project, nameMentions[view.index][k], "region.prose", 0.5)
                } else if isBracketed || isCountryCode, name.mention.code != name.mention.country {
                    regionClaim(project, nameMentions[view.index][k], "region.bracket", 0.65)
                }
            }
        }
        areaOfProgramme(main)
    }

    /// A transnational programme acts in the area it is named after, when the page names no other.
    private mutating func areaOfProgramme(_ project: Int) {
        guard !builder.claims.contains(where: { $0.subject == project && $0.property == .region }) else { return }
        for view in views {
            for name in view.names where name.mention.kind == .programme {
                for i in name.tokens {
                    guard let match = view.reading.first(.namePlace, at: i), view.reading.tokens[i].isCapitalized else {
                        continue
                    }
                    let code = view.reading.entry(match).key
                    guard code.hasPrefix("x-"), code != "x-europe" else { continue }
                    var end = match.end
                    if let region = view.reading.first(.region, at: end), region.length == 1,
                        region.end <= name.tokens.upperBound
                    {
                        end = region.end
                    }
                    let span = view.reading.span(i..<end)
                    let mention = builder.add(
                        Mention(
                            kind: .region, span: span, quote: view.reading.tokens.string(span),
                            language: view.reading.tag, rule: "place.programme", confidence: 0.6, code: code))
                    _ = region(mention)
                    return regionClaim(project, mention, "region.programme", 0.4)
                }
            }
        }
    }

    private mutating func regionClaim(_ project: Int, _ mention: Int, _ rule: String, _ confidence: Double) {
        guard let entity = entity(of: mention) else { return }
        if builder.claims.contains(where: { $0.subject == project && $0.property == .region && $0.object == entity }) {
            return
        }
        builder.claim(
            Claim(
                subject: project, property: .region, object: entity, mention: mention,
                evidence: [builder.mention(mention).span], rule: rule, confidence: confidence))
    }

    // MARK: Contacts and addresses

    mutating func readContacts() {
        guard let project else { return }
        for (n, view) in views.enumerated() {
            guard let mail = view.values.firstIndex(where: { $0.mention.kind == .email }) else { continue }
            let inScope = fields.contains { $0.meaning == .contact && $0.parts.contains { $0.view == n } }
            // Up to three lines before the address may hold the person's name.
            var name: (view: Int, tokens: Range<Int>)?
            for back in stride(from: n, through: max(0, n - 3), by: -1) {
                if back < n, views[back].isProse || views[back].values.contains(where: { $0.mention.kind == .email }) {
                    break
                }
                if let tokens = personName(views[back], before: back == n ? view.values[mail].tokens.lowerBound : nil) {
                    name = (back, tokens)
                    break
                }
            }
            let mailMention = valueMentions[n][mail]
            let anchor: Int
            if let name {
                anchor = addSpan(.contact, views[name.view], name.tokens, rule: "contact.name", confidence: 0.75)
            } else {
                let value = view.values[mail]
                anchor = builder.add(
                    Mention(
                        kind: .contact, span: value.mention.span, quote: value.mention.quote,
                        language: view.reading.tag, rule: "contact.email", confidence: 0.6))
            }
            let email = view.values[mail].mention.quote
            var phone: String?
            for near in [n, n + 1, n - 1] where views.indices.contains(near) && phone == nil {
                phone = views[near].values.first { $0.mention.kind == .phone }?.mention.quote
            }
            let entity = builder.entity(.contact, for: anchor, keys: [email.lowercased()]) {
                Extraction.Entity(kind: .contact, name: $0.quote, email: email, phone: phone)
            }
            builder.claim(
                Claim(
                    subject: project, property: .contact, object: entity, mention: anchor,
                    evidence: [builder.mention(anchor).span, builder.mention(mailMention).span],
                    rule: inScope ? "contact.label" : "contact.email", confidence: inScope ? 0.85 : 0.6))
        }
    }

    /// Two or three capitalised words at the beginning of a line, or right before the address.
    private func personName(_ view: BlockView, before limit: Int?) -> Range<Int>? {
        let end = limit ?? view.range.upperBound
        var i = view.block.value.map { view.tokens($0).lowerBound } ?? view.range.lowerBound
        while i < end {
            var j = i
            while j < end, j - i < 4, view.reading.kind(j) == .word, view.reading.tokens[j].isCapitalized,
                !view.reading.tokens[j].isAllCaps || view.reading.tokens.folded(j).count == 1,
                j == i || !view.reading.tokens[j].newlineBefore
            {
                j += 1
                if view.reading.ascii(j) == UInt8(ascii: "."), view.reading.tokens.folded(j - 1).count == 1 { j += 1 }
            }
            let words = (i..<j).filter { view.reading.kind($0) == .word }
            let isPlain = !words.contains { w in
                view.reading.at(w).contains {
                    [
                        .orgHead, .orgLegal, .contact, .project, .namePlace, .programme, .partnerLead, .phone,
                        .nameProgramme, .nameOrganization,
                    ].contains(view.reading.meaning($0))
                }
            }
            if words.count >= 2, words.count <= 4, isPlain { return i..<j }
            i = max(j, i + 1)
        }
        return nil
    }

    /// The project's own page, when a label says so or the address holds the project's name.
    mutating func readAddress() {
        guard let project else { return }
        let key = Folding.key(builder.entity(project).name).filter { $0 != " " }
        for (n, view) in views.enumerated() {
            for (k, value) in view.values.enumerated() where value.mention.kind == .url {
                let inScope = fields.contains { field in
                    field.meaning == .url
                        && field.parts.contains { $0.view == n && $0.tokens.contains(value.tokens.lowerBound) }
                }
                let holdsName =
                    key.count >= 4
                    && Folding.fold(value.mention.quote).filter({ $0.isLetter || $0.isNumber }).contains(key)
                guard inScope || holdsName else { continue }
                builder.claim(
                    Claim(
                        subject: project, property: .url, mention: valueMentions[n][k], evidence: [value.mention.span],
                        rule: inScope ? "url.label" : "url.name",
                        confidence: inScope ? 0.9 : 0.7))
            }
        }
    }
}
