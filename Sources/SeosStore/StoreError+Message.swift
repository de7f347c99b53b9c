extension StoreError: CustomStringConvertible {
    /// One sentence that says what is wrong, without the contents of any document.
    public var description: String {
        switch self {
        case .missing(let path): return "there is no database at \(path)"
        case .cannotOpen(let path, let reason): return "cannot open \(path): \(reason)"
        case .notSeos(let path): return "\(path) is not a Seos database; it was left as it is"
        case .newerSchema(let path, let found, let supported):
            return "\(path) has schema version \(found); this program reads versions up to \(supported)"
        case .olderSchema(let path, let found, let supported):
            return "\(path) has schema version \(found), which must become \(supported) before it can be read"
        case .damaged(let path, let reason): return "\(path) is damaged: \(reason)"
        case .busy(let path, let waited, let holder):
            let who = holder ?? "another program"
            return "\(path) is locked for writing by \(who); waited \(Self.seconds(waited))"
        case .cannotWrite(let path, let reason): return "cannot write to \(path): \(reason)"
        case .changedMeanwhile(let path): return "the documents in \(path) changed while they were being resolved"
        case .notEmpty(let path): return "\(path) is not empty; a graph is imported into a new or empty database only"
        case .importedGraph(let path):
            return "\(path) holds an imported graph; documents cannot be added to it"
        case .unknownID(let id): return "nothing in the database has the id \(id)"
        case .failed(let path, let reason): return "\(path): \(reason)"
        }
    }

    /// What to do next, when there is something to do.
    public var hint: String? {
        switch self {
        case .missing: return "add documents first with: seos ingest FOLDER"
        case .cannotOpen: return "check the path and the rights of its folder"
        case .notSeos: return "name another file with --db"
        case .newerSchema: return "use a newer Seos, or name another file with --db"
        case .olderSchema: return "run a command that writes, such as: seos resolve"
        case .damaged: return "restore a copy, or remove the file and ingest the documents again"
        case .busy: return "try again when it has finished"
        case .cannotWrite: return "make room, or check the rights of the file and its folder"
        case .changedMeanwhile: return "run: seos resolve"
        case .notEmpty, .importedGraph: return "name another file with --db"
        case .unknownID, .failed: return nil
        }
    }

    private static func seconds(_ duration: Double) -> String {
        duration == duration.rounded() ? "\(Int(duration)) s" : "\(duration) s"
    }
}
