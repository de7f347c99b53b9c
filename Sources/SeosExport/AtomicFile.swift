#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that appears complete or not at all: it is written beside its place, synced and renamed.
///
/// Until ``commit()`` an older file of that name stays as it is, also when the process is killed. A symbolic link is
/// followed. What is not a regular file (a pipe, a terminal, `/dev/null`) is written directly.
public final class AtomicFile {
    /// The place asked for.
    public let path: String
    private let target: String
    private let temporary: String?
    private var descriptor: Int32

    public init(path: String) throws(ExportError) {
        self.path = path
        var info = stat()
        let exists = stat(path, &info) == 0
        if exists, info.st_mode & S_IFMT == S_IFDIR {
            throw .cannotWrite(path: path, reason: String(cString: strerror(EISDIR)))
        }
        if exists, info.st_mode & S_IFMT != S_IFREG {
            target = path
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            if descriptor < 0 { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
            return
        }
        target = exists ? Self.resolved(path) : path
        let name = Self.freeName(beside: target)
        temporary = name
        let mode = exists ? info.st_mode & 0o777 : 0o666
        descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        if descriptor < 0 { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit { cancel() }

    public func write(_ bytes: [UInt8]) throws { try writeAll(bytes, to: descriptor, path: path) }

    /// Syncs the content and puts the file in its place.
    public func commit() throws(ExportError) {
        try seal()
        try rename()
    }

    /// Closes the file and takes away what was written beside the target; harmless after ``commit()``.
    public func cancel() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        if let temporary { unlink(temporary) }
    }

    /// Syncs and closes; the content is on disk under its temporary name.
    func seal() throws(ExportError) {
        guard descriptor >= 0 else { return }
        // Pipes and terminals cannot be synced, which is no failure.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
            let reason = String(cString: strerror(errno))
            cancel()
            throw .cannotWrite(path: path, reason: reason)
        }
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0 {
            let reason = String(cString: strerror(errno))
            discard()
            throw .cannotWrite(path: path, reason: reason)
        }
    }

    /// Renames what ``seal()`` left, and syncs the folder so that the new name survives a power cut.
    func rename() throws(ExportError) {
        guard let temporary else { return }
        #if canImport(Darwin)
            let renamed = Darwin.rename(temporary, target)
        #elseif canImport(Musl)
            let renamed = Musl.rename(temporary, target)
        #else
            let renamed = Glibc.rename(temporary, target)
        #endif
        if renamed != 0 {
            let reason = String(cString: strerror(errno))
            discard()
            throw .cannotWrite(path: path, reason: reason)
        }
        let folder = open(Self.folder(of: target), O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Takes away what ``seal()`` left.
    func discard() {
        if let temporary { unlink(temporary) }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// A name of this process's own in the same folder, so that the rename never crosses file systems.
    private static func freeName(beside target: String) -> String {
        let folder = folder(of: target)
        let name = target.split(separator: "/").last.map(String.init) ?? "export"
        return "\(folder)/.\(name.prefix(100)).\(getpid())-\(UInt32.random(in: .min ... .max)).partial"
    }
}

/// Writes every byte, however many calls it takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
    try bytes.withUnsafeBytes { buffer in
        var start = 0
        while start < buffer.count {
            let written = write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            if written > 0 {
                start += written
            } else if errno == EPIPE {
                throw ExportError.closedPipe
            } else if errno != EINTR {
                throw ExportError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }
}
