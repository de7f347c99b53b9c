public import SeosLanguages

/// Says how likely two names are one organization, programme or project, and why.
public struct NameMatcher {
    public private(set) var builder: SignatureBuilder
    private let comparer: SignatureComparer

    public init(resources: NameResources = .embedded) {
        builder = SignatureBuilder(resources: resources)
        comparer = SignatureComparer(resources: resources)
    }

    public mutating func signature(of name: String, language: String?) -> Int {
        builder.signature(of: name, language: language)
    }

    func comparison(_ a: Int, _ b: Int) -> NameComparison {
        comparer.compare(builder.signatures[a], builder.signatures[b], builder.words)
    }

    public func features(_ a: Int, _ b: Int) -> [Float] { comparison(a, b).features }

    public func describe(_ a: Int) -> String {
        let s = builder.signatures[a]
        let lex = comparer.resources.lexicon
        return s.parts.map { p in
            var t = String(decoding: builder.words[Int(p.word)].letters, as: UTF8.self)
            for c in [p.concepts.0, p.concepts.1, p.concepts.2] where c >= 0 { t += "/" + lex.concepts[Int(c)].name }
            for c in [p.places.0, p.places.1, p.places.2] where c >= 0 { t += "@" + comparer.resources.places.groups[Int(c)].code }
            return t + (p.isHead ? "!" : "") + (p.isNumber ? "#" : "")
        }.joined(separator: " ")
    }
}
