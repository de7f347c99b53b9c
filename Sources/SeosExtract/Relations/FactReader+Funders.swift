internal import SeosLanguages
internal import SeosModel
internal import SeosText

extension FactReader {
    mutating func readFunders() {
        for field in fields where field.meaning == .funder || asksForFunder(field) {
            for part in field.parts.prefix(4) {
                let view = views[part.view]
                let names = view.names.indices.filter { part.tokens.contains(view.names[$0].tokens.lowerBound) }
                let bodies = names.filter { view.names[$0].mention.kind == .organization }
                // "Źródło: Interreg Polska – Saksonia (EFRR)": a programme is named as the funder beside its fund, or where
                // no body is named.
                let ofFund = bodies.allSatisfy { isFund(view.names[$0], view) }
                let named =
                    ofFund && !view.isProse && field.meaning == .funder
                    ? names.filter { [.programme, .organization].contains(view.names[$0].mention.kind) } : bodies
                for k in named where field.form != "heading" || !view.isProse || mayPay(view.names[k], view) {
                    funder(nameMentions[view.index][k], "funder.\(field.form)", bodies.isEmpty ? 0.8 : 0.9)
                }
                if named.isEmpty, !view.isProse, field.meaning == .funder {
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
        readFundersInLabels()
        readFundersInLines()
        for view in views {
            for sentence in view.sentences { readFunders(in: sentence, view) }
        }
        readFundersOfFooters()
    }

    /// "Source of funding: Interreg Aurora": labels of programmes that ask for the funder as well.
    private func asksForFunder(_ field: Field) -> Bool {
        guard field.meaning == .programme else { return false }
        let r = views[field.labelView].reading
        return field.label.contains { i in
            r.at(i).contains { $0.meaning == .funder && $0.end == field.label.upperBound }
        }
    }

    /// "funded by A, B and C", "A and B fund the project", and the funds of a sentence that tells of money.
    private mutating func readFunders(in sentence: Range<Int>, _ view: BlockView) {
        let names = view.names.indices.filter {
            [.organization, .programme].contains(view.names[$0].mention.kind)
                && sentence.contains(view.names[$0].tokens.lowerBound)
        }
        // "The Sámi Parliament gave 175,000 outside the project"
        guard !names.isEmpty, !cue(.unrelated, in: sentence, view) else { return }
        var cues: [Int] = []
        for i in sentence {
            for match in view.reading.at(i) {
                let meaning = view.reading.meaning(match)
                if meaning == .cofinancierAfter || meaning == .cofinancierBefore { cues.append(i) }
                guard meaning == .funderAfter || meaning == .funderBefore else { continue }
                cues.append(i)
                // What runs through a programme is paid by those who stand behind it.
                for k in named(meaning, match, names, view) where view.names[k].mention.kind != .programme {
                    funder(nameMentions[view.index][k], "funder.prose", 0.7)
                }
                break
            }
        }
        let tellsOfMoney = view.values.contains {
            ($0.mention.kind == .money || $0.mention.kind == .percent) && sentence.contains($0.tokens.lowerBound)
        }
        guard tellsOfMoney || !cues.isEmpty else { return }
        if tellsOfMoney { readGivers(in: sentence, names, view) }
        var hasFund = false
        for k in names where isFund(view.names[k], view) {
            hasFund = true
            funder(nameMentions[view.index][k], "funder.fund", 0.65)
        }
        // The Union itself, where the sentence says that it pays.
        let isShare = tellsOfMoney && sentence.contains { view.reading.first(.amountEU, at: $0) != nil }
        var next = 0
        for k in names where isUnion(view.names[k]) {
            let isShort = isShort(view.names[k], view)
            // "SE contributes to employment … 6 % of the workforce in the EU": two letters far from the word for paying.
            let start = view.names[k].tokens.lowerBound
            while next < cues.count, cues[next] < start - 12 { next += 1 }
            let hasCue = isShort ? next < cues.count && cues[next] <= start + 12 : !cues.isEmpty
            guard hasCue || hasFund || isShare && !isShort || tellsOfMoney && isSource(view.names[k], view) else {
                continue
            }
            funder(nameMentions[view.index][k], "funder.union", 0.55)
        }
    }

    /// A fund, the Union, an authority or a foundation, rather than a firm that a text below "Financing" names too.
    private func mayPay(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        isFund(name, view) || isUnion(name) || name.organizationKind == .public || name.organizationKind == .eu
            || name.tokens.contains { view.reading.first(.funderBody, at: $0) != nil }
    }

    func isUnion(_ name: NameReader.Found) -> Bool { ["eu", "ec"].contains(name.mention.code) }

    func isFund(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        guard name.mention.kind == .organization else { return false }
        guard let code = name.mention.code else {
            // In running text "the state budget" pays for much that is none of the project's.
            return name.mention.rule == "org.state" || name.mention.rule == "org.budget" && !view.isProse
        }
        return code != "eu" && code != "ec"
    }

    /// "1.71 million from the European Union", "Bidrag från EU: 1,15 milj. euro": the Union behind a small word or with
    /// the ending that says from where, right beside a sum.
    private func isSource(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let r = view.reading
        let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
        let isFrom =
            r.isSmall(start - 1) && r.sameLine(start)
            && (r.first(.of, at: start - 1) != nil || r.last(.placeBefore, endingAt: start) != nil
                || r.tokens.folded(start - 1).count <= 3)
        let isNoun = r.isSmall(end) && r.sameLine(end) && isShort(name, view)
        guard isFrom, !isNoun, !(r.isDash(end) && r.glued(end)) else { return false }
        return view.values.contains {
            $0.mention.kind == .money
                && ($0.tokens.lowerBound >= end
                    ? $0.tokens.lowerBound - end <= 6
                    : start >= $0.tokens.upperBound && start - $0.tokens.upperBound <= 6)
        }
    }

    /// The names a word for paying speaks of: the nearest on its side, and those in one list with it.
    func named(_ meaning: Meaning, _ match: Lexicon.Match, _ names: [Int], _ view: BlockView) -> [Int] {
        func isLinked(_ a: Int, _ b: Int) -> Bool {
            let gap =
                view.names[a].tokens.upperBound..<max(view.names[a].tokens.upperBound, view.names[b].tokens.lowerBound)
            return gap.count <= 4 && !gap.isEmpty
                && gap.contains {
                    view.reading.ascii($0) == UInt8(ascii: ",") || view.reading.first(.and, at: $0) != nil
                }
                && gap.allSatisfy {
                    view.reading.ascii($0) == UInt8(ascii: ",")
                        || view.reading.kind($0) == .word
                            && view.reading.tokens.folded($0).count <= 4
                }
        }
        var result: [Int] = []
        if meaning == .funderAfter {
            for k in names where view.names[k].tokens.lowerBound >= match.end {
                let isNext = result.last.map { isLinked($0, k) } ?? (view.names[k].tokens.lowerBound - match.end <= 6)
                if !isNext { break }
                result.append(k)
            }
        } else {
            for k in names.reversed() where view.names[k].tokens.upperBound <= match.start {
                let isNext = result.last.map { isLinked(k, $0) } ?? (match.start - view.names[k].tokens.upperBound <= 4)
                if !isNext { break }
                result.append(k)
            }
        }
        return result
    }

    mutating func funder(_ mention: Int, _ rule: String, _ confidence: Double) {
        let m = builder.mention(mention)
        guard let entity = entity(of: mention), let view = view(at: m.span.start),
            let project = project(at: view.index, view.tokens(m.span).lowerBound)
        else { return }
        // "carried out by Skyline Surveys Ltd under a contract of 73,500": firms are paid, unless a label says otherwise.
        if builder.entity(entity).organizationKind == .company,
            ["funder.gives", "funder.prose", "funder.line"].contains(rule)
        {
            return
        }
        let isKnown = builder.hasClaim(of: project, about: entity) { [.partner, .funder].contains($0.property) }
        if isKnown { return }
        builder.claim(
            Claim(
                subject: project, property: .funder, object: entity, mention: mention, role: .funder,
                evidence: [m.span], rule: rule, confidence: confidence))
    }
}
