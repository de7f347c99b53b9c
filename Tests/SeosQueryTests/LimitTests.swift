import Foundation
import SeosQuery
import Testing

/// Time, memory and cancelling hold wherever a query spends its time, and rows are handed over as they are found.
@Suite struct LimitTests {
    /// Queries that would take for ever or all memory.
    static let bombs: [String] = [
        "UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(*) AS n",
        "UNWIND range(1, 5000000) AS a RETURN a ORDER BY a % 1000, -a",
        "UNWIND range(1, 5000000) AS a WITH DISTINCT a % 3000001 AS b RETURN count(b) AS n",
        "UNWIND range(1, 5000000) AS a RETURN a % 2000003 AS k, count(*) AS n, collect(a) AS l",
        "RETURN reduce(t = [], i IN range(1, 1000000) | t + i) AS x",
        "RETURN reduce(t = [1], i IN range(1, 100) | t + t) AS x",
        "RETURN reduce(t = [1], i IN range(1, 100) | [t, t]) AS x",
        "RETURN reduce(t = {}, i IN range(1, 100000) | {a: t}) AS x",
        "RETURN reduce(t = [], i IN range(1, 1000000) | [t]) AS x",
        "RETURN reduce(t = 'a', i IN range(1, 100) | t + t) AS x",
        "UNWIND range(1, 1000000) AS a RETURN collect(range(1, 10000)) AS x",
        "RETURN [x IN range(1, 10000000) | [y IN range(1, 10000000) | x * y]] AS x",
        "RETURN all(x IN range(1, 10000000) WHERE any(y IN range(1, 10000000) WHERE y < 0 OR x > 0)) AS x",
        "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN count(*) AS n",
        "MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN a.name AS n ORDER BY n",
        "MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f) RETURN count(*) AS n",
        "MATCH (a), (b), (c), (d) WITH a, b, c, d WHERE a <> b MATCH p = allShortestPaths((a)-[*]-(b)) RETURN count(p) AS n",
        "MATCH (a) WHERE COUNT { MATCH (b), (c), (d), (e), (f), (g) } > 0 RETURN a",
        "RETURN [(a)-[*]-(b) | [(c)-[*]-(d) | [(e)-[*]-(f) | 1]]] AS x",
    ]

    @Test(arguments: bombs) func stopsInTime(_ query: String) throws {
        let engine = try Fixture.shared.engine()
        let clock = ContinuousClock()
        let begin = clock.now
        let error = #expect(throws: QueryError.self) {
            let rows = try engine.run(engine.prepare(query), timeout: .milliseconds(150))
            while try rows.next() != nil {}
        }
        #expect([.timeout, .tooLong, .tooDeep].contains(error?.code), "\(error?.description ?? "no error")")
        // Far more than it takes: the machine may be busy and the build a debug one.
        #expect(begin.duration(to: clock.now) < .seconds(4))
    }

    @Test func cancelsFromAnotherThread() throws {
        let engine = try Fixture.shared.engine()
        let canceller = engine.canceller
        // A thread of its own: other tests may keep those of tasks busy.
        Thread.detachNewThread {
            for _ in 0..<50 {
                Thread.sleep(forTimeInterval: 0.1)
                canceller.cancel()
            }
        }
        let error = #expect(throws: QueryError.self) {
            try engine.run(engine.prepare(Self.bombs[0]), timeout: .seconds(60)).all()
        }
        #expect(error?.code == .cancelled)
    }

    @Test func handsRowsOverAsTheyAreFound() throws {
        let engine = try Fixture.shared.engine()
        // Some hundred thousand million rows.
        let rows = try engine.run(
            engine.prepare("MATCH (a), (b), (c), (d), (e), (f), (g), (h) RETURN a.id AS a, reverse([b.id, 1]) AS b"),
            timeout: .seconds(60))
        for _ in 0..<700 { #expect(try rows.next()?.count == 2) }
        // Another query while this one is open, and one after it is let go.
        #expect(try Fixture.shared.rows("MATCH (p:Project) RETURN count(p) AS n") == ["[3]"])
        let second = try engine.run(engine.prepare("MATCH (o:Organization)-->() RETURN count(*) AS n")).all()
        #expect(second == [[.integer(11)]])
        #expect(try rows.next() != nil)
    }

    @Test func aStreamEndsWithItsError() throws {
        let engine = try Fixture.shared.engine()
        let rows = try engine.run(
            engine.prepare("UNWIND range(1, 1000) AS a RETURN 10 / (600 - a) AS x"), timeout: .seconds(20))
        var count = 0
        let error = #expect(throws: QueryError.self) { while try rows.next() != nil { count += 1 } }
        #expect(error?.code == .type)
        #expect(count <= 599)
        #expect(try rows.next() == nil)
    }

    @Test func aStreamIsCutAtItsLimit() throws {
        let engine = try Fixture.shared.engine()
        let query = try engine.prepare("UNWIND range(1, 1000000) AS a RETURN a")
        let rows = try engine.run(query, limit: 300)
        #expect(try rows.all().count == 300)
        #expect(rows.isCut)
        let all = try engine.run(engine.prepare("UNWIND range(1, 300) AS a RETURN a"), limit: 300)
        #expect(try all.all().count == 300)
        #expect(!all.isCut)
        #expect(try engine.run(query, limit: 0).next() == nil)
    }
}
