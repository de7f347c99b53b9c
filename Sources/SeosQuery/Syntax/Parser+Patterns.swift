extension Parser {
    mutating func patternList() throws(QueryFault) -> [PathPattern] {
        var patterns: [PathPattern] = []
        repeat { patterns.append(try pathPattern()) } while take(",")
        return patterns
    }

    mutating func pathPattern() throws(QueryFault) -> PathPattern {
        let start = token.range.lowerBound
        var variable: Name?
        if startsVariable, peek(1).isSign("=") {
            variable = try self.variable("a name for the path")
            advance()
        }
        var search: PathPattern.Search?
        if token.isWord("SHORTESTPATH") { search = .shortest }
        if token.isWord("ALLSHORTESTPATHS") { search = .allShortest }
        let hasBrackets = search != nil
        if hasBrackets {
            advance()
            try expect("(", "after shortestPath")
        } else if peek(1).isWord("SHORTEST"), token.isWord("ANY") || token.isWord("ALL") {
            search = token.isWord("ANY") ? .shortest : .allShortest
            advance()
            advance()
        } else if token.isWord("TRAIL"), !peek(1).isSign("=") {
            advance()
        }
        var pattern = try chain()
        if hasBrackets { try expect(")", "after the path of shortestPath") }
        if search != nil, pattern.steps.count != 1 {
            throw QueryFault(
                .unsupported, "a shortest path joins two nodes by one relationship pattern", at: pattern.range,
                hint: "such as shortestPath((a)-[:PARTNER_IN*]-(b))")
        }
        pattern.variable = variable
        pattern.search = search
        pattern.range = start..<end
        return pattern
    }

    /// `(a)-[r]->(b)…`
    mutating func chain() throws(QueryFault) -> PathPattern {
        let start = token.range.lowerBound
        var pattern = PathPattern(start: try nodePattern(), steps: [], range: start..<start)
        while token.isSign("-") || (token.isSign("<") && peek(1).isSign("-")) {
            let relationship = try relationshipPattern()
            pattern.steps.append(.init(relationship: relationship, node: try nodePattern()))
        }
        pattern.range = start..<end
        return pattern
    }

    private mutating func nodePattern() throws(QueryFault) -> NodePattern {
        let start = token.range.lowerBound
        if !take("(") {
            throw unexpected("a node such as (p:Project)", hint: "nodes stand in round brackets")
        }
        var node = NodePattern(properties: [], range: start..<start)
        if startsVariable { node.variable = try variable("a variable") }
        if token.isSign(":") || token.isWord("IS") { node.labels = try labels() }
        (node.properties, node.allProperties) = try properties()
        try expect(")", "at the end of the node")
        node.range = start..<end
        return node
    }

    private mutating func relationshipPattern() throws(QueryFault) -> RelationshipPattern {
        let start = token.range.lowerBound
        let left = take("<")
        try expect("-", "in the relationship")
        var relationship = RelationshipPattern(types: [], properties: [], direction: .either, range: start..<start)
        if take("[") {
            if startsVariable { relationship.variable = try variable("a variable") }
            if take(":") {
                repeat {
                    _ = take(":")
                    relationship.types.append(try name("a relationship type after ':'"))
                } while take("|")
            }
            if token.isSign("*") { relationship.length = try length() }
            (relationship.properties, relationship.allProperties) = try properties()
            try expect("]", "at the end of the relationship")
        }
        try expect("-", "after the relationship")
        let right = take(">")
        if token.isSign("{") || token.isSign("+") || token.isSign("*") {
            if let length = relationship.length {
                throw QueryFault(.syntax, "this relationship has its length already", at: length.range)
            }
            relationship.length = try quantifier()
        }
        relationship.direction = left == right ? .either : left ? .backward : .forward
        relationship.range = start..<end
        return relationship
    }

    /// `*`, `*2`, `*1..3`, `*..3`, `*1..`
    private mutating func length() throws(QueryFault) -> RelationshipPattern.Length {
        let start = token.range.lowerBound
        advance()
        let least = try bound()
        var most = least
        if take("..") { most = try bound() }
        return .init(least: least, most: most, range: start..<end)
    }

    /// GQL's `{2}`, `{1,3}`, `{,3}`, `{1,}`, `+` and `*` behind a relationship.
    private mutating func quantifier() throws(QueryFault) -> RelationshipPattern.Length {
        let start = token.range.lowerBound
        if take("+") { return .init(least: 1, most: nil, range: start..<end) }
        if take("*") { return .init(least: 0, most: nil, range: start..<end) }
        try expect("{", "in the quantifier")
        var least = try bound()
        var most = least
        if take(",") {
            least = least ?? 0
            most = try bound()
        } else if least == nil {
            throw unexpected("a number in the quantifier")
        }
        try expect("}", "after the quantifier")
        return .init(least: least, most: most, range: start..<end)
    }

    private mutating func bound() throws(QueryFault) -> Int? {
        guard case .integer(let value) = token.kind else { return nil }
        if value > 1_000_000 { throw QueryFault(.syntax, "this length is too large", at: token.range) }
        advance()
        return Int(value)
    }

    /// The property map of a node or relationship, empty when there is none.
    private mutating func properties() throws(QueryFault) -> ([PropertyPattern], Expression?) {
        if case .parameter(let name) = token.kind {
            let range = token.range
            advance()
            return ([], try make(.parameter(name), range))
        }
        guard token.isSign("{") else { return ([], nil) }
        return (try map(), nil)
    }

    mutating func map() throws(QueryFault) -> [PropertyPattern] {
        try nested { parser throws(QueryFault) in
            try parser.expect("{", "before the properties")
            var entries: [PropertyPattern] = []
            if parser.take("}") { return entries }
            repeat {
                let name = try parser.name("a property name")
                try parser.expect(":", "after the property name")
                entries.append(PropertyPattern(name: name, value: try parser.expression()))
            } while parser.take(",")
            try parser.expect("}", "after the properties")
            return entries
        }
    }

    // MARK: Labels

    /// Everything from the `:` on. A chain `:A:B` is read as A and B.
    mutating func labels() throws(QueryFault) -> LabelExpression {
        advance()
        labelTerms = 0
        var result = try labelAlternatives()
        while take(":") { result = .and(result, try labelAlternatives()) }
        return result
    }

    private mutating func labelAlternatives() throws(QueryFault) -> LabelExpression {
        var result = try labelConjunction()
        while take("|") {
            _ = take(":")
            result = .or(result, try labelConjunction())
        }
        return result
    }

    private mutating func labelConjunction() throws(QueryFault) -> LabelExpression {
        var result = try labelFactor()
        while take("&") { result = .and(result, try labelFactor()) }
        return result
    }

    private mutating func labelFactor() throws(QueryFault) -> LabelExpression {
        labelTerms += 1
        if labelTerms > Self.deepest { throw tooDeep(token.range) }
        return try nested { parser throws(QueryFault) in
            if parser.take("!") { return .not(try parser.labelFactor()) }
            if parser.take("%") { return .any }
            if parser.take("(") {
                let inner = try parser.labelAlternatives()
                try parser.expect(")", "after the labels")
                return inner
            }
            return .label(try parser.name("a label"))
        }
    }
}
