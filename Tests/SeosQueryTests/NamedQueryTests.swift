import Foundation
import SeosModel
import SeosQuery
import Testing

/// Every file of `graph/queries` on the fixture.
@Suite struct NamedQueryTests {
    private static let folder = Fixture.root.appendingPathComponent("graph/queries").path

    private func rows(_ name: String, _ given: [String: QueryValue] = [:]) throws -> [String] {
        let query = try NamedQuery(path: "\(Self.folder)/\(name).cypher")
        return try Fixture.shared.rows(query.text, query.values(given))
    }

    static let examples: [(name: String, given: [String: QueryValue], rows: [String])] = [
        (
            "shared-partners", [:],
            [
                #"["Riga","Gdańsk",2,["Amber","Birch"]]"#, #"["Tartu","Gdańsk",2,["Amber","Birch"]]"#,
                #"["Tartu","Riga",2,["Amber","Birch"]]"#,
            ]
        ),
        ("shared-partners", ["least": .integer(3)], []),
        (
            "partners-of", ["name": .string("Tartu Ülikool")],
            [
                #"["Gdańsk","PL",2,["Amber","Birch"]]"#, #"["Riga","LV",2,["Amber","Birch"]]"#,
            ]
        ),
        ("partners-of", ["name": .string("Solo")], []),
        (
            "projects-in-region", [:],
            [
                #"["Amber","2021-01-01","2023-12-31",["Estonia"]]"#, #"["Birch","2022-05-01",null,["Lõuna-Eesti"]]"#,
            ]
        ),
        ("projects-in-region", ["region": .string("Lõuna-Eesti")], [#"["Birch","2022-05-01",null,["Lõuna-Eesti"]]"#]),
        (
            "projects-in-region", ["region": .string("Eesti")],
            [
                #"["Amber","2021-01-01","2023-12-31",["Estonia"]]"#, #"["Birch","2022-05-01",null,["Lõuna-Eesti"]]"#,
            ]
        ),
        ("projects-in-region", ["region": .string("LV")], []),
        (
            "money-by-programme", [:],
            [
                #"["Baltic 2021","eu","EUR",46388.4,46388.4,1]"#, #"["Baltic 2021","total","EUR",900000,1000000,1]"#,
            ]
        ),
        ("conflicts", [:], [#"["Amber","start","2021-01-01","a.html","2021-02-01","b.html"]"#]),
        (
            "projects-of", ["name": .string("Riga")],
            [
                #"["Amber","Amber Roads","partner","2021-01-01","2023-12-31",1]"#,
                #"["Birch","Birch Works","lead","2022-05-01",null,1]"#,
            ]
        ),
        (
            "who-funds", ["project": .string("Birch")],
            [
                #"["Birch","Baltic 2021","Programme","funder",[],1]"#,
                #"["Birch","Tartu","Organization","cofinancier",["0,10 €"],1]"#,
            ]
        ),
        ("sources-of", ["project": .string("Merevaik")], [#"["Amber page","en","2023-01-01","a.html",["Amber"]]"#]),
        (
            "partners-by-country", [:],
            [
                #"["EE",1,2,1]"#, #"["LV",1,2,1]"#, #"["PL",1,2,0]"#, #"["unknown",1,1,1]"#,
            ]
        ),
        ("largest-projects", [:], [#"["Amber",1000000,900000,2,"2021-01-01","2023-12-31"]"#]),
        ("largest-projects", ["currency": .string("SEK")], []),
        ("countries-together", [:], [#"["EE","LV",2]"#, #"["EE","PL",2]"#, #"["LV","PL",2]"#]),
        ("countries-together", ["least": .integer(3)], []),
        ("bridges", [:], []),
        (
            "bridges", ["least": .integer(1)],
            [
                #"["Gdańsk","PL",1,["Baltic 2021"]]"#, #"["Riga","LV",1,["Baltic 2021"]]"#,
                #"["Tartu","EE",1,["Baltic 2021"]]"#,
            ]
        ),
        ("running-projects", [:], [#"["Amber","Amber Roads","2021-01-01","2023-12-31"]"#]),
        ("running-projects", ["first": .string("2024-01-01"), "last": .string("2024-12-31")], []),
        ("never-lead", [:], [#"["Gdańsk","PL",2]"#]),
        (
            "leads-by-kind", [:],
            [#"["public",1,1,1]"#, #"["university",1,1,1]"#, #"["unknown",1,1,0]"#, #"["ngo",1,0,2]"#]
        ),
        ("projects-by-year", [:], ["[2021,1,1094]", "[2022,1,null]"]),
        ("languages-of", [:], []),
        ("languages-of", ["least": .integer(1)], [#"["Amber",1,["en: a.html"]]"#]),
        (
            "how-connected", ["from": .string("Tartu Ülikool"), "to": .string("Riga")],
            [#"[1,["Tartu","Amber","Riga"]]"#, #"[1,["Tartu","Birch","Riga"]]"#]
        ),
        ("how-connected", ["from": .string("Tartu"), "to": .string("Solo")], []),
        (
            "facts-of", ["project": .string("Amber")],
            [
                #"["partner","Tartu","led by Tartu","a.html","role.label",0.9,1003]"#,
                #"["start","2021-01-01","from 2021","a.html","date.label",0.9,1001]"#,
                #"["start","2021-02-01","algus 2/2021","b.html","date.label",0.8,1002]"#,
            ]
        ),
        ("one-source", ["most": .integer(2)], [#"["Cedar","Solo","lead",0.5]"#, #"["Amber","Gdańsk","partner",0.7]"#]),
        ("contacts-of", ["project": .string("Amber Roads")], [#"["Office","office@amber.example",null,71]"#]),
        ("contacts-of", ["project": .string("Cedar")], []),
    ]

    @Test(arguments: examples) func answersItsQuestion(_ name: String, _ given: [String: QueryValue], _ rows: [String])
        throws
    {
        let found = try self.rows(name, given)
        #expect(found == rows)
    }

    @Test func hasATestForEveryFileAndAQuestionInEach() throws {
        let names = NamedQuery.names(in: Self.folder)
        #expect(names.count >= 15)
        #expect(names == Set(Self.examples.map(\.name)).sorted())
        for name in names {
            let query = try NamedQuery(path: "\(Self.folder)/\(name).cypher")
            #expect(query.title != name && query.question.hasSuffix("?") || query.question.hasSuffix("."))
            #expect(query.name == name)
        }
    }

    @Test func readsTheHeader() throws {
        let query = try NamedQuery(
            name: "q",
            text: "// title: A\n// question: B?\n//param:x=[1, 'a']\n\n// param: y\nRETURN $x // param: z = 1")
        #expect(query.title == "A" && query.question == "B?")
        #expect(
            query.parameters == [
                .init(name: "x", defaultValue: .list([.integer(1), .string("a")])), .init(name: "y", defaultValue: nil),
            ])
        #expect(try query.values(["y": .null]) == ["x": .list([.integer(1), .string("a")]), "y": .null])
    }

    private func error(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    @Test func saysWhatIsWrongWithParametersAndHeaders() throws {
        let query = try NamedQuery(name: "q", text: "// param: name\nRETURN $name")
        #expect(
            error { _ = try query.values() } == """
                error[query.parameter-missing]: the query 'q' needs the parameter 'name'
                  give it with --param name=…
                """)
        #expect(
            error { _ = try query.values(["nmae": .null]) } == """
                error[query.parameter-missing]: the query 'q' has no parameter 'nmae'
                  did you mean 'name'?
                """)
        #expect(error { _ = try NamedQuery(name: "q", text: "RETURN 1") } == "")
        #expect(
            error { _ = try NamedQuery(name: "q", text: "// title: t\n// param: a = b\nRETURN 1") } == """
                error[query.syntax]: this parameter cannot be read
                  2 | // param: a = b
                    | ^^^^^^^^^^^^^^^ write '// param: name = default', the default as in a query
                """)
        #expect(
            error { _ = try NamedQuery(path: "/nonexistent/q.cypher") }
                == "error[query.database]: the query file '/nonexistent/q.cypher' cannot be read")
    }
}
