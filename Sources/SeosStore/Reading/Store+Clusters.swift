import GRDB
import SeosModel

extension Store {
    /// Every entity with its mentions, one at a time, sorted by kind (project, organization, region, programme,
    /// contact) and id. Entities that only values speak of (amounts, dates) are not among them.
    public func clusters(_ body: (Cluster) throws -> Void) throws {
        try read { db in
            let mentions = try db.makeStatement(
                sql: """
                    SELECT d.uri, m.quote, m."start", m."end" FROM mention m JOIN document d ON d.id = m.document_id
                    WHERE m.entity_id = ? ORDER BY d.uri, m."start", m."end", m.id
                    """)
            for kind in EntityKind.allCases {
                // A contact may have no name.
                let name = kind == .contact ? "coalesce(name, email, phone, '')" : "coalesce(name, '')"
                let rows = try Row.fetchCursor(db, sql: "SELECT id, \(name) FROM \(kind.word) ORDER BY id")
                while let row = try rows.next() {
                    let id: Int64 = row[0]
                    let found = try Row.fetchAll(mentions, arguments: [id]).map {
                        Cluster.Mention(uri: $0[0], quote: $0[1], start: $0[2], end: $0[3])
                    }
                    try body(Cluster(entityID: id, kind: kind, name: row[1], mentions: found))
                }
            }
        }
    }
}
