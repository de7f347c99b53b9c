/// Writes rows in one format, piece by piece.
///
/// Each call answers the bytes that are ready; a table looks at some rows before it writes the first.
public protocol ResultEncoder: Sendable {
    /// What `--format` calls it.
    static var name: String { get }
    init(columns: [String])
    mutating func begin() -> [UInt8]
    mutating func row(_ row: [QueryValue]) -> [UInt8]
    mutating func end() -> [UInt8]
}

/// The formats results are written in: the only registry.
public enum ResultEncoders {
    public static let all: [any ResultEncoder.Type] = [
        TableEncoder.self, CSVEncoder.self, JSONEncoder.self, JSONLinesEncoder.self, MarkdownEncoder.self,
    ]

    public static var names: [String] { all.map { $0.name } }

    public static func named(_ name: String) -> (any ResultEncoder.Type)? { all.first { $0.name == name } }
}

extension QueryRows {
    /// Writes all rows that are left; `write` gets pieces of the output in order. Answers the number of rows.
    ///
    /// - Parameter added: a further column: its name, and what it holds in each row.
    @discardableResult
    public func encode(
        as format: any ResultEncoder.Type,
        adding added: (name: String, value: ([QueryValue]) throws -> QueryValue)? = nil,
        _ write: ([UInt8]) throws -> Void
    ) throws -> Int {
        var encoder = format.init(columns: columns + (added.map { [$0.name] } ?? []))
        var count = 0
        try write(encoder.begin())
        while var row = try next() {
            count += 1
            if let added { row.append(try added.value(row)) }
            let piece = encoder.row(row)
            if !piece.isEmpty { try write(piece) }
        }
        try write(encoder.end())
        return count
    }

    /// All rows that are left as one text.
    public func text(
        as format: any ResultEncoder.Type,
        adding added: (name: String, value: ([QueryValue]) throws -> QueryValue)? = nil
    ) throws -> String {
        var out: [UInt8] = []
        try encode(as: format, adding: added) { out += $0 }
        return String(decoding: out, as: UTF8.self)
    }
}
