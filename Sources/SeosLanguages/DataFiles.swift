internal import SeosData
internal import SeosText

/// The data files of Seos: embedded in the binary, or read from a folder given with `--packs`.
///
/// A name is a path such as `Packs/et/labels.tsv`. A folder replaces single files: what it lacks comes from the binary.
public struct DataFiles: Sendable {
    private let overrides: [String: [UInt8]]

    /// What is embedded in the binary.
    public static let embedded = DataFiles(overrides: [:])

    /// - Parameter overrides: contents by name; they stand in front of the embedded files.
    public init(overrides: [String: [UInt8]]) { self.overrides = overrides }

    /// Whether nothing stands in front of the embedded files.
    public var isEmbedded: Bool { overrides.isEmpty }

    /// Names of all files, sorted.
    public var names: [String] {
        var all = Set(overrides.keys)
        for file in Self.files() { all.insert(String(cString: file.name)) }
        return all.sorted()
    }

    /// The bytes of a file, or nil when there is none of that name.
    public func bytes(_ name: String) -> [UInt8]? {
        if let own = overrides[name] { return own }
        return withEmbedded(name) { Array($0) }
    }

    /// The bytes of a file in place; nil when there is none of that name.
    public func withBytes<R>(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R? {
        if let own = overrides[name] { return try own.withUnsafeBufferPointer(body) }
        return try withEmbedded(name) { try body($0.bindMemory(to: UInt8.self)) }
    }

    /// Changes with any byte of any file: FNV-1a over names and contents, in hexadecimal.
    public var fingerprint: String {
        var hash = Hash.seed
        for name in names {
            for byte in name.utf8 { hash = Hash.step(hash, byte) }
            _ = withBytes(name) { for byte in $0 { hash = Hash.step(hash, byte) } }
        }
        return String(hash, radix: 16)
    }

    /// Embedded bytes in place, without a copy; they live as long as the program.
    public func withEmbedded<R>(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
        for file in Self.files() where String(cString: file.name) == name {
            return try body(UnsafeRawBufferPointer(start: file.bytes, count: file.length))
        }
        return nil
    }

    private static func files() -> UnsafeBufferPointer<seos_data_file> {
        var count = 0
        let start = seos_data_files(&count)
        return UnsafeBufferPointer(start: start, count: count)
    }
}
