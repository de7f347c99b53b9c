/// MATCH and OPTIONAL MATCH.
final class MatchOperator: Operator {
    private let matcher: PatternMatcher
    /// The variables to fill with null when nothing matches; nil for a plain MATCH.
    private let missing: [Int]?

    init(_ matcher: PatternMatcher, missing: [Int]?) {
        self.matcher = matcher
        self.missing = missing
    }

    private var hasFound = false

    func found(_ frame: Frame) throws -> Bool {
        hasFound = true
        return try forward(frame)
    }

    override func push(_ frame: Frame) throws -> Bool {
        hasFound = false
        let goesOn = try matcher.run(frame, into: self)
        guard let missing, !hasFound else { return goesOn }
        for slot in missing { frame.slots[slot] = .null }
        return try forward(frame)
    }
}
