internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// What has been read of the documents around a change; read once, however often it is asked for.
final class Neighbourhood {
    typealias Place = ResolvedGraph.Place

    let update: GraphUpdate
    private(set) var rows: [Place: LocalEntityRow] = [:]
    private var evidence: [Place: ProjectEvidence] = [:]
    private var documents: [Int64: [Place]] = [:]
    private var membersOf: [Int64: [Place]] = [:]
    private var beginnings: [Int64: [Place]] = [:]
    private var partnerKeys = PartnerKeys()
    private var keys: [Place: [Int64]] = [:]
    private var pool = StringPool()

    init(_ update: GraphUpdate) { self.update = update }

    /// What a document says of one thing; nil when there is no such document.
    func row(_ place: Place) throws -> LocalEntityRow? {
        if let known = rows[place] { return known }
        let row = try update.entity(place.document, place.local)
        rows[place] = row
        return row
    }

    /// All that a document tells of, in the order of resolution.
    @discardableResult
    func document(_ id: Int64) throws -> [Place] {
        if let known = documents[id] { return known }
        let found = try update.entities(of: id)
        for row in found { rows[row.place] = row }
        for claim in try update.projectClaims(of: id) {
            evidence[Place(id, claim.subject), default: ProjectEvidence()].add(claim, &partnerKeys)
        }
        documents[id] = found.map(\.place)
        return found.map(\.place)
    }

    /// The members of an entity as it was resolved before, in the order of resolution.
    func members(_ entity: Int64) throws -> [Place] {
        if let known = membersOf[entity] { return known }
        let found = try update.members(of: entity)
        for row in found { rows[row.place] = row }
        membersOf[entity] = found.map(\.place)
        return found.map(\.place)
    }

    /// One of ``members(_:)``, by its number; nil behind the last. Those behind it are not read.
    func member(_ n: Int, of entity: Int64) throws -> Place? {
        var known = membersOf[entity] ?? beginnings[entity] ?? []
        while known.count <= n, membersOf[entity] == nil {
            let limit = known.isEmpty ? 1 : max(Self.share, known.count)
            let found = try update.members(of: entity, after: known.last, limit: limit)
            for row in found { rows[row.place] = row }
            known += found.map(\.place)
            if found.count < limit { membersOf[entity] = known } else { beginnings[entity] = known }
        }
        return n < known.count ? known[n] : nil
    }

    /// So many members are read at a time.
    private static let share = 16

    /// The first of ``members(_:)``.
    func firstMember(_ entity: Int64) throws -> Place? { try member(0, of: entity) }

    /// The keys of one thing that a document tells of, as they stand when they are first asked for.
    func keys(of place: Place) throws -> [Int64] {
        if let known = keys[place] { return known }
        let found = try update.keys(of: place)
        keys[place] = found
        return found
    }

    /// Organizations that a document calls partners of one of its projects.
    func partners(of project: Place) -> [Place] {
        (evidence[project]?.partners ?? []).map { Place(project.document, $0) }.filter {
            rows[$0]?.kind == .organization
        }
    }

    /// What was read of some things, as resolution takes it, in its order.
    func entities(_ places: Set<Place>) -> [LocalEntity] {
        places.compactMap { rows[$0] }.sorted(by: Self.isBefore).map { row in
            var entity = LocalEntity(row, &pool)
            if let known = evidence[row.place] {
                entity.evidence = known.evidence
                entity.partners = known.partners
            }
            return entity
        }
    }

    /// The order in which the database gives the entities of all documents.
    static func isBefore(_ a: LocalEntityRow, _ b: LocalEntityRow) -> Bool {
        (a.documentID, a.local) < (b.documentID, b.local)
    }
}

extension LocalEntityRow {
    var place: ResolvedGraph.Place { ResolvedGraph.Place(documentID, local) }
}
