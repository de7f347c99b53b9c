internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who pays by the words beside a sum: labels of amounts, verbs of giving, and the line at the foot of a page.
extension FactReader {
    /// "Contribution of the European Union: …", "Cofinancement du Département des Vosges: …": bodies inside the label of
    /// an amount.
    mutating func readFundersInLabels() {
        for field in fields where [.amountEU, .amountNational].contains(field.meaning) && !field.parts.isEmpty {
            let view = views[field.labelView]
            let end = field.parts.first { $0.view == field.labelView }?.tokens.lowerBound ?? view.range.upperBound
            guard view.range.lowerBound <= end, end - view.range.lowerBound <= 16, hasMoney(field) else { continue }
            for (k, name) in view.names.enumerated()
            where name.mention.kind == .organization && name.tokens.upperBound <= end
                && !(isShort(name, view) && isAttribute(name, view)) && !(isUnion(name) && namesFund(view))
            {
                // "Kofinanzierung Kanton Basel-Stadt": a noun in front that a headline's capitals made part of the name.
                let label = view.reading.at(name.tokens.lowerBound).first { $0.meaning.isAmountLabel }
                if let label, label.end < name.tokens.upperBound {
                    let rest = min(label.end, name.tokens.lowerBound + 1)..<name.tokens.upperBound
                    let mention = organizationMention(rest, view, rule: "org.label")
                    _ = organization(mention, kind: name.organizationKind)
                    funder(mention, "funder.label", 0.6)
                } else {
                    funder(nameMentions[view.index][k], "funder.label", 0.6)
                }
            }
            if field.meaning == .amountNational { readFunderInBracket(view.range.lowerBound..<end, view) }
        }
    }

    /// "EU:n rahoitus (EAKR)", "Cofinanțare UE (FSE)": beside its fund the Union is an attribute of the money.
    private func namesFund(_ view: BlockView) -> Bool {
        view.names.contains { isFund($0, view) }
    }

    /// "National co-financing (Fondo di rotazione)": a bracket of capitals in the label for grants of a state names
    /// who gives them, known or not.
    private mutating func readFunderInBracket(_ label: Range<Int>, _ view: BlockView) {
        let r = view.reading
        guard let open = label.first(where: { r.ascii($0) == UInt8(ascii: "(") }),
            let close = (open..<label.upperBound).first(where: { r.ascii($0) == UInt8(ascii: ")") })
        else { return }
        let inside = (open + 1)..<close
        guard let first = inside.first, inside.count <= 8, r.tokens[first].isCapitalized,
            inside.allSatisfy({ r.kind($0) == .word || r.isDash($0) }),
            inside.contains(where: { r.tokens.folded($0).count >= 3 }),
            !view.names.contains(where: {
                $0.tokens.overlaps(inside) && ($0.mention.kind == .programme || $0.mention.code != nil)
            })
        else { return }
        let mention = organizationMention(inside, view, rule: "org.label")
        _ = organization(mention, kind: head(in: inside, view))
        funder(mention, "funder.label", 0.6)
    }

    /// "EU grant", "EU: …": nothing in front of the name, or a noun behind it.
    private func isAttribute(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        let r = view.reading
        return name.tokens.lowerBound == view.range.lowerBound || r.kind(name.tokens.upperBound) == .word
            || r.isDash(name.tokens.upperBound) || r.kind(name.tokens.lowerBound - 1) != .word
    }

    /// "EU grant" is what the money is called, "contribution of the European Union" says who pays.
    func isShort(_ name: NameReader.Found, _ view: BlockView) -> Bool {
        isUnion(name) && name.tokens.count == 1 && view.reading.tokens[name.tokens.lowerBound].isAllCaps
    }

    private func hasMoney(_ field: Field) -> Bool {
        field.parts.contains { part in
            views[part.view].values.contains {
                $0.mention.kind == .money && part.tokens.contains($0.tokens.lowerBound)
            }
        }
    }

    /// "Sparebankstiftelsen gir 810 000 kroner", "the Union covers, through the programme, 85 %": the body before a verb
    /// of giving, or right behind it, and a sum or a share in the sentence.
    mutating func readGivers(in sentence: Range<Int>, _ names: [Int], _ view: BlockView) {
        let r = view.reading
        let bodies = names.filter { view.names[$0].mention.kind == .organization }
        if !bodies.isEmpty { readPayingBodies(bodies, in: sentence, view) }
        var sums: [ValueReader.Found]?
        for i in sentence {
            guard let match = r.first(.funderGives, at: i) else { continue }
            let known =
                sums
                ?? view.values.filter {
                    [.money, .percent].contains($0.mention.kind) && sentence.contains($0.tokens.lowerBound)
                }
            sums = known
            let isBefore = known.contains {
                $0.tokens.lowerBound >= match.end && $0.tokens.lowerBound - match.end <= 12
            }
            let behindSum = known.last {
                $0.tokens.upperBound <= match.start && match.start - $0.tokens.upperBound <= 8
            }
            guard isBefore || behindSum != nil else { continue }
            let before = bodies.last { isSubject(view.names[$0], of: match.start, known, view) }
            // "az Unió a programon keresztül 1,84 millió eurót áll": the verb stands last.
            let first = behindSum.flatMap { sum in
                bodies.last { isSubject(view.names[$0], of: sum.tokens.lowerBound, known, view) }
            }
            // "1 012 230 Euro, also 90 Prozent, gibt die Union"
            let behind = bodies.first {
                let start = view.names[$0].tokens.lowerBound
                return start >= match.end && start - match.end <= 2
            }
            guard let giver = (isBefore ? before : nil) ?? behind ?? (isBefore ? nil : before ?? first) else {
                // "LIFE programma segs 60 procentus": the programme itself, right before the verb.
                let programme = names.last {
                    view.names[$0].mention.kind == .programme && view.names[$0].tokens.upperBound <= match.start
                        && match.start - view.names[$0].tokens.upperBound <= 1
                }
                if isBefore, let programme { funder(nameMentions[view.index][programme], "funder.gives", 0.5) }
                continue
            }
            funder(nameMentions[view.index][giver], "funder.gives", 0.6)
            // "das Land Niedersachsen und die Provincie Groningen geben je 340.460 Euro"
            var next = giver
            for k in bodies.reversed() where k < giver {
                guard isListed(view.names[k], before: view.names[next], view) else { break }
                funder(nameMentions[view.index][k], "funder.gives", 0.55)
                next = k
            }
            for k in bodies where k > giver && isNextGiver(view.names[k], known, view) {
                funder(nameMentions[view.index][k], "funder.gives", 0.55)
            }
        }
    }

    /// "the Ministry of Culture another 90 thousand", "EUR 40 000 from the Barlovento Foundation": what its name says gives
    /// money, beside a sum that nobody receives.
    private mutating func readPayingBodies(_ bodies: [Int], in sentence: Range<Int>, _ view: BlockView) {
        let r = view.reading
        for k in bodies
        where view.names[k].mention.code == nil && AmountKinds.isPayer(view.names[k].tokens, r) {
            let (start, end) = (view.names[k].tokens.lowerBound, view.names[k].tokens.upperBound)
            let near = max(sentence.lowerBound, start - 6)..<min(sentence.upperBound, end + 8)
            guard
                view.values.contains(where: { $0.mention.kind == .money && near.contains($0.tokens.lowerBound) }),
                !near.contains(where: { i in
                    r.at(i).contains {
                        [
                            .share, .shareEU, .partnerBefore, .leadBefore, .leadAfter, .supplierBefore, .supplierAfter,
                            .event,
                        ]
                        .contains($0.meaning)
                    }
                })
            else { continue }
            funder(nameMentions[view.index][k], "funder.body", 0.5)
        }
    }

    /// "Nordland fylkeskommune har bevilget 600 000 kroner", "remia Palenkės vaivadija – 21 000 eurų": a body beside a verb
    /// of giving with a sum of its own, so that a word for taking part in the same sentence speaks of others.
    func gives(_ name: NameReader.Found, in sentence: Range<Int>, _ view: BlockView) -> Bool {
        let sums = view.values.filter {
            [.money, .percent].contains($0.mention.kind) && sentence.contains($0.tokens.lowerBound)
        }
        guard !sums.isEmpty else { return false }
        let r = view.reading
        let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
        func isVerb(_ match: Lexicon.Match) -> Bool { [.funderGives, .funderBefore].contains(match.meaning) }
        for i in end..<min(sentence.upperBound, end + 3) {
            if ",;:".utf8.contains(r.ascii(i)) { break }
            guard let verb = r.at(i).first(where: isVerb) else { continue }
            return sums.contains {
                $0.tokens.lowerBound >= verb.end
                    ? $0.tokens.lowerBound - verb.end <= 6
                    : $0.tokens.upperBound <= start && start - $0.tokens.upperBound <= 4
            }
        }
        for i in max(sentence.lowerBound, start - 4)..<start {
            guard let verb = r.at(i).first(where: isVerb), 0...1 ~= start - verb.end else { continue }
            return sums.contains {
                $0.tokens.lowerBound >= end
                    ? $0.tokens.lowerBound - end <= 3
                    : $0.tokens.upperBound <= verb.start && verb.start - $0.tokens.upperBound <= 6
            }
        }
        return false
    }

    /// Whether a body may be who does what begins at `start`: right before it, or with nothing between but how it is done
    /// ("through the programme …", "of its own money").
    private func isSubject(
        _ name: NameReader.Found, of start: Int, _ sums: [ValueReader.Found], _ view: BlockView
    ) -> Bool {
        let end = name.tokens.upperBound
        guard end <= start else { return false }
        if start - end <= 2 { return true }
        guard start - end <= 10, name.organizationKind != .company else { return false }
        let gap = end..<start
        let r = view.reading
        return gap.allSatisfy { i in
            !";:".utf8.contains(r.ascii(i)) && r.first(.and, at: i) == nil
                && !r.at(i).contains {
                    [.leadBefore, .leadAfter, .partnerBefore, .partnerAfter, .funderGives, .event, .project].contains(
                        $0.meaning)
                }
        } && !sums.contains { gap.contains($0.tokens.lowerBound) }
    }

    /// Whether nothing but the word for and or a comma, and an article, stands between two names.
    private func isListed(_ name: NameReader.Found, before next: NameReader.Found, _ view: BlockView) -> Bool {
        let r = view.reading
        let gap = name.tokens.upperBound..<max(name.tokens.upperBound, next.tokens.lowerBound)
        guard 1...3 ~= gap.count else { return false }
        let joint = gap.lowerBound
        let isJoint = r.ascii(joint) == UInt8(ascii: ",") || r.first(.and, at: joint) != nil
        return isJoint
            && gap.dropFirst().allSatisfy {
                r.first(.and, at: $0) != nil || r.skipsArticle($0) > $0 || r.first(.orgInside, at: $0) != nil
            }
    }

    /// "… gives 350 000 and the Region 120 000": a body behind "and" or a comma with a sum of its own right behind it.
    private func isNextGiver(_ name: NameReader.Found, _ sums: [ValueReader.Found], _ view: BlockView) -> Bool {
        let r = view.reading
        let start = name.tokens.lowerBound
        let isLinked = (max(view.range.lowerBound, start - 2)..<start).contains {
            r.first(.and, at: $0) != nil || r.ascii($0) == UInt8(ascii: ",")
        }
        return isLinked
            && sums.contains {
                $0.tokens.lowerBound >= name.tokens.upperBound && $0.tokens.lowerBound - name.tokens.upperBound <= 3
            }
    }

    /// "Co-funded by the European Union" at the foot of a page, outside its content.
    mutating func readFundersOfFooters() {
        guard let project, projects.count == 1 || scopes?.hasParts == false else { return }
        for view in asides where view.names.contains(where: { isUnion($0) }) {
            for sentence in view.sentences {
                guard sentence.contains(where: { view.reading.first(.funderAfter, at: $0) != nil }),
                    let name = view.names.first(where: { isUnion($0) && sentence.contains($0.tokens.lowerBound) })
                else { continue }
                let mention = addName(name)
                guard let entity = entity(of: mention),
                    !builder.hasClaim(of: project, about: entity, where: { $0.property == .funder })
                else { continue }
                builder.claim(
                    Claim(
                        subject: project, property: .funder, object: entity, mention: mention, role: .funder,
                        evidence: [name.mention.span], rule: "funder.footer", confidence: 0.6))
            }
        }
    }
}
