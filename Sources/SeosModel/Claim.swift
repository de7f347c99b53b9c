/// Subject, property and value, with the words that say so.
///
/// Subjects and objects are entities of one document (``Extraction/entities``); what they are across documents is
/// the business of resolution.
public struct Claim: Sendable, Hashable {
    public enum Property: Int, Sendable, Hashable, CaseIterable {
        /// Subject project, object organization; ``Claim/role`` says lead, partner, associated or supplier.
        case partner = 1
        /// Subject project, object organization or programme; role funder or cofinancier.
        case funder
        /// Subject project, value a money mention; ``Claim/amountKind`` and ``Claim/owner``.
        case amount
        /// Subject project, value a date mention: the project's period.
        case period
        /// Subject project, value a date mention: its first day, month or year.
        case start
        /// Subject project, value a date mention: its last day, month or year.
        case end
        /// Subject project, value a date mention: something that happened in the project.
        case event
        /// Subject project, object programme.
        case programme
        /// Subject project or organization, object region.
        case region
        /// Subject project, object contact.
        case contact
        /// Subject project, value a web address mention.
        case url
        /// Subject anything, value a name mention.
        case name
        /// Subject project, value a duration mention.
        case duration

        /// Lower-case English word, as the database and the outputs spell it.
        public var word: String { Self.words[rawValue - 1] }
        private static let words = allCases.map { String(describing: $0) }
    }

    public enum Role: Int, Sendable, Hashable, CaseIterable {
        case lead = 1
        case partner
        case associated
        case funder
        case cofinancier
        case supplier

        public var word: String { Self.words[rawValue - 1] }
        private static let words = allCases.map { String(describing: $0) }
    }

    public enum AmountKind: Int, Sendable, Hashable, CaseIterable {
        case total = 1
        case eu
        case national
        case own
        case partnerShare
        case partnerEU
        case other

        public var word: String { Self.words[rawValue - 1] }
        private static let words = ["total", "eu", "national", "own", "partner_share", "partner_eu", "other"]
    }

    /// Index into ``Extraction/entities``.
    public var subject: Int
    public var property: Property
    /// Index into ``Extraction/entities``, for claims between entities.
    public var object: Int?
    /// Index into ``Extraction/mentions``: the value, or the mention of the object.
    public var mention: Int?
    public var role: Role?
    public var amountKind: AmountKind?
    /// Index into ``Extraction/entities``: whose share an amount is.
    public var owner: Int?
    /// At least one span; the first is the one shown.
    public var evidence: [SourceSpan]
    /// The id of the rule that made it, for example `amount.label`.
    public var rule: String
    /// 0…1.
    public var confidence: Double
    /// True for a statement the page itself corrects further on; kept, but not preferred.
    public var isSuperseded: Bool

    public init(
        subject: Int, property: Property, object: Int? = nil, mention: Int? = nil, role: Role? = nil,
        amountKind: AmountKind? = nil, owner: Int? = nil, evidence: [SourceSpan], rule: String,
        confidence: Double = 0.8, isSuperseded: Bool = false
    ) {
        self.subject = subject
        self.property = property
        self.object = object
        self.mention = mention
        self.role = role
        self.amountKind = amountKind
        self.owner = owner
        self.evidence = evidence
        self.rule = rule
        self.confidence = confidence
        self.isSuperseded = isSuperseded
    }
}
