import GRDB
import SeosModel

/// Writes a resolved graph, or parts of one, inside a transaction of the caller.
struct GraphWriter {
    let db: Database

    private static let tables = [
        "project", "organization", "region", "programme", "amount", "date", "contact", "partner_in", "funded_by",
        "has_amount", "share_of", "has_date", "located_in", "part_of", "contact_of", "name_search",
    ]

    /// Takes everything out that resolution made.
    func clear() throws {
        for table in Self.tables { try db.execute(sql: "DELETE FROM \(table)") }
    }

    /// Adds the nodes and relationships of a part of the graph. An amount or date that two projects share is written
    /// with the first.
    func write(_ graph: ResolvedGraph) throws {
        try writeNodes(graph)
        try writeEdges(graph)
    }

    /// Takes out a node; the names to search it by stay.
    func removeNode(_ id: Int64, _ kind: EntityKind) throws { try run("DELETE FROM \(kind.word) WHERE id = ?", [id]) }

    /// Takes out the relationships that claims about an entity make, with the amounts and dates that nothing else has.
    ///
    /// - Returns: amounts and dates that the entity had.
    func removeRelations(of subject: Int64) throws -> [Int64] {
        var all: [Int64] = []
        for table in ["partner_in", "contact_of"] { try run("DELETE FROM \(table) WHERE target = ?", [subject]) }
        for table in ["funded_by", "located_in"] { try run("DELETE FROM \(table) WHERE source = ?", [subject]) }
        for (table, edge) in [("amount", "has_amount"), ("date", "has_date")] {
            let values = try Int64.fetchAll(
                try db.cachedStatement(sql: "SELECT target FROM \(edge) WHERE source = ?"), arguments: [subject])
            all += values
            try run("DELETE FROM \(edge) WHERE source = ?", [subject])
            for value in values {
                if table == "amount" { try run("DELETE FROM share_of WHERE source = ?", [value]) }
                try run(
                    "DELETE FROM \(table) WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM \(edge) e WHERE e.target = ?1)",
                    [value])
            }
        }
        return all
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    // MARK: Nodes

    private func writeNodes(_ graph: ResolvedGraph) throws {
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
            "amount", "id, value, minor, scale, currency, kind, as_written", graph.amounts.sorted { $0.id < $1.id },
            mayStand: true
        ) {
            let amount = $0.money.amount
            let value: any DatabaseValueConvertible = amount.isInteger ? amount.coefficient : amount.double
            return [
                $0.id, value, amount.coefficient, amount.scale, $0.money.currency, $0.kind.word, $0.asWritten,
            ]
        }
        try insert(
            "date", #"id, "start", "end", precision, kind, as_written"#, graph.dates.sorted { $0.id < $1.id },
            mayStand: true
        ) {
            [$0.id, $0.start, $0.end, $0.precision?.rawValue, $0.kind.rawValue, $0.asWritten]
        }
        try insert("contact", "id, name, email, phone", graph.contacts.sorted { $0.id < $1.id }) {
            [$0.id, $0.name, $0.email, $0.phone]
        }
    }

    // MARK: Edges

    private func writeEdges(_ graph: ResolvedGraph) throws {
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
                edges.sorted { ($0.source, $0.target, $0.id) < ($1.source, $1.target, $1.id) },
                mayStand: table == "share_of"
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

    // MARK: Which entity what belongs to

    /// Says which entity every mention and claim belongs to. Rows that are right already are not written again.
    func assign(_ assignments: [ResolvedGraph.Assignment]) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS assignment (
                  document_id INTEGER, local INTEGER, entity_id INTEGER, PRIMARY KEY (document_id, local)
                ) WITHOUT ROWID;
                DELETE FROM temp.assignment;
                """)
        var row = try RowInserter(db, "INSERT INTO temp.assignment (document_id, local, entity_id) VALUES (?,?,?)")
        for a in assignments.sorted(by: { ($0.documentID, $0.local) < ($1.documentID, $1.local) }) {
            row.bind(a.documentID)
            row.bind(a.local)
            row.bind(a.entityID)
            try row.insert()
        }
        func entity(of row: String, _ column: String) -> String {
            "(SELECT a.entity_id FROM temp.assignment a WHERE a.document_id = \(row).document_id AND a.local = \(row).\(column))"
        }
        let (local, mention) = (entity(of: "local_entity", "local"), entity(of: "mention", "local"))
        let (subject, owner) = (entity(of: "claim", "subject"), entity(of: "claim", "owner"))
        // Where most rows change, making an index anew takes a fraction of the time.
        let indexes = try isMostlyNew() ? SchemaText.entityIndexes : []
        for index in indexes { try db.execute(sql: "DROP INDEX \(index.name)") }
        let object = "CASE WHEN object IS NULL THEN object_id ELSE \(entity(of: "claim", "object")) END"
        try db.execute(
            sql: """
                UPDATE local_entity SET entity_id = \(local) WHERE entity_id IS NOT \(local);
                UPDATE mention SET entity_id = \(mention) WHERE local IS NOT NULL AND entity_id IS NOT \(mention);
                UPDATE claim SET subject_id = \(subject), object_id = \(object), owner_id = \(owner)
                WHERE retired = 0
                  AND (subject_id IS NOT \(subject) OR object_id IS NOT \(object) OR owner_id IS NOT \(owner));
                DELETE FROM temp.assignment;
                """)
        for index in indexes { try db.execute(sql: index.sql) }
    }

    /// Whether most of what documents tell of belongs to no entity yet.
    private func isMostlyNew() throws -> Bool {
        let known = try Int.fetchOne(db, sql: "SELECT count(*) FROM local_entity WHERE entity_id IS NOT NULL") ?? 0
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM local_entity") ?? 0
        return known < all / 2
    }

    /// Says which amount or date claims with a value stand for.
    func point(_ objects: [ResolvedGraph.ValueObject]) throws {
        var row = try RowInserter(db, "UPDATE claim SET object_id = ?1 WHERE id = ?2 AND object_id IS NOT ?1")
        for object in objects {
            row.bind(object.entityID)
            row.bind(object.claimID)
            try row.insert()
        }
    }

    /// What was said of an entity that no longer exists belongs to nothing.
    func forgetLostEntities() throws {
        try db.execute(
            sql: """
                UPDATE claim SET object_id = NULL WHERE retired = 0 AND object IS NULL AND object_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM amount a WHERE a.id = claim.object_id)
                AND NOT EXISTS (SELECT 1 FROM date d WHERE d.id = claim.object_id)
                """)
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

    /// The same for some entities that are gone.
    func forget(_ entities: Set<Int64>) throws {
        for id in entities {
            for column in ["subject_id", "object_id", "owner_id"] {
                try run("UPDATE claim SET \(column) = NULL WHERE \(column) = ? AND retired = 1", [id])
            }
        }
    }

    /// What was said of amounts and dates that are gone belongs to nothing.
    func forget(values: Set<Int64>) throws {
        for id in values {
            try run(
                """
                UPDATE claim SET object_id = NULL WHERE object_id = ?1 AND retired = 1
                AND NOT EXISTS (SELECT 1 FROM amount WHERE id = ?1) AND NOT EXISTS (SELECT 1 FROM date WHERE id = ?1)
                """, [id])
        }
    }

    /// - Parameter mayStand: whether a row that stands already is left as it is.
    private func insert<T>(
        _ table: String, _ columns: String, _ items: [T], mayStand: Bool = false,
        _ values: (T) -> [(any DatabaseValueConvertible)?]
    ) throws {
        guard !items.isEmpty else { return }
        let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ",")
        let statement = try db.cachedStatement(
            sql: "INSERT \(mayStand ? "OR IGNORE " : "")INTO \(table) (\(columns)) VALUES (\(places))")
        for item in items { try statement.execute(arguments: StatementArguments(values(item))) }
    }
}
