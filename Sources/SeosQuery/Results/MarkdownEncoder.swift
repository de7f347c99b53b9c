/// A table as GitHub's Markdown has them.
public struct MarkdownEncoder: ResultEncoder {
    public static let name = "markdown"
    private let columns: [String]

    public init(columns: [String]) { self.columns = columns }

    public mutating func begin() -> [UInt8] {
        let rule = "|" + columns.map { _ in " --- |" }.joined() + "\n"
        return Self.line(columns) + Array(rule.utf8)
    }

    public mutating func row(_ row: [QueryValue]) -> [UInt8] { Self.line(row.map(\.text)) }

    public mutating func end() -> [UInt8] { [] }

    private static func line(_ cells: [String]) -> [UInt8] {
        Array(("|" + cells.map { " \(escaped($0)) |" }.joined() + "\n").utf8)
    }

    /// Nothing of a cell may be taken for markup.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in TableEncoder.visible(text).unicodeScalars {
            switch scalar {
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "|", "\\", "`", "*", "_", "[", "]", "#", "~":
                out += "\\"
                out.unicodeScalars.append(scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
