extension PatternLayout {
    /// A part of WHERE that says by a property which nodes fit: they may be found without looking at all.
    struct Lookup {
        var property: String
        var value: Expression
        var kind: GraphLookup

        /// Which share of the nodes it is likely to find.
        var share: Double {
            switch kind {
            case .equal: 0
            case .prefix: 0.01
            case .part: 0.1
            }
        }
    }

    static func parts(_ condition: Expression) -> [Expression] {
        if case .and(let items) = condition.kind { items } else { [condition] }
    }

    /// `n.name = value`, `id(n) = value`, `n.name STARTS WITH value`, `n.name CONTAINS value` or the same of
    /// `toLower(n.name)`.
    static func lookup(_ e: Expression, _ name: String) -> Lookup? {
        switch e.kind {
        case .comparison(let first, let rest) where rest.count == 1 && rest[0].comparator == .equal:
            if let found = property(first, of: name) {
                return Lookup(property: found, value: rest[0].operand, kind: .equal)
            }
            return property(rest[0].operand, of: name).map { Lookup(property: $0, value: first, kind: .equal) }
        case .binary(.startsWith, let text, let value):
            return property(text, of: name).map { Lookup(property: $0, value: value, kind: .prefix) }
        case .binary(.contains, let text, let value):
            return property(lowered(text), of: name).map { Lookup(property: $0, value: value, kind: .part) }
        default: return nil
        }
    }

    private static func lowered(_ e: Expression) -> Expression {
        guard case .call(let use) = e.kind, use.arguments.count == 1,
            Functions.value(named: use.name.text)?.name == "toLower"
        else { return e }
        return use.arguments[0]
    }

    private static func property(_ e: Expression, of name: String) -> String? {
        switch e.kind {
        case .property(let base, let key):
            if case .variable(name) = base.kind { return key.text }
        case .call(let use):
            if use.name.text.lowercased() == "id", use.arguments.count == 1,
                case .variable(name) = use.arguments[0].kind
            {
                return "id"
            }
        default: break
        }
        return nil
    }

    static func isConstant(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .string, .integer, .parameter: true
        default: false
        }
    }
}
