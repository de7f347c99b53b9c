internal import GRDB
public import SeosModel

extension Store {
    private static let named: [EntityKind] = [.project, .organization, .region, .programme]

    /// All names of an entity with their languages, sorted by name; empty for what has none.
    public func names(of id: Int64) throws -> [LocalizedName] {
        try read { db in
            for kind in Self.named {
                let sql = "SELECT names FROM \(kind.word) WHERE id = ?"
                if let json = try String.fetchOne(db, sql: sql, arguments: [id]) {
                    return JSONText.localizedNames(json)
                }
            }
            return []
        }
    }

    /// The graph with the names that a reader of a language prefers: ``LocalizedName/preferred(_:language:otherwise:)``.
    public func snapshot(language: String, _ parts: SnapshotParts = .all) throws -> GraphSnapshot {
        var graph = try snapshot(parts)
        var names: [Int64: [LocalizedName]] = [:]
        try read { db in
            for kind in Self.named {
                let rows = try Row.fetchCursor(db, sql: "SELECT id, names FROM \(kind.word)")
                while let row = try rows.next() { names[row[0]] = JSONText.localizedNames(row[1]) }
            }
        }
        for n in graph.nodes.indices {
            guard let own = names[graph.nodes[n].id],
                let k = graph.nodes[n].properties.firstIndex(where: { $0.name == "name" }),
                case .string(let name) = graph.nodes[n].properties[k].value
            else { continue }
            let preferred = LocalizedName.preferred(own, language: language, otherwise: name)
            graph.nodes[n].properties[k] = GraphSnapshot.Property("name", .string(preferred))
        }
        return graph
    }
}
