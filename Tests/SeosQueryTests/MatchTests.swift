import SeosQuery
import Testing

@Suite struct MatchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var query: String
        var rows: [String]
        init(_ query: String, _ rows: [String]) {
            self.query = query
            self.rows = rows
        }
        var testDescription: String { query }
    }

    static let cases: [Case] = [
        Case("MATCH (p:Project) RETURN p.name ORDER BY p.name", ["[\"Amber\"]", "[\"Birch\"]", "[\"Cedar\"]"]),
        Case("MATCH (p:Project {name: 'Amber'}) RETURN p.year, p.names", ["[2021,[\"Amber\",\"Merevaik\"]]"]),
        Case("MATCH (p:Project {name: 'Amber', year: 2022}) RETURN p.id", []),
        Case("MATCH (n) RETURN count(*)", ["[24]"]),
        Case("MATCH (n:Claim) RETURN count(n)", ["[3]"]),
        Case("MATCH ()-[r]->() RETURN count(r)", ["[37]"]),
        Case("MATCH ()-[r]-() RETURN count(r)", ["[73]"]),
        Case(
            "MATCH (:Organization)-[r:PARTNER_IN]->(:Project {name: 'Birch'}) RETURN r.role ORDER BY r.role",
            ["[\"associated\"]", "[\"lead\"]", "[\"partner\"]", "[\"partner\"]"]),
        Case(
            "MATCH (p:Project)<-[:PARTNER_IN {role: 'lead'}]-(o) RETURN p.name, o.name ORDER BY p.name",
            ["[\"Amber\",\"Tartu\"]", "[\"Birch\",\"Riga\"]", "[\"Cedar\",\"Solo\"]"]),
        Case(
            "MATCH (p:Project)-[:FUNDED_BY]->(x) RETURN p.name, x.name, labels(x) ORDER BY p.name, x.name",
            [
                "[\"Amber\",\"Baltic 2021\",[\"Programme\"]]", "[\"Birch\",\"Baltic 2021\",[\"Programme\"]]",
                "[\"Birch\",\"Tartu\",[\"Organization\"]]",
            ]),
        Case(
            "MATCH (p:Project)-[r:FUNDED_BY {role: 'cofinancier'}]->(o:Organization) RETURN o.name, type(r)",
            ["[\"Tartu\",\"FUNDED_BY\"]"]),
        Case(
            "MATCH (x)-[:LOCATED_IN]->(r:Region {code: 'EE008'}) RETURN x.name ORDER BY x.name",
            ["[\"Birch\"]", "[\"Tartu\"]"]),
        Case("MATCH (x)-[:LOCATED_IN|PART_OF]->(r:Region) RETURN count(*)", ["[8]"]),
        Case(
            "MATCH (o:Organization {name: 'Tartu'})-[r]-(x) RETURN type(r), count(*) ORDER BY type(r)",
            [
                "[\"ABOUT\",1]", "[\"FUNDED_BY\",1]", "[\"LOCATED_IN\",1]", "[\"MENTIONED_IN\",1]",
                "[\"PARTNER_IN\",2]", "[\"SHARE_OF\",1]",
            ]),
        Case("MATCH (n:Programme|Contact) RETURN n.name ORDER BY n.name", ["[\"Baltic 2021\"]", "[\"Office\"]"]),
        Case("MATCH (n:Project:Organization) RETURN n", []),
        Case("MATCH (n:!Claim&!Document) RETURN count(*)", ["[19]"]),
        Case(
            "MATCH (n) WHERE n:Programme OR n:Date RETURN labels(n) ORDER BY n.name",
            ["[[\"Programme\"]]", "[[\"Date\"]]"]),
        Case(
            "MATCH (c:Claim)-[:ABOUT]->(x) RETURN c.property, labels(x), x.name ORDER BY c.id, x.name",
            [
                "[\"start\",[\"Project\"],\"Amber\"]", "[\"start\",[\"Project\"],\"Amber\"]",
                "[\"partner\",[\"Project\"],\"Amber\"]", "[\"partner\",[\"Organization\"],\"Tartu\"]",
            ]),
        Case("MATCH (c:Claim)-[:STATED_IN]->(d:Document {uri: 'b.html'}) RETURN c.value", ["[\"2021-02-01\"]"]),
        Case(
            "MATCH (p:Project)-[m:MENTIONED_IN]->(d) RETURN m.quote, m.start, d.uri ORDER BY m.start",
            ["[\"Amber\",0,\"a.html\"]", "[\"Amber\",9,\"a.html\"]"]),
        Case("MATCH (c:Contact)-->(p) RETURN p.name, c.email", ["[\"Amber\",\"office@amber.example\"]"]),
        Case("MATCH (p)<--(c:Contact) RETURN p.name", ["[\"Amber\"]"]),
        Case("MATCH (c:Contact)--(p) RETURN p.name", ["[\"Amber\"]"]),
        Case("MATCH (p:Project)-[:PARTNER_IN]->(o:Organization) RETURN p", []),
        Case(
            "MATCH (a:Region)-[:PART_OF]->(b:Region)-[:PART_OF]->(c:Region) RETURN a.name, c.name ORDER BY a.name",
            ["[\"Estonia\",\"Baltic\"]", "[\"Latvia\",\"Baltic\"]", "[\"Lõuna-Eesti\",\"Baltic\"]"]),
        Case(
            "MATCH (p:Project {name: 'Amber'}), (o:Organization {name: 'Solo'}) RETURN p.name, o.name",
            ["[\"Amber\",\"Solo\"]"]),
        Case(
            "MATCH (p:Project {name: 'Amber'}) MATCH (p)<-[:PARTNER_IN]-(o) RETURN o.name ORDER BY o.name",
            ["[\"Gdańsk\"]", "[\"Riga\"]", "[\"Tartu\"]"]),
        Case(
            "MATCH (o:Organization {name: 'Tartu'})-[r:PARTNER_IN]->(p) MATCH (x)-[r]->(y) RETURN x.name, y.name ORDER BY y.name",
            ["[\"Tartu\",\"Amber\"]", "[\"Tartu\",\"Birch\"]"]),
        Case("MATCH (`od d`:Project {`name`: 'Amber'}) RETURN `od d`.`year` AS `the year`", ["[2021]"]),
        Case("match (p:Project) /* a comment */ where p.year = 2021 // another\nreturn p.acronym;", ["[\"AMB\"]"]),
        Case(
            "MATCH (p:Project)-[:HAS_AMOUNT]->(a:Amount {kind: 'eu'}) RETURN a.value, a.value = 46388.4",
            ["[46388.4,true]"]),
        Case("MATCH (n) WHERE n.kind = 'university' RETURN n.name", ["[\"Tartu\"]"]),
        Case(
            "MATCH (n) WHERE n.value = 1000000 OR n.value = 'Tartu' RETURN n.value ORDER BY n.value",
            ["[\"Tartu\"]", "[1000000]"]),
    ]

    @Test(arguments: cases) func answers(_ example: Case) throws {
        #expect(try Fixture.shared.rows(example.query) == example.rows)
    }

    @Test func givesWholeNodesAndRelationships() throws {
        let rows = try Fixture.shared.rows(
            "MATCH (o:Organization {name: 'Riga'})-[r:PARTNER_IN]->(p:Project {name: 'Cedar'}) RETURN o, r, p")
        #expect(rows.isEmpty)
        #expect(
            try Fixture.shared.rows("MATCH (o:Organization {name: 'Solo'})-[r]->(p) RETURN *") == [
                #"[{"$node":{"labels":["Organization"],"properties":{"id":24,"name":"Solo","names":["Solo"]}}},"#
                    + #"{"$node":{"labels":["Project"],"properties":{"id":13,"name":"Cedar","names":[],"languages":[]}}},"#
                    + #"{"$rel":{"type":"PARTNER_IN","properties":{"role":"lead","claims":1,"sources":1,"confidence":0.5}}}]"#
            ])
    }

    @Test func neverUsesARelationshipTwiceInOneMatch() throws {
        let once = try Fixture.shared.rows(
            "MATCH (a:Organization {name: 'Solo'})-[:PARTNER_IN]->(p)<-[:PARTNER_IN]-(b) RETURN b.name")
        #expect(once == [])
        let twice = try Fixture.shared.rows(
            "MATCH (a:Organization {name: 'Solo'})-[:PARTNER_IN]->(p) MATCH (p)<-[:PARTNER_IN]-(b) RETURN b.name")
        #expect(twice == ["[\"Solo\"]"])
        // Gdańsk is in Birch twice: two relationships, so it meets itself.
        let parallel = try Fixture.shared.rows(
            "MATCH (a:Organization {name: 'Gdańsk'})-[r:PARTNER_IN]->(p)<-[s:PARTNER_IN]-(b {name: 'Gdańsk'}) RETURN r.role, s.role ORDER BY r.role"
        )
        #expect(parallel == ["[\"associated\",\"partner\"]", "[\"partner\",\"associated\"]"])
        let comma = try Fixture.shared.rows(
            "MATCH (a:Region)-[:PART_OF]->(b:Region), (c:Region)-[:PART_OF]->(d:Region) RETURN count(*)")
        #expect(comma == ["[12]"])
    }

    @Test func findsALoopOnceInBothDirections() throws {
        #expect(try Fixture.shared.rows("MATCH (a:Region)-[r:PART_OF]-(a) RETURN a.name") == ["[\"Baltic\"]"])
        #expect(try Fixture.shared.rows("MATCH (:Region)-[r:PART_OF]-(:Region) RETURN count(*)") == ["[7]"])
    }

    @Test func walksPathsOfBoundedLength() throws {
        let below = "MATCH (r:Region {code: 'EE'})<-[:PART_OF*0..3]-(s:Region) RETURN s.name ORDER BY s.name"
        #expect(try Fixture.shared.rows(below) == ["[\"Estonia\"]", "[\"Lõuna-Eesti\"]"])
        // The loop at Baltic may be walked once, never twice.
        let above = "MATCH (:Region {code: 'LV'})-[:PART_OF*1..5]->(s) RETURN s.name"
        #expect(try Fixture.shared.rows(above) == ["[\"Baltic\"]", "[\"Baltic\"]"])
        let exact = "MATCH (:Region {code: 'EE008'})-[:PART_OF*2]->(s) RETURN s.name"
        #expect(try Fixture.shared.rows(exact) == ["[\"Baltic\"]"])
        let hops =
            "MATCH (a:Organization {name: 'Tartu'})-[:PARTNER_IN*1..4]-(b:Organization) WHERE b.id <> a.id RETURN count(DISTINCT b)"
        #expect(try Fixture.shared.rows(hops) == ["[2]"])
    }

    @Test func keepsRowsThatAnOptionalMatchDoesNotFill() throws {
        #expect(
            try Fixture.shared.rows(
                "MATCH (p:Project) OPTIONAL MATCH (p)-[:HAS_AMOUNT]->(a:Amount) WHERE a.kind = 'eu' RETURN p.name, a.value, a ORDER BY p.name"
            )
            .map { $0.prefix(29) } == [
                "[\"Amber\",46388.4,{\"$node\":{\"l", "[\"Birch\",null,null]", "[\"Cedar\",null,null]",
            ])
        #expect(
            try Fixture.shared.rows("OPTIONAL MATCH (p:Project {name: 'None'}) RETURN p, p.name, labels(p), p:Project")
                == ["[null,null,null,null]"])
        #expect(
            try Fixture.shared.rows(
                "MATCH (o:Organization) OPTIONAL MATCH (o)-[r:PARTNER_IN]->(:Project) WITH o, count(r) AS degree RETURN degree, count(*) AS n ORDER BY degree"
            ) == ["[1,1]", "[2,2]", "[3,1]"])
        #expect(
            try Fixture.shared.rows(
                "MATCH (p:Project {name: 'Cedar'}) OPTIONAL MATCH (p)-[:FUNDED_BY]->(x) MATCH (x) RETURN x")
                == [])
        #expect(
            try Fixture.shared.rows(
                "MATCH (p:Project {name: 'Cedar'}) OPTIONAL MATCH (p)-[r]->(x) RETURN type(r), id(x), x.name, r IS NULL"
            )
                == ["[null,null,null,true]"])
    }

    /// A label the optional pattern would need says nothing of the rows it does not match.
    @Test func keepsTheLabelsOfRowsThatAnOptionalMatchDoesNotFill() throws {
        #expect(
            try Fixture.shared.rows(
                "MATCH (:Project)-[:FUNDED_BY]->(g) OPTIONAL MATCH (a:Amount)-[:SHARE_OF]->(g) RETURN labels(g), g.name, a.kind ORDER BY g.name"
            ) == [
                "[[\"Programme\"],\"Baltic 2021\",null]", "[[\"Programme\"],\"Baltic 2021\",null]",
                "[[\"Organization\"],\"Tartu\",\"own\"]",
            ])
    }

    @Test func testsPatternsInWhere() throws {
        let never = "MATCH (o:Organization) WHERE NOT (o)-[:PARTNER_IN {role: 'lead'}]->(:Project) RETURN o.name"
        #expect(try Fixture.shared.rows(never) == ["[\"Gdańsk\"]"])
        let exists =
            "MATCH (o:Organization) WHERE EXISTS { MATCH (o)-[:PARTNER_IN]->(p:Project) WHERE p.year > 2021 } RETURN o.name ORDER BY o.name"
        #expect(try Fixture.shared.rows(exists) == ["[\"Gdańsk\"]", "[\"Riga\"]", "[\"Tartu\"]"])
        #expect(
            try Fixture.shared.rows("MATCH (n) WHERE (n)<-[:FUNDED_BY]-() RETURN n.name ORDER BY n.name")
                == ["[\"Baltic 2021\"]", "[\"Tartu\"]"])
    }

    @Test func warnsWhereNoRelationshipFits() throws {
        let query = try Fixture.shared.engine().prepare("MATCH (p:Project)-[:PARTNER_IN]->(o:Organization) RETURN p")
        #expect(query.warnings.count == 1)
    }
}
