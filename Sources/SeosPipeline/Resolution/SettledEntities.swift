internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Entities that stand in a resolution with some of their members, the first one among these.
struct SettledEntities {
    typealias Place = ResolvedGraph.Place

    private var numbers: [Int64: Int] = [:]
    private var entities: [Place: Int] = [:]

    /// - Returns: the first member of the entity that a place belongs to, when the entity is new here.
    mutating func add(_ place: Place, _ area: Neighbourhood) throws -> Place? {
        guard let entity = try area.row(place)?.entityID else { return nil }
        if let known = numbers[entity] {
            entities[place] = known
            return nil
        }
        let number = numbers.count
        numbers[entity] = number
        entities[place] = number
        guard let first = try area.firstMember(entity) else { return nil }
        entities[first] = number
        return first
    }

    /// The number of the entity that a place belongs to; -1 when that is none of these.
    func number(of place: Place) -> Int { entities[place] ?? -1 }

    /// Members of settled entities that became one with another, or have a new first member.
    ///
    /// - Parameter cluster: for each of the locals, the first of its cluster.
    static func joined(
        _ locals: [LocalEntity], _ cluster: [Int], _ core: Set<Place>, _ area: Neighbourhood
    ) throws -> [Place] {
        var known: [Int: (entity: Int64, place: Place)] = [:]
        var found: [Place] = []
        var roots: Set<Int> = []
        for (n, e) in locals.enumerated() where core.contains(e.place) { roots.insert(cluster[n]) }
        for (n, e) in locals.enumerated() where !core.contains(e.place) && roots.contains(cluster[n]) {
            guard e.kind == locals[cluster[n]].kind, let entity = try area.row(e.place)?.entityID else { continue }
            if let other = known[cluster[n]] {
                if other.entity != entity { found += [other.place, e.place] }
            } else {
                known[cluster[n]] = (entity, e.place)
                if core.contains(locals[cluster[n]].place) { found.append(e.place) }
            }
        }
        return found
    }
}
