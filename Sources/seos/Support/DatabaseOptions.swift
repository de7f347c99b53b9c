import ArgumentParser
import Foundation
import SeosStore
import SeosText

/// `--db`, `--json`, `--quiet`: what the commands on a database share.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The database (default: SEOS_DB, else graph/seos.sqlite).", valueName: "file"))
    var db: String?
    @Flag(name: .long, help: "JSON on standard output; errors as JSON on standard error.") var json = false
    @Flag(name: .shortAndLong, help: "No progress and no summary.") var quiet = false

    var path: String { db ?? ProcessInfo.processInfo.environment["SEOS_DB"] ?? "graph/seos.sqlite" }

    func open(_ mode: Store.Mode = .readOnly) throws -> Store {
        try Store(path: path, mode: mode, fold: { Folding.key($0) })
    }

    /// Opens for writing what is there already: a decision about an empty graph would be one about nothing.
    ///
    /// - Throws: ``StoreError/missing(path:)``.
    func openExisting() throws -> Store {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        return try open(.readWrite)
    }
}

/// Now, in UTC, ISO 8601.
func timestamp() -> String {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    return formatter.string(from: Date())
}
