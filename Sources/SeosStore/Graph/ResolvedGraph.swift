/// What resolution made of all documents: entities, the relationships between them, and why.
///
/// Plain values in any order; ``Store/replaceGraph(_:generation:time:)`` sorts what it writes.
public struct ResolvedGraph: Sendable {
    public var assignments: [Assignment] = []
    public var valueObjects: [ValueObject] = []

    public var projects: [Project] = []
    public var organizations: [Organization] = []
    public var regions: [Region] = []
    public var programmes: [Programme] = []
    public var amounts: [Amount] = []
    public var dates: [Date] = []
    public var contacts: [Contact] = []

    /// Organization to project.
    public var partnerIn: [RoleEdge] = []
    /// Project to programme or organization.
    public var fundedBy: [RoleEdge] = []
    /// Project to amount.
    public var hasAmount: [CountedEdge] = []
    /// Amount to organization.
    public var shareOf: [CountedEdge] = []
    /// Project to date.
    public var hasDate: [CountedEdge] = []
    /// Organization or project to region.
    public var locatedIn: [CountedEdge] = []
    /// Region to region.
    public var partOf: [PlainEdge] = []
    /// Contact to project.
    public var contactOf: [PlainEdge] = []

    /// Every decision that rules made, not only new ones: what rules no longer decide is removed, unless a person
    /// has undone it.
    public var decisions: [NewDecision] = []

    public init() {}
}
