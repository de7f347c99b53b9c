internal import SeosModel

/// Blocks of an XML document whose vocabulary Seos does not know.
///
/// A leaf is a label with its value, named by its attribute or its element; siblings of one name are a list, or the
/// rows of a table when they hold fields; what holds others is a heading above them. Without recursion.
struct XMLBlocks {
    private enum Task {
        case visit(Int, level: Int)
        case list([Int], level: Int)
        case rows([Int], level: Int)
        case stray(Int)
    }

    let page: XMLPage
    private var drafts: [BlockDraft] = []
    private var groups = 0
    private let titleElement: Int?
    /// Languages of elements that name one, and of those below them.
    private var languages: [String]

    /// A value longer than this is a paragraph below its label.
    private static let longestValue = 240
    private static let longestCell = 400
    private static let mostColumns = 40
    /// Names of elements that are nested deeper head nothing.
    private static let deepestHeading = 32

    static func drafts(of page: XMLPage) -> [BlockDraft] {
        var blocks = XMLBlocks(page)
        blocks.run()
        return blocks.drafts
    }

    private init(_ page: XMLPage) {
        self.page = page
        titleElement = Self.title(of: page)
        languages = []
        languages.reserveCapacity(page.elements.count)
        for (i, element) in page.elements.enumerated() {
            let inherited = element.parent >= 0 ? languages[element.parent] : "und"
            languages.append(page.value("lang", of: i) ?? inherited)
        }
    }

    private mutating func run() {
        guard !page.elements.isEmpty else { return }
        var tasks: [Task] = [.visit(0, level: 0)]
        while let task = tasks.popLast() {
            switch task {
            case .visit(let element, let level): tasks += visit(element, level).reversed()
            case .list(let elements, let level): list(elements, level)
            case .rows(let elements, let level): rows(elements, level)
            case .stray(let element): add(.paragraph, words(element, own: true), element)
            }
        }
    }

    /// Reads an element, or says what is to be read of it one after the other.
    private mutating func visit(_ element: Int, _ level: Int) -> [Task] {
        let node = page.elements[element]
        if element == titleElement {
            add(.heading(level: 1), words(element), element)
            return []
        }
        if page.isLeaf(element) {
            field(element, level)
            return []
        }
        // Words with marks among them.
        if node.ownInk * 5 >= node.ink && node.ownInk > 0 || node.ownInk > 0 && node.ink <= 400 {
            prose(element)
            return []
        }
        let children = self.children(of: element)
        let title = element == 0 ? nil : children.first { Self.isTitle(page, $0) && page.isLeaf($0) }
        if let title, title != titleElement {
            add(.heading(level: min(6, level + 1)), words(title), title)
        } else if element != 0, !isSection(element) {
            heading(label(of: element), level, element)
        }
        attributes(of: element)
        return tasks(children.filter { $0 != title || $0 == titleElement }, level + 1)
            + (node.ownInk > 0 ? [.stray(element)] : [])
    }

    /// Siblings of one name go together, in the place of the first.
    private func tasks(_ children: [Int], _ level: Int) -> [Task] {
        var byName: [ArraySlice<UInt8>: [Int]] = [:]
        for child in children where child != titleElement {
            byName[page.bytes[page.elements[child].name], default: []].append(child)
        }
        var tasks: [Task] = []
        var done: Set<ArraySlice<UInt8>> = []
        for child in children {
            let name = page.bytes[page.elements[child].name]
            let same = child == titleElement ? [child] : byName[name] ?? [child]
            guard same.count > 1, !Self.isProse(name), label(attributeOf: child) == nil else {
                tasks.append(.visit(child, level: level))
                continue
            }
            if done.contains(name) { continue }
            if same.allSatisfy({ isRecord($0) }) {
                done.insert(name)
                tasks.append(.rows(same, level: level))
            } else if same.allSatisfy({ page.isLeaf($0) && page.elements[$0].ink > 0 }) {
                done.insert(name)
                tasks.append(.list(same, level: level))
            } else {
                tasks.append(.visit(child, level: level))
            }
        }
        return tasks
    }

    private func children(of element: Int) -> [Int] {
        var children: [Int] = []
        var child = element + 1
        while child < page.elements[element].end {
            children.append(child)
            child = page.elements[child].end
        }
        return children
    }

    // MARK: - Single values

    private mutating func field(_ element: Int, _ level: Int) {
        let node = page.elements[element]
        guard node.ink > 0 else {
            let own = fields(of: element)
            if own.count == 1, let only = own.first {
                pair(label(of: element), InkBuffer(plain: only.value), element)
            } else if !own.isEmpty {
                heading(label(of: element), level, element)
                for field in own { pair(field.label, InkBuffer(plain: field.value), element) }
            }
            return
        }
        if Self.isProse(page.bytes[node.name]) { return prose(element) }
        var value = words(element)
        if let unit = unit(of: element) { value.appendPlain(" " + unit) }
        if value.bytes.count > Self.longestValue {
            heading(label(of: element), level, element)
            add(.paragraph, value, element)
        } else {
            pair(label(of: element), value, element)
        }
    }

    private mutating func prose(_ element: Int) {
        add(.paragraph, words(element), element)
    }

    private mutating func attributes(of element: Int) {
        for field in fields(of: element) { pair(field.label, InkBuffer(plain: field.value), element) }
    }

    // MARK: - Lists and tables

    private mutating func list(_ elements: [Int], _ level: Int) {
        guard let first = elements.first else { return }
        groups += 1
        heading(label(of: first), level, first)
        for element in elements {
            var value = words(element)
            if let unit = unit(of: element) { value.appendPlain(" " + unit) }
            add(.listItem(depth: 1), value, element, group: groups)
        }
    }

    /// Whether an element is a row: fields and nothing below them, at least one.
    private func isRecord(_ element: Int) -> Bool {
        let node = page.elements[element]
        guard node.ownInk == 0 else { return false }
        if page.isLeaf(element) { return fields(of: element).count > 1 }
        var child = element + 1
        var count = 0
        while child < node.end {
            guard page.isLeaf(child), page.elements[child].ink <= Self.longestCell else { return false }
            count += 1
            child = page.elements[child].end
        }
        return count > 1 && count <= Self.mostColumns
    }

    private mutating func rows(_ elements: [Int], _ level: Int) {
        guard let first = elements.first else { return }
        var columns: [String] = []
        var places: [String: Int] = [:]
        var table: [[(column: Int, value: InkBuffer)]] = []
        for element in elements {
            var row: [(column: Int, value: InkBuffer)] = []
            func put(_ label: String, _ value: InkBuffer) {
                if places[label] == nil {
                    places[label] = columns.count
                    columns.append(label)
                }
                guard let column = places[label] else { return }
                if let same = row.firstIndex(where: { $0.column == column }) {
                    row[same].value.appendPlain("; ")
                    row[same].value.append(value)
                } else {
                    row.append((column, value))
                }
            }
            for field in fields(of: element) { put(field.label, InkBuffer(plain: field.value)) }
            for child in children(of: element) where page.elements[child].ink > 0 {
                var value = words(child)
                if let unit = unit(of: child) { value.appendPlain(" " + unit) }
                put(label(of: child), value)
            }
            table.append(row)
        }
        guard columns.count <= Self.mostColumns else {
            for row in table { for cell in row { pair(columns[cell.column], cell.value, first) } }
            return
        }
        heading(label(of: first), level, first)
        groups += 1
        let head = drafts.count
        draftRow(
            columns.enumerated().map { ($0.offset, InkBuffer(plain: $0.element)) }, columns.count, first, head: nil)
        for (row, element) in zip(table, elements) { draftRow(row, columns.count, element, head: head) }
    }

    private mutating func draftRow(
        _ row: [(column: Int, value: InkBuffer)], _ width: Int, _ element: Int, head: Int?
    ) {
        var bytes: [UInt8] = []
        var marks: [InkMark] = []
        var cells: [BlockDraft.Cell] = []
        for column in 0..<width {
            if column > 0 { bytes.append(0x09) }
            let start = bytes.count
            if let value = row.first(where: { $0.column == column })?.value {
                marks += value.marks(movedBy: start)
                bytes += value.bytes.map { $0 == 0x09 || $0 == 0x0A ? 0x20 : $0 }
            }
            cells.append(
                BlockDraft.Cell(
                    range: start..<bytes.count, isHeader: head == nil, header: head.map { ($0, column) }))
        }
        guard TextShape.ink(bytes) > 0 else { return }
        var draft = BlockDraft(kind: .tableRow, bytes: bytes)
        draft.cells = cells
        draft.marks = marks
        draft.group = groups
        draft.language = languages[element]
        drafts.append(draft)
    }

    // MARK: - Drafts

    private mutating func add(_ kind: Block.Kind, _ value: InkBuffer, _ element: Int, group: Int = 0) {
        guard value.inkBytes > 0 else { return }
        var draft = BlockDraft(kind: kind, bytes: value.bytes)
        draft.marks = value.marks
        draft.group = group
        draft.language = languages[element]
        draft.inkBytes = value.inkBytes
        drafts.append(draft)
    }

    private mutating func heading(_ label: String, _ level: Int, _ element: Int) {
        guard level <= Self.deepestHeading else { return }
        add(.heading(level: min(6, max(2, level + 1))), InkBuffer(plain: label), element)
    }

    private mutating func pair(_ label: String, _ value: InkBuffer, _ element: Int) {
        guard value.inkBytes > 0 else { return }
        var bytes = Array(label.utf8)
        let end = bytes.count
        bytes.append(0x09)
        var draft = BlockDraft(kind: .labelValue, bytes: bytes + value.bytes)
        draft.marks = value.marks(movedBy: bytes.count)
        draft.label = 0..<end
        draft.value = bytes.count..<draft.bytes.count
        draft.language = languages[element]
        drafts.append(draft)
    }

    /// The text of an element with white space collapsed.
    private func words(_ element: Int, own: Bool = false) -> InkBuffer {
        var ink = InkBuffer()
        var last = element
        for text in page.texts[page.elements[element].texts] where !own || text.element == element {
            // Elements inside words stand apart, save where no space was written around a mark.
            if own, text.element != last { ink.space() }
            last = text.element
            ink.append(page.bytes[text.range], inLink: false, inBold: false)
        }
        return ink
    }

    static func line(_ page: XMLPage, _ element: Int) -> [UInt8] {
        var ink = InkBuffer()
        for text in page.texts[page.elements[element].texts] {
            ink.append(page.bytes[text.range], inLink: false, inBold: false)
        }
        return ink.bytes
    }
}
