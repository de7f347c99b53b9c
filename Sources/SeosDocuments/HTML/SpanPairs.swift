/// Labels and values that only a style sheet sets apart:
/// `<div class="card"><span class="k">Total budget</span><span class="v">€ 1,250,000</span></div>`.
///
/// Two elements inside a line that are all there is in a block, where a block beside it is made of the same two. Nothing
/// but that they are written so says that they are a pair; so the first must read like a label, and the second must
/// begin as something new does, since word processors cut words into spans as well.
///
/// So are "<b>Start date</b> 01.10.2022" and the like, where the value is plain text.
///
/// Boxes of figures have the value first: `<div><span>€4.2m</span><span>Total budget</span></div>`. There it is enough to
/// keep the two apart.
struct SpanPairs {
    /// The nodes of the values.
    private(set) var values: Set<Int32> = []
    /// The nodes of labels behind their figures, before which there is a space.
    private(set) var captions: Set<Int32> = []

    private static let longestLabel = 60
    private static let longestText = 120

    init(_ tree: HTMLTree) {
        /// Pairs below a parent, until there are as many as it takes.
        var waiting: [Int32: (kind: Kind, values: [Int32], sure: Int)] = [:]
        for (i, node) in tree.nodes.enumerated() where Self.blocks.contains(node.tag) {
            guard let parts = Self.parts(of: i, tree) else { continue }
            if Self.isFigure(parts, tree) { captions.insert(Int32(parts[1])) }
            guard let (kind, value, isSure) = Self.pair(parts, in: i, tree) else { continue }
            // "kr 640 000", "from May 2024": a small letter may begin a value where others of its template do not.
            if !isSure, kind.isUniform { continue }
            var known = waiting[node.parent].flatMap { $0.kind == kind ? $0 : nil } ?? (kind: kind, values: [], sure: 0)
            known.values.append(value)
            if isSure { known.sure += 1 }
            waiting[node.parent] = known
            // Two elements of one kind are less telling.
            if known.sure >= (kind.isUniform ? 3 : 2) { values.formUnion(known.values) }
        }
    }

    private static let blocks: Set<HTMLTag> = [.div, .p, .li, .section, .article]

    /// What the two elements are: blocks of one kind are written by one template.
    private struct Kind: Equatable {
        var block: HTMLTag
        var label: HTMLTag
        var value: HTMLTag
        var labelClass: ArraySlice<UInt8>?
        var valueClass: ArraySlice<UInt8>?

        var isUniform: Bool { label == value && labelClass == valueClass }
    }

    /// The two elements that are all there is in a block.
    private static func parts(of block: Int, _ tree: HTMLTree) -> [Int]? {
        let nodes = tree.nodes
        var parts: [Int] = []
        var k = block + 1
        while k < Int(nodes[block].end) {
            let node = nodes[k]
            if node.tag == .text {
                if hasInk(node, tree) {
                    // "<b>Start date</b> 01.10.2022": the text behind the one element.
                    guard parts.count == 1, isBold(nodes[parts[0]].tag), nodes[block].tag != .li else { return nil }
                    parts.append(k)
                }
            } else if node.tag.isBlock || node.tag == .a || node.tag == .br {
                return nil
            } else if (k..<Int(node.end)).contains(where: { nodes[$0].tag == .text && hasInk(nodes[$0], tree) }) {
                parts.append(k)
                if parts.count > 2 { return nil }
            }
            k = Int(node.end)
        }
        return parts.count == 2 ? parts : nil
    }

    private static func isBold(_ tag: HTMLTag) -> Bool { tag == .b || tag == .strong }

    /// A short text that begins with a digit or a sign, and one that begins with a capital: "€4.2m", "Total budget".
    private static func isFigure(_ parts: [Int], _ tree: HTMLTree) -> Bool {
        let value = tree.text(below: parts[0], limit: longestFigure)
        let isValue = value.withUnsafeBufferPointer { p in
            let range = TextShape.trimmed(p, 0..<p.count)
            return range.contains { TextShape.isDigit(p[$0]) } && range.count < longestFigure
        }
        guard isValue else { return false }
        let label = tree.text(below: parts[1], limit: longestLabel)
        return label.withUnsafeBufferPointer { p in
            let range = TextShape.trimmed(p, 0..<p.count)
            return range.count > 2 && range.count < longestLabel && !TextShape.startsLowercase(p, range)
                && !TextShape.isDigit(p[range.lowerBound]) && TextShape.containsLetter(p, range)
        }
    }

    private static let longestFigure = 24

    private static func pair(
        _ parts: [Int], in block: Int, _ tree: HTMLTree
    ) -> (kind: Kind, value: Int32, isSure: Bool)? {
        let nodes = tree.nodes
        let kind = Kind(
            block: nodes[block].tag, label: nodes[parts[0]].tag, value: nodes[parts[1]].tag,
            labelClass: tree.value(.class, of: parts[0]), valueClass: tree.value(.class, of: parts[1]))
        let label = tree.text(below: parts[0], limit: longestLabel)
        let isText = nodes[parts[1]].tag == .text
        let value = tree.text(below: parts[1], limit: longestLabel)
        // Running text begins with bold words too, and a colon says enough by itself.
        if isText, value.count > longestText || label.contains(0x3A) || value.prefix(3).contains(where: { $0 == 0x3A })
        {
            return nil
        }
        let reads = label.withUnsafeBufferPointer { p in
            let range = TextShape.trimmed(p, 0..<p.count)
            return range.count <= longestLabel && TextShape.containsLetter(p, range)
                && TextShape.wordCount(p, range) <= LabelDetector.longestLabel
                && range.count { TextShape.isDigit(p[$0]) } <= 3 && !TextShape.endsSentence(p, range)
        }
        let (isEmpty, isSmall) = value.withUnsafeBufferPointer { p in
            let range = TextShape.trimmed(p, 0..<p.count)
            return (range.isEmpty, TextShape.startsLowercase(p, range))
        }
        return reads && !isEmpty ? (kind, Int32(parts[1]), !isSmall) : nil
    }

    private static func hasInk(_ node: HTMLTree.Node, _ tree: HTMLTree) -> Bool {
        tree.text[Int(node.text.lowerBound)..<Int(node.text.upperBound)].contains { $0 > 0x20 }
    }
}
