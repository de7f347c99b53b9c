#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A folder of files that change together: all are written beside their places and renamed at the end.
///
/// `nodes_*.csv` and `edges_*.csv` of an earlier export that this one no longer has are taken away at the end, so that
/// the folder never holds rows of a graph that is gone. Other files are left alone.
public final class FolderSink: ExportSink {
    private let path: String
    private var files: [(name: String, file: AtomicFile)] = []

    public init(path: String) throws(ExportError) {
        self.path = path
        if mkdir(path, 0o777) != 0 {
            let reason = errno
            var info = stat()
            let isFolder = stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
            if !isFolder { throw .cannotWrite(path: path, reason: String(cString: strerror(reason))) }
        }
    }

    public func beginFile(named name: String) throws {
        try files.last?.file.seal()
        files.append((name, try AtomicFile(path: path + "/" + name)))
    }

    public func write(_ bytes: [UInt8]) throws { try files.last?.file.write(bytes) }

    /// Puts every file in its place.
    public func commit() throws(ExportError) {
        try files.last?.file.seal()
        for index in files.indices {
            do throws(ExportError) {
                try files[index].file.rename()
            } catch {
                for rest in files[index...] { rest.file.discard() }
                files = []
                throw error
            }
        }
        removeStale(keeping: Set(files.map(\.name)))
        files = []
    }

    deinit {
        for (_, file) in files {
            file.cancel()
            file.discard()
        }
    }

    private func removeStale(keeping kept: Set<String>) {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        var stale: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let ours = (name.hasPrefix("nodes_") || name.hasPrefix("edges_")) && name.hasSuffix(".csv")
            if ours, !kept.contains(name) { stale.append(name) }
        }
        for name in stale { unlink(path + "/" + name) }
    }
}
