/// Characters of a document that name something or state a value.
public struct Mention: Sendable, Hashable {
    public enum Kind: Int, Sendable, Hashable, CaseIterable {
        case project = 1
        case organization
        case region
        case programme
        case contact
        case money
        case date
        case number
        case percent
        case duration
        case email
        case phone
        case url
        case identifier

        /// Lower-case English word, as the database and the outputs spell it.
        public var name: String { Self.names[rawValue - 1] }
        private static let names = allCases.map { String(describing: $0) }
    }

    /// What a value mention says.
    public enum Value: Sendable, Hashable {
        case money(Money)
        case date(DateValue)
        case number(ExactDecimal)
        case percent(ExactDecimal)
        /// A length of time in whole months, or in days when it is not whole months.
        case duration(months: Int?, days: Int?)
        case text(String)
    }

    public enum Qualifier: String, Sendable, Hashable {
        case approximate = "approx"
        case upTo = "up_to"
        case atLeast = "at_least"
    }

    public var kind: Kind
    public var span: SourceSpan
    /// The characters of `span`.
    public var quote: String
    /// Base form: nominative for an inflected name, the quote itself otherwise.
    public var name: String
    public var language: String
    /// The id of the rule that found it, for example `org.head`.
    public var rule: String
    /// 0…1.
    public var confidence: Double
    public var value: Value?
    /// Other readings of the same characters, best first.
    public var alternatives: [Value]
    public var qualifier: Qualifier?
    /// Region code (ISO 3166, NUTS) or the key of a well-known programme or fund.
    public var code: String?
    /// ISO 3166 alpha-2, when it is known.
    public var country: String?

    public init(
        kind: Kind, span: SourceSpan, quote: String, name: String? = nil, language: String = "und", rule: String,
        confidence: Double = 1, value: Value? = nil, alternatives: [Value] = [], qualifier: Qualifier? = nil,
        code: String? = nil, country: String? = nil
    ) {
        self.kind = kind
        self.span = span
        self.quote = quote
        self.name = name ?? quote
        self.language = language
        self.rule = rule
        self.confidence = confidence
        self.value = value
        self.alternatives = alternatives
        self.qualifier = qualifier
        self.code = code
        self.country = country
    }

    public var isValue: Bool { kind.rawValue >= Kind.money.rawValue }
}
