import Foundation
import Testing

/// Commands that read standard input line by line, and those that need no database.
@Suite struct ServiceTests {
    @Test func annotateAnswersEveryLineInOrder() throws {
        let answer = try Command.run(
            ["annotate"],
            input: """
                {"id":1,"text":"Total budget: 5,000 EUR","lang":"en"}
                this is no JSON
                {"id":"two","text":7}
                {"id":"three","text":"","lang":"en"}

                """)
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
        let objects = try answer.objects()
        #expect(objects.count == 4)
        #expect(objects[0]["id"] as? Int == 1)
        let found = try #require(objects[0]["found"] as? [[String: Any]])
        #expect(found.contains { $0["kind"] as? String == "money" && $0["text"] as? String == "5,000 EUR" })
        #expect((objects[1]["error"] as? [String: Any])?["code"] as? String == "annotate.not-json")
        #expect(objects[2]["id"] as? String == "two")
        #expect(objects[2]["error"] != nil)
        #expect((objects[3]["found"] as? [Any])?.isEmpty == true)
    }

    @Test func annotateKeepsTheOrderOfManyLines() throws {
        let filler = String(repeating: "Kogumaksumus on 2,3 miljonit eurot. ", count: 20)
        let input = (0..<400).map { #"{"id":\#($0),"lang":"et","text":"\#(filler)"}"# + "\n" }.joined()
        let objects = try Command.run(["annotate", "--kinds", "money"], input: input).objects()
        #expect(objects.compactMap { $0["id"] as? Int } == Array(0..<400))
        #expect(objects.allSatisfy { ($0["found"] as? [Any])?.isEmpty == false })
    }

    @Test func annotateReadsEveryShapeOfALine() throws {
        let answer = try Command.run(
            ["annotate", "--kinds", "date"],
            input: #"""
                {"text":"5 M\u00e4rz 2021 \ud83d\ude00","lang":"de","id":"a"}
                {"meta":{"text":"x"},"text":"yesterday","ref_time":"2024-03-01T10:00:00","lang":"en","id":1.5}
                {"text":"yesterday","lang":"en"}
                {"text":"half \ud83d"}
                {"text":"x"} trailing

                """#)
        let objects = try answer.objects()
        #expect(objects.count == 5)
        let first = try #require((objects[0]["found"] as? [[String: Any]])?.first)
        #expect(first["text"] as? String == "5 März 2021")
        #expect(objects[1]["id"] as? Double == 1.5)
        let relative = try #require((objects[1]["found"] as? [[String: Any]])?.first)
        #expect(relative["relative"] as? Bool == true)
        #expect(relative["iso_start"] as? String == "2024-02-29")
        #expect((objects[2]["found"] as? [Any])?.isEmpty == true)
        #expect(objects[3]["error"] != nil)
        #expect(objects[4]["error"] != nil)
    }

    @Test func annotateKeepsToTheKindsAskedFor() throws {
        let line = #"{"id":1,"text":"From 1 May 2024 with 5,000 EUR","lang":"en"}"# + "\n"
        let object = try #require(try Command.run(["annotate", "--kinds", "date"], input: line).objects().first)
        let found = try #require(object["found"] as? [[String: Any]])
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0["kind"] as? String == "date" })
    }

    @Test func extractLinesGoOnAfterABadLine() throws {
        let page = SampleGraph.page("5,000 EUR", "Werft Sandnes GmbH, Germany")
        let line = try #require(
            String(
                bytes: JSONSerialization.data(withJSONObject: ["id": "a", "uri": "a.html", "text": page]),
                encoding: .utf8))
        let answer = try Command.run(
            ["extract", "--jsonl", "--format", "claims"],
            input: "{}\n\(line)\n{\"id\":3,\"base64\":\"***\"}\nnonsense\n")
        #expect(answer.code == 0)
        let objects = try answer.objects()
        #expect(objects.count == 4)
        #expect(objects[0]["error"] != nil)
        #expect(objects[1]["doc"] as? String == "a")
        let claims = try #require(objects[1]["claims"] as? [[String: Any]])
        #expect(claims.contains { $0["property"] as? String == "amount" && $0["quote"] as? String == "5,000 EUR" })
        #expect(objects[2]["id"] as? Int == 3)
        #expect(objects[2]["error"] != nil)
        #expect(objects[3]["error"] != nil)
    }

    @Test func queryLinesGoOnAfterABadLine() throws {
        let answer = try Command.run(
            ["query", "--jsonl"],
            input: """
                {"query":"MATCH (p:Project) WHERE p.name = $name RETURN p.name AS name","parameters":{"name":"TideLink"}}
                {"query":"MATCH (p:Project RETURN p"}
                nonsense
                {"query":"RETURN 1 AS one"}

                """, environment: SampleGraph.shared().environment)
        #expect(answer.code == 0)
        let objects = try answer.objects()
        #expect(objects.count == 4)
        #expect(objects[0]["rows"] as? [[String]] == [["TideLink"]])
        #expect(objects[1]["error"] != nil)
        #expect((objects[2]["error"] as? [String: Any])?["code"] as? String == "query.not-json")
        #expect(objects[3]["columns"] as? [String] == ["one"])
    }

    @Test(arguments: ["facts", "content", "text", "blocks", "claims"])
    func extractAnswersOneObjectADocument(format: String) throws {
        let sample = try SampleGraph.shared()
        let answer = try Command.run(
            ["extract", "--format", format, sample.pages + "/one.html", sample.pages + "/picture.html"])
        #expect(answer.errors.isEmpty)
        let objects = try answer.objects()
        #expect(objects.map { $0["doc"] as? String } == ["one", "picture"])
        #expect(objects[0]["error"] == nil)
        #expect((objects[1]["error"] as? [String: Any])?["code"] is String)
    }

    @Test func extractTakesAListOfFilesAndStandardInput() throws {
        let sample = try SampleGraph.shared()
        let listed = try Command.run(
            ["extract", "--format", "text", "--files-from", "-"], input: sample.pages + "/one.html\n"
        ).objects()
        #expect(listed.count == 1)
        let page = SampleGraph.page("5,000 EUR", "Werft Sandnes GmbH, Germany")
        let piped = try Command.run(["extract", "--format", "content", "-"], input: page).objects()
        #expect(piped.count == 1)
        #expect(piped.first?["error"] == nil)
    }

    /// What is large is read in a process of its own, with the same packs.
    @Test(arguments: [0, 9 << 20]) func extractReadsWithTheWordsOfAFolderOfPacks(padding: Int) throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path("packs/et"), withIntermediateDirectories: true)
        try scratch.write("packs/et/noise.tsv", "navigation\tsee rida on siin liigne\tSee rida on siin liigne\n")
        try scratch.write(
            "page.html",
            """
            <html lang=et><body><!--\(String(repeating: "x", count: padding))--><main><h1>Rada</h1>
            <p>Kunagisel raudteetammil kulgev matkarada pikeneb lähiaastatel Mõisakülast Läti piirini välja.</p>
            <p>See rida on siin liigne</p></main></body></html>
            """)
        func hasLine(_ words: [String]) throws -> Bool {
            let answer = try Command.run(["extract", "--format", "content"] + words + [scratch.path("page.html")])
            let text = try #require(try answer.objects().first?["text"] as? String)
            #expect(text.contains("raudteetammil"))
            return text.contains("liigne")
        }
        #expect(try hasLine([]))
        #expect(try !hasLine(["--packs", scratch.path("packs")]))
    }

    @Test func extractLeavesOutWhatIsLessSure() throws {
        let scratch = try Scratch()
        try scratch.write(
            "page.txt",
            "Project acronym: QUIETRIVER\nLead partner: University of Limerick\nTotal budget: EUR 1,240,500\n")
        func claims(_ minimum: String) throws -> [[String: Any]] {
            let answer = try Command.run([
                "extract", "--format", "claims", "--min-confidence", minimum, scratch.path("page.txt"),
            ])
            #expect(answer.code == 0)
            return try #require(try answer.objects().first?["claims"] as? [[String: Any]])
        }
        let all = try claims("0")
        let amount = try #require(all.first { $0["property"] as? String == "amount" })
        #expect(amount["currency"] as? String == "EUR")
        let sure = try #require(amount["confidence"] as? Double)
        #expect(try claims("1").isEmpty)
        #expect(try claims("\(sure)").count == all.filter { ($0["confidence"] as? Double ?? 0) >= sure }.count)
        let facts = try Command.run(["extract", "--min-confidence", "1", scratch.path("page.txt")]).objects()
        #expect((facts.first?["projects"] as? [Any])?.isEmpty == true)
        #expect(try Command.run(["extract", "--min-confidence", "2", scratch.path("page.txt")]).code == 64)
    }
}
