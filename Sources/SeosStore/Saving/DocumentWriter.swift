import GRDB
import SeosModel

/// Writes one document inside a transaction of the caller.
struct DocumentWriter {
    let db: Database
    let document: Document
    let extraction: Extraction
    let extractorVersion: String
    let time: String

    func save() throws -> SaveOutcome {
        let before = db.totalChangesCount
        let change = try write()
        return SaveOutcome(change: change, rowsWritten: db.totalChangesCount - before)
    }

    private func write() throws -> SaveOutcome.Change {
        let id = StableID.make("document", document.uri)
        let known = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT hash, extractor, version FROM document WHERE id = ?"), arguments: [id])
        // An earlier failure to read this input is over.
        try ProblemWriter(db: db).removeFailures(uri: document.uri)
        guard let known else {
            try insert(DocumentRows(document: document, extraction: extraction), version: 1, isNew: true)
            return .added
        }
        let hash: String = known[0]
        let extractor: String = known[1]
        let version: Int = known[2]
        if hash == document.hash, extractor == extractorVersion { return .unchanged }

        let rows = DocumentRows(document: document, extraction: extraction)
        if hash == document.hash {
            try run("DELETE FROM claim WHERE document_id = ? AND retired = 0", [id])
            try removeFindings(of: id)
            try insert(rows, version: version, isNew: false)
        } else {
            try run(
                """
                INSERT INTO document_version (document_id, version, hash, text, ingested)
                SELECT id, version, hash, text, ingested FROM document WHERE id = ?
                """, [id])
            try run("UPDATE claim SET retired = 1 WHERE document_id = ? AND retired = 0", [id])
            try removeFindings(of: id)
            try insert(rows, version: version + 1, isNew: false)
        }
        return .updated
    }

    private func removeFindings(of id: Int64) throws {
        try StateTable(db: db).leaves(document: id)
        try run("DELETE FROM mention WHERE document_id = ?", [id])
        try run("DELETE FROM local_entity WHERE document_id = ?", [id])
        try run("DELETE FROM problem WHERE uri = ?", [document.uri])
    }

    private func insert(_ rows: DocumentRows, version: Int, isNew: Bool) throws {
        try writeDocument(rows.documentID, version: version, isNew: isNew)
        try insertMentions(rows)
        try insertEntities(rows)
        try insertClaims(rows, version: version, mayReplace: version > 1)
        let problems = ProblemWriter(db: db)
        for problem in rows.problems {
            let points = problem.span.map { rows.codePoint($0.start)..<rows.codePoint($0.end) }
            try problems.insert(
                problem, uri: document.uri, documentID: rows.documentID, codePoints: points, time: time)
        }
        try StateTable(db: db).changed(document: rows.documentID)
    }

    // MARK: Tables

    private func writeDocument(_ id: Int64, version: Int, isNew: Bool) throws {
        // Updated in place: replacing the row would delete what hangs on it.
        let sql =
            isNew
            ? """
            INSERT INTO document (title, language, media_type, charset, published, url, hash, extractor, version,
              text, ingested, uri, id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
            """
            : """
            UPDATE document SET title = ?, language = ?, media_type = ?, charset = ?, published = ?, url = ?,
              hash = ?, extractor = ?, version = ?, text = ?, ingested = ?, uri = ? WHERE id = ?
            """
        try run(
            sql,
            [
                document.title, document.language, document.mediaType, document.charset, document.published,
                document.canonicalURL, document.hash, extractorVersion, version, document.text.string, time,
                document.uri, id,
            ])
    }

    private func insertMentions(_ rows: DocumentRows) throws {
        guard !rows.mentions.isEmpty else { return }
        var row = try RowInserter(
            db,
            """
            INSERT INTO mention (id, document_id, kind, start_byte, end_byte, "start", "end", quote, name, language,
              local, code, country, value, rule, confidence) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        for made in rows.mentions {
            let mention = extraction.mentions[made.source]
            row.bind(made.id)
            row.bind(rows.documentID)
            row.bind(mention.kind.name)
            bind(mention.span, rows, to: &row)
            row.bind(made.quote)
            row.bind(mention.name)
            row.bind(mention.language)
            row.bind(made.local)
            row.bind(mention.code)
            row.bind(mention.country)
            row.bind(mention.value.flatMap { ValueText.text(of: $0) })
            row.bind(mention.rule)
            row.bind(mention.confidence)
            try row.insert()
        }
    }

    private func insertEntities(_ rows: DocumentRows) throws {
        guard !rows.entities.isEmpty else { return }
        var row = try RowInserter(
            db,
            """
            INSERT INTO local_entity (document_id, local, kind, name, full_name, acronym, aliases, country, code,
              organization_kind, email, phone, first_mention) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        for made in rows.entities {
            let entity = extraction.entities[made.local]
            row.bind(rows.documentID)
            row.bind(made.local)
            row.bind(entity.kind.word)
            row.bind(entity.name)
            row.bind(entity.fullName)
            row.bind(entity.acronym)
            row.bind(JSONText.list(entity.aliases))
            row.bind(entity.country)
            row.bind(entity.code)
            row.bind(entity.organizationKind?.word)
            row.bind(entity.email)
            row.bind(entity.phone)
            row.bind(made.firstMention)
            try row.insert()
        }
    }

    private func insertClaims(_ rows: DocumentRows, version: Int, mayReplace: Bool) throws {
        guard !rows.claims.isEmpty else { return }
        if mayReplace {
            // A page that went back to an earlier content says again what was retired: the ids are the same.
            for made in rows.claims { try run("DELETE FROM claim WHERE id = ? AND retired = 1", [made.id]) }
        }
        var row = try RowInserter(
            db,
            """
            INSERT INTO claim (id, document_id, version, superseded, property, role, amount_kind, subject, object,
              owner, mention_id, value, quote, start_byte, end_byte, "start", "end", rule, confidence, language)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        for made in rows.claims {
            let claim = extraction.claims[made.source]
            let first = made.evidence[0]
            row.bind(made.id)
            row.bind(rows.documentID)
            row.bind(version)
            row.bind(claim.isSuperseded ? 1 : 0)
            row.bind(claim.property.word)
            row.bind(claim.role.map(\.word))
            row.bind(claim.amountKind.map(\.word))
            row.bind(claim.subject)
            row.bind(claim.object)
            row.bind(claim.owner)
            row.bind(made.mentionID)
            row.bind(made.value)
            row.bind(first.quote)
            bind(first.span, rows, to: &row)
            row.bind(claim.rule)
            row.bind(claim.confidence)
            row.bind(language(of: claim))
            try row.insert()
        }
        try insertEvidence(rows)
    }

    private func insertEvidence(_ rows: DocumentRows) throws {
        guard rows.claims.contains(where: { $0.evidence.count > 1 }) else { return }
        var row = try RowInserter(
            db,
            """
            INSERT INTO evidence (claim_id, number, start_byte, end_byte, "start", "end", quote)
            VALUES (?,?,?,?,?,?,?)
            """)
        for made in rows.claims {
            for (number, evidence) in made.evidence.enumerated().dropFirst() {
                row.bind(made.id)
                row.bind(number)
                bind(evidence.span, rows, to: &row)
                row.bind(evidence.quote)
                try row.insert()
            }
        }
    }

    /// start_byte, end_byte, start, end.
    private func bind(_ span: SourceSpan, _ rows: DocumentRows, to row: inout RowInserter) {
        row.bind(span.start)
        row.bind(span.end)
        row.bind(rows.codePoint(span.start))
        row.bind(rows.codePoint(span.end))
    }

    /// A claim is in the language of the words it rests on.
    private func language(of claim: Claim) -> String {
        guard let index = claim.mention, extraction.mentions.indices.contains(index) else { return document.language }
        let language = extraction.mentions[index].language
        return language == "und" ? document.language : language
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
