/// Builds the tree of a page from its tags and text by the rules of the HTML standard (WHATWG, section 13.2.6).
///
/// The nodes are linked by numbers, since the rules move elements about; ``HTMLTree`` then puts them into document
/// order. What has no bearing on the text is left out: parse errors, document types, merging of attributes.
struct HTMLTreeBuilder {
    enum Mode {
        case beforeHTML, beforeHead, inHead, afterHead, inBody, inTable, inCaption, inColumnGroup, inTableBody, inRow
        case inCell, inSelect, inSelectInTable, inTemplate, afterBody, inFrameset, afterFrameset
    }

    enum Space: UInt8 { case html, svg, math }

    struct Node {
        var tag: HTMLTag
        var space = Space.html
        /// Hash of the name in lower case.
        var name: UInt64 = 0
        /// Index into ``HTMLPage/elements``, -1 for what no tag stands for.
        var element: Int32 = -1
        /// Without attributes that are kept.
        var isBare = true
        var parent: Int32 = -1
        var first: Int32 = -1
        var last: Int32 = -1
        var previous: Int32 = -1
        var next: Int32 = -1
        /// Range of ``HTMLTreeBuilder/text``, for text.
        var text: Range<Int32> = 0..<0
    }

    /// A start tag.
    struct Tag {
        var tag: HTMLTag
        var name: UInt64
        var element: Int32
        var isBare = true
        var isSelfClosed = false
        /// Whether an `annotation-xml` holds HTML.
        var holdsHTML = false
        /// Whether a `font` has a colour, face or size.
        var isStyledFont = false
        var isHiddenInput = false
    }

    let maxDepth: Int
    /// Node 0 is the document.
    var nodes: [Node] = [Node(tag: .unknown)]
    var text: [UInt8] = []
    /// Where the bytes of `text` stand in the markup.
    var pieces: [TextPiece] = []
    /// The same of the run of text that is being added.
    var runPieces: [TextPiece] = []
    var open: [Int32] = []
    /// Formatting elements to be reopened; -1 is a marker.
    var formatting: [Int32] = []
    var mode = Mode.beforeHTML
    var templateModes: [Mode] = []
    var head: Int32 = -1
    var form: Int32 = -1
    var isFostering = false
    var framesetAllowed = true
    /// Without a document type a table does not end a paragraph.
    var isQuirky = true
    /// Whether everything up to the end of input is text.
    var isPlain = false
    /// `annotation-xml` elements that hold HTML.
    var htmlAnnotations: Set<Int32> = []
    /// Start tags that were too deep to be opened, by name: their end tags end nothing.
    private var ignored: [UInt64: Int] = [:]
    private var ignoredCount = 0
    private(set) var deepest = 0
    private var paragraphs = 0

    /// Formatting elements that are remembered; a page that leaves more of them open would take quadratic time.
    static let mostFormatting = 64

    init(maxDepth: Int) { self.maxDepth = max(16, maxDepth) }

    // MARK: - The tree

    var current: Int32 { open.last ?? 0 }

    func tag(_ node: Int32) -> HTMLTag { nodes[Int(node)].tag }

    /// Whether a node is this element of HTML, not of SVG or MathML.
    func isHTML(_ node: Int32, _ tag: HTMLTag) -> Bool {
        nodes[Int(node)].tag == tag && nodes[Int(node)].space == .html
    }

    func currentIs(_ tag: HTMLTag) -> Bool { isHTML(current, tag) }

    mutating func append(_ child: Int32, to parent: Int32) {
        let last = nodes[Int(parent)].last
        nodes[Int(child)].parent = parent
        nodes[Int(child)].previous = last
        nodes[Int(child)].next = -1
        if last >= 0 { nodes[Int(last)].next = child } else { nodes[Int(parent)].first = child }
        nodes[Int(parent)].last = child
    }

    mutating func insert(_ child: Int32, before sibling: Int32) {
        let parent = nodes[Int(sibling)].parent
        let previous = nodes[Int(sibling)].previous
        nodes[Int(child)].parent = parent
        nodes[Int(child)].previous = previous
        nodes[Int(child)].next = sibling
        nodes[Int(sibling)].previous = child
        if previous >= 0 { nodes[Int(previous)].next = child } else { nodes[Int(parent)].first = child }
    }

    mutating func detach(_ child: Int32) {
        let node = nodes[Int(child)]
        guard node.parent >= 0 else { return }
        if node.previous >= 0 {
            nodes[Int(node.previous)].next = node.next
        } else {
            nodes[Int(node.parent)].first = node.next
        }
        if node.next >= 0 {
            nodes[Int(node.next)].previous = node.previous
        } else {
            nodes[Int(node.parent)].last = node.previous
        }
        nodes[Int(child)].parent = -1
        nodes[Int(child)].previous = -1
        nodes[Int(child)].next = -1
    }

    /// Where something is inserted: as the last child of a parent, or before a sibling.
    enum Place {
        case lastOf(Int32)
        case before(Int32)
    }

    func place(for target: Int32) -> Place {
        guard isFostering, nodes[Int(target)].space == .html else { return .lastOf(target) }
        switch tag(target) {
        case .table, .tbody, .tfoot, .thead, .tr: break
        default: return .lastOf(target)
        }
        for i in open.indices.reversed() {
            let node = open[i]
            if isHTML(node, .template) { return .lastOf(node) }
            if isHTML(node, .table) {
                if nodes[Int(node)].parent >= 0 { return .before(node) }
                return .lastOf(i > 0 ? open[i - 1] : 0)
            }
        }
        return .lastOf(open.first ?? 0)
    }

    mutating func put(_ node: Int32, at place: Place) {
        switch place {
        case .lastOf(let parent): append(node, to: parent)
        case .before(let sibling): insert(node, before: sibling)
        }
    }

    mutating func make(_ tag: Tag, space: Space = .html) -> Int32 {
        nodes.append(Node(tag: tag.tag, space: space, name: tag.name, element: tag.element, isBare: tag.isBare))
        return Int32(nodes.count - 1)
    }

    /// Inserts an element and opens it.
    @discardableResult
    mutating func push(_ tag: Tag, space: Space = .html) -> Int32 {
        deepest = max(deepest, open.count + ignoredCount + 1)
        if open.count >= maxDepth, !isNeeded(tag.tag) {
            ignored[tag.name, default: 0] += 1
            ignoredCount += 1
            // Words on both sides of an ignored tag stay apart.
            let last = nodes[Int(current)].last
            if last < 0 || nodes[Int(last)].tag != tag.tag || nodes[Int(last)].first >= 0 {
                let leaf = make(tag, space: space)
                put(leaf, at: place(for: current))
            }
            return -1
        }
        let node = make(tag, space: space)
        put(node, at: place(for: current))
        open.append(node)
        if tag.tag == .p { paragraphs += 1 }
        return node
    }

    /// Parts of tables are opened however deep they are, or their mode would not fit the elements that are open.
    private func isNeeded(_ tag: HTMLTag) -> Bool {
        guard open.count < maxDepth * 2 else { return false }
        switch tag {
        case .html, .head, .body, .frameset, .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th: return true
        default: return tag.isRawText
        }
    }

    /// Inserts an element that has no content.
    mutating func leaf(_ tag: Tag, space: Space = .html) {
        let node = make(tag, space: space)
        put(node, at: place(for: current))
    }

    mutating func supply(_ tag: HTMLTag) -> Int32 { push(Tag(tag: tag, name: Self.name(tag), element: -1)) }

    mutating func pop() {
        guard let node = open.popLast() else { return }
        if tag(node) == .p { paragraphs -= 1 }
    }

    mutating func removeFromOpen(_ node: Int32) {
        guard let i = open.lastIndex(of: node) else { return }
        if tag(node) == .p { paragraphs -= 1 }
        open.remove(at: i)
    }

    mutating func popTo(_ length: Int) { while open.count > length { pop() } }

    /// Closes everything up to and with the innermost element of this name.
    mutating func pop(until tag: HTMLTag) {
        while let node = open.last {
            pop()
            if isHTML(node, tag) { return }
        }
    }

    mutating func popUntil(_ isLast: (HTMLTag) -> Bool) {
        while let node = open.last {
            pop()
            if nodes[Int(node)].space == .html, isLast(tag(node)) { return }
        }
    }

    mutating func popBack(to isStop: (HTMLTag) -> Bool) {
        while let node = open.last, !(nodes[Int(node)].space == .html && isStop(tag(node))), open.count > 1 { pop() }
    }

    /// Whether an end tag belongs to a start tag that was too deep to be opened.
    mutating func endsIgnored(_ name: UInt64) -> Bool {
        guard ignoredCount > 0, let count = ignored[name], count > 0 else { return false }
        ignored[name] = count - 1
        ignoredCount -= 1
        return true
    }

    // MARK: - Scopes

    private func isBoundary(_ node: Int32) -> Bool {
        switch nodes[Int(node)].space {
        case .html:
            switch tag(node) {
            case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template: return true
            default: return false
            }
        case .svg: return [.foreignObject, .desc, .title].contains(tag(node))
        case .math: return [.mi, .mo, .mn, .ms, .mtext, .annotationXML].contains(tag(node))
        }
    }

    func isInScope(_ wanted: HTMLTag) -> Bool { isInScope { $0 == wanted } }

    func isInScope(_ isWanted: (HTMLTag) -> Bool) -> Bool {
        for node in open.reversed() {
            if nodes[Int(node)].space == .html, isWanted(tag(node)) { return true }
            if isBoundary(node) { return false }
        }
        return false
    }

    func isInScope(node wanted: Int32) -> Bool {
        for node in open.reversed() {
            if node == wanted { return true }
            if isBoundary(node) { return false }
        }
        return false
    }

    func isInListScope(_ wanted: HTMLTag) -> Bool {
        for node in open.reversed() {
            if isHTML(node, wanted) { return true }
            if isBoundary(node) || isHTML(node, .ol) || isHTML(node, .ul) { return false }
        }
        return false
    }

    var hasParagraph: Bool {
        guard paragraphs > 0 else { return false }
        for node in open.reversed() {
            if isHTML(node, .p) { return true }
            if isBoundary(node) || isHTML(node, .button) { return false }
        }
        return false
    }

    func isInTableScope(_ isWanted: (HTMLTag) -> Bool) -> Bool {
        for node in open.reversed() where nodes[Int(node)].space == .html {
            if isWanted(tag(node)) { return true }
            switch tag(node) {
            case .html, .table, .template: return false
            default: break
            }
        }
        return false
    }

    func isInTableScope(_ wanted: HTMLTag) -> Bool { isInTableScope { $0 == wanted } }

    func isInSelectScope(_ wanted: HTMLTag) -> Bool {
        for node in open.reversed() {
            if isHTML(node, wanted) { return true }
            if !isHTML(node, .optgroup), !isHTML(node, .option) { return false }
        }
        return false
    }

    func isOpen(_ wanted: HTMLTag) -> Bool { open.contains { isHTML($0, wanted) } }

    mutating func closeImplied(except: HTMLTag = .unknown) {
        while let node = open.last, nodes[Int(node)].space == .html, tag(node).isImplied, tag(node) != except { pop() }
    }

    mutating func closeParagraph() {
        guard hasParagraph else { return }
        closeImplied(except: .p)
        pop(until: .p)
    }

    // MARK: - Names

    static func name(_ tag: HTMLTag) -> UInt64 { names[Int(tag.rawValue)] }

    private static let names = HTMLTag.allCases.map { tag in
        String(describing: tag).utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
