/// Where an export goes, chunk by chunk.
public protocol ExportSink: AnyObject {
    /// Starts the next file of a folder format; formats of one file never call it.
    func beginFile(named name: String) throws
    func write(_ bytes: [UInt8]) throws
}

/// Keeps everything in memory: for tests and for answers that are small anyway.
public final class MemorySink: ExportSink {
    public struct File: Sendable, Hashable {
        public var name: String
        public var bytes: [UInt8]

        /// The bytes as text.
        public var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// In the order written; a format of one file has one, without a name.
    public private(set) var files: [File] = []

    public init() {}

    public func beginFile(named name: String) { files.append(File(name: name, bytes: [])) }

    public func write(_ bytes: [UInt8]) {
        if files.isEmpty { files.append(File(name: "", bytes: [])) }
        files[files.count - 1].bytes += bytes
    }

    /// Everything that was written, file after file.
    public var text: String { files.map(\.text).joined() }
}

/// One file, complete or not there at all.
public final class FileSink: ExportSink {
    public let file: AtomicFile

    public init(file: AtomicFile) { self.file = file }

    public func beginFile(named name: String) throws { throw ExportError.needsFolder(format: name) }
    public func write(_ bytes: [UInt8]) throws { try file.write(bytes) }
}

/// An open file descriptor, such as standard output.
public final class DescriptorSink: ExportSink {
    private let descriptor: Int32
    private let format: String

    public init(descriptor: Int32, format: String) {
        self.descriptor = descriptor
        self.format = format
    }

    public func beginFile(named name: String) throws { throw ExportError.needsFolder(format: format) }
    public func write(_ bytes: [UInt8]) throws { try writeAll(bytes, to: descriptor, path: "standard output") }
}
