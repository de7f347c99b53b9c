import CSQLite
import Foundation
import SeosQuery
import Testing

@Suite struct EngineTests {
    private static let long =
        "MATCH (a:Organization), (b:Organization), (c:Organization), (d:Organization), (e:Amount), (f:Amount), (g:Amount), (h:Amount), (i:Amount), (j:Amount), (k:Amount) RETURN sum(a.id)"

    @Test func stopsAtTheTimeout() throws {
        let engine = try Fixture.shared.engine()
        let rows = try engine.run(engine.prepare(Self.long), timeout: .milliseconds(50))
        let error = #expect(throws: QueryError.self) { try rows.next() }
        #expect(error?.code == .timeout)
        #expect(try engine.run(engine.prepare("RETURN 1 AS x")).all() == [[.integer(1)]])
    }

    @Test func stopsWhenCancelledFromAnotherThread() throws {
        let engine = try Fixture.shared.engine()
        let rows = try engine.run(engine.prepare(Self.long))
        let canceller = engine.canceller
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 0.05)
            canceller.cancel()
        }
        let error = #expect(throws: QueryError.self) { try rows.next() }
        #expect(error?.code == .cancelled)
        #expect(try engine.run(engine.prepare("RETURN 1 AS x")).all() == [[.integer(1)]])
    }

    @Test func cutsAtTheRowLimitAndSaysSo() throws {
        let engine = try Fixture.shared.engine()
        let query = try engine.prepare("MATCH (p:Project) RETURN p.name")
        let cut = try engine.run(query, limit: 2)
        #expect(try cut.all().count == 2 && cut.isCut)
        let whole = try engine.run(query, limit: 3)
        #expect(try whole.all().count == 3 && !whole.isCut)
    }

    @Test func runsAPreparedQueryAgain() throws {
        let engine = try Fixture.shared.engine()
        let query = try engine.prepare(
            "MATCH (p:Project) WHERE p.year = $y RETURN p.name", parameters: ["y": .integer(2021)])
        for _ in 0..<3 { #expect(try engine.run(query).all() == [[.string("Amber")]]) }
    }

    @Test func explainsInWordsAndSQL() throws {
        let engine = try Fixture.shared.engine()
        let text = engine.explain(
            try engine.prepare(
                "MATCH (o:Organization)-[:PARTNER_IN]->(p:Project {name: 'x'}) RETURN DISTINCT o.name AS n ORDER BY n LIMIT 5"
            ))
        #expect(
            text == """
                1. about 3 rows  match (o:Organization)-[:PARTNER_IN]->(p:Project {name: 'x'})
                2. about 3 rows  take n, each once, sorted, cut
                Answered by one SQL statement:

                SELECT DISTINCT (n2.name) AS c0 FROM project AS n3 CROSS JOIN partner_in AS r4 CROSS JOIN organization AS n2 WHERE r4.source = n2.id AND r4.target = n3.id AND ((n3.name) = ?1) ORDER BY c0 ASC NULLS LAST LIMIT ?2

                ?1 = "x"
                ?2 = 5
                """)
    }

    @Test func explainsWhatIsEvaluated() throws {
        let engine = try Fixture.shared.engine()
        func plan(_ query: String) throws -> [String] {
            engine.explain(try engine.prepare(query)).split(separator: "\n").map(String.init)
        }
        #expect(
            try plan("UNWIND [1, 2, 3] AS x WITH x WHERE x = 2 RETURN count(x)") == [
                "1. about 3 rows  for each item of [1, 2, 3]", "2. about 1 rows  take x",
                "3. about 1 rows  group and take count(x)", "Evaluated row by row.",
            ])
        let reach = try plan(
            "MATCH (a:Organization {name: 'Tartu'})-[:PARTNER_IN*1..4]-(b) WHERE a <> b RETURN count(DISTINCT b)")
        #expect(reach.first?.hasSuffix("; walk to each node once") ?? false)
        #expect(reach.last == "Evaluated row by row, over relationships in memory.")
        let both = try plan("MATCH (x)-[:LOCATED_IN|PART_OF]->(r:Region) RETURN r.name LIMIT 1")
        #expect(both.contains("Answered by one SQL statement, in 3 readings of its patterns:"))
        #expect(both[1] == "2. about 1 rows  take r.name, cut")
    }

    /// Wherever the named node stands in the pattern, SQLite begins with it.
    @Test func theOrderOfTablesIsThatOfThePlan() throws {
        let engine = try Fixture.shared.engine()
        func order(_ query: String) throws -> [Substring] {
            let sql = try #require(try engine.prepare(query, way: .sql).sql)
            let tables = try #require(
                sql.split(separator: " FROM ", maxSplits: 1).last?.split(separator: " WHERE ").first)
            return tables.replacing("CROSS JOIN ", with: ", ").split(separator: " ").filter {
                Int($0.dropFirst()) == nil
            }
            .filter { $0 != "AS" && $0 != "," }
        }
        let tables = try order(
            "MATCH (o:Organization)-[:PARTNER_IN]->(p:Project)-[:LOCATED_IN]->(r:Region {code: 'EE008'}) RETURN o.name")
        #expect(tables.first == "region" && tables.last == "organization")
        #expect(
            try order("MATCH (o:Organization)-[:PARTNER_IN]->(p) WHERE o.name = 'Tartu' RETURN p.name").first
                == "organization")
        // Nothing of the organization but its id is asked, which its relationships hold.
        #expect(
            try order("MATCH (o:Organization)-[:PARTNER_IN]->(p) WHERE o.id = 1 RETURN p.name").first == "partner_in")
        let later = try order(
            "MATCH (p:Project {name: 'Amber'}) MATCH (o:Organization)-[:PARTNER_IN]->(p) RETURN o.name")
        #expect(later == ["project", "partner_in", "organization"])
    }

    @Test func seesThatAnotherConnectionHasWritten() throws {
        let fixture = try Fixture()
        let engine = try fixture.engine()
        let before = engine.dataVersion
        try Fixture.run("DELETE FROM contact_of", at: fixture.path)
        #expect(engine.dataVersion != before)
    }

    @Test func refusesAFileThatIsMissingOrNoDatabase() throws {
        let missing = #expect(throws: QueryError.self) { try QueryEngine(path: "/nonexistent/seos.sqlite") }
        #expect(
            missing?.description == "error[query.database]: the database cannot be opened: unable to open database file"
        )
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("seos-\(UUID().uuidString)").path
        try Data(repeating: 0x41, count: 5000).write(to: URL(fileURLWithPath: path))
        let garbage = #expect(throws: QueryError.self) { try QueryEngine(path: path) }
        #expect(garbage?.description == "error[query.database]: the database cannot be opened: file is not a database")
        try FileManager.default.removeItem(atPath: path)
        try Fixture.run("CREATE TABLE t (x)", at: path)
        let engine = try QueryEngine(path: path)
        let foreign = #expect(throws: QueryError.self) { try engine.run(engine.prepare("MATCH (p:Project) RETURN p")) }
        #expect(foreign?.description == "error[query.database]: this is not a Seos database (no such table: project)")
    }

    /// Whether the guarded connection compiles and starts a statement.
    private func runs(_ sql: String, _ database: OpaquePointer?) -> Bool {
        var statement: OpaquePointer?
        defer { csqlite_finalize(statement) }
        guard csqlite_prepare(database, sql, sql.utf8.count, &statement) == CSQLITE_OK else { return false }
        let status = csqlite_step(statement)
        return status == CSQLITE_ROW || status == CSQLITE_DONE
    }

    @Test func theConnectionItselfOnlyReads() throws {
        var database: OpaquePointer?
        var message = [CChar](repeating: 0, count: 100)
        let flag = csqlite_flag_create()
        defer { csqlite_flag_destroy(flag) }
        try #require(csqlite_open(Fixture.shared.path, flag, &database, &message, message.count) == CSQLITE_OK)
        defer { csqlite_close(database) }
        for allowed in [
            "SELECT count(*) FROM project",
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9) SELECT max(n) FROM t",
            "SELECT name FROM name_search WHERE name_search MATCH 'amber' ORDER BY rank", "SELECT * FROM partner",
            "SELECT value FROM json_each('[1,2]')",
        ] { #expect(runs(allowed, database), "\(allowed)") }
        for refused in [
            "DELETE FROM project", "INSERT INTO state VALUES ('a', 'b')", "UPDATE project SET name = 'x'",
            "DROP TABLE project",
            "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)", "ATTACH ':memory:' AS x", "PRAGMA journal_mode",
            "PRAGMA table_info(project)",
            "PRAGMA query_only = 0", "VACUUM INTO '/tmp/x'", "BEGIN", "SELECT load_extension('x')",
            "SELECT randomblob(1000000000)",
            "SELECT * FROM sqlite_schema", "SELECT * FROM pragma_table_info('project')", "SELECT 1; SELECT 2",
            "SELECT zeroblob(9)",
            "EXPLAIN DELETE FROM project", "SELECT \"no such column\"", "", "SELECT fts3_tokenizer('x')",
            "SELECT writefile('/tmp/x', 'y')",
        ] { #expect(!runs(refused, database), "\(refused)") }
    }
}
