import Foundation
import SeosLanguages
import SeosQuery

/// The named queries: those of `graph/queries` in the current folder, else those that come with the program.
enum SavedQueries {
    static func names() -> [String] {
        let embedded = DataFiles.embedded.names.filter { $0.hasPrefix("queries/") }.map {
            String($0.dropFirst(8).dropLast(7))
        }
        return Set(embedded + NamedQuery.names(in: "graph/queries")).sorted()
    }

    static func query(_ name: String) throws -> NamedQuery {
        let local = "graph/queries/\(name).cypher"
        if FileManager.default.fileExists(atPath: local) { return try NamedQuery(path: local) }
        guard let bytes = DataFiles.embedded.bytes("queries/\(name).cypher") else {
            throw UserError(
                code: "query.unknown-name", message: "there is no named query '\(name)'",
                hint: "one of: \(names().joined(separator: ", "))")
        }
        return try NamedQuery(name: name, text: String(decoding: bytes, as: UTF8.self))
    }

    /// Sorted by name; one whose header cannot be read is left out.
    static func all() -> [NamedQuery] { names().compactMap { try? query($0) } }
}
