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
        var isLeft: Bool
        var mention: Int64
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
        for isLeft in [true, false] {
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT d.id, e.first_mention, e.kind, e.name, m.quote
                        FROM decision d
                        JOIN local_entity e ON e.first_mention = d.\(isLeft ? "left" : "right")_mention AND e.kind = d.kind
                        LEFT JOIN mention m ON m.id = e.first_mention
                        WHERE e.document_id = ? AND \(Self.condition("d")) ORDER BY d.id
                        """), arguments: [document])
            held += rows.map {
                Held(
                    document: document, decision: $0[0], isLeft: isLeft, mention: $0[1], kind: $0[2], name: $0[3],
                    quote: $0[4])
            }
        }
    }

    /// Makes the decisions name the mentions of the new reading.
    func put() throws {
        var moved: [Int64: (left: Int64?, right: Int64?)] = [:]
        for item in held {
            guard let mention = try successor(of: item), mention != item.mention else { continue }
            if item.isLeft {
                moved[item.decision, default: (nil, nil)].left = mention
            } else {
                moved[item.decision, default: (nil, nil)].right = mention
            }
        }
        let decisions = try moved.keys.sorted().map { id -> (id: Int64, left: Int64, right: Int64) in
            let row = try Row.fetchOne(
                db, sql: "SELECT left_mention, right_mention FROM decision WHERE id = ?", arguments: [id])
            let to = moved[id]
            return (id, to?.left ?? row?[0] ?? 0, to?.right ?? row?[1] ?? 0)
        }.filter { $0.left != $0.right }
        // First out of the way of one another: where one goes another may have been.
        for decision in decisions {
            try db.execute(
                sql: "UPDATE decision SET left_mention = ?, right_mention = 0 WHERE id = ?",
                arguments: [-decision.id, decision.id])
        }
        for decision in decisions {
            try db.execute(
                sql: "UPDATE OR REPLACE decision SET left_mention = ?, right_mention = ? WHERE id = ?",
                arguments: [
                    min(decision.left, decision.right), max(decision.left, decision.right), decision.id,
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
