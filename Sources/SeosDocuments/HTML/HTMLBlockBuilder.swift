internal import SeosModel

/// Turns the tree of a page into blocks, in one pass and without recursion.
struct HTMLBlockBuilder {
    /// What the open elements mean for the text inside them.
    struct Context {
        var heading = 0
        var listDepth = 0
        var isItem = false
        var isAddress = false
        var isTerm = false
        var isVerbatim = false
        /// Inside a cell of a data table lines do not end the block.
        var isCell = false
        var isLink = false
        var isBold = false
        /// A label by the name of its class, as content management systems write fields.
        var isFieldLabel = false
        var group = 0
        /// Innermost element that starts a line.
        var node: Int32 = -1
        /// Innermost element inside a line that has a role of its own; -1 without one.
        var marked: Int32 = -1
        var isTime = false
        var language = "und"
    }

    struct Frame {
        var node: Int32
        var end: Int32
        var outer: Context
        var isBadge: Bool
    }

    let tree: HTMLTree
    let limits: ReadingLimits
    var drafts: [BlockDraft] = []
    var context = Context()
    var ink = InkBuffer()
    var tables: [HTMLTableState] = []
    /// For each open definition list the draft of the term whose description is awaited.
    var terms: [Int?] = []
    /// For each open description the number of drafts before it.
    var descriptionStarts: [Int] = []
    var groups = 0
    /// Bytes other than white space that were put into blocks, and those left out with hidden elements.
    private(set) var hiddenBytes = 0
    var clampedSpans = false
    var frames: [Frame] = []
    private let roles: HTMLRoles
    /// Elements that stand for the value of a label, by ``SpanPairs``, and the bytes before the one that is open.
    private let pairs: SpanPairs
    private var split: Int?
    /// The last marked element whose text went into the block that is being collected.
    private var markedNode: Int32 = -1

    init(_ tree: HTMLTree, limits: ReadingLimits, roles: HTMLRoles) {
        self.tree = tree
        self.limits = limits
        self.roles = roles
        pairs = SpanPairs(tree)
    }

    mutating func build() {
        var i = 0
        let nodes = tree.nodes
        while i < nodes.count {
            while let frame = frames.last, Int(frame.end) <= i { close() }
            let node = nodes[i]
            if node.tag == .text {
                let range = Int(node.text.lowerBound)..<Int(node.text.upperBound)
                splitPair(before: i)
                appendText(tree.text[range])
                i += 1
            } else if node.element >= 0 && roles.isDropped(i) {
                for k in i..<Int(node.end) where nodes[k].tag == .text {
                    let range = nodes[k].text
                    hiddenBytes += TextShape.ink(tree.text[Int(range.lowerBound)..<Int(range.upperBound)])
                }
                if node.tag.isBlock { flush() } else { ink.space() }
                i = Int(node.end)
            } else {
                open(i, node)
                i += 1
            }
        }
        while !frames.isEmpty { close() }
        flush()
    }

    /// What stands before the value of a pair is its label.
    private mutating func splitPair(before i: Int) {
        guard pairs.values.contains(Int32(i)), ink.inkBytes > 0 else { return }
        ink.space()
        split = ink.bytes.count
    }

    private mutating func appendText(_ text: ArraySlice<UInt8>) {
        if let table = tables.last, table.isData, !context.isCell, table.isRowOpen, text.contains(where: { $0 > 0x20 })
        {
            // Words between cells: a cell that its author did not mark.
            openCell(nil)
            ink.append(text, inLink: context.isLink, inBold: context.isBold)
            closeCell(isHeader: false)
            return
        }
        if context.marked >= 0 { markedNode = context.marked }
        ink.append(
            text, inLink: context.isLink, inBold: context.isBold, isMarked: context.marked >= 0, inTime: context.isTime)
    }

    private mutating func open(_ i: Int, _ node: HTMLTree.Node) {
        let tag = node.tag
        if tag == .br {
            ink.breakLine()
            return
        }
        if tag == .hr {
            flush()
            return
        }
        if tag == .img || tag == .input || tag == .textarea { ink.space() }
        splitPair(before: i)
        if pairs.captions.contains(Int32(i)) { ink.space() }
        let isBadge = isBadge(i, node)
        if tag.isBlock || isBadge { flush() }
        frames.append(Frame(node: Int32(i), end: node.end, outer: context, isBadge: isBadge))
        if isBadge { context.heading = 0 }
        if tag.isBlock {
            context.node = Int32(i)
            context.marked = -1
        } else if roles.roles[i] != nil, context.marked < 0 {
            context.marked = Int32(i)
        }
        if let language = tree.string(.lang, of: i), !language.isEmpty { context.language = language }
        switch tag {
        // What opens a panel of this page is its heading, not a link.
        case .a: context.isLink = tree.value(.href, of: i).map { !roles.namesFold($0) } ?? false
        case .b, .strong: context.isBold = true
        case .time: context.isTime = true
        case .h1, .h2, .h3, .h4, .h5, .h6: context.heading = tag.headingLevel ?? 0
        case .summary: context.heading = 3
        case .ul, .ol, .menu, .dir:
            if context.listDepth == 0 || context.group == 0 { newGroup() }
            context.listDepth += 1
            context.isItem = false
        case .li:
            context.isItem = true
            if context.listDepth == 0 { context.listDepth = 1 }
        case .address: context.isAddress = true
        case .pre, .listing, .xmp:
            context.isVerbatim = true
            ink.isVerbatim = true
        case .dl:
            newGroup()
            terms.append(nil)
        case .dt: context.isTerm = !terms.isEmpty
        case .table: openTable(i)
        case .tr: openRow()
        case .td, .th: openCell(i)
        case .div, .span, .p, .label:
            if let name = tree.value(.class, of: i), tag != .label || !context.isCell, Self.namesLabel(name) {
                context.isFieldLabel = tag != .span
            }
        default: break
        }
        if tag == .dd { openDescription() }
    }

    private mutating func close() {
        guard let frame = frames.popLast() else { return }
        let tag = tree.nodes[Int(frame.node)].tag
        let first = drafts.count
        if tag == .td || tag == .th {
            closeCell(isHeader: tag == .th)
        } else if tag.isBlock || frame.isBadge {
            flush()
        }
        switch tag {
        case .dt where context.isTerm && drafts.count > first: rememberTerm(drafts.count - 1)
        case .dd: closeDescription()
        case .dl: if !terms.isEmpty { terms.removeLast() }
        case .tr: closeRow()
        case .table: closeTable()
        case .option, .button: ink.space()
        default: break
        }
        context = frame.outer
        ink.isVerbatim = context.isVerbatim
    }

    mutating func newGroup() {
        groups += 1
        context.group = groups
    }

    /// Ends the block that is being collected.
    mutating func flush() {
        if context.isCell {
            ink.breakLine()
            return
        }
        if let table = tables.last, table.isData, table.isRowOpen { return }
        ink.dropTrailingBreaks()
        let split = split
        self.split = nil
        guard ink.inkBytes > 0 else {
            ink.clear()
            return
        }
        let bytes = ink.bytes
        let marks = ink.marks
        let density = ink.inkBytes == 0 ? 0 : Double(ink.linkBytes) / Double(ink.inkBytes)
        let isBold = ink.boldBytes == ink.inkBytes
        let isTime = ink.timeBytes == ink.inkBytes
        let isMarked = ink.markedBytes == ink.inkBytes && markedNode > context.node
        let first = drafts.count
        defer {
            for k in first..<drafts.count {
                if isMarked { drafts[k].node = markedNode }
                drafts[k].isTime = isTime
            }
        }
        ink.clear()
        if let split, split < bytes.count, !context.isVerbatim, context.heading == 0 {
            addPair(bytes, marks, density, split: split)
        } else if context.isVerbatim {
            addDraft(.preformatted, bytes, marks, density)
        } else if context.heading > 0, bytes.count <= Self.longestHeading {
            addDraft(.heading(level: context.heading), bytes.map { $0 == 0x0A ? 0x20 : $0 }, marks, density)
        } else if context.isAddress {
            addDraft(.contact, bytes, marks, density)
        } else if context.isItem {
            addDraft(.listItem(depth: context.listDepth), bytes, marks, density)
        } else if context.isTerm {
            addDraft(.labelValue, bytes.map { $0 == 0x0A ? 0x20 : $0 }, marks, density)
        } else {
            addLines(bytes, marks, density, isBold: isBold)
        }
    }

    /// A label and its value; a value of several lines stands below its label.
    private mutating func addPair(_ bytes: [UInt8], _ marks: [InkMark], _ density: Double, split: Int) {
        let label = Self.withoutColon(Array(bytes[..<split]))
        if bytes.contains(0x0A) {
            var mark = 0
            addDraft(.labelValue, Array(bytes[..<split]), InkMark.marks(marks, of: 0..<split, from: &mark), density)
            drafts[drafts.count - 1].label = label
            let start = bytes[split] == 0x20 ? split + 1 : split
            let rest = InkMark.marks(marks, of: start..<bytes.count, from: &mark)
            addLines(Array(bytes[start...]), rest, density, isBold: false)
        } else {
            addDraft(.labelValue, bytes, marks, density)
            drafts[drafts.count - 1].label = label
            drafts[drafts.count - 1].value = bytes.withUnsafeBufferPointer { TextShape.trimmed($0, split..<$0.count) }
        }
    }

    private mutating func addLines(_ bytes: [UInt8], _ marks: [InkMark], _ density: Double, isBold: Bool) {
        let lines = Self.joinedLines(bytes)
        let outer = context.group
        if lines.count > 1 && outer == 0 { newGroup() }
        var start = 0
        var mark = 0
        for line in lines {
            let end = start + line.count
            let own = lines.count == 1 ? marks : InkMark.marks(marks, of: start..<end, from: &mark)
            start = end + 1
            let isLabel = context.isFieldLabel && lines.count == 1
            addDraft(isLabel ? .labelValue : .paragraph, line, own, density)
            if isLabel { drafts[drafts.count - 1].label = Self.withoutColon(line) }
        }
        context.group = outer
        // A short bold line of its own stands for a heading that its author did not mark.
        if isBold, lines.count == 1, let last = drafts.last, case .paragraph = last.kind,
            Self.looksLikeHeading(last.bytes)
        {
            drafts[drafts.count - 1].kind = .heading(level: 6)
        }
    }

    mutating func addDraft(_ kind: Block.Kind, _ bytes: [UInt8], _ marks: [InkMark], _ density: Double) {
        var draft = BlockDraft(kind: kind, bytes: bytes)
        draft.marks = marks
        draft.group = context.group
        draft.node = context.node
        draft.language = context.language
        draft.inkBytes = TextShape.ink(bytes)
        draft.linkBytes = Int(density * Double(draft.inkBytes) + 0.5)
        if context.isTerm { draft.label = Self.withoutColon(bytes) }
        drafts.append(draft)
    }
}

extension HTMLBlockBuilder {
    /// What is longer is an article whose author put it inside a heading.
    static let longestHeading = 400

    static func withoutColon(_ bytes: [UInt8]) -> Range<Int> {
        bytes.withUnsafeBufferPointer { p in
            var range = TextShape.trimmed(p, 0..<p.count)
            if let last = range.last, p[last] == 0x3A { range = TextShape.trimmed(p, range.lowerBound..<last) }
            return range
        }
    }

    /// Lines of a paragraph with `br`, save that a sentence which only wraps is put together again.
    static func joinedLines(_ bytes: [UInt8]) -> [[UInt8]] {
        guard bytes.contains(0x0A) else { return [bytes] }
        var lines: [[UInt8]] = []
        for line in bytes.split(separator: 0x0A) {
            if let last = lines.last, wraps(last, line) {
                lines[lines.count - 1].append(0x20)
                lines[lines.count - 1].append(contentsOf: line)
            } else {
                lines.append(Array(line))
            }
        }
        return lines
    }

    private static func wraps(_ first: [UInt8], _ second: ArraySlice<UInt8>) -> Bool {
        guard first.count >= 40, let last = first.last, last != 0x3A, last != 0x3B else { return false }
        return first.withUnsafeBufferPointer { p in !TextShape.endsSentence(p, 0..<p.count) }
            && second.withUnsafeBufferPointer { p in TextShape.startsLowercase(p, 0..<p.count) }
    }

    static func looksLikeHeading(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 120, bytes.last != 0x3A else { return false }
        return bytes.withUnsafeBufferPointer { p in
            !TextShape.endsSentence(p, 0..<p.count) && TextShape.containsLetter(p, 0..<p.count)
                && LabelDetector.pair(p, 0..<p.count) == nil && TextShape.wordCount(p, 0..<p.count) <= 12
        }
    }

    /// Classes such as `field-label`, `field__label`, `label`, `label-above`.
    static func namesLabel(_ names: ArraySlice<UInt8>) -> Bool {
        let word = Array("label".utf8)
        for name in names.split(separator: 0x20) {
            if name.elementsEqual(word) || name.suffix(6).dropFirst().elementsEqual(word) && name.count > 5 {
                let before = name.dropLast(5).last
                if before == nil || before == 0x2D || before == 0x5F { return true }
            }
        }
        return false
    }
}

// MARK: - Definition lists

extension HTMLBlockBuilder {
    private mutating func rememberTerm(_ draft: Int) {
        guard !terms.isEmpty else { return }
        terms[terms.count - 1] = draft
    }

    private mutating func openDescription() { descriptionStarts.append(drafts.count) }

    /// Puts a term and its one-line description into one block; longer descriptions stay below their term.
    private mutating func closeDescription() {
        guard let start = descriptionStarts.popLast(), let term = terms.last ?? nil, drafts.count == start + 1,
            let description = drafts.last, term < start
        else { return }
        let isSimple: Bool
        switch description.kind {
        case .paragraph, .labelValue, .contact: isSimple = !description.bytes.contains(0x0A)
        default: isSimple = false
        }
        guard isSimple else { return }
        if term == start - 1, drafts[term].value == nil, drafts[term].labelOwner == nil {
            drafts.removeLast()
            var merged = drafts[term]
            merged.bytes.append(0x09)
            let shift = Int32(merged.bytes.count)
            merged.marks += description.marks.map {
                InkMark(block: $0.block + shift, page: $0.page, length: $0.length)
            }
            merged.value = merged.bytes.count..<merged.bytes.count + description.bytes.count
            merged.bytes.append(contentsOf: description.bytes)
            merged.inkBytes += description.inkBytes
            merged.linkBytes += description.linkBytes
            merged.kind = .labelValue
            drafts[term] = merged
        } else {
            drafts[start].kind = .labelValue
            drafts[start].label = nil
            drafts[start].labelOwner = term
            drafts[start].value = 0..<description.bytes.count
        }
    }
}
