import Foundation
import Testing

@Suite struct ExportCommandTests {
    private func run(_ words: String...) throws -> Command.Answer {
        try Command.run(words, environment: SampleGraph.shared().environment)
    }

    @Test(arguments: ["gexf", "graphml", "dot", "cytoscape"])
    func aFormatGoesToStandardOutputOrToAFile(format: String) throws {
        let scratch = try Scratch()
        let answer = try run("export", "--format", format)
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
        #expect(answer.output.contains("TideLink"))
        let file = try run("export", "--format", format, "-o", scratch.path("new/graph"))
        #expect(file.code == 0)
        #expect(file.output.isEmpty)
        #expect(file.errors.hasPrefix("Wrote "))
        #expect(try scratch.read("new/graph") == answer.output)
    }

    @Test func tablesGoToAFolder() throws {
        let scratch = try Scratch()
        #expect(try run("export", "--format", "csv", "-o", scratch.path("csv"), "--quiet").errors.isEmpty)
        #expect(try scratch.read("csv/nodes_Project.csv").contains("TideLink"))
        let refused = try run("export", "--format", "csv", "-o", "-", "--json")
        #expect(refused.code != 0)
        #expect(refused.output.isEmpty)
    }

    @Test func anOutputThatCannotBeWrittenExitsWith73() throws {
        let scratch = try Scratch()
        try scratch.write("file", "")
        let answer = try run("export", "--format", "gexf", "-o", scratch.path("file/graph.gexf"), "--json")
        #expect(answer.code == 73)
        #expect(try answer.error()["code"] as? String == "export.cannot-write")
    }

    @Test func aLocaleChangesNoByte() throws {
        let sample = try SampleGraph.shared()
        let exports = try ["C", "tr_TR.UTF-8"].map { locale in
            try Command.run(
                ["export", "--format", "gexf"],
                environment: sample.environment.merging(["LANG": locale, "LC_ALL": locale]) { $1 })
        }
        #expect(exports[0].output.contains("TideLink"))
        #expect(exports[0].output == exports[1].output)
        // Reading, too: Turkish has its own upper case of i.
        let scratch = try Scratch()
        let database = ["SEOS_DB": scratch.path("graph.sqlite")]
        try Command.run(
            ["ingest", sample.pages, "--quiet"],
            environment: database.merging(["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]) { $1 })
        #expect(try Command.run(["export", "--format", "gexf"], environment: database).output == exports[0].output)
    }
}
