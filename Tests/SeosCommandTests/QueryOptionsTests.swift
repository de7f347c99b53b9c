import Foundation
import Testing

@Suite struct QueryOptionsTests {
    private func run(_ words: String..., input: String = "") throws -> Command.Answer {
        try Command.run(["query"] + words, input: input, environment: SampleGraph.shared().environment)
    }

    private static let lead =
        "MATCH (o:Organization)-[r:PARTNER_IN {role: 'lead'}]->(:Project) RETURN o.name AS name, r"

    @Test func evidenceHoldsTheWords() throws {
        let row = try #require(run("--evidence", "--format", "jsonl", Self.lead).objects().first)
        let evidence = try #require(row["evidence"] as? [[String: Any]])
        #expect(evidence.count == 2, "one claim on each page")
        for item in evidence {
            #expect(item["property"] as? String == "partner")
            #expect((item["words"] as? String)?.contains("Kihelgu Harbour Society") ?? false)
            #expect((item["document"] as? String)?.hasSuffix(".html") ?? false)
            #expect(item["claim"] is Int)
        }
    }

    @Test(arguments: ["table", "csv", "json", "jsonl", "markdown"]) func evidenceInEveryFormat(_ format: String) throws
    {
        let answer = try run("--evidence", "--format", format, Self.lead)
        #expect(answer.code == 0)
        #expect(answer.output.contains("evidence"))
        #expect(answer.output.contains("Kihelgu Harbour Society"))
        #expect(answer.output.contains("one.html") && answer.output.contains("two.html"))
    }

    @Test func valuesAloneHaveNoEvidence() throws {
        let row = try run("--evidence", "--format", "jsonl", "RETURN 1 AS x, 'y' AS evidence").objects().first
        #expect((row?["evidence_"] as? [Any])?.isEmpty ?? false)
    }

    @Test func profileShowsRowsAndTimes() throws {
        let answer = try run(
            "--profile", "MATCH (o:Organization)-[:PARTNER_IN]->(p:Project) WITH p, count(o) AS n RETURN p.name, n")
        #expect(answer.code == 0)
        #expect(answer.output.contains(" rows (about "))
        #expect(answer.output.contains(" ms  match (o:Organization)-[:PARTNER_IN]->(p:Project)"))
        #expect(answer.output.contains("1 row in "))
        #expect(try run("--profile", "--explain", "RETURN 1").code == 64)
    }

    @Test func plainWordsFindASavedQuery() throws {
        func first(_ words: String) throws -> String? { try run("--list", words).lines.first }
        #expect(try first("Which partners share projects?")?.hasPrefix("@shared-partners") ?? false)
        #expect(try first("who shares projects")?.hasPrefix("@shared-partners") ?? false)
        #expect(try first("who pays for it")?.hasPrefix("@who-funds") ?? false)
        #expect(try first("disagreeing sources")?.hasPrefix("@conflicts") ?? false)
        #expect(try first("how are two organizations connected")?.hasPrefix("@how-connected") ?? false)
        #expect(try first("countries working together")?.hasPrefix("@countries-together") ?? false)
        let none = try run("--list", "xylophone", "--json")
        #expect(none.code == 1)
        #expect(try none.error()["code"] as? String == "query.unknown-name")
    }

    @Test func limitsHold() throws {
        let endless =
            "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 10000) AS c WITH a, b WHERE a = -b RETURN count(*)"
        let start = ContinuousClock.now
        let late = try run(endless, "--timeout", "0.3")
        #expect(ContinuousClock.now - start < .seconds(20), "it would take hours")
        #expect(late.code == 1)
        #expect(late.output.isEmpty)
        #expect(
            late.errors == """
                error[query.timeout]: the query took longer than allowed
                  make it narrower, or give it more time with --timeout

                """)
        #expect(try run("RETURN 1", "--timeout", "0").code == 64)
        #expect(try run("RETURN 1", "--limit", "-1").code == 64)
        let none = try run("UNWIND [1, 2] AS x RETURN x", "--limit", "0", "--format", "csv")
        #expect(none.output == "x\r\n")
        let cut = try run("UNWIND [1, 2] AS x RETURN x", "--limit", "1")
        #expect(cut.errors == "There are more rows; --limit 1 cut them.\n")
    }

    @Test func aServiceAnswersWithEvidence() throws {
        let line = #"{"query":"MATCH (p:Project)-[r:PARTNER_IN]-(o) RETURN r LIMIT 1"}"#
        let answer = try #require(run("--jsonl", "--evidence", input: line + "\n").objects().first)
        #expect(answer["columns"] as? [String] == ["r", "evidence"])
        #expect(try run("--jsonl", "--format", "csv", input: line).code == 64)
    }
}
