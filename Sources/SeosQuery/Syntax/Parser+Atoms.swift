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
            return try projected(try make(.variable(name), range))
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
        if peek(1).isSign("("), !token.isWord("NOT"), !token.isWord("CASE") {
            if let quantifier = Quantifier(rawValue: word.lowercased()) { return try quantified(quantifier) }
            if token.isWord("REDUCE") { return try reduction() }
            if token.isWord("SHORTESTPATH") || token.isWord("ALLSHORTESTPATHS") {
                return try nested { parser throws(QueryFault) in
                    let pattern = try parser.pathPattern()
                    return try parser.make(.pattern(pattern), pattern.range)
                }
            }
            return try call()
        }
        if isQualifiedCall { return try call() }
        if peek(1).isSign("{"), let kind = Subquery.Kind(rawValue: word.uppercased()) {
            return try existential(kind)
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
            return try projected(try make(.variable(name.text), name.range))
        }
    }

    /// A variable, or a map made of what it holds: `n {.name, .*, x: 1, y}`.
    private mutating func projected(_ base: Expression) throws(QueryFault) -> Expression {
        guard token.isSign("{") else { return base }
        return try nested { parser throws(QueryFault) in
            parser.advance()
            var items: [MapItem] = []
            if !parser.take("}") {
                repeat { items.append(try parser.mapItem()) } while parser.take(",")
                try parser.expect("}", "after the items of the map projection")
            }
            return try parser.make(.mapProjection(base, items), base.range.lowerBound..<parser.end)
        }
    }

    private mutating func mapItem() throws(QueryFault) -> MapItem {
        if take(".") {
            if take("*") { return .allProperties }
            return .property(try name("a property name after '.'"))
        }
        if peek(1).isSign(":") {
            let name = try name("a name")
            advance()
            return .entry(name, try expression())
        }
        let variable = try variable("a property such as .name, an entry such as x: 1, or a variable")
        return .entry(variable, try make(.variable(variable.text), variable.range))
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
        if startsVariable, peek(1).isWord("IN") { return try comprehension(start) }
        if token.isSign("("), startsPattern { return try patternComprehension(start) }
        if startsVariable, peek(1).isSign("="), peek(2).isSign("(") { return try patternComprehension(start) }
        var items: [Expression] = []
        if !take("]") {
            repeat { items.append(try expression()) } while take(",")
            try expect("]", "to close the list")
        }
        return try make(.list(items), start..<end)
    }

    /// `[x IN list WHERE … | …]`; what has neither is the list of one test if it ends in a comma or a bracket, but
    /// `[x IN list]` is a comprehension by the grammar.
    private mutating func comprehension(_ start: Int) throws(QueryFault) -> Expression {
        let name = try variable("a name for the items")
        advance()
        var comprehension = Comprehension(variable: name, list: try expression())
        if takeWord("WHERE") { comprehension.condition = try expression() }
        if take("|") { comprehension.result = try expression() }
        try expect("]", "to close the list comprehension")
        return try make(.comprehension(comprehension), start..<end)
    }

    private mutating func patternComprehension(_ start: Int) throws(QueryFault) -> Expression {
        try nested { parser throws(QueryFault) in
            let pattern = try parser.pathPattern()
            let condition = parser.takeWord("WHERE") ? try parser.expression() : nil
            try parser.expect("|", "before the result of the pattern comprehension")
            let result = try parser.expression()
            try parser.expect("]", "to close the pattern comprehension")
            return try parser.make(
                .patternComprehension(pattern, condition: condition, result: result), start..<parser.end)
        }
    }

    private mutating func quantified(_ quantifier: Quantifier) throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        try expect("(", "after \(quantifier.rawValue)")
        let name = try variable("a name for the items")
        try expectWord("IN", "after the name")
        var comprehension = Comprehension(variable: name, list: try expression())
        if takeWord("WHERE") { comprehension.condition = try expression() }
        try expect(")", "after the condition of \(quantifier.rawValue)")
        return try make(.quantifier(quantifier, comprehension), start..<end)
    }

    private mutating func reduction() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        try expect("(", "after reduce")
        let accumulator = try variable("a name for the result")
        try expect("=", "after the name of the result")
        let initial = try expression()
        try expect(",", "after the first value")
        let name = try variable("a name for the items")
        try expectWord("IN", "after the name")
        let list = try expression()
        try expect("|", "before the step of reduce")
        let step = try expression()
        try expect(")", "after the step of reduce")
        return try make(
            .reduce(
                Reduction(accumulator: accumulator, initial: initial, variable: name, list: list, step: step)),
            start..<end)
    }

    /// `date.truncate`, `duration.inDays`: the dots belong to the name.
    private var isQualifiedCall: Bool {
        var i = 0
        while case .word = peek(i).kind, peek(i + 1).isSign(".") { i += 2 }
        guard i > 0, case .word = peek(i).kind, peek(i + 1).isSign("(") else { return false }
        return Functions.isNamespace(text(token.range.lowerBound..<peek(i).range.upperBound))
    }

    private mutating func call() throws(QueryFault) -> Expression {
        var name = try self.name("a function")
        let start = name.range.lowerBound
        while take(".") {
            let part = try self.name("a function")
            name = Name(text: name.text + "." + part.text, range: start..<part.range.upperBound)
        }
        if ["FILTER", "EXTRACT"].contains(name.text.uppercased()) {
            throw QueryFault(
                .unsupported, "\(name.text)(…) is not supported", at: name.range,
                hint: "write a list comprehension: [x IN list WHERE … | …]")
        }
        try expect("(", "after the function")
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

    private mutating func existential(_ kind: Subquery.Kind) throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        advance()
        return try nested { parser throws(QueryFault) in
            try parser.expect("{", "after \(kind.rawValue)")
            let inside = parser.token.range.lowerBound
            var statement: Statement
            if kind != .collect, parser.token.isSign("(") || parser.peek(1).isSign("=") {
                let patterns = try parser.patternList()
                let condition = parser.takeWord("WHERE") ? try parser.expression() : nil
                let match = MatchClause(
                    isOptional: false, patterns: patterns, condition: condition, range: inside..<parser.end)
                statement = Statement(queries: [SingleQuery(clauses: [.match(match)])], unions: [])
            } else {
                statement = try parser.queries(inside: kind)
            }
            if kind == .exists, statement.queries.count == 1, statement.queries[0].clauses.count == 1,
                case .match(let match) = statement.queries[0].clauses[0], !match.isOptional
            {
                try parser.expect("}", "after the pattern of EXISTS")
                return try parser.make(.exists(match.patterns, match.condition), start..<parser.end)
            }
            try parser.expect("}", "after the clauses of \(kind.rawValue)")
            return try parser.make(.subquery(Subquery(kind: kind, statement: statement)), start..<parser.end)
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
