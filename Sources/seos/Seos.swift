import ArgumentParser
import Foundation
import SeosModel

/// The command line of Seos.
@main
struct Seos: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seos",
        abstract: "From pages about cooperation projects in many languages to a graph with evidence.",
        discussion: """
            Examples:
              seos ingest corpus/documents
              seos query @shared-partners
              seos show "Universität Greifswald"
              seos export --format gexf -o graph/out/graph.gexf
            """,
        version: "0.1.0",
        subcommands: [
            IngestCommand.self, ImportCommand.self, ExtractCommand.self, AnnotateCommand.self, MatchCommand.self,
            QueryCommand.self,
            ShellCommand.self, ShowCommand.self, WhyCommand.self,
            ConflictsCommand.self, ExportCommand.self, ProblemsCommand.self, CheckCommand.self, StatusCommand.self,
            ClustersCommand.self, ResolveCommand.self, MergeCommand.self, SplitCommand.self, UndoCommand.self,
            DecisionsCommand.self, LanguagesCommand.self, FormatsCommand.self, ReadDocumentCommand.self,
        ])

    /// Errors of usage are told as JSON too when the caller asked for it; a closed pipe is an error of writing, not a
    /// death by signal.
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            if exitCode(for: error) == .validationFailure, CommandLine.arguments.contains("--json") {
                Failure("usage", message(for: error), hint: "'seos help' lists commands and options").report(
                    asJSON: true)
                exit(withError: ExitCode.validationFailure)
            }
            exit(withError: error)
        }
    }
}
