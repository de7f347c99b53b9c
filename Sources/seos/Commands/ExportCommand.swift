import ArgumentParser
import Foundation
import SeosExport
import SeosModel
import SeosStore

struct ExportCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write the graph for other programs.",
        discussion: """
            Examples:
              seos export --format gexf -o graph/out/graph.gexf
              seos export --format csv -o graph/out/csv --spreadsheet-safe
              seos export --format dot -o -
            """)

    @Option(help: "gexf, graphml, dot, svg, cytoscape or csv.") var format: String
    @Option(name: .shortAndLong, help: ArgumentHelp("File, folder (csv), or - for standard output.", valueName: "path"))
    var output = "-"
    @Option(help: "The title written into the file.") var title: String?
    @Option(help: ArgumentHelp("Names in this language where there are any, else in English.", valueName: "tag"))
    var lang: String?
    @Flag(help: "CSV that a spreadsheet opens without running formulas; for people, not for machines.")
    var spreadsheetSafe = false
    @Flag(help: "Leave out contacts.") var noContacts = false
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json }

    func execute() throws {
        let exporter = try GraphExporters.exporter(named: format)
        let store = try database.open()
        var graph = try lang.map { try store.snapshot(language: $0) } ?? store.snapshot()
        if noContacts {
            let contacts = Set(
                graph.nodes.filter { node in
                    node.label == "Contact" || node.label == "Claim" && node["property"] == .string("contact")
                }.map(\.id))
            graph.nodes.removeAll { contacts.contains($0.id) }
            graph.relationships.removeAll { contacts.contains($0.source) || contacts.contains($0.target) }
        }
        var options = ExportOptions()
        if let title { options.title = title }
        options.spreadsheetSafe = spreadsheetSafe
        let summary: ExportSummary
        if output == "-" {
            summary = try exporter.write(
                graph, to: DescriptorSink(descriptor: 1, format: exporter.name), options: options)
        } else {
            try Self.makeFolder(for: output)
            summary = try GraphExporters.write(graph, with: exporter, toPath: output, options: options)
        }
        if database.quiet || output == "-" { return }
        Talk.say("Wrote \(summary.nodes) nodes and \(summary.relationships) relationships to \(output).")
        if summary.omittedNodes > 0 {
            Talk.say("\(summary.omittedNodes) nodes are not drawn; the others have the most relationships.")
        }
        if summary.removedCharacters > 0 {
            Talk.say("\(summary.removedCharacters) characters that the format forbids were left out.")
        }
    }

    private static func makeFolder(for path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }
}
