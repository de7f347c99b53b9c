import Foundation
import SeosExport
import SeosModel
import Testing

/// What holds for every format that needs no other program.
@Suite struct ExportPropertyTests {
    static let formats = GraphExporters.all.map(\.name).filter { $0 != "svg" }

    @Test(arguments: formats)
    func theSameSnapshotGivesTheSameBytes(format: String) throws {
        let first = try exported(AwkwardGraph.graph, format)
        let second = try exported(AwkwardGraph.graph, format)
        #expect(first.files == second.files)
        #expect(first.summary == second.summary)
    }

    @Test(arguments: formats)
    func countsWhatItWrote(format: String) throws {
        let (files, summary) = try exported(AwkwardGraph.graph, format)
        #expect(summary.nodes == 8)
        #expect(summary.relationships == 5)
        #expect(summary.omittedNodes == 0)
        #expect(summary.bytes == files.reduce(0) { $0 + $1.bytes.count })
    }

    @Test(arguments: formats)
    func writesAGraphWithoutNodes(format: String) throws {
        let (files, summary) = try exported(AwkwardGraph.empty, format)
        #expect(summary.nodes == 0)
        #expect(files.isEmpty == (format == "csv"))
    }

    @Test(arguments: formats)
    func writesVeryLongNamesWhole(format: String) throws {
        let text = try exportedText(AwkwardGraph.long(10_000), format)
        #expect(text.count(where: { $0 == "Õ" }) >= 3333)
    }

    @Test(arguments: formats)
    func refusesARelationshipWithoutItsNode(format: String) throws {
        var graph = AwkwardGraph.graph
        graph.relationships.append(.init(id: 99, type: "PART_OF", source: 10, target: 404, properties: []))
        #expect(throws: ExportError.relationshipWithoutNode(relationship: 99, node: 404)) {
            try exported(graph, format)
        }
    }

    @Test(arguments: formats)
    func refusesTwoNodesOfOneId(format: String) throws {
        var graph = AwkwardGraph.graph
        graph.nodes.append(.init(id: 10, label: "Region", properties: []))
        #expect(throws: ExportError.duplicateNode(10)) { try exported(graph, format) }
    }

    @Test(arguments: ["gexf", "graphml", "dot"])
    func leavesOutWhatXMLForbidsAndCountsIt(format: String) throws {
        let (files, summary) = try exported(AwkwardGraph.graph, format)
        let text = files.map(\.text).joined()
        #expect(text.contains("bellnullnotacharacter"))
        let forbidden = text.unicodeScalars.filter { scalar in
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        }
        #expect(forbidden.isEmpty)
        // Once as the name and once as what a drawing shows.
        #expect(summary.removedCharacters == 10)
    }

    @Test(arguments: ["cytoscape", "csv"])
    func keepsEveryCharacterWhereTheFormatCan(format: String) throws {
        #expect(try exported(AwkwardGraph.graph, format).summary.removedCharacters == 0)
    }

    @Test(arguments: ["gexf", "graphml"])
    func keepsLineBreaksAndTabsInXML(format: String) throws {
        let text = try exportedText(AwkwardGraph.graph, format)
        #expect(!text.contains("\r"))
        let inAttributes = ["&lt;b&gt;\\ &amp;lt;&#10;2. rida&#9;X", "-10 °C&#13;&#10;"]
        let inText = ["&lt;b&gt;\\ &amp;lt;\n2. rida\tX", "-10 °C&#13;\n"]
        for expected in format == "gexf" ? inAttributes : inText { #expect(text.contains(expected)) }
    }

    @Test(arguments: ["gexf", "graphml"])
    func givesAPropertyOfTwoTypesTwoColumns(format: String) throws {
        let text = try exportedText(AwkwardGraph.graph, format)
        let number = format == "gexf" ? "title=\"value\" type=\"double\"" : "attr.name=\"value\" attr.type=\"double\""
        let words =
            format == "gexf" ? "title=\"value_text\" type=\"string\"" : "attr.name=\"value_text\" attr.type=\"string\""
        #expect(text.contains(number))
        #expect(text.contains(words))
    }

    @Test(arguments: formats)
    func writesAmountsToTheLastDigit(format: String) throws {
        #expect(try exportedText(AwkwardGraph.graph, format).contains("-9999999999999999.99"))
    }

    @Test func namesEveryKeyForNodesOrEdgesBeforeTheGraph() throws {
        let text = try exportedText(AwkwardGraph.graph, "graphml")
        let head = try #require(text.components(separatedBy: "<graph ").first)
        #expect(head.components(separatedBy: "<key ").count - 1 == text.components(separatedBy: "<key ").count - 1)
        #expect(!text.contains("for=\"all\"") && !text.contains("for=\"graph\""))
        #expect(!text.contains("id=\"label\"") && !text.contains("id=\"size\""))
    }

    @Test func writesInChunks() throws {
        final class CountingSink: ExportSink {
            var largest = 0
            var writes = 0
            func beginFile(named name: String) {}
            func write(_ bytes: [UInt8]) {
                largest = max(largest, bytes.count)
                writes += 1
            }
        }
        let sink = CountingSink()
        _ = try GEXFExporter().write(
            AwkwardGraph.large(organizations: 5000, projects: 100, claims: 0), to: sink, options: ExportOptions())
        #expect(sink.writes > 5)
        #expect(sink.largest < 80_000)
    }

    @Test func knowsItsFormatsByNameAndExtension() throws {
        #expect(try GraphExporters.exporter(named: "GEXF").name == "gexf")
        #expect(try GraphExporters.exporter(named: "cyjs").name == "cytoscape")
        let names = GraphExporters.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(throws: ExportError.unknownFormat("xlsx", known: names)) { try GraphExporters.exporter(named: "xlsx") }
    }

    @Test func saysWhatIsWrongAndWhatToDo() {
        #expect(
            ExportError.graphvizMissing(tool: "sfdp").description == """
                error[export.graphviz-missing]: drawing needs graphviz, but there is no program 'sfdp'
                  install it with 'apt-get install graphviz', or export dot and draw it elsewhere
                """)
        let hostile = ExportError.unknownFormat("a\u{1B}[2J", known: ["gexf", "dot"])
        #expect(hostile.message == "no export format named 'a\\u{1b}[2J'")
        #expect(hostile.hint == "one of gexf, dot")
    }
}
