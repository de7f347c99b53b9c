/// MATCH and OPTIONAL MATCH.
final class MatchOperator: Operator {
    private let matcher: PatternMatcher
    /// The variables to fill with null when nothing matches; nil for a plain MATCH.
    private let missing: [Int]?

    init(_ matcher: PatternMatcher, missing: [Int]?) {
        self.matcher = matcher
        self.missing = missing
    }

    override func push(_ frame: Frame) throws -> Bool {
        var found = false
        let goesOn = try matcher.run(frame) {
            found = true
            return try self.forward(frame)
        }
        guard let missing, !found else { return goesOn }
        for slot in missing { frame.slots[slot] = .null }
        return try forward(frame)
    }
}
