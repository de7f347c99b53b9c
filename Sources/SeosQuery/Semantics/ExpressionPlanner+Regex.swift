extension ExpressionPlanner {
    /// `text =~ pattern`: whether the whole text matches.
    func matches(_ a: Expression, _ b: Expression) throws -> Planned {
        let (left, right) = (try below.plan(a), try below.plan(b))
        try require(left, [.string], a.range, "the left side of =~")
        try require(right, [.string], b.range, "a pattern")
        let (text, pattern) = (left.evaluate, right.evaluate)
        let budget = planner.budget
        let range = b.range
        var known: (pattern: String, regex: Regex)?
        func regex(_ pattern: String) throws -> Regex {
            if let known, Value.sameText(known.pattern, pattern) { return known.regex }
            do {
                let made = try Regex(pattern)
                known = (pattern, made)
                return made
            } catch let failure as RegexParser.Failure {
                throw QueryFault(
                    .type, "this is no regular expression: \(failure.message)", at: range, .invalidArgument)
            }
        }
        switch b.kind {
        case .string(let own): _ = try regex(own)
        case .parameter(let name): if case .string(let own) = planner.parameters[name] { _ = try regex(own) }
        default: break
        }
        return Planned(.boolean) { frame in
            let (text, pattern) = (try text(frame), try pattern(frame))
            guard case .string(let text) = text, case .string(let pattern) = pattern else { return .null }
            return .boolean(try regex(pattern).matches(text) { try budget.step() })
        }
    }
}
