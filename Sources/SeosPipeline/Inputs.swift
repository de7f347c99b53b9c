internal import Foundation
public import SeosModel

/// Turns the words of a command line into documents to read: files, folders, `-` for standard input.
public enum Inputs {
    public struct Item: Sendable, Hashable {
        /// Path on this machine; `-` for standard input.
        public var path: String
        /// Path relative to the folder given, with `/`; the file name for a file given by itself.
        public var uri: String
        /// File name without its ending.
        public var doc: String
    }

    public enum Missing: String, Sendable { case missing, unreadable }

    public struct Listing: Sendable {
        /// Sorted by uri inside each input, inputs in the order given; every uri once.
        public var items: [Item] = []
        /// Inputs that are not there or cannot be opened.
        public var failures: [(path: String, uri: String, reason: Missing)] = []
        /// Files of formats that are not read, left out of folders: their number by ending.
        public var skipped: [String: Int] = [:]
    }

    /// Endings that are read from folders; a file named by itself is always read.
    public static let endings: Set<String> = [
        "html", "htm", "xhtml", "xht", "xml", "txt", "text", "md", "markdown",
    ]

    public static func list(_ paths: [String]) -> Listing {
        var listing = Listing()
        var seen: Set<String> = []
        for path in paths {
            if path == "-" {
                listing.items.append(Item(path: "-", uri: "-", doc: "-"))
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                listing.failures.append((path, name(of: path), .missing))
                continue
            }
            if isFolder.boolValue {
                folder(path, &listing, &seen)
            } else {
                let uri = relative(path)
                if seen.insert(uri).inserted { listing.items.append(Item(path: path, uri: uri, doc: doc(of: uri))) }
            }
        }
        return listing
    }

    private static func folder(_ root: String, _ listing: inout Listing, _ seen: inout Set<String>) {
        guard let entries = FileManager.default.subpaths(atPath: root + "/"),
            FileManager.default.isReadableFile(atPath: root)
        else {
            listing.failures.append((root, name(of: root), .unreadable))
            return
        }
        for entry in entries.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = root + (root.hasSuffix("/") ? "" : "/") + entry
            if isHidden(entry) { continue }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                if !FileManager.default.isReadableFile(atPath: path) {
                    listing.failures.append((path, entry, .unreadable))
                }
                continue
            }
            let ending = ending(of: entry)
            guard endings.contains(ending) else {
                listing.skipped[ending.isEmpty ? "(none)" : ending, default: 0] += 1
                continue
            }
            if seen.insert(entry).inserted { listing.items.append(Item(path: path, uri: entry, doc: doc(of: entry))) }
        }
    }

    /// Whether a file or a folder that it lies in begins with a full stop.
    private static func isHidden(_ path: String) -> Bool {
        var before = UInt8(ascii: "/")
        for byte in path.utf8 {
            if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
            before = byte
        }
        return false
    }

    /// The ending of a file's name in small letters; empty for none.
    private static func ending(of path: String) -> String {
        // Most endings are plain letters, which need no path of Foundation's.
        if let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), dot != path.startIndex {
            let ending = path.utf8.suffix(from: path.utf8.index(after: dot))
            if !ending.isEmpty, ending.allSatisfy({ (0x61...0x7A).contains($0) }),
                path.utf8[path.utf8.index(before: dot)] != UInt8(ascii: "/")
            {
                return String(decoding: ending, as: UTF8.self)
            }
        }
        return (path as NSString).pathExtension.lowercased()
    }

    /// A path as it may stand in the graph: relative, without `.` and `..`.
    static func relative(_ path: String) -> String {
        path.hasPrefix("/") || path.split(separator: "/").contains("..")
            ? name(of: path) : path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }

    static func name(of path: String) -> String { (path as NSString).lastPathComponent }

    public static func doc(of uri: String) -> String {
        // Names as most files have them need no path of Foundation's.
        let name = uri.utf8.suffix(from: uri.utf8.lastIndex(of: 0x2F).map(uri.utf8.index(after:)) ?? uri.startIndex)
        if let dot = name.lastIndex(of: 0x2E), dot != name.startIndex {
            let ending = name.suffix(from: name.index(after: dot))
            if !ending.isEmpty, ending.allSatisfy({ (0x61...0x7A).contains($0) }) {
                return String(decoding: name.prefix(upTo: dot), as: UTF8.self)
            }
        }
        return ((uri as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// The bytes of one input.
    ///
    /// - Returns: the bytes, or a problem that says why there are none. A pipe or device is not opened: it might never end.
    public static func bytes(of item: Item, limit: Int = 64 << 20) -> Result<[UInt8], InputError> {
        if item.path == "-" { return .success([UInt8](FileHandle.standardInput.readDataToEndOfFile())) }
        var status = stat()
        guard stat(item.path, &status) == 0 else {
            return .failure(InputError(code: "input.missing", message: "there is no such file"))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return .failure(
                InputError(code: "input.not-a-file", message: "this is a pipe, a device or a folder, not a file"))
        }
        guard status.st_size <= limit else {
            return .failure(
                InputError(code: "input.too-large", message: "\(status.st_size) bytes, more than \(limit) are not read")
            )
        }
        guard let bytes = contents(of: item.path, size: Int(status.st_size), limit: limit) else {
            return .failure(InputError(code: "input.unreadable", message: "the file cannot be opened"))
        }
        return .success(bytes)
    }

    /// All bytes of a file, read in one piece where it does not grow meanwhile; nil when it cannot be opened or read.
    private static func contents(of path: String, size: Int, limit: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            var count = 0
            // One more than the size, so that the second call finds the end.
            let piece = [UInt8](unsafeUninitializedCapacity: max(4096, size + 1 - bytes.count)) { room, filled in
                count = read(file, room.baseAddress, room.count)
                filled = max(0, count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            // Only the end of a file gives less than was asked for.
            if count < max(4096, size + 1 - (bytes.count - count)) { return bytes }
        }
        return bytes
    }
}

/// Why an input gave no bytes.
public struct InputError: Error, Sendable {
    public var code: String
    public var message: String

    public var problem: Problem { Problem(code: code, severity: .failure, message: message) }
}
