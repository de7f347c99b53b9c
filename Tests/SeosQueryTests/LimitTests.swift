import Foundation
import SeosModel
import Testing

@testable import SeosQuery

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
        "WITH range(1, 1000000) AS l UNWIND l AS i RETURN count(DISTINCT l) AS n",
        "WITH range(1, 1000000) AS l UNWIND l AS i WITH i, l WHERE l = l + [] RETURN count(i) AS n",
        "WITH range(1, 1000000) AS l UNWIND l AS i RETURN count([-1 IN l, l[1..], reverse(l), size(l)]) AS n",
        "WITH \(long) AS t UNWIND range(1, 1000000) AS i RETURN count(size(t)) AS n",
        "WITH \(long) AS t UNWIND range(1, 1000000) AS i RETURN count(t CONTAINS 'b') AS n",
        "WITH \(long) AS t UNWIND range(1, 1000000) AS i RETURN count(toUpper(t) + left(t, 9) + substring(t, 99)) AS n",
        "WITH \(long) AS t UNWIND range(1, 1000000) AS i RETURN count(replace(t, 'a', 'bb')) AS n",
        "WITH \(long) AS t UNWIND range(1, 1000000) AS i RETURN count(size(split(t, 'a'))) AS n",
        "UNWIND range(1, 9000000) AS a RETURN percentileDisc(a % 7919, 0.5) AS p",
        "RETURN COLLECT { UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN b } AS l",
    ]

    /// A text of four million letters.
    static let long = "reduce(t = 'aaaa', i IN range(1, 20) | t + t)"

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

    /// What one value may be, whatever makes it: no more than a query may hold.
    @Test(arguments: [
        "size(range(1, 10000000))", "size([x IN range(1, 30000) | range(1, 90)])",
        "size([range(1, 60000), range(1, 60000)])",
        "size([x IN range(1, 400) | [y IN range(1, 400) | [x, y]]])",
        "size(split(reduce(t = 'aaaa', i IN range(1, 15) | t + t), 'a'))",
        "size(split(reduce(t = 'aaaa', i IN range(1, 15) | t + t), ''))",
        "size(COLLECT { UNWIND range(1, 90000) AS a UNWIND [1, 2] AS b RETURN [a] })",
        "size([(a)-[*1..9]-(b) | range(1, 90000)])",
        "COUNT { UNWIND range(1, 90000) AS a RETURN [a, a] AS l UNION RETURN [] AS l }",
    ]) func noValueIsLargerThanTheMemory(_ expression: String) throws {
        let engine = try Fixture.shared.engine()
        engine.mostValues = 100_000
        let error = #expect(throws: QueryError.self) {
            try engine.run(engine.prepare("RETURN \(expression) AS x"), timeout: .seconds(20)).all()
        }
        #expect(error?.code == .tooLong, "\(error?.description ?? "no error")")
    }

    @Test func whatIsLetGoIsNotCounted() throws {
        let engine = try Fixture.shared.engine()
        engine.mostValues = 100_000
        func answer(_ query: String) throws -> [[QueryValue]] {
            try engine.run(engine.prepare(query), timeout: .seconds(20)).all()
        }
        #expect(
            try answer("UNWIND range(1, 100) AS i RETURN sum(size(range(1, 50000))) AS n") == [[.integer(5_000_000)]])
        #expect(
            try answer("UNWIND range(1, 50000) AS i WITH i, [i, i, i] AS l RETURN i ORDER BY -i LIMIT 1") == [
                [.integer(50000)]
            ])
        #expect(
            try answer("RETURN reduce(n = 0, i IN range(1, 1000) | n + size([x IN range(1, 900) | x])) AS n") == [
                [.integer(900_000)]
            ])
    }

    @Test func aRangeOfTenMillionIsMade() throws {
        let engine = try Fixture.shared.engine()
        let query = try engine.prepare("RETURN size(range(1, 10000000)) AS n")
        #expect(try engine.run(query, timeout: .seconds(60)).all() == [[.integer(10_000_000)]])
        let late = #expect(throws: QueryError.self) { try engine.run(query, timeout: .milliseconds(1)).all() }
        #expect(late?.code == .timeout)
        let long = #expect(throws: QueryError.self) {
            try engine.run(engine.prepare("RETURN range(0, 10000000) AS n")).all()
        }
        #expect(long?.code == .tooLong)
    }

    /// Parts that begin like the text at every place of it.
    @Test func searchingTakesLinearTime() throws {
        let text = String(repeating: "a", count: 400_000)
        let part = String(repeating: "a", count: 200_000)
        let clock = ContinuousClock()
        let begin = clock.now
        #expect(!TextSearch.contains(text, part + "b"))
        #expect(TextSearch.contains(text + "b", part + "b"))
        #expect(TextSearch.contains(text, part))
        #expect(begin.duration(to: clock.now) < .seconds(4))
        for (whole, piece) in [
            ("abab" + String(repeating: "ab", count: 20) + "c", String(repeating: "ab", count: 20) + "c")
        ] {
            #expect(TextSearch.contains(whole, piece) && !TextSearch.contains(piece, whole))
        }
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
