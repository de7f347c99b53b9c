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
                1. match (o:Organization)-[:PARTNER_IN]->(p:Project {name: 'x'})
                2. take n, each once, sorted, cut

                SELECT DISTINCT (n2.name) AS c0 FROM organization AS n2, project AS n3, partner_in AS r4 WHERE r4.source = n2.id AND r4.target = n3.id AND ((n3.name) = ?1) ORDER BY c0 ASC NULLS LAST LIMIT ?2

                ?1 = "x"
                ?2 = 5
                """)
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
