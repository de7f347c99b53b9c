import GRDB
import SeosModel

/// Writes documents inside a transaction of the caller.
///
/// Ids are hashes: the rows of one document land on as many pages as there are rows. So the rows of all documents of a
/// batch are written in the order of their ids, and every page is looked for once.
struct DocumentWriter {
    let db: Database
    let extractorVersion: String
    let time: String

    /// What is found in one document, on its way into the tables.
    private final class Findings {
        let document: Document
        let extraction: Extraction
        let rows: DocumentRows
        let version: Int

        init(_ item: ReadDocument, version: Int) {
            document = item.document
            extraction = item.extraction
            rows = DocumentRows(document: item.document, extraction: item.extraction)
            self.version = version
        }
    }

    /// - Parameter batch: documents that differ in their uris.
    /// - Returns: what became of each, in order.
    func save(_ batch: [ReadDocument]) throws -> [SaveOutcome] {
        var findings: [Findings] = []
        let decisions = try DecisionCarrier(db)
        let outcomes = try batch.map { item in
            let before = db.totalChangesCount
            let (change, version) = try writeDocument(item.document, decisions)
            var written = db.totalChangesCount - before
            if change != .unchanged {
                let found = Findings(item, version: version)
                let rows = found.rows
                written += try writeProblems(found)
                written += rows.mentions.count + rows.entities.count
                written += rows.claims.reduce(0) { $0 + max(1, $1.evidence.count) }
                findings.append(found)
            }
            return SaveOutcome(change: change, rowsWritten: written)
        }
        findings.sort { $0.rows.documentID < $1.rows.documentID }
        try insertMentions(findings)
        try insertEntities(findings)
        try decisions.put()
        try insertClaims(findings)
        return outcomes
    }

    /// Writes the row of a document, and takes out what was found in an earlier version.
    private func writeDocument(
        _ document: Document, _ decisions: DecisionCarrier
    ) throws -> (change: SaveOutcome.Change, version: Int) {
        let id = StableID.make("document", document.uri)
        let known = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT hash, extractor, version FROM document WHERE id = ?"), arguments: [id])
        // An earlier failure to read this input is over.
        try ProblemWriter(db: db).removeFailures(uri: document.uri)
        guard let known else {
            try write(document, id, version: 1, isNew: true)
            return (.added, 1)
        }
        let hash: String = known[0]
        let extractor: String = known[1]
        let version: Int = known[2]
        if hash == document.hash, extractor == extractorVersion { return (.unchanged, version) }
        if hash == document.hash {
            try run("DELETE FROM claim WHERE document_id = ? AND retired = 0", [id])
            try removeFindings(of: id, document.uri, decisions)
            try write(document, id, version: version, isNew: false)
            return (.updated, version)
        }
        try run(
            """
            INSERT INTO document_version (document_id, version, hash, text, ingested)
            SELECT id, version, hash, text, ingested FROM document WHERE id = ?
            """, [id])
        try run("UPDATE claim SET retired = 1 WHERE document_id = ? AND retired = 0", [id])
        try removeFindings(of: id, document.uri, decisions)
        try write(document, id, version: version + 1, isNew: false)
        return (.updated, version + 1)
    }

    private func removeFindings(of id: Int64, _ uri: String, _ decisions: DecisionCarrier) throws {
        try decisions.take(id)
        try StateTable(db: db).leaves(document: id)
        try run("DELETE FROM mention WHERE document_id = ?", [id])
        try run("DELETE FROM local_entity WHERE document_id = ?", [id])
        try run("DELETE FROM problem WHERE uri = ?", [uri])
    }

    /// - Returns: the number of rows changed.
    private func writeProblems(_ found: Findings) throws -> Int {
        let before = db.totalChangesCount
        let rows = found.rows
        if found.version > 1 {
            // A page that went back to an earlier content says again what was retired: the ids are the same.
            for made in rows.claims { try run("DELETE FROM claim WHERE id = ? AND retired = 1", [made.id]) }
        }
        let problems = ProblemWriter(db: db)
        for problem in rows.problems {
            let points = problem.span.map { rows.codePoint($0.start)..<rows.codePoint($0.end) }
            try problems.insert(
                problem, uri: found.document.uri, documentID: rows.documentID, codePoints: points, time: time)
        }
        try StateTable(db: db).changed(document: rows.documentID)
        return db.totalChangesCount - before
    }

    // MARK: Tables

    private func write(_ document: Document, _ id: Int64, version: Int, isNew: Bool) throws {
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

    /// Numbers of rows of a batch in the order of their ids.
    private static func order(
        _ findings: [Findings], _ ids: (DocumentRows) -> [Int64]
    ) -> [(id: Int64, document: Int32, row: Int32)] {
        var order: [(id: Int64, document: Int32, row: Int32)] = []
        for (n, found) in findings.enumerated() {
            for (k, id) in ids(found.rows).enumerated() {
                order.append((id, Int32(truncatingIfNeeded: n), Int32(truncatingIfNeeded: k)))
            }
        }
        return order.sorted { $0.id < $1.id }
    }

    private func insertMentions(_ findings: [Findings]) throws {
        var row = try RowInserter(
            db,
            """
            INSERT INTO mention (id, document_id, kind, start_byte, end_byte, "start", "end", quote, name, language,
              local, code, country, value, rule, confidence) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        for place in Self.order(findings, { $0.mentions.map(\.id) }) {
            let found = findings[Int(place.document)]
            let made = found.rows.mentions[Int(place.row)]
            let mention = found.extraction.mentions[made.source]
            row.bind(made.id)
            row.bind(found.rows.documentID)
            row.bind(mention.kind.name)
            bind(mention.span, found.rows, to: &row)
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

    private func insertEntities(_ findings: [Findings]) throws {
        var row = try RowInserter(
            db,
            """
            INSERT INTO local_entity (document_id, local, kind, name, full_name, acronym, aliases, country, code,
              organization_kind, email, phone, domain, first_mention, first_start_byte, first_end_byte)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        for found in findings {
            for made in found.rows.entities {
                let entity = found.extraction.entities[made.local]
                row.bind(found.rows.documentID)
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
                row.bind(entity.domain)
                row.bind(made.firstMention)
                row.bind(made.firstSpan.start)
                row.bind(made.firstSpan.end)
                try row.insert()
            }
        }
    }

    private func insertClaims(_ findings: [Findings]) throws {
        var row = try RowInserter(
            db,
            """
            INSERT INTO claim (id, document_id, version, superseded, property, role, amount_kind, subject, object,
              owner, mention_id, value, quote, start_byte, end_byte, "start", "end", rule, confidence, language)
            VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            """)
        let order = Self.order(findings) { $0.claims.map(\.id) }
        for place in order {
            let found = findings[Int(place.document)]
            let made = found.rows.claims[Int(place.row)]
            let claim = found.extraction.claims[made.source]
            let first = made.evidence[0]
            row.bind(made.id)
            row.bind(found.rows.documentID)
            row.bind(found.version)
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
            bind(first.span, found.rows, to: &row)
            row.bind(claim.rule)
            row.bind(claim.confidence)
            row.bind(language(of: claim, found))
            try row.insert()
        }
        row = try RowInserter(
            db,
            """
            INSERT INTO evidence (claim_id, number, start_byte, end_byte, "start", "end", quote)
            VALUES (?,?,?,?,?,?,?)
            """)
        for place in order {
            let rows = findings[Int(place.document)].rows
            let made = rows.claims[Int(place.row)]
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
    private func language(of claim: Claim, _ found: Findings) -> String {
        let (document, mentions) = (found.document, found.extraction.mentions)
        guard let index = claim.mention, mentions.indices.contains(index) else { return document.language }
        let language = mentions[index].language
        return language == "und" ? document.language : language
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
