import Foundation
import SeosExport
import SeosModel
import Testing

private let hasGraphviz = ["/usr/bin/sfdp", "/usr/local/bin/sfdp"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
}

@Suite struct SVGExporterTests {
    @Test func saysWhatToInstallWhenGraphvizIsMissing() {
        var options = ExportOptions()
        options.toolFolders = ["/nonexistent"]
        #expect(throws: ExportError.graphvizMissing(tool: "sfdp")) {
            try exported(AwkwardGraph.graph, "svg", options: options)
        }
    }

    @Test func stopsALayoutThatTakesTooLong() throws {
        try withTool("exec sleep 20") { options in
            var options = options
            options.layoutSeconds = 0.2
            #expect(throws: ExportError.graphvizTimeout(tool: "sfdp", seconds: 0.2)) {
                try exported(AwkwardGraph.graph, "svg", options: options)
            }
        }
    }

    @Test func passesOnWhatGraphvizSaysWhenItFails() throws {
        try withTool("echo 'Error: no luck' >&2; exit 3") { options in
            #expect(throws: ExportError.graphvizFailed(tool: "sfdp", status: 3, message: "Error: no luck")) {
                try exported(AwkwardGraph.graph, "svg", options: options)
            }
        }
    }

    @Test(.enabled(if: hasGraphviz)) func drawsTheAwkwardGraphAsWellFormedXML() throws {
        var options = ExportOptions()
        options.title = "Partners & <projects>"
        let (files, summary) = try exported(AwkwardGraph.graph, "svg", options: options)
        let text = files.map(\.text).joined()
        #expect(text.contains("<title>Partners &amp; &lt;projects&gt;</title>"))
        #expect(text.contains("Organization (blue ellipse): 3"))
        #expect(text.contains("&lt;b&gt;\\ &amp;lt;"))
        #expect(!text.contains("<b>"))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
        #expect(text.contains("</svg>"))
        #expect(summary.nodes == 8)
        #expect(summary.omittedNodes == 0)
    }

    @Test(.enabled(if: hasGraphviz)) func drawsTheSamePictureTwice() throws {
        #expect(try exportedText(AwkwardGraph.graph, "svg") == exportedText(AwkwardGraph.graph, "svg"))
    }

    @Test(.enabled(if: hasGraphviz)) func drawsAGraphWithoutNodes() throws {
        #expect(try exportedText(AwkwardGraph.empty, "svg").contains("no nodes"))
    }

    @Test(.enabled(if: hasGraphviz)) func keepsOrganizationsAndProjectsOfALargeGraph() throws {
        var options = ExportOptions()
        options.maximumDrawnNodes = 60
        let graph = AwkwardGraph.large(organizations: 30, projects: 5, claims: 200)
        let (files, summary) = try exported(graph, "svg", options: options)
        #expect(summary.nodes == 35)
        #expect(summary.omittedNodes == 200)
        #expect(files.map(\.text).joined().contains("200 nodes of other kinds not drawn"))
    }

    /// Hundreds of curves around hundreds of names took graphviz longer than anybody waits.
    @Test(arguments: [(10, "true"), (200, "false")])
    func manyLinesAreStraight(lines: Int, splines: String) throws {
        try withTool("tee \"$(dirname \"$0\")/seen.dot\"") { options in
            let graph = AwkwardGraph.large(organizations: lines, projects: 1, claims: 0)
            _ = try? exported(graph, "svg", options: options)
            let seen = URL(fileURLWithPath: try #require(options.toolFolders?.first)).appendingPathComponent("seen.dot")
            #expect(try String(contentsOf: seen, encoding: .utf8).contains("splines=\"\(splines)\""))
        }
    }

    @Test(.enabled(if: hasGraphviz)) func keepsTheBestConnectedOfAVeryLargeGraph() throws {
        var options = ExportOptions()
        options.maximumDrawnNodes = 20
        let graph = AwkwardGraph.large(organizations: 90, projects: 10, claims: 5)
        let (files, summary) = try exported(graph, "svg", options: options)
        let text = files.map(\.text).joined()
        #expect(summary.nodes == 20)
        #expect(text.contains("Project (yellow box): 10"))
        #expect(text.contains("the 20 best connected of 100 nodes; 5 of other kinds not drawn"))
    }

    /// Options that find a shell script in place of graphviz.
    private func withTool(_ script: String, _ body: (ExportOptions) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seos-tool-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let tool = folder.appendingPathComponent("sfdp")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: tool)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
        var options = ExportOptions()
        options.toolFolders = [folder.path]
        try body(options)
    }
}
