import GRDB
import GRDBSQLite

/// Reads the rows of one statement straight from SQLite: resolution reads hundreds of thousands, and taking every value
/// through GRDB's general ones would take longer than reading them.
struct ColumnReader {
    private let pointer: OpaquePointer

    func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }
    func int(_ column: Int32) -> Int { Int(int64(column)) }
    func double(_ column: Int32) -> Double { sqlite3_column_double(pointer, column) }
    func bool(_ column: Int32) -> Bool { int64(column) != 0 }

    func optionalInt64(_ column: Int32) -> Int64? {
        sqlite3_column_type(pointer, column) == SQLITE_NULL ? nil : int64(column)
    }

    func optionalInt(_ column: Int32) -> Int? { optionalInt64(column).map { Int($0) } }

    func string(_ column: Int32) -> String { optionalString(column) ?? "" }

    func optionalString(_ column: Int32) -> String? {
        guard let text = sqlite3_column_text(pointer, column) else { return nil }
        let count = Int(sqlite3_column_bytes(pointer, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// - Parameters:
    ///   - arguments: of the statement, in order.
    ///   - body: called for each row; it must not use the same statement.
    static func forEach(
        _ db: Database, _ sql: String, _ arguments: [Int64] = [], _ body: (ColumnReader) throws -> Void
    ) throws {
        let statement = try db.cachedStatement(sql: sql)
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        let pointer = statement.sqliteStatement
        sqlite3_reset(pointer)
        defer { sqlite3_reset(pointer) }
        for (n, argument) in arguments.enumerated() { sqlite3_bind_int64(pointer, Int32(n + 1), argument) }
        let row = ColumnReader(pointer: pointer)
        while true {
            let code = sqlite3_step(pointer)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
            }
            try body(row)
        }
    }
}
