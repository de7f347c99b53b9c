internal import CXML2

/// The tree of a page as arrays in document order. A node's subtree is the nodes up to its `end`.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        /// Index into ``PreparedHTML/elements``, -1 for text and for elements the parser supplied.
        var element: Int32
        /// -1 for a root.
        var parent: Int32
        /// Index after the last node of the subtree.
        var end: Int32
        /// Range of ``HTMLTree/text``, for text.
        var text: Range<Int32>
    }

    var nodes: [Node] = []
    var text: [UInt8] = []
    var depth = 0
    var page: PreparedHTML

    /// - Returns: nil when the parser gave nothing.
    init?(_ page: PreparedHTML, limits: ReadingLimits) {
        self.page = page
        let parsed = page.markup.withUnsafeBufferPointer { p in
            p.baseAddress.flatMap { seos_html_parse($0, Int64(p.count), Int32(limits.depth)) }
        }
        guard let parsed else { return nil }
        defer { seos_html_free(parsed) }
        self.page.markup = []
        depth = Int(seos_html_depth(parsed))
        if let bytes = seos_html_bytes(parsed) {
            text = Array(UnsafeBufferPointer(start: bytes, count: Int(seos_html_byte_count(parsed))))
        }
        guard let events = seos_html_events(parsed) else { return }
        let count = Int(seos_html_event_count(parsed))
        nodes.reserveCapacity(count / 2 + 16)
        var parents: [Int32] = []
        for event in UnsafeBufferPointer(start: events, count: count) {
            let parent = parents.last ?? -1
            switch Int(event.kind) {
            case Int(SEOS_HTML_OPEN):
                let isKnown = event.element >= 0 && Int(event.element) < page.elements.count
                let tag = isKnown ? page.elements[Int(event.element)].tag : .unknown
                parents.append(Int32(nodes.count))
                nodes.append(
                    Node(tag: tag, element: isKnown ? event.element : -1, parent: parent, end: 0, text: 0..<0))
            case Int(SEOS_HTML_CLOSE):
                if let open = parents.popLast() { nodes[Int(open)].end = Int32(nodes.count) }
            default:
                nodes.append(
                    Node(
                        tag: .text, element: -1, parent: parent, end: Int32(nodes.count + 1),
                        text: Int32(event.start)..<Int32(event.end)))
            }
        }
        for open in parents { nodes[Int(open)].end = Int32(nodes.count) }
    }

    func value(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
        let element = nodes[node].element
        guard element >= 0 else { return nil }
        return page.value(name, in: page.elements[Int(element)].attributes)
    }

    func string(_ name: HTMLAttribute, of node: Int) -> String? {
        value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    func number(_ name: HTMLAttribute, of node: Int, default fallback: Int, limit: Int) -> Int {
        guard let value = value(name, of: node) else { return fallback }
        var number = 0
        for b in value.drop(while: { $0 <= 0x20 }) {
            guard b >= 0x30 && b <= 0x39 else { break }
            number = min(number * 10 + Int(b - 0x30), limit)
        }
        return max(1, number)
    }

    /// All text below a node, white space as it is.
    func text(below node: Int, limit: Int = 4096) -> [UInt8] {
        var bytes: [UInt8] = []
        for i in node..<Int(nodes[node].end) where nodes[i].tag == .text {
            let range = nodes[i].text
            bytes.append(contentsOf: text[Int(range.lowerBound)..<Int(range.upperBound)])
            if bytes.count > limit { break }
        }
        return bytes
    }
}
