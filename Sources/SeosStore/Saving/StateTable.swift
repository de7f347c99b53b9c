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

    /// What made the keys of resolution; nil when there are none, or not of all documents.
    func keysVersion() throws -> String? { try value("keys") }

    func setKeysVersion(_ version: String) throws { try set("keys", version) }

    /// What is said of a document, or decided about what it says, is new.
    func changed(document id: Int64) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO changed_document (id) VALUES (?)").execute(arguments: [id])
        try documentsChanged()
    }

    /// What a document says is about to go.
    func leaves(document id: Int64) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO changed_entity (id, kind)
                SELECT DISTINCT entity_id, kind FROM local_entity WHERE document_id = ? AND entity_id IS NOT NULL
                """
        ).execute(arguments: [id])
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO changed_mention (id, kind)
                SELECT first_mention, kind FROM local_entity WHERE document_id = ?
                """
        ).execute(arguments: [id])
        try changed(document: id)
    }

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
