import SeosModel
import SeosQuery
import Testing

@Suite struct ErrorTextTests {
    /// Each query with the whole text of its error.
    static let cases: [(query: String, text: String)] = [
        (
            #"""
            MATCH (p:Project) RETURN cout(p)
            """#,
            #"""
            error[query.unknown-function]: no function named 'cout'
              1 | MATCH (p:Project) RETURN cout(p)
                |                          ^^^^ did you mean 'count'?
            """#
        ),
        (
            #"""
            MATCH (p:Projct) RETURN p
            """#,
            #"""
            error[query.unknown-label]: no label named 'Projct'
              1 | MATCH (p:Projct) RETURN p
                |          ^^^^^^ did you mean 'Project'?
            """#
        ),
        (
            #"""
            MATCH (p:Zebra) RETURN p
            """#,
            #"""
            error[query.unknown-label]: no label named 'Zebra'
              1 | MATCH (p:Zebra) RETURN p
                |          ^^^^^ labels are Project, Organization, Region, Programme, Amount, Date, Contact, Document, Claim
            """#
        ),
        (
            #"""
            MATCH (p)-[:PARTNERIN]->(q) RETURN p
            """#,
            #"""
            error[query.unknown-type]: no relationship type named 'PARTNERIN'
              1 | MATCH (p)-[:PARTNERIN]->(q) RETURN p
                |             ^^^^^^^^^ did you mean 'PARTNER_IN'?
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN p.nmae
            """#,
            #"""
            error[query.unknown-property]: Project has no property 'nmae'
              1 | MATCH (p:Project) RETURN p.nmae
                |                            ^^^^ did you mean 'name'?
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN p.zzz
            """#,
            #"""
            error[query.unknown-property]: Project has no property 'zzz'
              1 | MATCH (p:Project) RETURN p.zzz
                |                            ^^^ it has id, name, full_name, acronym, start_date, end_date, year, url, names, languages
            """#
        ),
        (
            #"""
            MATCH ()-[r:PARTNER_IN]->() RETURN r.rol
            """#,
            #"""
            error[query.unknown-property]: PARTNER_IN has no property 'rol'
              1 | MATCH ()-[r:PARTNER_IN]->() RETURN r.rol
                |                                      ^^^ did you mean 'role'?
            """#
        ),
        (
            #"""
            MATCH (p:Project {titel: 'x'}) RETURN p
            """#,
            #"""
            error[query.unknown-property]: Project has no property 'titel'
              1 | MATCH (p:Project {titel: 'x'}) RETURN p
                |                   ^^^^^ it has id, name, full_name, acronym, start_date, end_date, year, url, names, languages
            """#
        ),
        (
            #"""
            MATCH (project:Project) RETURN projct.name
            """#,
            #"""
            error[query.unknown-variable]: no variable named 'projct'
              1 | MATCH (project:Project) RETURN projct.name
                |                                ^^^^^^ did you mean 'project'?
            """#
        ),
        (
            #"""
            RETURN x
            """#,
            #"""
            error[query.unknown-variable]: no variable named 'x'
              1 | RETURN x
                |        ^
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN p.name, p.name
            """#,
            #"""
            error[query.syntax]: two columns are named 'p.name'
              1 | MATCH (p:Project) RETURN p.name, p.name
                |                                  ^^^^^^ rename one of them with AS
            """#
        ),
        (
            #"""
            MATCH (p:Project) WHERE p.name RETURN p
            """#,
            #"""
            error[query.type]: WHERE needs true or false, this is a text
              1 | MATCH (p:Project) WHERE p.name RETURN p
                |                         ^^^^^^ compare it with something
            """#
        ),
        (
            #"""
            MATCH (p:Project) WHERE p RETURN p
            """#,
            #"""
            error[query.type]: WHERE needs true or false, this is a node
              1 | MATCH (p:Project) WHERE p RETURN p
                |                         ^ compare it with something
            """#
        ),
        (
            #"""
            RETURN 'a' AND true
            """#,
            #"""
            error[query.type]: AND needs true or false, this is a text
              1 | RETURN 'a' AND true
                |        ^^^ compare it with something
            """#
        ),
        (
            #"""
            RETURN 'a' - 1
            """#,
            #"""
            error[query.type]: this calculation needs a number, this is a text
              1 | RETURN 'a' - 1
                |        ^^^
            """#
        ),
        (
            #"""
            RETURN toLower(1)
            """#,
            #"""
            error[query.type]: toLower needs a text, this is a whole number
              1 | RETURN toLower(1)
                |                ^
            """#
        ),
        (
            #"""
            RETURN size(1)
            """#,
            #"""
            error[query.type]: size needs a text or a list, this is a whole number
              1 | RETURN size(1)
                |             ^
            """#
        ),
        (
            #"""
            RETURN toLower('a', 'b')
            """#,
            #"""
            error[query.syntax]: toLower takes 1 argument, here are 2
              1 | RETURN toLower('a', 'b')
                |        ^^^^^^^^^^^^^^^^^
            """#
        ),
        (
            #"""
            RETURN count(*) + x
            """#,
            #"""
            error[query.unknown-variable]: no variable named 'x'
              1 | RETURN count(*) + x
                |                   ^
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN p.year + count(*)
            """#,
            #"""
            error[query.syntax]: 'p' has many values where the aggregate has one
              1 | MATCH (p:Project) RETURN p.year + count(*)
                |                          ^ make it a column of its own, then it groups the rows
            """#
        ),
        (
            #"""
            MATCH (p:Project) WHERE count(p) > 1 RETURN p
            """#,
            #"""
            error[query.syntax]: count cannot be used in WHERE
              1 | MATCH (p:Project) WHERE count(p) > 1 RETURN p
                |                         ^^^^^^^^ count in WITH first, then WHERE
            """#
        ),
        (
            #"""
            RETURN count(count(1))
            """#,
            #"""
            error[query.syntax]: an aggregate cannot stand inside another
              1 | RETURN count(count(1))
                |              ^^^^^^^^
            """#
        ),
        (
            #"""
            MATCH (p:Project) WITH p.name RETURN 1
            """#,
            #"""
            error[query.syntax]: an expression in WITH needs a name
              1 | MATCH (p:Project) WITH p.name RETURN 1
                |                        ^^^^^^ write 'p.name AS name'
            """#
        ),
        (
            #"""
            MATCH (p:Project)
            """#,
            #"""
            error[query.syntax]: expected RETURN, but the query ends here
              1 | MATCH (p:Project)
                |                  ^ a query ends with RETURN and what it gives
            """#
        ),
        (
            #"""
            RETURN
            """#,
            #"""
            error[query.syntax]: expected an expression, but the query ends here
              1 | RETURN
                |       ^
            """#
        ),
        (
            #"""
            RETURN 1 +
            """#,
            #"""
            error[query.syntax]: expected an expression, but the query ends here
              1 | RETURN 1 +
                |           ^
            """#
        ),
        (
            #"""
            RETURN (1
            """#,
            #"""
            error[query.syntax]: expected ')' to close the bracket, but the query ends here
              1 | RETURN (1
                |          ^
            """#
        ),
        (
            #"""
            RETURN [1, 2
            """#,
            #"""
            error[query.syntax]: expected ']' to close the list, but the query ends here
              1 | RETURN [1, 2
                |             ^
            """#
        ),
        (
            #"""
            RETURN 'abc
            """#,
            #"""
            error[query.syntax]: this text has no closing quotation mark
              1 | RETURN 'abc
                |        ^
            """#
        ),
        (
            #"""
            RETURN "a\q"
            """#,
            #"""
            error[query.syntax]: there is no such escape in a text
              1 | RETURN "a\q"
                |          ^^ write \\ for a backslash
            """#
        ),
        (
            #"""
            MATCH (p:Project RETURN p
            """#,
            #"""
            error[query.syntax]: expected ')' at the end of the node, found 'RETURN'
              1 | MATCH (p:Project RETURN p
                |                  ^^^^^^
            """#
        ),
        (
            #"""
            MATCH p:Project RETURN p
            """#,
            #"""
            error[query.syntax]: expected a node such as (p:Project), found 'p'
              1 | MATCH p:Project RETURN p
                |       ^ nodes stand in round brackets
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETRUN p
            """#,
            #"""
            error[query.syntax]: expected a clause such as MATCH or RETURN, found 'RETRUN'
              1 | MATCH (p:Project) RETRUN p
                |                   ^^^^^^ did you mean 'RETURN'?
            """#
        ),
        (
            #"""
            MTACH (p) RETURN p
            """#,
            #"""
            error[query.syntax]: expected a clause such as MATCH or RETURN, found 'MTACH'
              1 | MTACH (p) RETURN p
                | ^^^^^ did you mean 'MATCH'?
            """#
        ),
        (
            #"""
            MATCH (p) RETURN p LIMIT 'a'
            """#,
            #"""
            error[query.type]: LIMIT needs a whole number that is not negative
              1 | MATCH (p) RETURN p LIMIT 'a'
                |                          ^^^
            """#
        ),
        (
            #"""
            MATCH (p) RETURN p LIMIT -1
            """#,
            #"""
            error[query.type]: LIMIT needs a whole number that is not negative
              1 | MATCH (p) RETURN p LIMIT -1
                |                          ^^
            """#
        ),
        (
            #"""
            CREATE (n:Project)
            """#,
            #"""
            error[query.write]: CREATE would change the graph; queries only read
              1 | CREATE (n:Project)
                | ^^^^^^ the graph changes by 'seos ingest', 'seos merge' and 'seos split'
            """#
        ),
        (
            #"""
            MATCH (p:Project) SET p.name = 'x'
            """#,
            #"""
            error[query.write]: SET would change the graph; queries only read
              1 | MATCH (p:Project) SET p.name = 'x'
                |                   ^^^ the graph changes by 'seos ingest', 'seos merge' and 'seos split'
            """#
        ),
        (
            #"""
            MATCH (p:Project) DETACH DELETE p
            """#,
            #"""
            error[query.write]: DETACH would change the graph; queries only read
              1 | MATCH (p:Project) DETACH DELETE p
                |                   ^^^^^^ the graph changes by 'seos ingest', 'seos merge' and 'seos split'
            """#
        ),
        (
            #"""
            MERGE (a:Project) RETURN a
            """#,
            #"""
            error[query.write]: MERGE would change the graph; queries only read
              1 | MERGE (a:Project) RETURN a
                | ^^^^^ the graph changes by 'seos ingest', 'seos merge' and 'seos split'
            """#
        ),
        (
            #"""
            LOAD CSV FROM 'x' AS row RETURN row
            """#,
            #"""
            error[query.write]: LOAD would change the graph; queries only read
              1 | LOAD CSV FROM 'x' AS row RETURN row
                | ^^^^ the graph changes by 'seos ingest', 'seos merge' and 'seos split'
            """#
        ),
        (
            #"""
            CALL db.labels()
            """#,
            #"""
            error[query.unsupported]: CALL is not supported
              1 | CALL db.labels()
                | ^^^^
            """#
        ),
        (
            #"""
            MATCH (a)-[r]->(b)-[r]->(c) RETURN a
            """#,
            #"""
            error[query.syntax]: the relationship variable 'r' stands twice in one MATCH
              1 | MATCH (a)-[r]->(b)-[r]->(c) RETURN a
                |                     ^
            """#
        ),
        (
            #"""
            MATCH (a)-[a]->(b) RETURN a
            """#,
            #"""
            error[query.type]: 'a' is a node and cannot be a relationship here
              1 | MATCH (a)-[a]->(b) RETURN a
                |            ^
            """#
        ),
        (
            #"""
            MATCH (r) MATCH ()-[r]->() RETURN r
            """#,
            #"""
            error[query.type]: 'r' is a node and cannot be a relationship here
              1 | MATCH (r) MATCH ()-[r]->() RETURN r
                |                     ^
            """#
        ),
        (
            #"""
            RETURN 'a' =~ '(a'
            """#,
            #"""
            error[query.type]: this is no regular expression: a '(' has no ')'
              1 | RETURN 'a' =~ '(a'
                |               ^^^^
            """#
        ),
        (
            #"""
            RETURN $missing
            """#,
            #"""
            error[query.parameter-missing]: the parameter '$missing' has no value
              1 | RETURN $missing
                |        ^^^^^^^^ give it with --param missing=…
            """#
        ),
        (
            #"""
            RETURN 1 / 0
            """#,
            #"""
            error[query.type]: division by zero
              1 | RETURN 1 / 0
                |        ^^^^^
            """#
        ),
        (
            #"""
            RETURN 9223372036854775807 + 1
            """#,
            #"""
            error[query.type]: the result does not fit a 64-bit integer
              1 | RETURN 9223372036854775807 + 1
                |        ^^^^^^^^^^^^^^^^^^^^^^^
            """#
        ),
        (
            #"""
            RETURN 9223372036854775808
            """#,
            #"""
            error[query.syntax]: this number does not fit a 64-bit integer
              1 | RETURN 9223372036854775808
                |        ^^^^^^^^^^^^^^^^^^^
            """#
        ),
        (
            #"""
            RETURN 1 AS a WHERE a = 1
            """#,
            #"""
            error[query.syntax]: WHERE cannot follow RETURN
              1 | RETURN 1 AS a WHERE a = 1
                |               ^^^^^ put it after MATCH or WITH
            """#
        ),
        (
            #"""
            RETURN 1 RETURN 2
            """#,
            #"""
            error[query.syntax]: RETURN cannot stand here: RETURN is the last clause
              1 | RETURN 1 RETURN 2
                |          ^^^^^^
            """#
        ),
        (
            #"""
            RETURN 1 != 2
            """#,
            #"""
            error[query.syntax]: '!=' is not an operator
              1 | RETURN 1 != 2
                |          ^^ did you mean '<>'?
            """#
        ),
        (
            #"""
            RETURN 12abc
            """#,
            #"""
            error[query.syntax]: this is not a number
              1 | RETURN 12abc
                |        ^^^^^
            """#
        ),
        (
            #"""
            RETURN #
            """#,
            #"""
            error[query.syntax]: '#' has no meaning here
              1 | RETURN #
                |        ^
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN DISTINCT p.name ORDER BY p.year
            """#,
            #"""
            error[query.unknown-variable]: 'p' is no longer known after DISTINCT or an aggregate
              1 | MATCH (p:Project) RETURN DISTINCT p.name ORDER BY p.year
                |                                                   ^ sort by a column of the result
            """#
        ),
        (
            #"""
            MATCH (p:Project) RETURN p.name AS match
            """#,
            #"""
            error[query.syntax]: expected a name after AS, found 'match'
              1 | MATCH (p:Project) RETURN p.name AS match
                |                                    ^^^^^ MATCH is a keyword; write `match` to use it as a name
            """#
        ),
        (
            #"""
            MATCH (p:Project) WHERE (p)-[:PARTNER_IN]-(x) RETURN p
            """#,
            #"""
            error[query.unknown-variable]: no variable named 'x'
              1 | MATCH (p:Project) WHERE (p)-[:PARTNER_IN]-(x) RETURN p
                |                                            ^ known here: p
            """#
        ),
        (
            #"""
            RETURN *
            """#,
            #"""
            error[query.syntax]: RETURN * needs at least one variable
              1 | RETURN *
                | ^^^^^^^^
            """#
        ),
    ]

    @Test(arguments: cases) func saysWhatIsWrongAndWhere(_ query: String, _ text: String) throws {
        #expect(Fixture.shared.error(query) == text)
    }

    @Test func pointsIntoLaterLinesInCodePointsAndBelowWideCharacters() throws {
        #expect(
            Fixture.shared.error("MATCH (p:Project)\n\tWHERE p.name = '協力 e\u{301}' AND p.nam = 1\nRETURN p") == """
                error[query.unknown-property]: Project has no property 'nam'
                  2 |  WHERE p.name = '協力 e\u{301}' AND p.nam = 1
                    |                                ^^^ did you mean 'name'?
                """)
    }

    @Test func shortensLongLinesAndEscapesControlCharacters() throws {
        let long =
            "RETURN " + String(repeating: "1 + ", count: 40) + "zzz + " + String(repeating: "1 + ", count: 40) + "1"
        let lines = Fixture.shared.error(long).split(separator: "\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.count < 150 })
        let name = "RETURN `a\u{1b}[31m\u{202e}" + String(repeating: "x", count: 200) + "`"
        let message = Fixture.shared.error(name)
        #expect(message.hasPrefix("error[query.unknown-variable]: no variable named 'a\\u{1b}[31m\\u{202e}xxx"))
        #expect(!message.unicodeScalars.contains("\u{1b}") && !message.unicodeScalars.contains("\u{202e}"))
    }

    @Test func givesTheSameAsJSON() throws {
        let error = #expect(throws: QueryError.self) {
            try Fixture.shared.engine().prepare("MATCH (p:Project)\nRETURN p.nam")
        }
        #expect(
            error?.json.text
                == #"{"error":{"code":"query.unknown-property","message":"Project has no property 'nam'","line":2,"column":10,"hint":"did you mean 'name'?"}}"#
        )
    }
}
