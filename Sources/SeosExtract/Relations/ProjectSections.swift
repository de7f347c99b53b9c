internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Pages that tell of several projects one under the other: headings with the same kinds of labels below each.
struct ProjectSections {
    let views: [BlockView]
    let fields: [Field]

    /// The names the headings give, in order; empty unless at least two parts of the page are alike.
    var names: [ProjectNames.Name] {
        var found: [(name: ProjectNames.Name, groups: Set<Group>)] = []
        for (n, view) in views.enumerated() {
            guard view.block.headingLevel != nil, FieldFinder.label(in: view.range, view, whole: true) == nil else {
                continue
            }
            // What stands between this heading and the next that is no label.
            var groups: Set<Group> = []
            for field in fields where field.labelView > n && !field.parts.isEmpty && field.labelView < end(of: n) {
                if let group = Group(field.meaning) { groups.insert(group) }
            }
            if groups.count >= 2, let name = name(in: view) { found.append((name, groups)) }
        }
        let repeated = Group.allCases.filter { group in found.filter { $0.groups.contains(group) }.count >= 2 }
        let alike = found.filter { !$0.groups.isDisjoint(with: repeated) }
        return alike.count >= 2 ? alike.map(\.name) : siblings
    }

    /// Headings below one that speaks of projects ("I nostri progetti"), each with text that tells of partners, money,
    /// time or a programme; nothing when the heading above names a project itself.
    private var siblings: [ProjectNames.Name] {
        guard !fields.contains(where: { [.projectName, .projectFullName, .projectAcronym].contains($0.meaning) }),
            let title = views.prefix(12).first(where: { speaksOfProjects($0) }),
            let first = views[(title.index + 1)...].first(where: { $0.block.headingLevel != nil }),
            let level = first.block.headingLevel
        else { return [] }
        var names: [ProjectNames.Name] = []
        for view in views[first.index...] {
            guard view.block.headingLevel == level, view.range.filter({ view.reading.kind($0) == .word }).count <= 9,
                FieldFinder.label(in: view.range, view, whole: true) == nil,
                !view.reading.matches.contains(where: { view.reading.meaning($0) == .noProject }),
                groups(below: view, level).count >= 2, let name = name(in: view)
            else { continue }
            names.append(name)
        }
        return names.count >= 2 ? names : []
    }

    private func speaksOfProjects(_ view: BlockView) -> Bool {
        let r = view.reading
        guard view.block.headingLevel != nil, view.range.count <= 14,
            view.range.contains(where: { r.first(.project, at: $0) != nil })
        else { return false }
        return !view.range.contains { r.ascii($0) == UInt8(ascii: "\"") || r.ascii($0) == UInt8(ascii: ":") }
    }

    /// What kinds of facts the text under a heading tells.
    private func groups(below heading: BlockView, _ level: Int) -> Set<Group> {
        var groups: Set<Group> = []
        for view in views[(heading.index + 1)...] {
            if let other = view.block.headingLevel, other <= level { break }
            for value in view.values {
                if value.mention.kind == .money { groups.insert(.money) }
                if value.mention.kind == .date { groups.insert(.time) }
            }
            for name in view.names {
                if name.mention.kind == .programme { groups.insert(.programme) }
                if name.mention.kind == .organization {
                    groups.insert(name.mention.code == nil ? .partners : .programme)
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
