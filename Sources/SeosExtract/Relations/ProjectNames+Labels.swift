internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Names under labels: "Project name", "Acronym", "Full title".
extension ProjectNames {
    // MARK: Labels

    static func nameLabels(_ fields: [Field]) -> [(view: Int, field: Int)] {
        let labels = fields.indices.compactMap { n -> (view: Int, field: Int)? in
            guard [.projectName, .projectFullName, .projectAcronym].contains(fields[n].meaning),
                let part = fields[n].parts.first(where: { !$0.tokens.isEmpty })
            else { return nil }
            return (part.view, n)
        }
        return labels.sorted { $0 < $1 }
    }

    /// The labels for names whose answers stand in some views, in the order of the page.
    func nameLabels(in section: Range<Int>?) -> [Int] {
        guard let section else { return nameLabels.map(\.field).sorted() }
        var low = 0
        var high = nameLabels.count
        while low < high {
            let mid = (low + high) / 2
            if nameLabels[mid].view < section.lowerBound { low = mid + 1 } else { high = mid }
        }
        return nameLabels[low...].prefix { $0.view < section.upperBound }.map(\.field).sorted()
    }

    /// Names under labels.
    ///
    /// - Parameter section: views of one part of the page; without it, where the page has several parts, those of the
    ///   first part with a name under a label.
    func labelled(_ result: inout Result, in section: Range<Int>? = nil) {
        var scope = section
        for n in nameLabels(in: section) {
            let field = fields[n]
            guard let part = field.parts.first(where: { !$0.tokens.isEmpty }), scope?.contains(part.view) ?? true,
                !holdsAddress(part.tokens, views[part.view])
            else { continue }
            let view = views[part.view]
            if scope == nil {
                scope = sections.first { $0.views.contains(part.view) }?.views
            }
            if section == nil, scope == nil, let end = endOfCard(behind: n) { scope = 0..<end }
            // A heading "Project" above running text gives no name.
            if view.isProse, field.form == "heading" || field.form == "line" { continue }
            switch field.meaning {
            case .projectAcronym:
                let tokens = clean(firstLine(part.tokens, view), view)
                if result.short == nil, !tokens.isEmpty, tokens.count <= 6 {
                    result.short = Name(
                        view: part.view, tokens: tokens, rule: "project.label.acronym", confidence: 0.97)
                }
            case .projectName, .projectFullName:
                let tokens = clean(firstLine(part.tokens, view), view)
                guard !tokens.isEmpty, tokens.count <= 45 else { continue }
                split(tokens, view, &result, label: field.meaning)
            default: continue
            }
        }
    }

    /// Where the next label of the same kind for a name stands, when labels of two other kinds and more stand between the
    /// two and behind the second: cards one below the other.
    func endOfCard(behind n: Int) -> Int? {
        let start = fields[n].labelView
        guard
            let next = nameLabels.first(where: {
                fields[$0.field].meaning == fields[n].meaning && fields[$0.field].labelView > start
            })
        else { return nil }
        let end = fields[next.field].labelView
        func groups(_ range: Range<Int>) -> Int {
            range.reduce(into: ProjectSections.Groups()) { $0.formUnion(groupsOfLabels[$1] ?? []) }.count
        }
        let (own, other) = (start..<end, end..<min(views.count, end + Self.longestCard))
        if groups(own) >= 2, groups(other) >= 2 { return end }
        let leads = fields.filter { $0.meaning == .partnerLead && !$0.parts.isEmpty }.map(\.labelView)
        return leads.contains(where: own.contains) && leads.contains(where: other.contains) ? end : nil
    }

    static let longestCard = 12

    /// "Project office, office@council.example" is no name.
    func holdsAddress(_ tokens: Range<Int>, _ view: BlockView) -> Bool {
        view.values.contains {
            [.email, .url, .phone].contains($0.mention.kind) && tokens.contains($0.tokens.lowerBound)
        }
    }

    /// "RESEES - REINFORCE REGIONAL …", "RESIST (inglise keeles Regional …)", "Rohelised rööpad II", "Long name (ACR)".
    func split(_ tokens: Range<Int>, _ view: BlockView, _ result: inout Result, label: Meaning) {
        let r = view.reading
        let rule = label == .projectName ? "project.label.name" : "project.label.full-name"
        if let open = tokens.first(where: { r.ascii($0) == UInt8(ascii: "(") }), open > tokens.lowerBound {
            let close = tokens.last(where: { r.ascii($0) == UInt8(ascii: ")") && $0 > open }) ?? tokens.upperBound
            let before = clean(tokens.lowerBound..<open, view)
            let inside = clean(afterLanguageCue((open + 1)..<close, view), view)
            if isAcronym(before, view) {
                set(&result.short, view, before, rule, 0.95)
                if inside.count >= 3 { set(&result.full, view, inside, rule, 0.9) }
                return
            }
            if isAcronym(inside, view) {
                set(&result.short, view, inside, rule, 0.95)
                set(&result.full, view, before, rule, 0.9)
                return
            }
            if !inside.isEmpty, inside.count >= 3 {
                result.aliases.append(Name(view: view.index, tokens: inside, rule: rule, confidence: 0.8))
            }
            place(before, view, &result, rule)
            return
        }
        if let dash = tokens.dropFirst().first(where: { isSeparator($0, r) }), dash + 1 < tokens.upperBound {
            let left = clean(tokens.lowerBound..<dash, view)
            let right = clean((dash + 1)..<tokens.upperBound, view)
            if isAcronym(left, view) {
                set(&result.short, view, left, rule, 0.95)
                set(&result.full, view, right, rule, 0.9)
                return
            }
            if isAcronym(right, view) {
                set(&result.short, view, right, rule, 0.95)
                set(&result.full, view, left, rule, 0.9)
                return
            }
            let words = left.filter { r.kind($0) == .word }.count
            if label == .projectName, !left.isEmpty, words <= 4, !right.isEmpty, result.short == nil {
                set(&result.short, view, left, rule, 0.9)
                result.aliases.append(Name(view: view.index, tokens: tokens, rule: rule, confidence: 0.8))
                if right.count >= 3 {
                    set(&result.full, view, right, rule, 0.8)
                } else {
                    result.aliases.append(Name(view: view.index, tokens: right, rule: rule, confidence: 0.7))
                }
                return
            }
        }
        place(tokens, view, &result, rule)
    }

    func place(_ tokens: Range<Int>, _ view: BlockView, _ result: inout Result, _ rule: String) {
        guard !tokens.isEmpty else { return }
        if rule == "project.label.name", tokens.count <= 5, result.short == nil {
            set(&result.short, view, tokens, rule, 0.9)
        } else if result.full == nil {
            set(&result.full, view, tokens, rule, 0.9)
        } else {
            result.aliases.append(Name(view: view.index, tokens: tokens, rule: rule, confidence: 0.8))
        }
    }

    func set(_ slot: inout Name?, _ view: BlockView, _ tokens: Range<Int>, _ rule: String, _ confidence: Double) {
        guard slot == nil, !tokens.isEmpty else { return }
        slot = Name(view: view.index, tokens: tokens, rule: rule, confidence: confidence)
    }
}
