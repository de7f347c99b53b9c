/// Aligned columns for people: numbers to the right, control characters as escapes. The first rows decide how wide the
/// columns are; a longer cell further on moves what stands to its right.
public struct TableEncoder: ResultEncoder {
    public static let name = "table"
    private let columns: [String]
    private var rows: [[(text: String, isNumber: Bool)]] = []

    public init(columns: [String]) { self.columns = columns }

    public mutating func begin() -> [UInt8] { [] }

    /// The widths are those of so many rows; what comes after them is written as it comes.
    static let buffered = 1000
    private var widths: [Int] = []
    private var count = 0

    public mutating func row(_ row: [QueryValue]) -> [UInt8] {
        let cells = row.map { value in
            switch value {
            case .integer, .double, .decimal: (text: value.text, isNumber: true)
            default: (text: Self.visible(value.text), isNumber: false)
            }
        }
        count += 1
        if !widths.isEmpty { return Array(Self.line(cells, widths).utf8) }
        rows.append(cells)
        return rows.count < Self.buffered ? [] : Array(head().utf8)
    }

    public mutating func end() -> [UInt8] {
        var out = widths.isEmpty ? head() : ""
        out += count == 1 ? "(1 row)\n" : "(\(count) rows)\n"
        return Array(out.utf8)
    }

    /// The names of the columns and the rows so far.
    private mutating func head() -> String {
        let heads = columns.map(Self.visible)
        widths = heads.map(DisplayWidth.of)
        for row in rows {
            for (i, cell) in row.enumerated() { widths[i] = max(widths[i], DisplayWidth.of(cell.text)) }
        }
        // The head of a column of numbers stands over their ends.
        let numeric = heads.indices.map { i in
            rows.contains { $0[i].isNumber } && rows.allSatisfy { $0[i].isNumber || $0[i].text.isEmpty }
        }
        var out = Self.line(Array(zip(heads, numeric).map { ($0, $1) }), widths)
        out += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
        for row in rows { out += Self.line(row, widths) }
        rows = []
        return out
    }

    private static func line(_ cells: [(text: String, isNumber: Bool)], _ widths: [Int]) -> String {
        var out = ""
        for (i, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: max(0, widths[i] - DisplayWidth.of(cell.text)))
            out += i == 0 ? "" : "  "
            out += cell.isNumber ? space + cell.text : cell.text + space
        }
        while out.last == " " { out.removeLast() }
        return out + "\n"
    }

    static func visible(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default:
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator:
                    out += "\\u{" + String(scalar.value, radix: 16) + "}"
                default:
                    // Marks that turn the direction of the whole line around.
                    let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                    if turns {
                        out += "\\u{" + String(scalar.value, radix: 16) + "}"
                    } else {
                        out.unicodeScalars.append(scalar)
                    }
                }
            }
        }
        return out
    }
}
