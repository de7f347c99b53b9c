internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Lines that stand as headings for the number in front of them.
extension ProjectSections {
    /// "3a) Water connects (ATCZ00187)" in front of text and behind a heading reads as its first line; "3b) Castle park"
    /// further down is a heading.
    static func numberedLines(_ views: [BlockView]) -> [Int: Int] {
        var levels: [[UInt8]: Int] = [:]
        var forms: [Int: [UInt8]] = [:]
        for view in views {
            guard let level = view.block.headingLevel, let form = ProjectHeading.numberingForm(view) else { continue }
            levels[form] = max(level, levels[form] ?? 0)
            forms[view.index] = form
        }
        var found = itemsAboveText(views, levels)
        guard !levels.isEmpty else { return found }
        // The first heading of plain text reads as the page's title, whatever its number.
        for (view, form) in forms { found[view] = levels[form] }
        for view in views where view.block.headingLevel == nil && view.block.kind == .paragraph {
            guard let last = view.range.last, !".;,:?".utf8.contains(view.reading.ascii(last)),
                let form = ProjectHeading.numberingForm(view), let level = levels[form],
                view.range.count <= (quotes(view) ? longestQuoting : longestLine)
            else { continue }
            found[view.index] = level
        }
        return found
    }

    /// "1. Quiet wind – early warning (1/MAC/0087)", "2. Classes of salt": in plain text short items with a number, each
    /// above paragraphs of its own, are headings too.
    private static func itemsAboveText(_ views: [BlockView], _ levels: [[UInt8]: Int]) -> [Int: Int] {
        var forms: [[UInt8]: [Int]] = [:]
        for view in views where view.index + 1 < views.count {
            guard case .listItem = view.block.kind, view.range.count <= longestItem, let last = view.range.last,
                !".;,:?".utf8.contains(view.reading.ascii(last)),
                let form = ProjectHeading.numberingForm(view)
            else { continue }
            let next = views[view.index + 1].block
            if case .listItem = next.kind { continue }
            guard next.headingLevel == nil else { continue }
            forms[form, default: []].append(view.index)
        }
        var found: [Int: Int] = [:]
        for (form, items) in forms where items.count >= 2 {
            for item in items { found[item] = levels[form] ?? 6 }
        }
        return found
    }

    /// "3.1. „Quiet birds“ (no. CZ.11.01.02/00/23_009/0000300)": a quotation opens the line behind its number.
    private static func quotes(_ view: BlockView) -> Bool {
        ProjectHeading.numbering(from: view.range.lowerBound, view).map {
            view.reading.ascii($0) == UInt8(ascii: "\"")
        } ?? false
    }

    private static let longestItem = 24
    private static let longestQuoting = 40
    private static let longestLine = 14

    /// The nearest heading of a higher level above each heading.
    static func enclosing(_ views: [BlockView], _ numbered: [Int: Int]) -> [Int: Int] {
        var found: [Int: Int] = [:]
        var open: [(level: Int, view: Int)] = []
        for view in views {
            guard let level = numbered[view.index] ?? view.block.headingLevel else { continue }
            while let last = open.last, last.level >= level { open.removeLast() }
            if let last = open.last { found[view.index] = last.view }
            open.append((level, view.index))
        }
        return found
    }
}
