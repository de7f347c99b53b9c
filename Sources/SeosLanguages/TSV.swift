/// Rows of a tab-separated file: UTF-8, LF, no header; `#` begins a comment line; empty lines are ignored.
public enum TSV {
    public struct Row: Sendable {
        /// 1 for the first line of the file.
        public var line: Int
        public var fields: [String]
    }

    public static func rows(_ bytes: [UInt8]) -> [Row] {
        var rows: [Row] = []
        var line = 0
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            var part = part
            if part.last == 0x0D { part = part.dropLast() }
            if part.isEmpty || part.first == UInt8(ascii: "#") { continue }
            let fields = part.split(separator: 0x09, omittingEmptySubsequences: false)
            rows.append(Row(line: line, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
        }
        return rows
    }
}
