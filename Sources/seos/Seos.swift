import ArgumentParser

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
              seos show "Tallinna Ülikool"
              seos export --format gexf -o graph/out/graph.gexf
            """,
        version: "0.1.0",
        subcommands: [
            IngestCommand.self, ExtractCommand.self, AnnotateCommand.self, QueryCommand.self, ShowCommand.self,
            WhyCommand.self,
            ConflictsCommand.self, ExportCommand.self, ProblemsCommand.self, CheckCommand.self, StatusCommand.self,
            ClustersCommand.self, LanguagesCommand.self, FormatsCommand.self,
        ])
}
