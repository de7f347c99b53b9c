import SeosQuery
import Testing

@Suite struct ProjectionTests {
    static let cases: [MatchTests.Case] = [
        .init(
            "MATCH (o:Organization)-[r:PARTNER_IN]->() RETURN o.name AS name, count(*) AS n ORDER BY n DESC, name",
            ["[\"Gdańsk\",3]", "[\"Riga\",2]", "[\"Tartu\",2]", "[\"Solo\",1]"]),
        .init(
            "MATCH (o:Organization)-[:PARTNER_IN]->(p) RETURN o.name, count(DISTINCT p) ORDER BY count(DISTINCT p) DESC, o.name LIMIT 1",
            ["[\"Gdańsk\",2]"]),
        .init(
            "MATCH (n:Project {name: 'None'}) RETURN count(n), collect(n.name), sum(n.year), avg(n.year), min(n.year)",
            ["[0,[],0,null,null]"]),
        .init("MATCH (n:Project {name: 'None'}) RETURN n.name, count(*)", []),
        .init(
            "MATCH (p:Project) RETURN count(p.year), sum(p.year), avg(p.year), min(p.name), max(p.year)",
            ["[2,4043,2021.5,\"Amber\",2022]"]),
        .init("MATCH (:Project {name: 'Birch'})-[:HAS_AMOUNT]->(a) RETURN sum(a.value)", ["[0.3]"]),
        .init(
            "MATCH (:Project {name: 'Amber'})-[:HAS_AMOUNT]->(a) RETURN sum(a.value), max(a.value)",
            ["[1946388.4,1000000]"]),
        .init("MATCH (:Project {name: 'Amber'})-[:HAS_AMOUNT]->(a {kind: 'total'}) RETURN sum(a.value)", ["[1900000]"]),
        .init("MATCH (o:Organization) RETURN DISTINCT o.kind IS NULL AS x ORDER BY x", ["[false]", "[true]"]),
        .init("MATCH (p:Project) RETURN p.year AS y ORDER BY y", ["[2021]", "[2022]", "[null]"]),
        .init("MATCH (p:Project) RETURN p.year AS y ORDER BY y DESC", ["[null]", "[2022]", "[2021]"]),
        .init("MATCH (p:Project) RETURN p.name ORDER BY p.year DESC SKIP 1 LIMIT 1", ["[\"Birch\"]"]),
        .init("MATCH (p:Project) RETURN p.name ORDER BY p.name SKIP 2", ["[\"Cedar\"]"]),
        .init("MATCH (p:Project) RETURN p.name LIMIT 0", []),
        .init(
            "MATCH (p:Project) WITH p ORDER BY p.name DESC RETURN collect(p.name)",
            ["[[\"Cedar\",\"Birch\",\"Amber\"]]"]),
        .init(
            "MATCH (o:Organization)-[:PARTNER_IN]->(p) WITH o, p ORDER BY p.name DESC, o.name WITH p.name AS name, collect(o.name) AS o WHERE size(o) > 1 RETURN name, o ORDER BY name",
            ["[\"Amber\",[\"Gdańsk\",\"Riga\",\"Tartu\"]]", "[\"Birch\",[\"Gdańsk\",\"Gdańsk\",\"Riga\",\"Tartu\"]]"]),
        .init(
            "MATCH (:Project {name: 'Birch'})<-[:PARTNER_IN]-(o) WITH o ORDER BY o.name RETURN collect(DISTINCT o.name)",
            ["[[\"Gdańsk\",\"Riga\",\"Tartu\"]]"]),
        .init("MATCH (p:Project) WITH p.name AS name, p.year AS year WHERE year > 2021 RETURN name", ["[\"Birch\"]"]),
        .init("MATCH (p:Project) WITH p LIMIT 2 MATCH (p)<-[:PARTNER_IN]-(o) RETURN count(*)", ["[7]"]),
        .init("MATCH (p:Project) WITH count(*) AS n RETURN n + 1 AS m, n * 2 AS k", ["[4,6]"]),
        .init(
            "MATCH (p:Project) RETURN p.year AS y, count(*) + 1 AS n ORDER BY y", ["[2021,2]", "[2022,2]", "[null,2]"]),
        .init(
            "MATCH (p:Project) RETURN p.year + count(*) AS x, p.year ORDER BY x",
            ["[2022,2021]", "[2023,2022]", "[null,null]"]),
        .init(
            "MATCH (a:Project)<-[:PARTNER_IN]-(o)-[:PARTNER_IN]->(b:Project) WHERE a.id < b.id RETURN DISTINCT a.name, b.name",
            ["[\"Amber\",\"Birch\"]"]),
        .init("WITH 1 AS a, 'x' AS b RETURN *", ["[1,\"x\"]"]),
        .init(
            "MATCH (p:Project)<-[:PARTNER_IN]-() WITH p, count(*) AS n ORDER BY p.name DESC LIMIT 2 RETURN p.name, n",
            ["[\"Cedar\",1]", "[\"Birch\",4]"]),
        .init(
            "MATCH (p:Project)-[:FUNDED_BY]->(x) RETURN DISTINCT x ORDER BY x.name DESC LIMIT 1",
            [
                #"[{"$node":{"labels":["Organization"],"properties":{"id":21,"name":"Tartu","kind":"university","#
                    + #""country":"EE","names":["Tartu","Tartu Ülikool"]}}}]"#
            ]),
        .init("MATCH (p:Project) WITH p AS q, p.name AS p RETURN p, q.year ORDER BY p LIMIT 1", ["[\"Amber\",2021]"]),
        .init("MATCH (p:Project) RETURN p.year AS p ORDER BY p DESC LIMIT 1", ["[null]"]),
        .init("MATCH (p:Project) RETURN 1 AS x, count(*) AS n ORDER BY x", ["[1,3]"]),
        .init("MATCH (p:Project) RETURN p.name AS n ORDER BY 3 - p.id DESC, n LIMIT 1", ["[\"Amber\"]"]),
        .init("WITH 1 AS a WITH a + 1 AS a WITH a + 1 AS a RETURN a", ["[3]"]),
        .init(
            "MATCH (n) WITH n WHERE n:Programme OR n:Contact WITH n ORDER BY n.name RETURN collect(n.name), count(DISTINCT n)",
            ["[[\"Baltic 2021\",\"Office\"],2]"]),
        .init(
            "MATCH (o:Organization {name: 'Tartu'})-[r:PARTNER_IN]->() WITH r ORDER BY r.role RETURN collect(r.role), count(DISTINCT r)",
            ["[[\"lead\",\"partner\"],2]"]),
        .init(
            "MATCH (o {name: 'Tartu'})-[r]-() WITH r WHERE type(r) = 'PARTNER_IN' RETURN r.role ORDER BY r.role",
            ["[\"lead\"]", "[\"partner\"]"]),
        .init("MATCH (p:Project) WITH collect(p) AS every RETURN size(every)", ["[3]"]),
        .init(
            "MATCH (p:Project {name: 'Amber'}) RETURN p.name AS name, p.languages[0] AS first, head(p.names) AS h",
            ["[\"Amber\",\"en\",\"Amber\"]"]),
        .init("MATCH (p:Project) WHERE 'Merevaik' IN p.names RETURN p.name", ["[\"Amber\"]"]),
    ]

    @Test(arguments: cases) func answers(_ example: MatchTests.Case) throws {
        #expect(try Fixture.shared.rows(example.query) == example.rows)
    }

    @Test func namesColumnsByTheirAliasOrTheirWords() throws {
        let engine = try Fixture.shared.engine()
        #expect(
            try engine.prepare("MATCH (p:Project) RETURN p.name, count( * ) AS n, `p`").columns == ["p.name", "n", "p"])
        #expect(try engine.prepare("WITH 1 AS b, 2 AS a RETURN *").columns == ["a", "b"])
    }

    @Test func takesLimitsFromParameters() throws {
        let query = "MATCH (p:Project) RETURN p.name ORDER BY p.name SKIP $s LIMIT $n"
        #expect(try Fixture.shared.rows(query, ["s": .integer(1), "n": .integer(1)]) == ["[\"Birch\"]"])
        #expect(
            Fixture.shared.error(query, ["s": .integer(-1), "n": .integer(1)]).hasPrefix(
                "error[query.type]: SKIP needs"))
    }
}
