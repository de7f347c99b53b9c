/// What two signatures have in common and what not: the evidence that the score is made of.
struct NameComparison {
    /// Share of each name's weight that the other has, 0…1, the smaller and the larger.
    var lesserCover: Float = 0
    var greaterCover: Float = 0
    /// Weight of what only one of them says.
    var lesserRest: Float = 0
    var greaterRest: Float = 0
    /// Weight of proper words found in both, and left over on both sides.
    var properShared: Float = 0
    var properRestLesser: Float = 0
    var properRestGreater: Float = 0
    /// Weight of ideas found in both.
    var ideaShared: Float = 0
    var ideaRestLesser: Float = 0
    var ideaRestGreater: Float = 0
    /// Weight of proper words and places that only one side has: what names a body apart from others of its kind.
    var identityRestLesser: Float = 0
    var identityRestGreater: Float = 0
    var identityShared: Float = 0
    /// Unknown words of one side beside ideas of the other: perhaps the same, in a word the lexicon lacks.
    var crossRest: Float = 0
    enum Relation { case same, kin, unknown, different }
    var heads: Relation = .unknown
    var headKinship: Float = 0
    /// Both are bodies of one town, of kinds that stand for each other, and nothing else is said.
    var isOneTown = false
    enum Agreement { case same, unknown, different }
    var places: Agreement = .unknown
    var countriesDiffer = false
    /// The country of a place smaller than a country that both name, two letters packed; 0 for none, or for several.
    var sharedCountry: UInt16 = 0
    var numbers: Agreement = .unknown
    /// Each says the opposite of what the other says: north and south, primary and secondary.
    var isOpposite = false
    /// One is a part of the other, by its name: a faculty and its university.
    var isPart = false
    /// One says a field of its own, the other is the general body of the kind: a medical university and a university.
    var isSpecial = false
    var acronyms: Agreement = .unknown
    /// An acronym of one is made of the first letters of the other.
    var initialsAgree = false
    /// One is nothing but an acronym, of the first letters of the other.
    var isSpelledOut = false
    var isEqual = false
    /// Pairs of parts that agree, where they were asked for: index in the first, in the second.
    var pairs: [(Int, Int)] = []

    /// Nothing that tells bodies of one kind apart is shared; one names a place or has a word of its own, the other an
    /// idea of its own: "Centrum Innowacji Społecznych" and "Litewskie Centrum Innowacji".
    var isOffset = false

    /// The evidence by name, as `Concepts/model.tsv` weighs it; always all of it, in this order.
    @inline(__always)
    func forEachEvidence(_ body: (_ name: StaticString, _ value: Float) -> Void) {
        body("always", 1)
        body("cover.lesser", lesserCover)
        body("cover.greater", greaterCover)
        body("cover.product", lesserCover * greaterCover)
        body("cover.lesser.squared", lesserCover * lesserCover)
        body("cover.full", lesserCover > 0.97 ? 1 : 0)
        body("rest.lesser", min(lesserRest, 3))
        body("rest.lesser.squared", min(lesserRest, 3) * min(lesserRest, 3))
        body("rest.greater", min(greaterRest, 4))
        body("rest.none", greaterRest == 0 ? 1 : 0)
        body("rest.none.lesser", lesserRest == 0 ? 1 : 0)
        body("proper.shared", min(properShared, 2))
        body("proper.rest.lesser", min(properRestLesser, 2))
        body("proper.rest.greater", min(properRestGreater, 3))
        body("idea.shared", min(ideaShared, 3))
        body("idea.rest.lesser", min(ideaRestLesser, 2))
        body("idea.rest.greater", min(ideaRestGreater, 3))
        body("identity.rest.lesser", min(identityRestLesser, 2))
        body("identity.rest.lesser.covered", min(identityRestLesser, 1) * lesserCover)
        body("identity.rest.greater", min(identityRestGreater, 3))
        body("identity.rest.greater.covered", min(identityRestGreater, 1) * lesserCover)
        body("identity.shared", min(identityShared, 2))
        body("identity.shared.covered", min(identityShared, 1) * lesserCover)
        body("identity.none", identityShared < 0.3 ? 1 : 0)
        body("identity.none.rest.lesser", identityShared < 0.3 ? min(lesserRest, 2) : 0)
        body("identity.none.rest.greater", identityShared < 0.3 ? min(greaterRest, 3) : 0)
        body("identity.offset", isOffset ? 1 : 0)
        body("unknown.beside.idea", min(crossRest, 2))
        body("head.same", heads == .same ? 1 : 0)
        body("head.kin", headKinship)
        body("head.none", heads == .unknown ? 1 : 0)
        body("head.different", heads == .different ? 1 : 0)
        body("head.different.covered", heads == .different ? lesserCover : 0)
        body("place.same", places == .same ? 1 : 0)
        body("place.same.head.same", places == .same && heads == .same ? 1 : 0)
        body("place.different", places == .different ? 1 : 0)
        body("place.different.covered", places == .different ? lesserCover : 0)
        body("country.different", countriesDiffer ? 1 : 0)
        body("number.same", numbers == .same ? 1 : 0)
        body("number.different", numbers == .different ? 1 : 0)
        body("opposite", isOpposite ? 1 : 0)
        body("part", isPart ? 1 : 0)
        body("special", isSpecial ? 1 : 0)
        body("acronym.same", acronyms == .same ? 1 : 0)
        body("acronym.different", acronyms == .different ? 1 : 0)
        body("acronym.initials", initialsAgree ? 1 : 0)
        body("equal", isEqual ? 1 : 0)
    }
}
