/// The query language as it is: its clauses, expressions and functions with examples that a test runs.
public enum LanguageReference {
    /// A part of the language that is no function.
    public struct Construct: Sendable {
        public enum Kind: String, Sendable { case clause, pattern, expression }

        public var kind: Kind
        /// Such as `OPTIONAL MATCH` or `list comprehension`; the name of its file of cases follows from it.
        public var name: String
        /// Its shape: `MATCH pattern, … [WHERE condition]`.
        public var syntax: String
        public var summary: String
        public var example: LanguageExample
    }

    /// The graph that every example is asked of.
    public static let exampleGraph = """
        CREATE (t:Organization {name: 'Tartu', country: 'EE'}), (r:Organization {name: 'Riga', country: 'LV'}),
          (g:Organization {name: 'Gdansk'}), (a:Project {name: 'Amber', year: 2021}),
          (b:Project {name: 'Birch', year: 2022}), (t)-[:PARTNER_IN {role: 'lead'}]->(a),
          (r)-[:PARTNER_IN {role: 'partner'}]->(a), (r)-[:PARTNER_IN {role: 'lead'}]->(b)
        """

    public static var functions: [FunctionReference] { FunctionReference.all }
    public static let constructs: [Construct] = clauses + patterns + expressions

    private static func construct(
        _ kind: Construct.Kind, _ name: String, _ syntax: String, _ summary: String, _ query: String, _ rows: String...
    ) -> Construct {
        Construct(
            kind: kind, name: name, syntax: syntax, summary: summary, example: LanguageExample(query: query, rows: rows)
        )
    }

    private static let clauses = [
        construct(
            .clause, "MATCH", "MATCH pattern, … [WHERE condition]",
            "All ways to find the patterns in the graph; no relationship twice in one way.",
            "MATCH (o:Organization)-[:PARTNER_IN]->(p:Project {name: 'Amber'}) RETURN o.name AS n ORDER BY n",
            "[\"Riga\"]", "[\"Tartu\"]"),
        construct(
            .clause, "OPTIONAL MATCH", "OPTIONAL MATCH pattern, … [WHERE condition]",
            "As MATCH, but a row without a match stays, with nulls.",
            "MATCH (o:Organization) OPTIONAL MATCH (o)-->(p) WHERE p.year = 2022 "
                + "RETURN o.name AS n, p.name AS p ORDER BY n",
            "[\"Gdansk\",null]", "[\"Riga\",\"Birch\"]", "[\"Tartu\",null]"),
        construct(
            .clause, "WHERE", "WHERE condition", "Keeps the rows for which the condition is true; null is not true.",
            "MATCH (p:Project) WHERE p.year > 2021 RETURN p.name AS n", "[\"Birch\"]"),
        construct(
            .clause, "RETURN", "RETURN [DISTINCT] value [AS name], … | *", "What the query gives; its last clause.",
            "MATCH (p:Project) RETURN p.name AS name, p.year + 1 AS next ORDER BY name",
            "[\"Amber\",2022]", "[\"Birch\",2023]"),
        construct(
            .clause, "WITH", "WITH [DISTINCT] value AS name, … | * [ORDER BY …] [SKIP n] [LIMIT n] [WHERE condition]",
            "Hands rows on to the next clauses; an aggregate among the values groups by the others.",
            "MATCH (o:Organization)-->(p) WITH o, count(p) AS n WHERE n > 1 RETURN o.name AS name, n",
            "[\"Riga\",2]"),
        construct(
            .clause, "UNWIND", "UNWIND list AS name", "One row for each item of a list; GQL's FOR name IN list.",
            "UNWIND [1, 2] AS x RETURN x * 10 AS y", "[10]", "[20]"),
        construct(
            .clause, "UNION", "query UNION [ALL] query",
            "The rows of both queries, each once unless ALL is said; the columns must have the same names.",
            "RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x", "[1]", "[2]"),
        construct(
            .clause, "ORDER BY", "ORDER BY value [DESC] [NULLS FIRST|LAST], …", "Sorts; null is the largest value.",
            "UNWIND [2, null, 1] AS x RETURN x ORDER BY x DESC", "[null]", "[2]", "[1]"),
        construct(
            .clause, "SKIP LIMIT", "[SKIP n] [LIMIT n]",
            "Leaves out the first rows (also OFFSET); keeps at most so many.",
            "UNWIND [1, 2, 3] AS x RETURN x SKIP 1 LIMIT 1", "[2]"),
        construct(
            .clause, "GQL", "FILTER condition · LET name = value · FOR name IN list",
            "GQL's names: FILTER is WITH * WHERE, LET is WITH *, value AS name, FOR is UNWIND.",
            "FOR x IN [1, 2, 3] LET y = x * x FILTER y > 1 RETURN y", "[4]", "[9]"),
    ]

    private static let patterns = [
        construct(
            .pattern, "labels", "(n:A|B) (n:A&!B) (n:%)", "Label expressions: or, and, not, any label.",
            "MATCH (n:Project|Organization) RETURN count(n) AS n", "[5]"),
        construct(
            .pattern, "variable length", "-[:TYPE*1..3]- or -[:TYPE]-{1,3}",
            "A chain of so many relationships, none used twice.",
            "MATCH ({name: 'Tartu'})-[:PARTNER_IN*1..3]-(n) RETURN n.name AS n ORDER BY n",
            "[\"Amber\"]", "[\"Birch\"]", "[\"Riga\"]"),
        construct(
            .pattern, "shortest path", "shortestPath((a)-[*]-(b)), allShortestPaths(…), ANY SHORTEST …",
            "A chain of the fewest relationships between two nodes, or all of them.",
            "MATCH (a {name: 'Tartu'}), (b {name: 'Birch'}) MATCH q = shortestPath((a)-[*]-(b)) RETURN length(q) AS n",
            "[3]"),
    ]

    private static let expressions = [
        construct(
            .expression, "arithmetic", "+ - * / % ^",
            "Calculation; whole numbers stay whole, + also joins texts and lists.",
            "RETURN 7 / 2 AS a, 7 / 2.0 AS b, 2 ^ 3 AS c, 'a' + 'b' AS d", "[3,3.5,8.0,\"ab\"]"),
        construct(
            .expression, "comparison", "= <> < <= > >=", "May be chained; null compared with anything is null.",
            "RETURN 1 < 2 <= 2 AS a, null = null AS b", "[true,null]"),
        construct(
            .expression, "logic", "AND OR XOR NOT", "Logic of three values: true, false and null.",
            "RETURN true AND null AS a, false AND null AS b", "[null,false]"),
        construct(
            .expression, "text", "STARTS WITH · ENDS WITH · CONTAINS", "Parts of texts.",
            "MATCH (n) WHERE n.name STARTS WITH 'A' RETURN n.name AS n", "[\"Amber\"]"),
        construct(
            .expression, "regular expression", "text =~ pattern",
            "Whether the whole text matches, in Java's syntax; (?i) at the beginning ignores case.",
            "RETURN 'Amber' =~ 'A.*r' AS a, 'Amber' =~ '(?i)AMB' AS b", "[true,false]"),
        construct(
            .expression, "in", "value IN list", "Whether a list holds a value.", "RETURN 2 IN [1, 2] AS a", "[true]"),
        construct(
            .expression, "index", "list[i] list[a..b] map[key]", "Items by place from 0, or from the end below 0.",
            "RETURN [1, 2, 3][-1] AS a, [1, 2, 3][0..2] AS b", "[3,[1,2]]"),
        construct(
            .expression, "map projection", "n {.name, .*, key: value, variable}", "A map made of a node's properties.",
            "MATCH (p:Project {name: 'Amber'}) RETURN p {.name, next: p.year + 1} AS m",
            "[{\"name\":\"Amber\",\"next\":2022}]"),
        construct(
            .expression, "case", "CASE [value] WHEN … THEN … [ELSE …] END", "A choice of values.",
            "UNWIND [1, 2] AS x RETURN CASE x WHEN 1 THEN 'one' ELSE 'more' END AS w", "[\"one\"]", "[\"more\"]"),
        construct(
            .expression, "comprehension", "[x IN list WHERE condition | value]", "A list made of another.",
            "RETURN [x IN [1, 2, 3] WHERE x > 1 | x * 2] AS l", "[[4,6]]"),
        construct(
            .expression, "quantifier", "all|any|none|single(x IN list WHERE condition)", "How many items hold.",
            "RETURN all(x IN [1, 2] WHERE x > 0) AS a", "[true]"),
        construct(
            .expression, "reduce", "reduce(total = start, x IN list | step)", "One value from a list.",
            "RETURN reduce(t = 0, x IN [1, 2, 3] | t + x) AS s", "[6]"),
        construct(
            .expression, "pattern", "EXISTS { … } · COUNT { … } · COLLECT { … } · (a)-->() · [(a)-->(b) | b.name]",
            "Patterns and whole queries inside an expression.",
            "MATCH (o:Organization) WHERE NOT (o)-->() RETURN o.name AS n, COUNT { (o)--() } AS c",
            "[\"Gdansk\",0]"),
    ]
}
