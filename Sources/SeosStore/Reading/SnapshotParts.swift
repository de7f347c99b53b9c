/// What of the graph a snapshot holds besides entities and the relationships between them.
public struct SnapshotParts: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `Document` nodes and `MENTIONED_IN`.
    public static let documents = SnapshotParts(rawValue: 1)
    /// `Claim` nodes with `ABOUT`, and `STATED_IN` when documents are there too.
    public static let claims = SnapshotParts(rawValue: 2)
    public static let all: SnapshotParts = [.documents, .claims]

    func holds(label: String) -> Bool {
        switch label {
        case "Document": return contains(.documents)
        case "Claim": return contains(.claims)
        default: return true
        }
    }

    func holds(type: String) -> Bool {
        switch type {
        case "MENTIONED_IN": return contains(.documents)
        case "ABOUT": return contains(.claims)
        case "STATED_IN": return contains(.all)
        default: return true
        }
    }
}
