import Foundation
import SeosModel
import Testing

@testable import SeosQuery

/// The same questions in both ways of running: as one SQL statement and evaluated over the graph.
@Suite struct DifferentialTests {
    private struct Random {
        var state: UInt64
        mutating func below(_ n: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(n))
        }
        mutating func one<T>(_ items: [T]) -> T { items[below(items.count)] }
    }

    private static let nodes = [
        "(a:Organization)", "(a:Organization {country: 'EE'})", "(a:Region)", "(a:Project)", "(a:Programme|Region)",
        "(a:Project {name: 'Birch'})",
    ]
    private static let steps = [
        "-[r:PARTNER_IN]->(b:Project)", "<-[r:PARTNER_IN]-(b:Organization)", "-[r:PART_OF]-(b:Region)",
        "-[r:LOCATED_IN]->(b:Region)", "-[r]-(b)", "-[:PART_OF*0..2]->(b:Region)", "-[r:FUNDED_BY]->(b)",
        "-[:PARTNER_IN*1..3]-(b)",
    ]
    private static let conditions = [
        "", " WHERE a.name < 'K'", " WHERE a.id <> b.id", " WHERE NOT b.name = 'Amber' OR a.name IS NULL",
        " WHERE b.name IN ['Baltic', 'Riga', null]", " WHERE EXISTS { (b)--(:Project) }", " WHERE (a)--(:Programme)",
        " WHERE a.name CONTAINS 't' XOR b.name STARTS WITH 'B'",
    ]
    private static let tails = [
        " RETURN a.name AS x, b.name AS y", " RETURN DISTINCT a.id AS x, b.id AS y", " RETURN count(*) AS x",
        " RETURN a.name AS x, count(DISTINCT b) AS y", " WITH a, count(b) AS n WHERE n > 1 RETURN a.id AS x, n AS y",
        " RETURN a, b.id AS y", " RETURN b.name AS x, collect(DISTINCT a.id) AS y ORDER BY x, y LIMIT 0",
        " OPTIONAL MATCH (b)-[:FUNDED_BY]->(c) RETURN a.id AS x, b.id AS y, c.name AS z",
        " RETURN min(a.name) AS x, max(b.id) AS y, sum(a.id) AS z",
        " WITH DISTINCT a, b ORDER BY a.id DESC, b.id LIMIT 3 RETURN a.id AS x, b.id AS y",
    ]

    private func answer(_ engine: QueryEngine, _ query: String, _ way: QueryEngine.Way) -> (
        rows: [String], error: String
    ) {
        do {
            let prepared = try engine.prepare(query, way: way)
            let rows = try engine.run(prepared, timeout: .seconds(20)).all()
            return (rows.map { QueryValue.list($0).json.text }.sorted(), "")
        } catch { return ([], error.code.rawValue) }
    }

    @Test func bothWaysAgreeOnRandomQueries() throws {
        let engine = try Fixture.shared.engine()
        var random = Random(state: 5)
        var compared = 0
        let isSlow = ProcessInfo.processInfo.environment["SEOS_SLOW_TESTS"] != nil
        let count = isSlow ? 1000 : 100
        for _ in 0..<count {
            let query =
                "MATCH " + random.one(Self.nodes) + random.one(Self.steps) + random.one(Self.conditions)
                + random.one(Self.tails)
            let sql = answer(engine, query, .sql)
            if !sql.error.isEmpty { continue }
            let evaluated = answer(engine, query, .evaluator)
            let best = answer(engine, query, .best)
            #expect(evaluated.error == sql.error, "\(query)")
            #expect(evaluated.rows == sql.rows, "\(query)")
            #expect(best.rows == sql.rows, "\(query)")
            compared += 1
        }
        #expect(compared > count / 2)
    }

    @Test func bothWaysAgreeOnTheMatchTests() throws {
        let engine = try Fixture.shared.engine()
        for example in MatchTests.cases {
            let evaluated = answer(engine, example.query, .evaluator)
            #expect(evaluated.rows == example.rows.sorted(), "\(example.query) \(evaluated.error)")
        }
    }
}
