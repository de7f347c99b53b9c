internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lines that stand as titles of cards in plain text: a few words above a label, and the same label below such a line
/// again further down.
///
/// "Green harbours / Project owner: Region Halland / Partner: … / Blue ways / Project owner: Lysekil / Partner: …". No list
/// of bodies looks like that: below "Partners" only its last line stands above a label.
struct ProjectCardTitles {
    /// The views with the titles; empty unless there are two.
    private(set) var views: [Int] = []

    private static let mostTokens = 16
    private static let longestCard = 24

    init(in all: [BlockView]) {
        var lines: [(title: Int, meaning: Meaning)] = []
        var labels: [Meaning: Int] = [:]
        for view in all {
            guard let meaning = Self.label(view) else { continue }
            labels[meaning, default: 0] += 1
            if view.index > 0, Self.isTitle(all[view.index - 1], in: all) { lines.append((view.index - 1, meaning)) }
        }
        // Each label of the kind that opens a card stands below a title.
        guard let first = lines.first(where: { labels[$0.meaning] ?? 0 >= 2 })?.meaning,
            case let titles = lines.filter({ $0.meaning == first }).map(\.title), titles.count >= 2,
            titles.count == labels[first]
        else { return }
        let ends = titles.dropFirst() + [min(all.count, (titles.last ?? 0) + Self.longestCard)]
        for (title, end) in zip(titles, ends) {
            let groups = all[(title + 1)..<end].reduce(into: ProjectSections.Groups()) { groups, view in
                if let group = Self.label(view).flatMap(ProjectSections.Group.init) { groups.formUnion(.init(group)) }
            }
            guard groups.contains(.partners), groups.count >= 2 || first == .partnerLead else { return }
        }
        views = titles
    }

    /// What the label of a line with a colon tells of, when it opens what is told of a project; of lines of their own above
    /// their value, those for who leads.
    private static func label(_ view: BlockView) -> Meaning? {
        if view.block.label == nil, !view.isProse, view.range.count <= 6,
            let (meaning, label) = FieldFinder.label(in: view.range, view, whole: true), meaning == .partnerLead,
            label == view.range
        {
            return meaning
        }
        guard let label = view.block.label, view.block.value.map({ !$0.isEmpty }) ?? false,
            let (meaning, _) = FieldFinder.label(in: view.tokens(label), view, whole: true),
            ProjectSections.Group(meaning) != nil
        else { return nil }
        return meaning
    }

    /// A few words with a capital, without a mark at their end, that do not answer the line above.
    private static func isTitle(_ view: BlockView, in all: [BlockView]) -> Bool {
        let r = view.reading
        guard view.block.label == nil,
            view.block.kind == .paragraph || view.block.headingLevel != nil || view.isItem,
            view.range.count <= mostTokens, !view.isProse, let last = view.range.last,
            !".:;,?!".utf8.contains(r.ascii(last)),
            let word = view.range.first(where: { r.kind($0) == .word }), r.isCapital(word),
            FieldFinder.label(in: view.range, view, whole: true) == nil,
            view.values.allSatisfy({ $0.mention.kind == .number })
        else { return false }
        if view.index > 0, let label = all[view.index - 1].block.label,
            all[view.index - 1].block.value.map({ all[view.index - 1].tokens($0).isEmpty }) ?? true, !label.isEmpty
        {
            return false
        }
        let words = view.range.filter { r.kind($0) == .word }
        return !view.names.contains { name in
            name.mention.kind == .organization && words.allSatisfy { name.tokens.contains($0) }
        }
    }
}
