import Foundation
import SeosStore
import Testing

@testable import SeosImport

/// What is refused, with file and line, and that nothing is left behind.
@Suite struct RefusedFilesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var nodes = "id,name\n1,a\n2,b\n"
        var edges = "src,dst\n1,2\n"
        var message: String
        var testDescription: String { message }
    }

    static let cases: [Case] = [
        .init(nodes: "id,name\n1,\"a\n2,b\n", message: "nodes_A.csv, line 2: a quotation mark is never closed"),
        .init(
            nodes: "id,name\n1,\"a\"x\n", message: "nodes_A.csv, line 2: something follows a closing quotation mark"),
        .init(
            nodes: "id,name\n1,a\n2,x\"y\"\n",
            message: "nodes_A.csv, line 3: a quotation mark stands inside a value without quotation marks"),
        .init(
            nodes: "id,name\n1,a\n2,Univ",
            message: "nodes_A.csv, line 3: the last line has no end, so the file may have been cut off"),
        .init(
            nodes: "id,name\n1,\"a\nb\"\n2,\"Univ\"",
            message: "nodes_A.csv, line 4: the last line has no end, so the file may have been cut off"),
        .init(nodes: "id,name\n1,a\n2\n", message: "nodes_A.csv, line 3: this record has 1 column, the header has 2"),
        .init(
            nodes: "id,name\n1,a\n2,b,c\n", message: "nodes_A.csv, line 3: this record has 3 columns, the header has 2"),
        .init(
            nodes: "id,name\n1,a\n\n2,b\n", message: "nodes_A.csv, line 3: this record has 1 column, the header has 2"),
        .init(nodes: "id,name\r1,a\r", message: "nodes_A.csv, line 1: a carriage return stands alone"),
        .init(nodes: "id,name\n1,a\u{0}b\n", message: "nodes_A.csv, line 2: a zero byte stands in it"),
        .init(nodes: "id,name\n1,a\n,b\n", message: "nodes_A.csv, line 3: this node has no id"),
        .init(
            nodes: "id,name\n1,a\n1,b\n", message: "nodes_A.csv, line 3: a node with the id '1' was there before"),
        .init(nodes: "", message: "nodes_A.csv: it is empty"),
        .init(nodes: "name\na\n", message: "nodes_A.csv, line 1: there is no column 'id'"),
        .init(nodes: "id,name,name\n1,a,b\n", message: "nodes_A.csv, line 1: two columns are called 'name'"),
        .init(nodes: "id,,name\n1,a,b\n", message: "nodes_A.csv, line 1: column 2 has no name"),
        .init(
            edges: "src,dst\n1,2\n1,3\n", message: "edges_T_A_A.csv, line 3: there is no node :A with the id '3'"),
        .init(edges: "src,dst\n1,\n", message: "edges_T_A_A.csv, line 2: an end of this relationship is empty"),
        .init(edges: "from,to\n1,2\n", message: "edges_T_A_A.csv, line 1: there are no columns 'src' and 'dst'"),
        .init(
            edges: "src,dst,id\n1,2,5\n2,1,5\n1,2,5\n",
            message: "edges_T_A_A.csv, line 4: a relationship with the id 5 joins these two nodes already"),
        .init(edges: "src,dst\n1,02\n", message: "edges_T_A_A.csv, line 2: there is no node :A with the id '02'"),
    ]

    @Test(arguments: cases) func withItsPlace(_ example: Case) throws {
        let fixture = try ImportFixture(["nodes_A.csv": example.nodes, "edges_T_A_A.csv": example.edges])
        #expect(fixture.error()?.description == example.message)
        // An empty database stays empty, and the right files can be read into it.
        if FileManager.default.fileExists(atPath: fixture.database) { #expect(try fixture.store().isEmpty()) }
        try fixture.write("nodes_A.csv", "id\n1\n2\n")
        try fixture.write("edges_T_A_A.csv", "src,dst\n1,2\n")
        #expect(fixture.error() == nil)
    }

    @Test func bytesThatAreNoText() throws {
        let fixture = try ImportFixture([:])
        try fixture.write("nodes_A.csv", Data("id,name\n1,a\n2,".utf8) + Data([0xE9, 0x74, 0x0A]))
        #expect(fixture.error()?.description == "nodes_A.csv, line 3: this is not UTF-8")
        for bytes in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80]] as [[UInt8]] {
            try fixture.write("nodes_A.csv", Data("id,name\n1,".utf8) + Data(bytes) + Data([0x0A]))
            #expect(fixture.error()?.code == .notText)
        }
    }

    @Test func foldersAndNames() throws {
        let empty = try ImportFixture(["note.csv": "a\n"])
        #expect(empty.error()?.code == .noFiles)
        #expect(throws: ImportError.self) { try GraphImporter(folder: empty.folder + "/nowhere") }
        let unknown = try ImportFixture(["nodes_A.csv": "id\n", "edges_T_A_B.csv": "src,dst\n"])
        #expect(
            unknown.error()?.description
                == "edges_T_A_B.csv: its name does not end with two labels that have a file nodes_<Label>.csv")
        let double = try ImportFixture([
            "nodes_A.csv": "id\n", "nodes_A_A.csv": "id\n", "edges_T_A_A_A.csv": "src,dst\n",
        ])
        #expect(double.error()?.description == "edges_T_A_A_A.csv: its name can be read in more than one way")
    }

    /// A thousand damaged files: each is either refused or read, and nothing crashes.
    @Test func anyCutAndAnyByte() throws {
        let whole = Array("id,name,n\r\n1,\"a \"\"b\"\"\",5\r\n2,é,\r\n\"3\",\"x\ny\",7\r\n".utf8)
        var generator = Numbers(state: 7)
        let fixture = try ImportFixture([:])
        var refused = 0
        for i in 0..<400 {
            var bytes = whole
            if i < whole.count {
                bytes = Array(bytes[..<i])
            } else {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            try fixture.write("nodes_A.csv", Data(bytes))
            do { _ = try GraphImporter(folder: fixture.graph) } catch { refused += 1 }
        }
        #expect(refused > 150)
        // Cut at every place but after a line, the file is refused.
        #expect(refused >= whole.count - 4)
    }

    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
    }
}
