internal import Foundation

/// Where the files that tests read stand, found from this source file.
public enum Folders {
    /// The root of the package.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    public static let corpus = root + "/corpus"
    public static let cases = corpus + "/cases"
    public static let documents = corpus + "/documents"
    /// The files that are embedded in the binary.
    public static let languageData = root + "/Sources/SeosLanguages"

    /// Names of the entries of a folder, sorted; hidden ones left out. Empty for a folder that is not there.
    public static func entries(of folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Paths of all files below a folder, relative to it, sorted.
    public static func files(below folder: String) -> [String] {
        let paths = FileManager.default.subpaths(atPath: folder) ?? []
        return paths.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    /// The bytes of a file; nil when it cannot be read.
    public static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }

    /// The text of a file; nil when it cannot be read.
    public static func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }
}
