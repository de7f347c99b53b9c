import GRDB
import SeosModel

/// Carries what persons decided from one reading of a document to the next.
///
/// Decisions name mentions, and a mention is named by where it stands: one line more at the top of a page moves them
/// all. So a decision about something that the new reading still names, by the same name or in the same words, follows
/// it there; one about something that is gone stays as it is, and holds again when the page says the same again.
final class DecisionCarrier {
    private struct Held {
        var document: Int64
        var decision: Int64
        /// What the decision names in the document, and the other side of it.
        var mention: Int64
        var other: Int64
        var kind: String
        var name: String
        var quote: String?
    }

    private let db: Database
    private var held: [Held] = []
    private let isIdle: Bool

    init(_ db: Database) throws {
        self.db = db
        let binding = "SELECT EXISTS (SELECT 1 FROM decision WHERE \(Self.condition("decision")))"
        isIdle = try Bool.fetchOne(db, sql: binding) != true
    }

    /// The words of the index of such decisions.
    private static func condition(_ table: String) -> String { "(\(table).maker = 'person' OR \(table).undone = 1)" }

    /// Remembers the decisions about a document, before what was found in it is removed.
    func take(_ document: Int64) throws {
        if isIdle { return }
        for (side, other) in [("left_mention", "right_mention"), ("right_mention", "left_mention")] {
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT d.id, e.first_mention, d.\(other), e.kind, e.name, m.quote, min(e.local)
                        FROM local_entity e
                        JOIN decision d ON d.kind = e.kind AND d.\(side) = e.first_mention
                        LEFT JOIN mention m ON m.id = e.first_mention
                        WHERE e.document_id = ? AND \(Self.condition("d")) GROUP BY d.id
                        """), arguments: [document])
            held += rows.map {
                Held(
                    document: document, decision: $0[0], mention: $0[1], other: $0[2], kind: $0[3], name: $0[4],
                    quote: $0[5])
            }
        }
    }

    /// Makes the decisions name the mentions of the new reading.
    func put() throws {
        var moved: [Int64: (one: Int64, other: Int64)] = [:]
        for item in held {
            guard let mention = try successor(of: item), mention != item.mention else { continue }
            // When both sides have moved, the side that came first is the other one of the second.
            moved[item.decision] = (mention, moved[item.decision]?.one ?? item.other)
        }
        let decisions = moved.filter { $1.one != $1.other }.sorted { $0.key < $1.key }
        // First out of the way of one another: where one goes another may have been.
        for decision in decisions {
            try db.execute(
                sql: "UPDATE decision SET left_mention = ?, right_mention = 0 WHERE id = ?",
                arguments: [-decision.key, decision.key])
        }
        for decision in decisions {
            try db.execute(
                sql: "UPDATE OR REPLACE decision SET left_mention = ?, right_mention = ? WHERE id = ?",
                arguments: [
                    min(decision.value.one, decision.value.other), max(decision.value.one, decision.value.other),
                    decision.key,
                ])
        }
        held = []
    }

    /// The first mention of what the document now says of the same thing; nil when it no longer names it.
    private func successor(of item: Held) throws -> Int64? {
        let same = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT first_mention FROM local_entity WHERE document_id = ? AND kind = ? AND name = ?
                    ORDER BY first_mention <> ?, local LIMIT 1
                    """), arguments: [item.document, item.kind, item.name, item.mention])
        if let same { return same }
        return try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT e.first_mention FROM mention m
                    JOIN local_entity e ON e.document_id = m.document_id AND e.local = m.local
                    WHERE m.document_id = ? AND e.kind = ? AND m.quote IN (?, ?)
                    ORDER BY m.start_byte LIMIT 1
                    """), arguments: [item.document, item.kind, item.name, item.quote])
    }
}
