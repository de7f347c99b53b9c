import GRDB
import SeosModel

/// Looks for what cannot be, from the file's pages up to the words of every span.
struct IntegrityChecker {
    let db: Database
    /// Issues of one kind told one by one; a torn table would bring millions.
    private static let limit = 100

    func issues() throws -> [IntegrityIssue] {
        try checkFile() + checkReferences() + checkQuotes() + checkEntities() + checkEdges()
    }

    private func checkFile() throws -> [IntegrityIssue] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check(\(Self.limit))")
            .filter { $0 != "ok" }
            .map { IntegrityIssue(code: "check.file", message: $0) }
    }

    private func checkReferences() throws -> [IntegrityIssue] {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(Self.limit).map { row in
            let (table, parent): (String, String) = (row[0], row[2])
            return IntegrityIssue(
                code: "check.reference", message: "A row of \(table) refers to a \(parent) that does not exist.")
        }
    }

    // MARK: Words

    /// Every stored quote must be the characters of its span, counted in bytes and in code points.
    private func checkQuotes() throws -> [IntegrityIssue] {
        var issues: [IntegrityIssue] = []
        let spans = #"start_byte, end_byte, "start", "end", quote"#
        let mentions = try db.makeStatement(sql: "SELECT id, \(spans) FROM mention WHERE document_id = ?")
        let claims = try db.makeStatement(
            sql: "SELECT id, \(spans) FROM claim WHERE document_id = ? AND version = ?")
        let evidence = try db.makeStatement(
            sql: """
                SELECT e.claim_id, e.start_byte, e.end_byte, e."start", e."end", e.quote
                FROM claim c JOIN evidence e ON e.claim_id = c.id WHERE c.document_id = ? AND c.version = ?
                """)
        let texts = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, version, text, 1 FROM document
                UNION ALL SELECT document_id, version, text, 0 FROM document_version
                """)
        while let row = try texts.next(), issues.count < Self.limit {
            let (id, version): (Int64, Int) = (row[0], row[1])
            let text = StoredText(row[2] as String)
            if row[3] as Bool { try compare(text, "mention", mentions, [id], &issues) }
            try compare(text, "claim", claims, [id, version], &issues)
            try compare(text, "claim", evidence, [id, version], &issues)
        }
        return issues
    }

    private func compare(
        _ text: StoredText, _ what: String, _ statement: Statement, _ arguments: StatementArguments,
        _ issues: inout [IntegrityIssue]
    ) throws {
        let rows = try Row.fetchAll(statement, arguments: arguments)
        let points = text.codePointOffsets(of: rows.flatMap { [max(0, $0[1] as Int), max(0, $0[2] as Int)] })
        for (i, row) in rows.enumerated() {
            let span = SourceSpan(row[1], row[2])
            let isRight =
                text[span] == row[5] as String && points[2 * i] == row[3] as Int && points[2 * i + 1] == row[4] as Int
            if !isRight {
                let id: Int64 = row[0]
                issues.append(
                    IntegrityIssue(code: "check.quote", message: "The words of \(what) \(id) are not in its document."))
            }
        }
    }

    // MARK: Graph

    /// While entities lag behind documents, what belongs to which entity is not settled.
    private func checkEntities() throws -> [IntegrityIssue] {
        guard try StateTable(db: db).isResolved() else { return [] }
        let all = NodeTable.entities.map { "SELECT id FROM \($0.label.lowercased())" }.joined(separator: " UNION ALL ")
        var issues: [IntegrityIssue] = []
        for (table, columns) in [
            ("mention", ["entity_id"]), ("local_entity", ["entity_id"]),
            ("claim", ["subject_id", "object_id", "owner_id"]),
        ] {
            let filter = table == "claim" ? "retired = 0 AND " : ""
            for column in columns {
                let count = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM \(table) WHERE \(filter)\(column) NOT IN (\(all))")
                guard let count, count > 0 else { continue }
                issues.append(
                    IntegrityIssue(
                        code: "check.entity", message: "\(count) rows of \(table) name an entity that does not exist."))
            }
        }
        return issues
    }

    private func checkEdges() throws -> [IntegrityIssue] {
        let ends: [(table: String, source: [String], target: [String])] = [
            ("partner_in", ["organization"], ["project"]),
            ("funded_by", ["project"], ["programme", "organization"]),
            ("has_amount", ["project"], ["amount"]),
            ("share_of", ["amount"], ["organization"]),
            ("has_date", ["project"], ["date"]),
            ("located_in", ["organization", "project"], ["region"]),
            ("part_of", ["region"], ["region"]),
            ("contact_of", ["contact"], ["project"]),
        ]
        func anyOf(_ tables: [String]) -> String {
            tables.map { "SELECT id FROM \($0)" }.joined(separator: " UNION ALL ")
        }
        let all = anyOf(NodeTable.entities.map { $0.label.lowercased() } + ["node"])
        let loose = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM edge WHERE source NOT IN (\(all)) OR target NOT IN (\(all))")
        if let loose, loose > 0 {
            return [
                IntegrityIssue(
                    code: "check.edge", message: "\(loose) relationships of edge have an end that does not exist.")
            ]
        }
        return try ends.compactMap { edge in
            let count = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM \(edge.table)
                    WHERE source NOT IN (\(anyOf(edge.source))) OR target NOT IN (\(anyOf(edge.target)))
                    """)
            guard let count, count > 0 else { return nil }
            return IntegrityIssue(
                code: "check.edge", message: "\(count) relationships of \(edge.table) have an end that does not exist.")
        }
    }
}
