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

    /// What a mention holds, behind one reference: readers hand mentions to one another and copy them in every loop, and
    /// a dozen references counted up and down for each copy take longer than reading does.
    @usableFromInline
    struct Content: Sendable, Hashable {
        @usableFromInline var kind: Kind
        @usableFromInline var span: SourceSpan
        @usableFromInline var quote: String
        @usableFromInline var name: String
        @usableFromInline var language: String
        @usableFromInline var rule: String
        @usableFromInline var confidence: Double
        @usableFromInline var value: Value?
        @usableFromInline var alternatives: [Value]
        @usableFromInline var qualifier: Qualifier?
        @usableFromInline var code: String?
        @usableFromInline var country: String?
    }

    /// Written to only by the one that holds it alone, see `makeUnique()`.
    @usableFromInline
    final class Storage: @unchecked Sendable {
        @exclusivity(unchecked) @usableFromInline var content: Content

        @usableFromInline
        init(_ content: Content) { self.content = content }
    }

    @usableFromInline var storage: Storage

    @inlinable
    mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.content) }
    }

    @inlinable public var kind: Kind {
        get { storage.content.kind }
        _modify {
            makeUnique()
            yield &storage.content.kind
        }
    }
    @inlinable public var span: SourceSpan {
        get { storage.content.span }
        _modify {
            makeUnique()
            yield &storage.content.span
        }
    }
    /// The characters of `span`.
    @inlinable public var quote: String {
        get { storage.content.quote }
        _modify {
            makeUnique()
            yield &storage.content.quote
        }
    }
    /// Base form: nominative for an inflected name, the quote itself otherwise.
    @inlinable public var name: String {
        get { storage.content.name }
        _modify {
            makeUnique()
            yield &storage.content.name
        }
    }
    @inlinable public var language: String {
        get { storage.content.language }
        _modify {
            makeUnique()
            yield &storage.content.language
        }
    }
    /// The id of the rule that found it, for example `org.head`.
    @inlinable public var rule: String {
        get { storage.content.rule }
        _modify {
            makeUnique()
            yield &storage.content.rule
        }
    }
    /// 0…1.
    @inlinable public var confidence: Double {
        get { storage.content.confidence }
        _modify {
            makeUnique()
            yield &storage.content.confidence
        }
    }
    @inlinable public var value: Value? {
        get { storage.content.value }
        _modify {
            makeUnique()
            yield &storage.content.value
        }
    }
    /// Other readings of the same characters, best first.
    @inlinable public var alternatives: [Value] {
        get { storage.content.alternatives }
        _modify {
            makeUnique()
            yield &storage.content.alternatives
        }
    }
    @inlinable public var qualifier: Qualifier? {
        get { storage.content.qualifier }
        _modify {
            makeUnique()
            yield &storage.content.qualifier
        }
    }
    /// Region code (ISO 3166, NUTS) or the key of a well-known programme or fund.
    @inlinable public var code: String? {
        get { storage.content.code }
        _modify {
            makeUnique()
            yield &storage.content.code
        }
    }
    /// ISO 3166 alpha-2, when it is known.
    @inlinable public var country: String? {
        get { storage.content.country }
        _modify {
            makeUnique()
            yield &storage.content.country
        }
    }

    public init(
        kind: Kind, span: SourceSpan, quote: String, name: String? = nil, language: String = "und", rule: String,
        confidence: Double = 1, value: Value? = nil, alternatives: [Value] = [], qualifier: Qualifier? = nil,
        code: String? = nil, country: String? = nil
    ) {
        storage = Storage(
            Content(
                kind: kind, span: span, quote: quote, name: name ?? quote, language: language, rule: rule,
                confidence: confidence, value: value, alternatives: alternatives, qualifier: qualifier, code: code,
                country: country))
    }

    public var isValue: Bool { kind.rawValue >= Kind.money.rawValue }

    public static func == (a: Self, b: Self) -> Bool {
        a.storage === b.storage || a.storage.content == b.storage.content
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(storage.content) }
}
