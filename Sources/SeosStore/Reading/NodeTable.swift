import GRDB
import SeosModel

/// One label of the graph: where its nodes are kept, and their properties in the order of the model.
struct NodeTable: Sendable {
    let label: String
    private let sql: String
    /// Whether the SQL has a condition already.
    private let isFiltered: Bool
    private let properties: @Sendable (Row) throws -> [GraphSnapshot.Property]

    /// Those of a database, with what was imported; sorted by label.
    static func all(_ db: Database) throws -> [NodeTable] {
        var tables = all
        for label in try ImportedCatalogue(db).labels {
            let own = tables.firstIndex { $0.label == label.name }
            if let own, label.table != "node" {
                tables[own] = tables[own].with(ExtraProperties(label.properties))
            } else {
                if let own { tables.remove(at: own) }
                tables.append(imported(label))
            }
        }
        return tables.sorted { $0.label < $1.label }
    }

    private static func imported(_ label: ImportedCatalogue.Label) -> NodeTable {
        let extra = ExtraProperties(label.properties)
        return NodeTable(
            label: label.name, sql: "SELECT id, extra FROM node WHERE label = \(label.code)", isFiltered: true
        ) { extra.read($0[1]) }
    }

    /// What the model has no column for comes last; a property of its name takes the place of a column.
    private func with(_ extra: ExtraProperties) -> NodeTable {
        var sql = sql
        if let table = sql.ranges(of: " FROM ").last { sql.replaceSubrange(table, with: ", extra FROM ") }
        return NodeTable(label: label, sql: sql) { row in
            try properties(row).filter { !extra.names.contains($0.name) } + extra.read(row["extra"])
        }
    }

    /// Sorted by label.
    private static let all = [amount, claim, contact, date, document, organization, programme, project, region]
    /// What resolution makes; without documents and claims.
    static let entities = [project, organization, region, programme, contact, amount, date]

    /// Nodes of this label, sorted by id.
    func nodes(_ db: Database, _ body: (GraphSnapshot.Node) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "\(sql) ORDER BY id")
        while let row = try rows.next() { try body(try node(row)) }
    }

    func node(_ db: Database, id: Int64) throws -> GraphSnapshot.Node? {
        let joint = isFiltered ? "AND" : "WHERE"
        return try Row.fetchOne(
            try db.cachedStatement(sql: "\(sql) \(joint) id = ?"), arguments: [id]
        ).map { try node($0) }
    }

    private func node(_ row: Row) throws -> GraphSnapshot.Node {
        GraphSnapshot.Node(id: row[0], label: label, properties: try properties(row))
    }

    // MARK: The labels

    static let project = NodeTable(
        label: "Project",
        sql: "SELECT id, name, full_name, acronym, start_date, end_date, year, url, names, languages FROM project"
    ) { row in
        Property.list([
            Property.text("name", row[1]), Property.text("full_name", row[2]), Property.text("acronym", row[3]),
            Property.text("start_date", row[4]), Property.text("end_date", row[5]), Property.integer("year", row[6]),
            Property.text("url", row[7]), Property.names(row[8]), Property.strings("languages", row[9]),
        ])
    }

    static let organization = NodeTable(
        label: "Organization",
        sql: """
            SELECT id, name, kind, country, names, (
              SELECT g.register || ':' || g.key FROM local_entity e JOIN register_link l ON l.mention = e.first_mention
              JOIN register_organization g ON g.id = l.organization_id WHERE e.entity_id = o.id
              GROUP BY g.id ORDER BY count(*) DESC, max(l.score) DESC, g.register, g.key LIMIT 1) FROM organization o
            """
    ) { row in
        Property.list([
            Property.text("name", row[1]), Property.text("kind", row[2]), Property.text("country", row[3]),
            Property.names(row[4]), Property.text("register_id", row[5]),
        ])
    }

    static let region = NodeTable(
        label: "Region", sql: "SELECT id, name, code, level, country, names FROM region"
    ) { row in
        Property.list([
            Property.text("name", row[1]), Property.text("code", row[2]), Property.integer("level", row[3]),
            Property.text("country", row[4]), Property.names(row[5]),
        ])
    }

    static let programme = NodeTable(
        label: "Programme", sql: "SELECT id, name, period_start, period_end, names FROM programme"
    ) { row in
        Property.list([
            Property.text("name", row[1]), Property.text("period_start", row[2]), Property.text("period_end", row[3]),
            Property.names(row[4]),
        ])
    }

    static let amount = NodeTable(
        label: "Amount", sql: "SELECT id, minor, scale, currency, kind, as_written FROM amount"
    ) { row in
        Property.list([
            Property.decimal("value", coefficient: row[1], scale: row[2] ?? 0), Property.text("currency", row[3]),
            Property.text("kind", row[4]), Property.text("as_written", row[5]),
        ])
    }

    static let date = NodeTable(
        label: "Date", sql: #"SELECT id, "start", "end", precision, kind, as_written FROM date"#
    ) { row in
        Property.list([
            Property.text("start", row[1]), Property.text("end", row[2]), Property.text("precision", row[3]),
            Property.text("kind", row[4]), Property.text("as_written", row[5]),
        ])
    }

    static let contact = NodeTable(label: "Contact", sql: "SELECT id, name, email, phone FROM contact") { row in
        Property.list([
            Property.text("name", row[1]), Property.text("email", row[2]), Property.text("phone", row[3]),
        ])
    }

    /// Without the time of ingestion, which differs between equal graphs.
    static let document = NodeTable(
        label: "Document", sql: "SELECT id, uri, title, language, media_type, published FROM document"
    ) { row in
        Property.list([
            Property.text("uri", row[1]), Property.text("title", row[2]), Property.text("language", row[3]),
            Property.text("media_type", row[4]), Property.text("published", row[5]),
        ])
    }

    static let claim = NodeTable(
        label: "Claim",
        sql: """
            SELECT id, property, value, quote, "start", "end", rule, confidence, language FROM claim WHERE retired = 0
            """, isFiltered: true
    ) { row in
        Property.list([
            Property.text("property", row[1]), Property.text("value", row[2]), Property.text("quote", row[3]),
            Property.integer("start", row[4]), Property.integer("end", row[5]), Property.text("rule", row[6]),
            Property.double("confidence", row[7]), Property.text("language", row[8]),
        ])
    }

    private init(
        label: String, sql: String, isFiltered: Bool = false,
        _ properties: @escaping @Sendable (Row) throws -> [GraphSnapshot.Property]
    ) {
        self.label = label
        self.isFiltered = isFiltered
        self.sql = sql
        self.properties = properties
    }
}
