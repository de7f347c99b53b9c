/// Finds which organization of a register a name means, or none.
///
/// Names are compared by ``NameMatcher``. A link is a decision that nobody looks over one by one, so it asks for more
/// than a pair does: an organization that no other of the register comes close to, in a country that does not
/// contradict, and without a country a better score.
public struct RegisterMatcher {
    public struct Name: Sendable {
        public var text: String
        /// BCP 47.
        public var language: String?

        public init(_ text: String, language: String?) {
            self.text = text
            self.language = language
        }
    }

    public struct Answer: Sendable {
        /// As it was given to ``init(_:)``.
        public var organization: Int
        public var score: Double
        /// In words, the strongest first.
        public var reasons: [String]
    }

    private var matcher = NameMatcher()
    private var organizations: [(names: [Int], country: String?)] = []
    /// Organizations by the keys of their names.
    private var index: [UInt64: [Int32]] = [:]

    /// Needed where countries agree, where one is not known, and how far behind the next one must be.
    static let leastWithCountry = 0.7
    static let leastWithoutCountry = 0.9
    static let leastLead = 0.05
    /// A key that so many share tells nothing.
    private static let mostAlike = 400

    public init(_ organizations: [(names: [Name], country: String?)]) {
        for (number, organization) in organizations.enumerated() {
            var own: [Int] = []
            for name in organization.names {
                let signature = matcher.signature(of: name.text, language: name.language)
                own.append(signature)
                for key in matcher.blockingKeys(signature) where index[key]?.last != Int32(number) {
                    index[key, default: []].append(Int32(number))
                }
            }
            self.organizations.append((own, organization.country))
        }
    }

    /// - Parameters:
    ///   - names: of one thing, in any languages.
    ///   - country: ISO 3166, when it is known.
    public mutating func find(_ names: [Name], country: String?) -> Answer? {
        var signatures: [Int] = []
        var candidates: Set<Int32> = []
        for name in names {
            let signature = matcher.signature(of: name.text, language: name.language)
            if signatures.contains(signature) { continue }
            signatures.append(signature)
            for key in matcher.blockingKeys(signature) {
                if let alike = index[key], alike.count <= Self.mostAlike { candidates.formUnion(alike) }
            }
        }
        var best: (score: Double, organization: Int, own: Int, other: Int)?
        var second = 0.0
        for candidate in candidates.sorted() {
            let organization = organizations[Int(candidate)]
            if let a = country, let b = organization.country, a != b { continue }
            var top: (score: Double, own: Int, other: Int)?
            for own in signatures {
                for other in organization.names {
                    let score = matcher.match(own, other).score
                    if score > top?.score ?? 0 { top = (score, own, other) }
                }
            }
            guard let top else { continue }
            if top.score > best?.score ?? 0 {
                second = best?.score ?? 0
                best = (top.score, Int(candidate), top.own, top.other)
            } else {
                second = max(second, top.score)
            }
        }
        guard let best else { return nil }
        let isKnown = country != nil && organizations[best.organization].country != nil
        let least = isKnown ? Self.leastWithCountry : Self.leastWithoutCountry
        if best.score < least || best.score - second < Self.leastLead { return nil }
        var reasons = matcher.reasons(best.own, best.other)
        if isKnown, let country { reasons.append("same country: \(country)") }
        return Answer(organization: best.organization, score: best.score, reasons: reasons)
    }
}
