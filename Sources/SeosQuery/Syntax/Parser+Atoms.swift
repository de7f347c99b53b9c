extension Parser {
    mutating func atom() throws(QueryFault) -> Expression {
        let range = token.range
        switch token.kind {
        case .integer(let magnitude):
            guard let value = Int64(exactly: magnitude) else {
                throw QueryFault(.syntax, "this number does not fit a 64-bit integer", at: range)
            }
            advance()
            return try make(.integer(value), range)
        case .float(let value):
            advance()
            return try make(.float(value), range)
        case .string(let value):
            advance()
            return try make(.string(value), range)
        case .parameter(let name):
            advance()
            return try make(.parameter(name), range)
        case .quoted(let name):
            advance()
            return try make(.variable(name), range)
        case .word(let word): return try wordAtom(word)
        case .sign("("):
            if startsPattern { return try nested { parser throws(QueryFault) in try parser.patternPredicate() } }
            advance()
            let inner = try expression()
            try expect(")", "to close the bracket")
            return inner
        case .sign("["): return try list()
        case .sign("{"):
            let entries = try map()
            return try make(.map(entries), range.lowerBound..<end)
        default: throw unexpected("an expression")
        }
    }

    private mutating func wordAtom(_ word: String) throws(QueryFault) -> Expression {
        let range = token.range
        if peek(1).isSign("("), !token.isWord("NOT"), !token.isWord("CASE") { return try call() }
        if token.isWord("EXISTS"), peek(1).isSign("{") { return try existential() }
        if token.isWord("COUNT") || token.isWord("COLLECT"), peek(1).isSign("{") {
            throw QueryFault(.unsupported, "\(word.uppercased()) { … } is not supported", at: range)
        }
        switch word.uppercased() {
        case "TRUE":
            advance()
            return try make(.boolean(true), range)
        case "FALSE":
            advance()
            return try make(.boolean(false), range)
        case "NULL":
            advance()
            return try make(.null, range)
        case "CASE": return try choice()
        default:
            let name = try variable("an expression")
            return try make(.variable(name.text), name.range)
        }
    }

    private mutating func patternPredicate() throws(QueryFault) -> Expression {
        let pattern = try chain()
        return try make(.pattern(pattern), pattern.range)
    }

    /// Whether the bracket opens a node that a relationship follows, and not an expression: decided by the tokens
    /// inside its beginning and after its end, so that nothing is parsed twice.
    private var startsPattern: Bool {
        guard let close = partner(of: at) else { return false }
        var i = at + 1
        switch tokens[i].kind {
        case .word, .quoted: i += 1
        default: break
        }
        guard i == close || tokens[i].isSign(":") || tokens[i].isSign("{") else { return false }
        func sign(_ offset: Int, _ s: String) -> Bool { tokens[min(close + offset, tokens.count - 1)].isSign(s) }
        if sign(1, "-") {
            return sign(2, "[") || (sign(2, "-") && (sign(3, ">") || sign(3, "(")))
        }
        return sign(1, "<") && sign(2, "-") && (sign(3, "[") || sign(3, "-"))
    }

    private mutating func list() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        if startsVariable, peek(1).isWord("IN") {
            // `[x IN list WHERE …]` unless it is the list of one test, which is rare enough to ask for brackets.
            throw QueryFault(
                .unsupported, "list comprehensions are not supported", at: token.range,
                hint: "for a test inside a list write [(x IN list)]")
        }
        var items: [Expression] = []
        if !take("]") {
            repeat { items.append(try expression()) } while take(",")
            try expect("]", "to close the list")
        }
        return try make(.list(items), start..<end)
    }

    private mutating func call() throws(QueryFault) -> Expression {
        let name = try self.name("a function")
        let start = name.range.lowerBound
        if ["ALL", "ANY", "NONE", "SINGLE", "REDUCE", "SHORTESTPATH", "ALLSHORTESTPATHS", "FILTER", "EXTRACT"]
            .contains(name.text.uppercased())
        {
            throw QueryFault(.unsupported, "\(name.text)(…) is not supported", at: name.range)
        }
        advance()
        var use = FunctionUse(name: name, isDistinct: false, isStar: false, arguments: [])
        if take("*") {
            use.isStar = true
        } else {
            use.isDistinct = takeWord("DISTINCT")
            if !token.isSign(")") {
                repeat { use.arguments.append(try expression()) } while take(",")
            }
        }
        try expect(")", "after the arguments of \(QueryError.quoted(name.text))")
        return try make(.call(use), start..<end)
    }

    private mutating func existential() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        return try nested { parser throws(QueryFault) in
            try parser.expect("{", "after EXISTS")
            _ = parser.takeWord("MATCH")
            let patterns = try parser.patternList()
            let condition = parser.takeWord("WHERE") ? try parser.expression() : nil
            if !parser.token.isSign("}"), case .word(let word) = parser.token.kind {
                throw QueryFault(
                    .unsupported, "\(word.uppercased()) inside EXISTS { … } is not supported", at: parser.token.range)
            }
            try parser.expect("}", "after the pattern of EXISTS")
            return try parser.make(.exists(patterns, condition), start..<parser.end)
        }
    }

    private mutating func choice() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        var choice = CaseExpression(branches: [])
        if !token.isWord("WHEN") { choice.subject = try expression() }
        while takeWord("WHEN") {
            let condition = try expression()
            try expectWord("THEN", "after the condition of WHEN")
            choice.branches.append((condition, try expression()))
        }
        if choice.branches.isEmpty { throw unexpected("WHEN in CASE") }
        if takeWord("ELSE") { choice.otherwise = try expression() }
        try expectWord("END", "at the end of CASE")
        return try make(.choice(choice), start..<end)
    }
}
