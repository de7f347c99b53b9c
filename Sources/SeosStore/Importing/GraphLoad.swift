import GRDB

/// An import under way: hands out statements that write rows into the tables of the graph.
public final class GraphLoad {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// A statement that adds rows to a table; its parameters are the columns in their order.
    public func insert(into table: String, _ columns: [String]) throws -> BulkStatement {
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return try BulkStatement("INSERT INTO \"\(table)\" (\(names)) VALUES (\(places))", on: db)
    }

    /// Notes what the graph consists of; once, before the import ends.
    public func write(_ catalogue: ImportedCatalogue) throws { try catalogue.write(db) }

    // MARK: Around the rows

    private static let indexed =
        ["node", "edge"] + ModelTable.labels.map(\.table) + ModelTable.types.map(\.table)

    /// Runs `body` without the indexes that would have to be kept in order row by row, and makes them afterwards.
    func withoutIndexes(_ body: () throws -> Void) throws {
        let names = Self.indexed.map { "'\($0)'" }.joined(separator: ", ")
        let indexes = try Row.fetchAll(
            db,
            sql: """
                SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (\(names))
                ORDER BY name
                """
        ).map { (name: $0[0] as String, sql: $0[1] as String) }
        for index in indexes { try db.execute(sql: "DROP INDEX \"\(index.name)\"") }
        try body()
        for index in indexes { try db.execute(sql: index.sql) }
    }
}
