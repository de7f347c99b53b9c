extension LanguageReference {
    /// The reference as one page of Markdown, as `seos query --reference` prints it.
    public static var page: String {
        var out = """
            # The query language

            Every clause, pattern, expression and function, with an example that the tests run.

            ## Overview

            `seos query --reference` prints this page, made from the registry that queries are checked with; `Scripts/query-reference`
            writes it anew. The examples are asked of this graph, and show their rows as JSON:

            ```
            \(exampleGraph)
            ```


            """
        for (title, kind) in [("Clauses", Construct.Kind.clause), ("Patterns", .pattern), ("Expressions", .expression)]
        {
            out += "### \(title)\n\n"
            for construct in constructs where construct.kind == kind {
                out += "**\(construct.name)** `\(construct.syntax)`  \n\(construct.summary)\n\n"
                out += block(construct.example) + "\n"
            }
        }
        out += "### Functions of one row\n\n"
        for function in functions where !function.isAggregate { out += entry(function) }
        out += "### Functions of many rows\n\nNulls are left out.\n\n"
        for function in functions where function.isAggregate { out += entry(function) }
        out += """
            ### Against the openCypher TCK

            The folders of the Technology Compatibility Kit (`tck/features` of openCypher), and how many of their scenarios that only
            read are answered right: the rows with their types, or the error that is expected. What would write is refused with
            `query.write`; scenarios that only set a graph up by writing are answered. The kit has 3,527 that only read, of which those
            counted here were run; `Scripts/tck-shares` takes the numbers over from such a run.

            | folder | is about | right | of |
            |---|---|---|---|

            """
        for folder in folders { out += row(folder) }
        let all = TCKShares.byFolder.values.reduce((0, 0)) { ($0.0 + $1.right, $0.1 + $1.run) }
        return out + "| all | | \(all.0) | \(all.1) |\n"
    }

    private static func row(_ folder: Folder) -> String {
        let share = TCKShares.byFolder[folder.name].map { "\($0.right) | \($0.run)" }
        return "| `\(folder.name)` | \(folder.subject) | \(share ?? "refused | ") |\n"
    }

    private static func entry(_ function: FunctionReference) -> String {
        let also =
            function.synonyms.isEmpty ? "" : ", also " + function.synonyms.map { "`\($0)`" }.joined(separator: ", ")
        return "`\(function.signature)` gives \(function.result)\(also)  \n\(function.summary)\n\n"
            + block(function.example)
            + "\n"
    }

    private static func block(_ example: LanguageExample) -> String {
        "```\n\(example.query)\n" + example.rows.map { "→ \($0)\n" }.joined() + "```\n"
    }

    /// A folder of `tck/features`.
    struct Folder: Sendable {
        var name: String
        var subject: String
    }

    static let folders: [Folder] = [
        Folder(name: "clauses/match", subject: "`MATCH`, `OPTIONAL MATCH`"),
        Folder(name: "clauses/match-where", subject: "`WHERE` after `MATCH`"),
        Folder(name: "clauses/return", subject: "`RETURN`"),
        Folder(name: "clauses/return-orderby", subject: "`ORDER BY`"),
        Folder(name: "clauses/return-skip-limit", subject: "`SKIP`, `LIMIT`"),
        Folder(name: "clauses/union", subject: "`UNION`, `UNION ALL`"),
        Folder(name: "clauses/unwind", subject: "`UNWIND`"),
        Folder(name: "clauses/with", subject: "`WITH`"),
        Folder(name: "clauses/with-where", subject: "`WHERE` after `WITH`"),
        Folder(name: "clauses/with-orderBy", subject: "`ORDER BY` after `WITH`"),
        Folder(name: "clauses/with-skip-limit", subject: "`SKIP`, `LIMIT` after `WITH`"),
        Folder(name: "clauses/call", subject: "`CALL`: there are no procedures"),
        Folder(name: "clauses/create", subject: "`CREATE`"),
        Folder(name: "clauses/delete", subject: "`DELETE`"),
        Folder(name: "clauses/merge", subject: "`MERGE`"),
        Folder(name: "clauses/remove", subject: "`REMOVE`"),
        Folder(name: "clauses/set", subject: "`SET`"),
        Folder(name: "expressions/aggregation", subject: "aggregates"),
        Folder(name: "expressions/boolean", subject: "`AND`, `OR`, `XOR`, `NOT`"),
        Folder(name: "expressions/comparison", subject: "`=`, `<>`, `<`, `<=`, `>`, `>=`"),
        Folder(name: "expressions/conditional", subject: "`CASE`"),
        Folder(name: "expressions/existentialSubqueries", subject: "`EXISTS { … }`"),
        Folder(name: "expressions/graph", subject: "labels, types and properties"),
        Folder(name: "expressions/list", subject: "lists, slices, comprehensions"),
        Folder(name: "expressions/literals", subject: "literals"),
        Folder(name: "expressions/map", subject: "maps"),
        Folder(name: "expressions/mathematical", subject: "arithmetic"),
        Folder(name: "expressions/null", subject: "`IS NULL`, `IS NOT NULL`"),
        Folder(name: "expressions/path", subject: "named paths"),
        Folder(name: "expressions/pattern", subject: "patterns as conditions, pattern comprehensions"),
        Folder(name: "expressions/precedence", subject: "precedence of operators"),
        Folder(name: "expressions/quantifier", subject: "`all`, `any`, `none`, `single`"),
        Folder(name: "expressions/string", subject: "`STARTS WITH`, `ENDS WITH`, `CONTAINS`"),
        Folder(name: "expressions/temporal", subject: "dates, times, durations"),
        Folder(name: "expressions/typeConversion", subject: "conversions"),
        Folder(name: "useCases/countingSubgraphMatches", subject: "counting patterns"),
        Folder(name: "useCases/triadicSelection", subject: "neighbours of neighbours"),
    ]
}
