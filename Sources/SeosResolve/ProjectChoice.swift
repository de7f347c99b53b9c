/// A join of two projects that may be kept, and what decides when it comes among all: the first that joins two is kept.
public struct ProjectChoice: Sendable {
    public var join: Join
    /// What both have, where a number or a name joins them; 0 for others.
    public var key: UInt64 = 0
    /// Whether the right one is not among the first who have a short name: it comes after all of these.
    public var isLate = false
}
