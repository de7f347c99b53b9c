internal import SeosModel

/// Finds headings, lists, tables, labels and contacts in lines.
///
/// A *run* is a series of lines without a blank line between them.
struct PlainTextBlocks {
    let bytes: [UInt8]
    private(set) var lines: [TextLine] = []
    var blocks: [Block] = []
    private var hasBlankLines = false
    private var group = 0
    private var indents: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func build() {
        lines = bytes.withUnsafeBufferPointer(TextLine.lines)
        hasBlankLines = lines.dropFirst().contains { $0.blankLinesBefore > 0 }
        var i = 0
        while i < lines.count {
            var end = i + 1
            while end < lines.count, lines[end].blankLinesBefore == 0 { end += 1 }
            run(i..<end)
            i = end
        }
    }

    private mutating func run(_ range: Range<Int>) {
        let before = blocks.count
        group += 1
        indents = []
        let isWrapped = isWrapped(range)
        var i = range.lowerBound
        while i < range.upperBound {
            if let end = tableEnd(i, range.upperBound) {
                addTable(i..<end)
                i = end
                continue
            }
            if let table = alignedTable(i, range.upperBound) {
                addRows(table.rows, table.lines)
                i = table.lines.upperBound
                continue
            }
            if let end = contactEnd(i, range) {
                addContact(i..<end)
                i = end
                continue
            }
            var end = i + 1
            while end < range.upperBound, continues(lines[end - 1], lines[end], first: lines[i], isWrapped: isWrapped) {
                end += 1
            }
            add(i..<end, in: range)
            i = end
        }
        if blocks.count == before + 1, !isList(blocks[before]) { blocks[before].group = 0 }
    }

    private func isList(_ block: Block) -> Bool {
        if case .listItem = block.kind { return true }
        return false
    }

    /// Lengths at which editors and mail programs wrap lines.
    private static let wrapped = 55...160

    /// Hard-wrapped prose: three lines and more of about one length, most of which break inside a sentence.
    private func isWrapped(_ range: Range<Int>) -> Bool {
        let full = range.dropLast()
        guard full.count >= 2 else { return false }
        var shortest = Int.max
        var longest = 0
        var inside = 0
        for i in full {
            let line = lines[i]
            guard line.pair?.value == nil || i > range.lowerBound, Self.wrapped.contains(line.length) else {
                return false
            }
            shortest = min(shortest, line.length)
            longest = max(longest, line.length)
            if !line.endsSentence && lines[i + 1].marker == 0 { inside += 1 }
        }
        return longest - shortest <= 28 && inside * 2 > full.count
    }

    /// Whether a line goes on with the sentence of the line before.
    private func continues(_ last: TextLine, _ next: TextLine, first: TextLine, isWrapped: Bool) -> Bool {
        guard next.marker == 0, !last.endsWithColon else { return false }
        if isWrapped { return true }
        guard Self.wrapped.contains(last.length), !last.endsSentence else { return false }
        return next.startsLowercase && next.pair?.value == nil
    }

    private mutating func add(_ range: Range<Int>, in run: Range<Int>) {
        let line = lines[range.lowerBound]
        let span = SourceSpan(line.range.lowerBound, lines[range.upperBound - 1].range.upperBound)
        var block = Block(kind: .paragraph, span: span, group: group)
        if line.marker > 0, !isNumberedHeading(range, run) {
            block.kind = .listItem(depth: depth(line.indent))
            setPair(&block, line.pair, upTo: span.end)
        } else if isHeading(range, run) {
            block.kind = .heading(level: blocks.contains { $0.headingLevel != nil } ? 2 : 1)
        } else if let pair = line.pair {
            block.kind = .labelValue
            setPair(&block, pair, upTo: span.end)
        }
        blocks.append(block)
    }

    private func setPair(_ block: inout Block, _ pair: LabelDetector.Pair?, upTo end: Int) {
        guard let pair else { return }
        block.label = SourceSpan(pair.label.lowerBound, pair.label.upperBound)
        if let value = pair.value { block.value = SourceSpan(value.lowerBound, end) }
    }

    private mutating func depth(_ indent: Int) -> Int {
        while let last = indents.last, last > indent { indents.removeLast() }
        if indents.last != indent { indents.append(indent) }
        return indents.count
    }

    /// "2. CRICETUS: …" on a line of its own above text, with no number in the lines around it.
    private func isNumberedHeading(_ range: Range<Int>, _ run: Range<Int>) -> Bool {
        let line = lines[range.lowerBound]
        guard line.isNumbered, run.count == 1, hasBlankLines, line.length <= 160, !line.endsSentence else {
            return false
        }
        let i = range.lowerBound
        return !(i > 0 && lines[i - 1].isNumbered) && !(i + 1 < lines.count && lines[i + 1].isNumbered)
    }

    private func isHeading(_ range: Range<Int>, _ run: Range<Int>) -> Bool {
        guard range.count == 1 else { return false }
        let i = range.lowerBound
        let line = lines[i]
        if line.marker > 0 { return isNumberedHeading(range, run) }
        guard !line.hasContact, !line.endsWithColon, line.pair?.value == nil || isTitleWithColon(line, run),
            isTitleLike(line, mayBeLong: run.count == 1)
        else { return false }
        let hasNext = i + 1 < lines.count
        if !hasBlankLines {
            // Saved without blank lines: a short line above a long one.
            guard hasNext else { return false }
            return lines[i + 1].length >= max(2 * line.length, 60) || lines[i + 1].endsSentence
        }
        guard i == run.lowerBound else { return false }
        // The last line of a page heads nothing.
        return hasNext
    }

    /// "By bike to the neighbours: what the grants left behind", alone and before anything else was said.
    private func isTitleWithColon(_ line: TextLine, _ run: Range<Int>) -> Bool {
        guard run.count == 1, hasBlankLines, line.length >= 40, let pair = line.pair, let value = pair.value,
            blocks.allSatisfy({ $0.value == nil && $0.span.length < 120 })
        else { return false }
        return bytes.withUnsafeBufferPointer { p in
            TextShape.startsLowercase(p, value) && TextShape.wordCount(p, value) >= 3
                && !value.contains { TextShape.isDigit(p[$0]) }
        }
    }

    /// Short, not a sentence, not mostly digits.
    private func isTitleLike(_ line: TextLine, mayBeLong: Bool) -> Bool {
        guard line.length <= (mayBeLong ? 130 : 90) else { return false }
        return bytes.withUnsafeBufferPointer { p in
            let last = p[line.range.upperBound - 1]
            if last == 0x2C || last == 0x3B || (last == 0x2E && line.endsSentence) { return false }
            guard TextShape.wordCount(p, line.range) <= (mayBeLong ? 18 : 10) else { return false }
            var digits = 0
            var letters = 0
            for k in line.range {
                if TextShape.isDigit(p[k]) { digits += 1 }
                if TextShape.isLetter(p[k]) { letters += 1 }
            }
            let startsWithDigit = TextShape.isDigit(p[line.range.lowerBound])
            // "--- 1 --- MARSHLAND 2050 ---"
            let isRuled = last == p[line.range.lowerBound] && "-=*~#".utf8.contains(last)
            return letters > 0 && (digits * 3 <= letters || isRuled && digits < letters)
                && !(startsWithDigit && digits >= 5)
        }
    }
}

// MARK: - Tables and contacts

extension PlainTextBlocks {
    /// The end of a table that begins at line `i`: two lines and more with the same number of tabs or bars.
    private func tableEnd(_ i: Int, _ limit: Int) -> Int? {
        for separator in [UInt8(0x09), UInt8(0x7C)] {
            let columns = separators(i, separator)
            guard columns >= (separator == 0x09 ? 1 : 2) else { continue }
            var end = i + 1
            while end < limit, separators(end, separator) == columns { end += 1 }
            if end - i >= 2 { return end }
        }
        return nil
    }

    private func separators(_ i: Int, _ separator: UInt8) -> Int {
        bytes[lines[i].range].reduce(0) { $1 == separator ? $0 + 1 : $0 }
    }

    private mutating func addTable(_ range: Range<Int>) {
        let separator: UInt8 = bytes[lines[range.lowerBound].range].contains(0x09) ? 0x09 : 0x7C
        addRows(range.map { cells(lines[$0].range, separator) }, range)
    }

    private func alignedTable(_ i: Int, _ limit: Int) -> AlignedColumns? {
        bytes.withUnsafeBufferPointer { AlignedColumns($0, lines, from: i, limit: limit) }
    }

    private mutating func addRows(_ rows: [[SourceSpan]], _ range: Range<Int>) {
        let hasHeader =
            rows.count > 1 && rows[0].count > 2 && (rows[0][0].isEmpty || !rows[0].contains(where: hasDigits))
            && rows.dropFirst().contains { $0.contains(where: hasDigits) }
        for (index, row) in rows.enumerated() {
            let line = lines[range.lowerBound + index]
            var block = Block(
                kind: .tableRow, span: SourceSpan(line.range.lowerBound, line.range.upperBound), group: group)
            for (column, cell) in row.enumerated() {
                let header = hasHeader && index > 0 && column < rows[0].count ? rows[0][column] : nil
                block.cells.append(Block.Cell(span: cell, header: header, isHeader: hasHeader && index == 0))
            }
            let filled = row.filter { !$0.isEmpty }
            if filled.count == 2, row.count == 2, !hasHeader {
                block.kind = .labelValue
                var label = filled[0]
                if bytes[label.end - 1] == 0x3A { label.end -= 1 }
                block.label = label
                block.value = filled[1]
            }
            blocks.append(block)
        }
    }

    private func hasDigits(_ span: SourceSpan) -> Bool {
        bytes[span.start..<span.end].contains(where: TextShape.isDigit)
    }

    private func cells(_ range: Range<Int>, _ separator: UInt8) -> [SourceSpan] {
        bytes.withUnsafeBufferPointer { p in
            var inner = range
            // Bars at both ends frame the row.
            if separator == 0x7C {
                if p[inner.lowerBound] == separator { inner = inner.lowerBound + 1..<inner.upperBound }
                if !inner.isEmpty, p[inner.upperBound - 1] == separator {
                    inner = inner.lowerBound..<inner.upperBound - 1
                }
            }
            var cells: [SourceSpan] = []
            var start = inner.lowerBound
            for i in inner.lowerBound...inner.upperBound where i == inner.upperBound || p[i] == separator {
                let cell = TextShape.trimmed(p, start..<i)
                cells.append(SourceSpan(cell.lowerBound, cell.upperBound))
                start = i + 1
            }
            return cells
        }
    }

    /// The end of the contact that line `i` belongs to: short lines around one with an e-mail address or a number.
    private func contactEnd(_ i: Int, _ run: Range<Int>) -> Int? {
        guard lines[i].marker == 0 else { return nil }
        var at = i
        while at < run.upperBound, at - i <= 3, !lines[at].hasContact {
            guard isContactNeighbour(lines[at]), lines[at].pair == nil else { return nil }
            at += 1
        }
        guard at < run.upperBound, lines[at].hasContact, lines[at].length <= 250, lines[at].marker == 0 else {
            return nil
        }
        if at > i, i == run.lowerBound, !followsHeading { return nil }
        if at > i, i > run.lowerBound, !hasBlankLines { return nil }
        var end = at + 1
        while end < run.upperBound, end - at <= 2,
            lines[end].hasContact && lines[end].length <= 250 && lines[end].marker == 0
                || isContactNeighbour(lines[end]) && lines[end].pair == nil && hasBlankLines
        {
            end += 1
        }
        return end
    }

    /// Whether the block before is a heading or a label: then the first line of a run belongs to the contact.
    private var followsHeading: Bool {
        guard let last = blocks.last else { return false }
        return last.headingLevel != nil || (last.kind == .labelValue && last.value == nil)
    }

    private func isContactNeighbour(_ line: TextLine) -> Bool {
        line.length <= 80 && (!line.endsSentence || line.length <= 25) && line.marker == 0 && !line.endsWithColon
    }

    private mutating func addContact(_ range: Range<Int>) {
        let first = lines[range.lowerBound]
        let span = SourceSpan(first.range.lowerBound, lines[range.upperBound - 1].range.upperBound)
        var block = Block(kind: .contact, span: span, group: group)
        if range.count == 1 { setPair(&block, first.pair, upTo: span.end) }
        blocks.append(block)
    }
}
