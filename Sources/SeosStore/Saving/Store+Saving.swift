import GRDB
public import SeosModel

extension Store {
    /// Adds a document, or brings it up to date, in one transaction.
    ///
    /// The same content read by the same rules changes nothing at all. New content retires the claims of the old
    /// one and keeps its text; the same content read by other rules replaces what was found in it.
    ///
    /// - Parameters:
    ///   - extractorVersion: names the rules and packs that made `extraction`.
    ///   - time: now, UTC, ISO 8601.
    @discardableResult
    public func save(
        document: Document, extraction: Extraction, extractorVersion: String, time: String
    ) throws -> SaveOutcome {
        try write { db in
            try Self.refuseImported(db, path: path)
            let writer = DocumentWriter(db: db, extractorVersion: extractorVersion, time: time)
            return try writer.save([ReadDocument(document: document, extraction: extraction)])[0]
        }
    }

    /// Saves several documents in one transaction. One that cannot be written does not take the others with it.
    ///
    /// - Returns: what became of each document, in order.
    /// - Throws: when nothing of the batch was written: the disk is full, the file damaged, another writer is busy.
    public func save(
        batch: [ReadDocument], extractorVersion: String, time: String
    ) throws -> [Result<SaveOutcome, StoreError>] {
        let isPlain = Set(batch.map(\.document.uri)).count == batch.count
        return try translated {
            // A savepoint copies every page it changes, which doubles the work. It is hardly ever needed, so the
            // batch is tried without, and once more with one for each document when a row was refused.
            do {
                if isPlain {
                    return try queue.write { db in
                        try Self.refuseImported(db, path: path)
                        let writer = DocumentWriter(db: db, extractorVersion: extractorVersion, time: time)
                        return try writer.save(batch).map { .success($0) }
                    }
                }
            } catch let error as DatabaseError where Self.concernsOneDocument(error) {}
            return try queue.write { db in
                try Self.refuseImported(db, path: path)
                let writer = DocumentWriter(db: db, extractorVersion: extractorVersion, time: time)
                return try batch.map { item in
                    do {
                        var outcome = SaveOutcome(change: .unchanged, rowsWritten: 0)
                        try db.inSavepoint {
                            outcome = try writer.save([item])[0]
                            return .commit
                        }
                        return .success(outcome)
                    } catch let error as DatabaseError where Self.concernsOneDocument(error) {
                        return .failure(StoreError(error, path: path, waited: busyTimeout))
                    }
                }
            }
        }
    }

    /// Whether only the rows of one document are at fault, not the file or the disk.
    private static func concernsOneDocument(_ error: DatabaseError) -> Bool {
        [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(error.resultCode)
    }

    /// Notes that an input could not be read. What was read from it before stays.
    ///
    /// - Returns: rows written; 0 when the same was noted before.
    @discardableResult
    public func recordFailure(uri: String, problems: [Problem], time: String) throws -> Int {
        try write { db in
            let before = db.totalChangesCount
            let writer = ProblemWriter(db: db)
            if try writer.hasFailures(problems, uri: uri) { return 0 }
            try writer.removeFailures(uri: uri)
            for problem in problems {
                // Without a text there are no code points to count.
                try writer.insert(problem, uri: uri, documentID: nil, codePoints: nil, time: time)
            }
            return db.totalChangesCount - before
        }
    }

    /// What is known of an input, to skip it when it is the same.
    ///
    /// - Returns: nil for an input that was never read, or that could not be read the last time.
    public func fingerprint(_ uri: String) throws -> Fingerprint? {
        try translated {
            try queue.unsafeRead { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT hash, extractor FROM document d WHERE id = ?
                        AND NOT EXISTS (SELECT 1 FROM problem p WHERE p.uri = d.uri AND p.document_id IS NULL)
                        """)
                return try Row.fetchOne(statement, arguments: [StableID.make("document", uri)])
                    .map { Fingerprint(hash: $0[0], extractor: $0[1]) }
            }
        }
    }

    /// Forgets an input: its document with all earlier versions, what was found in it, and its problems. Decisions
    /// stay.
    ///
    /// - Returns: whether there was anything to forget.
    @discardableResult
    public func remove(_ uri: String) throws -> Bool {
        try write { db in
            let before = db.totalChangesCount
            let id = StableID.make("document", uri)
            if try Int.fetchOne(db, sql: "SELECT 1 FROM document WHERE id = ?", arguments: [id]) != nil {
                try StateTable(db: db).leaves(document: id)
            }
            try db.execute(sql: "DELETE FROM document WHERE uri = ?", arguments: [uri])
            try db.execute(sql: "DELETE FROM problem WHERE uri = ?", arguments: [uri])
            return db.totalChangesCount > before
        }
    }

    /// Every document, sorted by uri.
    public func documents() throws -> [DocumentRow] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT \(DocumentRow.columns) FROM document d ORDER BY d.uri")
                .map { DocumentRow($0) }
        }
    }

    /// Inputs that could not be read the last time, sorted.
    public func failedURIs() throws -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT DISTINCT uri FROM problem WHERE document_id IS NULL ORDER BY uri")
        }
    }
}
