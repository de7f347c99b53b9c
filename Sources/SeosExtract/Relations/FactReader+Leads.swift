internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Who leads: words for leading beside a name, roles in cells of their own, and leads of one country only.
extension FactReader {
    mutating func readLeads(
        in sentence: Range<Int>, _ view: BlockView, _ names: [Int], _ taken: inout Set<Int>
    ) {
        let r = view.reading
        // "X is lead partner. Partners:" has a full sentence before the label.
        let isProse =
            view.isProse || view.block.headingLevel != nil
            || sentence.count >= 5 && r.ascii(sentence.upperBound - 1) == UInt8(ascii: ".")
        for i in sentence where r.knows(i) || !r.bridged.isEmpty {
            guard let match = leadMatch(at: i, sentence, view, isProse: isProse), !isDenied(match, sentence, view),
                !managesMoney(match, view)
            else {
                continue
            }
            let nearest = names.last {
                view.names[$0].tokens.upperBound <= match.start && match.start - view.names[$0].tokens.upperBound <= 6
            }
            let before = nearest.flatMap {
                companions(endingWith: $0, names, view).map { companions in
                    names.last { $0 < companions.lowerBound }
                } ?? withoutCompanions($0, sentence, names, view) ?? $0
            }
            if match.meaning == .leadBefore || match.meaning == .leadVerb {
                if let k = before, let turned = subject(behind: match, notBefore: k, names, view) {
                    roleClaim(turned, .lead, view, rule: "partner.lead-after")
                    taken.insert(turned)
                } else if let k = before {
                    roleClaim(k, .lead, view, rule: "partner.lead-before")
                    taken.insert(k)
                } else if nameBefore(match.start, sentence, view) {
                    continue
                } else if let k = names.first(where: {
                    let start = view.names[$0].tokens.lowerBound
                    return start >= match.end && distance(match.end..<start, view) <= 3
                        && !isCompanion(start, behind: match.end, view)
                }) {
                    // "Projekt … zastřešuje Univerzita X": the verb stands before its subject.
                    roleClaim(k, .lead, view, rule: "partner.lead-after")
                    taken.insert(k)
                } else {
                    leadReferred(match, isBefore: true, sentence, view)
                }
                continue
            }
            // "with the University X (lead partner), the City Y"
            if match.meaning == .partnerLead, r.ascii(match.start - 1) == UInt8(ascii: "("),
                let k = names.last(where: { view.names[$0].tokens.upperBound == match.start - 1 })
            {
                roleClaim(k, .lead, view, rule: "partner.lead-bracket")
                taken.insert(k)
                continue
            }
            let behind = names.first { k in
                let start = view.names[k].tokens.lowerBound
                return start >= match.end
                    && (start - match.end <= 4 || distance(match.end..<start, view, besidesProject: true) <= 4)
                    && !(match.end..<start).contains { r.ascii($0) == UInt8(ascii: ";") }
                    && !isCompanion(start, behind: match.end, view)
            }
            // "X stod i spidsen, og Y var partner", "is X leadpartner; Y en Z zijn partners"
            if let k = before, let next = behind,
                isClosed(match, between: view.names[k].tokens, and: view.names[next].tokens, view)
            {
                roleClaim(k, .lead, view, rule: "partner.lead-before")
                taken.insert(k)
                continue
            }
            if let k = behind,
                !(match.meaning == .partnerLead && joinsOthers(match.end..<view.names[k].tokens.lowerBound, view))
            {
                if isNational(match.start..<match.end, view) { nationalLeads.append(builder.claims.count) }
                roleClaim(k, .lead, view, rule: "partner.lead-after")
                taken.insert(k)
            } else if match.meaning == .partnerLead, let k = before,
                match.start - view.names[k].tokens.upperBound <= 4
            {
                roleClaim(k, .lead, view, rule: "partner.lead-before")
                taken.insert(k)
            } else if match.meaning == .leadAfter {
                if !leadBehind(match.end, sentence, view) {
                    leadReferred(match, isBefore: false, sentence, view)
                }
            } else if isProse {
                leadReferred(match, isBefore: true, sentence, view)
            }
        }
    }

    /// Whether what was said of the name before ends behind the words for leading, at a comma, a semicolon or the word for
    /// "and", so that the next name is somebody else.
    private func isClosed(
        _ match: Lexicon.Match, between before: Range<Int>, and next: Range<Int>, _ view: BlockView
    ) -> Bool {
        let r = view.reading
        guard match.meaning != .leadBefore, match.meaning != .leadVerb, match.start >= before.upperBound,
            match.start - before.upperBound <= 4, next.lowerBound > match.end,
            ",;".utf8.contains(r.ascii(match.end))
                || r.first(.and, at: match.end).map({ $0.end <= next.lowerBound }) == true
        else { return false }
        return !(before.upperBound..<match.start).contains { i in
            ",;:(".utf8.contains(r.ascii(i)) || r.first(.and, at: i) != nil
        }
    }

    /// "X as lead partner, together with Y": what follows the words for leading is not who leads.
    private func joinsOthers(_ gap: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        if gap.contains(where: { i in r.at(i).contains { $0.meaning == .partnerAfter } }) { return true }
        // "is lead partner, working alongside Y", but not "the lead partner, the University of Y"
        let words = gap.filter { r.kind($0) == .word }
        return r.ascii(gap.lowerBound) == UInt8(ascii: ",")
            && (words.count >= 2
                || words.contains { r.first(.orgInside, at: $0) == nil && r.first(.of, at: $0) == nil })
    }

    /// "Gyula a Múzeummal és az Egyesülettel *közösen* vezeti": the bodies in front of a word that makes them companions of
    /// somebody, as indexes of the view's names; nil where none stands behind the last of them.
    func companions(endingWith last: Int, _ names: [Int], _ view: BlockView) -> ClosedRange<Int>? {
        let r = view.reading
        guard r.first(.partnerWith, at: view.names[last].tokens.upperBound) != nil else { return nil }
        var first = last
        for k in names.reversed() where k < first {
            let gap =
                view.names[k].tokens
                .upperBound..<max(
                    view.names[k].tokens.upperBound, view.names[first].tokens.lowerBound)
            guard gap.count <= 3,
                gap.contains(where: { r.first(.and, at: $0) != nil || r.ascii($0) == UInt8(ascii: ",") })
            else { break }
            first = k
        }
        return first...last
    }

    /// "X, together with Y and the university of Z, leads …": the body before the words for taking part, behind which
    /// stand nothing but bodies up to the verb.
    private func withoutCompanions(
        _ nearest: Int, _ sentence: Range<Int>, _ names: [Int], _ view: BlockView
    ) -> Int? {
        let r = view.reading
        var start = view.names[nearest].tokens.lowerBound
        var k = names.firstIndex(of: nearest) ?? 0
        var words = 0
        var hasComma = false
        while start > sentence.lowerBound {
            if let cue = r.last(.partnerAfter, endingAt: start) {
                return hasComma
                    ? nil
                    : names[..<k].last {
                        0...2 ~= cue.start - view.names[$0].tokens.upperBound
                            && r.last(.partnerAfter, endingAt: view.names[$0].tokens.lowerBound) == nil
                    }
            }
            if k > 0, view.names[names[k - 1]].tokens.upperBound == start {
                k -= 1
                start = view.names[names[k]].tokens.lowerBound
                words = 0
                hasComma = false
                continue
            }
            start -= 1
            let isComma = r.ascii(start) == UInt8(ascii: ",")
            guard r.isSmall(start) || isComma || r.ascii(start) == UInt8(ascii: "'") else { return nil }
            hasComma = hasComma || isComma
            words += 1
            // "and the", "a s"
            if words > 3 { return nil }
        }
        return nil
    }

    /// "The idea is that of X, but heads the work Y": the name right behind the words, where a comma parts them from the
    /// one before.
    private func subject(behind match: Lexicon.Match, notBefore k: Int, _ names: [Int], _ view: BlockView) -> Int? {
        let gap = view.names[k].tokens.upperBound..<max(view.names[k].tokens.upperBound, match.start)
        guard gap.count >= 2, gap.contains(where: { view.reading.ascii($0) == UInt8(ascii: ",") }) else { return nil }
        return names.first { 0...1 ~= view.names[$0].tokens.lowerBound - match.end }
    }

    /// The words between a verb and a name, without quotations and brackets: "Координує «X» (Y) Центр Z".
    ///
    /// - Parameter besidesProject: whether the word for project counts for nothing too: "Trekker van het project "X" is
    ///   de gemeente Y".
    private func distance(_ gap: Range<Int>, _ view: BlockView, besidesProject: Bool = false) -> Int {
        let r = view.reading
        guard gap.count <= Self.longestGap else { return gap.count }
        var count = 0
        var i = gap.lowerBound
        while i < gap.upperBound {
            let close = r.ascii(i) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "\"")
            if r.ascii(i) == UInt8(ascii: "(") || r.ascii(i) == UInt8(ascii: "\""),
                let end = ((i + 1)..<gap.upperBound).first(where: { r.ascii($0) == close })
            {
                i = end + 1
                continue
            }
            if !besidesProject || r.first(.project, at: i) == nil { count += 1 }
            i += 1
        }
        return count
    }

    private static let longestGap = 24

    /// "Cleantech Flanders was penvoerder": capitalised words right before the word for leading that are no person's
    /// name: with a place, capitals or a bracket behind them.
    mutating func nameBefore(_ end: Int, _ sentence: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        var end = end
        // "C'est l'Unione Montana Valle Varaita qui pilote …"
        var small = 0
        while small < 2, end - 1 > sentence.lowerBound, r.isSmall(end - 1), r.tokens.folded(end - 1).count <= 5 {
            end -= 1
            small += 1
        }
        // "Kold College i Odense koordinerer …"
        if let place = view.names.first(where: { $0.mention.kind == .region && $0.tokens.upperBound == end }),
            let before = r.last(.placeBefore, endingAt: place.tokens.lowerBound), r.isSmall(before.start)
        {
            end = before.start
        }
        var start = end
        while start > sentence.lowerBound, end - start < 6, r.kind(start - 1) == .word,
            r.tokens[start - 1].isCapitalized,
            r.first(.project, at: start - 1) == nil
        { start -= 1 }
        let run = start..<end
        let isLong = run.count >= 3 && !r.language.capitalizesNouns
        guard run.count >= 2 || run.first.map({ r.tokens[$0].isAllCaps || r.tokens[$0].hasInnerCapital }) == true,
            isLong
                || run.contains(where: { i in
                    r.tokens[i].isAllCaps || r.tokens[i].hasInnerCapital || r.first(.orgHead, at: i) != nil
                        || view.names.contains { $0.mention.kind == .region && $0.tokens.contains(i) }
                }), !view.names.contains(where: { $0.mention.kind == .region && $0.tokens == run }),
            !view.names.contains(where: { $0.mention.kind == .programme && $0.tokens.overlaps(run) }),
            leadPlaces[view.index]?.contains(where: run.contains) != true,
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

    // MARK: Tables

    /// A cell that says "lead partner" and nothing else: of the body its row names, or of the body its column is headed
    /// by.
    mutating func readRoleCells() {
        var byView: [Int: [Int]] = [:]
        for (n, claim) in builder.claims.enumerated() where claim.property == .partner {
            guard let mention = claim.mention, let view = view(at: builder.mention(mention).span.start) else {
                continue
            }
            byView[view.index, default: []].append(n)
        }
        let told = countRoleCells()
        for view in views where view.isUnderHeader {
            let cells = view.block.cells.filter { !$0.span.isEmpty && !$0.isHeader }
            let roles = cells.map { role(in: view.tokens($0.span), view) }
            guard let lead = roles.firstIndex(of: .lead) else { continue }
            let own = byView[view.index] ?? []
            if own.count == 1, let claim = own.first {
                // "Beneficiary" in row after row, beside one "lead beneficiary".
                if told[roleKey(cells[lead], view), default: 0] > 1 { continue }
                builder.updateClaim(claim) { $0.role = .lead }
            } else if own.isEmpty, roles.dropFirst().filter({ $0 != nil }).count * 2 >= cells.count {
                // "chef de file | opérateur | opérateur": what stands there again and again is no lead.
                let words = cells.map { Folding.key(view.reading.string(view.tokens($0.span))) }
                for (n, cell) in cells.enumerated().dropFirst() {
                    let isCommon = words.filter { $0 == words[n] }.count > 1
                    readColumn(cell, isCommon ? .partner : roles[n] ?? .partner, view)
                }
            }
        }
    }

    /// In how many rows of a table the words of a lead's role stand.
    private func countRoleCells() -> [String: Int] {
        var counts: [String: Int] = [:]
        for view in views where view.isUnderHeader {
            for cell in view.block.cells
            where !cell.span.isEmpty && !cell.isHeader && role(in: view.tokens(cell.span), view) == .lead {
                counts[roleKey(cell, view), default: 0] += 1
            }
        }
        return counts
    }

    private func roleKey(_ cell: Block.Cell, _ view: BlockView) -> String {
        "\(view.block.group) " + Folding.key(view.reading.string(view.tokens(cell.span)))
    }

    /// The role that a cell holds and nothing else.
    private func role(in cell: Range<Int>, _ view: BlockView) -> Claim.Role? {
        // "VP" in a column of "VP, PP2, PP3"
        if cell.count == 1, let only = cell.first, view.reading.tokens[only].isAllCaps,
            view.reading.first(.leadCode, at: only) != nil
        {
            return .lead
        }
        // "Federführung, Finanzabwicklung"
        let comma = cell.first { view.reading.ascii($0) == UInt8(ascii: ",") }
        let tokens = cell.lowerBound..<(comma ?? cell.upperBound)
        guard tokens.filter({ view.reading.kind($0) == .word }).count <= 4,
            let label = FieldFinder.label(in: tokens, view, whole: true), label.0.isPartnerLabel,
            label.1.count * 2 > tokens.count
        else { return nil }
        return PartnerList.role(label.0)
    }

    /// Partners as columns: the body in the header of a cell that says its role.
    private mutating func readColumn(_ cell: Block.Cell, _ role: Claim.Role, _ view: BlockView) {
        guard let header = cell.header, let host = self.view(at: header.start),
            let project = project(at: view.index, view.range.lowerBound)
        else { return }
        let tokens = host.tokens(header)
        guard !tokens.isEmpty, host.reading.first(.sumRow, at: tokens.lowerBound) == nil,
            FieldFinder.label(in: tokens, host, whole: true) == nil
        else { return }
        let mention = organizationMention(tokens, host, rule: "partner.column")
        let entity = organization(mention, kind: head(in: tokens, host))
        builder.claim(
            Claim(
                subject: project, property: .partner, object: entity, mention: mention, role: role,
                evidence: [builder.mention(mention).span, view.reading.span(view.tokens(cell.span))],
                rule: "partner.column", confidence: 0.8))
    }

    /// A column "Implementer" with a body in each row lists partners; a lead stands there once.
    func isColumnOfSeveral(_ field: Field, _ part: Field.Part, _ project: Int) -> Bool {
        field.form == "table" && part.view != field.labelView
            && (leadColumns[[field.label.lowerBound, project]] ?? 0) > 1
    }

    /// How many rows a column of leads has for each project, by the header's first token and the project.
    func countLeadColumns() -> [[Int]: Int] {
        var rows: [[Int]: Int] = [:]
        for field in fields where field.meaning == .partnerLead && field.form == "table" {
            for part in field.parts where part.view != field.labelView {
                if let project = project(of: field, part) { rows[[field.label.lowerBound, project], default: 0] += 1 }
            }
        }
        return rows
    }

    // MARK: Leads of one country

    /// "Norsk prosjekteier", "Schweizer Projektverantwortung": who leads at home.
    func isNational(_ label: Range<Int>, _ view: BlockView) -> Bool {
        let r = view.reading
        return [label.lowerBound, label.lowerBound - 1].contains { i in
            r.sameLine(i + 1) && r.at(i).contains { $0.meaning == .namePlace && r.entry($0).key.count == 2 }
        }
    }

    /// A country's lead is a partner where somebody leads the whole.
    mutating func settleLeads() {
        joinFaculties()
        let national = Set(nationalLeads)
        for n in nationalLeads where builder.claims.indices.contains(n) {
            let claim = builder.claims[n]
            guard claim.property == .partner, claim.role == .lead,
                builder.claims(of: claim.subject).contains(where: { k in
                    !national.contains(k) && builder.claims[k].role == .lead && builder.claims[k].object != claim.object
                })
            else { continue }
            builder.updateClaim(n) { $0.role = .partner }
        }
    }
}
