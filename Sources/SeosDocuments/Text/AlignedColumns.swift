import SeosModel

/// A table whose columns are set apart by spaces, as databases print their records and PDF files are saved as text.
///
/// A column begins where all lines of the table leave at least two places blank; leaders ("Total ..... 1 200") count as
/// blank. Places are code points.
struct AlignedColumns {
    var lines: Range<Int>
    /// The cells of each line; empty where a line has nothing in a column.
    var rows: [[SourceSpan]]

    private static let widest = 255
    private static let longestLabel = 70

    /// The table that begins at line `first`, of lines below `limit` that no blank line parts.
    init?(_ p: UnsafeBufferPointer<UInt8>, _ all: [TextLine], from first: Int, limit: Int) {
        guard let start = Places(p, all[first]), start.widestGap >= 3 else { return nil }
        var union = start
        var end = first + 1
        while end < limit, let next = Places(p, all[end]), next.widestGap >= 2 {
            let both = union.union(next)
            guard both.widestGap >= 2 else { break }
            union = both
            end += 1
        }
        lines = first..<end
        let columns = union.columns(apart: end - first > 2 ? 2 : 3)
        guard columns.count >= 2, columns[0].count <= Self.longestLabel else { return nil }
        rows = lines.map { Self.cells(p, all[$0], columns) }
        guard isTable(p) else { return nil }
    }

    /// Menus have gaps too: what a table of one line states is a figure, and of two lines too unless they are pairs.
    private func isTable(_ p: UnsafeBufferPointer<UInt8>) -> Bool {
        func digits(_ span: SourceSpan) -> Int { (span.start..<span.end).count { TextShape.isDigit(p[$0]) } }
        let stated = rows.filter { row in row.dropFirst().contains { digits($0) > 0 } }
        if rows.count == 1, let label = rows[0].first, let value = rows[0].last {
            let letters = (value.start..<value.end).count { TextShape.isLetter(p[$0]) }
            return rows[0].count <= 5 && digits(label) == 0 && TextShape.containsLetter(p, label.start..<label.end)
                && digits(value) * 2 >= letters && digits(value) > 0
        }
        if rows.count > 2 || !stated.isEmpty { return true }
        return rows[0].count == 2
            && rows.allSatisfy { row in
                row.allSatisfy { cell in
                    !(cell.start..<cell.end).dropLast().contains { p[$0] == 0x20 && p[$0 + 1] == 0x20 }
                }
            }
    }

    private static func cells(
        _ p: UnsafeBufferPointer<UInt8>, _ line: TextLine, _ columns: [Range<Int>]
    ) -> [SourceSpan] {
        var cells = columns.map { _ in SourceSpan(line.range.upperBound, line.range.upperBound) }
        var column = 0
        Places.forEach(p, line) { place, byte, length in
            while column + 1 < columns.count, place >= columns[column + 1].lowerBound { column += 1 }
            let isFirst = cells[column].isEmpty
            cells[column] = SourceSpan(isFirst ? byte : cells[column].start, byte + length)
        }
        // A bullet is no part of a label.
        if line.marker > 0, cells[0].start == line.range.lowerBound, line.body.lowerBound < cells[0].end {
            cells[0].start = line.body.lowerBound
        }
        return cells
    }

    /// The places of a line where something stands.
    private struct Places {
        private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        /// Nil for a line that is too long, has tabs or no gap.
        init?(_ p: UnsafeBufferPointer<UInt8>, _ line: TextLine) {
            guard line.indent + line.length <= AlignedColumns.widest, Self.hasGap(p, line.range) else { return nil }
            var places = self.words
            Self.forEach(p, line) { place, _, _ in
                switch place >> 6 {
                case 0: places.0 |= 1 << UInt64(place & 63)
                case 1: places.1 |= 1 << UInt64(place & 63)
                case 2: places.2 |= 1 << UInt64(place & 63)
                default: places.3 |= 1 << UInt64(place & 63)
                }
            }
            words = places
        }

        private static func hasGap(_ p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
            var found = false
            var last: UInt8 = 0
            for i in range {
                if p[i] == 0x09 { return false }
                if p[i] == last, last == 0x20 || last == 0x2E { found = true }
                last = p[i]
            }
            return found
        }

        /// Place, byte and length of each character that is neither a space nor part of a leader.
        static func forEach(
            _ p: UnsafeBufferPointer<UInt8>, _ line: TextLine, _ body: (Int, Int, Int) -> Void
        ) {
            var place = line.indent
            var i = line.range.lowerBound
            while i < line.range.upperBound {
                var end = i + 1
                if p[i] == 0x2E, i > line.range.lowerBound {
                    while end < line.range.upperBound, p[end] == 0x2E { end += 1 }
                    let isLeader = end - i >= 2 && p[i - 1] == 0x20 || end - i >= 4
                    if !isLeader { for k in i..<end { body(place + k - i, k, 1) } }
                    place += end - i
                } else {
                    while end < line.range.upperBound, p[end] & 0xC0 == 0x80 { end += 1 }
                    if p[i] != 0x20, TextShape.spaceLength(p, i, end) == 0 { body(place, i, end - i) }
                    place += 1
                }
                i = end
            }
        }

        func union(_ other: Places) -> Places {
            var result = self
            result.words.0 |= other.words.0
            result.words.1 |= other.words.1
            result.words.2 |= other.words.2
            result.words.3 |= other.words.3
            return result
        }

        private func isFilled(_ place: Int) -> Bool {
            let word = place < 128 ? (place < 64 ? words.0 : words.1) : (place < 192 ? words.2 : words.3)
            return word >> UInt64(place & 63) & 1 == 1
        }

        /// Stretches with something in them that at least so many blank places part.
        func columns(apart gap: Int) -> [Range<Int>] {
            var columns: [Range<Int>] = []
            for place in 0...AlignedColumns.widest where isFilled(place) {
                if let last = columns.last, place - last.upperBound < gap {
                    columns[columns.count - 1] = last.lowerBound..<(place + 1)
                } else {
                    columns.append(place..<(place + 1))
                }
            }
            return columns
        }

        var widestGap: Int {
            let columns = columns(apart: 1)
            return zip(columns, columns.dropFirst()).map { $1.lowerBound - $0.upperBound }.max() ?? 0
        }
    }
}
