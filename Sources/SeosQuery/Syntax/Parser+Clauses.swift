extension Parser {
    private static let writing: Set<String> = [
        "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "INSERT", "LOAD", "ALTER", "GRANT",
    ]
    private static let clauses = ["MATCH", "OPTIONAL MATCH", "WITH", "RETURN", "UNWIND", "UNION", "WHERE"]

    mutating func statement() throws(QueryFault) -> Statement {
        let statement = try queries()
        _ = take(";")
        if token.kind != .end {
            if case .word(let word) = token.kind { throw unknownClause(word, after: "RETURN is the last clause") }
            throw unexpected("the end of the query")
        }
        return statement
    }

    /// Single queries joined by UNION; inside a subquery up to its closing brace.
    mutating func queries(inside: Subquery.Kind? = nil) throws(QueryFault) -> Statement {
        var statement = Statement(queries: [try singleQuery(inside)], unions: [])
        while token.isWord("UNION") {
            let start = token.range.lowerBound
            advance()
            let all = takeWord("ALL")
            if !all { _ = takeWord("DISTINCT") }
            statement.unions.append((all, start..<end))
            statement.queries.append(try singleQuery(inside))
        }
        return statement
    }

    private mutating func singleQuery(_ inside: Subquery.Kind?) throws(QueryFault) -> SingleQuery {
        var clauses: [Clause] = []
        while true {
            let start = token.range.lowerBound
            if !clauses.isEmpty, inside != nil, inside != .collect, token.isSign("}") || token.isWord("UNION") {
                return SingleQuery(clauses: clauses)
            }
            if takeWord("MATCH") {
                clauses.append(.match(try match(isOptional: false, start)))
            } else if token.isWord("OPTIONAL") {
                advance()
                try expectWord("MATCH", "after OPTIONAL")
                clauses.append(.match(try match(isOptional: true, start)))
            } else if takeWord("UNWIND") {
                let list = try expression()
                try expectWord("AS", "after the list of UNWIND")
                let name = try variable("a name for the items of UNWIND")
                clauses.append(.unwind(UnwindClause(list: list, variable: name, range: start..<end)))
            } else if takeWord("WITH") {
                clauses.append(.with(try projection("WITH", start)))
            } else if takeWord("RETURN") {
                clauses.append(.returning(try projection("RETURN", start)))
                return SingleQuery(clauses: clauses)
            } else if let sugar = try gqlClause(start) {
                clauses.append(sugar)
            } else if allowsWrites, let write = try write(start) {
                clauses.append(write)
            } else if allowsWrites, token.kind == .end, !clauses.isEmpty {
                return SingleQuery(clauses: clauses)
            } else if case .word(let word) = token.kind {
                throw unknownClause(word, after: nil)
            } else if token.kind == .end, !clauses.isEmpty {
                throw unexpected("RETURN", hint: "a query ends with RETURN and what it gives")
            } else {
                throw unexpected("a clause such as MATCH or RETURN")
            }
        }
    }

    /// GQL's FILTER, LET and FOR are WITH and UNWIND under other names.
    private mutating func gqlClause(_ start: Int) throws(QueryFault) -> Clause? {
        if takeWord("FILTER") {
            _ = takeWord("WHERE")
            var projection = Projection(
                isDistinct: false, includesAll: true, mayBeEmpty: true, items: [], order: [], range: start..<end)
            projection.condition = try expression()
            projection.range = start..<end
            return .with(projection)
        }
        if takeWord("LET") {
            var projection = Projection(
                isDistinct: false, includesAll: true, mayBeEmpty: true, items: [], order: [], range: start..<end)
            repeat {
                let name = try variable("a name after LET")
                try expect("=", "after the name of LET")
                let from = token.range.lowerBound
                let value = try expression()
                projection.items.append(.init(expression: value, alias: name, text: text(from..<end)))
            } while take(",")
            projection.range = start..<end
            return .with(projection)
        }
        if takeWord("FOR") {
            let name = try variable("a name after FOR")
            try expectWord("IN", "after the name of FOR")
            let list = try expression()
            return .unwind(UnwindClause(list: list, variable: name, range: start..<end))
        }
        return nil
    }

    /// CREATE and DELETE, where the caller sets up a graph of its own.
    private mutating func write(_ start: Int) throws(QueryFault) -> Clause? {
        if takeWord("CREATE") {
            let patterns = try patternList()
            return .create(patterns, start..<end)
        }
        guard token.isWord("DELETE") || token.isWord("DETACH") else { return nil }
        _ = takeWord("DETACH")
        try expectWord("DELETE", "after DETACH")
        var items: [Expression] = []
        repeat { items.append(try expression()) } while take(",")
        return .delete(items, start..<end)
    }

    /// A word where a clause should begin: a write, something openCypher has but Seos does not, or a slip.
    private func unknownClause(_ word: String, after reason: String?) -> QueryFault {
        let capitals = word.uppercased()
        if Self.writing.contains(capitals) {
            return QueryFault(
                .write, "\(capitals) would change the graph; queries only read", at: token.range,
                hint: "the graph changes by 'seos ingest', 'seos merge' and 'seos split'")
        }
        if ["CALL", "USE", "SHOW", "EXPLAIN", "PROFILE", "CYPHER", "START", "NEXT"]
            .contains(capitals)
        {
            return QueryFault(.unsupported, "\(capitals) is not supported", at: token.range)
        }
        if let reason, Self.clauses.contains(capitals) || capitals == "OPTIONAL" {
            return QueryFault(.syntax, "\(capitals) cannot stand here: \(reason)", at: token.range)
        }
        let hint = Suggestion.hint(for: word, among: Self.clauses)
        return unexpected(reason == nil ? "a clause such as MATCH or RETURN" : "the end of the query", hint: hint)
    }

    private mutating func match(isOptional: Bool, _ start: Int) throws(QueryFault) -> MatchClause {
        let patterns = try patternList()
        let condition = takeWord("WHERE") ? try expression() : nil
        return MatchClause(isOptional: isOptional, patterns: patterns, condition: condition, range: start..<end)
    }

    private mutating func projection(_ clause: String, _ start: Int) throws(QueryFault) -> Projection {
        var projection = Projection(
            isDistinct: takeWord("DISTINCT"), includesAll: false, items: [], order: [], range: start..<end)
        if take("*") {
            projection.includesAll = true
            if take(",") { projection.items = try items(clause) }
        } else {
            projection.items = try items(clause)
        }
        if token.isWord("ORDER") {
            advance()
            try expectWord("BY", "after ORDER")
            repeat {
                let key = try expression()
                let descending = takeWord("DESC") || takeWord("DESCENDING")
                if !descending { _ = takeWord("ASC") || takeWord("ASCENDING") }
                var item = Projection.SortItem(expression: key, isDescending: descending)
                if token.isWord("NULLS"), peek(1).isWord("FIRST") || peek(1).isWord("LAST") {
                    item.nullsFirst = peek(1).isWord("FIRST")
                    advance()
                    advance()
                }
                projection.order.append(item)
            } while take(",")
        }
        if takeWord("SKIP") || takeWord("OFFSET") { projection.skip = try expression() }
        if takeWord("LIMIT") { projection.limit = try expression() }
        if token.isWord("WHERE") {
            if clause == "RETURN" {
                throw QueryFault(
                    .syntax, "WHERE cannot follow RETURN", at: token.range,
                    hint: "put it after MATCH or WITH")
            }
            advance()
            projection.condition = try expression()
        }
        projection.range = start..<end
        return projection
    }

    private mutating func items(_ clause: String) throws(QueryFault) -> [Projection.Item] {
        var items: [Projection.Item] = []
        repeat {
            let start = token.range.lowerBound
            let value = try expression()
            let words = text(start..<end)
            let alias = takeWord("AS") ? try variable("a name after AS") : nil
            if clause == "WITH", alias == nil {
                guard case .variable = value.kind else {
                    throw QueryFault(
                        .syntax, "an expression in WITH needs a name", at: value.range,
                        hint: "write \(QueryError.quoted(words + " AS name"))", .noExpressionAlias)
                }
            }
            items.append(.init(expression: value, alias: alias, text: words))
        } while take(",")
        return items
    }
}
