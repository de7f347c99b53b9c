import GRDB
import GRDBSQLite

/// One prepared statement for millions of rows: values are bound straight from the caller's bytes.
public final class BulkStatement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ sql: String, on db: Database) throws {
        var handle: OpaquePointer?
        guard let connection = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
        let status = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
        guard status == SQLITE_OK, let handle else { throw Self.error(status, connection) }
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Parameters count from 1. What is not bound anew keeps the value of the row before.
    public func bind(_ value: Int64, at index: Int) { sqlite3_bind_int64(handle, Int32(index), value) }
    public func bind(_ value: Double, at index: Int) { sqlite3_bind_double(handle, Int32(index), value) }
    public func bindNull(at index: Int) { sqlite3_bind_null(handle, Int32(index)) }

    /// - Parameter text: valid UTF-8 that stays where it is until ``step()`` returns.
    public func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard let start = text.baseAddress else {
            sqlite3_bind_text(handle, Int32(index), "", 0, nil)
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: text.count) { bytes in
            _ = sqlite3_bind_text64(
                handle, Int32(index), bytes, sqlite3_uint64(text.count), nil, UInt8(SQLITE_UTF8))
        }
    }

    /// Writes one row.
    public func step() throws {
        let status = sqlite3_step(handle)
        sqlite3_reset(handle)
        if status != SQLITE_DONE, status != SQLITE_ROW { throw Self.error(status, connection) }
    }

    private static func error(_ status: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: status), message: String(cString: sqlite3_errmsg(connection)))
    }
}
