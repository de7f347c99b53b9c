import GRDB

/// What a node of the graph says of itself, as far as members of its entity decide it.
public struct NodeRow: Sendable {
    public let name: String?
    public let country: String?
    /// The word of an ``OrganizationKind``.
    public let organizationKind: String?
    public let email: String?
    public let phone: String?

    /// - Parameter row: name, country, kind, email, phone.
    init(_ row: Row) {
        name = row[0]
        country = row[1]
        organizationKind = row[2]
        email = row[3]
        phone = row[4]
    }
}
