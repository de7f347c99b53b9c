import GRDB
import SeosModel

/// Writes problem rows. A row without a document is a failure to read an input at all.
struct ProblemWriter {
    let db: Database

    func insert(
        _ problem: Problem, uri: String, documentID: Int64?, codePoints: Range<Int>?, time: String
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO problem (uri, document_id, code, severity, message, start_byte, end_byte, "start", "end",
                  time) VALUES (?,?,?,?,?,?,?,?,?,?)
                """
        ).execute(arguments: [
            uri, documentID, problem.code, problem.severity.word, problem.message, problem.span?.start,
            problem.span?.end, codePoints?.lowerBound, codePoints?.upperBound, time,
        ])
    }

    func removeFailures(uri: String) throws {
        try db.cachedStatement(sql: "DELETE FROM problem WHERE uri = ? AND document_id IS NULL")
            .execute(arguments: [uri])
    }

    /// Whether the failures noted for an input are these.
    func hasFailures(_ problems: [Problem], uri: String) throws -> Bool {
        let rows = try Row.fetchAll(
            try db.cachedStatement(
                sql: """
                    SELECT code, severity, message FROM problem WHERE uri = ? AND document_id IS NULL ORDER BY id
                    """), arguments: [uri])
        let known = rows.map { [$0[0] as String, $0[1] as String, $0[2] as String] }
        return known == problems.map { [$0.code, $0.severity.word, $0.message] }
    }
}

extension Problem.Severity {
    /// As the database spells it.
    var word: String {
        switch self {
        case .note: return "note"
        case .warning: return "warning"
        case .failure: return "failure"
        }
    }

    init?(word: String) {
        switch word {
        case "note": self = .note
        case "warning": self = .warning
        case "failure": self = .failure
        default: return nil
        }
    }
}
