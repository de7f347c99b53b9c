import ArgumentParser
import Foundation
import SeosModel
import SeosPipeline
import SeosStore
import SeosText

struct IngestCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Read documents into the graph and resolve.",
        discussion: """
            Takes files, folders and - for standard input. The same content again changes nothing; a page that changed
            retires what its old version said. Stop it at any time: the same command goes on from there.

            Examples:
              seos ingest corpus/documents
              seos ingest --dry-run pages/
            """)

    @Argument(help: "Files, folders, or -.") var inputs: [String]
    @Option(help: "Threads (default: one a core).") var jobs: Int?
    @Flag(help: "Read only what failed before.") var retryFailed = false
    @Flag(help: "Remove documents that are no longer among the inputs.") var prune = false
    @Flag(help: "Say what would be done and change nothing.") var dryRun = false
    @Flag(help: "Exit with 3 when a document has problems.") var strict = false
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var packs: PackOptions

    var wantsJSON: Bool { database.json }

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
    }

    func execute() throws {
        let started = Date()
        let store = try openStore()
        let ingestor = Ingestor(store: store, resources: try packs.resources())
        let watcher = Interruption.watch { ingestor.stop() }
        defer { watcher.forEach { $0.cancel() } }
        var options = Ingestor.Options(jobs: jobs ?? Parallel.processors)
        options.retryFailed = retryFailed
        options.prune = prune
        options.dryRun = dryRun
        options.process = packs.readerProcess
        let isTerminal = isatty(2) == 1 && !database.quiet && !database.json
        let summary = try ingestor.ingest(inputs, options: options, time: timestamp()) { done, summary in
            guard isTerminal else { return }
            let seconds = max(0.001, Date().timeIntervalSince(started))
            let rate = Double(done) / seconds
            let left = Double(max(0, summary.found - done)) / max(rate, 0.001)
            FileHandle.standardError.write(
                Data(
                    "\r\(done)/\(summary.found) documents, \(Int(rate))/s, \(summary.failed) failed, \(Int(left)) s left   "
                        .utf8))
        }
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        if !dryRun, summary.added + summary.updated + summary.removed > 0 {
            try RegisterLinker(store: store).link(time: timestamp())
        }
        try report(summary, seconds: Date().timeIntervalSince(started))
        try store.close()
        if summary.wasStopped { throw ExitCode(Interruption.exitCode) }
        if summary.isMissing { throw ExitCode(66) }
        if summary.isUnreadable { throw ExitCode(65) }
        if strict, summary.withProblems > 0 { throw ExitCode(3) }
    }

    /// A dry run opens what there is for reading, and leaves nothing behind where there is nothing.
    private func openStore() throws -> Store {
        if !dryRun { return try database.open(.readWrite) }
        if FileManager.default.fileExists(atPath: database.path) { return try database.open() }
        return try Store.inMemory { Folding.key($0) }
    }

    private func report(_ s: Ingestor.Summary, seconds: Double) throws {
        if database.json {
            let output = Output()
            output.line(
                .object([
                    "found": .integer(Int64(s.found)), "added": .integer(Int64(s.added)),
                    "updated": .integer(Int64(s.updated)),
                    "unchanged": .integer(Int64(s.unchanged)), "failed": .integer(Int64(s.failed)),
                    "skipped": .integer(Int64(s.skipped)),
                    "removed": .integer(Int64(s.removed)), "with_problems": .integer(Int64(s.withProblems)),
                    "rows_written": .integer(Int64(s.rowsWritten)),
                    "dry_run": .bool(dryRun),
                    "failures": .array(
                        s.failures.map {
                            .object(["uri": .string($0.uri), "code": .string($0.code), "message": .string($0.message)])
                        }),
                ]))
            return
        }
        for failure in s.failures.prefix(20) {
            Talk.say("problem[\(failure.code)]: \(failure.uri): \(failure.message)")
        }
        if s.failures.count > 20 { Talk.say("… and \(s.failures.count - 20) more; see 'seos problems'") }
        if database.quiet { return }
        var parts = ["\(s.added) added", "\(s.updated) updated", "\(s.unchanged) unchanged", "\(s.failed) failed"]
        if s.skipped > 0 { parts.append("\(s.skipped) skipped") }
        if s.removed > 0 { parts.append("\(s.removed) removed") }
        let verb = dryRun ? "Would read" : "Read"
        Talk.say(
            "\(verb) \(s.found) documents in \(String(format: "%.1f", seconds)) s: \(parts.joined(separator: ", ")).")
        if s.withProblems > 0 { Talk.say("\(s.withProblems) documents have problems; 'seos problems' lists them.") }
        if !s.otherFormats.isEmpty {
            let list = s.otherFormats.sorted { $0.key < $1.key }.map { "\($0.value) .\($0.key)" }.joined(
                separator: ", ")
            Talk.say("Left out, formats that are not read: \(list).")
        }
        if s.wasStopped { Talk.say("Stopped. What was read is kept; the same command goes on from here.") }
        if !dryRun, s.added + s.updated > 0 { Talk.say("Next: seos query @shared-partners") }
    }
}
