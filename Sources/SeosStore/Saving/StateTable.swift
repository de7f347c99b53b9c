import GRDB

/// The few facts about the database as a whole.
struct StateTable {
    let db: Database

    /// Counts the changes of documents, so that resolution can tell whether what it read is still so.
    func generation() throws -> Int64 { Int64(try value("generation") ?? "") ?? 0 }

    /// False while entities lag behind documents.
    func isResolved() throws -> Bool { try value("resolved") == "1" }

    func documentsChanged() throws {
        try set("resolved", "0")
        try set("generation", String(try generation() + 1))
    }

    func resolved() throws { try set("resolved", "1") }

    private func value(_ name: String) throws -> String? {
        try String.fetchOne(
            try db.cachedStatement(sql: "SELECT value FROM state WHERE name = ?"), arguments: [name])
    }

    private func set(_ name: String, _ value: String) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO state (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
                """
        ).execute(arguments: [name, value])
    }
}
