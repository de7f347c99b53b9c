public import SeosModel

/// An entity with all its mentions.
public struct Cluster: Sendable, Hashable {
    public struct Mention: Sendable, Hashable {
        public let uri: String
        public let quote: String
        /// Unicode code points of the stored text.
        public let start: Int
        public let end: Int
    }

    public let entityID: Int64
    public let kind: EntityKind
    public let name: String
    /// Sorted by uri and place.
    public let mentions: [Mention]
}
