import SeosModel
import SeosQuery
import Testing

/// Names made to break out of a query, as literals, parameters, labels, types, properties and variables.
@Suite struct HostileNameTests {
    static let names: [String] = [
        "x'; DROP TABLE project; --", "\" OR 1=1 --", "'); DROP TABLE entity;--", "%", "_", "\"", "`", "``", "\\",
        "\\'", "a\u{0}b", "\u{202E}evil", "\u{FEFF}",
        "e\u{301}", "😀", "]}>", "$p", "?1", "x` (y", "%s%n", "{{", "//", "/* */", "--", "NULL", "\n", "\r\n", "\t",
        String(repeating: "a", count: 5_000), "İ", "ß", "\u{1F468}\u{200D}\u{1F469}", "sqlite_master", "rowid", "",
    ]

    @Test(arguments: names.indices) func isTextAndNothingElse(_ index: Int) throws {
        let name = Self.names[index]
        let engine = try Fixture.shared.engine()
        func rows(_ query: String, _ parameters: [String: QueryValue] = [:]) throws -> [[QueryValue]] {
            try engine.run(engine.prepare(query, parameters: parameters), timeout: .seconds(20)).all()
        }
        let escaped = name.unicodeScalars.reduce(into: "") { text, c in
            text += c == "'" || c == "\\" ? "\\\(c)" : String(c)
        }
        #expect(try rows("RETURN $p AS x", ["p": .string(name)]) == [[.string(name)]])
        #expect(try rows("RETURN '\(escaped)' AS x") == [[.string(name)]])
        #expect(try rows("MATCH (p:Project {name: $p}) RETURN p", ["p": .string(name)]).isEmpty)
        #expect(try rows("MATCH (p:Project) WHERE p.name = '\(escaped)' RETURN p").isEmpty)
        #expect(
            try rows("MATCH (p:Project) WHERE p.name STARTS WITH $p RETURN count(p) AS n", ["p": .string(name)])
                == [[.integer(name.isEmpty ? 3 : 0)]])
        #expect(
            try rows("RETURN $p IN [$p] AS x, size([$p]) AS n", ["p": .string(name)])
                == [[.boolean(true), .integer(1)]])
    }

    @Test(arguments: names.indices) func isNoLabelTypeOrProperty(_ index: Int) throws {
        let quoted = Self.names[index].replacing("`", with: "``")
        let engine = try Fixture.shared.engine()
        for query in [
            "MATCH (n:`\(quoted)`) RETURN n", "MATCH ()-[r:`\(quoted)`]->() RETURN r",
            "MATCH (p:Project) RETURN p.`\(quoted)` AS x", "MATCH (p:Project {`\(quoted)`: 1}) RETURN p",
            "RETURN `\(quoted)`(1) AS x", "RETURN $`\(quoted)` AS x",
        ] {
            let error = #expect(throws: QueryError.self) { try engine.prepare(query) }
            #expect(error?.code != .database)
        }
    }

    @Test(arguments: names.indices) func mayNameAVariable(_ index: Int) throws {
        let quoted = Self.names[index].replacing("`", with: "``")
        let engine = try Fixture.shared.engine()
        let rows = try engine.run(
            engine.prepare("MATCH (`\(quoted)`:Project) WITH `\(quoted)`.name AS `\(quoted)` RETURN count(*) AS n"))
        #expect(try rows.all() == [[.integer(3)]])
    }
}
