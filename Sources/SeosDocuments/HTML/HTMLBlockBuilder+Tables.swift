internal import SeosModel

extension HTMLBlockBuilder {
    /// Rows looked at where nothing marks the header of a table.
    private static let plainRows = 200

    mutating func openTable(_ i: Int) {
        var state = HTMLTableState(isData: isDataTable(i))
        // A table within a data table cannot be: it would have made a layout of the outer one.
        if context.isCell { state.isData = false }
        tables.append(state)
        newGroup()
        if !state.isData { context.isItem = false }
    }

    mutating func closeTable() {
        // Cells without a row of their own leave one open.
        if let table = tables.last, table.isData, table.isRowOpen { closeRow() }
        if let table = tables.popLast(), table.isData, table.headers.isEmpty { headPlainTable(table.drafts) }
    }

    /// A first row of words above rows with figures heads the table, though nothing marks it: "Organisation | Country |
    /// Budget, EUR".
    private mutating func headPlainTable(_ rows: [Int]) {
        guard rows.count >= 3, let first = rows.first, case let width = drafts[first].cells.count, width >= 3,
            rows.allSatisfy({ drafts[$0].cells.count == width }),
            drafts[first].cells.count(where: { !$0.range.isEmpty }) >= width - 1,
            drafts[first].cells.allSatisfy({ $0.range.count <= 60 && !hasDigit($0, in: first) })
        else { return }
        let isOfFigures = (1..<width).contains { column in
            !drafts[first].cells[column].range.isEmpty
                && rows.dropFirst().allSatisfy { hasDigit(drafts[$0].cells[column], in: $0) }
        }
        guard isOfFigures else { return }
        for column in 0..<width {
            drafts[first].cells[column].isHeader = true
            guard !drafts[first].cells[column].range.isEmpty else { continue }
            for row in rows.dropFirst() { drafts[row].cells[column].header = (first, column) }
        }
    }

    private func hasDigit(_ cell: BlockDraft.Cell, in draft: Int) -> Bool {
        drafts[draft].bytes[cell.range].contains { TextShape.isDigit($0) }
    }

    mutating func openRow() {
        guard var table = tables.last, table.isData else { return }
        table.isRowOpen = true
        table.cells = []
        table.columns = []
        table.column = 0
        for i in table.covered.indices where table.covered[i] > 0 { table.covered[i] -= 1 }
        tables[tables.count - 1] = table
    }

    mutating func openCell(_ i: Int?) {
        guard !tables.isEmpty, tables[tables.count - 1].isData, !context.isCell else {
            if let i, tables.last?.isData != true { resetForLayoutCell(i) }
            return
        }
        if !tables[tables.count - 1].isRowOpen { openRow() }
        var table = tables[tables.count - 1]
        while table.column < table.covered.count, table.covered[table.column] > 0 { table.column += 1 }
        if !table.cells.isEmpty { ink.separate() }
        table.cellStart = ink.bytes.count
        table.boldBefore = ink.boldBytes
        table.inkBefore = ink.inkBytes
        table.openCellNode = i
        tables[tables.count - 1] = table
        context.isCell = true
        context.isItem = false
        context.heading = 0
    }

    private mutating func resetForLayoutCell(_ i: Int) {
        context.isItem = false
        context.listDepth = 0
        context.isTerm = false
        context.group = 0
    }

    mutating func closeCell(isHeader: Bool) {
        guard !tables.isEmpty, tables[tables.count - 1].isData else {
            flush()
            return
        }
        // Taken out while it grows: a second reference would copy its cells at every cell.
        var table = tables.removeLast()
        ink.dropTrailingBreaks()
        context.isCell = false
        let start = min(table.cellStart, ink.bytes.count)
        var cell = BlockDraft.Cell(range: start..<ink.bytes.count, isHeader: isHeader)
        let written = ink.inkBytes - table.inkBefore
        cell.isBold = written > 0 && ink.boldBytes - table.boldBefore == written
        table.cellCount += 1
        if table.cellCount <= limits.tableCells {
            table.cells.append(cell)
            table.columns.append(table.column)
        }
        var across = 1
        var down = 1
        if let node = table.openCellNode {
            across = tree.number(.colspan, of: node, default: 1, limit: limits.cellSpan + 1)
            down = tree.number(.rowspan, of: node, default: 1, limit: limits.cellSpan + 1)
            if across > limits.cellSpan || down > limits.cellSpan { clampedSpans = true }
            across = min(across, limits.cellSpan)
            down = min(down, limits.cellSpan)
        }
        let next = min(table.column + across, limits.cellSpan)
        if down > 1, next > table.column {
            if table.covered.count < next {
                table.covered += [Int](repeating: 0, count: next - table.covered.count)
            }
            for column in table.column..<next { table.covered[column] = down }
        }
        table.column = max(next, table.column)
        tables.append(table)
    }

    mutating func closeRow() {
        guard var table = tables.last, table.isData else {
            flush()
            return
        }
        defer { tables[tables.count - 1] = table }
        table.isRowOpen = false
        let cells = table.cells
        table.cells = []
        guard ink.inkBytes > 0 else {
            ink.clear()
            return
        }
        let density = Double(ink.linkBytes) / Double(ink.inkBytes)
        let bytes = ink.bytes
        let marks = ink.marks
        ink.clear()
        table.rows += 1
        addDraft(.tableRow, bytes, marks, density)
        let index = drafts.count - 1
        let filled = cells.filter { !$0.range.isEmpty }
        let isHeader =
            cells.count > 1 && filled.count > 1
            && (filled.allSatisfy(\.isHeader) || (table.rows == 1 && filled.allSatisfy { $0.isHeader || $0.isBold }))
            && !isRowOfSums(filled, index, table)
        drafts[index].cells = cells
        if table.drafts.count < Self.plainRows { table.drafts.append(index) }
        for i in cells.indices {
            let column = table.columns[i]
            if isHeader {
                drafts[index].cells[i].isHeader = true
                if !cells[i].range.isEmpty { table.headers[column] = (index, i) }
            } else {
                drafts[index].cells[i].header = table.headers[column]
            }
        }
        if !isHeader { labelRow(index, hasHeaders: !table.headers.isEmpty) }
    }

    /// "Total | 1 126 000 | 900 800" below rows of figures: all of it is marked as a header for its looks, and heads nothing.
    private func isRowOfSums(_ filled: [BlockDraft.Cell], _ index: Int, _ table: HTMLTableState) -> Bool {
        guard !table.headers.isEmpty, table.rows > 2, filled.count >= 2, !hasDigit(filled[0], in: index) else {
            return false
        }
        return filled.dropFirst().allSatisfy { cell in
            let bytes = drafts[index].bytes[cell.range]
            return bytes.contains(where: TextShape.isDigit) && bytes.count(where: TextShape.isLetter) <= 4
        }
    }

    /// A row of two cells of which the first is short reads "label: value".
    private mutating func labelRow(_ index: Int, hasHeaders: Bool) {
        let draft = drafts[index]
        let filled = draft.cells.filter { !$0.range.isEmpty }
        guard filled.count == 2, draft.cells.count == 2 else {
            if filled.count == 1, !hasHeaders, draft.cells.count == 1 { drafts[index].kind = .paragraph }
            return
        }
        let isShort = draft.bytes.withUnsafeBufferPointer { p in
            TextShape.wordCount(p, filled[0].range) <= 12 && filled[0].range.count <= 160
                && TextShape.containsLetter(p, filled[0].range)
        }
        guard isShort else { return }
        let label = Array(draft.bytes[filled[0].range])
        let range = Self.withoutColon(label)
        drafts[index].label =
            filled[0].range.lowerBound + range.lowerBound..<filled[0].range.lowerBound + range.upperBound
        drafts[index].value = filled[1].range
        if !hasHeaders { drafts[index].kind = .labelValue }
    }

    /// Tables frame whole pages as often as they hold data: one that contains tables, headings, forms or long cells,
    /// or has a single column, is a frame.
    private func isDataTable(_ i: Int) -> Bool {
        let nodes = tree.nodes
        if tree.string(.role, of: i)?.lowercased() == "presentation" { return false }
        var widest = 0
        var cells = 0
        var cellEnd = 0
        var cellBytes = 0
        var paragraphs = 0
        var breaks = 0
        var largest = 0
        var whole = 0
        var rows = 0
        var k = i + 1
        while k < Int(nodes[i].end) {
            let node = nodes[k]
            switch node.tag {
            case .table, .h1, .h2, .h3, .h4, .form, .article, .main, .section, .nav, .aside: return false
            case .tr:
                widest = max(widest, cells)
                cells = 0
                rows += 1
            case .td, .th:
                cells += 1
                breaks = 0
                cellEnd = Int(node.end)
                cellBytes = 0
                paragraphs = 0
            case .p where k < cellEnd: paragraphs += 1
            case .br where k < cellEnd: breaks += 1
            case .text where k < cellEnd:
                cellBytes += node.text.count
                whole += node.text.count
                largest = max(largest, cellBytes)
                if breaks > 3 && cellBytes > 400 { return false }
                if cellBytes > 1500 || (paragraphs > 3 && cellBytes > 600) { return false }
            default: break
            }
            k += 1
        }
        // One cell that holds nearly everything is the page, the others its frame.
        if rows <= 6, largest > 600, largest * 10 > whole * 7 { return false }
        return max(widest, cells) > 1
    }
}
