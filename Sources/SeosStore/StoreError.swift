/// What can go wrong with the database.
public enum StoreError: Error, Sendable, Equatable {
    /// There is no file at the path, and it was to be read only.
    case missing(path: String)
    /// The file or its folder cannot be opened or made.
    case cannotOpen(path: String, reason: String)
    /// The file is something else: no SQLite database, or one of another program.
    case notSeos(path: String)
    /// A newer program wrote it.
    case newerSchema(path: String, found: Int, supported: Int)
    /// An older program wrote it, and it was opened read only.
    case olderSchema(path: String, found: Int, supported: Int)
    /// SQLite found the file inconsistent.
    case damaged(path: String, reason: String)
    /// Another connection kept its lock for longer than the time to wait.
    case busy(path: String, waited: Double, holder: String?)
    /// No space, or no right, to write.
    case cannotWrite(path: String, reason: String)
    /// Documents were added, changed or removed after resolution had read them.
    case changedMeanwhile(path: String)
    /// A graph can only be imported into an empty database.
    case notEmpty(path: String)
    /// The graph was imported, so documents cannot be added to it.
    case importedGraph(path: String)
    /// No row has this id.
    case unknownID(Int64)
    /// Any other complaint of SQLite.
    case failed(path: String, reason: String)

    /// A stable word for programs.
    public var code: String {
        switch self {
        case .missing: return "store.missing"
        case .cannotOpen: return "store.cannot-open"
        case .notSeos: return "store.not-seos"
        case .newerSchema: return "store.newer-schema"
        case .olderSchema: return "store.older-schema"
        case .damaged: return "store.damaged"
        case .busy: return "store.busy"
        case .cannotWrite: return "store.cannot-write"
        case .changedMeanwhile: return "store.changed-meanwhile"
        case .notEmpty: return "store.not-empty"
        case .importedGraph: return "store.imported-graph"
        case .unknownID: return "store.unknown-id"
        case .failed: return "store.failed"
        }
    }
}
