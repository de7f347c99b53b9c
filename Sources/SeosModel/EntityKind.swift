/// The kinds of things that documents tell of and that resolution joins across documents.
public enum EntityKind: Int, Sendable, Hashable, CaseIterable {
    case project = 1
    case organization
    case region
    case programme
    case contact

    /// Lower-case English word, as the database spells it.
    public var word: String { String(describing: self) }

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

    public var word: String { self == .public ? "public" : String(describing: self) }
    public init?(word: String) {
        guard let k = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = k
    }
}
