/// What two names are to each other.
public struct NameMatch: Sendable {
    /// How likely they name one thing, 0…1.
    public var score: Double
    /// Whether the score reaches ``NameMatcher/threshold``.
    public var isSame: Bool
}

/// Says how likely two names are one organization, programme or project, and why.
///
/// The names are compared by what they mean, in any two of the supported languages: "Võrumaa Arenduskeskus" and
/// "Centrum Rozwoju Powiatu Võru" have the same kind of body, the same idea and the same place. The weights of the
/// evidence were fitted to pairs of names of known organizations (`Concepts/README.md`); vetoes stand above them.
///
/// A matcher remembers names, so that comparing many pairs costs microseconds; it is not shared between threads.
public struct NameMatcher {
    /// Names that score as much are one; chosen on the pairs the weights were fitted to.
    public static let threshold = 0.42
    /// A score that outweighs different kinds, a part and its whole, or a field of one alone: names that agree in all else.
    static let overwhelming = 0.7
    /// The most that a pair can score against which a veto speaks.
    static let vetoed = threshold - 0.01

    private(set) var builder: SignatureBuilder
    let comparer: SignatureComparer
    private let model: NameModel

    /// - Parameter memory: where signatures made before are.
    public init(resources: NameResources = .embedded, memory: SignatureMemory? = nil) {
        builder = memory?.builder(resources) ?? SignatureBuilder(resources: resources)
        comparer = SignatureComparer(resources: resources)
        model = resources.model
    }

    /// The number of a name's signature, to be compared with others of this matcher.
    ///
    /// - Parameter language: BCP 47, or nil when it is not known.
    public mutating func signature(of name: String, language: String?) -> Int {
        builder.signature(of: name, language: language)
    }

    /// Whether a word of the name has letters of two scripts.
    func hasMixedScript(_ number: Int) -> Bool { builder.signatures[number].hasMixedScript }

    /// How many parts a signature has.
    func partCount(_ number: Int) -> Int { builder.signatures[number].parts.count }

    /// How many signatures it has made.
    var signatureCount: Int { builder.signatures.count }

    /// Compares two names by the numbers of their signatures.
    public func match(_ a: Int, _ b: Int) -> NameMatch {
        let score = self.score(comparison(a, b))
        return NameMatch(score: score, isSame: score >= Self.threshold)
    }

    /// The match and its reasons, for the price of one comparison.
    public func explain(_ a: Int, _ b: Int) -> (match: NameMatch, reasons: [String]) {
        let comparison = comparison(a, b, wantsPairs: true)
        let score = self.score(comparison)
        let reasons = NameReasons(matcher: self, a: builder.signatures[a], b: builder.signatures[b])
        return (NameMatch(score: score, isSame: score >= Self.threshold), reasons.texts(comparison))
    }

    /// Why two names match or do not, in words, the strongest first.
    public func reasons(_ a: Int, _ b: Int) -> [String] {
        NameReasons(matcher: self, a: builder.signatures[a], b: builder.signatures[b]).texts(
            comparison(a, b, wantsPairs: true))
    }

    func comparison(_ a: Int, _ b: Int, wantsPairs: Bool = false) -> NameComparison {
        comparer.compare(builder.signatures[a], builder.signatures[b], builder.words, wantsPairs: wantsPairs)
    }

    func score(_ comparison: NameComparison) -> Double {
        if comparison.isEqual { return 1 }
        let score = model.probability(comparison)
        if comparison.numbers == .different || comparison.places == .different { return min(score, Self.vetoed) }
        let isDoubtful =
            comparison.heads == .different || comparison.isOffset || comparison.isPart || comparison.isSpecial
        return isDoubtful && score < Self.overwhelming ? min(score, Self.vetoed) : score
    }
}

extension NameMatcher {
    /// One word of a name, or one part of a compound, as it was read.
    public struct Reading: Sendable {
        /// In plain letters.
        public var word: String
        public var ideas: [String]
        public var places: [String]
        /// It names the kind of body.
        public var isHead: Bool
    }

    /// What the words of a name were read as: for looking into the lexicon's work.
    public func reading(_ number: Int) -> [Reading] {
        let resources = comparer.resources
        return builder.signatures[number].parts.map { part in
            Reading(
                word: String(decoding: builder.words[Int(part.word)].letters, as: UTF8.self),
                ideas: [part.concepts.0, part.concepts.1, part.concepts.2].filter { $0 >= 0 }.map {
                    resources.lexicon.concepts[Int($0)].name
                },
                places: [part.places.0, part.places.1, part.places.2].filter { $0 >= 0 }.map {
                    resources.places.code($0)
                }, isHead: part.isHead)
        }
    }

    /// The evidence by name: what `Scripts/name-model` fits the weights to.
    public func evidence(_ a: Int, _ b: Int) -> [(name: String, value: Float)] {
        let comparison = comparison(a, b)
        var evidence: [(name: String, value: Float)] = []
        comparison.forEachEvidence { evidence.append(("\($0)", $1)) }
        return evidence
    }
}
