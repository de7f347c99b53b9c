import SeosQuery
import Testing

/// What has no form in SQL, over the fixture's database.
@Suite struct EvaluatorTests {
    static let cases: [(query: String, rows: [String])] = [
        ("UNWIND [3, null, 1] AS x RETURN x ORDER BY x", ["[1]", "[3]", "[null]"]),
        ("UNWIND null AS x RETURN x", []),
        ("RETURN 1 AS a UNION RETURN 1 AS a", ["[1]"]),
        ("RETURN 1 AS a UNION ALL RETURN 1 AS a", ["[1]", "[1]"]),
        ("RETURN 1 + [1] AS x", ["[[1,1]]"]),
        ("RETURN [1, 2, 3][0..2] AS x, {a: 1, b: null} AS y", ["[[1,2],{\"a\":1,\"b\":null}]"]),
        ("RETURN [x IN [1, 2, 3] WHERE x > 1 | x * 2] AS x", ["[[4,6]]"]),
        ("RETURN all(x IN [1, null] WHERE x = 1) AS x, any(x IN [1, null] WHERE x = 1) AS y", ["[null,true]"]),
        ("RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS x", ["[6]"]),
        ("RETURN substring('abcdef', 1, 3) AS x, split('a,b', ',') AS y", ["[\"bcd\",[\"a\",\"b\"]]"]),
        (
            "MATCH q = (:Region {code: 'EE008'})-[:PART_OF*]->(b) RETURN length(q) AS n, [x IN nodes(q) | x.name] AS names ORDER BY n",
            [
                "[1,[\"Lõuna-Eesti\",\"Estonia\"]]", "[2,[\"Lõuna-Eesti\",\"Estonia\",\"Baltic\"]]",
                "[3,[\"Lõuna-Eesti\",\"Estonia\",\"Baltic\",\"Baltic\"]]",
            ]
        ),
        (
            "MATCH (a:Organization {name: 'Tartu'}), (b:Project {name: 'Birch'}) MATCH q = shortestPath((a)-[*..4]-(b)) RETURN length(q) AS n",
            ["[1]"]
        ),
        (
            "MATCH (a:Organization {name: 'Tartu'}), (b:Organization {name: 'Gdańsk'}) MATCH q = allShortestPaths((a)-[:PARTNER_IN*]-(b)) RETURN length(q) AS n, count(*) AS ways",
            ["[2,3]"]
        ),
        (
            "MATCH (a:Organization {name: 'Tartu'}), (b:Organization {name: 'Solo'}) MATCH q = shortestPath((a)-[:PARTNER_IN*]-(b)) RETURN q",
            []
        ),
        (
            "MATCH (a:Organization {name: 'Tartu'})-[:PARTNER_IN*1..4]-(b:Organization) WHERE b.id <> a.id RETURN count(DISTINCT b) AS n",
            ["[2]"]
        ),
        (
            "MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization) WHERE a.id < b.id WITH a, b, count(DISTINCT p) AS shared WHERE shared >= 2 RETURN a.name AS a, b.name AS b, shared ORDER BY a, b",
            ["[\"Riga\",\"Gdańsk\",2]", "[\"Tartu\",\"Gdańsk\",2]", "[\"Tartu\",\"Riga\",2]"]
        ),
        (
            "MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization) WHERE a.id > b.id WITH b, count(DISTINCT p) AS n, a RETURN a.name AS a, b.name AS b, n ORDER BY a, b",
            ["[\"Gdańsk\",\"Riga\",2]", "[\"Gdańsk\",\"Tartu\",2]", "[\"Riga\",\"Tartu\",2]"]
        ),
        (
            "MATCH (p:Project) RETURN p.name AS name, COUNT { (p)<-[:PARTNER_IN]-() } AS n ORDER BY name",
            ["[\"Amber\",3]", "[\"Birch\",4]", "[\"Cedar\",1]"]
        ),
        (
            "MATCH (p:Project {name: 'Amber'}) RETURN [(p)<-[:PARTNER_IN]-(o) WHERE o.country <> 'EE' | o.name] AS x",
            ["[[\"Riga\",\"Gdańsk\"]]"]
        ),
        (
            "RETURN date('2024-02-29') + duration('P1Y') AS d, duration.between(date('2020-01-01'), date('2021-03-04')) AS p",
            ["[\"2025-02-28\",\"P1Y2M3D\"]"]
        ),
        (
            "MATCH (n:Region) WHERE n.level >= 0 FILTER n.country = 'EE' LET c = n.code RETURN c ORDER BY c OFFSET 1",
            ["[\"EE008\"]"]
        ),
        (
            "MATCH (a:Region {code: 'EE008'})-[:PART_OF]->{1,2}(b) RETURN b.name AS x ORDER BY x",
            ["[\"Baltic\"]", "[\"Estonia\"]"]
        ),
        (
            "MATCH (p:Project) RETURN p.name AS x ORDER BY p.year DESC NULLS LAST",
            ["[\"Birch\"]", "[\"Amber\"]", "[\"Cedar\"]"]
        ),
        ("MATCH (r:Region)-[:PART_OF*2..1]->(s) RETURN r", []),
    ]

    @Test(arguments: cases) func answers(_ query: String, _ rows: [String]) throws {
        #expect(try Fixture.shared.rows(query) == rows)
    }

    static let errors: [(query: String, start: String)] = [
        ("UNWIND [1] AS x RETURN y", "error[query.unknown-variable]: no variable named 'y'"),
        ("RETURN 1 AS a UNION RETURN 2 AS b", "error[query.syntax]: the parts of a UNION must have the same columns"),
        ("UNWIND [1] AS x MATCH (p:Projekt) RETURN p", "error[query.unknown-label]: no label named 'Projekt'"),
        (
            "UNWIND [1] AS x MATCH (p:Project) RETURN p.nmae",
            "error[query.unknown-property]: Project has no property 'nmae'"
        ),
        (
            "UNWIND [1] AS x MATCH ()-[:PARTNERIN]->() RETURN 1",
            "error[query.unknown-type]: no relationship type named 'PARTNERIN'"
        ),
        ("UNWIND [1] AS x RETURN cout(x)", "error[query.unknown-function]: no function named 'cout'"),
        ("UNWIND [1] AS x RETURN [y IN x | y]", "error[query.type]"),
        ("UNWIND ['a'] AS x RETURN x - 1", "error[query.type]"),
        ("RETURN range(1, 2, 0)", "error[query.type]: range needs a step other than 0"),
        ("UNWIND [1] AS x CREATE (n)", "error[query.write]: CREATE would change the graph"),
        ("MATCH (a:Region {code: 'EE'}) MATCH q = shortestPath((a)-[*]-(a)) RETURN q", "error[query.unsupported]"),
    ]

    @Test(arguments: errors) func refuses(_ query: String, _ start: String) {
        #expect(Fixture.shared.error(query).hasPrefix(start))
    }

    @Test func seesWhatAnotherConnectionHasWritten() throws {
        let fixture = try Fixture()
        let engine = try fixture.engine()
        let query = try engine.prepare(
            "MATCH (a:Organization)-[:PARTNER_IN]->(p)<-[:PARTNER_IN]-(b) WHERE a.id < b.id WITH a, b, count(DISTINCT p) AS n RETURN sum(n) AS x"
        )
        #expect(try engine.run(query).all() == [[.integer(6)]])
        try Fixture.run("DELETE FROM partner_in WHERE target = 12", at: fixture.path)
        #expect(try engine.run(query).all() == [[.integer(3)]])
    }

    @Test func stopsLongWork() throws {
        let engine = try Fixture.shared.engine()
        let query = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a + b AS c RETURN count(*)"
        let rows = try engine.run(engine.prepare(query), timeout: .milliseconds(100))
        let error = #expect(throws: QueryError.self) { try rows.next() }
        #expect(error?.code == .timeout)
    }
}
