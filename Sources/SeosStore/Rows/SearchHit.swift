public import SeosModel

/// An entity found by name.
public struct SearchHit: Sendable, Hashable {
    /// How well a name fits, best first.
    public enum Match: Int, Sendable, Hashable, Comparable {
        case exact = 0
        /// The name begins with the words sought.
        case prefix
        /// A word of the name begins with them.
        case word
        /// They stand inside a word.
        case part

        public static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
    }

    public let id: Int64
    public let kind: EntityKind
    /// The preferred name.
    public let name: String
    /// The name that fits.
    public let matchedName: String
    public let match: Match
    /// How often documents mention it.
    public let mentions: Int
}
