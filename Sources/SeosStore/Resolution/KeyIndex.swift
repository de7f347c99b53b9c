import GRDB

/// The keys by which resolution finds who may be concerned by a change, inside a transaction of the caller.
struct KeyIndex {
    let db: Database

    /// Takes all keys out, and writes others: in the order of the tables that is several times faster.
    func replace(version: String, _ body: (KeyIndex) throws -> Void) throws {
        try db.execute(sql: "DROP INDEX entity_key_document")
        for table in ["entity_key", "name_key", "spelling"] { try db.execute(sql: "DELETE FROM \(table)") }
        try body(self)
        try db.execute(sql: "CREATE INDEX entity_key_document ON entity_key(document_id)")
        try StateTable(db: db).setKeysVersion(version)
        try forgetChanges()
    }

    func insert(_ keys: some Sequence<ResolutionKey>) throws {
        var row = try RowInserter(
            db, "INSERT OR IGNORE INTO entity_key (key, trait, document_id, local) VALUES (?,?,?,?)")
        for key in keys {
            row.bind(key.key)
            row.bind(key.trait)
            row.bind(key.document)
            row.bind(key.local)
            try row.insert()
        }
    }

    func insert(_ names: some Sequence<SpellingKey>) throws {
        var row = try RowInserter(db, "INSERT OR IGNORE INTO name_key (key, spelling) VALUES (?,?)")
        for name in names {
            row.bind(name.key)
            row.bind(name.spelling)
            try row.insert()
        }
    }

    func forgetChanges() throws {
        for table in ["changed_document", "changed_entity", "changed_mention"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
    }

    func remove(document: Int64) throws { try run("DELETE FROM entity_key WHERE document_id = ?", [document]) }

    func insert(_ spellings: some Sequence<Spelling>) throws {
        var row = try RowInserter(db, "INSERT OR IGNORE INTO spelling (id, name, language) VALUES (?,?,?)")
        for spelling in spellings {
            row.bind(spelling.id)
            row.bind(spelling.name)
            row.bind(spelling.language)
            try row.insert()
        }
    }

    /// Takes a spelling out that nobody has any more.
    func remove(spelling: Int64, keys: [Int64]) throws {
        try run("DELETE FROM spelling WHERE id = ?", [spelling])
        for key in keys { try run("DELETE FROM name_key WHERE key = ? AND spelling = ?", [key, spelling]) }
    }

    // MARK: Reading

    func keys(of document: Int64) throws -> [ResolutionKey] { try keys("document_id = ?", [document]) }

    /// The keys of one thing that a document tells of: the index by documents has all columns.
    func keys(of place: ResolvedGraph.Place) throws -> [Int64] {
        var found: [Int64] = []
        try ColumnReader.forEach(
            db, "SELECT key FROM entity_key WHERE document_id = ? AND local = ?", [place.document, Int64(place.local)]
        ) { found.append($0.int64(0)) }
        return found
    }

    /// - Parameter limit: more are not read.
    func holders(of key: Int64, limit: Int) throws -> [ResolutionKey] {
        try keys("key = ? ORDER BY trait, document_id, local LIMIT ?", [key, Int64(limit)])
    }

    /// The first holder of a key for each trait, in order.
    func firstHolders(of key: Int64, limit: Int) throws -> [ResolutionKey] {
        var found: [ResolutionKey] = []
        var trait = Int64.min
        while found.count < limit {
            let next = try keys("key = ? AND trait > ? ORDER BY trait, document_id, local LIMIT 1", [key, trait])
            guard let first = next.first else { break }
            found.append(first)
            trait = first.trait
        }
        return found
    }

    /// The first holder of a key with a trait.
    func firstHolder(of key: Int64, trait: Int64) throws -> ResolutionKey? {
        try keys("key = ? AND trait = ? ORDER BY document_id, local LIMIT 1", [key, trait]).first
    }

    /// All who have a key and a trait above one.
    func holders(of key: Int64, above trait: Int64) throws -> [ResolutionKey] {
        try keys("key = ? AND trait > ?", [key, trait])
    }

    /// Read straight from SQLite: a body that many pages name has thousands.
    private func keys(_ condition: String, _ arguments: [Int64]) throws -> [ResolutionKey] {
        var found: [ResolutionKey] = []
        try ColumnReader.forEach(
            db, "SELECT key, trait, document_id, local FROM entity_key WHERE \(condition)", arguments
        ) {
            found.append(
                ResolutionKey(key: $0.int64(0), trait: $0.int64(1), document: $0.int64(2), local: $0.int(3)))
        }
        return found
    }

    func spelling(_ id: Int64) throws -> Spelling? {
        try rows("SELECT id, name, language FROM spelling WHERE id = ?", [id]).first.map {
            Spelling(id: $0[0], name: $0[1], language: $0[2])
        }
    }

    func spellings(of key: Int64, limit: Int) throws -> [Spelling] {
        try rows(
            """
            SELECT s.id, s.name, s.language FROM name_key n CROSS JOIN spelling s ON s.id = n.spelling
            WHERE n.key = ? LIMIT ?
            """, [key, limit]
        ).map { Spelling(id: $0[0], name: $0[1], language: $0[2]) }
    }

    func hasMoreSpellings(than limit: Int, _ key: Int64) throws -> Bool {
        try !rows("SELECT 1 FROM name_key WHERE key = ? LIMIT 1 OFFSET ?", [key, limit]).isEmpty
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
        try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments)
    }
}
