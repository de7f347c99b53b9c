internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Which projects are other ones than before, as far as that concerns their partners.
///
/// Thousands of pages may tell of a project: those that were not looked at are read only as far as they are asked for.
struct ProjectChanges {
    typealias Place = ResolvedGraph.Place

    private let area: Neighbourhood
    private let changes: GraphChanges
    /// Members of the projects that were resolved, as far as these were; in the order of resolution.
    private let resolved: [Int64: [Place]]
    private let entities: [Place: Int64]

    /// - Parameter entities: what was resolved, projects among it.
    init(_ area: Neighbourhood, _ entities: [Place: Int64], _ changes: GraphChanges) {
        self.area = area
        self.changes = changes
        self.entities = entities
        var resolved: [Int64: [LocalEntityRow]] = [:]
        for (place, id) in entities {
            if let row = area.rows[place], row.kind == .project { resolved[id, default: []].append(row) }
        }
        self.resolved = resolved.mapValues { $0.sorted(by: Neighbourhood.isBefore).map(\.place) }
    }

    /// The entity that a project of a document belongs to now.
    func entity(_ place: Place) throws -> Int64? { try entities[place] ?? area.row(place)?.entityID }

    /// The first of ``forEachMember(of:_:)``.
    func firstMember(of id: Int64) throws -> Place? {
        var first: Place?
        try forEachMember(of: id) {
            first = $0
            return false
        }
        return first
    }

    /// Calls `body` with the members of a project, in the order of resolution, until it answers false.
    func forEachMember(of id: Int64, _ body: (Place) throws -> Bool) throws {
        var own = (resolved[id] ?? [])[...]
        var n = 0
        while true {
            let standing = try standing(&n, of: id)
            guard let next = [own.first, standing].compactMap({ $0 }).min(by: Self.isBefore) else { return }
            if next == standing { n += 1 } else { own.removeFirst() }
            if try !body(next) { return }
        }
    }

    /// A member that was not looked at: the one of a number, or the first behind it; nil when there is none.
    private func standing(_ n: inout Int, of id: Int64) throws -> Place? {
        while let place = try area.member(n, of: id) {
            if entities[place] == nil { return place }
            n += 1
        }
        return nil
    }

    private static func isBefore(_ a: Place, _ b: Place) -> Bool { (a.document, a.local) < (b.document, b.local) }

    /// Projects whose lists of partners may be other ones.
    var lists: Set<Int64> {
        var found: Set<Int64> = []
        for (id, places) in resolved {
            let isChanged =
                changes.entities[id] != nil || places.contains { area.rows[$0]?.entityID != id || isChangedPage($0) }
            if isChanged { found.insert(id) }
        }
        return found
    }

    /// Partners whose pairs with others are to be judged anew, since what is one project is another than before.
    func fresh() throws -> Set<Place> {
        // Which projects were which before.
        var olds: [Int64: Set<Int64>] = [:]
        var parts: [Int64: Set<Int64>] = [:]
        for (id, places) in resolved {
            olds[id] = Set(places.compactMap { area.rows[$0]?.entityID })
            var n = 0
            if try standing(&n, of: id) != nil { olds[id]?.insert(id) }
            for old in olds[id] ?? [] { parts[old, default: []].insert(id) }
        }
        var found: Set<Place> = []
        for id in lists {
            guard let before = olds[id], !before.isEmpty, let first = try firstMember(of: id) else { continue }
            // Reasons name the first member; a page that went may have been among the first that are compared.
            if before == [id], parts[id] == [id], !isChangedPage(first), changes.entities[id] == nil {
                let known = try partners(of: id, limit: KeyFamily.listLimit) { area.rows[$0]?.entityID != nil }
                found.formUnion(
                    known.symmetricDifference(try partners(of: id, limit: KeyFamily.listLimit) { _ in true }))
            } else {
                found.formUnion(try partners(of: id, limit: .max) { _ in true })
            }
        }
        return found
    }

    private func isChangedPage(_ place: Place) -> Bool { changes.documents.contains(place.document) }

    /// The first partners of a project: those that are compared with each other.
    private func partners(of id: Int64, limit: Int, where isAsked: (Place) -> Bool) throws -> Set<Place> {
        var found: Set<Place> = []
        try forEachMember(of: id) { project in
            if isAsked(project) {
                try area.document(project.document)
                found.formUnion(area.partners(of: project))
            }
            return found.count < limit
        }
        return found.count <= limit ? found : Set(found.sorted(by: Self.isBefore).prefix(limit))
    }
}
