import GRDB

extension StoreError {
    /// Puts SQLite's many result codes into the few kinds that a person acts upon.
    init(_ error: DatabaseError, path: String, waited: Double) {
        // The message of SQLite names tables and columns; statement arguments, which hold contents, are not in it.
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .busy(path: path, waited: waited, holder: LockHolder.describe(path: path))
        case .SQLITE_NOTADB:
            self = StoreOpener.hasSQLiteHeader(path) ? .damaged(path: path, reason: reason) : .notSeos(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path, reason: reason)
        case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR: self = .cannotWrite(path: path, reason: reason)
        default: self = .failed(path: path, reason: reason)
        }
    }
}
