internal import SeosModel

/// Boxes of facts beside the text: each holds a label and, on the next line, its value, and several stand in a row.
///
///     <div class="box"><h4>Total budget</h4><p>€1.8m</p></div>
///     <div class="box"><h4>Start</h4><p>1 May 2024</p></div>
///     <div class="box"><h4>Lead</h4><p>University of Turku</p></div>
///
/// Nothing in one line says that something is stated; the row of them does.
extension ContentMarker {
    /// Boxes in a row, and those among them with a figure.
    private static let leastBoxes = 3
    private static let leastFigures = 2
    private static let longestLabel = 48
    private static let longestValue = 120

    /// The drafts of such boxes, and a node of each box.
    func findCards() -> (drafts: Set<Int>, boxes: [Int]) {
        var below = [Int32](repeating: 0, count: tree.nodes.count)
        for draft in drafts where draft.node >= 0 { below[Int(draft.node)] += 1 }
        for i in tree.nodes.indices.reversed() where tree.nodes[i].parent >= 0 {
            below[Int(tree.nodes[i].parent)] += below[i]
        }
        // Boxes by what holds them, each with its drafts.
        var rows: [Int: [(box: Int, lines: Range<Int>)]] = [:]
        var i = 0
        while i < drafts.count {
            guard let box = box(of: i, below), let row = parent(of: box) else {
                i += 1
                continue
            }
            let lines = i..<min(i + Int(below[box]), drafts.count)
            if isFactBox(lines) { rows[row, default: []].append((box, lines)) }
            i = lines.upperBound
        }
        var found: Set<Int> = []
        var boxes: [Int] = []
        for row in rows.values where row.count >= Self.leastBoxes {
            guard row.allSatisfy({ tree.nodes[$0.box].tag == tree.nodes[row[0].box].tag }),
                row.count(where: { holdsFigure($0.lines) }) >= Self.leastFigures
            else { continue }
            for card in row { found.formUnion(card.lines) }
            boxes += row.map(\.box)
        }
        return (found, boxes)
    }

    /// The element around a line that holds one or two lines more.
    private func box(of i: Int, _ below: [Int32]) -> Int? {
        guard drafts[i].node >= 0 else { return nil }
        var node = Int(drafts[i].node)
        while below[node] < 2 {
            guard let parent = parent(of: node) else { return nil }
            node = parent
        }
        return below[node] <= 3 ? node : nil
    }

    /// A short label without a figure, and a short value.
    private func isFactBox(_ lines: Range<Int>) -> Bool {
        guard lines.count >= 2, case let label = drafts[lines.lowerBound], label.bytes.count <= Self.longestLabel,
            label.linkBytes == 0, !label.bytes.contains(where: TextShape.isDigit)
        else { return false }
        return lines.allSatisfy { i in
            switch drafts[i].kind {
            case .heading(let level): level > 1 && i == lines.lowerBound
            case .paragraph: drafts[i].bytes.count <= Self.longestValue && drafts[i].linkDensity < 0.8
            default: false
            }
        }
    }

    private func holdsFigure(_ lines: Range<Int>) -> Bool {
        lines.dropFirst().contains { drafts[$0].bytes.contains(where: TextShape.isDigit) }
    }
}
