/// What comparing two signatures gave, as far as joins need it.
struct Likeness {
    var score: Double
    var identityShared: Float
    var identityRestLesser: Float
    var identityRestGreater: Float
    var ideaRestGreater: Float
    var properRestGreater: Float
    var greaterRest: Float
    var heads: NameComparison.Relation
    var placesDiffer: Bool
    var initialsAgree: Bool
    /// The same words, letter for letter.
    var isEqual: Bool

    /// The names agree in all that tells bodies of one kind apart.
    var isSurelySame: Bool { score >= 0.9 && identityShared >= 0.5 && heads != .different && greaterRest < 0.7 }
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
            identityRestLesser: comparison.identityRestLesser, identityRestGreater: comparison.identityRestGreater,
            ideaRestGreater: comparison.ideaRestGreater, properRestGreater: comparison.properRestGreater,
            greaterRest: comparison.greaterRest, heads: comparison.heads,
            placesDiffer: comparison.places == .different, initialsAgree: comparison.initialsAgree,
            isEqual: a == b || comparison.isEqual)
        known[key] = found
        return found
    }
}
