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
    enum Agreement { case same, unknown, different }
    var places: Agreement = .unknown
    var countriesDiffer = false
    var numbers: Agreement = .unknown
    var acronyms: Agreement = .unknown
    /// An acronym of one is made of the first letters of the other.
    var initialsAgree = false
    var isEqual = false
    /// Pairs of parts that agree: index in the first, in the second.
    var pairs: [(Int, Int)] = []

    static let featureCount = 26

    /// The evidence as numbers for ``NameMatcher``'s model.
    var features: [Float] {
        [
            1, lesserCover, greaterCover, lesserCover * greaterCover, lesserCover * lesserCover,
            min(lesserRest, 3), min(greaterRest, 4),
            min(properShared, 2), min(properRestLesser, 2), min(properRestGreater, 3),
            min(ideaShared, 3), min(ideaRestLesser, 2), min(ideaRestGreater, 3),
            heads == .same ? 1 : 0, heads == .different ? 1 : 0, headKinship,
            places == .same ? 1 : 0, places == .different ? 1 : 0, countriesDiffer ? 1 : 0,
            numbers == .same ? 1 : 0, numbers == .different ? 1 : 0,
            acronyms == .same ? 1 : 0, acronyms == .different ? 1 : 0, initialsAgree ? 1 : 0,
            isEqual ? 1 : 0, lesserCover > 0.97 ? 1 : 0,
            min(identityRestLesser, 2), min(identityRestGreater, 3), min(identityShared, 2), min(crossRest, 2),
            lesserRest == 0 ? 1 : 0, greaterRest == 0 ? 1 : 0, lesserCover * min(identityShared, 1),
            (heads == .different ? 1 : 0) * lesserCover, (places == .different ? 1 : 0) * lesserCover,
            min(lesserRest, 3) * min(lesserRest, 3), heads == .unknown ? 1 : 0,
            (heads == .same ? 1 : 0) * (places == .same ? 1 : 0),
            identityShared < 0.3 ? 1 : 0, identityShared < 0.3 ? min(lesserRest, 2) : 0,
            identityShared < 0.3 ? min(greaterRest, 3) : 0, min(max(identityRestLesser, 0), 1) * lesserCover,
            min(identityRestGreater, 1) * lesserCover, (heads == .different ? 1 : 0) * min(greaterRest, 2),
        ]
    }
}
