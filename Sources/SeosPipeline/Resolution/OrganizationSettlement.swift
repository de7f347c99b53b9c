internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Resolves some organizations with all that their resolution can depend on; pairs of others are not judged again.
///
/// A page that names a body as another page did, and says nothing else of it, joins that body without a look at its other
/// members: an echo.
struct OrganizationSettlement: GrowingCore {
    typealias Place = ResolvedGraph.Place

    private(set) var core: Set<Place> = []
    private(set) var locals: [LocalEntity] = []
    private(set) var result = Resolver.Result()

    private let area: Neighbourhood
    private let resolver: Resolver
    private let persons: PersonDecisions
    private let neighbours: NameNeighbours
    private let projects: ProjectChanges
    /// Organizations whose pairs are judged.
    private let fresh: Set<Place>
    /// Keys of what changed documents tell of.
    private let keys: [Place: [ResolutionKey]]
    /// Projects whose lists of partners are aligned.
    private var lists: Set<Int64>
    /// How many documents of a project are looked at for alignments that hold no longer.
    private let tellers: Int
    private var listed: [Int64: Set<Place>] = [:]
    private var told: [Int64: [Int64]] = [:]
    private var holders: KeyHolders
    private var context: Set<Place> = []
    private var documents: Set<Int64> = []
    var pending: [Place] = []
    var isOutdated = false
    /// Entities all of whose members are looked at.
    private var entities: Set<Int64> = []
    private var unopened: [Int64] = []
    private var echoes: [Place: Int64] = [:]
    private var partners: Set<Place> = []
    /// Domains that organizations of too many names have.
    private var crowded: Set<UInt64> = []
    private var known: Set<JudgedPair> = []
    private var outdated: Set<JudgedPair> = []
    private static let limit = 30_000
    private static let documentLimit = 3_000

    /// - Parameters:
    ///   - keys: those of what changed documents tell of.
    ///   - fresh: organizations whose pairs are to be judged.
    ///   - lists: projects whose lists of partners changed.
    ///   - changed: how many documents changed.
    init(
        _ area: Neighbourhood, _ resolver: Resolver, _ persons: PersonDecisions, _ neighbours: NameNeighbours,
        _ projects: ProjectChanges, keys: [Place: [ResolutionKey]], fresh: Set<Place>, lists: Set<Int64>, changed: Int
    ) {
        self.area = area
        self.resolver = resolver
        self.persons = persons
        self.neighbours = neighbours
        self.projects = projects
        self.fresh = fresh
        self.keys = keys
        self.lists = lists
        tellers = KeyFamily.tellersLimit + changed
        holders = KeyHolders(area.update)
    }

    /// - Parameter gone: entities that documents no longer tell of.
    mutating func run(_ seeds: some Sequence<Place>, gone: some Sequence<Int64>) throws {
        echoes = try Echoes(area, persons, keys: keys, gone: gone).find(fresh)
        for place in fresh { try see(place) }
        for project in lists.sorted() { try align(project) }
        for place in seeds { try enter(place) }
        for place in fresh { try enter(place) }
        for mention in persons.mentions { for place in try area.update.places(of: mention) { try stand(place) } }
        try settle()
    }

    /// Brings what is kept of single pairs up to date.
    func save() throws {
        for pair in outdated { try area.update.remove(pair: pair) }
        try area.update.insert(
            pairs: result.judged.map { JudgedPair($0, locals, isQuestion: false) }
                + result.asked.map { JudgedPair($0, locals, isQuestion: true) })
    }

    // MARK: What is compared

    /// Reads the document of an organization whose pairs are judged, and whom it is compared with.
    private mutating func see(_ place: Place) throws {
        guard let row = try area.row(place), row.kind == .organization else { return }
        try read(place.document)
        for project in try projectsOf(place) {
            guard let entity = try projects.entity(project) else { continue }
            if try tellers(of: entity).prefix(KeyFamily.tellersLimit).contains(place.document) { lists.insert(entity) }
            // Partners of one project are compared with each other, as far as they are among the first.
            for document in try tellers(of: entity) { try read(document) }
        }
        for e in area.entities([place]) {
            if let key = KeyFamily.domain(of: e) { try see(domain: key) }
            for spelling in e.spellings {
                let first = try area.update.firstHolders(of: spelling.id, limit: KeyFamily.representativeLimit)
                for holder in first { try stand(holder.place) }
                guard first.contains(where: { $0.place == place }) else { continue }
                for holder in first { try read(holder.document) }
                for other in try neighbours.close(to: spelling) {
                    for holder in try area.update.firstHolders(of: other.id, limit: KeyFamily.representativeLimit) {
                        try read(holder.document)
                    }
                }
            }
        }
    }

    /// Reads the documents of those whom a domain is compared by.
    private mutating func see(domain key: UInt64) throws {
        let first = try area.update.firstHolders(of: Int64(bitPattern: key), limit: (KeyFamily.domain.limit ?? 0) + 1)
        if first.count > KeyFamily.domain.limit ?? 0 {
            crowded.insert(key)
            return
        }
        for holder in first { try read(holder.document) }
    }

    /// Takes the lists of partners of a project to be aligned, and what is known of those in them.
    private mutating func align(_ project: Int64) throws {
        var all: Set<Place> = []
        var first: Set<Place> = []
        for (n, document) in try tellers(of: project).enumerated() where n < tellers {
            try read(document)
            for place in try area.document(document) where try projects.entity(place) == project {
                let partners = area.partners(of: place)
                all.formUnion(partners)
                if n < KeyFamily.tellersLimit { first.formUnion(partners) }
            }
        }
        listed[project] = all
        for partner in all {
            for pair in try area.update.pairs(with: partner) {
                if isOutdated(pair) {
                    outdated.insert(pair)
                } else if first.contains(pair.left), first.contains(pair.right) {
                    known.insert(pair)
                }
            }
        }
    }

    /// The first documents that tell of a project's partners: those whose lists are aligned, and those whose partners are
    /// compared with each other.
    private mutating func tellers(of project: Int64) throws -> [Int64] {
        if let known = told[project] { return known }
        var found: [Int64] = []
        var partners: Set<Place> = []
        try projects.forEachMember(of: project) { place in
            try area.document(place.document)
            let own = area.partners(of: place)
            partners.formUnion(own)
            if !own.isEmpty, found.last != place.document { found.append(place.document) }
            return found.count < tellers || partners.count < KeyFamily.listLimit
        }
        told[project] = found
        return found
    }

    private func projectsOf(_ organization: Place) throws -> [Place] {
        try area.document(organization.document).filter {
            area.rows[$0]?.kind == .project && area.partners(of: $0).contains(organization)
        }
    }

    /// Takes all organizations and projects of a document as something to compare with.
    private mutating func read(_ document: Int64) throws {
        guard documents.insert(document).inserted else { return }
        if documents.count > Self.documentLimit { throw GraphRevision.TooFar() }
        for place in try area.document(document) {
            guard let kind = area.rows[place]?.kind else { continue }
            if kind == .organization || kind == .project { context.insert(place) }
            // Reasons name the first member of a project.
            if kind == .project, let entity = try projects.entity(place),
                let first = try projects.firstMember(of: entity)
            {
                _ = try area.row(first)
                context.insert(first)
            }
        }
    }

    private mutating func stand(_ place: Place) throws {
        if let row = try area.row(place), row.kind == .organization { context.insert(place) }
    }

    // MARK: The core

    /// Takes an organization into the core, with all that was one with it or could be.
    private mutating func enter(_ place: Place) throws {
        try add(place)
        while let entity = unopened.popLast() {
            partners.formUnion(try area.update.partners(of: entity))
            for member in try area.members(entity) { try add(member) }
            for pair in try area.update.pairs(ofMembers: entity) {
                if isOutdated(pair) {
                    outdated.insert(pair)
                    continue
                }
                guard try area.row(pair.left) != nil, try area.row(pair.right) != nil else { continue }
                known.insert(pair)
                for side in [pair.left, pair.right] { try pair.isQuestion ? stand(side) : add(side) }
            }
        }
    }

    private mutating func add(_ place: Place) throws {
        guard let row = try area.row(place), row.kind == .organization, core.insert(place).inserted else { return }
        if core.count > Self.limit { throw GraphRevision.TooFar() }
        pending.append(place)
        guard let entity = row.entityID, entities.insert(entity).inserted else { return }
        unopened.append(entity)
        echoes = echoes.filter { $0.value != entity }
    }

    private func isOutdated(_ pair: JudgedPair) -> Bool {
        if fresh.contains(pair.left) || fresh.contains(pair.right) { return true }
        return Resolver.isOfLists(pair.rule)
            && listed.values.contains { $0.contains(pair.left) && $0.contains(pair.right) }
    }

    mutating func expand(_ batch: [Place]) throws {
        for place in batch {
            for key in try area.keys(of: place) { for other in try holders.compared(by: key) { try stand(other) } }
        }
    }

    mutating func resolve() throws {
        neighbours.share()
        var places = core.union(context)
        var settled = SettledEntities()
        for place in context where !core.contains(place) && area.rows[place]?.kind == .organization {
            if let first = try settled.add(place, area) { places.insert(first) }
        }
        locals = area.entities(places)
        var index: [Place: Int] = [:]
        for (n, e) in locals.enumerated() { index[e.place] = n }
        // The first of each project's members that were read stands for it.
        var first: [Int64: Int] = [:]
        var roots = Array(locals.indices)
        for (n, e) in locals.enumerated() where e.kind == .project {
            guard let entity = try projects.entity(e.place) else { continue }
            if let root = first[entity] { roots[n] = root } else { first[entity] = n }
        }
        var scope = Resolver.Scope()
        scope.crowded = neighbours.crowded.union(holders.crowded).union(crowded)
        scope.projects = roots
        scope.settled = locals.map { settled.number(of: $0.place) }
        var given = Resolver.Scope.Known()
        given.fresh = Set(fresh.compactMap { index[$0] })
        given.partners = Set(partners.compactMap { index[$0] })
        given.lists = Set(lists.compactMap { first[$0] })
        for pair in known {
            guard let a = index[pair.left], let b = index[pair.right] else { continue }
            let join = Join(
                left: min(a, b), right: max(a, b), score: pair.score, reason: pair.reason, rule: pair.rule)
            if pair.isQuestion { given.questions.append(join) } else { given.joins.append(join) }
        }
        scope.known = given
        result = resolver.resolve(locals, judgements: persons.judgements, undone: persons.undone, scope: scope)
    }

    // MARK: Growing

    /// Takes in what could be joined with something inside.
    mutating func grow() throws {
        for (n, (a, b)) in result.influences.enumerated() where locals[a].kind == .organization {
            let (x, y) = (locals[a].place, locals[b].place)
            // By its name and code an echo joins those whom the other joined before.
            let isClear = n < result.namedInfluences || resolver.haveOneName(locals[a], locals[b])
            for (one, other) in [(x, y), (y, x)] where core.contains(one) {
                if echoes[one] == nil {
                    if !core.contains(other) { try enter(other) }
                } else if !isClear {
                    try wake(one)
                    try enter(other)
                }
            }
        }
        for place in try SettledEntities.joined(locals, result.cluster, core, area) { try enter(place) }
        // Lists that are aligned otherwise than before concern those in them.
        let before = outdated.filter { Resolver.isOfLists($0.rule) && !$0.isQuestion }
        let now = result.judged.filter { Resolver.isOfLists($0.rule) }
        for pair in before.symmetricDifference(now.map { JudgedPair($0, locals, isQuestion: false) }) {
            for side in [pair.left, pair.right] {
                try wake(side)
                try enter(side)
            }
        }
    }

    /// Looks at all members of the entity that an echo joins.
    private mutating func wake(_ echo: Place) throws {
        guard let entity = echoes[echo] else { return }
        for member in try area.members(entity) { try enter(member) }
    }
}
