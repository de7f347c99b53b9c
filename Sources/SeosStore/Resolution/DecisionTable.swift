import GRDB
import SeosModel

/// Reads and writes decisions inside a transaction of the caller.
struct DecisionTable {
    let db: Database

    static let columns = "id, kind, verdict, left_mention, right_mention, score, reason, maker, time, undone"

    static func decision(_ row: Row) throws -> Decision {
        guard let verdict = NewDecision.Verdict(rawValue: row[2]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a column verdict holds an unknown word")
        }
        let decision = NewDecision(
            kind: try Words.entityKind(row[1]), verdict: verdict, left: row[3], right: row[4], score: row[5],
            reason: row[6], maker: row[7])
        return Decision(id: row[0], decision: decision, time: row[8], isUndone: row[9])
    }

    /// Inserts a decision, or replaces what its maker decided before on the same two mentions.
    func put(_ decision: NewDecision, time: String) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO decision (kind, verdict, left_mention, right_mention, score, reason, maker, time)
                VALUES (?,?,?,?,?,?,?,?)
                ON CONFLICT (kind, left_mention, right_mention, maker) DO UPDATE SET
                  verdict = excluded.verdict, score = excluded.score, reason = excluded.reason, time = excluded.time,
                  undone = 0
                """
        ).execute(arguments: [
            decision.kind.word, decision.verdict.rawValue, decision.left, decision.right, decision.score,
            decision.reason, decision.maker, time,
        ])
    }

    /// Decisions of persons that hold, and those of rules that a person has taken back.
    func binding() throws -> [Decision] {
        // The first condition is that of an index, word for word.
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.columns) FROM decision
                WHERE (maker = 'person' OR undone = 1) AND (maker = 'person') <> (undone = 1) ORDER BY id
                """
        ).map { try Self.decision($0) }
    }

    func id(of decision: NewDecision) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT id FROM decision WHERE kind = ? AND left_mention = ? AND right_mention = ? AND maker = ?",
            arguments: [decision.kind.word, decision.left, decision.right, decision.maker])
    }

    /// Where the decisions of rules are gathered before they replace those before.
    func prepare() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS found (
                  kind TEXT, verdict TEXT, left_mention INTEGER, right_mention INTEGER, score REAL, reason TEXT,
                  maker TEXT, PRIMARY KEY (kind, left_mention, right_mention, maker)
                ) WITHOUT ROWID;
                DELETE FROM temp.found;
                """)
    }

    /// Adds what rules decided to what is gathered. Of two alike in all but score the first is kept.
    func gather(_ decisions: [NewDecision]) throws {
        var row = try RowInserter(db, "INSERT OR IGNORE INTO temp.found VALUES (?,?,?,?,?,?,?)")
        for d in decisions.sorted(by: Self.isBefore) where d.maker != NewDecision.person {
            row.bind(d.kind.word)
            row.bind(d.verdict.rawValue)
            row.bind(d.left)
            row.bind(d.right)
            row.bind(d.score)
            row.bind(d.reason)
            row.bind(d.maker)
            try row.insert()
        }
    }

    /// Makes what is gathered the decisions of rules. Numbers and times of those that stay are kept, since people name
    /// them; decisions of persons and undone ones are not touched.
    ///
    /// - Parameter mentions: those whose decisions are replaced, by kind; nil for all.
    func replaceRuleDecisions(of mentions: [EntityKind: Set<Int64>]? = nil, time: String) throws {
        if let mentions {
            try db.execute(
                sql: """
                    CREATE TEMP TABLE IF NOT EXISTS concerned (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
                    DELETE FROM temp.concerned;
                    """)
            let insert = try db.cachedStatement(sql: "INSERT INTO temp.concerned VALUES (?,?)")
            for (kind, ids) in mentions { for id in ids { try insert.execute(arguments: [kind.word, id]) } }
            for side in ["left_mention", "right_mention"] {
                try db.execute(
                    sql: """
                        DELETE FROM decision WHERE id IN (
                          SELECT d.id FROM temp.concerned c CROSS JOIN decision d ON d.kind = c.kind AND d.\(side) = c.id
                          WHERE d.maker <> :person AND d.undone = 0 AND NOT EXISTS (\(Self.isFound("d"))))
                        """, arguments: ["person": NewDecision.person])
            }
            try db.execute(sql: "DELETE FROM temp.concerned")
        } else {
            try db.execute(
                sql: """
                    DELETE FROM decision WHERE maker <> :person AND undone = 0
                    AND NOT EXISTS (\(Self.isFound("decision")))
                    """, arguments: ["person": NewDecision.person])
        }
        try db.execute(
            sql: """
                INSERT INTO decision (kind, verdict, left_mention, right_mention, score, reason, maker, time)
                SELECT kind, verdict, left_mention, right_mention, score, reason, maker, :time
                FROM temp.found WHERE true ORDER BY kind, left_mention, right_mention, maker
                ON CONFLICT (kind, left_mention, right_mention, maker) DO UPDATE SET
                  verdict = excluded.verdict, score = excluded.score, reason = excluded.reason, time = excluded.time
                WHERE undone = 0 AND (verdict, score, reason) IS NOT (excluded.verdict, excluded.score, excluded.reason)
                """, arguments: ["time": time])
        try db.execute(sql: "DELETE FROM temp.found")
    }

    private static func isFound(_ decision: String) -> String {
        """
        SELECT 1 FROM temp.found f WHERE f.kind = \(decision).kind AND f.left_mention = \(decision).left_mention
        AND f.right_mention = \(decision).right_mention AND f.maker = \(decision).maker
        """
    }

    /// New numbers are given in an order that depends on the decisions alone.
    private static func isBefore(_ a: NewDecision, _ b: NewDecision) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if (a.left, a.right) != (b.left, b.right) { return (a.left, a.right) < (b.left, b.right) }
        if a.maker != b.maker { return a.maker < b.maker }
        if a.verdict != b.verdict { return a.verdict.rawValue < b.verdict.rawValue }
        return (b.score, a.reason) < (a.score, b.reason)
    }
}
