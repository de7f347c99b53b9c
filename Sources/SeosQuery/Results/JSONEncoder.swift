import SeosModel

/// `{"columns":[…],"rows":[[…],…]}`, one row a line.
public struct JSONEncoder: ResultEncoder {
    public static let name = "json"
    private let columns: [String]
    private var isFirst = true

    public init(columns: [String]) { self.columns = columns }

    public mutating func begin() -> [UInt8] {
        var out = Array("{\"columns\":".utf8)
        JSONValue.array(columns.map { .string($0) }).write(to: &out)
        out += ",\"rows\":[".utf8
        return out
    }

    public mutating func row(_ row: [QueryValue]) -> [UInt8] {
        var out: [UInt8] = isFirst ? [0x0A] : Array(",\n".utf8)
        isFirst = false
        JSONValue.array(row.map(\.json)).write(to: &out)
        return out
    }

    public mutating func end() -> [UInt8] { Array((isFirst ? "]}\n" : "\n]}\n").utf8) }
}

/// One object a row, keyed by column.
public struct JSONLinesEncoder: ResultEncoder {
    public static let name = "jsonl"
    private let columns: [String]

    public init(columns: [String]) { self.columns = columns }

    public mutating func begin() -> [UInt8] { [] }

    public mutating func row(_ row: [QueryValue]) -> [UInt8] {
        var out: [UInt8] = []
        JSONValue.object(zip(columns, row).map { JSONValue.Member($0, $1.json) }).write(to: &out)
        out.append(0x0A)
        return out
    }

    public mutating func end() -> [UInt8] { [] }
}
