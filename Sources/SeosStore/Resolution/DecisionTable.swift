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
            Words.word(decision.kind), decision.verdict.rawValue, decision.left, decision.right, decision.score,
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
        var stored: [Key: Decision] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(Self.columns) FROM decision WHERE maker <> ?", arguments: [NewDecision.person])
        while let row = try rows.next() {
            let decision = try Self.decision(row)
            stored[Key(decision.decision)] = decision
        }
        var kept: Set<Key> = []
        for decision in decisions.sorted(by: Self.isBefore) where decision.maker != NewDecision.person {
            let key = Key(decision)
            guard kept.insert(key).inserted else { continue }
            if let old = stored[key], old.isUndone || old.decision == decision { continue }
            try put(decision, time: time)
        }
        let gone = stored.filter { !kept.contains($0.key) && !$0.value.isUndone }.map(\.value.id)
        let delete = try db.cachedStatement(sql: "DELETE FROM decision WHERE id = ?")
        for id in gone { try delete.execute(arguments: [id]) }
    }

    private struct Key: Hashable {
        var kind: EntityKind
        var left: Int64
        var right: Int64
        var maker: String

        init(_ decision: NewDecision) {
            kind = decision.kind
            left = decision.left
            right = decision.right
            maker = decision.maker
        }
    }

    /// New numbers are given in an order that depends on the decisions alone.
    private static func isBefore(_ a: NewDecision, _ b: NewDecision) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if (a.left, a.right) != (b.left, b.right) { return (a.left, a.right) < (b.left, b.right) }
        return a.maker < b.maker
    }
}
