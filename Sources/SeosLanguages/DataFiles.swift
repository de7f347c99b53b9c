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

    /// The bytes of a file to keep, without a copy where they are embedded; nil when there is none of that name.
    public func kept(_ name: String) -> DataBytes? {
        if let own = overrides[name] { return DataBytes(own) }
        return withEmbedded(name) { DataBytes(embedded: $0.bindMemory(to: UInt8.self)) }
    }

    /// The folder of tables that scripts make from other files, so that nothing is said by them that those do not say.
    public static let indexFolder = "Gazetteer/index/"

    /// A hash over the contents of some files, for telling whether a table was made from them.
    public func fingerprint(of names: [String]) -> UInt64 {
        var hash = Hash.seed
        for name in names { _ = withBytes(name) { hash = Self.step(hash, UnsafeRawBufferPointer($0)) } }
        return hash
    }

    /// Changes with any byte of any file: a hash over names and contents, in hexadecimal.
    public var fingerprint: String {
        var hash = Hash.seed
        for name in names where !name.hasPrefix(Self.indexFolder) {
            for byte in name.utf8 { hash = Hash.step(hash, byte) }
            _ = withBytes(name) { hash = Self.step(hash, UnsafeRawBufferPointer($0)) }
        }
        return String(hash, radix: 16)
    }

    /// Eight bytes at a time: there are millions, and every run over documents asks.
    private static func step(_ hash: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = hash
        let whole = bytes.count / 8 * 8
        for i in stride(from: 0, to: whole, by: 8) {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        for i in whole..<bytes.count { hash = Hash.step(hash, bytes[i]) }
        return Hash.step(hash, UInt8(truncatingIfNeeded: bytes.count))
    }

    /// Embedded bytes in place, without a copy; they live as long as the program.
    public func withEmbedded<R>(_ name: String, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
        guard let n = Self.numbers[name] else { return nil }
        let file = Self.files()[n]
        return try body(UnsafeRawBufferPointer(start: file.bytes, count: file.length))
    }

    private static let numbers = Dictionary(
        files().enumerated().map { (String(cString: $1.name), $0) }, uniquingKeysWith: { a, _ in a })

    private static func files() -> UnsafeBufferPointer<seos_data_file> {
        var count = 0
        let start = seos_data_files(&count)
        return UnsafeBufferPointer(start: start, count: count)
    }
}
