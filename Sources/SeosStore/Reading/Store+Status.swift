import GRDB

extension Store {
    /// How much of everything there is.
    public func status() throws -> StoreStatus {
        try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
            func counts(_ sql: String) throws -> [StoreStatus.Count] {
                try Row.fetchAll(db, sql: sql).map { StoreStatus.Count(name: $0[0], count: $0[1]) }
            }
            func tables(_ names: [(String, String)]) throws -> [StoreStatus.Count] {
                try names.map { StoreStatus.Count(name: $0.0, count: try count($0.1)) }
            }
            let imported = try ImportedCatalogue(db)
            let otherLabels = try imported.labels.filter { $0.table == "node" }.map {
                StoreStatus.Count(name: $0.name, count: try count("node WHERE label = \($0.code)"))
            }
            let otherTypes = try imported.types.filter { $0.table == "edge" }.map {
                StoreStatus.Count(name: $0.name, count: try count("edge WHERE type = \($0.code)"))
            }
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            return StoreStatus(
                schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                fileSize: pages * pageSize,
                isResolved: try StateTable(db: db).isResolved(),
                documents: try count("document"),
                earlierVersions: try count("document_version"),
                mentions: try count("mention"),
                claims: try count("claim WHERE retired = 0"),
                retiredClaims: try count("claim WHERE retired = 1"),
                decisions: try count("decision"),
                undoneDecisions: try count("decision WHERE undone = 1"),
                failedInputs: try Int.fetchOne(
                    db, sql: "SELECT count(DISTINCT uri) FROM problem WHERE document_id IS NULL") ?? 0,
                languages: try counts(
                    "SELECT language, count(*) FROM document GROUP BY language ORDER BY count(*) DESC, language"),
                entities: try tables(NodeTable.entities.map { ($0.label, $0.label.lowercased()) }) + otherLabels,
                relationships: try tables([
                    ("PARTNER_IN", "partner_in"), ("FUNDED_BY", "funded_by"), ("HAS_AMOUNT", "has_amount"),
                    ("SHARE_OF", "share_of"), ("HAS_DATE", "has_date"), ("LOCATED_IN", "located_in"),
                    ("PART_OF", "part_of"), ("CONTACT_OF", "contact_of"),
                ]) + otherTypes,
                problems: try tables(
                    ["note", "warning", "failure"].map { ($0, "problem WHERE severity = '\($0)'") }))
        }
    }
}
