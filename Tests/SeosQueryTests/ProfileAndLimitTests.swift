import SeosModel
import Testing

@testable import SeosQuery

@Suite struct ProfileAndLimitTests {
    @Test func profileCountsTheRowsOfEachClause() throws {
        let engine = try Fixture.shared.engine()
        func steps(_ query: String) throws -> [Int] {
            try engine.profile(engine.prepare(query)).steps.map(\.rows)
        }
        #expect(try steps("MATCH (p:Project) WITH p WHERE p.year > 2000 RETURN count(p)") == [3, 2, 1])
        #expect(try steps("UNWIND [1, 2, 2] AS x RETURN DISTINCT x") == [3, 2])
        #expect(try steps("RETURN 1 AS x UNION ALL UNWIND [1, 2] AS x RETURN x") == [1, 2, 2])
        // A clause inside a subquery is a part of the clause around it.
        #expect(try steps("MATCH (o:Organization) WHERE EXISTS { MATCH (o)-[:PARTNER_IN]->() } RETURN o.id") == [4, 4])
        let profile = try engine.profile(engine.prepare("MATCH (p:Project) RETURN p.name"))
        #expect(profile.isSQL && profile.rows == 3)
        #expect(profile.text.contains("As one SQL statement: 3 rows in "))
        #expect(profile.text.contains("1. 3 rows (about 3 expected)  "))
    }

    @Test func memoryIsBounded() throws {
        let engine = try Fixture.shared.engine()
        engine.mostValues = 1000
        let query = try engine.prepare("UNWIND range(1, 100000) AS x RETURN collect(DISTINCT x) AS items")
        do {
            _ = try engine.run(query).all()
            Issue.record("it was answered")
        } catch {
            #expect(
                error.description == """
                    error[query.too-long]: the query would hold more than 1000 values in memory
                      make it narrower, or count in WITH earlier
                    """)
        }
        #expect(try engine.run(engine.prepare("RETURN 1")).all() == [[.integer(1)]])
    }

    /// A table is written as it comes once its columns have their widths.
    @Test func aLongTableIsNotHeld() {
        var table = TableEncoder(columns: ["n"])
        var written = 0
        var first: Int?
        for i in 0..<5000 {
            written += table.row([.integer(Int64(i))]).count
            if written > 0, first == nil { first = i }
        }
        #expect(first == TableEncoder.buffered - 1)
        #expect(String(decoding: table.end(), as: UTF8.self) == "(5000 rows)\n")
        var short = TableEncoder(columns: ["n"])
        #expect(short.row([.integer(1)]).isEmpty)
        #expect(String(decoding: short.end(), as: UTF8.self) == "n\n-\n1\n(1 row)\n")
    }

    @Test func wordsFindQueries() throws {
        let queries = try [
            NamedQuery(
                name: "shared-partners",
                text: "// title: Partners that share projects\n// question: Which work together?\nRETURN 1"),
            NamedQuery(
                name: "who-funds", text: "// title: Who funds a project\n// question: Which programmes pay?\nRETURN 1"),
        ]
        let search = NamedQuerySearch(queries)
        #expect(search.find("which partner shares a project").map(\.name) == ["shared-partners", "who-funds"])
        #expect(search.find("FUNDING").map(\.name) == ["who-funds"])
        #expect(search.find("the of and").isEmpty)
        #expect(search.find("").isEmpty)
        #expect(NamedQuerySearch.stems("sharing shared shares share") == ["shar"])
        #expect(NamedQuerySearch.stems("class classes") == ["class"])
    }

    @Test func theVocabularyIsThatOfTheDatabase() throws {
        let words = try Fixture.shared.engine().vocabulary
        #expect(words.labels.contains("Organization") && words.types.contains("PARTNER_IN"))
        #expect(words.properties.contains("as_written") && words.functions.contains("toUpper"))
        for word in words.keywords { #expect(word == word.uppercased()) }
    }
}
