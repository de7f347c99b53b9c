import GRDB

extension Store {
    /// Fills an empty database with a graph from elsewhere, whole or not at all.
    ///
    /// - Parameter body: writes the rows and the catalogue.
    /// - Throws: ``StoreError/notEmpty(path:)`` when the database holds anything; what `body` throws, with nothing
    ///   written.
    public func importGraph(_ body: (GraphLoad) throws -> Void) throws {
        try translated {
            try queue.writeWithoutTransaction { db in
                guard try Self.isEmpty(db) else { throw StoreError.notEmpty(path: path) }
                // New pages at the end of a file need no journal; a write-ahead log would hold the graph a second time.
                let hasFile = !path.isEmpty
                if hasFile { try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA cache_size = -131072") }
                defer {
                    if hasFile { try? db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536") }
                }
                try db.inTransaction(.immediate) {
                    guard try Self.isEmpty(db) else { throw StoreError.notEmpty(path: path) }
                    let load = GraphLoad(db)
                    try load.withoutIndexes { try body(load) }
                    return .commit
                }
            }
        }
    }

    /// The parts of an imported graph; empty when the graph was made from documents.
    public func importedCatalogue() throws -> ImportedCatalogue { try read { try ImportedCatalogue($0) } }

    /// Whether there is nothing in the database yet.
    public func isEmpty() throws -> Bool { try read { try Self.isEmpty($0) } }

    private static func isEmpty(_ db: Database) throws -> Bool {
        let tables =
            ["document", "decision", "imported_label", "register", "node", "edge"] + ModelTable.labels.map(\.table)
        return try tables.allSatisfy { table in
            try Int.fetchOne(db, sql: "SELECT 1 FROM \"\(table)\" LIMIT 1") == nil
        }
    }

    /// Documents and an imported graph do not stand in one database: resolution would replace what was imported.
    static func refuseImported(_ db: Database, path: String) throws {
        if try Int.fetchOne(db, sql: "SELECT 1 FROM imported_label LIMIT 1") != nil {
            throw StoreError.importedGraph(path: path)
        }
    }
}
