internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// A table with a project in each column: the first row names them, the first cells of the others are labels.
///
/// "| | Quiet Shores | Green Paths |", "| Lead partner | Town of Passau | University of Salzburg |", "| Total | … | … |". A
/// row for those who take part and two other kinds of facts tell such a table from one of years, sums or bodies.
struct ProjectColumns {
    /// The row with the names.
    let header: Int
    /// The cells with the names, in order.
    let names: [Range<Int>]
    /// The cells below the names, by row.
    let cells: [Int: [Range<Int>]]
    /// The label of each row.
    let labels: [Int: Range<Int>]

    private static let mostColumns = 12
    private static let leastGroups = 3

    /// The tables of a page that are such, in order.
    static func find(in views: [BlockView]) -> [ProjectColumns] {
        var found: [ProjectColumns] = []
        var rows: [BlockView] = []
        func end() {
            if let columns = ProjectColumns(rows) { found.append(columns) }
            rows = []
        }
        for view in views {
            guard case .tableRow = view.block.kind else { continue }
            if let last = rows.last, last.index + 1 != view.index || last.block.group != view.block.group { end() }
            rows.append(view)
        }
        end()
        return found
    }

    init?(_ rows: [BlockView]) {
        guard rows.count > Self.leastGroups, let head = rows.first,
            (3...Self.mostColumns).contains(head.block.cells.count)
        else { return nil }
        let count = head.block.cells.count
        let corner = head.tokens(head.block.cells[0].span)
        guard corner.isEmpty || Self.saysProject(corner, head) else { return nil }
        let names = head.block.cells.dropFirst().map { head.tokens($0.span) }
        guard names.allSatisfy({ Self.isName($0, head) }) else { return nil }
        var cells: [Int: [Range<Int>]] = [:]
        var labels: [Int: Range<Int>] = [:]
        var groups: ProjectSections.Groups = []
        for row in rows.dropFirst() {
            guard row.block.cells.count == count else { return nil }
            let label = row.tokens(row.block.cells[0].span)
            guard !label.isEmpty else { return nil }
            if let known = FieldFinder.label(in: label, row, whole: true)?.0, let group = ProjectSections.Group(known) {
                groups.insert(ProjectSections.Groups(group))
            }
            labels[row.index] = label
            cells[row.index] = row.block.cells.dropFirst().map { row.tokens($0.span) }
        }
        guard groups.count >= Self.leastGroups, groups.contains(.partners) else { return nil }
        header = head.index
        self.names = names
        self.cells = cells
        self.labels = labels
    }

    /// "Project", "Project name" in the corner.
    private static func saysProject(_ corner: Range<Int>, _ head: BlockView) -> Bool {
        if let label = FieldFinder.label(in: corner, head, whole: true)?.0 {
            return [.projectName, .projectAcronym, .projectFullName].contains(label)
        }
        return corner.count <= 3 && corner.contains { head.reading.first(.project, at: $0) != nil }
    }

    /// A few words with a capital that are no label, no sum, no year, no place and no body.
    private static func isName(_ tokens: Range<Int>, _ head: BlockView) -> Bool {
        let r = head.reading
        guard let first = tokens.first(where: { r.kind($0) == .word || r.kind($0) == .number }), tokens.count <= 16,
            r.tokens[first].isCapitalized, FieldFinder.label(in: tokens, head, whole: true) == nil
        else { return false }
        let words = tokens.filter { r.kind($0) == .word }
        return !head.values.contains { $0.tokens.overlaps(tokens) && $0.mention.kind != .number }
            && !head.names.contains { name in
                name.mention.kind != .programme && words.allSatisfy { name.tokens.contains($0) }
            }
            && !words.contains { i in r.at(i).contains { $0.meaning == .currency || $0.meaning == .sumRow } }
    }
}

extension FieldFinder {
    /// A row of such a table: the label once for each project, with the project's cell.
    ///
    /// The label reaches up to the cell, since what is said behind a label belongs to the project named last before it.
    mutating func row(_ view: BlockView, of columns: ProjectColumns) {
        defer { close() }
        guard let label = columns.labels[view.index], let cells = columns.cells[view.index],
            let meaning = Self.label(in: label, view, whole: true)?.0
        else { return }
        for cell in cells where !cell.isEmpty {
            fields.append(
                Field(
                    meaning: meaning, label: label.lowerBound..<cell.lowerBound, labelView: view.index,
                    parts: [.init(view: view.index, tokens: cell, country: nil, isItem: false)], form: "table"))
        }
    }
}

extension ProjectNames {
    /// What a column's head calls its project.
    func columnName(_ tokens: Range<Int>, _ columns: ProjectColumns) -> Result {
        let view = views[columns.header]
        var result = Result()
        let name = clean(firstLine(tokens, view), view)
        guard !name.isEmpty else { return result }
        split(name, view, &result, label: .projectName)
        if result.short == nil { result.short = result.full }
        return result
    }
}
