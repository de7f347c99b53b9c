/// When `(a)-[:T*1..6]-(b)` may be answered by the set of nodes it leads to instead of by every way there: only the
/// ends are named, each is asked once, and the beginning itself is not among them or reached by no step.
enum Reachability {
    static func isEnough(_ clause: MatchClause, then next: Clause?) -> Bool {
        guard !clause.isOptional, clause.patterns.count == 1, let pattern = clause.patterns.first,
            pattern.steps.count == 1, pattern.search == nil, pattern.variable == nil
        else { return false }
        let step = pattern.steps[0]
        let relationship = step.relationship
        guard let length = relationship.length, relationship.variable == nil, relationship.properties.isEmpty,
            relationship.allProperties == nil, length.least ?? 1 <= 1,
            length.most.map({ $0 >= length.least ?? 1 }) ?? true
        else { return false }
        guard eachOnce(next) else { return false }
        if length.least == 0 { return true }
        guard let a = pattern.start.variable?.text, let b = step.node.variable?.text, a != b,
            let condition = clause.condition
        else { return false }
        return differ(a, b, condition)
    }

    /// Whether the clause asks for each combination of its values once.
    private static func eachOnce(_ clause: Clause?) -> Bool {
        let projection: Projection
        switch clause {
        case .with(let p), .returning(let p): projection = p
        default: return false
        }
        let expressions = projection.items.map(\.expression) + projection.order.map(\.expression)
        var hasAggregate = false
        var isSafe = true
        for expression in expressions {
            expression.walk {
                guard case .call(let use) = $0.kind,
                    let function = Functions.accumulator(named: use.name.text)
                else { return }
                hasAggregate = true
                if !use.isDistinct, function.name != "min", function.name != "max" { isSafe = false }
            }
        }
        return hasAggregate ? isSafe : projection.isDistinct
    }

    /// Whether the condition says that the two are not the same node.
    static func differ(_ a: String, _ b: String, _ condition: Expression) -> Bool {
        if case .and(let parts) = condition.kind { return parts.contains { differ(a, b, $0) } }
        guard let (left, comparator, right) = comparison(condition) else { return false }
        return [.unequal, .less, .greater].contains(comparator) && Set([left, right]) == [a, b]
    }

    /// A comparison of two nodes by identity: `a.id < b.id`, `id(a) <> id(b)`, `a <> b`.
    static func comparison(_ e: Expression) -> (String, Comparison.Operator, String)? {
        guard case .comparison(let first, let rest) = e.kind, rest.count == 1, let left = identity(first),
            let right = identity(rest[0].operand), left.isNode == right.isNode
        else { return nil }
        let comparator = rest[0].comparator
        if left.isNode, comparator != .unequal { return nil }
        return (left.name, comparator, right.name)
    }

    private static func identity(_ e: Expression) -> (name: String, isNode: Bool)? {
        switch e.kind {
        case .variable(let name): return (name, true)
        case .property(let base, let property):
            guard property.text == "id", case .variable(let name) = base.kind else { return nil }
            return (name, false)
        case .call(let use):
            guard use.name.text.lowercased() == "id", use.arguments.count == 1,
                case .variable(let name) = use.arguments[0].kind
            else { return nil }
            return (name, false)
        default: return nil
        }
    }
}
