import SeosQuery

/// Writes the rows of a query in a format, with the words they rest on where that is asked.
struct QueryOutput {
    var format: any ResultEncoder.Type
    var evidence: EvidenceReader?

    func write(_ rows: QueryRows, to output: Output) throws {
        let added = evidence.map { reader in
            (
                name: name(among: rows.columns),
                value: { (row: [QueryValue]) throws -> QueryValue in
                    let found = try reader.evidence(of: row)
                    return .list(found.map { isForPeople ? .string($0.text) : $0.map })
                }
            )
        }
        // Rows of a query that fails half-way are not shown as if they were the answer.
        if format.name == "json" {
            output.write(try rows.text(as: format, adding: added))
        } else {
            try rows.encode(as: format, adding: added) { output.write($0) }
        }
        output.flush()
    }

    private var isForPeople: Bool { format.name == "table" || format.name == "markdown" }

    private func name(among columns: [String]) -> String {
        var name = "evidence"
        while columns.contains(name) { name += "_" }
        return name
    }
}
