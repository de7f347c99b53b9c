import SeosModel
import SeosQuery
import Testing

@Suite struct ResultTests {
    private static let query =
        "MATCH (o:Organization) WHERE o.name IN ['Gdańsk', 'Solo'] RETURN o.name AS name, o.country AS `the, country`, o.id * 1.5 AS n, o.names AS names ORDER BY name"

    private func text(_ format: String, _ query: String = query) throws -> String {
        let engine = try Fixture.shared.engine()
        let encoder = try #require(ResultEncoders.named(format))
        return try engine.run(engine.prepare(query)).text(as: encoder)
    }

    @Test func listsItsFormats() { #expect(ResultEncoders.names == ["table", "csv", "json", "jsonl", "markdown"]) }

    @Test func writesATable() throws {
        #expect(
            try text("table") == """
                name    the, country     n  names
                ------  ------------  ----  ----------
                Gdańsk  PL            34.5  ["Gdańsk"]
                Solo                  36.0  ["Solo"]
                (2 rows)

                """)
        #expect(
            try text("table", "RETURN '協力' AS a, 'e\u{301}x' AS b, 'a\nb' AS c") == """
                a     b   c
                ----  --  ----
                協力  e\u{301}x  a\\nb
                (1 row)

                """)
    }

    @Test func writesCSVWithQuotesAndCRLF() throws {
        #expect(
            try text("csv")
                == "name,\"the, country\",n,names\r\nGdańsk,PL,34.5,\"[\"\"Gdańsk\"\"]\"\r\nSolo,,36.0,\"[\"\"Solo\"\"]\"\r\n"
        )
        #expect(
            try text("csv", "RETURN 'a\"b' AS x, 'c\nd' AS y, '' AS z, null AS n, true AS t")
                == "x,y,z,n,t\r\n\"a\"\"b\",\"c\nd\",\"\",,true\r\n")
        #expect(try text("csv", "RETURN null AS n") == "n\r\n\"\"\r\n")
    }

    @Test func writesJSON() throws {
        #expect(
            try text("json") == """
                {"columns":["name","the, country","n","names"],"rows":[
                ["Gdańsk","PL",34.5,["Gdańsk"]],
                ["Solo",null,36.0,["Solo"]]
                ]}

                """)
        #expect(try text("json", "MATCH (p:Project {name: 'x'}) RETURN p") == "{\"columns\":[\"p\"],\"rows\":[]}\n")
    }

    @Test func writesJSONLines() throws {
        #expect(
            try text("jsonl") == """
                {"name":"Gdańsk","the, country":"PL","n":34.5,"names":["Gdańsk"]}
                {"name":"Solo","the, country":null,"n":36.0,"names":["Solo"]}

                """)
    }

    @Test func writesMarkdownThatCannotBeMistakenForMarkup() throws {
        #expect(
            try text("markdown", "MATCH (c:Contact) RETURN c.name AS name, 'a|b <i> [x](y)' AS x") == """
                | name | x |
                | --- | --- |
                | Office | a\\|b &lt;i&gt; \\[x\\](y) |

                """)
    }

    @Test func showsNodesAsInAQuery() throws {
        #expect(
            try text("table", "MATCH (c:Contact)-[r]->() RETURN c, r")
                == """
                c                                                                 r
                ----------------------------------------------------------------  -------------
                (:Contact {id: 71, name: "Office", email: "office@amber.example"})  [:CONTACT_OF]
                (1 row)

                """.replacing(
                    "----------------------------------------------------------------  ",
                    with: "------------------------------------------------------------------  "
                ).replacing(
                    "c                                                                 r",
                    with: "c                                                                   r"))
    }

    @Test func keepsAmountsExact() throws {
        let engine = try Fixture.shared.engine()
        let rows = try engine.run(engine.prepare("MATCH (a:Amount) RETURN a.value ORDER BY a.value")).all()
        #expect(
            rows.map { $0[0] } == [
                .decimal(try #require(ExactDecimal(coefficient: 1, scale: 1))),
                .decimal(try #require(ExactDecimal(coefficient: 2, scale: 1))),
                .decimal(try #require(ExactDecimal(coefficient: 463884, scale: 1))), .integer(900000),
                .integer(1_000_000),
            ])
    }

    @Test func readsLiterals() {
        #expect(QueryValue(literal: "-3") == .integer(-3))
        #expect(
            QueryValue(literal: "[1, 'a', null, -2.5]") == .list([.integer(1), .string("a"), .null, .double(-2.5)]))
        #expect(QueryValue(literal: "Tartu") == nil)
        #expect(QueryValue(literal: "1 + 1") == nil)
        #expect(QueryValue(literal: "") == nil)
        #expect(QueryValue(literal: String(repeating: "[", count: 100_000)) == nil)
    }
}
