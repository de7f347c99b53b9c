internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Resolves some entities with all that their resolution can depend on, and with nothing else.
///
/// The core is what is resolved: it grows until nothing outside could be joined with anything inside. Around it stands
/// what the core is compared with.
struct Settlement {
    typealias Place = ResolvedGraph.Place

    /// Entities that may have changed; all of them existing ones.
    private(set) var core: Set<Place> = []
    private(set) var locals: [LocalEntity] = []
    private(set) var result = Resolver.Result()

    let kinds: Set<EntityKind>
    private let area: Neighbourhood
    private let resolver: Resolver
    private let persons: PersonDecisions
    private let neighbours: NameNeighbours
    private var context: Set<Place> = []
    private var pending: [Place] = []
    private var entities: Set<Int64> = []
    private var expanded: Set<Int64> = []
    private var crowded: Set<UInt64> = []
    /// More than so many are resolved with all others.
    private static let limit = 60_000
    private static let projectLimit = 400

    init(
        _ kinds: Set<EntityKind>, _ area: Neighbourhood, _ resolver: Resolver, _ persons: PersonDecisions,
        _ neighbours: NameNeighbours
    ) {
        self.kinds = kinds
        self.area = area
        self.resolver = resolver
        self.persons = persons
        self.neighbours = neighbours
    }

    /// - Parameter seeds: of any kind.
    mutating func run(_ seeds: some Sequence<Place>) throws {
        for place in seeds { try enter(place) }
        for judgement in persons.judgements {
            for mention in [judgement.left, judgement.right] {
                for place in try area.update.places(of: mention) { try stand(place) }
            }
        }
        repeat {
            while !pending.isEmpty {
                let batch = pending
                pending = []
                try expand(batch)
            }
            try resolve()
            for (a, b) in result.influences {
                let (x, y) = (locals[a].place, locals[b].place)
                guard kinds.contains(locals[a].kind), core.contains(x) != core.contains(y) else { continue }
                try enter(core.contains(x) ? y : x)
            }
        } while !pending.isEmpty
    }

    /// Takes an entity into the core, with all that was one with it.
    private mutating func enter(_ place: Place) throws {
        guard let row = try area.row(place), kinds.contains(row.kind), core.insert(place).inserted else { return }
        let limit = kinds.contains(.project) ? Self.projectLimit : Self.limit
        if core.count > limit { throw GraphRevision.TooFar() }
        pending.append(place)
        guard let entity = row.entityID, entities.insert(entity).inserted else { return }
        for member in try area.members(entity) { try enter(member) }
    }

    /// Takes an entity as something to compare with.
    private mutating func stand(_ place: Place) throws {
        guard let row = try area.row(place), kinds.contains(row.kind), context.insert(place).inserted else { return }
        if row.kind == .project { try area.document(place.document) }
    }

    private mutating func expand(_ batch: [Place]) throws {
        var places = Set(batch)
        if kinds.contains(.project) {
            for place in batch { places.formUnion(try area.document(place.document)) }
        }
        let entities = area.entities(places)
        for key in resolver.keys(of: entities).rows where core.contains(entities[Int(key.entity)].place) {
            try expand(Int64(bitPattern: key.key))
        }
        guard kinds.contains(.project) else { return }
        for place in batch {
            for partner in area.partners(of: place) {
                for e in area.entities([partner]) {
                    for spelling in e.spellings {
                        for other in try neighbours.close(to: spelling) {
                            try expand(neighbours.partnerKey(of: other))
                        }
                    }
                }
            }
        }
    }

    /// Makes those who share a key stand around the core.
    private mutating func expand(_ key: Int64) throws {
        guard expanded.insert(key).inserted, let family = KeyFamily.of(UInt64(bitPattern: key)) else { return }
        switch family {
        case .fact, .partner:
            guard let limit = family.limit else { return }
            let holders = try area.update.holders(of: key, limit: limit + 1)
            if holders.count > limit {
                crowded.insert(UInt64(bitPattern: key))
            } else {
                for holder in holders { try stand(holder.place) }
            }
        case .programme:
            if let limit = family.limit, try area.update.firstHolders(of: key, limit: limit + 1).count > limit {
                crowded.insert(UInt64(bitPattern: key))
            } else {
                for holder in try area.update.holders(of: key) { try stand(holder.place) }
            }
        case .short:
            let holders = try area.update.holders(of: key, limit: Self.projectLimit + 1)
            if holders.count > Self.projectLimit { throw GraphRevision.TooFar() }
            for holder in holders { try stand(holder.place) }
        case .spelling: return
        case .same, .name, .inflected, .look, .long, .number:
            for holder in try area.update.holders(of: key) { try stand(holder.place) }
        }
    }

    private mutating func resolve() throws {
        var places = core.union(context)
        var scope = Resolver.Scope()
        scope.crowded = crowded.union(neighbours.crowded)
        if kinds.contains(.project) {
            scope.isOfProjects = true
            for place in places { places.formUnion(area.partners(of: place)) }
        }
        locals = area.entities(places)
        result = resolver.resolve(locals, judgements: persons.judgements, undone: persons.undone, scope: scope)
    }
}
