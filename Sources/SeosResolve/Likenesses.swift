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
    /// ``NameComparison/sharedCountry``
    var sharedCountry: UInt16
    /// ``NameComparison/isOneTown``
    var isOneTown: Bool
    /// ``NameComparison/isSpelledOut``
    var isSpelledOut: Bool

    /// The names agree in all that tells bodies of one kind apart.
    var isSurelySame: Bool { score >= 0.9 && identityShared >= 0.5 && heads != .different && greaterRest < 0.7 }
}

/// Comparisons of signatures, the last ones remembered: many documents name the same few bodies.
///
/// Not shared between threads; what it remembers is bounded, whatever the number of names.
final class Likenesses {
    let matcher: NameMatcher
    /// What tells the names apart, whatever their numbers.
    private let spellings: [UInt64]
    /// One slot a pair by its hash; an older pair of the same slot is forgotten.
    private var keys: [UInt64]
    private var known: [Likeness?]

    /// How often two names were compared, or known to be.
    private(set) var asked = 0

    private static let slotLimit = 1 << 16

    init(_ matcher: NameMatcher, _ spellings: [UInt64]) {
        self.matcher = matcher
        self.spellings = spellings
        var slots = 1 << 8
        while slots < Self.slotLimit, slots < matcher.signatureCount * 8 { slots *= 2 }
        keys = [UInt64](repeating: .max, count: slots)
        known = [Likeness?](repeating: nil, count: slots)
    }

    /// The two are compared in an order that depends on the names alone: a comparison looks more closely at its first
    /// side, and numbers are given in the order in which names come.
    func of(_ one: Int32, _ other: Int32) -> Likeness {
        asked += 1
        let (a, b) = spellings[Int(one)] <= spellings[Int(other)] ? (one, other) : (other, one)
        let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
        let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (keys.count - 1)
        if keys[slot] == key, let found = known[slot] { return found }
        let comparison = matcher.comparison(Int(a), Int(b))
        let found = Likeness(
            score: a == b ? 1 : matcher.score(comparison), identityShared: comparison.identityShared,
            identityRestLesser: comparison.identityRestLesser, identityRestGreater: comparison.identityRestGreater,
            ideaRestGreater: comparison.ideaRestGreater, properRestGreater: comparison.properRestGreater,
            greaterRest: comparison.greaterRest, heads: comparison.heads,
            placesDiffer: comparison.places == .different, initialsAgree: comparison.initialsAgree,
            isEqual: a == b || comparison.isEqual, sharedCountry: comparison.sharedCountry,
            isOneTown: comparison.isOneTown, isSpelledOut: comparison.isSpelledOut)
        keys[slot] = key
        known[slot] = found
        return found
    }
}
