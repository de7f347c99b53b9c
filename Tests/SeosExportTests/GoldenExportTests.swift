import Foundation
import SeosExport
import Testing

/// The awkward graph in every format, against `graph/golden`. Other programs were seen to read these very files.
///
/// `SEOS_UPDATE_GOLDEN=1 swift test --filter GoldenExportTests` writes them anew; look at the difference before keeping it.
@Suite struct GoldenExportTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("graph/golden")

    @Test(arguments: ["gexf", "graphml", "dot", "cytoscape", "csv"])
    func writesTheAwkwardGraphAsAgreed(format: String) throws {
        let exporter = try GraphExporters.exporter(named: format)
        for file in try exported(AwkwardGraph.graph, format).files {
            let name = exporter.isFolder ? "awkward-\(format)/\(file.name)" : "awkward.\(exporter.fileExtension)"
            let place = Self.folder.appendingPathComponent(name)
            if ProcessInfo.processInfo.environment["SEOS_UPDATE_GOLDEN"] != nil {
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: place)
            }
            let expected = try Array(Data(contentsOf: place))
            #expect(file.bytes == expected, "\(name) differs")
        }
    }
}
