internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Resolves some entities with all that their resolution can depend on, and with nothing else.
///
/// The core is what is resolved: it grows until nothing outside could be joined with anything inside. Around it stands
/// what the core is compared with. Where joins only add to one another, what is one already stands for itself with a few of
/// its members: who joins it by one of them changes nothing inside. The same holds for a project that many pages tell of,
/// and for a page that comes after those by which its short name is known.
struct Settlement {
    typealias Place = ResolvedGraph.Place

    /// Entities that may have changed; all of them existing ones.
    private(set) var core: Set<Place> = []
    private(set) var locals: [LocalEntity] = []
    private(set) var result = Resolver.Result()

    let kind: EntityKind
    private let area: Neighbourhood
    private let resolver: Resolver
    private let persons: PersonDecisions
    private let neighbours: NameNeighbours
    private var holders: KeyHolders
    private var context: Set<Place> = []
    private var pending: [Place] = []
    private var entities: Set<Int64> = []
    /// Projects that are among the first of their short name.
    private var early: Set<Place> = []
    /// More than so many are resolved with all others.
    private static let limit = 60_000
    private static let projectLimit = 2_000

    init(
        _ kind: EntityKind, _ area: Neighbourhood, _ resolver: Resolver, _ persons: PersonDecisions,
        _ neighbours: NameNeighbours
    ) {
        self.kind = kind
        self.area = area
        self.resolver = resolver
        self.persons = persons
        self.neighbours = neighbours
        holders = KeyHolders(area.update)
    }

    private var isOfProjects: Bool { kind == .project }

    /// - Parameter seeds: of any kind.
    mutating func run(_ seeds: some Sequence<Place>) throws {
        for place in seeds { try enter(place) }
        if core.isEmpty { return }
        for mention in persons.mentions { for place in try area.update.places(of: mention) { try stand(place) } }
        repeat {
            while !pending.isEmpty {
                let batch = pending
                pending = []
                try expand(batch)
            }
            try resolve()
            if isOfProjects { try grow() } else { try open() }
        } while !pending.isEmpty
    }

    /// Takes an entity into the core, with all that was one with it.
    private mutating func enter(_ place: Place) throws {
        guard let row = try area.row(place), row.kind == kind else { return }
        if let entity = row.entityID, entities.insert(entity).inserted {
            for member in try area.members(entity) { try take(member) }
        }
        try take(place)
    }

    private mutating func take(_ place: Place) throws {
        guard core.insert(place).inserted else { return }
        pending.append(place)
        if core.count > (isOfProjects ? Self.projectLimit : Self.limit) { throw GraphRevision.TooFar() }
    }

    /// Takes an entity as something to compare with.
    private mutating func stand(_ place: Place) throws {
        guard let row = try area.row(place), row.kind == kind, context.insert(place).inserted else { return }
        if row.kind == .project { try area.document(place.document) }
    }

    private mutating func expand(_ batch: [Place]) throws {
        var places = Set(batch)
        if isOfProjects { for place in batch { places.formUnion(try area.document(place.document)) } }
        let entities = area.entities(places)
        for key in resolver.keys(of: entities).rows where core.contains(entities[Int(key.entity)].place) {
            for place in try holders.compared(by: Int64(bitPattern: key.key)) {
                try stand(place)
                if KeyFamily.of(key.key) == .short { early.insert(place) }
            }
        }
        guard isOfProjects else { return }
        for place in batch {
            for partner in area.partners(of: place) {
                for e in area.entities([partner]) {
                    for spelling in e.spellings {
                        for other in try neighbours.close(to: spelling) {
                            let key = neighbours.partnerKey(of: other)
                            for place in try holders.compared(by: key) { try stand(place) }
                        }
                    }
                }
            }
        }
    }

    private mutating func resolve() throws {
        var places = core.union(context)
        var scope = Resolver.Scope()
        scope.crowded = holders.crowded.union(neighbours.crowded)
        var settled = SettledEntities()
        for place in context where !core.contains(place) {
            if let first = try settled.add(place, area) { places.insert(first) }
        }
        if isOfProjects {
            scope.isOfProjects = true
            for place in places { try area.document(place.document) }
            for place in places { places.formUnion(area.partners(of: place)) }
        }
        locals = area.entities(places)
        if !isOfProjects { scope.settled = locals.map { settled.number(of: $0.place) } }
        result = resolver.resolve(locals, judgements: persons.judgements, undone: persons.undone, scope: scope)
    }

    /// Takes in what could be joined with something inside.
    private mutating func grow() throws {
        var ways = Ways()
        for (a, b) in result.influences + result.open.map({ ($0.left, $0.right) }) where locals[a].kind == kind {
            for (one, other) in [(a, b), (b, a)] where core.contains(locals[one].place) {
                if !core.contains(locals[other].place) { ways.others[one, default: []].insert(other) }
            }
        }
        for join in result.joins where locals[join.left].kind == kind {
            for n in [join.left, join.right] { ways.kept[n, default: 0] += 1 }
        }
        let open = Set(result.open.flatMap { [[$0.left, $0.right], [$0.right, $0.left]] })
        for (n, others) in ways.others.sorted(by: { $0.key < $1.key }) {
            let joined = others.filter { !open.contains([n, $0]) }
            if let first = try late(n, others, joined, ways) {
                result.cluster[n] = first
            } else {
                for other in joined { try enter(locals[other].place) }
            }
        }
    }

    private struct Ways {
        /// Those outside that one inside may be joined with, or a person is asked about.
        var others: [Int: Set<Int>] = [:]
        /// How many joins each is in.
        var kept: [Int: Int] = [:]
    }

    /// The first member of the entity that a page's project joins by one of its pages and in one way; nil when it is not
    /// so, or when there are too few pages to tell.
    private func late(_ n: Int, _ others: Set<Int>, _ joined: Set<Int>, _ ways: Ways) throws -> Int? {
        guard let row = area.rows[locals[n].place], row.entityID == nil, !early.contains(row.place),
            ways.kept[n] == 1, let any = joined.first, let entity = area.rows[locals[any].place]?.entityID,
            !(try persons.entities(area)).contains(entity), let first = try area.firstMember(entity),
            let root = locals.firstIndex(where: { $0.place == first }), root < n
        else { return nil }
        let cluster = result.cluster[n]
        for other in others {
            let isOne = area.rows[locals[other].place]?.entityID == entity
            if isOne != (result.cluster[other] == cluster) || joined.contains(other) && !isOne { return nil }
        }
        for (k, e) in locals.enumerated() where k != n && result.cluster[k] == cluster {
            if core.contains(e.place) || area.rows[e.place]?.entityID != entity { return nil }
        }
        return root
    }

    /// Looks at all members of what is joined in more than one way, or with another: which joins are needed follows from
    /// all of them.
    private mutating func open() throws {
        var ways: [Int64: Int] = [:]
        for (a, b) in result.influences {
            let (x, y) = (locals[a].place, locals[b].place)
            guard core.contains(x) != core.contains(y) else { continue }
            let outside = core.contains(x) ? y : x
            guard let entity = try area.row(outside)?.entityID else {
                try enter(outside)
                continue
            }
            ways[entity, default: 0] += 1
            if ways[entity] == 2 { try enter(outside) }
        }
        for place in try SettledEntities.joined(locals, result.cluster, core, area) { try enter(place) }
    }
}
