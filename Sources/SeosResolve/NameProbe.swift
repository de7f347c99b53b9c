/// Compares names one by one: which of those that share a part of their meaning mean the same.
public final class NameProbe {
    private var matcher: NameMatcher

    private let memory: SignatureMemory?

    /// - Parameter memory: where signatures made before are.
    public init(names: NameResources, memory: SignatureMemory? = nil) {
        self.memory = memory
        matcher = NameMatcher(resources: names, memory: memory)
    }

    /// Leaves in the memory what it read.
    public func share() { memory?.keep(matcher.builder) }

    /// The number of a name.
    public func number(of name: String, language: String) -> Int { matcher.signature(of: name, language: language) }

    /// The parts of a name's meaning, as the keys of ``Resolver/Result/spellings``.
    public func keys(of number: Int) -> [UInt64] { matcher.blockingKeys(number) }

    /// The key of family ``KeyFamily/spelling`` of a name.
    public func spelling(of number: Int) -> UInt64 { KeyFamily.spelling.key(matcher.builder.spellings[number]) }

    /// The key of family ``KeyFamily/partner`` of a name.
    public func partner(of number: Int) -> UInt64 { KeyFamily.partner.key(matcher.builder.spellings[number]) }

    /// Whether two names mean so nearly the same that who has them may be one.
    public func areClose(_ one: Int, _ other: Int) -> Bool {
        // The side looked at more closely is chosen as in a whole resolution.
        let spellings = matcher.builder.spellings
        let (a, b) = spellings[one] <= spellings[other] ? (one, other) : (other, one)
        return (a == b ? 1 : matcher.score(matcher.comparison(a, b))) >= NameMatcher.threshold
    }

    /// The names of an entity that are compared, the main one first.
    public static func names(of e: LocalEntity) -> [String] { NameTable.names(of: e) }
}
