/// Something by which a document's own entity is found when another has it too.
public struct ResolutionKey: Sendable, Hashable {
    public var key: Int64
    /// Tells those of one key apart.
    public var trait: Int64
    public var document: Int64
    /// ``LocalEntityRow/local``.
    public var local: Int

    public init(key: Int64, trait: Int64, document: Int64, local: Int) {
        self.key = key
        self.trait = trait
        self.document = document
        self.local = local
    }
}

/// A part of the meaning of one spelling of an organization's name.
public struct SpellingKey: Sendable, Hashable {
    public var key: Int64
    public var spelling: Int64

    public init(key: Int64, spelling: Int64) {
        self.key = key
        self.spelling = spelling
    }
}

/// A name of organizations in a language.
public struct Spelling: Sendable, Hashable {
    public var id: Int64
    public var name: String
    public var language: String

    public init(id: Int64, name: String, language: String) {
        self.id = id
        self.name = name
        self.language = language
    }
}

/// What rules made of two documents' own organizations, before the best joins were chosen.
public struct JudgedPair: Sendable, Hashable {
    public var left: ResolvedGraph.Place
    public var right: ResolvedGraph.Place
    public var rule: String
    /// Whether a person is asked, and nothing joined.
    public var isQuestion: Bool
    public var score: Double
    public var reason: String

    public init(
        left: ResolvedGraph.Place, right: ResolvedGraph.Place, rule: String, isQuestion: Bool, score: Double,
        reason: String
    ) {
        self.left = left
        self.right = right
        self.rule = rule
        self.isQuestion = isQuestion
        self.score = score
        self.reason = reason
    }
}

extension ResolvedGraph {
    /// A document's own entity.
    public struct Place: Sendable, Hashable {
        public var document: Int64
        /// ``LocalEntityRow/local``.
        public var local: Int

        public init(_ document: Int64, _ local: Int) {
            self.document = document
            self.local = local
        }
    }
}
