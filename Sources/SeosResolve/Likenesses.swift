/// What comparing two signatures gave, as far as joins need it.
struct Likeness {
    var score: Double
    var identityShared: Float
    var identityRestLesser: Float
    var greaterRest: Float
    var heads: NameComparison.Relation
    var placesDiffer: Bool
}

/// Comparisons of signatures, each made once: many documents name the same few bodies.
final class Likenesses {
    let matcher: NameMatcher
    private var known: [UInt64: Likeness] = [:]

    init(_ matcher: NameMatcher) { self.matcher = matcher }

    /// The order of the two matters little, and is kept so that results do not depend on what was asked before.
    func of(_ a: Int32, _ b: Int32) -> Likeness {
        let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
        if let found = known[key] { return found }
        let comparison = matcher.comparison(Int(a), Int(b))
        let found = Likeness(
            score: a == b ? 1 : matcher.score(comparison), identityShared: comparison.identityShared,
            identityRestLesser: comparison.identityRestLesser, greaterRest: comparison.greaterRest,
            heads: comparison.heads, placesDiffer: comparison.places == .different)
        known[key] = found
        return found
    }
}
