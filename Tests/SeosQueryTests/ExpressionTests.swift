import SeosQuery
import Testing

@Suite struct ExpressionTests {
    /// An expression and its value as JSON.
    static let cases: [(String, String)] = [
        // Null in logic: three values.
        ("true AND null", "null"), ("false AND null", "false"), ("true OR null", "true"), ("false OR null", "null"),
        ("NOT null", "null"), ("true XOR null", "null"), ("true XOR false", "true"), ("NOT NOT true", "true"),
        ("null = null", "null"), ("null <> null", "null"), ("1 = null", "null"), ("null IS NULL", "true"),
        ("1 IS NOT NULL", "true"), ("null IN [1]", "null"), ("null IN []", "false"), ("1 IN [1, null]", "true"),
        ("2 IN [1, null]", "null"), ("2 IN []", "false"), ("null > 1", "null"), ("null + 1", "null"),
        // Comparison of different kinds.
        ("1 = 1.0", "true"), ("1 = '1'", "false"), ("1 <> '1'", "true"), ("1 < 'a'", "null"), ("true < 1", "null"),
        ("'1' IN [1, 2]", "false"), ("1 IN ['1', 1]", "true"), ("true = 1", "false"), ("false < true", "true"),
        ("[1, 2] = [1, 2]", "true"), ("[1, 2] = [1]", "false"), ("[1, null] = [1, 2]", "null"),
        ("[null] = [null]", "null"), ("[1, 'a'] = [1, 'b']", "false"), ("[true] = [1]", "false"),
        ("[1] = 1", "false"), ("[1, 2] IN [[1, 2], [3]]", "true"),
        // Chains.
        ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"), ("1 < 2 < null", "null"), ("1 = 1 < 2", "true"),
        ("2 >= 2 > 1", "true"), ("3 > 2 <> 2", "false"),
        // Arithmetic.
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 / 2", "3"), ("-7 / 2", "-3"), ("7.0 / 2", "3.5"),
        ("7 % 4", "3"), ("2 ^ 3", "8.0"), ("-2 ^ 2", "4.0"), ("2 - 3 - 4", "-5"), ("- - 1", "1"), ("-1.5", "-1.5"),
        ("-9223372036854775808", "-9223372036854775808"), ("0x1F + 0o17", "46"), ("1e3", "1000.0"), (".5", "0.5"),
        ("'a' + 'b'", "\"ab\""), ("'a' + 1", "\"a1\""), ("'a' + null", "null"), ("0.1 + 0.2 = 0.3", "false"),
        // Texts.
        ("'abc' STARTS WITH 'ab'", "true"), ("'abc' STARTS WITH ''", "true"), ("'abc' ENDS WITH 'bc'", "true"),
        ("'abc' CONTAINS 'bd'", "false"), ("'abc' CONTAINS ''", "true"), ("'Čačak' STARTS WITH 'Č'", "true"),
        ("null CONTAINS 'a'", "null"), ("1 STARTS WITH '1'", "null"), ("'a' < 'B'", "false"), ("'ä' > 'z'", "true"),
        (#"'it\'s \u00e4 \\ "q"'"#, #""it's ä \\ \"q\"""#), (#""\uD83D\uDE00""#, "\"😀\""),
        // Functions.
        ("toLower('ŽÄ')", "\"žä\""), ("toUpper('žöA')", "\"ŽÖA\""), ("upper('a')", "\"A\""), ("toLower(null)", "null"),
        ("size('žä')", "2"), ("size([1, 2, 3])", "3"), ("size(null)", "null"), ("coalesce(null, 'a', 'b')", "\"a\""),
        ("coalesce(null, 1, 'b')", "1"), ("coalesce(null)", "null"), ("toString(1.0)", "\"1.0\""),
        ("toString(true)", "\"true\""), ("toString(-5)", "\"-5\""), ("toInteger('12')", "12"),
        ("toInteger('12.7')", "12"), ("toInteger('x')", "null"), ("toInteger(-3.9)", "-3"), ("toInteger('')", "null"),
        ("toFloat('1.5')", "1.5"), ("toFloat(' 1 ')", "1.0"), ("toFloat('1 2')", "null"), ("toFloat('1e999')", "null"),
        ("toFloat(2)", "2.0"), ("abs(-3)", "3"),
        ("abs(-3.5)", "3.5"), ("head([1, 2])", "1"), ("last(['a', 'b'])", "\"b\""), ("head([])", "null"),
        ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1][5]", "null"), ("[true][0]", "true"),
        ("[true][0] AND true", "true"), ("[1, 'a', null, [true]]", "[1,\"a\",null,[true]]"),
        // CASE.
        ("CASE WHEN null THEN 1 ELSE 2 END", "2"), ("CASE WHEN false THEN 1 END", "null"),
        ("CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", "\"b\""), ("CASE null WHEN null THEN 1 ELSE 0 END", "0"),
        ("CASE WHEN true THEN 1 ELSE 'a' END", "1"), ("CASE WHEN true THEN true ELSE 'a' END", "true"),
    ]

    @Test(arguments: cases) func hasTheValueOpenCypherGives(_ expression: String, _ value: String) throws {
        #expect(try Fixture.shared.rows("RETURN \(expression) AS x") == ["[\(value)]"])
    }

    @Test func takesParametersOfEveryKind() throws {
        let values: [(QueryValue, String)] = [
            (.null, "null"), (.boolean(true), "true"), (.integer(5), "5"), (.double(1.5), "1.5"),
            (.string("x'; DROP TABLE project; --"), "\"x'; DROP TABLE project; --\""),
            (.list([.integer(1), .string("a"), .boolean(false), .null]), "[1,\"a\",false,null]"),
        ]
        for (value, json) in values {
            #expect(try Fixture.shared.rows("RETURN $x AS x", ["x": value]) == ["[\(json)]"])
        }
        let names = QueryValue.list([.string("Amber"), .string("Cedar"), .null])
        #expect(
            try Fixture.shared.rows(
                "MATCH (p:Project) WHERE p.name IN $names RETURN p.id ORDER BY p.id", ["names": names])
                == ["[11]", "[13]"])
        #expect(
            try Fixture.shared.rows("RETURN 3 IN $a AND NOT 4 IN $a AS x", ["a": .list((0..<4).map { .integer($0) })])
                == ["[true]"])
    }

    @Test func treatsHostileTextAsText() throws {
        for text in ["'; DROP TABLE project; --", "\\", "a`b", "?1", "$name", "%", "\u{0}a", "') OR 1=1 --"] {
            let rows = try Fixture.shared.rows("MATCH (p:Project) WHERE p.name = $t RETURN p", ["t": .string(text)])
            #expect(rows == [])
        }
        #expect(try Fixture.shared.rows(#"MATCH (p:Project {name: 'x\' OR 1=1 --'}) RETURN p"#) == [])
        #expect(
            try Fixture.shared.rows(#"RETURN 'a"; DROP TABLE project; --' AS `"; DROP TABLE project; --`"#)
                == [#"["a\"; DROP TABLE project; --"]"#])
        #expect(
            Fixture.shared.error("MATCH (n:`Project; DROP TABLE project`) RETURN n").hasPrefix(
                "error[query.unknown-label]"))
        #expect(
            Fixture.shared.error("MATCH (n:Project) RETURN n.`name FROM project --`").hasPrefix(
                "error[query.unknown-property]"))
        #expect(
            Fixture.shared.error("MATCH ()-[:`X) UNION SELECT 1`]->() RETURN 1").hasPrefix("error[query.unknown-type]"))
        #expect(try Fixture.shared.rows("MATCH (p:Project) RETURN count(*)") == ["[3]"])
    }
}
