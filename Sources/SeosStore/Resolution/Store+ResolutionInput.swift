import GRDB
public import SeosModel

extension Store {
    /// Counts the changes of documents; read it before the streams below and hand it to
    /// ``replaceGraph(_:generation:time:)``.
    public func generation() throws -> Int64 { try read { try StateTable(db: $0).generation() } }

    /// False while entities lag behind documents.
    public func isResolved() throws -> Bool { try read { try StateTable(db: $0).isResolved() } }

    /// Every entity of every document, sorted by id of the document and local number: both follow from what is read, so
    /// that the order in which documents came does not matter.
    ///
    /// - Parameter kinds: nil for all.
    public func localEntities(_ kinds: [EntityKind]? = nil, _ body: (LocalEntityRow) throws -> Void) throws {
        try read { try EntityReader(db: $0).all(kinds, body) }
    }

    /// What documents say of one entity, in the order of ``localEntities(_:_:)``.
    public func members(of entity: Int64) throws -> [LocalEntityRow] {
        try read { try EntityReader(db: $0).members(of: entity) }
    }

    /// How many ``localEntities(_:_:)`` there are of some kinds.
    public func localEntityCount(_ kinds: [EntityKind]) throws -> Int {
        try read { try EntityReader(db: $0).count(kinds) }
    }

    /// What documents say of projects that helps to tell them apart, sorted like ``claims(_:)``.
    public func projectClaims(_ body: (ProjectClaim) throws -> Void) throws {
        try read { try EntityReader(db: $0).projectClaims(body) }
    }

    /// Every mention that belongs to an entity, sorted by uri and place.
    public func localMentions(_ body: (MentionRow) throws -> Void) throws {
        try stream(
            """
            SELECT \(MentionRow.columns) FROM document d CROSS JOIN mention m ON m.document_id = d.id
            WHERE m.local IS NOT NULL ORDER BY d.uri, m.start_byte, m.end_byte, m.id
            """
        ) { try body(MentionRow($0)) }
    }

    /// Every claim of the current documents, sorted by uri, place and id. Superseded ones are among them.
    public func claims(_ body: (ClaimRow) throws -> Void) throws {
        try stream(
            """
            SELECT \(ClaimRow.columns) FROM document d CROSS JOIN claim c ON c.document_id = d.id
            WHERE c.retired = 0 ORDER BY d.uri, c.start_byte, c.end_byte, c.id
            """
        ) { try body(ClaimRow($0)) }
    }

    private func stream(_ sql: String, _ body: (Row) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() { try body(row) }
        }
    }
}
