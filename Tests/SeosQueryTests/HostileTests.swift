import SeosQuery
import Testing

/// Queries made to hurt: they are refused with a code, quickly, and never crash.
@Suite struct HostileTests {
    static let nests: [(open: String, inner: String, close: String)] = [
        ("(", "1", ")"), ("[", "1", "]"), ("-", "1", ""), ("- ", "1", ""), ("NOT ", "true", ""), ("{a: ", "1", "}"),
        ("CASE WHEN ", "true", " THEN 1 END"), ("toLower(", "'a'", ")"), ("(1 + ", "1", ")"), ("[1][", "0", "]"),
        ("EXISTS { (a) WHERE ", "true", "}"), ("(1 < 2 < ", "1", ")"), ("(a {x: ", "1", "})-->()"),
        ("coalesce(null, ", "1", ")"), ("[x IN ", "[1]", "]"), ("COUNT { MATCH (a) WHERE 1 < ", "1", "}"),
        ("all(x IN [1] WHERE ", "true", ")"), ("reduce(a = 1, b IN [1] | ", "1", ")"), ("[(a)-->() | ", "1", "]"),
    ]

    @Test(arguments: nests) func refusesNestingOfAHundredThousandLevels(
        _ open: String, _ inner: String, _ close: String
    ) throws {
        let engine = try Fixture.shared.engine()
        for count in [201, 2_000, 100_000] {
            let query =
                "RETURN " + String(repeating: open, count: count) + inner + String(repeating: close, count: count)
                + " AS x"
            let begin = ContinuousClock.now
            let error = #expect(throws: QueryError.self) { try engine.prepare(query) }
            #expect([.tooDeep, .tooLong].contains(error?.code))
            // A twentieth of a second at most where it is alone and optimized.
            #expect(ContinuousClock.now - begin < .seconds(2))
        }
    }

    @Test func acceptsNestingBelowTheLimit() throws {
        let brackets =
            "RETURN " + String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90) + " AS x"
        #expect(try Fixture.shared.rows(brackets) == ["[1]"])
        let sum = "RETURN " + String(repeating: "1 + ", count: 30) + "1 AS x"
        #expect(try Fixture.shared.rows(sum) == ["[31]"])
        let deepSum = "RETURN " + String(repeating: "1 + ", count: 150) + "1 AS x"
        #expect(try Fixture.shared.rows(deepSum) == ["[151]"])
        let or =
            "MATCH (p:Project) WHERE " + (0..<3000).map { "p.year = \($0)" }.joined(separator: " OR ")
            + " RETURN p.name"
        #expect(try Fixture.shared.rows(or) == ["[\"Amber\"]", "[\"Birch\"]"])
    }

    static let large: [String] = [
        "RETURN " + String(repeating: "1 + ", count: 15_000) + "1",
        "MATCH " + String(repeating: "()--", count: 10_000) + "() RETURN 1",
        "MATCH " + Array(repeating: "()", count: 10_000).joined(separator: ",") + " RETURN 1",
        String(repeating: "MATCH () ", count: 6_000) + "RETURN 1",
        String(repeating: "WITH 1 AS a ", count: 5_000) + "RETURN a",
        "MATCH (n" + String(repeating: ":Project", count: 5_000) + ") RETURN n",
        "MATCH (n:" + String(repeating: "!", count: 50_000) + "Project) RETURN n",
        "RETURN 1 AS x" + (0..<5_000).map { ", 1 AS x\($0)" }.joined(),
        "MATCH (a)-[*1..30]-(b)-[*1..30]-(c)-[*1..30]-(d) RETURN count(*)",
        "RETURN '" + String(repeating: "x", count: 70_000) + "'",
        "RETURN " + String(repeating: "true XOR ", count: 6_000) + "true",
        "RETURN " + String(repeating: "a.", count: 20_000) + "b",
        "MATCH (a:Region)" + String(repeating: "-[:PART_OF]->(:Region)", count: 200) + " RETURN a",
    ]

    // By number: the runner prints arguments, and these are long.
    @Test(arguments: large.indices) func refusesWhatIsTooLarge(_ index: Int) throws {
        let query = Self.large[index]
        let engine = try Fixture.shared.engine()
        let error = #expect(throws: QueryError.self) {
            _ = try engine.run(engine.prepare(query), timeout: .seconds(5)).next()
        }
        #expect(error != nil && error?.code != nil)
    }

    /// Chains inside chains double their middle operand in SQL; such a query is evaluated instead.
    @Test func answersNestedChains() throws {
        var query = "1"
        for _ in 0..<60 { query = "(1 = \(query) = 1)" }
        #expect(try Fixture.shared.rows("RETURN \(query) AS x") == ["[false]"])
    }

    private static let pieces = [
        "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "AS", "ORDER", "BY", "LIMIT", "SKIP", "DISTINCT", "AND", "OR",
        "NOT", "IN", "IS", "NULL", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "STARTS", "(", ")", "[", "]", "{",
        "}", ",", ":", ";", ".", "..", "|", "-", "->", "<-", "--", "*", "+", "=", "<>", "<", ">", "$p", "p", "q", "r",
        "Project", "Organization", "PARTNER_IN", "PART_OF", "name", "id", "count", "collect", "'x'", "\"", "`", "1",
        "2.5",
        "1..3", "(p:Project)", "(q)", "-[r]->", "-[:PART_OF*1..2]-", "p.name", "count(*)", "é", "\u{0}", "//", "/*",
        "😀",
    ]

    private static let frames = [
        ("", ""), ("", " RETURN 1 AS x"), ("RETURN", ""), ("MATCH (p:Project) WHERE", " RETURN 1 AS x"),
        ("MATCH (p:Project)", " RETURN p"), ("MATCH (p:Project) RETURN p.name AS x, ", ""),
    ]

    @Test func survivesRandomTokens() throws {
        let engine = try Fixture.shared.engine()
        var random = Random(state: 7)
        var answered = 0
        for _ in 0..<3000 {
            let (before, after) = Self.frames[random.below(Self.frames.count)]
            var query = before
            for _ in 0..<(1 + random.below(before.isEmpty ? 14 : 5)) {
                query += " " + Self.pieces[random.below(Self.pieces.count)]
            }
            query += after
            do {
                let prepared = try engine.prepare(query, parameters: ["p": .integer(1)])
                _ = try engine.run(prepared, timeout: .seconds(2), limit: 5).all()
                answered += 1
            } catch {
                // SQLite must accept everything the compiler lets through.
                #expect(error.code != .database, "\(query): \(error)")
            }
        }
        #expect(answered > 20)
    }

    /// Streams without any frame: an error with its place, at once.
    @Test func refusesTenThousandStreams() throws {
        let engine = try Fixture.shared.engine()
        var random = Random(state: 13)
        let begin = ContinuousClock.now
        for _ in 0..<10_000 {
            var query = ""
            for _ in 0..<(1 + random.below(12)) { query += Self.pieces[random.below(Self.pieces.count)] + " " }
            do { _ = try engine.prepare(query, parameters: ["p": .integer(1)]) } catch {
                #expect(error.code != .database, "\(query): \(error)")
                #expect(error.line != nil || error.code == .syntax, "\(query): \(error)")
            }
        }
        // Below 0.1 s each by far, or it would take a quarter of an hour.
        #expect(ContinuousClock.now - begin < .seconds(60))
    }

    @Test func survivesTruncatedAndMutatedQueries() throws {
        let engine = try Fixture.shared.engine()
        let query = Array(
            "MATCH (a:Organization)-[r:PARTNER_IN {role: 'lead'}]->(p:Project)<-[:PARTNER_IN*1..2]-(b) WHERE a.id < b.id AND NOT (a)--(b) OPTIONAL MATCH (p)-[:HAS_AMOUNT]->(m) WITH a, collect(DISTINCT p.name) AS n, sum(m.value) AS s WHERE size(n) >= 1 RETURN a.name, n, CASE WHEN s > 0 THEN s END AS s ORDER BY s DESC SKIP 0 LIMIT 5"
                .utf8)
        #expect(throws: Never.self) {
            try engine.run(engine.prepare(String(decoding: query, as: UTF8.self))).all()
        }
        var random = Random(state: 11)
        for i in 0..<query.count {
            var cut = Array(query[..<i])
            _ = try? engine.prepare(String(decoding: cut, as: UTF8.self))
            cut = query
            cut[i] = UInt8(32 + random.below(95))
            do {
                _ = try engine.run(engine.prepare(String(decoding: cut, as: UTF8.self)), timeout: .seconds(2)).next()
            } catch {
                #expect(error.code != .database, "\(String(decoding: cut, as: UTF8.self)): \(error)")
            }
        }
    }

    private struct Random {
        var state: UInt64
        mutating func below(_ n: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(n))
        }
    }
}
