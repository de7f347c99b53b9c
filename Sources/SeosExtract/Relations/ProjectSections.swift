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
        return alike.count >= 2 ? alike.map(\.name) : []
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
