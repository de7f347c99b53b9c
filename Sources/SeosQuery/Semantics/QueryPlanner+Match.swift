extension QueryPlanner {
    func match(
        _ clause: MatchClause, then next: Clause?, _ scope: inout Bindings, _ pipeline: inout Pipeline
    ) throws {
        let known = scope
        note(
            (clause.isOptional ? "match if possible " : "match ")
                + clause.patterns.map { text($0.range) }.joined(separator: ", "))
        let isReachability = Reachability.isEnough(clause, then: next)
        let before = estimate.rows
        let matcher = try matcher(clause, &scope, isReachability: isReachability)
        if let tail = matcher.lastExpansion(), tail.mayBeCounted, Self.onlyCounts(tail.slots, scope, next) {
            remark("count the last relationship at once")
            tail.count()
        }
        if clause.isOptional { estimate.rows = max(estimate.rows, before) }
        let fresh = scope.names.filter { known[$0] == nil }.compactMap { scope[$0]?.slot }
        pipeline.append(MatchOperator(matcher, missing: clause.isOptional ? fresh : nil))
    }

    /// Whether the variables at these places are only counted by what follows, so that rows which differ in nothing
    /// else may be one row that stands for so many.
    private static func onlyCounts(_ slots: [Int], _ scope: Bindings, _ next: Clause?) -> Bool {
        let projection: Projection
        switch next {
        case .with(let p), .returning(let p): projection = p
        default: return false
        }
        if projection.includesAll { return false }
        let names = Set(scope.names.filter { name in scope[name].map { slots.contains($0.slot) } ?? false })
        var hasAggregate = false
        for item in projection.items {
            guard hasOnlyCounts(item.expression, names, &hasAggregate) else { return false }
        }
        return hasAggregate
    }

    /// An expression without these names, or with aggregates that see how many rows a row stands for.
    private static func hasOnlyCounts(_ e: Expression, _ names: Set<String>, _ hasAggregate: inout Bool) -> Bool {
        if case .call(let use) = e.kind, let function = Functions.accumulator(named: use.name.text) {
            hasAggregate = true
            if function.name == "count", !use.isDistinct {
                if use.isStar { return true }
                if case .variable? = use.arguments.first?.kind { return true }
            }
            let isSame = use.isDistinct || function.name == "min" || function.name == "max" || function.name == "count"
            return isSame && use.arguments.allSatisfy { !mentions($0, names) }
        }
        if case .variable(let name) = e.kind, names.contains(name) { return false }
        switch e.kind {
        case .pattern, .exists, .subquery, .patternComprehension: return false
        default: break
        }
        for child in e.children where !hasOnlyCounts(child, names, &hasAggregate) { return false }
        return true
    }

    private static func mentions(_ e: Expression, _ names: Set<String>) -> Bool {
        e.contains {
            switch $0.kind {
            case .variable(let name): names.contains(name)
            case .pattern, .exists, .subquery, .patternComprehension: true
            default: false
            }
        }
    }

    /// Makes the steps of the patterns of one MATCH; its variables are added to the scope.
    func matcher(
        _ clause: MatchClause, _ scope: inout Bindings, isReachability: Bool = false
    ) throws -> PatternMatcher {
        var layout = PatternLayout(planner: self, scope: scope, isReachability: isReachability)
        for pattern in clause.patterns { try layout.add(pattern) }
        scope = layout.scope
        let steps = try layout.steps(clause.condition)
        return PatternMatcher(steps, end: layout.end, used: layout.used)
    }
}
