/// A rule's decision that a mention names an organization of a register.
public struct RegisterLink: Sendable, Hashable {
    /// Id of the first mention of a document's own entity.
    public var mention: Int64
    public var organizationID: Int64
    /// 0…1.
    public var score: Double
    /// In words.
    public var reason: String
    /// Name of the rule.
    public var maker: String

    public init(mention: Int64, organizationID: Int64, score: Double, reason: String, maker: String) {
        self.mention = mention
        self.organizationID = organizationID
        self.score = score
        self.reason = reason
        self.maker = maker
    }
}

/// What a register knows an entity as.
public struct RegisterEntry: Sendable, Hashable {
    public let register: String
    public let key: String
    public let name: String
    public let country: String?
    public let domain: String?
    /// Mentions of the entity that were linked to it.
    public let mentions: Int
    /// Of the best link.
    public let score: Double
    public let reason: String
    public let maker: String
}
