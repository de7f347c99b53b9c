import Foundation
import Testing

@Suite struct ImportCommandTests {
    private let scratch = try? Scratch()

    private func scratchFolder(_ files: [String: String]) throws -> Scratch {
        let scratch = try #require(scratch)
        try FileManager.default.createDirectory(atPath: scratch.path("csv"), withIntermediateDirectories: true)
        for (name, text) in files { try scratch.write("csv/" + name, text) }
        return scratch
    }

    @Test func aGraphComesInAndIsAsked() throws {
        let scratch = try scratchFolder([
            "nodes_Organization.csv": "id,name\n1,Tartu\n2,Riga\n",
            "nodes_Project.csv": "id,name,budget\n5,Amber,100\n",
            "edges_PARTNER_IN_Organization_Project.csv": "src,dst,role\n1,5,lead\n2,5,partner\n", "notes.csv": "x\n",
        ])
        let database = scratch.path("graph.sqlite")
        let answer = try Command.run(["import", scratch.path("csv"), "--db", database])
        #expect(answer.code == 0)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.hasPrefix("Imported 3 nodes and 2 relationships from 3 files in "))
        #expect(answer.errors.contains("Left alone: notes.csv"))
        let rows = try Command.run([
            "query", "--db", database, "--format", "csv",
            "MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project) RETURN o.name, r.role, p.budget ORDER BY o.id",
        ])
        #expect(rows.output == "o.name,r.role,p.budget\r\nTartu,lead,100\r\nRiga,partner,100\r\n")
        #expect(try Command.run(["show", "riga", "--db", database]).output.hasPrefix("Riga  (Organization, 2)"))
        #expect(try Command.run(["check", "--db", database]).code == 0)
        #expect(try Command.run(["status", "--db", database]).output.contains("entities: Project 1, Organization 2"))
        let again = try Command.run(["import", scratch.path("csv"), "--db", database, "--json"])
        #expect(again.code == 1)
        #expect(try again.error()["code"] as? String == "store.not-empty")
        try scratch.write("page.txt", "Project: Birch\n")
        let ingest = try Command.run(["ingest", scratch.path("page.txt"), "--db", database, "--json"])
        #expect(ingest.code == 1)
        #expect(try ingest.error()["code"] as? String == "store.imported-graph")
    }

    @Test func aHalfReadFileLeavesNothingBehind() throws {
        let scratch = try scratchFolder(["nodes_A.csv": "id,name\n1,a\n2,\"b"])
        let database = scratch.path("new/graph.sqlite")
        let answer = try Command.run(["import", scratch.path("csv"), "--db", database, "--json"])
        #expect(answer.code == 65)
        let error = try answer.error()
        #expect(error["code"] as? String == "import.quoting")
        #expect(error["message"] as? String == "nodes_A.csv, line 3: a quotation mark is never closed")
        #expect(error["line"] as? Int == 3)
        #expect(!scratch.exists("new"))
        #expect(try Command.run(["import", scratch.path("nowhere"), "--db", database]).code == 66)
        #expect(try Command.run(["import"]).code == 64)
        #expect(try Command.run(["import", "x", "--register", "y", "--map", "z"]).code == 64)
    }

    /// What pages told, with documents and claims, goes out and comes back the same.
    @Test func anExportComesBackTheSame() throws {
        let sample = try SampleGraph.shared()
        let scratch = try #require(scratch)
        let copy = scratch.path("copy.sqlite")
        try Command.run(["export", "--format", "csv", "-o", scratch.path("one"), "--db", sample.database])
        #expect(try Command.run(["import", scratch.path("one"), "--db", copy, "--quiet"]).errors.isEmpty)
        try Command.run(["export", "--format", "csv", "-o", scratch.path("two"), "--db", copy])
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("one")).sorted()
        #expect(names.contains("nodes_Claim.csv") && names.contains("edges_PARTNER_IN_Organization_Project.csv"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("two")).sorted() == names)
        for name in names { #expect(try scratch.read("two/" + name) == scratch.read("one/" + name), "\(name)") }
        #expect(try Command.run(["check", "--db", copy]).code == 0)
        for query in ["@one-source", "@facts-of", "@sources-of"] {
            let words =
                ["query", query, "--format", "csv"] + (query == "@one-source" ? [] : ["--param", "project=TideLink"])
            let answers = try [sample.database, copy].map { try Command.run(words + ["--db", $0]).output }
            #expect(answers[0] == answers[1] && answers[0].contains("\r\n"))
        }
    }

    @Test func aRegisterIsLinkedShownAndExported() throws {
        let sample = try SampleGraph.shared()
        let scratch = try Scratch()
        let database = scratch.path("graph.sqlite")
        try FileManager.default.copyItem(atPath: sample.database, toPath: database)
        try scratch.write(
            "r.csv",
            """
            id,name,country,web
            x-1,Kihelgu Harbour Society,EE,https://www.kihelgu.example/en
            x-2,Kihelgu Harbour Society,FI,
            x-3,Society of Tailors,EE,

            """)
        try scratch.write(
            "map.json", #"{"register": "ports", "id": "id", "names": ["name"], "country": "country", "domain": "web"}"#)
        func link() throws -> Command.Answer {
            try Command.run([
                "import", "--register", scratch.path("r.csv"), "--map", scratch.path("map.json"), "--db", database,
                "--json",
            ])
        }
        let answer = try link()
        #expect(answer.code == 0)
        let summary = try Command.object(answer.output)
        #expect(summary["organizations"] as? Int == 3)
        #expect(summary["linked"] as? Int == 2, "one on each page")
        let shown = try Command.run(["show", "Kihelgu Harbour Society", "--db", database]).output
        #expect(shown.contains("in ports: Kihelgu Harbour Society (EE, kihelgu.example), x-1; score 1.0: "))
        #expect(shown.contains("same country: EE  [register.name]"))
        let query = "MATCH (o:Organization) WHERE o.register_id IS NOT NULL RETURN o.name, o.register_id"
        let rows = try Command.run(["query", "--db", database, "--format", "csv", query])
        #expect(rows.output == "o.name,o.register_id\r\nKihelgu Harbour Society,ports:x-1\r\n")
        _ = try Command.run(["export", "--format", "csv", "-o", scratch.path("out"), "--db", database])
        #expect(try scratch.read("out/nodes_Organization.csv").contains("ports:x-1"))
        // A page that comes later is linked as it is read.
        try scratch.write("page.html", SampleGraph.page("1 EUR", "Ahto Boats, Estonia"))
        try Command.run(["ingest", scratch.path("page.html"), "--db", database, "--quiet"])
        #expect(try Command.object(link().output)["linked"] as? Int == 3)
        try scratch.write("map.json", #"{"register": "ports"}"#)
        let wrong = try link()
        #expect(wrong.code == 65)
        #expect(try wrong.error()["message"] as? String == "map.json: 'id' is missing")
    }
}
