internal import SeosModel

/// Finds the blocks of Markdown in lines: headings of both kinds, lists, tables, fences, quotations, paragraphs.
struct MarkdownBlocks {
    let bytes: [UInt8]
    private(set) var blocks: [Block] = []
    /// Keys and values between the `---` lines at the very beginning.
    private(set) var frontMatter: [String: String] = [:]
    private var lines: [TextLine] = []
    private var group = 0
    private var indents: [Int] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func build() {
        lines = bytes.withUnsafeBufferPointer(TextLine.lines)
        var i = readFrontMatter()
        while i < lines.count { i = block(i) }
    }

    private func starts(_ i: Int, _ word: String) -> Bool { bytes[lines[i].range].starts(with: word.utf8) }

    /// Whether the line is made of one of these characters only, and spaces.
    private func isRule(_ i: Int, _ characters: [UInt8], least: Int) -> Bool {
        var first: UInt8 = 0
        var count = 0
        for b in bytes[lines[i].range] where b != 0x20 {
            if first == 0 { first = b }
            guard b == first, characters.contains(b) else { return false }
            count += 1
        }
        return count >= least
    }

    private mutating func readFrontMatter() -> Int {
        guard let first = lines.first, first.blankLinesBefore == 0, first.range.count == 3, starts(0, "---"),
            let end = lines.indices.dropFirst().first(where: { lines[$0].range.count == 3 && starts($0, "---") }),
            end <= 60
        else { return 0 }
        for i in 1..<end {
            let line = lines[i]
            var block = Block(kind: .paragraph, span: span(line.range), role: .furniture)
            if let pair = line.pair, let value = pair.value {
                block.kind = .labelValue
                block.label = span(pair.label)
                block.value = span(value)
                let key = String(decoding: bytes[pair.label], as: UTF8.self).lowercased()
                frontMatter[key] = String(
                    decoding: bytes[value].filter { $0 != 0x22 }, as: UTF8.self)
            }
            blocks.append(block)
        }
        return end + 1
    }

    private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(range.lowerBound, range.upperBound) }

    /// Reads one block; returns the line after it.
    private mutating func block(_ i: Int) -> Int {
        let line = lines[i]
        if line.blankLinesBefore > 0 { group += 1 }
        if starts(i, "```") || starts(i, "~~~") { return fence(i) }
        if let level = headingLevel(i) { return heading(i, level) }
        if isRule(i, [0x2D, 0x2A, 0x5F], least: 3) { return i + 1 }
        if let end = tableEnd(i) { return table(i, end) }
        if line.marker > 0 { return item(i) }
        return paragraph(i)
    }

    private func headingLevel(_ i: Int) -> Int? {
        let line = bytes[lines[i].range]
        let level = line.prefix { $0 == 0x23 }.count
        guard (1...6).contains(level), level < line.count, line[line.startIndex + level] == 0x20 else { return nil }
        return level
    }

    private mutating func heading(_ i: Int, _ level: Int) -> Int {
        var range = lines[i].range
        range = bytes.withUnsafeBufferPointer { p in
            var inner = TextShape.trimmed(p, range.lowerBound + level..<range.upperBound)
            while let last = inner.last, p[last] == 0x23 { inner = inner.lowerBound..<last }
            return TextShape.trimmed(p, inner)
        }
        blocks.append(Block(kind: .heading(level: level), span: span(range)))
        return i + 1
    }

    private mutating func fence(_ i: Int) -> Int {
        let mark = bytes[lines[i].range].prefix(3)
        var end = i + 1
        while end < lines.count, !bytes[lines[end].range].starts(with: mark) { end += 1 }
        if end > i + 1 {
            let range = lines[i + 1].range.lowerBound..<lines[end - 1].range.upperBound
            blocks.append(Block(kind: .preformatted, span: span(range)))
        }
        return min(lines.count, end + 1)
    }

    /// Whether a line goes on with the block before it.
    private func continues(_ i: Int) -> Bool {
        i < lines.count && lines[i].blankLinesBefore == 0 && lines[i].marker == 0 && headingLevel(i) == nil
            && !starts(i, "```") && !starts(i, "~~~") && !starts(i, ">")
            && !isRule(i, [0x2D, 0x3D, 0x2A, 0x5F], least: 2)
            && lines[i].pair?.value == nil
    }

    private mutating func item(_ i: Int) -> Int {
        var end = i + 1
        while continues(end) { end += 1 }
        let line = lines[i]
        if i == 0 || lines[i - 1].marker == 0 { indents = [] }
        while let last = indents.last, last > line.indent { indents.removeLast() }
        if indents.last != line.indent { indents.append(line.indent) }
        let last = lines[end - 1].range.upperBound
        var block = Block(
            kind: .listItem(depth: indents.count), span: SourceSpan(line.range.lowerBound, last), group: max(1, group))
        setPair(&block, line.pair, upTo: last)
        blocks.append(block)
        return end
    }

    private mutating func paragraph(_ i: Int) -> Int {
        var end = i + 1
        if end < lines.count, lines[end].blankLinesBefore == 0, isRule(end, [0x3D], least: 2) {
            blocks.append(Block(kind: .heading(level: 1), span: span(lines[i].range)))
            return end + 1
        }
        if end < lines.count, lines[end].blankLinesBefore == 0, isRule(end, [0x2D], least: 2) {
            blocks.append(Block(kind: .heading(level: 2), span: span(lines[i].range)))
            return end + 1
        }
        // Two spaces at the end break the line; so does a label.
        while continues(end), !breaksAfter(end - 1) { end += 1 }
        let first = lines[i]
        var start = first.range.lowerBound
        while start < first.range.upperBound, bytes[start] == 0x3E || bytes[start] == 0x20 { start += 1 }
        guard start < first.range.upperBound else { return end }
        let last = lines[end - 1].range.upperBound
        var block = Block(kind: .paragraph, span: SourceSpan(start, last), group: group)
        if first.hasContact && end == i + 1 { block.kind = .contact }
        if let pair = first.pair {
            setPair(&block, pair, upTo: last)
            if block.kind == .paragraph { block.kind = .labelValue }
        }
        blocks.append(block)
        return end
    }

    private func breaksAfter(_ i: Int) -> Bool {
        let end = lines[i].range.upperBound
        return lines[i].endsWithColon
            || (end + 1 < bytes.count && bytes[end] == 0x20 && bytes[end + 1] == 0x20)
            || bytes[end - 1] == 0x5C
    }

    /// Label and value without the asterisks and underscores of emphasis.
    private func setPair(_ block: inout Block, _ pair: LabelDetector.Pair?, upTo end: Int) {
        guard let pair else { return }
        let label = bare(pair.label)
        guard !label.isEmpty else { return }
        block.label = span(label)
        if let value = pair.value {
            let inner = bare(value.lowerBound..<end)
            if !inner.isEmpty { block.value = span(inner) }
        }
    }

    private func bare(_ range: Range<Int>) -> Range<Int> {
        bytes.withUnsafeBufferPointer { p in
            var inner = TextShape.trimmed(p, range)
            while let first = inner.first, p[first] == 0x2A || p[first] == 0x5F {
                inner = TextShape.trimmed(p, first + 1..<inner.upperBound)
            }
            while let last = inner.last, p[last] == 0x2A || p[last] == 0x5F {
                inner = TextShape.trimmed(p, inner.lowerBound..<last)
            }
            return inner
        }
    }
}

// MARK: - Tables

extension MarkdownBlocks {
    private func isTableRow(_ i: Int) -> Bool { bytes[lines[i].range].contains(0x7C) }

    private func isDivider(_ i: Int) -> Bool {
        let line = bytes[lines[i].range]
        return line.contains(0x2D) && line.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 == 0x20 }
    }

    /// A header row, a divider, rows.
    private func tableEnd(_ i: Int) -> Int? {
        guard i + 1 < lines.count, isTableRow(i), lines[i + 1].blankLinesBefore == 0, isTableRow(i + 1),
            isDivider(i + 1)
        else { return nil }
        var end = i + 2
        while end < lines.count, lines[end].blankLinesBefore == 0, isTableRow(end) { end += 1 }
        return end
    }

    private mutating func table(_ start: Int, _ end: Int) -> Int {
        group += 1
        let headers = cells(lines[start].range)
        for i in start..<end where i != start + 1 {
            let row = i == start ? headers : cells(lines[i].range)
            var block = Block(kind: .tableRow, span: span(lines[i].range), group: group)
            for (column, cell) in row.enumerated() {
                let header = i > start && column < headers.count && !headers[column].isEmpty ? headers[column] : nil
                block.cells.append(Block.Cell(span: cell, header: header, isHeader: i == start))
            }
            let filled = row.filter { !$0.isEmpty }
            if i > start, row.count == 2, filled.count == 2 {
                block.label = filled[0]
                block.value = filled[1]
                if headers.allSatisfy(\.isEmpty) { block.kind = .labelValue }
            }
            blocks.append(block)
        }
        return end
    }

    private func cells(_ range: Range<Int>) -> [SourceSpan] {
        bytes.withUnsafeBufferPointer { p in
            var inner = range
            if p[inner.lowerBound] == 0x7C { inner = inner.lowerBound + 1..<inner.upperBound }
            if let last = inner.last, p[last] == 0x7C { inner = inner.lowerBound..<last }
            var cells: [SourceSpan] = []
            var start = inner.lowerBound
            for i in inner.lowerBound...inner.upperBound where i == inner.upperBound || p[i] == 0x7C {
                if i < inner.upperBound, i > range.lowerBound, p[i - 1] == 0x5C { continue }
                cells.append(span(TextShape.trimmed(p, start..<i)))
                start = i + 1
            }
            return cells
        }
    }
}
