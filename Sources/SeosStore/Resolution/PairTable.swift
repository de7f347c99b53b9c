import GRDB

/// Reads and writes what rules made of single pairs of organizations, inside a transaction of the caller.
struct PairTable {
    let db: Database

    private static let columns = """
        left_document, left_local, right_document, right_local, rule, question, score, reason
        """

    func clear() throws { try db.execute(sql: "DELETE FROM judged_pair") }

    func insert(_ pairs: [JudgedPair]) throws {
        var row = try RowInserter(
            db, "INSERT OR IGNORE INTO judged_pair (\(Self.columns)) VALUES (?,?,?,?,?,?,?,?)")
        let sorted = pairs.sorted {
            ($0.left.document, $0.left.local, $0.right.document, $0.right.local)
                < ($1.left.document, $1.left.local, $1.right.document, $1.right.local)
        }
        for pair in sorted {
            row.bind(pair.left.document)
            row.bind(pair.left.local)
            row.bind(pair.right.document)
            row.bind(pair.right.local)
            row.bind(pair.rule)
            row.bind(pair.isQuestion ? 1 : 0)
            row.bind(pair.score)
            row.bind(pair.reason)
            try row.insert()
        }
    }

    func pairs(with place: ResolvedGraph.Place) throws -> [JudgedPair] {
        try read(
            """
            SELECT \(Self.columns) FROM judged_pair WHERE left_document = ?1 AND left_local = ?2
            UNION ALL
            SELECT \(Self.columns) FROM judged_pair WHERE right_document = ?1 AND right_local = ?2
            """, [place.document, Int64(place.local)])
    }

    /// - Parameter entity: one with a pair of its own members gives that twice.
    func pairs(ofMembers entity: Int64) throws -> [JudgedPair] {
        let columns = Self.columns
        return try read(
            """
            SELECT \(columns) FROM local_entity l CROSS JOIN judged_pair p
            ON p.left_document = l.document_id AND p.left_local = l.local WHERE l.entity_id = ?1
            UNION ALL
            SELECT \(columns) FROM local_entity l CROSS JOIN judged_pair p
            ON p.right_document = l.document_id AND p.right_local = l.local WHERE l.entity_id = ?1
            """, [entity])
    }

    private func read(_ sql: String, _ arguments: [Int64]) throws -> [JudgedPair] {
        var found: [JudgedPair] = []
        try ColumnReader.forEach(db, sql, arguments) { row in
            found.append(
                JudgedPair(
                    left: .init(row.int64(0), row.int(1)), right: .init(row.int64(2), row.int(3)), rule: row.string(4),
                    isQuestion: row.bool(5), score: row.double(6), reason: row.string(7)))
        }
        return found
    }

    func remove(_ pair: JudgedPair) throws {
        try run(
            """
            DELETE FROM judged_pair WHERE left_document = ? AND left_local = ? AND right_document = ? AND right_local = ?
            AND rule = ? AND question = ?
            """,
            [
                pair.left.document, pair.left.local, pair.right.document, pair.right.local, pair.rule, pair.isQuestion,
            ])
    }

    func remove(document: Int64) throws {
        try run("DELETE FROM judged_pair WHERE left_document = ?", [document])
        try run("DELETE FROM judged_pair WHERE right_document = ?", [document])
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
