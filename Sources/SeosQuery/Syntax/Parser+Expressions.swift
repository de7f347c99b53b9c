extension Parser {
    mutating func expression() throws(QueryFault) -> Expression {
        try nested { parser throws(QueryFault) in try parser.disjunction() }
    }

    private mutating func disjunction() throws(QueryFault) -> Expression {
        var items = [try exclusive()]
        while takeWord("OR") { items.append(try exclusive()) }
        return try joined(items) { .or($0) }
    }

    private mutating func exclusive() throws(QueryFault) -> Expression {
        var left = try conjunction()
        while takeWord("XOR") {
            let right = try conjunction()
            left = try make(.binary(.xor, left, right), left.range.lowerBound..<end)
        }
        return left
    }

    private mutating func conjunction() throws(QueryFault) -> Expression {
        var items = [try negation()]
        while takeWord("AND") { items.append(try negation()) }
        return try joined(items) { .and($0) }
    }

    private func joined(
        _ items: [Expression], _ kind: ([Expression]) -> Expression.Kind
    ) throws(QueryFault) -> Expression {
        if items.count == 1 { return items[0] }
        return try make(kind(items), items[0].range.lowerBound..<end)
    }

    private mutating func negation() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        var count = 0
        while takeWord("NOT") { count += 1 }
        if count > Self.deepest { throw tooDeep(start..<start + 3) }
        var result = try comparison()
        for _ in 0..<count { result = try make(.not(result), start..<end) }
        return result
    }

    private mutating func comparison() throws(QueryFault) -> Expression {
        let first = try predicate()
        var rest: [Comparison] = []
        while case .sign(let s) = token.kind, let comparator = Comparison.Operator(rawValue: s) {
            advance()
            rest.append(Comparison(comparator: comparator, operand: try predicate()))
        }
        if rest.isEmpty {
            if token.isSign("!"), peek(1).isSign("=") {
                throw QueryFault(
                    .syntax, "'!=' is not an operator", at: token.range.lowerBound..<peek(1).range.upperBound,
                    hint: "did you mean '<>'?")
            }
            return first
        }
        return try make(.comparison(first, rest), first.range.lowerBound..<end)
    }

    /// STARTS WITH and its kin, IN, IS NULL, label tests.
    private mutating func predicate() throws(QueryFault) -> Expression {
        var left = try sum()
        while true {
            let start = left.range.lowerBound
            if token.isWord("STARTS") || token.isWord("ENDS") {
                let operation: BinaryOperator = token.isWord("STARTS") ? .startsWith : .endsWith
                advance()
                try expectWord("WITH", "here")
                left = try make(.binary(operation, left, try sum()), start..<end)
            } else if takeWord("CONTAINS") {
                left = try make(.binary(.contains, left, try sum()), start..<end)
            } else if takeWord("IN") {
                left = try make(.binary(.isIn, left, try sum()), start..<end)
            } else if take("=~") {
                left = try make(.binary(.matches, left, try sum()), start..<end)
            } else if token.isWord("IS"), peek(1).isWord("NULL") || peek(1).isWord("NOT") {
                advance()
                let negated = takeWord("NOT")
                try expectWord("NULL", "after IS")
                left = try make(.isNull(left, negated: negated), start..<end)
            } else {
                return left
            }
        }
    }

    private mutating func sum() throws(QueryFault) -> Expression {
        var left = try product()
        while token.isSign("+") || token.isSign("-") || token.isSign("||") {
            let operation: BinaryOperator =
                token.isSign("+") ? .add : token.isSign("-") ? .subtract : .concatenate
            advance()
            left = try make(.binary(operation, left, try product()), left.range.lowerBound..<end)
        }
        return left
    }

    private mutating func product() throws(QueryFault) -> Expression {
        var left = try power()
        while case .sign(let s) = token.kind, s == "*" || s == "/" || s == "%", let o = BinaryOperator(rawValue: s) {
            advance()
            left = try make(.binary(o, left, try power()), left.range.lowerBound..<end)
        }
        return left
    }

    private mutating func power() throws(QueryFault) -> Expression {
        var left = try unary()
        while take("^") {
            left = try make(.binary(.power, left, try unary()), left.range.lowerBound..<end)
        }
        return left
    }

    private mutating func unary() throws(QueryFault) -> Expression {
        let start = token.range.lowerBound
        var signs = 0
        var negative = false
        while token.isSign("-") || token.isSign("+") {
            if token.isSign("-") { negative.toggle() }
            advance()
            signs += 1
        }
        if signs > Self.deepest { throw tooDeep(start..<start + 1) }
        if case .integer(let magnitude) = token.kind, negative, magnitude <= 1 << 63 {
            advance()
            let value = magnitude == 1 << 63 ? Int64.min : -Int64(magnitude)
            return try postfix(make(.integer(value), start..<end))
        }
        let operand = try postfix(atom())
        return negative ? try make(.negative(operand), start..<end) : operand
    }

    /// `.name`, `[i]`, `[a..b]`, `:Label`
    private mutating func postfix(_ base: Expression) throws(QueryFault) -> Expression {
        var left = base
        while true {
            let start = left.range.lowerBound
            if take(".") {
                left = try make(.property(left, try name("a property name after '.'")), start..<end)
            } else if take("[") {
                if take("..") {
                    let to = token.isSign("]") ? nil : try expression()
                    try expect("]", "after the slice")
                    left = try make(.slice(left, nil, to), start..<end)
                    continue
                }
                let first = try expression()
                if take("..") {
                    let to = token.isSign("]") ? nil : try expression()
                    try expect("]", "after the slice")
                    left = try make(.slice(left, first, to), start..<end)
                } else {
                    try expect("]", "after the index")
                    left = try make(.index(left, first), start..<end)
                }
            } else if token.isSign(":") {
                left = try make(.hasLabels(left, try labels()), start..<end)
            } else {
                return left
            }
        }
    }
}
