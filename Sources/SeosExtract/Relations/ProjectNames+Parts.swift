internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A second project with a part of the page to itself, where the parts are not alike: "Cross-border work: Drava's story"
/// below a table, "§ 32 Co-financing of the project Hydrogen for villages" in minutes.
extension ProjectNames {
    private static let leastGroups = 3
    /// Views of a part that are looked at.
    private static let longestPart = 30

    /// What the page tells from a name to the next heading, or to the end: three kinds of facts and more, somebody who
    /// takes part or pays among them.
    func hasPart(_ name: Name) -> Bool {
        guard let part = partBelow(name.view) else { return false }
        var groups = ProjectSections.told(views[part])
        for n in part { groups.formUnion(groupsOfLabels[n] ?? []) }
        return groups.count >= Self.leastGroups && !groups.isDisjoint(with: [.partners, .programme])
    }

    private func partBelow(_ view: Int) -> Range<Int>? {
        let below = views[(view + 1)...].prefix(Self.longestPart)
        // "§ 32" above the line: the part ends at the next such number.
        let isItem = view > 0 && ProjectScopes.isNumber(views[view - 1])
        let form = isItemLine(views[view]) ? ProjectHeading.numberingForm(views[view]) : nil
        let end = below.first {
            if let form, ProjectHeading.numberingForm($0) == form { return true }
            return isItem ? ProjectScopes.isNumber($0) : $0.block.headingLevel != nil
        }
        let last = end?.index ?? below.endIndex
        return last > view ? view..<last : nil
    }

    /// "4. Youth and herring – 202411020", "Item 2/25 Youth and herring – final report": a short numbered line above
    /// paragraphs, as minutes have them.
    private func isItemLine(_ view: BlockView) -> Bool {
        guard view.block.headingLevel == nil, view.range.count <= Self.longestHeading, !view.isProse,
            view.index + 1 < views.count, ProjectHeading.numbering(from: view.range.lowerBound, view) != nil
        else { return false }
        let next = views[view.index + 1].block
        if case .listItem = next.kind { return false }
        return view.isItem || view.reading.first(.numbering, at: view.range.lowerBound) != nil
    }

    /// What stands behind the colon of a heading, and again in the text below: "Born of FjordLiv: Eelgrass at school".
    func headedParts() -> [Name] {
        var found: [Name] = []
        for view in views where view.range.count <= Self.longestHeading {
            guard view.block.headingLevel != nil || isItemLine(view) else { continue }
            if let below = belowProjectWord(view) {
                found.append(below)
                continue
            }
            let r = view.reading
            guard let colon = view.range.dropFirst().first(where: { r.ascii($0) == UInt8(ascii: ":") }) else {
                if let whole = wholeHeading(view) { found.append(whole) }
                continue
            }
            guard FieldFinder.label(in: view.range.lowerBound..<colon, view, whole: true) == nil else { continue }
            if let head = beforeColon(colon, view) { found.append(head) }
            let tail = clean((colon + 1)..<view.range.upperBound, view)
            guard tail.filter({ r.kind($0) == .word }).count >= 2, r.tokens[tail.lowerBound].isCapitalized else {
                continue
            }
            let name = Name(view: view.index, tokens: tail, rule: "project.section", confidence: 0.7)
            // "Predecessor: “Dune paths”" needs no second place.
            let isEarlier = (view.range.lowerBound..<colon).contains { r.first(.projectEarlier, at: $0) != nil }
            guard !isBody(name), let part = partBelow(view.index),
                isEarlier || stands(name, in: part.dropFirst()), hasPart(name)
            else { continue }
            found.append(name)
        }
        return found
    }

    /// "Price of berries" above "The project Price of berries, which the town ran, …": a heading of two words and more that
    /// is no label and names nobody, said again below.
    private func wholeHeading(_ view: BlockView) -> Name? {
        let r = view.reading
        let start = ProjectHeading.numbering(from: view.range.lowerBound, view) ?? view.range.lowerBound
        guard start < view.range.upperBound else { return nil }
        // "4. Youth and herring – 202411020"
        let end =
            (start..<view.range.upperBound).dropFirst().first {
                isSeparator($0, r) || r.ascii($0) == UInt8(ascii: "(") && r.digits($0 + 1) > 1
            } ?? view.range.upperBound
        let tokens = clean(start..<end, view)
        guard (2...6).contains(tokens.count { r.kind($0) == .word }), r.tokens[tokens.lowerBound].isCapitalized,
            !view.isShouting, !view.names.contains(where: { $0.tokens.overlaps(tokens) }),
            FieldFinder.label(in: view.range, view, whole: true) == nil, !view.isPartOfPage
        else { return nil }
        let name = Name(view: view.index, tokens: tokens, rule: "project.section", confidence: 0.7)
        guard let part = partBelow(view.index), stands(name, in: part.dropFirst()), hasPart(name) else { return nil }
        return name
    }

    /// "Related project" above "Soil under the vine: microbiota of the hills" and what the project costs: a heading below one
    /// of a word or two with the word for project.
    private func belowProjectWord(_ view: BlockView) -> Name? {
        guard let level = view.block.headingLevel, view.index > 0, !view.isPartOfPage else { return nil }
        let above = views[view.index - 1]
        guard let higher = above.block.headingLevel, higher < level, above.range.count <= 4,
            above.reading.matches.contains(where: {
                $0.meaning == .project && Self.isPlain($0, above.reading) && $0.end == above.range.upperBound
            }),
            above.range.dropFirst().allSatisfy({ above.reading.isSmall($0) || above.reading.language.capitalizesNouns })
        else { return nil }
        let r = view.reading
        let tokens = clean(view.range, view)
        let name = Name(view: view.index, tokens: tokens, rule: "project.section", confidence: 0.7)
        guard !tokens.isEmpty, r.isCapital(tokens.lowerBound), !isBody(name),
            FieldFinder.label(in: view.range, view, whole: true) == nil, hasPart(name)
        else { return nil }
        return name
    }

    /// "Open Stoves: placements abroad" above a text that says "Open Stoves" again: the words before the colon.
    private func beforeColon(_ colon: Int, _ view: BlockView) -> Name? {
        let r = view.reading
        let start = ProjectHeading.numbering(from: view.range.lowerBound, view) ?? view.range.lowerBound
        let head = clean(start..<max(start, colon), view)
        guard (2...5).contains(head.count { r.kind($0) == .word }), r.tokens[head.lowerBound].isCapitalized else {
            return nil
        }
        let name = Name(view: view.index, tokens: head, rule: "project.section", confidence: 0.7)
        guard !isBody(name), let part = partBelow(view.index), stands(name, in: part.dropFirst()), hasPart(name) else {
            return nil
        }
        return name
    }

    private static let longestHeading = 14

    /// Whether the words of a name stand in some of the views.
    private func stands(_ name: Name, in part: Range<Int>) -> Bool {
        let host = views[name.view].reading.tokens
        return part.contains { n in
            let r = views[n].reading
            return r.range.contains { i in
                r.tokens[i].isCapitalized && i + name.tokens.count <= r.range.upperBound
                    && name.tokens.enumerated().allSatisfy { r.tokens.folded(i + $0) == host.folded($1) }
            }
        }
    }
}
