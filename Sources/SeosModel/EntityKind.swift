/// The kinds of things that documents tell of and that resolution joins across documents.
public enum EntityKind: Int, Sendable, Hashable, CaseIterable {
    case project = 1
    case organization
    case region
    case programme
    case contact

    /// Lower-case English word, as the database spells it.
    public var word: String { Self.words[rawValue - 1] }
    private static let words = allCases.map { String(describing: $0) }

    /// The label of the graph: `Project`, `Organization`, `Region`, `Programme`, `Contact`.
    public var label: String {
        let w = word
        return w.prefix(1).uppercased() + w.dropFirst()
    }
}

/// What kind of body an organization is.
public enum OrganizationKind: Int, Sendable, Hashable, CaseIterable {
    case university = 1
    case `public`
    case ngo
    case company
    case research
    case chamber
    case eu
    case other

    public var word: String { Self.words[rawValue - 1] }
    private static let words = allCases.map { String(describing: $0) }

    public init?(word: String) {
        guard let k = Self.words.firstIndex(of: word) else { return nil }
        self = Self.allCases[k]
    }
}
