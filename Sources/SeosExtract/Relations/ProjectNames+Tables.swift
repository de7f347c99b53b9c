internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Tables with a project in each row.
extension ProjectNames {
    /// The cells under a header that says "project" and hardly more, when two rows or more have one.
    static func rows(_ views: [BlockView]) -> [Range<Int>: Int] {
        var found: [Range<Int>: Int] = [:]
        var headers: [SourceSpan: Bool] = [:]
        var unnamed: [SourceSpan: Int] = [:]
        for view in views {
            guard case .tableRow = view.block.kind else { continue }
            // "Name | Applicant | Programme | Period": the headers of the others say what the first column is of.
            var told: Int?
            if let first = view.block.cells.first?.header {
                told = unnamed[first] ?? columnOfNames(view, views)
                unnamed[first] = told
            }
            for (n, cell) in view.block.cells.enumerated() where !cell.isHeader && !cell.span.isEmpty {
                guard let header = cell.header else { continue }
                let saysProject = headers[header] ?? self.saysProject(header, views)
                headers[header] = saysProject
                guard saysProject || told == n else { continue }
                // "Total | 305 950"
                if view.reading.first(.sumRow, at: view.tokens(cell.span).lowerBound) != nil { break }
                found[view.tokens(cell.span)] = view.index
                break
            }
        }
        // "Project title | …" above rows of labels is the first line of a table about one project.
        let labels = found.filter { FieldFinder.label(in: $0.key, views[$0.value], whole: true) != nil }
        return found.count >= 2 && labels.count * 3 <= found.count ? found : [:]
    }

    /// The column without a label beside columns for partners and two other kinds of facts on a project: the first
    /// whose cell begins with a capital and is no body and no place; -1 when there is none.
    private static func columnOfNames(_ view: BlockView, _ views: [BlockView]) -> Int {
        let labels = view.block.cells.map { cell -> Meaning? in
            guard let header = cell.header, let host = views.first(where: { $0.block.span.contains(header) }) else {
                return nil
            }
            return FieldFinder.label(in: host.tokens(header), host, whole: true)?.0
        }
        let groups = Set(labels.compactMap { $0.flatMap(ProjectSections.Group.init) })
        guard groups.count >= 3, groups.contains(.partners),
            !view.block.cells.contains(where: { $0.header.map { saysProject($0, views) } ?? false })
        else { return -1 }
        return view.block.cells.indices.first { n in
            let tokens = view.tokens(view.block.cells[n].span)
            guard labels[n] == nil, let first = tokens.first, view.reading.kind(first) != .number else { return false }
            return !view.names.contains { $0.mention.kind != .programme && $0.tokens.lowerBound == first }
        } ?? -1
    }

    /// "Project", "Project name", "Acronym".
    private static func saysProject(_ header: SourceSpan, _ views: [BlockView]) -> Bool {
        guard let host = views.first(where: { $0.block.span.contains(header) }) else { return false }
        let r = host.reading
        let tokens = host.tokens(header)
        let words = tokens.filter { r.kind($0) == .word }
        guard let first = words.first, words.count <= 3 else { return false }
        let matches = r.at(first).filter { $0.end <= tokens.upperBound }
        if matches.contains(where: {
            [.projectName, .projectAcronym, .projectFullName].contains(r.meaning($0)) && $0.length >= words.count
        }) {
            return true
        }
        return words.count == 1 && matches.contains { r.meaning($0) == .project }
    }

    /// The names the rows give, in order.
    func tableNames() -> [Name] {
        rows.sorted { $0.key.lowerBound < $1.key.lowerBound }.compactMap { tokens, index in
            let view = views[index]
            var result = Result()
            let name = clean(firstLine(tokens, view), view)
            guard !name.isEmpty, name.count <= 30 else { return nil }
            split(name, view, &result, label: .projectName)
            return result.short ?? result.full
        }
    }
}
