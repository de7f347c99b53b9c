import Foundation
import GRDB

/// The database of one graph: documents, what they say, and the entities that resolution made of it.
///
/// One store is one connection; calls from several threads take turns. Streaming methods call their closure while
/// the connection is in use, so the closure must not call the store again.
///
/// Writing methods are transactions: after a crash or a kill the file holds either all of a call or nothing of it
/// (``save(batch:extractorVersion:time:)`` puts several documents into one).
public final class Store: Sendable {
    public enum Mode: Sendable {
        /// Makes the folder and the file when they are missing, and migrates an older schema.
        case readWrite
        /// Changes nothing, not even side files where the folder cannot be written to.
        case readOnly
    }

    /// The path as it was given.
    public let path: String
    public let mode: Mode
    let busyTimeout: Double
    let fold: @Sendable (String) -> String
    let queue: DatabaseQueue

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - path: of the SQLite file.
    ///   - busyTimeout: seconds to wait for another writer.
    ///   - fold: makes names comparable (case, diacritics, width). The same function must be used every time a
    ///     database is written and searched.
    /// - Throws: ``StoreError``. A file of another program, of a newer Seos or a damaged one is left untouched.
    public init(
        path: String, mode: Mode = .readWrite, busyTimeout: Double = 5, fold: @escaping @Sendable (String) -> String
    ) throws {
        self.path = path
        self.mode = mode
        self.busyTimeout = busyTimeout
        self.fold = fold
        do {
            queue = try StoreOpener(path: path, mode: mode, busyTimeout: busyTimeout).open()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, waited: busyTimeout)
        }
    }

    /// An empty database in memory, gone with the store; `path` is empty.
    public static func inMemory(fold: @escaping @Sendable (String) -> String) throws -> Store {
        try Store(memory: DatabaseQueue(), fold: fold)
    }

    private init(memory: DatabaseQueue, fold: @escaping @Sendable (String) -> String) throws {
        path = ""
        mode = .readWrite
        busyTimeout = 0
        self.fold = fold
        queue = memory
        try Schema.migrator.migrate(queue)
    }

    /// Closes the connection; the file then holds everything, without side files when no other program has it open.
    public func close() throws {
        try translated { try queue.close() }
    }

    /// Gives back the pages of the file that are kept in memory; they are read again when they are needed.
    public func releaseMemory() throws {
        try translated { try queue.inDatabase { try $0.execute(sql: "PRAGMA shrink_memory") } }
    }

    // MARK: Transactions

    /// A consistent view of the database for the length of `body`.
    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try translated { try queue.read(body) }
    }

    /// One transaction, rolled back when `body` throws.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        try translated { try queue.write(body) }
    }

    func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, waited: busyTimeout)
        }
    }
}
