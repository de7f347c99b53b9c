import GRDB
public import SeosModel

extension Store {
    /// An entity of the graph with its properties: a project, organization, region, programme, contact, amount or
    /// date, or any node of an imported graph.
    public func entity(_ id: Int64) throws -> GraphSnapshot.Node? {
        try read { db in
            let isImported = try !ImportedCatalogue(db).isEmpty
            for table in isImported ? try NodeTable.all(db) : NodeTable.entities {
                if let node = try table.node(db, id: id) { return node }
            }
            return nil
        }
    }

    /// What is said of an entity: claims it is the subject, the object or the owner of, sorted by document and
    /// place. Retired claims are left out; superseded ones are there, and say so.
    public func claims(of entity: Int64) throws -> [ClaimRow] {
        try read { db in
            // One arm for each index; a union leaves each claim once.
            let arm = "SELECT id FROM claim WHERE retired = 0 AND"
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT \(ClaimRow.columns) FROM claim c JOIN document d ON d.id = c.document_id
                    WHERE c.id IN (\(arm) subject_id = ?1 UNION \(arm) object_id = ?1 UNION \(arm) owner_id = ?1)
                    ORDER BY d.uri, c.start_byte, c.end_byte, c.id
                    """, arguments: [entity]
            ).map { try ClaimRow($0) }
        }
    }

    /// One claim with its document's text and all its evidence.
    public func claim(_ id: Int64) throws -> ClaimDetail? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(ClaimRow.columns) FROM claim c JOIN document d ON d.id = c.document_id WHERE c.id = ?
                    """, arguments: [id])
            guard let row else { return nil }
            let claim = try ClaimRow(row)
            let document = try Row.fetchOne(
                db, sql: "SELECT \(DocumentRow.columns) FROM document d WHERE d.id = ?", arguments: [claim.documentID])
            let text = try String.fetchOne(
                db,
                sql: """
                    SELECT text FROM document WHERE id = ?1 AND version = ?2
                    UNION ALL SELECT text FROM document_version WHERE document_id = ?1 AND version = ?2
                    """, arguments: [claim.documentID, claim.version])
            guard let document, let text else { return nil }
            let evidence = try Row.fetchAll(
                db,
                sql: """
                    SELECT start_byte, end_byte, "start", "end", quote FROM evidence WHERE claim_id = ? ORDER BY number
                    """, arguments: [id]
            ).map {
                ClaimDetail.Evidence(
                    span: SourceSpan($0[0], $0[1]), codePoints: Words.range($0[2], $0[3]), quote: $0[4])
            }
            return ClaimDetail(
                claim: claim, document: DocumentRow(document), text: StoredText(text), evidence: evidence)
        }
    }

    /// Where an entity is mentioned, sorted by document and place.
    public func mentions(of entity: Int64) throws -> [MentionRow] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(MentionRow.columns) FROM mention m JOIN document d ON d.id = m.document_id
                    WHERE m.entity_id = ? ORDER BY d.uri, m.start_byte, m.end_byte, m.id
                    """, arguments: [entity]
            ).map { try MentionRow($0) }
        }
    }

    /// Every problem, sorted by uri and in the order found.
    public func problems() throws -> [ProblemRow] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT \(ProblemRow.columns) FROM problem ORDER BY uri, id")
                .map { ProblemRow($0) }
        }
    }
}
