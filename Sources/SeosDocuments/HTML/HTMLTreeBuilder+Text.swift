/// Text, and what SVG and MathML do otherwise than HTML.
extension HTMLTreeBuilder {
    /// Adds a run of text between two tags.
    ///
    /// - Parameter run: decoded; NUL may stand in it.
    mutating func characters(_ run: ArraySlice<UInt8>) {
        guard !run.isEmpty else { return }
        if isForeign(textIn: current) { return insert(text: run, nul: [0xEF, 0xBF, 0xBD]) }
        switch mode {
        case .beforeHTML, .beforeHead, .inHead, .afterHead:
            let rest = run.drop { Self.isSpace($0) }
            guard !rest.isEmpty else { return }
            if rest.allSatisfy({ $0 == 0 || Self.isSpace($0) }), mode == .beforeHTML { return }
            leaveHead()
            characters(rest)
        case .inTable, .inTableBody, .inRow:
            switch tag(current) {
            case .table, .tbody, .tfoot, .thead, .tr:
                isFostering = run.contains { !Self.isSpace($0) && $0 != 0 }
                if isFostering { reopenFormatting() }
                insert(text: run)
                isFostering = false
            default:
                isFostering = true
                reopenFormatting()
                insert(text: run)
                isFostering = false
            }
        case .inColumnGroup:
            guard run.contains(where: { !Self.isSpace($0) && $0 != 0 }), currentIs(.colgroup) else { return }
            pop()
            mode = .inTable
            characters(run)
        case .inSelect, .inSelectInTable: insert(text: run)
        case .inFrameset, .afterFrameset: return
        case .afterBody:
            if run.contains(where: { !Self.isSpace($0) }) { mode = .inBody }
            reopenFormatting()
            insert(text: run)
        case .inBody, .inCaption, .inCell, .inTemplate:
            reopenFormatting()
            insert(text: run)
            if framesetAllowed, run.contains(where: { !Self.isSpace($0) && $0 != 0 }) { framesetAllowed = false }
        }
    }

    /// The content of an element that holds no markup, which is closed with it.
    mutating func rawText(_ content: ArraySlice<UInt8>) {
        insert(text: content)
        pop()
    }

    private mutating func insert(text run: ArraySlice<UInt8>, nul: [UInt8] = []) {
        let start = Int32(text.count)
        if run.contains(0) {
            for b in run {
                if b == 0 { text += nul } else { text.append(b) }
            }
        } else {
            text.append(contentsOf: run)
        }
        let end = Int32(text.count)
        guard end > start else { return }
        notePieces(run.startIndex..<run.endIndex, at: Int(start)..<Int(end))
        let place = place(for: current)
        let before: Int32
        switch place {
        case .lastOf(let parent): before = nodes[Int(parent)].last
        case .before(let sibling): before = nodes[Int(sibling)].previous
        }
        if before >= 0, tag(before) == .text, nodes[Int(before)].text.upperBound == start {
            nodes[Int(before)].text = nodes[Int(before)].text.lowerBound..<end
            return
        }
        nodes.append(Node(tag: .text, text: start..<end))
        put(Int32(nodes.count - 1), at: place)
    }

    /// Moves the places of a run to where it went in the text.
    private mutating func notePieces(_ run: Range<Int>, at text: Range<Int>) {
        if run.count != text.count {
            guard let first = runPieces.first, let last = runPieces.last else { return }
            let source = first.source.lowerBound..<last.source.upperBound
            pieces.append(TextPiece(text: text, source: source, isLiteral: false))
            return
        }
        for piece in runPieces where piece.text.overlaps(run) {
            pieces.append(piece.clamped(to: run, movedBy: text.lowerBound - run.lowerBound))
        }
    }

    static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || b == 0x09 || b == 0x0A || b == 0x0C || b == 0x0D }

    // MARK: - SVG and MathML

    var isForeignCurrent: Bool { !open.isEmpty && nodes[Int(current)].space != .html }

    private func holdsHTML(_ node: Int32) -> Bool {
        switch nodes[Int(node)].space {
        case .html: return true
        case .svg: return [.foreignObject, .desc, .title].contains(tag(node))
        case .math: return tag(node) == .annotationXML && htmlAnnotations.contains(node)
        }
    }

    private func isMathText(_ node: Int32) -> Bool {
        nodes[Int(node)].space == .math && [.mi, .mo, .mn, .ms, .mtext].contains(tag(node))
    }

    private func isForeign(textIn node: Int32) -> Bool {
        guard !open.isEmpty else { return false }
        return nodes[Int(node)].space != .html && !holdsHTML(node) && !isMathText(node)
    }

    func isForeign(startTag tag: Tag) -> Bool {
        guard isForeignCurrent, !holdsHTML(current) else { return false }
        if isMathText(current) { return tag.tag == .mglyph || tag.tag == .malignmark }
        return !(self.tag(current) == .annotationXML && tag.tag == .svg)
    }

    mutating func startForeign(_ tag: Tag) {
        if tag.tag.breaksOut || tag.tag == .font && tag.isStyledFont {
            while isForeignCurrent, !holdsHTML(current), !isMathText(current) { pop() }
            return startInMode(tag)
        }
        var tag = tag
        var space = nodes[Int(current)].space
        if tag.tag == .svg { space = .svg }
        if tag.tag == .math { space = .math }
        if tag.isSelfClosed { return leaf(tag, space: space) }
        tag.isBare = true
        let node = push(tag, space: space)
        if node >= 0, tag.tag == .annotationXML, tag.holdsHTML { htmlAnnotations.insert(node) }
    }

    /// The tag by the rules of the mode, whatever stands around it.
    private mutating func startInMode(_ tag: Tag) {
        if isForeign(startTag: tag) { pop() }
        start(tag)
    }

    /// - Returns: false when the tag is to be read by the rules of HTML.
    mutating func endForeign(_ tag: HTMLTag, _ name: UInt64) -> Bool {
        if tag == .br || tag == .p {
            while isForeignCurrent, !holdsHTML(current), !isMathText(current) { pop() }
            return false
        }
        for i in open.indices.reversed() {
            let node = nodes[Int(open[i])]
            if node.space == .html { return false }
            if node.name == name {
                popTo(i)
                return true
            }
        }
        return true
    }
}
