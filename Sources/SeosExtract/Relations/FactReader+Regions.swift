internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Where a project acts.
extension FactReader {
    mutating func readRegions() {
        guard let main = project else { return }
        for field in fields where field.meaning == .region && !isOfMeeting(field) {
            for part in field.parts.prefix(12) {
                labelledRegions(field, part, project(at: field.labelView, field.label.upperBound) ?? main)
            }
        }
        let countries = Set(
            builder.claims.compactMap { $0.property == .partner ? $0.object : nil }
                .compactMap { builder.entity($0).country }
                + [LanguageCountries.likely(document.language)].compactMap { $0 })
        let isLabelled = Set(builder.claims.filter { $0.property == .region }.map(\.subject))
        var partnerParts: [Int: [Range<Int>]] = [:]
        for field in fields where field.meaning.isPartnerLabel && field.form == "colon" {
            for part in field.parts { partnerParts[part.view, default: []].append(part.tokens) }
        }
        var told = RegionsTold()
        let bodiesTold = Set(builder.claims.flatMap { [$0.object, $0.owner] }.compactMap { $0 })
        // Places the text acts in: seas and regions in prose, and regions that stand before a country in brackets.
        for view in views where view.isProse {
            for (k, name) in view.names.enumerated() {
                // "interessa il Monferrato e la provincia di Cuneo"
                if isFreeTerritory(k, view, bodiesTold), isBehindActing(name, view), !isBesideEvent(name, view) {
                    told.add(
                        project(at: view.index, name.tokens.lowerBound) ?? main, view, name, place(k, view),
                        "region.acts", 0.6)
                }
                guard name.mention.kind == .region else { continue }
                let code = name.mention.code ?? ""
                let project = project(at: view.index, name.tokens.lowerBound) ?? main
                let next = name.tokens.upperBound
                // "RRA Podravje - Maribor (Slovenia)" in a list of partners tells of a seat.
                if partnerParts[view.index]?.contains(where: { $0.contains(name.tokens.lowerBound) }) == true {
                    continue
                }
                let isBracketed =
                    view.reading.ascii(next) == UInt8(ascii: "(")
                    && view.names.contains { $0.mention.kind == .region && $0.tokens.lowerBound == next + 1 }
                let isCountryCode =
                    view.reading.ascii(next) == UInt8(ascii: "(") && view.reading.kind(next + 1) == .word
                    && view.reading.tokens[next + 1].isAllCaps && view.reading.tokens.folded(next + 1).count == 2
                let isArea = name.tokens.contains { view.reading.first(.region, at: $0) != nil }
                let isOwn = name.mention.code == nil || name.mention.code != name.mention.country
                if name.tokens.count == 1, isAdjective(name, view), !code.hasPrefix("x-") { continue }
                // "Brussels pays": a town that stands for who sits there.
                if [Meaning.funderGives, .funderBefore].contains(where: { view.reading.first($0, at: next) != nil }) {
                    continue
                }
                if code.hasPrefix("x-"), code != "x-europe" && isArea || isBracketed || isCountryCode {
                    regionClaim(project, nameMentions[view.index][k], "region.prose", 0.5)
                } else if isBracketed || isCountryCode, isOwn, !isMeetingPlace(name, view) {
                    regionClaim(project, nameMentions[view.index][k], "region.bracket", 0.65)
                } else if isOwnPlace(name), isBehindActing(name, view), !isBesideEvent(name, view) {
                    told.add(project, view, name, nameMentions[view.index][k], "region.acts", 0.65)
                } else if !isLabelled.contains(project), let level = gazetteer.place(code: code)?.level, 1...3 ~= level,
                    name.mention.country.map(countries.contains) ?? false || isListed(name, view),
                    !(view.reading.isDash(next) && view.reading.glued(next)), !isCity(name, view),
                    !isBesideEvent(name, view)
                {
                    told.add(project, view, name, nameMentions[view.index][k], "region.mentioned", 0.4)
                }
            }
        }
        readPlacesOfWork(&told)
        let names = projects.flatMap { builder.entity($0).mentions.map { builder.mention($0).span } }
            .sorted { $0.start < $1.start }
        for place in told.settled({ builder.entity(ofMention: $0) }) {
            let mention = builder.mention(place.mention)
            if mention.code == nil, Self.isInside(mention.span, names) { continue }
            regionClaim(place.project, place.mention, place.rule, place.confidence)
        }
        areaOfProgramme(main)
    }

    /// "Trá" in "Ranganna ar an Trá": a word of a project's name that no list of places knows.
    ///
    /// - Parameter names: where names of projects stand, in order.
    private static func isInside(_ span: SourceSpan, _ names: [SourceSpan]) -> Bool {
        var low = 0
        var high = names.count
        while low < high {
            let mid = (low + high) / 2
            if names[mid].start <= span.start { low = mid + 1 } else { high = mid }
        }
        // A short name may stand inside a long one that began before it.
        return names[max(0, low - 3)..<low].contains { span.end <= $0.end }
    }

    // MARK: Labels

    /// "When: Friday 12 June, 9:30" above "Where: Assembly Hall": the line right before or behind names one day.
    private func isOfMeeting(_ field: Field) -> Bool {
        guard field.form == "colon" else { return false }
        let isArea = holdsArea(field)
        return [field.labelView - 1, field.labelView + 1].contains { n in
            guard views.indices.contains(n), views[n].block.label != nil,
                !fields.contains(where: { $0.labelView == n && [.periodStart, .periodEnd].contains($0.meaning) })
            else { return false }
            let dates = views[n].values.compactMap { value -> DateValue? in
                if case .date(let date) = value.mention.value { return date }
                return nil
            }
            guard dates.count == 1, !dates[0].isPeriod, dates[0].start?.precision == .day else { return false }
            return !isArea || [.event, .deadline, .noProject].contains { cue($0, in: views[n].range, views[n]) }
        }
    }

    /// "Area: Jämtlands län" above "Submitted: 30 January 2026": people meet in a town, not in a county.
    private func holdsArea(_ field: Field) -> Bool {
        !field.parts.isEmpty
            && field.parts.allSatisfy { part in
                let names = views[part.view].names.filter { part.tokens.contains($0.tokens.lowerBound) }
                return !names.isEmpty
                    && names.allSatisfy {
                        $0.isTerritory || $0.mention.kind == .region && isArea($0, views[part.view])
                    }
            }
    }

    /// Places under a label for regions: those the gazetteer knows, bodies whose whole name is a region
    /// ("Međimurska županija"), and other names with a capital ("Matsalu-Bucht, Odermündung").
    private mutating func labelledRegions(_ field: Field, _ part: Field.Part, _ project: Int) {
        let view = views[part.view]
        guard let tokens = regionTokens(part.tokens, view, isLine: part.view == field.labelView) else { return }
        for whole in items(of: tokens, view) {
            // "Закарпатська область (UA)"
            let end = whole.dropFirst().first { view.reading.ascii($0) == UInt8(ascii: "(") } ?? whole.upperBound
            let item = whole.lowerBound..<end
            let known = view.names.indices.filter {
                view.names[$0].mention.kind == .region && item.contains(view.names[$0].tokens.lowerBound)
            }
            let body = view.names.first {
                $0.mention.kind == .organization && $0.mention.code == nil
                    && item.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= item.upperBound
            }
            if let body, known.isEmpty, item.count <= body.tokens.count + 1 {
                let mention = addSpan(.region, view, body.tokens, rule: "place.label", confidence: 0.8)
                _ = region(mention)
                regionClaim(project, mention, "region.\(field.form)", 0.8)
            } else if known.count == 1, let k = known.first, let phrase = wider(item, view.names[k], view) {
                let name = view.names[k].mention
                let span = view.reading.span(phrase)
                let mention = builder.add(
                    Mention(
                        kind: .region, span: span, quote: view.reading.tokens.string(span), name: name.name,
                        language: view.reading.tag, rule: "place.label", confidence: 0.8, code: name.code,
                        country: name.country))
                _ = region(mention)
                regionClaim(project, mention, "region.\(field.form)", 0.85)
            } else if !known.isEmpty {
                // A column for countries says where bodies sit, not where the project acts.
                for k in known
                where field.form != "table" || view.names[k].mention.code != view.names[k].mention.country {
                    regionClaim(project, nameMentions[view.index][k], "region.\(field.form)", 0.85)
                }
            } else if let tokens = capitalised(item, view) {
                let mention = addSpan(.region, view, tokens, rule: "place.label", confidence: 0.6)
                _ = region(mention)
                regionClaim(project, mention, "region.\(field.form)", 0.6)
            }
        }
    }

    /// "Area: Călărași county and the region of Silistra. So far four boats have been bought …": of a long text behind a
    /// label the first sentence answers it, if it is short.
    private func regionTokens(_ tokens: Range<Int>, _ view: BlockView, isLine: Bool) -> Range<Int>? {
        guard view.isProse, tokens.count > Self.longestAnswer else { return tokens }
        guard isLine else { return nil }
        let sentence = view.sentence(at: tokens.lowerBound)
        let first = tokens.lowerBound..<max(tokens.lowerBound, min(sentence.upperBound, tokens.upperBound))
        return first.count <= Self.longestAnswer ? first : nil
    }

    /// Tokens of an answer that is a list of places.
    private static let longestAnswer = 30

    /// The parts of a list between commas, semicolons, line breaks and the word for "and".
    private func items(of tokens: Range<Int>, _ view: BlockView) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = tokens.lowerBound
        for i in tokens {
            let c = view.reading.ascii(i)
            let isMark = c == UInt8(ascii: ",") || c == UInt8(ascii: ";") || c == UInt8(ascii: "|")
            let isAnd =
                view.reading.first(.and, at: i) != nil
                && !view.names.contains { $0.tokens.contains(i) && $0.tokens.lowerBound < i }
            let isLine = i > start && view.reading.tokens[i].newlineBefore
            if isMark || isAnd || isLine {
                if start < i { items.append(start..<i) }
                start = isLine ? i : i + 1
            }
        }
        if start < tokens.upperBound { items.append(start..<tokens.upperBound) }
        return items
    }

    /// An item that says more of its place than its name: "cuenca *del* Guadiana", "*βόρειων* Σποράδων", "Suvalkų
    /// *parapskritis*". The nouns for towns before a name are no part of it.
    private func wider(_ item: Range<Int>, _ name: NameReader.Found, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        let isClosed = item.last.map { r.ascii($0) == UInt8(ascii: ".") } ?? false
        // "le Hainaut", "l'Oisans": an article says nothing more.
        var start = r.skipsArticle(item.lowerBound)
        if r.isSmall(start), r.ascii(start + 1) == UInt8(ascii: "'"), r.glued(start + 2) { start += 2 }
        let end = isClosed ? item.upperBound - 1 : item.upperBound
        guard start < end else { return nil }
        let item = start..<end
        guard item.count <= 7, item != name.tokens, item.lowerBound <= name.tokens.lowerBound,
            name.tokens.upperBound <= item.upperBound,
            item.allSatisfy({
                r.kind($0) == .word || r.isDash($0) && r.glued($0) && r.glued($0 + 1)
                    || r.ascii($0) == UInt8(ascii: "'")
            }),
            !view.names.contains(where: { $0.tokens.overlaps(item) && $0.tokens != name.tokens }),
            !item.contains(where: { w in
                !name.tokens.contains(w)
                    && r.at(w).contains { $0.meaning.isLabel && $0.meaning != .region || $0.meaning == .project }
            })
        else { return nil }
        return item
    }

    /// One to four words that begin with a capital and fill an item, without its full stop and bracket.
    private func capitalised(_ item: Range<Int>, _ view: BlockView) -> Range<Int>? {
        let r = view.reading
        var item = item
        // "k. ú. Kounov", "gm. Lubawka"
        while item.count > 2, r.isSmall(item.lowerBound), r.tokens.folded(item.lowerBound).count <= 4,
            r.ascii(item.lowerBound + 1) == UInt8(ascii: ".")
        {
            item = item.dropFirst(2)
        }
        let end = item.first { "(.:".utf8.contains(r.ascii($0)) } ?? item.upperBound
        // "la Ruhr", "der Spreewald": without the article; "l'Oisans" has one glued to it.
        var start = r.skipsArticle(item.lowerBound)
        if start < end, r.isSmall(start), r.ascii(start + 1) == UInt8(ascii: "'"), r.glued(start + 1),
            r.glued(start + 2)
        {
            start += 2
        }
        let tokens = min(start, end)..<end
        let words = tokens.filter { r.kind($0) == .word }
        // "abhantrach na Máighe", "sapais da Comporta": nouns in small letters before the name.
        let isLed = words.prefix(4).dropFirst().contains { r.tokens[$0].isCapitalized } && words.count <= 5
        guard let first = words.first, first == tokens.lowerBound, r.isCapital(first) || isLed,
            words.count <= 4 || isLed,
            !tokens.contains(where: { r.kind($0) == .number }),
            // "PT": a country, which says where a body sits.
            !(tokens.count == 1 && r.tokens[first].isAllCaps && r.tokens.folded(first).count <= 3),
            !view.names.contains(where: { $0.tokens.overlaps(tokens) }),
            !words.contains(where: { w in
                r.at(w).contains { $0.meaning.isLabel || [.project, .orgHead, .event].contains($0.meaning) }
            })
        else { return nil }
        return tokens
    }

    /// Behind words that say where the work is done: "töö käib Matsalu lahe kaldal", "is carried out in".
    private func isBehindActing(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        return (sentence.lowerBound..<name.tokens.lowerBound).contains { i in
            guard let match = view.reading.first(.acts, at: i) else { return false }
            return name.tokens.lowerBound - match.end <= 25
        }
    }

    /// A town beside a day: something took place there.
    private func isMeetingPlace(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        guard let code = name.mention.code, gazetteer.place(code: code)?.level == 4 else { return false }
        let sentence = view.sentence(at: name.tokens.lowerBound)
        return view.values.contains {
            guard sentence.contains($0.tokens.lowerBound), case .date(let date) = $0.mention.value else { return false }
            return date.start?.precision == .day
        }
    }

    /// A place in a row of regions that a word for regions leads ("the regions of Nordland, Västerbotten and …").
    private func isListed(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        let row = view.names.filter {
            $0.mention.kind == .region && sentence.contains($0.tokens.lowerBound)
                && $0.mention.code != $0.mention.country
        }
        guard row.count >= 2 else { return false }
        return cue(.region, in: sentence, view) || cue(.regionNoun, in: sentence, view)
    }

    /// A city that a region is named after, rather than the region: the name stands alone and without a word for one.
    func isCity(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        guard let code = name.mention.code, let place = gazetteer.place(code: code), 1...3 ~= place.level else {
            return false
        }
        return gazetteer.places(named: name.mention.quote, language: view.reading.language).contains {
            $0.level == 4 && !$0.isLandscape
        }
    }

    /// "Schweizer Beteiligung", "parceiros portugueses": a word of the packs that no place is called.
    private func isAdjective(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        guard ["place.pack", "place.nation"].contains(name.mention.rule), let code = name.mention.code, code.count == 2
        else { return false }
        return view.reading.place(at: name.tokens.lowerBound, before: name.tokens.upperBound, in: gazetteer) == nil
    }

    /// A region in a sentence that tells of an event, a call or another page's news.
    func isBesideEvent(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let sentence = view.sentence(at: name.tokens.lowerBound)
        return cue(.event, in: sentence, view) || cue(.noProject, in: sentence, view)
            || cue(.published, in: sentence, view)
    }

    /// A transnational programme of a sea acts around that sea ("Läänemere piirkond"), when the page tells of one project
    /// and names no other area.
    mutating func areaOfProgramme(_ project: Int) {
        guard projects.count == 1,
            !builder.claims(of: project).contains(where: { builder.claims[$0].property == .region })
        else { return }
        for view in views {
            for name in view.names where name.mention.kind == .programme {
                for i in name.tokens {
                    guard let match = view.reading.first(.namePlace, at: i), view.reading.tokens[i].isCapitalized else {
                        continue
                    }
                    let code = view.reading.entry(match).key
                    guard code.hasSuffix("-sea") else { continue }
                    var end = match.end
                    if let area = view.reading.first(.region, at: end), area.length == 1,
                        area.end <= name.tokens.upperBound
                    {
                        end = area.end
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

    mutating func regionClaim(_ project: Int, _ mention: Int, _ rule: String, _ confidence: Double) {
        guard let entity = entity(of: mention) else { return }
        guard knownRegions.insert([project, entity]).inserted else { return }
        builder.claim(
            Claim(
                subject: project, property: .region, object: entity, mention: mention,
                evidence: [builder.mention(mention).span], rule: rule, confidence: confidence))
    }
}
