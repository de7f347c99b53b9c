import GRDB
import SeosModel

extension Store {
    /// What sources disagree on, sorted by project name and id, then by property.
    ///
    /// Claims that a page corrects itself, and claims of earlier contents, do not count.
    public func conflicts() throws -> [Conflict] {
        try read { db in
            var conflicts: [Conflict] = []
            var project: (id: Int64, name: String)?
            var finder = ConflictFinder()
            func finish() throws {
                guard let project else { return }
                for (topic, answers) in finder.disagreements {
                    conflicts.append(try conflict(db, project.id, project.name, topic, answers))
                }
            }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(ClaimRow.columns), p.name FROM project p JOIN claim c ON c.subject_id = p.id
                    JOIN document d ON d.id = c.document_id
                    WHERE c.retired = 0 AND c.superseded = 0
                      AND c.property IN ('amount', 'period', 'start', 'end', 'duration', 'partner')
                    ORDER BY p.name, p.id, d.uri, c.start_byte, c.end_byte, c.id
                    """)
            while let row = try rows.next() {
                let claim = try ClaimRow(row)
                guard let subject = claim.subjectID else { continue }
                if project?.id != subject {
                    try finish()
                    project = (subject, row[row.count - 1])
                    finder = ConflictFinder()
                }
                finder.add(claim)
            }
            try finish()
            return conflicts
        }
    }

    private func conflict(
        _ db: Database, _ id: Int64, _ name: String, _ topic: ConflictFinder.Topic, _ answers: [ConflictFinder.Answer]
    ) throws -> Conflict {
        let values = try answers.map { answer in
            let lead = try organization(db, answer.entityID)
            return Conflict.Value(text: lead ?? answer.text, claims: answer.claims)
        }
        return Conflict(
            projectID: id, projectName: name, property: topic.property, amountKind: topic.amountKind,
            ownerID: topic.ownerID, ownerName: try organization(db, topic.ownerID), values: values)
    }

    private func organization(_ db: Database, _ id: Int64?) throws -> String? {
        guard let id else { return nil }
        return try String.fetchOne(
            try db.cachedStatement(sql: "SELECT name FROM organization WHERE id = ?"), arguments: [id])
    }
}
