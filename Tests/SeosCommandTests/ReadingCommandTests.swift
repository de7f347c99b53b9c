import Foundation
import Testing

/// Commands that read the graph.
@Suite struct ReadingCommandTests {
    private func run(_ words: String..., input: String = "") throws -> Command.Answer {
        try Command.run(words, input: input, environment: SampleGraph.shared().environment)
    }

    @Test func queryAnswersATable() throws {
        let answer = try run("query", "MATCH (p:Project) RETURN p.name AS project")
        #expect(answer.code == 0)
        #expect(answer.errors.isEmpty)
        #expect(
            answer.lines.map { $0.trimmingCharacters(in: .whitespaces) }.prefix(3) == [
                "project", "--------", "TideLink",
            ])
    }

    @Test func queryFormatsHoldTheSameRows() throws {
        let query =
            "MATCH (o:Organization)-[r:PARTNER_IN]->(:Project) RETURN DISTINCT o.name AS name, r.role AS role ORDER BY name"
        let csv = try run("query", query, "--format", "csv")
        #expect(csv.lines.first == "name,role")
        #expect(csv.output.contains("Kihelgu Harbour Society,lead"))
        let lines = try run("query", query, "--format", "jsonl").objects()
        #expect(
            lines.contains { $0["name"] as? String == "Kihelgu Harbour Society" && $0["role"] as? String == "lead" })
        let whole = try run("query", query, "--json").output
        let rows = try #require(try Command.object(whole)["rows"] as? [[String]])
        #expect(rows.contains(["Kihelgu Harbour Society", "lead"]))
        #expect(try run("query", query, "--format", "markdown").output.contains("| Kihelgu Harbour Society | lead |"))
    }

    @Test func savedQueriesAreListedAndRun() throws {
        let list = try run("query", "--list")
        #expect(list.code == 0)
        for name in ["@shared-partners", "@partners-of  ($name)", "@who-funds"] { #expect(list.output.contains(name)) }
        let answer = try run("query", "@projects-of", "--param", "name=Kihelgu Harbour Society")
        #expect(answer.code == 0)
        #expect(answer.output.contains("TideLink"))
        let missing = try run("query", "@projects-of", "--json")
        #expect(missing.code == 1)
        #expect(missing.output.isEmpty)
        #expect(try missing.error()["message"] is String)
    }

    @Test func aQueryFromAFileAndItsPlan() throws {
        let scratch = try Scratch()
        try scratch.write("q.cypher", "MATCH (p:Project) RETURN count(p) AS n")
        #expect(try run("query", "--file", scratch.path("q.cypher"), "--format", "csv").output.contains("1"))
        let plan = try run("query", "--explain", "MATCH (p:Project) RETURN p.name")
        #expect(plan.output.contains("SELECT"))
    }

    @Test func limitSaysThatRowsAreCut() throws {
        let answer = try run("query", "MATCH (o:Organization) RETURN o.name", "--limit", "1", "--format", "jsonl")
        #expect(answer.lines.count == 1)
        #expect(answer.errors.contains("--limit"))
    }

    @Test func anUnknownWordIsShownInItsPlace() throws {
        let answer = try run("query", "MATCH (p:Project) RETURN cout(p)")
        #expect(answer.code == 1)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.contains("error[query.unknown-function]"))
        #expect(answer.errors.contains("^^^^"))
        #expect(answer.errors.contains("count"))
    }

    @Test(arguments: [
        "CREATE (n:Project {name: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (p:Project) SET p.name = 'x'",
    ])
    func aQueryCannotWrite(query: String) throws {
        let answer = try run("query", query, "--json")
        #expect(answer.code == 1)
        #expect(answer.output.isEmpty)
        #expect(try answer.error()["code"] as? String == "query.write")
    }

    @Test func showGivesClaimsWithTheirWords() throws {
        let answer = try run("show", "tidelink")
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("TideLink  (Project, "))
        #expect(answer.output.contains("“1,250,000 EUR”  one.html"))
        #expect(answer.output.contains("“1,300,000 EUR”  two.html"))
        let objects = try run("show", "TIDELINK", "--json").objects()
        let object = try #require(objects.first)
        #expect(object["label"] as? String == "Project")
        let claims = try #require(object["claims"] as? [[String: Any]])
        #expect(claims.contains { $0["quote"] as? String == "1,250,000 EUR" && $0["doc"] as? String == "one.html" })
        let id = try #require(object["id"] as? NSNumber)
        #expect(try run("show", id.stringValue, "--json").objects().first?["id"] as? NSNumber == id)
    }

    @Test func whyShowsTheSentenceWithItsWordsMarked() throws {
        let shown = try #require(try run("show", "TideLink", "--json").objects().first)
        let claims = try #require(shown["claims"] as? [[String: Any]])
        let claim = try #require(claims.first { $0["quote"] as? String == "1,250,000 EUR" })
        let id = try #require(claim["id"] as? NSNumber).stringValue
        let answer = try run("why", id)
        #expect(answer.code == 0)
        #expect(answer.output.contains("Total budget: »1,250,000 EUR«"))
        #expect(answer.output.contains("one.html"))
        let object = try #require(try run("why", id, "--json").objects().first)
        let sentence = try #require(object["sentence"] as? String)
        let mark = try #require(object["mark"] as? [String: Int])
        let start = try #require(mark["start"])
        let end = try #require(mark["end"])
        var words = ""
        for scalar in Array(sentence.unicodeScalars)[start..<end] { words.unicodeScalars.append(scalar) }
        #expect(words == "1,250,000 EUR")
    }

    @Test func whyTellsInWordsWhatMadeOneThing() throws {
        let answer = try run("why", "Kihelgu Harbour Society")
        #expect(answer.code == 0)
        #expect(answer.output.contains("one.html (en) calls it Kihelgu Harbour Society"))
        #expect(answer.output.contains("because: same name"))
        #expect(answer.output.contains("'seos undo "))
        let object = try #require(try run("why", "kihelgu harbour society", "--json").objects().first)
        #expect((object["members"] as? [[String: Any]])?.count == 2)
        let decisions = try #require(object["decisions"] as? [[String: Any]])
        #expect(decisions.first?["maker"] as? String == "organization.name")
        // What one page names was not joined.
        #expect(try run("why", "Werft Sandnes").output.contains("nothing was joined"))
        let missing = try run("why", "Nobody Knows Society", "--json")
        #expect(try missing.error()["code"] as? String == "why.not-found")
    }

    @Test func showListsNamesWithLanguageAndPages() throws {
        let answer = try run("show", "tidelink", "--lang", "et")
        // There is no Estonian name: the English one stands first.
        #expect(answer.output.hasPrefix("TideLink  (Project, "))
        #expect(answer.output.contains("en  TideLink  one.html, two.html"))
        let object = try #require(try run("show", "tidelink", "--lang", "et", "--json").objects().first)
        #expect(object["name"] as? String == "TideLink")
        let names = try #require(object["names"] as? [[String: String]])
        #expect(names.contains { $0["name"] == "TideLink" && $0["language"] == "en" })
    }

    @Test func conflictsStandSideBySide() throws {
        let answer = try run("conflicts")
        #expect(answer.code == 0)
        #expect(answer.output.contains("TideLink: amount (total)\n  1250000 EUR\n"))
        let object = try #require(
            try run("conflicts", "--json").objects().first { $0["property"] as? String == "amount" })
        #expect((object["values"] as? [Any])?.count == 2)
    }

    @Test func problemsNameTheInputAndTheReason() throws {
        let answer = try run("problems")
        #expect(answer.code == 0)
        #expect(answer.lines.contains { $0.hasPrefix("picture.html: failure: ") })
        #expect(try run("problems", "--json").objects().first?["uri"] as? String == "picture.html")
    }

    @Test func checkFindsASoundDatabaseSound() throws {
        let answer = try run("check")
        #expect(answer.code == 0)
        #expect(answer.output.isEmpty)
        #expect(answer.errors == "The database is whole.\n")
    }

    @Test func statusCounts() throws {
        #expect(try run("status").lines.contains("documents: 2"))
        let object = try #require(try run("status", "--json").objects().first)
        #expect(object["documents"] as? Int == 2)
        #expect(object["failed_inputs"] as? Int == 1)
        #expect(object["resolved"] as? Bool == true)
        #expect((object["entities"] as? [String: Int])?["Project"] == 1)
    }

    @Test func clustersHoldAllMentions() throws {
        let objects = try run("clusters").objects()
        let project = try #require(objects.first { $0["kind"] as? String == "project" })
        let mentions = try #require(project["mentions"] as? [[String: Any]])
        #expect(Set(mentions.compactMap { $0["doc"] as? String }) == ["one", "two"])
        #expect(mentions.allSatisfy { $0["as_written"] as? String == "TideLink" })
    }

    @Test func languagesAndFormatsAreListed() throws {
        let languages = try run("languages", "--json").objects().compactMap { $0["tag"] as? String }
        #expect(Set(languages).isSuperset(of: ["et", "pl", "de", "sl", "en", "uk", "mt", "ga"]))
        let scores = try run("languages", "--json").objects().compactMap { $0["money_f1"] as? Double }
        #expect(scores.count == languages.count && scores.allSatisfy { $0 > 0.8 && $0 <= 1 })
        let formats = try run("formats")
        for word in ["reads   html", "writes  gexf", "writes  csv"] { #expect(formats.output.contains(word)) }
        #expect(try run("formats", "--json").objects().contains { $0["writes"] as? String == "graphml" })
    }
}
