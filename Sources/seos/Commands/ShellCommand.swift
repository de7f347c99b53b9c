import ArgumentParser
import Foundation
import SeosQuery
import SeosStore

struct ShellCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell", abstract: "Ask the graph interactively, with history and completion.",
        discussion: """
            Queries end with ';'. ':help' tells what else there is. Standard input that is no terminal is a script: each
            statement is answered, and the exit code is 1 when one of them failed.

            Examples:
              seos shell
              echo 'MATCH (p:Project) RETURN count(p) AS projects;' | seos shell
            """)

    @Option(help: "table, csv, json, jsonl or markdown.") var format = "table"
    @Option(help: "Give up after so many seconds.") var timeout: Double?
    @Option(help: "At most so many rows.") var limit: Int?
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json }

    func validate() throws {
        if ResultEncoders.named(format) == nil {
            throw ValidationError(
                "No format named '\(format)'; one of \(ResultEncoders.names.joined(separator: ", ")).")
        }
        if let timeout, timeout <= 0 { throw ValidationError("--timeout takes seconds above 0.") }
        if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    }

    func execute() throws {
        guard FileManager.default.fileExists(atPath: database.path) else {
            throw StoreError.missing(path: database.path)
        }
        let engine = try QueryEngine(path: database.path)
        guard let encoder = ResultEncoders.named(database.json ? "json" : format) else { return }
        let shell = Shell(
            engine: engine, format: encoder, limit: limit,
            timeout: timeout.map { .milliseconds(Int64(min($0, 1e9) * 1000)) }, isQuiet: database.quiet)
        let canceller = engine.canceller
        let watcher = Interruption.watch { canceller.cancel() }
        defer { watcher.forEach { $0.cancel() } }
        if isatty(0) == 1, isatty(1) == 1 {
            converse(shell, engine)
        } else {
            script(shell)
            if Interruption.wasInterrupted { throw ExitCode(Interruption.exitCode) }
            if shell.hasFailed { throw ExitCode(1) }
        }
    }

    /// Statements from a file or another program.
    private func script(_ shell: Shell) {
        var reader = StatementReader()
        while let line = readLine(strippingNewline: true) {
            for statement in reader.add(line) where !shell.answer(statement) || Interruption.wasInterrupted { return }
        }
        for statement in reader.finish() { _ = shell.answer(statement) }
    }

    private func converse(_ shell: Shell, _ engine: QueryEngine) {
        let completion = ShellCompletion(vocabulary: engine.vocabulary, queries: SavedQueries.names())
        let reader = Box(StatementReader())
        let terminal = Terminal { completion.complete($0, isContinued: reader.value.isOpen) }
        guard let terminal else { return script(shell) }
        if !database.quiet { Talk.say("\(database.path): queries end with ';', ':help' tells the rest.") }
        var typed = ""
        while true {
            switch terminal.read(reader.value.isOpen ? "  ... " : "seos> ") {
            case .end: return
            case .cancelled:
                reader.value.clear()
                typed = ""
            case .text(let line):
                typed += typed.isEmpty ? line : " " + line
                let statements = reader.value.add(line)
                if !reader.value.isOpen, !typed.isEmpty {
                    terminal.remember(typed)
                    typed = ""
                }
                for statement in statements where !shell.answer(statement) { return }
            }
        }
    }

    /// Shared with the closure that completes.
    private final class Box<T> {
        var value: T
        init(_ value: T) { self.value = value }
    }
}
