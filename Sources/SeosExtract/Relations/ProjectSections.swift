internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Pages that tell of several projects one under the other: headings with the same kinds of labels below each.
struct ProjectSections {
    let views: [BlockView]
    let fields: [Field]

    /// The names the headings give, in order; empty unless at least two parts of the page are alike.
    var names: [ProjectNames.Name] {
        var found: [(name: ProjectNames.Name, level: Int, groups: Set<Group>, told: Set<Group>)] = []
        for (n, view) in views.enumerated() {
            guard let level = view.block.headingLevel, !isLabel(view), !isValue(n), let name = name(in: view) else {
                continue
            }
            let section = (n + 1)..<max(n + 1, end(of: n))
            // What stands between this heading and the next that is no label.
            var groups: Set<Group> = []
            for field in fields where section.contains(field.labelView) && !field.parts.isEmpty {
                if let group = Group(field.meaning) { groups.insert(group) }
            }
            found.append((name, level, groups, told(views[section])))
        }
        let labelled = found.filter { $0.groups.count >= 2 }
        let repeated = Group.allCases.filter { group in labelled.filter { $0.groups.contains(group) }.count >= 2 }
        let alike = labelled.filter { !$0.groups.isDisjoint(with: repeated) }
        if alike.count >= 2 {
            // A part between them that is told in sentences is of the same kind.
            let levels = Set(alike.map(\.level))
            return found.filter { part in
                alike.contains { $0.name.view == part.name.view }
                    || levels.contains(part.level) && part.told.union(part.groups).count >= 3
            }.map(\.name)
        }
        let full = found.filter { $0.told.union($0.groups).count >= 3 }
        guard let level = full.first?.level else { return [] }
        let told = full.filter { $0.level == level }
        return told.count >= 2 ? told.map(\.name) : []
    }

    private func isLabel(_ view: BlockView) -> Bool { FieldFinder.label(in: view.range, view, whole: true) != nil }

    /// A line that answers a label, and only looks like a heading.
    private func isValue(_ n: Int) -> Bool {
        fields.contains { $0.form != "heading" && $0.parts.contains { $0.view == n } }
    }

    /// What the sentences of a part of the page tell of: someone who leads or takes part, money, time, who pays.
    private func told(_ section: ArraySlice<BlockView>) -> Set<Group> {
        var groups: Set<Group> = []
        for view in section {
            for value in view.values {
                switch value.mention.kind {
                case .money: groups.insert(.money)
                case .date: groups.insert(.time)
                default: continue
                }
            }
            if view.names.contains(where: { $0.mention.kind == .programme }) { groups.insert(.programme) }
            for match in view.reading.matches {
                switch match.meaning {
                case .leadBefore, .leadAfter, .partnerBefore, .partnerAfter: groups.insert(.partners)
                case .funderBefore, .funderAfter: groups.insert(.programme)
                default:
                    if match.meaning.isPartnerLabel { groups.insert(.partners) }
                }
            }
        }
        return groups
    }

    private enum Group: CaseIterable {
        case partners, money, time, programme

        init?(_ meaning: Meaning) {
            switch meaning {
            case .period, .periodStart, .periodEnd, .periodDuration: self = .time
            case .programme, .funder: self = .programme
            case .amountNone: return nil
            default:
                guard meaning.isPartnerLabel || meaning.isAmountLabel else { return nil }
                self = meaning.isPartnerLabel ? .partners : .money
            }
        }
    }

    private func end(of n: Int) -> Int {
        views[(n + 1)...].first { view in
            view.block.headingLevel != nil && FieldFinder.label(in: view.range, view, whole: true) == nil
        }?.index ?? views.count
    }

    /// "1. WALKofPEACE (finished)", "VarioPore – Nanopores …", "North Sea Fish (NSF)", "Continued: Green Railways II".
    private func name(in view: BlockView) -> ProjectNames.Name? {
        let r = view.reading
        var start = view.range.lowerBound
        if r.kind(start) == .number, r.ascii(start + 1) == UInt8(ascii: ".") || r.ascii(start + 1) == UInt8(ascii: ")")
        {
            start += 2
        }
        if let project = r.first(.project, at: start), project.end < view.range.upperBound { start = project.end }
        while start < view.range.upperBound, r.kind(start) == .punctuation { start += 1 }
        var end =
            (start..<view.range.upperBound).dropFirst().first {
                r.ascii($0) == UInt8(ascii: "(") || r.isDash($0) && !r.glued($0) || r.ascii($0) == UInt8(ascii: "|")
            } ?? view.range.upperBound
        if let colon = (start..<end).first(where: { r.ascii($0) == UInt8(ascii: ":") }), colon > start, colon + 1 < end
        {
            // A short name before the colon, or a word such as "continued".
            if r.tokens[start].isAllCaps || r.tokens[start].hasInnerCapital { end = colon } else { start = colon + 1 }
        }
        while end > start, r.kind(end - 1) == .punctuation { end -= 1 }
        guard end > start, end - start <= 20, r.tokens[start].isCapitalized || r.kind(start) == .number else {
            return nil
        }
        return ProjectNames.Name(view: view.index, tokens: start..<end, rule: "project.section", confidence: 0.75)
    }
}
