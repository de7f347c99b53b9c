import Foundation
import Testing

@Suite struct IngestCommandTests {
    @Test func unchangedPagesAreReadAgainAtNoCost() throws {
        let sample = try SampleGraph.shared()
        let scratch = try Scratch()
        try FileManager.default.copyItem(atPath: sample.database, toPath: scratch.path("graph.sqlite"))
        let answer = try Command.run(
            ["ingest", sample.pages + "/one.html", sample.pages + "/two.html", "--json"],
            environment: ["SEOS_DB": scratch.path("graph.sqlite")])
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
        let object = try #require(try answer.objects().first)
        #expect(object["unchanged"] as? Int == 2)
        #expect(object["rows_written"] as? Int == 0)
    }

    @Test func aMissingInputExitsWith66AndAnUnreadableOneWith65() throws {
        let scratch = try Scratch()
        try scratch.writeBinary("picture.html")
        let missing = try Command.run(["ingest", "nowhere", "--json"], folder: scratch.folder)
        #expect(missing.code == 66)
        #expect(try missing.objects().first?["failed"] as? Int == 1)
        #expect(missing.errors.isEmpty)
        let unreadable = try Command.run(["ingest", "picture.html"], folder: scratch.folder)
        #expect(unreadable.code == 65)
        #expect(unreadable.output.isEmpty)
        #expect(unreadable.errors.contains("picture.html"))
    }

    @Test func aProblemExitsWith3OnlyWhenStrict() throws {
        let scratch = try Scratch()
        // A byte that no text of this encoding has.
        var bytes = Array("Total budget: 5,000 EUR\n".utf8)
        bytes.insert(0xFF, at: 6)
        try Data([0xEF, 0xBB, 0xBF] + bytes).write(to: URL(fileURLWithPath: scratch.path("a.txt")))
        let strict = try Command.run(["ingest", "--strict", "a.txt"], folder: scratch.folder)
        #expect(strict.code == 3)
        #expect(strict.errors.contains("seos problems"))
    }

    @Test func theDatabaseIsMadeWhereTheOptionSays() throws {
        let scratch = try Scratch()
        try scratch.writeBinary("picture.html")
        try Command.run(
            ["ingest", "picture.html", "--db", "by-option/graph.sqlite"],
            environment: ["SEOS_DB": "by-variable.sqlite"],
            folder: scratch.folder)
        #expect(scratch.exists("by-option/graph.sqlite"))
        #expect(!scratch.exists("by-variable.sqlite"))
        try Command.run(["ingest", "picture.html"], folder: scratch.folder)
        #expect(scratch.exists("graph/seos.sqlite"))
    }

    @Test func standardInputIsADocument() throws {
        let scratch = try Scratch()
        let page = SampleGraph.page("5,000 EUR", "Werft Sandnes GmbH, Germany")
        let answer = try Command.run(["ingest", "-", "--json"], input: page, folder: scratch.folder)
        #expect(answer.code == 0)
        #expect(try answer.objects().first?["added"] as? Int == 1)
        #expect(try Command.run(["show", "TideLink"], folder: scratch.folder).output.contains("“5,000 EUR”"))
    }

    @Test func aNameCannotObeyTheTerminal() throws {
        let scratch = try Scratch()
        let name = "a\u{1B}[31mred\u{7}\u{202E}.html"
        try scratch.writeBinary(name)
        let ingest = try Command.run(["ingest", name], folder: scratch.folder)
        let problems = try Command.run(["problems"], folder: scratch.folder)
        let json = try Command.run(["problems", "--json"], folder: scratch.folder)
        for text in [ingest.errors, problems.output] {
            #expect(text.contains("a\\u{1b}[31mred\\u{7}\\u{202e}.html"))
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        }
        // A machine gets the name itself, in JSON's own escapes.
        #expect(!json.output.contains("\u{1B}"))
        #expect(try json.objects().first?["uri"] as? String == name)
    }
}
