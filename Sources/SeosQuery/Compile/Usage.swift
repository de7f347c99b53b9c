/// What later clauses use of the variables: which must be carried on, and whose properties are read soon, so that the
/// node's table is joined at once instead of being looked up once a row and property.
struct Usage {
    /// Nil when a `*` takes everything.
    private(set) var variables: Set<String>?
    private(set) var properties: Set<String> = []

    init(later clauses: ArraySlice<Clause>) {
        var names: Set<String> = []
        var takesAll = false
        var isNear = true
        for clause in clauses {
            switch clause {
            case .match(let match):
                Self.names(in: match, &names)
                if isNear { properties.formUnion(Self.properties(in: match)) }
            case .unwind(let unwind): Self.names(in: unwind.list, &names)
            case .with(let p), .returning(let p):
                if p.includesAll { takesAll = true }
                let expressions =
                    p.items.map(\.expression) + p.order.map(\.expression)
                    + [p.skip, p.limit, p.condition].compactMap { $0 }
                for expression in expressions {
                    Self.names(in: expression, &names)
                    if isNear { properties.formUnion(Self.properties(in: expression)) }
                }
                isNear = false
            case .create, .delete: break
            }
        }
        variables = takesAll ? nil : names
    }

    func keeps(_ name: String) -> Bool { variables?.contains(name) ?? true }

    static func names(in match: MatchClause, _ names: inout Set<String>) {
        for pattern in match.patterns { Self.names(in: pattern, &names) }
        if let condition = match.condition { Self.names(in: condition, &names) }
    }

    private static func names(in pattern: PathPattern, _ names: inout Set<String>) {
        names.formUnion(pattern.variables)
        for value in pattern.propertyValues { Self.names(in: value, &names) }
    }

    static func names(in expression: Expression, _ names: inout Set<String>) {
        expression.walk {
            switch $0.kind {
            case .variable(let name): names.insert(name)
            case .pattern(let pattern): names.formUnion(pattern.variables)
            case .exists(let patterns, _): for pattern in patterns { names.formUnion(pattern.variables) }
            default: break
            }
        }
    }

    static func properties(in match: MatchClause) -> Set<String> {
        var names: Set<String> = []
        for value in match.patterns.flatMap(\.propertyValues) + [match.condition].compactMap({ $0 }) {
            names.formUnion(properties(in: value))
        }
        return names
    }

    /// Variables of which a property other than `id` is read.
    static func properties(in expression: Expression) -> Set<String> {
        var names: Set<String> = []
        expression.walk {
            if case .property(let base, let property) = $0.kind, property.text != "id",
                case .variable(let name) = base.kind
            {
                names.insert(name)
            }
        }
        return names
    }
}
