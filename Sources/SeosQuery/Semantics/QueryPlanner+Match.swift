extension QueryPlanner {
    func match(
        _ clause: MatchClause, then next: Clause?, _ scope: inout Bindings, _ pipeline: inout Pipeline
    ) throws {
        let known = scope
        note(
            (clause.isOptional ? "match if possible " : "match ")
                + clause.patterns.map { text($0.range) }.joined(separator: ", "))
        let isReachability = Reachability.isEnough(clause, then: next)
        let matcher = try matcher(clause, &scope, isReachability: isReachability)
        let fresh = scope.names.filter { known[$0] == nil }.compactMap { scope[$0]?.slot }
        pipeline.append(MatchOperator(matcher, missing: clause.isOptional ? fresh : nil))
    }

    /// Makes the steps of the patterns of one MATCH; its variables are added to the scope.
    func matcher(
        _ clause: MatchClause, _ scope: inout Bindings, isReachability: Bool = false
    ) throws -> PatternMatcher {
        var layout = PatternLayout(planner: self, scope: scope, isReachability: isReachability)
        for pattern in clause.patterns { try layout.add(pattern) }
        scope = layout.scope
        let steps = try layout.steps(clause.condition)
        return PatternMatcher(steps, graph: graph, budget: budget)
    }
}
