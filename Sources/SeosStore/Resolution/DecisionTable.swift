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

    func id(of decision: NewDecision) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT id FROM decision WHERE kind = ? AND left_mention = ? AND right_mention = ? AND maker = ?",
            arguments: [decision.kind.word, decision.left, decision.right, decision.maker])
    }

    /// Makes the decisions of rules these ones. Numbers and times of those that stay are kept, since people name
    /// them; decisions of persons and undone ones are not touched.
    func replaceRuleDecisions(_ decisions: [NewDecision], time: String) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS found (
                  kind TEXT, verdict TEXT, left_mention INTEGER, right_mention INTEGER, score REAL, reason TEXT,
                  maker TEXT, UNIQUE (kind, left_mention, right_mention, maker)
                );
                DELETE FROM temp.found;
                """)
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO temp.found VALUES (?,?,?,?,?,?,?)")
        for d in decisions.sorted(by: Self.isBefore) where d.maker != NewDecision.person {
            try insert.execute(arguments: [
                d.kind.word, d.verdict.rawValue, d.left, d.right, d.score, d.reason, d.maker,
            ])
        }
        try db.execute(
            sql: """
                DELETE FROM decision WHERE maker <> :person AND undone = 0 AND NOT EXISTS (
                  SELECT 1 FROM temp.found f WHERE f.kind = decision.kind AND f.left_mention = decision.left_mention
                  AND f.right_mention = decision.right_mention AND f.maker = decision.maker)
                """, arguments: ["person": NewDecision.person])
        try db.execute(
            sql: """
                INSERT INTO decision (kind, verdict, left_mention, right_mention, score, reason, maker, time)
                SELECT kind, verdict, left_mention, right_mention, score, reason, maker, :time
                FROM temp.found WHERE true ORDER BY rowid
                ON CONFLICT (kind, left_mention, right_mention, maker) DO UPDATE SET
                  verdict = excluded.verdict, score = excluded.score, reason = excluded.reason, time = excluded.time
                WHERE undone = 0 AND (verdict, score, reason) IS NOT (excluded.verdict, excluded.score, excluded.reason)
                """, arguments: ["time": time])
        try db.execute(sql: "DELETE FROM temp.found")
    }

    /// New numbers are given in an order that depends on the decisions alone.
    private static func isBefore(_ a: NewDecision, _ b: NewDecision) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if (a.left, a.right) != (b.left, b.right) { return (a.left, a.right) < (b.left, b.right) }
        return a.maker < b.maker
    }
}
