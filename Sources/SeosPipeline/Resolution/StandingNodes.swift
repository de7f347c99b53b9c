internal import SeosLanguages
internal import SeosModel
internal import SeosStore

/// Finds nodes that stay as they are although a page more tells of the thing: it calls it what others call it.
struct StandingNodes {
    let languages: Languages
    let update: GraphUpdate

    /// - Parameter members: those that are new, and belong to the entity already.
    func stays(_ id: Int64, _ kind: EntityKind, with members: [LocalEntityRow]) throws -> Bool {
        guard let node = try update.node(id, kind) else { return false }
        for member in members {
            if try update.isToldOf(member.documentID, member.local) { return false }
            switch kind {
            case .project: return false
            case .contact:
                // A contact without a name is called by its address.
                guard try wins(node.name ?? node.email, member.name, .name, id),
                    try wins(node.email, member.email, .email, id), try wins(node.phone, member.phone, .phone, id)
                else { return false }
            case .region:
                let isGiven = member.code.flatMap { languages.gazetteer.name(of: $0, in: "en") } != nil
                guard try isGiven || wins(node.name, member.name, .name, id) else { return false }
            case .programme: guard try wins(node.name, member.name, .name, id) else { return false }
            case .organization:
                guard try wins(node.name, member.name, .name, id), try wins(node.country, member.country, .country, id),
                    try wins(node.organizationKind, member.organizationKind?.word, .organizationKind, id)
                else { return false }
            }
            for name in NodeBuilder.names([member]) where try !update.isNamed(id, kind, name) { return false }
        }
        return true
    }

    /// Whether what a node says is more frequent among its members than what a new one says.
    private func wins(_ known: String?, _ new: String?, _ column: GraphUpdate.MemberColumn, _ id: Int64) throws -> Bool
    {
        guard let new, !new.isEmpty, new != known else { return true }
        guard let known else { return false }
        return try update.isMoreFrequent(known, than: new, in: column, ofMembersOf: id)
    }
}
