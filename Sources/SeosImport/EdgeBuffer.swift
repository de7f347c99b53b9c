import SeosStore

/// Relationships on their way into a table. They are written in the order of the table's key, a million at a time: a
/// table filled in order is smaller and many times faster to fill.
final class EdgeBuffer {
    let columns: [String]
    private let statement: BulkStatement
    private var files: [String] = []
    private var rows: [Row] = []
    /// `extra` of all rows, one after the other.
    private var extra: [UInt8] = []

    private struct Row {
        var source: Int64
        var target: Int64
        var id: Int64
        /// Where it stands, for messages.
        var file: Int
        var line: Int
        var role: Int64 = 0
        var claims: Int64?
        var sources: Int64?
        var confidence: Double?
        var extraStart = 0
        var extraCount = 0
    }

    private static let most = 1 << 20

    init(_ load: GraphLoad, model: ModelTable?, code: Int) throws {
        columns =
            model.map { ["source", "target", "id"] + $0.columns.map(\.name) + ["extra"] }
            ?? ["source", "target", "id", "extra", "type"]
        statement = try load.insert(into: model?.table ?? "edge", columns)
        if model == nil { statement.bind(Int64(code), at: 5) }
    }

    func add(source: Int64, target: Int64, id: Int64, _ plan: RowPlan, _ reader: CSVReader) throws {
        if files.last != reader.name { files.append(reader.name) }
        var row = Row(source: source, target: target, id: id, file: files.count - 1, line: reader.line)
        for (column, place) in plan.places {
            guard case .column(let index, let content) = place, !reader.isNull(column) else { continue }
            let value = reader.bytes(column)
            switch content {
            case .words(let words, let first):
                guard let place = words.firstIndex(where: { $0.utf8.elementsEqual(value) }) else {
                    throw GraphLoader.changed(reader)
                }
                row.role = first + Int64(place)
            case .integer:
                guard let number = NumberText.integer(value) else { throw GraphLoader.changed(reader) }
                if columns[index - 1] == "claims" { row.claims = number } else { row.sources = number }
            case .number:
                guard let number = NumberText.double(value) else { throw GraphLoader.changed(reader) }
                row.confidence = number
            case .text, .texts, .amount: continue
            }
        }
        row.extraStart = extra.count
        plan.writeExtra(reader, to: &extra)
        row.extraCount = extra.count - row.extraStart
        rows.append(row)
        if rows.count >= Self.most { try flush() }
    }

    /// Writes what has gathered.
    func flush() throws {
        let order = rows.indices.sorted {
            let (a, b) = (rows[$0], rows[$1])
            return (a.source, a.target, a.id) < (b.source, b.target, b.id)
        }
        let role = place("role")
        let claims = place("claims")
        let sources = place("sources")
        let confidence = place("confidence")
        let extraPlace = place("extra") ?? columns.count
        var last: Row?
        try extra.withUnsafeBufferPointer { bytes in
            for i in order {
                let row = rows[i]
                if let last, (last.source, last.target, last.id) == (row.source, row.target, row.id) {
                    throw ImportError(
                        .duplicateID, "a relationship with the id \(row.id) joins these two nodes already",
                        file: files[row.file], line: max(row.line, last.line))
                }
                last = row
                statement.bind(row.source, at: 1)
                statement.bind(row.target, at: 2)
                statement.bind(row.id, at: 3)
                if let role { statement.bind(row.role, at: role) }
                if let claims { bind(row.claims, claims) }
                if let sources { bind(row.sources, sources) }
                if let confidence {
                    if let value = row.confidence {
                        statement.bind(value, at: confidence)
                    } else {
                        statement.bindNull(at: confidence)
                    }
                }
                if row.extraCount == 0 {
                    statement.bindNull(at: extraPlace)
                } else {
                    let own = bytes[row.extraStart..<row.extraStart + row.extraCount]
                    statement.bind(UnsafeBufferPointer(rebasing: own), at: extraPlace)
                }
                try statement.step()
            }
        }
        rows.removeAll(keepingCapacity: true)
        extra.removeAll(keepingCapacity: true)
    }

    private func place(_ column: String) -> Int? { columns.firstIndex(of: column).map { $0 + 1 } }

    private func bind(_ value: Int64?, _ place: Int) {
        if let value { statement.bind(value, at: place) } else { statement.bindNull(at: place) }
    }
}
