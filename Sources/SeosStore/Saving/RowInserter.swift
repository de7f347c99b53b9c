import GRDB
import GRDBSQLite

/// Runs one statement many times with values bound straight to SQLite.
///
/// Ingestion writes some seventy rows of twenty columns for every document; boxing each value for GRDB's general
/// arguments would take longer than SQLite takes to write them. Values are bound in the order of the columns.
struct RowInserter {
    private let connection: OpaquePointer
    /// Keeps the prepared statement alive.
    private let statement: Statement
    private var index: Int32 = 0

    init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        self.connection = connection
        statement = try db.cachedStatement(sql: sql)
        sqlite3_reset(statement.sqliteStatement)
    }

    mutating func bind(_ value: Int64?) {
        index += 1
        if let value {
            sqlite3_bind_int64(statement.sqliteStatement, index, value)
        } else {
            sqlite3_bind_null(statement.sqliteStatement, index)
        }
    }

    mutating func bind(_ value: Int?) { bind(value.map { Int64($0) }) }

    mutating func bind(_ value: Double) {
        index += 1
        sqlite3_bind_double(statement.sqliteStatement, index, value)
    }

    mutating func bind(_ value: String?) {
        index += 1
        guard var value else {
            sqlite3_bind_null(statement.sqliteStatement, index)
            return
        }
        let (pointer, place) = (statement.sqliteStatement, index)
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                // An empty string has no address, and a null pointer would be bound as null.
                _ = sqlite3_bind_text64(
                    pointer, place, text.baseAddress ?? UnsafePointer(Self.empty), UInt64(text.count), Self.copied,
                    UInt8(SQLITE_UTF8))
            }
        }
    }

    /// Executes the statement with what was bound, and makes ready for the next row.
    mutating func insert() throws {
        let code = sqlite3_step(statement.sqliteStatement)
        let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(connection))
        sqlite3_reset(statement.sqliteStatement)
        index = 0
        if let message { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message) }
    }

    /// Tells SQLite to keep a copy of its own.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
    private nonisolated(unsafe) static let empty: UnsafeMutablePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return byte
    }()
}
