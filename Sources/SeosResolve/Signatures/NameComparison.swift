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
    /// Pairs of parts that agree, where they were asked for: index in the first, in the second.
    var pairs: [(Int, Int)] = []

    /// Nothing that tells bodies of one kind apart is shared; one names a place or has a word of its own, the other an
    /// idea of its own: "Centrum Innowacji Społecznych" and "Litewskie Centrum Innowacji".
    var isOffset = false

    /// The evidence by name, as `Concepts/model.tsv` weighs it.
    static let evidence: [(name: String, value: @Sendable (NameComparison) -> Float)] = [
        ("always", { _ in 1 }),
        ("cover.lesser", { $0.lesserCover }),
        ("cover.greater", { $0.greaterCover }),
        ("cover.product", { $0.lesserCover * $0.greaterCover }),
        ("cover.lesser.squared", { $0.lesserCover * $0.lesserCover }),
        ("cover.full", { $0.lesserCover > 0.97 ? 1 : 0 }),
        ("rest.lesser", { min($0.lesserRest, 3) }),
        ("rest.lesser.squared", { min($0.lesserRest, 3) * min($0.lesserRest, 3) }),
        ("rest.greater", { min($0.greaterRest, 4) }),
        ("rest.none", { $0.greaterRest == 0 ? 1 : 0 }),
        ("rest.none.lesser", { $0.lesserRest == 0 ? 1 : 0 }),
        ("proper.shared", { min($0.properShared, 2) }),
        ("proper.rest.lesser", { min($0.properRestLesser, 2) }),
        ("proper.rest.greater", { min($0.properRestGreater, 3) }),
        ("idea.shared", { min($0.ideaShared, 3) }),
        ("idea.rest.lesser", { min($0.ideaRestLesser, 2) }),
        ("idea.rest.greater", { min($0.ideaRestGreater, 3) }),
        ("identity.rest.lesser", { min($0.identityRestLesser, 2) }),
        ("identity.rest.lesser.covered", { min($0.identityRestLesser, 1) * $0.lesserCover }),
        ("identity.rest.greater", { min($0.identityRestGreater, 3) }),
        ("identity.rest.greater.covered", { min($0.identityRestGreater, 1) * $0.lesserCover }),
        ("identity.shared", { min($0.identityShared, 2) }),
        ("identity.shared.covered", { min($0.identityShared, 1) * $0.lesserCover }),
        ("identity.none", { $0.identityShared < 0.3 ? 1 : 0 }),
        ("identity.none.rest.lesser", { $0.identityShared < 0.3 ? min($0.lesserRest, 2) : 0 }),
        ("identity.none.rest.greater", { $0.identityShared < 0.3 ? min($0.greaterRest, 3) : 0 }),
        ("identity.offset", { $0.isOffset ? 1 : 0 }),
        ("unknown.beside.idea", { min($0.crossRest, 2) }),
        ("head.same", { $0.heads == .same ? 1 : 0 }),
        ("head.kin", { $0.headKinship }),
        ("head.none", { $0.heads == .unknown ? 1 : 0 }),
        ("head.different", { $0.heads == .different ? 1 : 0 }),
        ("head.different.covered", { $0.heads == .different ? $0.lesserCover : 0 }),
        ("place.same", { $0.places == .same ? 1 : 0 }),
        ("place.same.head.same", { $0.places == .same && $0.heads == .same ? 1 : 0 }),
        ("place.different", { $0.places == .different ? 1 : 0 }),
        ("place.different.covered", { $0.places == .different ? $0.lesserCover : 0 }),
        ("country.different", { $0.countriesDiffer ? 1 : 0 }),
        ("number.same", { $0.numbers == .same ? 1 : 0 }),
        ("number.different", { $0.numbers == .different ? 1 : 0 }),
        ("acronym.same", { $0.acronyms == .same ? 1 : 0 }),
        ("acronym.different", { $0.acronyms == .different ? 1 : 0 }),
        ("acronym.initials", { $0.initialsAgree ? 1 : 0 }),
        ("equal", { $0.isEqual ? 1 : 0 }),
    ]

    var features: [Float] { Self.evidence.map { $0.value(self) } }
}
