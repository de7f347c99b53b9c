internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Which projects are other ones than before, as far as that concerns their partners.
struct ProjectChanges {
    typealias Place = ResolvedGraph.Place

    private let area: Neighbourhood
    private let changes: GraphChanges
    /// Members of the projects that were resolved, in the order of resolution: also those that were not looked at.
    private let members: [Int64: [Place]]
    private let entities: [Place: Int64]

    /// - Parameter entities: what was resolved, projects among it.
    init(_ area: Neighbourhood, _ entities: [Place: Int64], _ changes: GraphChanges) throws {
        self.area = area
        self.changes = changes
        self.entities = entities
        var members: [Int64: [LocalEntityRow]] = [:]
        for (place, id) in entities {
            if let row = area.rows[place], row.kind == .project { members[id, default: []].append(row) }
        }
        for id in members.keys.sorted() {
            for place in try area.members(id) where entities[place] == nil {
                if let row = area.rows[place] { members[id]?.append(row) }
            }
        }
        self.members = members.mapValues { $0.sorted(by: Neighbourhood.isBefore).map(\.place) }
    }

    var projects: OrganizationSettlement.Projects {
        OrganizationSettlement.Projects(
            entity: { [area, entities] in try entities[$0] ?? area.row($0)?.entityID },
            members: { [area, members] in try members[$0] ?? area.members($0) })
    }

    /// Projects whose lists of partners may be other ones.
    var lists: Set<Int64> {
        var found: Set<Int64> = []
        for (id, places) in members {
            let isChanged =
                changes.entities[id] != nil || places.contains { area.rows[$0]?.entityID != id || isChangedPage($0) }
            if isChanged { found.insert(id) }
        }
        return found
    }

    /// Partners whose pairs with others are to be judged anew, since what is one project is another than before.
    func fresh() throws -> Set<Place> {
        var parts: [Int64: Set<Int64>] = [:]
        for (id, places) in members {
            for place in places { if let old = area.rows[place]?.entityID { parts[old, default: []].insert(id) } }
        }
        var found: Set<Place> = []
        for id in lists {
            guard let places = members[id] else { continue }
            let olds = Set(places.compactMap { area.rows[$0]?.entityID })
            let isSame = olds.isEmpty || olds == [id] && parts[id] == [id]
            if olds.isEmpty { continue }
            // Reasons name the first member; a page that went may have been among the first that are compared.
            if isSame, !isChangedPage(places[0]), changes.entities[id] == nil {
                let before = try firstPartners(of: places.filter { area.rows[$0]?.entityID != nil })
                found.formUnion(before.symmetricDifference(try firstPartners(of: places)))
            } else {
                found.formUnion(try partners(of: places))
            }
        }
        return found
    }

    private func isChangedPage(_ place: Place) -> Bool { changes.documents.contains(place.document) }

    /// Those partners that are compared with each other.
    private func firstPartners(of projects: [Place]) throws -> Set<Place> {
        var found: Set<Place> = []
        for project in projects {
            if found.count >= KeyFamily.listLimit { break }
            try area.document(project.document)
            found.formUnion(area.partners(of: project))
        }
        let inOrder = found.sorted { ($0.document, $0.local) < ($1.document, $1.local) }
        return Set(inOrder.prefix(KeyFamily.listLimit))
    }

    private func partners(of projects: [Place]) throws -> Set<Place> {
        var found: Set<Place> = []
        for project in projects {
            try area.document(project.document)
            found.formUnion(area.partners(of: project))
        }
        return found
    }
}
