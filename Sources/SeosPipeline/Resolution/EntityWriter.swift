internal import SeosLanguages
internal import SeosModel
internal import SeosStore

/// Computes single entities from what the database says of them, and writes them together.
struct EntityWriter {
    let languages: Languages
    let update: GraphUpdate
    let kinds: [Int64: EntityKind]
    /// Where organizations lie; known when the regions are written.
    var tree: RegionTree?

    /// Entities that nothing is said of any more.
    private(set) var lost: Set<Int64> = []
    /// The names of what was written, to be written when all else is.
    private(set) var names: [ResolvedGraph.NodeNames] = []
    private let keepsNames: Bool

    private var part = ResolvedGraph()

    /// - Parameter keepsNames: whether names are left to the caller.
    init(languages: Languages, update: GraphUpdate, kinds: [Int64: EntityKind], keepsNames: Bool) {
        self.keepsNames = keepsNames
        self.languages = languages
        self.update = update
        self.kinds = kinds
    }

    /// Adds the node of an entity, and the relationships that claims about it make.
    mutating func add(_ id: Int64) throws {
        let members = try update.members(of: id)
        if members.isEmpty {
            lost.insert(id)
            return
        }
        // Hardly anything but projects is told more of than its name.
        let relations = RelationBuilder(id, try update.claims(about: id))
        relations.add(to: &part)
        NodeBuilder(languages: languages).add(members, relations.preferred, to: &part)
        if kinds[id] == .organization, let organization = part.organizations.last, let tree,
            let place = tree.place(organization, members)
        {
            part.locatedIn.append(place)
        }
    }

    /// Writes what was added.
    mutating func flush() throws {
        try update.write(part)
        if keepsNames { names += part.nodeNames } else { try update.insert(names: part.nodeNames) }
        part = ResolvedGraph()
    }
}
