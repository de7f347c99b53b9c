import Foundation
import Testing

/// What goes wrong has a code, a sentence, the right stream and the right exit code.
@Suite struct ErrorTests {
    @Test(arguments: [
        (["show", "nosuch"], "show.not-found"), (["why", "5"], "why.not-found"),
        (["query", "@nosuch"], "query.unknown-name"), (["query", "nonsense"], "query.syntax"),
        (["export", "--format", "nosuch"], "export.unknown-format"),
    ])
    func whatIsNotThereExitsWith1(words: [String], code: String) throws {
        let environment = try SampleGraph.shared().environment
        let json = try Command.run(words + ["--json"], environment: environment)
        #expect(json.code == 1)
        #expect(json.output.isEmpty)
        #expect(json.errors.split(separator: "\n").count == 1)
        let error = try json.error()
        #expect(error["code"] as? String == code)
        #expect((error["message"] as? String)?.isEmpty == false)
        #expect(Set(error.keys).isSuperset(of: ["line", "column", "hint"]))
        let words = try Command.run(words, environment: environment)
        #expect(words.code == 1)
        #expect(words.output.isEmpty)
        #expect(words.errors.hasPrefix("error[\(code)]: "))
    }

    @Test(arguments: [
        ["query", "RETURN 1"], ["show", "x"], ["why", "1"], ["conflicts"], ["export", "--format", "gexf"], ["problems"],
        ["check"], ["status"], ["clusters"], ["undo", "1"], ["merge", "a", "b"], ["split", "a"], ["resolve"],
        ["decisions", "--import", "none.csv"],
    ])
    func aMissingDatabaseIsNotMade(words: [String]) throws {
        let scratch = try Scratch()
        let answer = try Command.run(words + ["--json", "--db", scratch.path("none.sqlite")])
        #expect(answer.code != 0)
        #expect(answer.output.isEmpty)
        #expect((try answer.error()["code"] as? String)?.isEmpty == false)
        #expect(!scratch.exists("none.sqlite"))
    }

    @Test(arguments: [["status"], ["query", "RETURN 1"]])
    func aMissingDatabaseExitsWith66(words: [String]) throws {
        let answer = try Command.run(words + ["--db", "none.sqlite"])
        #expect(answer.code == 66)
        #expect(answer.errors.contains("seos ingest"))
    }

    @Test func aFileOfDecisionsIsReadWholeOrRefusedWithItsLine() throws {
        let scratch = try Scratch()
        try scratch.write("page.txt", "Project acronym: TideLink\n\nLead partner: Kihelgu Harbour Society, Estonia\n")
        let database = ["--db", scratch.path("graph.sqlite"), "--json"]
        let ingested = try Command.run(["ingest", "page.txt"] + database, folder: scratch.folder)
        #expect(ingested.code == 0)
        let head = "kind,verdict,left_uri,left_name,left_start,right_uri,right_name,right_start,time\n"
        try scratch.write("bad.csv", head + "project,perhaps,a,A,1,b,B,1,2026-01-01T00:00:00Z\n")
        try scratch.write("other.csv", head + "project,same,a,A,1,b,B,1,2026-01-01T00:00:00Z\n")
        func read(_ file: String) throws -> Command.Answer {
            try Command.run(["decisions", "--import", file] + database, folder: scratch.folder)
        }
        let bad = try read("bad.csv")
        #expect(bad.code == 65)
        #expect(try bad.error()["code"] as? String == "decision.file")
        #expect(try bad.error()["line"] as? Int == 2)
        #expect(try read("none.csv").code == 66)
        let other = try read("other.csv")
        #expect(other.code == 0)
        #expect(try other.objects().first?["added"] as? Int == 0)
        #expect(try other.objects().first?["unknown"] as? Int == 1)
        let resolved = try Command.run(["resolve"] + database)
        #expect(try resolved.objects().first?["resolved"] as? Bool == true)
    }

    @Test func aDryRunMakesNoDatabase() throws {
        let scratch = try Scratch()
        try scratch.write("page.txt", "Projekt\n\nProjekti kogumaksumus on 12 000 eurot.\n")
        let answer = try Command.run(
            ["ingest", "--dry-run", "page.txt", "--db", scratch.path("none.sqlite")], folder: scratch.folder)
        #expect(answer.code == 0)
        #expect(answer.errors.contains("Would read 1 documents"))
        #expect(!scratch.exists("none.sqlite"))
    }

    @Test func errorsOfUsageAreJSONWhenAsked() throws {
        let json = try Command.run(["query", "--json"])
        #expect(json.code == 64)
        #expect(try json.error()["code"] as? String == "usage")
        let words = try Command.run(["query"])
        #expect(words.code == 64)
        #expect(words.errors.hasPrefix("Error: "))
    }

    @Test func anEmptyPageIsAProblemAndNothingElse() throws {
        let scratch = try Scratch()
        try scratch.write("empty.html", "<html><body>  </body></html>")
        let database = ["--db", scratch.path("graph.sqlite")]
        #expect(try Command.run(["ingest", "empty.html"] + database, folder: scratch.folder).code == 0)
        let problems = try Command.run(["problems", "--all"] + database)
        #expect(problems.output.contains("[input.empty]"))
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        let scratch = try Scratch()
        let letter = String(repeating: "Dear reader, ", count: 100)
        try scratch.write("letter.txt", letter)
        for words in [["status"], ["ingest", "letter.txt"], ["query", "RETURN 1"]] {
            let answer = try Command.run(words + ["--db", scratch.path("letter.txt")], folder: scratch.folder)
            #expect(answer.code != 0)
            #expect(answer.output.isEmpty)
        }
        #expect(try scratch.read("letter.txt") == letter)
    }

    @Test func aDatabaseThatCannotBeMadeExitsWith73() throws {
        let scratch = try Scratch()
        try scratch.write("file", "")
        let answer = try Command.run(["ingest", ".", "--db", scratch.path("file/graph.sqlite"), "--json"])
        #expect(answer.code == 73)
        #expect(try answer.error()["hint"] is String)
    }

    @Test(arguments: [
        ["clusters"], ["export", "--format", "gexf"], ["query", "MATCH (o:Organization) RETURN o.name"],
    ])
    func aClosedPipeEndsQuietly(words: [String]) throws {
        let answer = try Command.run(words, environment: SampleGraph.shared().environment, closedOutput: true)
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
    }
}
