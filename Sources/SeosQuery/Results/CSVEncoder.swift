import SeosModel

/// RFC 4180: a header, CRLF, quotation marks where needed. Null is an empty field and the empty text is `""`; lists,
/// nodes and relationships are JSON.
public struct CSVEncoder: ResultEncoder {
    public static let name = "csv"
    private let columns: [String]

    public init(columns: [String]) { self.columns = columns }

    public mutating func begin() -> [UInt8] { Self.line(columns.map { Self.field($0) }) }

    public mutating func row(_ row: [QueryValue]) -> [UInt8] {
        Self.line(
            row.map { value in
                switch value {
                case .null: ""
                case .string(let s): Self.field(s)
                default: Self.field(value.json.text)
                }
            })
    }

    public mutating func end() -> [UInt8] { [] }

    private static func line(_ fields: [String]) -> [UInt8] {
        // A line of one null would be an empty line, which readers skip.
        let text = fields == [""] ? "\"\"" : fields.joined(separator: ",")
        return Array((text + "\r\n").utf8)
    }

    private static func field(_ text: String) -> String {
        let needsQuotes =
            text.isEmpty || text.first == " " || text.last == " "
            || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        if !needsQuotes { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
