extension Parser {
    mutating func patternList() throws(QueryFault) -> [PathPattern] {
        var patterns: [PathPattern] = []
        repeat { patterns.append(try pathPattern()) } while take(",")
        return patterns
    }

    private mutating func pathPattern() throws(QueryFault) -> PathPattern {
        let start = token.range.lowerBound
        var variable: Name?
        if startsVariable, peek(1).isSign("=") {
            variable = try self.variable("a name for the path")
            advance()
        }
        var search: PathPattern.Search?
        if token.isWord("SHORTESTPATH") { search = .shortest }
        if token.isWord("ALLSHORTESTPATHS") { search = .allShortest }
        if search != nil {
            advance()
            try expect("(", "after shortestPath")
        }
        var pattern = try chain()
        if search != nil { try expect(")", "after the path of shortestPath") }
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
        node.properties = try properties()
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
            relationship.properties = try properties()
            try expect("]", "at the end of the relationship")
        }
        try expect("-", "after the relationship")
        let right = take(">")
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
        let range = start..<end
        if let a = least, let b = most, a > b {
            throw QueryFault(.syntax, "the length begins above its end", at: range, hint: "write *\(b)..\(a)")
        }
        return .init(least: least, most: most, range: range)
    }

    private mutating func bound() throws(QueryFault) -> Int? {
        guard case .integer(let value) = token.kind else { return nil }
        if value > 1_000_000 { throw QueryFault(.syntax, "this length is too large", at: token.range) }
        advance()
        return Int(value)
    }

    /// The property map of a node or relationship, empty when there is none.
    private mutating func properties() throws(QueryFault) -> [PropertyPattern] {
        if case .parameter = token.kind {
            throw QueryFault(
                .unsupported, "a parameter cannot stand for all properties of a pattern", at: token.range,
                hint: "name the properties: {name: $name}")
        }
        guard token.isSign("{") else { return [] }
        return try map()
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
