import SeosExport
import SeosModel
import Testing

@Suite struct CSVExporterTests {
    private func file(_ name: String, _ graph: GraphSnapshot, safe: Bool = false) throws -> String {
        var options = ExportOptions()
        options.spreadsheetSafe = safe
        let files = try exported(graph, "csv", options: options).files
        return try #require(files.first { $0.name == name }).text
    }

    private func one(_ properties: [GraphSnapshot.Property]) -> GraphSnapshot {
        GraphSnapshot(nodes: [.init(id: 7, label: "Project", properties: properties)])
    }

    @Test func makesOneFileForEachLabelAndEachKindOfRelationship() throws {
        let summary = try exported(AwkwardGraph.graph, "csv").summary
        #expect(
            summary.files == [
                "nodes_Amount.csv", "nodes_Claim.csv", "nodes_Organization.csv", "nodes_Project.csv",
                "edges_HAS_AMOUNT_Project_Amount.csv", "edges_PARTNER_IN_Organization_Project.csv",
                "edges_PART_OF_Organization_Organization.csv",
            ])
    }

    @Test func tellsNullFromEmptyText() throws {
        let graph = GraphSnapshot(nodes: [
            .init(id: 1, label: "Project", properties: [.init("name", .string("A")), .init("url", .string(""))]),
            .init(id: 2, label: "Project", properties: [.init("name", .string("B"))]),
        ])
        #expect(try file("nodes_Project.csv", graph) == "id,name,url\r\n1,A,\"\"\r\n2,B,\r\n")
    }

    @Test func doublesQuotesAndKeepsLineBreaks() throws {
        let graph = one([.init("name", .string("a \"b\", c\nd"))])
        #expect(try file("nodes_Project.csv", graph) == "id,name\r\n7,\"a \"\"b\"\", c\nd\"\r\n")
    }

    @Test func writesListsAsJSON() throws {
        let graph = one([.init("names", .list([.string("a;b"), .string("c\"d")]))])
        #expect(try file("nodes_Project.csv", graph) == "id,names\r\n7,\"[\"\"a;b\"\",\"\"c\\\"\"d\"\"]\"\r\n")
    }

    @Test func stopsNoFormulaUnlessAskedTo() throws {
        #expect(try file("nodes_Project.csv", AwkwardGraph.graph).contains("\r\n9007199254740991,=cmd|' /C calc'!A0"))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
    func takesTheForceFromFormulas(cell: String) throws {
        let text = try file("nodes_Project.csv", one([.init("name", .string(cell))]), safe: true)
        #expect(text.hasPrefix("\u{FEFF}id,name\r\n"))
        #expect(text.contains("'" + cell))
    }

    @Test func leavesNumbersNumbersForSpreadsheets() throws {
        let graph = one([
            .init("level", .integer(-1)), .init("value", .decimal(ExactDecimal(-12))), .init("name", .string("a-1")),
        ])
        #expect(try file("nodes_Project.csv", graph, safe: true) == "\u{FEFF}id,level,value,name\r\n7,-1,-12,a-1\r\n")
    }

    @Test func keepsLongNumbersWholeInSpreadsheets() throws {
        #expect(try file("nodes_Project.csv", AwkwardGraph.graph, safe: true).contains("\r\n'9007199254740991,"))
    }

    @Test func makesFileNamesThatCanBeReadBack() throws {
        let graph = GraphSnapshot(
            nodes: [.init(id: 1, label: "../My_Label", properties: []), .init(id: 2, label: "Ö", properties: [])],
            relationships: [.init(id: 1, type: "A_B/C", source: 1, target: 2, properties: [])])
        #expect(
            try exported(graph, "csv").summary.files == [
                "nodes_%2E%2E%2FMy%5FLabel.csv", "nodes_%C3%96.csv", "edges_A_B%2FC_%2E%2E%2FMy%5FLabel_%C3%96.csv",
            ])
    }

    @Test func renamesPropertiesThatWouldHideTheIds() throws {
        let graph = one([.init("id", .string("x"))])
        #expect(try file("nodes_Project.csv", graph) == "id,property_id\r\n7,x\r\n")
    }
}
