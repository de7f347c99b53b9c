import Foundation
import GRDB

/// Opens the file of a store: looks before it touches, then sets the connection up.
struct StoreOpener {
    let path: String
    let mode: Store.Mode
    let busyTimeout: Double

    func open() throws -> DatabaseQueue {
        let exists = FileManager.default.fileExists(atPath: path)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw StoreError.cannotOpen(path: path, reason: "it is a folder")
        }
        switch mode {
        case .readOnly:
            guard exists else { throw StoreError.missing(path: path) }
            return try openReadOnly()
        case .readWrite:
            if !exists { try makeFolder() }
            return try openReadWrite()
        }
    }

    // MARK: The two modes

    private func openReadWrite() throws -> DatabaseQueue {
        let queue = try connect(to: plainPath, readOnly: false)
        let version = try queue.unsafeRead { try check($0) }
        try queue.writeWithoutTransaction { db in
            // WAL lets readers go on during a write. NORMAL can lose the last transactions in a power cut, never
            // the consistency of the file, and a killed process loses nothing.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            // Ids are hashes, so rows land all over the tables: a cache that holds the inner pages and a log that
            // is copied back in larger pieces save most of the writing.
            try db.execute(sql: "PRAGMA cache_size = -65536")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 32000")
        }
        if version < Schema.version { try Schema.migrator.migrate(queue) }
        return queue
    }

    private func openReadOnly() throws -> DatabaseQueue {
        let queue: DatabaseQueue
        do {
            queue = try connect(to: plainPath, readOnly: true)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && !hasLog {
            // A database in WAL mode needs a side file next to it. Where the folder cannot be written to and
            // nobody left a log there, the file alone is complete.
            queue = try connect(to: immutableURI, readOnly: true)
        }
        let version = try queue.unsafeRead { try check($0) }
        guard version > 0 else { throw StoreError.notSeos(path: path) }
        guard version == Schema.version else {
            throw StoreError.olderSchema(path: path, found: version, supported: Schema.version)
        }
        return queue
    }

    /// - Returns: the schema version; 0 for an empty file.
    private func check(_ db: Database) throws -> Int {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0 {
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard tables == 0 else { throw StoreError.notSeos(path: path) }
            return 0
        }
        guard application == Schema.applicationID else { throw StoreError.notSeos(path: path) }
        guard version <= Schema.version else {
            throw StoreError.newerSchema(path: path, found: version, supported: Schema.version)
        }
        return version
    }

    // MARK: Connections and paths

    private func connect(to file: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        return try DatabaseQueue(path: file, configuration: configuration)
    }

    /// A name such as `file:x` would be taken for a URI; with a folder in front it is a name.
    private var plainPath: String { path.hasPrefix("/") ? path : "./" + path }

    private var immutableURI: String {
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: "?#%"))
        let escaped = plainPath.addingPercentEncoding(withAllowedCharacters: allowed) ?? plainPath
        return "file:\(escaped)?immutable=1"
    }

    private var hasLog: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return ((attributes?[.size] as? NSNumber)?.intValue ?? 0) > 0
    }

    private func makeFolder() throws {
        let folder = (plainPath as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw StoreError.cannotOpen(path: path, reason: "its folder cannot be made")
        }
    }

    /// Whether a file begins as every SQLite database does.
    static func hasSQLiteHeader(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
