/// The tree of a page as arrays in document order. A node's subtree is the nodes up to its `end`.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        /// Index into ``HTMLPage/elements``, -1 for text and for elements that no tag stands for.
        var element: Int32
        /// -1 for a root.
        var parent: Int32
        /// Index after the last node of the subtree.
        var end: Int32
        /// Range of ``HTMLTree/text``, for text.
        var text: Range<Int32>
    }

    var nodes: [Node] = []
    let text: [UInt8]
    /// Where the text stands in the markup.
    let pieces: [TextPiece]
    let depth: Int
    var page: HTMLPage

    /// - Parameter bytes: valid UTF-8, in which NUL may stand.
    init(_ bytes: [UInt8], limits: ReadingLimits, isXML: Bool) {
        let (page, builder) = HTMLTokenizer.read(bytes, limits: limits, isXML: isXML)
        self.page = page
        text = builder.text
        pieces = builder.pieces
        depth = builder.deepest
        flatten(builder)
    }

    /// Down to the first child, else to the next sibling, else up. What is no words on the page is left out.
    private mutating func flatten(_ builder: HTMLTreeBuilder) {
        nodes.reserveCapacity(builder.nodes.count)
        var parents: [Int32] = []
        builder.nodes.withUnsafeBufferPointer { source in
            var at = source[0].first
            while at >= 0 {
                let node = source[Int(at)]
                let index = Int32(nodes.count)
                let isUnseen = node.tag.isUnseen
                if !isUnseen {
                    nodes.append(
                        Node(
                            tag: node.tag, element: node.element, parent: parents.last ?? -1, end: index + 1,
                            text: node.text))
                    if node.tag == .text {
                        page.visibleBytes += TextShape.ink(text[Int(node.text.lowerBound)..<Int(node.text.upperBound)])
                    }
                }
                if node.first >= 0, !isUnseen {
                    parents.append(index)
                    at = node.first
                    continue
                }
                var current = at
                at = source[Int(current)].next
                while at < 0, let open = parents.popLast() {
                    nodes[Int(open)].end = Int32(nodes.count)
                    current = source[Int(current)].parent
                    at = source[Int(current)].next
                }
            }
        }
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
