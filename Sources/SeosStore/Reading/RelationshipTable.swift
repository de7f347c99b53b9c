import GRDB
import SeosModel

/// One type of relationship: where it is kept, and its properties in the order of the model.
struct RelationshipTable: Sendable {
    let type: String
    private let sql: String
    private let properties: @Sendable (Row) throws -> [GraphSnapshot.Property]

    /// Those of a database, with what was imported; sorted by type.
    static func all(_ db: Database) throws -> [RelationshipTable] {
        var tables = all
        for type in try ImportedCatalogue(db).types {
            let own = tables.firstIndex { $0.type == type.name }
            if let own, type.table != "edge" {
                tables[own] = tables[own].with(ExtraProperties(type.properties))
            } else {
                if let own { tables.remove(at: own) }
                tables.append(imported(type))
            }
        }
        return tables.sorted { $0.type < $1.type }
    }

    private static func imported(_ type: ImportedCatalogue.RelationshipType) -> RelationshipTable {
        let extra = ExtraProperties(type.properties)
        return RelationshipTable(
            type: type.name, sql: "SELECT id, source, target, extra FROM edge WHERE type = \(type.code)"
        ) { extra.read($0[3]) }
    }

    private func with(_ extra: ExtraProperties) -> RelationshipTable {
        RelationshipTable(type: type, sql: sql.replacing(" FROM ", with: ", extra FROM ")) { row in
            try properties(row).filter { !extra.names.contains($0.name) } + extra.read(row["extra"])
        }
    }

    /// Sorted by type.
    private static let all = [
        about, plain("CONTACT_OF", "contact_of"), role("FUNDED_BY", "funded_by"), counted("HAS_AMOUNT", "has_amount"),
        counted("HAS_DATE", "has_date"), counted("LOCATED_IN", "located_in"), mentionedIn,
        role("PARTNER_IN", "partner_in"), plain("PART_OF", "part_of"), counted("SHARE_OF", "share_of"), statedIn,
    ]

    /// Sorted by source, target and id.
    func relationships(_ db: Database, _ body: (GraphSnapshot.Relationship) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "\(sql) ORDER BY source, target, id")
        while let row = try rows.next() {
            try body(
                GraphSnapshot.Relationship(
                    id: row[0], type: type, source: row[1], target: row[2], properties: try properties(row)))
        }
    }

    // MARK: The types

    private static let about = plain("ABOUT", "about")
    private static let statedIn = plain("STATED_IN", "stated_in")

    private static let mentionedIn = RelationshipTable(
        type: "MENTIONED_IN",
        sql: #"SELECT id, source, target, quote, "start", "end", language FROM mentioned_in"#
    ) { row in
        Property.list([
            Property.text("quote", row[3]), Property.integer("start", row[4]), Property.integer("end", row[5]),
            Property.text("language", row[6]),
        ])
    }

    private static func role(_ type: String, _ table: String) -> RelationshipTable {
        RelationshipTable(
            type: type, sql: "SELECT id, source, target, role, claims, sources, confidence FROM \(table)"
        ) { row in
            Property.list([
                Property.text("role", Claim.Role(rawValue: row[3])?.word), Property.integer("claims", row[4]),
                Property.integer("sources", row[5]), Property.double("confidence", row[6]),
            ])
        }
    }

    private static func counted(_ type: String, _ table: String) -> RelationshipTable {
        RelationshipTable(type: type, sql: "SELECT id, source, target, claims, sources FROM \(table)") { row in
            Property.list([Property.integer("claims", row[3]), Property.integer("sources", row[4])])
        }
    }

    private static func plain(_ type: String, _ table: String) -> RelationshipTable {
        RelationshipTable(type: type, sql: "SELECT id, source, target FROM \(table)") { _ in [] }
    }

    private init(
        type: String, sql: String, _ properties: @escaping @Sendable (Row) throws -> [GraphSnapshot.Property]
    ) {
        self.type = type
        self.sql = sql
        self.properties = properties
    }
}
