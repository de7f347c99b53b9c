import GRDB
import SeosModel

/// Reads what resolution works on inside a transaction of the caller: all of it, or what is asked for.
struct EntityReader {
    let db: Database

    /// The order of resolution. Ids of documents are hashes, so that who is first of many does not follow from how pages are
    /// called, and a page that comes is seldom the first; and it is the order of the tables, in which the first is found
    /// without looking at the others.
    private static let order = "l.document_id, l.local"

    func all(_ kinds: [EntityKind]?, _ body: (LocalEntityRow) throws -> Void) throws {
        let filter = kinds.map { "AND l.kind IN (\($0.map { "'\($0.word)'" }.joined(separator: ", ")))" } ?? ""
        var before: LocalEntityRow?
        try ColumnReader.forEach(
            db,
            """
            SELECT \(LocalEntityRow.columns) FROM document d CROSS JOIN local_entity l ON l.document_id = d.id \(filter)
            ORDER BY d.id, l.local
            """
        ) { row in
            let entity = try LocalEntityRow(row, after: before)
            before = entity
            try body(entity)
        }
    }

    func count(_ kinds: [EntityKind]) throws -> Int {
        let words = kinds.map { "'\($0.word)'" }.joined(separator: ", ")
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM local_entity WHERE kind IN (\(words))") ?? 0
    }

    func projectClaims(_ body: (ProjectClaim) throws -> Void) throws {
        try ColumnReader.forEach(
            db,
            """
            SELECT \(ProjectClaim.columns) FROM document d CROSS JOIN claim c ON c.document_id = d.id
            WHERE c.retired = 0 AND \(ProjectClaim.isUsed) ORDER BY d.uri, c.start_byte, c.end_byte, c.id
            """
        ) { try body(ProjectClaim($0)) }
    }

    // MARK: Parts

    func projectClaims(of document: Int64) throws -> [ProjectClaim] {
        var result: [ProjectClaim] = []
        try ColumnReader.forEach(
            db,
            """
            SELECT \(ProjectClaim.columns) FROM claim c WHERE c.document_id = ? AND c.retired = 0
            AND \(ProjectClaim.isUsed) ORDER BY c.start_byte, c.end_byte, c.id
            """, [document]
        ) { result.append(try ProjectClaim($0)) }
        return result
    }

    func members(of entity: Int64) throws -> [LocalEntityRow] {
        try entities(
            """
            SELECT \(LocalEntityRow.columns) FROM local_entity l CROSS JOIN document d ON d.id = l.document_id
            WHERE l.entity_id = ? ORDER BY \(Self.order)
            """, [entity])
    }

    func entities(of document: Int64) throws -> [LocalEntityRow] {
        try entities(
            """
            SELECT \(LocalEntityRow.columns) FROM document d CROSS JOIN local_entity l ON l.document_id = d.id
            WHERE d.id = ? ORDER BY \(Self.order)
            """, [document])
    }

    func entity(_ document: Int64, _ local: Int) throws -> LocalEntityRow? {
        try entities(
            """
            SELECT \(LocalEntityRow.columns) FROM local_entity l CROSS JOIN document d ON d.id = l.document_id
            WHERE l.document_id = ? AND l.local = ?
            """, [document, Int64(local)]
        ).first
    }

    /// Some members of an entity: those behind a place, or the first.
    func members(of entity: Int64, after place: ResolvedGraph.Place?, limit: Int) throws -> [LocalEntityRow] {
        try entities(
            """
            SELECT \(LocalEntityRow.columns) FROM local_entity l CROSS JOIN document d ON d.id = l.document_id
            WHERE l.entity_id = ? AND (l.document_id, l.local) > (?, ?) ORDER BY \(Self.order) LIMIT ?
            """, [entity, place?.document ?? -1, Int64(place?.local ?? -1), Int64(limit)])
    }

    /// Claims about an entity, sorted by uri, place and id.
    func claims(about entity: Int64) throws -> [SubjectClaim] {
        var result: [SubjectClaim] = []
        try ColumnReader.forEach(
            db,
            """
            SELECT \(SubjectClaim.columns) FROM claim c CROSS JOIN document d ON d.id = c.document_id
            WHERE c.subject_id = ? AND c.retired = 0 ORDER BY d.uri, c.start_byte, c.end_byte, c.id
            """, [entity]
        ) { result.append(try SubjectClaim($0, after: result.last)) }
        return result
    }

    private func entities(_ sql: String, _ arguments: [Int64]) throws -> [LocalEntityRow] {
        var result: [LocalEntityRow] = []
        try ColumnReader.forEach(db, sql, arguments) { result.append(try LocalEntityRow($0, after: result.last)) }
        return result
    }
}
