internal import SeosModel

/// Marks what a page saved as text has around its content: menus at the top, copyright and sharing at the end.
enum PlainTextRoles {
    /// Bytes of the longest line that may be no content by its words.
    private static let longestNoise = 480

    static func mark(_ blocks: inout [Block], _ bytes: [UInt8], options: ReadingOptions) {
        let first = blocks.firstIndex { isSubstance($0, bytes) } ?? 0
        let last = blocks.lastIndex { isSubstance($0, bytes) } ?? blocks.count - 1
        bytes.withUnsafeBufferPointer { p in
            for i in blocks.indices {
                let span = blocks[i].span
                let range = span.start..<span.end
                let isOutside = i < first || i > last
                if range.count <= longestNoise, let role = options.noise.role(of: Array(p[range]), language: "und") {
                    blocks[i].role = role
                } else if isCopyright(p, range) {
                    blocks[i].role = .footer
                } else if !isStated(blocks[i], p), isMenu(p, range, mayUseBars: isOutside) {
                    blocks[i].role = i > last ? .furniture : .navigation
                }
            }
            // A heading at the very end heads something that was not saved; several short lines are a list.
            var ending: [Int] = []
            for i in blocks.indices.reversed() where i > last && blocks.count > 2 {
                let range = blocks[i].span.start..<blocks[i].span.end
                guard blocks[i].role == .content else { continue }
                let isShort =
                    TextShape.wordCount(p, range) <= 3
                    && !range.contains { TextShape.isDigit(p[$0]) || p[$0] == UInt8(ascii: "(") }
                guard isShort, !TextShape.endsSentence(p, range) else { break }
                ending.append(i)
            }
            if ending.count <= Self.mostHeadings { for i in ending { blocks[i].role = .related } }
        }
    }

    private static let mostHeadings = 2

    /// Blocks between which everything else is taken for content: sentences, labels with values, items, rows, contacts.
    private static func isSubstance(_ block: Block, _ bytes: [UInt8]) -> Bool {
        switch block.kind {
        case .labelValue: return block.value != nil
        case .listItem, .tableRow, .contact: return true
        default:
            return bytes.withUnsafeBufferPointer { p in
                let range = block.span.start..<block.span.end
                return TextShape.wordCount(p, range) >= 8
                    || (block.span.length >= 40 && TextShape.endsSentence(p, range))
            } && !bytes.withUnsafeBufferPointer { isMenu($0, block.span.start..<block.span.end, mayUseBars: true) }
        }
    }

    /// A row of a table that spaces line up.
    private static func isStated(_ block: Block, _ p: UnsafeBufferPointer<UInt8>) -> Bool {
        (block.kind == .tableRow || block.kind == .labelValue && block.value != nil)
            && !(block.span.start..<block.span.end).contains { p[$0] == 0x09 }
    }

    private static func isCopyright(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 200
            && range.dropLast().contains { p[$0] == 0xC2 && p[$0 + 1] == 0xA9 }
            && TextShape.wordCount(p, range) <= 20
    }

    /// Three short parts and more, apart by wide gaps, brackets or, outside the content, by bars and arrows.
    static func isMenu(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, mayUseBars: Bool) -> Bool {
        guard range.count <= 240, !range.contains(where: { p[$0] == 0x0A || p[$0] == 0x40 }) else { return false }
        var parts = 0
        var gaps = 0
        var wordsInPart = 0
        var bars = 0
        var i = range.lowerBound
        func isSeparated(_ length: Int) -> Bool {
            i > range.lowerBound && TextShape.isSpace(p[i - 1]) && i + length < range.upperBound
                && TextShape.isSpace(p[i + length])
        }
        while i < range.upperBound {
            let b = p[i]
            var separator = 0
            if b == 0x20, i + 2 < range.upperBound, p[i + 1] == 0x20 {
                while i + separator < range.upperBound, p[i + separator] == 0x20 { separator += 1 }
                gaps += 1
            } else if mayUseBars {
                if [0x7C, 0x3E, 0x2F].contains(b), isSeparated(1) { separator = 1 }
                if b == 0xC2, i + 1 < range.upperBound, [0xB7, 0xBB].contains(p[i + 1]), isSeparated(2) {
                    separator = 2
                }
                if b == 0xE2, i + 2 < range.upperBound, p[i + 1] == 0x80, [0xA2, 0xBA].contains(p[i + 2]),
                    isSeparated(3)
                {
                    separator = 3
                }
                if separator > 0 { bars += 1 }
            }
            if separator > 0 {
                if wordsInPart > 5 { return false }
                if wordsInPart > 0 { parts += 1 }
                wordsInPart = 0
                i += separator
                continue
            }
            if b == 0x3A && i + 1 < range.upperBound { return false }
            if TextShape.isLetter(b), i == range.lowerBound || TextShape.isSpace(p[i - 1]) || p[i - 1] == 0x5B {
                wordsInPart += 1
            }
            i += 1
        }
        if wordsInPart > 5 { return false }
        if wordsInPart > 0 { parts += 1 }
        let isBracketed = p[range.lowerBound] == 0x5B && p[range.upperBound - 1] == 0x5D && mayUseBars
        if isBracketed { return true }
        return parts >= 3 && (gaps >= 2 || bars >= 1)
    }
}
