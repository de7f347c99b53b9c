public import SeosModel

/// A folder of CSV files: `nodes_<Label>.csv` and `edges_<TYPE>_<From>_<To>.csv`.
///
/// RFC 4180 in UTF-8 without a byte order mark. An empty field is null, `""` is empty text; a list is a JSON array;
/// an amount has every digit. ``ExportOptions/spreadsheetSafe`` changes cells for people who open the files in a
/// spreadsheet. In file names, characters other than letters, digits and (in types) `_` are written as `%` and hex.
public struct CSVExporter: GraphExporter {
    public let name = "csv"
    public let fileExtension = "csv"
    public let description = "a folder of CSV files, one for each label and kind of relationship"
    public let isFolder = true

    public init() {}

    public func write(_ graph: GraphSnapshot, to sink: any ExportSink, options: ExportOptions) throws -> ExportSummary {
        try graph.checkWhole()
        var out = ExportWriter(sink)
        var files: [String] = []
        let rows = CSVRows(spreadsheetSafe: options.spreadsheetSafe)

        for (label, nodes) in grouped(graph.nodes, by: \.label) {
            files.append("nodes_\(fileWord(label, keepUnderscore: false)).csv")
            try out.beginFile(named: files[files.count - 1])
            let columns = names(nodes.map(\.properties))
            try rows.header(["id"] + columns.map { $0 == "id" ? "property_id" : $0 }, to: &out)
            for node in nodes { try rows.row([.integer(node.id)], node.properties, columns, to: &out) }
        }

        let labels = Dictionary(graph.nodes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        let word = { (id: Int64) in fileWord(labels[id] ?? "", keepUnderscore: false) }
        let edges = grouped(graph.relationships) { edge in
            "edges_\(fileWord(edge.type, keepUnderscore: true))_\(word(edge.source))_\(word(edge.target)).csv"
        }
        for (file, relationships) in edges {
            files.append(file)
            try out.beginFile(named: file)
            let columns = names(relationships.map(\.properties))
            let fixed = ["src", "dst", "id"]
            try rows.header(fixed + columns.map { fixed.contains($0) ? "property_\($0)" : $0 }, to: &out)
            for edge in relationships {
                try rows.row(
                    [.integer(edge.source), .integer(edge.target), .integer(edge.id)], edge.properties, columns,
                    to: &out)
            }
        }
        try out.flush()
        var summary = ExportSummary(graph, out)
        summary.files = files
        return summary
    }

    /// Groups sorted by key, members in their order.
    private func grouped<T>(_ items: [T], by key: (T) -> String) -> [(String, [T])] {
        Dictionary(grouping: items, by: key).sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
            .map { ($0.key, $0.value) }
    }

    /// In order of first appearance.
    private func names(_ owners: [[GraphSnapshot.Property]]) -> [String] {
        var seen: Set<String> = []
        return owners.joined().filter { $0.value != .null && seen.insert($0.name).inserted }.map(\.name)
    }

    /// Labels keep no `_`, so that the two last words of an edge file's name are its labels.
    private func fileWord(_ text: String, keepUnderscore: Bool) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "_") where keepUnderscore: out += "_"
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
