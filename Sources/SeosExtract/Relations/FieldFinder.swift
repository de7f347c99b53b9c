internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Finds the labels of a page and gives each the text it governs.
///
/// "label: value" on one line; a label on its own line with the value below; a heading above a list; a table whose
/// first column or header row holds labels. A label governs what follows until the next label, heading or long text.
struct FieldFinder {
    let views: [BlockView]
    let gazetteer: Gazetteer

    var fields: [Field] = []
    /// Index of the field that following blocks belong to.
    var open: Int?
    var openLevel: Int?
    var country: String?
    /// Rows of tables of partners: each is its own label.
    private var partnerRows: [Int: Field] = [:]
    /// Rows of tables of partners that name none: headers, sums.
    private var silentRows: Set<Int> = []
    /// The column of partners under a header that is no label, by row.
    private var partnerColumns: [Int: Int] = [:]
    /// Tables with a project in each column, by row.
    private var projectColumns: [Int: ProjectColumns] = [:]
    /// Rows of tables of labels and values.
    private var labelRows: Set<Int> = []
    /// Headings of nothing but a country, above rows that begin with bodies each.
    private var countryHeadings: Set<Int> = []
    /// Lines that stand as titles of cards, which answer no label.
    private var titles: Set<Int> = []
    /// Lines with a body and its role each.
    private var roleLines: [Int: RoleLine] = [:]
    /// Cards of partners, by the view with the name, and the views with their roles.
    private var cards: [Int: Card] = [:]
    private var cardRoles: Set<Int> = []
    /// The labels below their values in boxes of figures, by the views of the values.
    private var figures: [Int: Int] = [:]
    /// Rows below one of labels that nothing marks as a header, and that row.
    private var headless: [Int: Int] = [:]

    init(views: [BlockView], gazetteer: Gazetteer) {
        self.views = views
        self.gazetteer = gazetteer
    }

    static func find(in views: [BlockView], _ gazetteer: Gazetteer) -> [Field] {
        var finder = FieldFinder(views: views, gazetteer: gazetteer)
        finder.findTables()
        finder.countryHeadings = finder.headingsOfCountries()
        finder.cards = finder.findCards()
        finder.roleLines = RoleLine.find(in: views)
        finder.titles = Set(ProjectCardTitles(in: views).views)
        finder.cardRoles = Set(finder.cards.values.map(\.role))
        finder.figures = finder.findFigures()
        finder.headless = finder.findHeadless()
        finder.run()
        return finder.fields.filter { $0.meaning != .otherLabel }
    }

    private mutating func run() {
        for view in views {
            if let columns = projectColumns[view.index] {
                row(view, of: columns)
                continue
            }
            if let label = figures[view.index] {
                figure(view, label)
                continue
            }
            if figures[view.index - 1] != nil { continue }
            if let head = headless[view.index] {
                belowLabels(view, views[head])
                continue
            }
            if let card = cards[view.index] {
                begin(card.meaning, card.label, views[card.role], form: "card", level: nil)
                country = card.country
                append(view, view.range, isItem: true)
                close()
                continue
            }
            if cardRoles.contains(view.index) { continue }
            if titles.contains(view.index) {
                close()
                continue
            }
            let roles = rolesInLine(view)
            if !roles.isEmpty {
                fields += roles
                close()
                continue
            }
            if let role = roleLines[view.index], open.map({ !fields[$0].meaning.isPartnerLabel }) ?? true {
                begin(role.meaning, role.label, view, form: "line", level: nil)
                append(view, role.name, isItem: role.isOne)
                close()
                continue
            }
            if let label = view.block.label, let value = view.block.value, !view.isUnderHeader {
                labelled(view, view.tokens(label), view.tokens(value))
                continue
            }
            switch view.block.kind {
            case .heading(let level): heading(view, level)
            case .tableRow: row(view)
            default: plain(view)
            }
        }
    }

    /// Looks at tables as a whole, before their rows are read one by one.
    private mutating func findTables() {
        for columns in ProjectColumns.find(in: views) {
            for row in columns.cells.keys + [columns.header] { projectColumns[row] = columns }
        }
        var rows: [BlockView] = []
        for view in views {
            guard case .tableRow = view.block.kind else { continue }
            if let last = rows.last, last.index + 1 != view.index || last.block.group != view.block.group {
                look(at: rows)
                rows = []
            }
            rows.append(view)
        }
        look(at: rows)
    }

    private mutating func look(at rows: [BlockView]) {
        guard rows.count >= 2, projectColumns[rows[0].index] == nil else { return }
        if let partners = PartnerTable(rows: rows, finder: self).fields() {
            partnerRows.merge(partners) { first, _ in first }
            silentRows.formUnion(rows.map(\.index).filter { partners[$0] == nil })
        } else if isOfLabels(rows) {
            labelRows.formUnion(rows.map(\.index))
        } else if let column = columnOfPartners(rows) {
            for row in rows { partnerColumns[row.index] = column }
        }
    }

    /// Two columns, and a label in half of the first one's cells at least: whatever stands in the first row, it is no
    /// header.
    private func isOfLabels(_ rows: [BlockView]) -> Bool {
        guard rows.count >= 3, rows.allSatisfy({ row in row.block.cells.filter { !$0.span.isEmpty }.count == 2 }) else {
            return false
        }
        // "Financier | Amount" is a header, whatever stands below it.
        if let head = rows.first, head.block.cells.allSatisfy(\.isHeader), let first = head.block.cells.first,
            Self.label(in: head.tokens(first.span), head, whole: true)?.0 == .funder
        {
            return false
        }
        let labels = rows.filter { row in
            row.block.cells.first { !$0.span.isEmpty }.map {
                Self.label(in: row.tokens($0.span), row, whole: true, bodies: true) != nil
            } ?? false
        }
        return labels.count * 2 >= rows.count
    }

    // MARK: Kinds of lines

    private mutating func labelled(_ view: BlockView, _ label: Range<Int>, _ value: Range<Int>) {
        let known = Self.label(in: label, view, whole: true)?.0
        if known == nil || known == .otherLabel, namesProject(label, value, view) {
            begin(.projectName, label, view, form: "colon", level: nil)
            return append(view, value, isItem: false)
        }
        if let meaning = known {
            begin(meaning, label, view, form: "colon", level: nil)
            if !value.isEmpty { appendParts(view, value) }
            return
        }
        // The line below a label is its value, whatever colon stands in it: "Project name: / Clean Sea: a barrier …".
        if let open, fields[open].parts.isEmpty, fields[open].labelView == view.index - 1,
            [.projectName, .projectFullName, .programme].contains(fields[open].meaning)
        {
            return append(view, view.range, isItem: true)
        }
        // A country in front of the colon groups the partners behind it.
        if let open, fields[open].meaning.isPartnerLabel, let code = groupCountry(view, label) {
            let before = country
            country = code
            append(view, value, isItem: false)
            country = value.isEmpty ? code : before
            return
        }
        if listsBodies(view, label, value) {
            begin(.partnerPartner, label, view, form: "colon", level: nil)
            return append(view, value, isItem: false)
        }
        if isAnsweredItem { return close() }
        if let open, isAnsweredBeside(open), !isOfList(label, view) { return close() }
        if let open, fields[open].meaning.isPartnerLabel, view.isListLike {
            if let seat = seat(of: label, value, view) {
                fields[open].parts.append(
                    .init(view: view.index, tokens: label, country: seat.country ?? country, isItem: true))
                return
            }
            append(view, view.range, isItem: true); return
        }
        if case .listItem = view.block.kind, !isAnsweredItem { return append(view, view.range, isItem: true) }
        close()
    }

    /// Whether the open label is an item of a list with its value beside it ("- lead: X"), so that the next item tells of
    /// something else.
    var isAnsweredItem: Bool {
        guard let open, fields[open].form == "colon", case .listItem = views[fields[open].labelView].block.kind else {
            return false
        }
        return fields[open].parts.contains { $0.view == fields[open].labelView }
    }

    private mutating func heading(_ view: BlockView, _ level: Int) {
        if let (meaning, tokens) = Self.label(in: view.range, view, whole: true) {
            begin(meaning, view.range, view, form: "heading", level: level)
            let rest = tokens.upperBound..<view.range.upperBound
            if rest.count > 2, Self.plain(view.range, view).upperBound > rest.lowerBound,
                hasValue(view, rest) || isLeader(rest.lowerBound, view)
            {
                append(view, Self.trimmed(rest, view), isItem: false)
            }
            return
        }
        if let open, fields[open].meaning.isPartnerLabel, let code = groupCountry(view, view.range) {
            country = code
            return
        }
        // Countries as headings with rows below each, on a page about a project: its partners by country.
        if countryHeadings.contains(view.index), open.map({ !fields[$0].meaning.isPartnerLabel }) ?? true,
            let code = groupCountry(view, view.range)
        {
            begin(.partnerPartner, view.range, view, form: "heading", level: level)
            country = code
            return
        }
        // A line that only looks like a heading, right below a label, is its value.
        if let open, fields[open].parts.isEmpty, fields[open].labelView == view.index - 1, mayAnswer(open, view) {
            append(view, view.range, isItem: true)
            return
        }
        if let openLevel, let open, fields[open].meaning.isPartnerLabel,
            level > openLevel || level == openLevel && isBodyAmongLines(view)
        {
            append(view, view.range, isItem: true)
            return
        }
        close()
    }

    private mutating func row(_ view: BlockView) {
        let cells = view.block.cells.filter { !$0.span.isEmpty }
        guard let first = cells.first else { return }
        let firstTokens = view.tokens(first.span)
        if labelRows.contains(view.index) {
            guard let (meaning, _) = Self.label(in: firstTokens, view, whole: true) else { return close() }
            begin(meaning, firstTokens, view, form: "table", level: nil)
            for cell in cells.dropFirst() { append(view, view.tokens(cell.span), isItem: false) }
            return
        }
        if cells.allSatisfy(\.isHeader), cells.count > 1 { return }
        let isSilent = silentRows.contains(view.index)
        let partner = partnerRows[view.index]
        if let partner { fields.append(partner) }
        if partner == nil, cells.count <= 3, first.header == nil || first.isHeader || cells.count == 2,
            !isRowOfSums(cells, firstTokens, view), let (meaning, _) = Self.label(in: firstTokens, view, whole: true)
        {
            begin(meaning, firstTokens, view, form: "table", level: nil)
            for cell in cells.dropFirst() { append(view, view.tokens(cell.span), isItem: false) }
            return
        }
        if pairs(cells, view) { return }
        var used = false
        let partnerCell = partnerColumns[view.index].flatMap { n in
            view.block.cells.indices.contains(n) ? view.block.cells[n].span : nil
        }
        for cell in cells {
            guard let header = cell.header, !cell.isHeader else { continue }
            let tokens = view.reading.tokens.tokens(in: header)
            guard let host = views.view(holding: tokens.lowerBound),
                let (meaning, label) = Self.label(in: tokens, host, whole: true)
                    ?? (cell.span == partnerCell ? (.partnerPartner, tokens) : nil)
            else { continue }
            used = true
            if meaning == .funder, PartnerTable.isSum(view.tokens(cell.span), view) { continue }
            if meaning.isPartnerLabel, isSilent || partner != nil || PartnerTable.isSum(view.tokens(cell.span), view) {
                continue
            }
            let country = rowCountry(view, cells)
            let inner = meaning.isPartnerLabel ? rolesInside(view.tokens(cell.span), view) : []
            for part in inner.isEmpty ? [(meaning: meaning, tokens: view.tokens(cell.span))] : inner {
                fields.append(
                    Field(
                        meaning: part.meaning, label: label, labelView: host.index,
                        parts: [.init(view: view.index, tokens: part.tokens, country: country, isItem: inner.isEmpty)],
                        form: "table"))
            }
        }
        if used, partner == nil, let open, fields[open].meaning.isPartnerLabel, fields[open].form != "table",
            !fields.suffix(cells.count).contains(where: { field in
                field.meaning.isPartnerLabel && field.parts.contains { $0.view == view.index }
            }),
            let head = AmountKinds.rowHead(view),
            view.names.contains(where: { $0.mention.kind == .organization && $0.tokens.overlaps(head) })
        {
            // Below "Partners" a table of sums names its bodies in a column without a label for them.
            fields[open].parts.append(
                .init(view: view.index, tokens: head, country: rowCountry(view, cells), isItem: true))
        }
        if used || partner != nil || isSilent { return }
        // Partners or currencies as columns: the row's first cell is the label of all its values.
        if cells.count > 3 || cells.count == 3 && hasColumnsApart(cells, view),
            let (meaning, _) = Self.label(in: firstTokens, view, whole: true), meaning.isAmountLabel
        {
            fields.append(
                Field(
                    meaning: meaning, label: firstTokens, labelView: view.index,
                    parts: cells.dropFirst().map {
                        .init(view: view.index, tokens: view.tokens($0.span), isItem: true)
                    },
                    form: "table"))
            return
        }
        guard let open else { return }
        // Of the cells of a row under "Partners", those that hold bodies; towns and numbers stand beside them.
        let bodies = cells.filter { cell in
            let tokens = view.tokens(cell.span)
            return view.names.contains { $0.mention.kind == .organization && tokens.contains($0.tokens.lowerBound) }
        }
        guard fields[open].meaning.isPartnerLabel, !bodies.isEmpty, bodies.count < cells.count else {
            for cell in cells { append(view, view.tokens(cell.span), isItem: true) }
            return
        }
        for cell in bodies {
            fields[open].parts.append(
                .init(
                    view: view.index, tokens: view.tokens(cell.span), country: rowCountry(view, cells) ?? country,
                    isItem: true))
        }
    }

    /// "Period | 2023–2026 | Total costs | € 4.8 M": two or three labels with their values in one row.
    private mutating func pairs(_ cells: [Block.Cell], _ view: BlockView) -> Bool {
        guard cells.count >= 4, cells.count % 2 == 0, cells.allSatisfy({ $0.header == nil && !$0.isHeader }) else {
            return false
        }
        let labels = stride(from: 0, to: cells.count, by: 2).map { k in
            Self.label(in: view.tokens(cells[k].span), view, whole: true)
        }
        guard labels.filter({ $0 != nil }).count >= 2 else { return false }
        for (n, label) in labels.enumerated() {
            guard let label else { continue }
            begin(label.0, view.tokens(cells[2 * n].span), view, form: "table", level: nil)
            append(view, view.tokens(cells[2 * n + 1].span), isItem: false)
        }
        close()
        return true
    }

    /// "X – lead partner": an item of the open list of partners, with its role behind a dash, a comma or in brackets.
    func isRoleOfItem(_ meaning: Meaning, _ label: Range<Int>, _ view: BlockView) -> Bool {
        guard meaning.isPartnerLabel, label.lowerBound >= view.range.lowerBound + 2 else { return false }
        let before = view.reading.ascii(label.lowerBound - 1)
        if case .listItem = view.block.kind, before == UInt8(ascii: "(") { return true }
        guard let open, fields[open].meaning.isPartnerLabel else { return false }
        // "Museum X, Umeå (coordinating beneficiary)" below "Who leads"
        if before == UInt8(ascii: "("), label.upperBound >= view.range.upperBound - 1 { return true }
        return fields[open].meaning == .partnerPartner && "-,(".utf8.contains(before)
    }
}

extension BlockView {
    /// A row of a table whose columns have headers.
    var isUnderHeader: Bool { block.cells.contains { $0.header != nil && !$0.isHeader } }

    var isItem: Bool {
        if case .listItem = block.kind { return true }
        return false
    }

    /// A list item or a short line that is no sentence.
    var isListLike: Bool {
        if case .listItem = block.kind { return true }
        return !isProse && range.count <= 24
    }
}
