import Foundation
import SeosModel
import Testing

@testable import SeosQuery

/// Graphs that are too much for anyone who tries everything: 10,000 nodes without relationships, and 200 that all lead to
/// each other.
@Suite struct LargeGraphTests {
    private static func fixture(_ script: String) throws -> Fixture {
        let fixture = try Fixture()
        try Fixture.run("DELETE FROM region; DELETE FROM part_of;" + script, at: fixture.path)
        return fixture
    }

    private static let numbers = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < "

    /// Stops when it should, holds next to nothing, and leaves another engine free to answer.
    @Test func aCartesianProductStopsInTime() throws {
        let fixture = try Self.fixture(
            "INSERT INTO region (id, name) \(Self.numbers)10000) SELECT 1000 + n, 'r' || n FROM t;")
        let thread = Thread {
            do {
                let engine = try fixture.engine()
                engine.mostValues = 30_000
                let clock = ContinuousClock()
                let query = try engine.prepare(
                    "MATCH (a:Region), (b:Region), (c:Region), (d:Region) RETURN count(*) AS n")
                for way in [QueryEngine.Way.sql, .evaluator, .memory] {
                    let begin = clock.now
                    let error = #expect(throws: QueryError.self) {
                        try engine.run(engine.prepare(query.text, way: way), timeout: .milliseconds(700)).all()
                    }
                    let time = begin.duration(to: clock.now)
                    #expect(error?.code == .timeout, "\(way): \(error?.description ?? "no error")")
                    // 0.2 s late at most on a machine that is free; here others run too.
                    #expect(time > .milliseconds(650) && time < .seconds(3), "\(way)")
                }
            } catch { Issue.record("\(error)") }
        }
        thread.start()
        let other = try fixture.engine()
        for number in [1, 5000, 10_000] {
            let query = try other.prepare(
                "MATCH (r:Region {name: $n}) RETURN r.id", parameters: ["n": .string("r\(number)")])
            #expect(try other.run(query, timeout: .seconds(5)).all() == [[.integer(Int64(1000 + number))]])
        }
        while !thread.isFinished { Thread.sleep(forTimeInterval: 0.02) }
    }

    /// 200 nodes, each with a relationship to every other.
    private static let complete = Result {
        try fixture(
            "INSERT INTO region (id, name) \(numbers)200) SELECT n, 'r' || n FROM t;"
                + "INSERT INTO part_of (source, target, id) \(numbers)200) "
                + "SELECT a.n, b.n, a.n * 1000 + b.n FROM t AS a, t AS b WHERE a.n <> b.n;")
    }

    private struct Walk: Sendable {
        var query: String
        var count: Int64
    }

    /// From one node any of 199, and from each of them any of 199 again, back to the beginning included.
    private static let walks: [Walk] = [
        Walk(query: "MATCH (a:Region {name: 'r1'})-[:PART_OF]->(b) RETURN count(*) AS n", count: 199),
        Walk(query: "MATCH (a:Region {name: 'r1'})-[:PART_OF*2]->(b) RETURN count(*) AS n", count: 39_601),
        Walk(query: "MATCH (a:Region {name: 'r1'})-[:PART_OF*1..2]->(b) RETURN count(*) AS n", count: 39_800),
        Walk(
            query: "MATCH (a:Region {name: 'r1'})-[:PART_OF*1..9]->(b) WHERE a <> b RETURN count(DISTINCT b) AS n",
            count: 199),
        Walk(query: "MATCH (a:Region {name: 'r1'})-[:PART_OF*0..]->(b) RETURN count(DISTINCT b) AS n", count: 200),
        Walk(
            query: "MATCH (a:Region {name: 'r1'}), (b:Region {name: 'r2'}) "
                + "MATCH p = allShortestPaths((a)-[:PART_OF*..9]->(b)) RETURN count(p) AS n", count: 1),
    ]

    @Test(arguments: walks.indices) func aCompleteGraphIsWalked(_ index: Int) throws {
        let (query, count) = (Self.walks[index].query, Self.walks[index].count)
        let engine = try Self.complete.get().engine()
        for way in [QueryEngine.Way.best, .evaluator, .memory] {
            let rows = try engine.run(engine.prepare(query, way: way), timeout: .seconds(30)).all()
            #expect(rows == [[.integer(count)]], "\(way)")
        }
    }

    @Test(arguments: [
        "MATCH (a:Region {name: 'r1'})-[:PART_OF*]->(b) RETURN count(*) AS n",
        "MATCH p = (a:Region)-[:PART_OF*5..6]-(b:Region) RETURN max(length(p)) AS n",
        "MATCH (a:Region {name: 'r1'})-[:PART_OF*3..9]->(a) RETURN count(*) AS n",
    ]) func endlessWaysStopInTime(_ query: String) throws {
        let engine = try Self.complete.get().engine()
        let clock = ContinuousClock()
        let begin = clock.now
        let error = #expect(throws: QueryError.self) {
            try engine.run(engine.prepare(query), timeout: .milliseconds(300)).all()
        }
        #expect([.timeout, .tooLong].contains(error?.code), "\(error?.description ?? "no error")")
        #expect(begin.duration(to: clock.now) < .seconds(4))
    }

    /// A ring of three, and a node that leads to itself.
    @Test func ringsAndLoopsEnd() throws {
        let fixture = try Self.fixture(
            "INSERT INTO region (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');"
                + "INSERT INTO part_of (source, target, id) VALUES (1, 2, 1), (2, 3, 2), (3, 1, 3), (4, 4, 4);")
        let engine = try fixture.engine()
        let walks: [Walk] = [
            Walk(query: "MATCH (:Region {name: 'a'})-[:PART_OF*]->(b) RETURN count(*) AS n", count: 3),
            Walk(query: "MATCH (:Region {name: 'a'})-[:PART_OF*]-(b) RETURN count(*) AS n", count: 6),
            Walk(query: "MATCH (:Region {name: 'd'})-[:PART_OF*]->(b) RETURN count(*) AS n", count: 1),
            Walk(query: "MATCH (:Region {name: 'd'})-[:PART_OF*]-(b) RETURN count(*) AS n", count: 1),
            Walk(query: "MATCH (:Region {name: 'd'})-[:PART_OF*0..]-(b) RETURN count(*) AS n", count: 2),
            Walk(query: "MATCH (a:Region)-[:PART_OF*3]->(a) RETURN count(*) AS n", count: 3),
        ]
        for walk in walks {
            for way in [QueryEngine.Way.best, .evaluator, .memory] {
                let rows = try engine.run(engine.prepare(walk.query, way: way), timeout: .seconds(20)).all()
                #expect(rows == [[.integer(walk.count)]], "\(walk.query) \(way)")
            }
        }
    }
}
