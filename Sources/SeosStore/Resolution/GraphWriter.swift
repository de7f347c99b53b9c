import GRDB
import SeosModel

/// Writes a resolved graph inside a transaction of the caller.
struct GraphWriter {
    let db: Database
    let graph: ResolvedGraph
    let fold: (String) -> String

    private static let tables = [
        "project", "organization", "region", "programme", "amount", "date", "contact", "partner_in", "funded_by",
        "has_amount", "share_of", "has_date", "located_in", "part_of", "contact_of", "name_search",
    ]

    func replace() throws {
        for table in Self.tables { try db.execute(sql: "DELETE FROM \(table)") }
        try writeNodes()
        try writeEdges()
        try writeNames()
        try writeAssignments()
    }

    // MARK: Nodes

    private func writeNodes() throws {
        try insert(
            "project", "id, name, full_name, acronym, start_date, end_date, year, url, names, languages",
            graph.projects.sorted { $0.id < $1.id }
        ) {
            [
                $0.id, $0.name, $0.fullName, $0.acronym, $0.startDate, $0.endDate, $0.year, $0.url,
                JSONText.names($0.names), JSONText.list($0.languages),
            ]
        }
        try insert("organization", "id, name, kind, country, names", graph.organizations.sorted { $0.id < $1.id }) {
            [$0.id, $0.name, $0.kind?.word, $0.country, JSONText.names($0.names)]
        }
        try insert("region", "id, name, code, level, country, names", graph.regions.sorted { $0.id < $1.id }) {
            [$0.id, $0.name, $0.code, $0.level, $0.country, JSONText.names($0.names)]
        }
        try insert("programme", "id, name, period_start, period_end, names", graph.programmes.sorted { $0.id < $1.id })
        {
            [$0.id, $0.name, $0.periodStart, $0.periodEnd, JSONText.names($0.names)]
        }
        try insert(
            "amount", "id, value, minor, scale, currency, kind, as_written", graph.amounts.sorted { $0.id < $1.id }
        ) {
            let amount = $0.money.amount
            let value: any DatabaseValueConvertible = amount.isInteger ? amount.coefficient : amount.double
            return [
                $0.id, value, amount.coefficient, amount.scale, $0.money.currency, $0.kind.word, $0.asWritten,
            ]
        }
        try insert("date", #"id, "start", "end", precision, kind, as_written"#, graph.dates.sorted { $0.id < $1.id }) {
            [$0.id, $0.start, $0.end, $0.precision?.rawValue, $0.kind.rawValue, $0.asWritten]
        }
        try insert("contact", "id, name, email, phone", graph.contacts.sorted { $0.id < $1.id }) {
            [$0.id, $0.name, $0.email, $0.phone]
        }
    }

    // MARK: Edges

    private func writeEdges() throws {
        for (table, edges) in [("partner_in", graph.partnerIn), ("funded_by", graph.fundedBy)] {
            try insert(
                table, "source, target, id, role, claims, sources, confidence",
                edges.sorted { ($0.source, $0.target, $0.id) < ($1.source, $1.target, $1.id) }
            ) {
                [$0.source, $0.target, $0.id, $0.role.rawValue, $0.claims, $0.sources, $0.confidence]
            }
        }
        for (table, edges) in [
            ("has_amount", graph.hasAmount), ("share_of", graph.shareOf), ("has_date", graph.hasDate),
            ("located_in", graph.locatedIn),
        ] {
            try insert(
                table, "source, target, id, claims, sources",
                edges.sorted { ($0.source, $0.target, $0.id) < ($1.source, $1.target, $1.id) }
            ) {
                [$0.source, $0.target, $0.id, $0.claims, $0.sources]
            }
        }
        for (table, edges) in [("part_of", graph.partOf), ("contact_of", graph.contactOf)] {
            try insert(
                table, "source, target, id",
                edges.sorted { ($0.source, $0.target, $0.id) < ($1.source, $1.target, $1.id) }
            ) {
                [$0.source, $0.target, $0.id]
            }
        }
    }

    // MARK: Names

    private func writeNames() throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO name_search (folded, entity_id, kind, name) VALUES (?,?,?,?)")
        func add(_ id: Int64, _ kind: EntityKind, _ names: [String?]) throws {
            var seen: Set<String> = []
            for name in names.compactMap({ $0 }) {
                let folded = fold(name)
                guard !folded.isEmpty, seen.insert(folded).inserted else { continue }
                try statement.execute(arguments: [folded, id, kind.word, name])
            }
        }
        for p in graph.projects.sorted(by: { $0.id < $1.id }) {
            try add(p.id, .project, [p.name, p.fullName, p.acronym] + p.names.map(\.name))
        }
        for o in graph.organizations.sorted(by: { $0.id < $1.id }) {
            try add(o.id, .organization, [o.name] + o.names.map(\.name))
        }
        for r in graph.regions.sorted(by: { $0.id < $1.id }) {
            try add(r.id, .region, [r.name] + r.names.map(\.name))
        }
        for p in graph.programmes.sorted(by: { $0.id < $1.id }) {
            try add(p.id, .programme, [p.name] + p.names.map(\.name))
        }
        for c in graph.contacts.sorted(by: { $0.id < $1.id }) { try add(c.id, .contact, [c.name, c.email]) }
    }

    // MARK: Which entity what belongs to

    /// Rows that are right already are not written again.
    private func writeAssignments() throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS assignment (
                  document_id INTEGER, local INTEGER, entity_id INTEGER, PRIMARY KEY (document_id, local)
                ) WITHOUT ROWID;
                CREATE TEMP TABLE IF NOT EXISTS value_object (claim_id INTEGER PRIMARY KEY, entity_id INTEGER);
                DELETE FROM temp.assignment;
                DELETE FROM temp.value_object;
                """)
        let assignments = graph.assignments.sorted { ($0.documentID, $0.local) < ($1.documentID, $1.local) }
        try insert("temp.assignment", "document_id, local, entity_id", assignments) {
            [$0.documentID, $0.local, $0.entityID]
        }
        try insert("temp.value_object", "claim_id, entity_id", graph.valueObjects.sorted { $0.claimID < $1.claimID }) {
            [$0.claimID, $0.entityID]
        }
        func entity(of row: String, _ column: String) -> String {
            "(SELECT a.entity_id FROM temp.assignment a WHERE a.document_id = \(row).document_id AND a.local = \(row).\(column))"
        }
        let (local, mention) = (entity(of: "local_entity", "local"), entity(of: "mention", "local"))
        let (subject, owner) = (entity(of: "claim", "subject"), entity(of: "claim", "owner"))
        let object = """
            coalesce(\(entity(of: "claim", "object")), \
            (SELECT v.entity_id FROM temp.value_object v WHERE v.claim_id = claim.id))
            """
        try db.execute(
            sql: """
                UPDATE local_entity SET entity_id = \(local) WHERE entity_id IS NOT \(local);
                UPDATE mention SET entity_id = \(mention) WHERE local IS NOT NULL AND entity_id IS NOT \(mention);
                UPDATE claim SET subject_id = \(subject), object_id = \(object), owner_id = \(owner)
                WHERE retired = 0
                  AND (subject_id IS NOT \(subject) OR object_id IS NOT \(object) OR owner_id IS NOT \(owner));
                DELETE FROM temp.assignment;
                DELETE FROM temp.value_object;
                """)
        // What was said of an entity that no longer exists belongs to nothing.
        for column in ["subject_id", "object_id", "owner_id"] {
            try db.execute(
                sql: """
                    UPDATE claim SET \(column) = NULL WHERE retired = 1 AND \(column) IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM local_entity l WHERE l.entity_id = claim.\(column))
                    AND NOT EXISTS (SELECT 1 FROM amount a WHERE a.id = claim.\(column))
                    AND NOT EXISTS (SELECT 1 FROM date d WHERE d.id = claim.\(column))
                    """)
        }
    }

    private func insert<T>(
        _ table: String, _ columns: String, _ items: [T], _ values: (T) -> [(any DatabaseValueConvertible)?]
    ) throws {
        guard !items.isEmpty else { return }
        let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ",")
        let statement = try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
        for item in items { try statement.execute(arguments: StatementArguments(values(item))) }
    }
}
