internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Resolves some entities with all that their resolution can depend on, and with nothing else.
///
/// The core is what is resolved: it grows until nothing outside could be joined with anything inside. Around it stands
/// what the core is compared with. Where joins only add to one another, what is one already stands for itself with a few of
/// its members: who joins it by one of them changes nothing inside. The same holds for a project that many pages tell of,
/// and for a page that comes after those by which its short name is known.
struct Settlement: GrowingCore {
    typealias Place = ResolvedGraph.Place

    /// Entities that may have changed; all of them existing ones.
    private(set) var core: Set<Place> = []
    private(set) var locals: [LocalEntity] = []
    private(set) var result = Resolver.Result()
    /// Decisions about what stands that are needed no longer.
    private(set) var dropped: [ProjectDecision] = []
    /// Joins of what stands that are needed now, and were not before.
    private(set) var added: [Join] = []

    let kind: EntityKind
    private let area: Neighbourhood
    private let resolver: Resolver
    private let persons: PersonDecisions
    private let neighbours: NameNeighbours
    private var holders: KeyHolders
    private var context: Set<Place> = []
    var pending: [Place] = []
    var isOutdated = false
    private let parts: NamedParts
    /// Projects that stay apart, with those of their members that new pages are drawn to.
    private var apart: [Set<Int64>: [[Place]]] = [:]
    /// Pairs of projects that one page is drawn to, with those of their members that were looked at with all that holds
    /// them together.
    private var held: [Set<Int64>: Set<Place>] = [:]
    /// What holds them together.
    private var standing: Set<ProjectDecision> = []
    private let trees: ProjectTrees
    private var entities: Set<Int64> = []
    /// Who has the keys whose first holders are others than before.
    private var displaced: [UInt64: [Place]] = [:]
    /// Those of them of whose holders all is known.
    private var learned: Set<UInt64> = []
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
        parts = NamedParts(area)
        trees = ProjectTrees(area.update)
    }

    private var isOfProjects: Bool { kind == .project }

    /// - Parameters:
    ///   - seeds: of any kind.
    ///   - displaced: ``KeyRevision/displaced``.
    mutating func run(_ seeds: some Sequence<Place>, displaced: Set<Int64> = []) throws {
        for place in seeds { try enter(place) }
        if core.isEmpty { return }
        for mention in persons.mentions { for place in try area.update.places(of: mention) { try stand(place) } }
        for key in displaced where isOfProjects {
            let places = try area.update.holders(of: key).map(\.place)
            for place in places { try stand(place) }
            self.displaced[UInt64(bitPattern: key)] = places
        }
        try settle()
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

    mutating func expand(_ batch: [Place]) throws {
        for place in batch {
            for key in try area.keys(of: place) { for other in try holders.compared(by: key) { try stand(other) } }
        }
        guard isOfProjects else { return }
        for place in batch {
            try area.document(place.document)
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

    mutating func resolve() throws {
        neighbours.share()
        dropped = []
        added = []
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
        if isOfProjects {
            scope.displaced = Set(displaced.keys)
            scope.isOutside = locals.map { !core.contains($0.place) }
            scope.standing = standing(locals)
            if !apart.isEmpty {
                let index = Dictionary(
                    locals.enumerated().map { ($1.place, $0) }, uniquingKeysWith: { a, _ in a })
                scope.apart = apart.values.map { sides in sides.map { $0.compactMap { index[$0] } } }
            }
        } else {
            scope.settled = locals.map { settled.number(of: $0.place) }
        }
        result = resolver.resolve(locals, judgements: persons.judgements, undone: persons.undone, scope: scope)
    }

    mutating func grow() throws { if isOfProjects { try growByPages() } else { try open() } }

    /// Takes in what could be joined with something inside, unless that only adds to what stands.
    private mutating func growByPages() throws {
        var others: [Int: Set<Int>] = [:]
        let open = Set(result.open.flatMap { [[$0.left, $0.right], [$0.right, $0.left]] })
        for (a, b) in result.influences where locals[a].kind == kind {
            for (one, other) in [(a, b), (b, a)] where core.contains(locals[one].place) {
                if !core.contains(locals[other].place), !open.contains([one, other]) {
                    others[one, default: []].insert(other)
                }
            }
        }
        let areSeparate = try separate(others)
        if try hold(others) || areSeparate {
            isOutdated = true
            return
        }
        var appended: Set<Int> = []
        var revised: Set<Int64> = []
        for (entity, pages) in try appendable(others).sorted(by: { $0.key < $1.key }) {
            if try append(pages, to: entity) {
                appended.formUnion(pages)
                revised.insert(entity)
            }
        }
        for (n, others) in others.sorted(by: { $0.key < $1.key }) where !appended.contains(n) {
            for other in others {
                try enter(locals[other].place)
            }
        }
        try rearrange(except: revised)
    }

    /// Chooses anew what joins the others who have a key, where new pages come before those who were the first.
    ///
    /// - Parameter revised: entities of which that is done.
    private mutating func rearrange(except revised: Set<Int64>) throws {
        // Which of their partners' names are close is known when all parts of these names are.
        for key in result.doubtful where learned.insert(key).inserted {
            for place in displaced[key] ?? [] {
                for partner in area.partners(of: place) {
                    for e in area.entities([partner]) { for name in e.spellings { try neighbours.learn(name) } }
                }
            }
            isOutdated = true
        }
        if isOutdated { return }
        let decided = try persons.entities(area)
        var first: [Int64: Place] = [:]
        for place in displaced.values.joined() {
            if let entity = area.rows[place]?.entityID, first[entity] == nil { first[entity] = place }
        }
        for (entity, place) in first.sorted(by: { $0.key < $1.key })
        where !revised.contains(entity) && !entities.contains(entity) {
            if try decided.contains(entity) || !append([], to: entity) { try enter(place) }
        }
    }

    /// Finds projects that one page is drawn to and that stay apart.
    ///
    /// - Returns: whether there are some that were not known.
    private mutating func separate(_ others: [Int: Set<Int>]) throws -> Bool {
        let decided = try persons.entities(area)
        var isNew = false
        for others in others.values {
            var ends: [Int64: [Place]] = [:]
            for other in others.sorted() {
                let place = locals[other].place
                if let entity = area.rows[place]?.entityID { ends[entity, default: []].append(place) }
            }
            let entities = ends.keys.filter { !decided.contains($0) }.sorted()
            for (n, one) in entities.enumerated() where entities.count <= Self.apartLimit {
                for other in entities.dropFirst(n + 1) where apart[[one, other]] == nil {
                    guard let left = ends[one], let right = ends[other],
                        try parts.areApart(left, of: one, right, of: other)
                    else { continue }
                    apart[[one, other]] = [left, right]
                    isNew = true
                }
            }
        }
        return isNew
    }

    /// Finds what holds those parts of projects together to which one page is drawn: with the pages that tell of two of
    /// them it decides which of them the page joins, as among all.
    ///
    /// - Returns: whether there is some that was not known.
    private mutating func hold(_ others: [Int: Set<Int>]) throws -> Bool {
        let decided = try persons.entities(area)
        var isNew = false
        // Others than new pages are in the core with all that was one with them.
        for (n, others) in others where area.rows[locals[n].place]?.entityID == nil {
            var ends: [Int64: Set<Place>] = [:]
            for other in others {
                let place = locals[other].place
                if let entity = area.rows[place]?.entityID { ends[entity, default: []].insert(place) }
            }
            let all = ends.keys.sorted()
            guard all.count > 1, all.count <= Self.apartLimit, decided.isDisjoint(with: all) else { continue }
            for (n, one) in all.enumerated() {
                for other in all.dropFirst(n + 1) {
                    let places = (ends[one] ?? []).union(ends[other] ?? [])
                    let apart = Set((apart[[one, other]] ?? []).joined())
                    if places.isSubset(of: apart.union(held[[one, other]] ?? [])) { continue }
                    if try hold(one, other, places) { isNew = true }
                }
            }
        }
        return isNew
    }

    private mutating func hold(_ one: Int64, _ other: Int64, _ places: Set<Place>) throws -> Bool {
        let shared = try area.update.mentions(shared: one, other)
        guard shared.count <= Self.sharedLimit else { return false }
        var mentions: Set<Int64> = []
        var found: [ProjectDecision] = []
        for (entity, told) in [(one, shared.map(\.0)), (other, shared.map(\.1))] {
            let own = places.compactMap { area.rows[$0] }.filter { $0.entityID == entity }.map(\.firstMention)
            guard let paths = try trees.paths(between: Set(own + told), in: entity) else { return false }
            found += paths
            mentions.formUnion(told)
        }
        for decision in found { mentions.formUnion([decision.left, decision.right]) }
        for mention in mentions {
            let places = try area.update.places(of: mention)
            guard places.count == 1 else { return false }
            try stand(places[0])
        }
        standing.formUnion(found)
        held[[one, other], default: []].formUnion(places)
        return true
    }

    /// More pages that tell of two projects are looked at with all of these.
    private static let sharedLimit = 500

    /// What holds projects outside together, as joins.
    private func standing(_ locals: [LocalEntity]) -> [Join] {
        if standing.isEmpty { return [] }
        var index: [Int64: Int] = [:]
        for (n, e) in locals.enumerated() where e.kind == .project { index[e.firstMention] = n }
        return standing.compactMap { decision in
            guard let a = index[decision.left], let b = index[decision.right] else { return nil }
            return Join(
                left: min(a, b), right: max(a, b), score: decision.score, reason: "kept before", rule: decision.maker)
        }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    /// Who is drawn to more projects is looked at with all of them.
    private static let apartLimit = 12

    /// Projects of new pages that are joined with members of one entity, and with nothing else.
    private func appendable(_ others: [Int: Set<Int>]) throws -> [Int64: Set<Int>] {
        // What each cluster has beside new pages; 0 where that is more than one entity.
        var standing: [Int: Int64] = [:]
        var pages: [Int: Set<Int>] = [:]
        for (n, e) in locals.enumerated() where e.kind == kind {
            let cluster = result.cluster[n]
            if core.contains(e.place) { pages[cluster, default: []].insert(n) }
            guard let entity = area.rows[e.place]?.entityID else { continue }
            let isOne = !core.contains(e.place) && standing[cluster] ?? entity == entity
            standing[cluster] = isOne ? entity : 0
        }
        let decided = try persons.entities(area)
        var found: [Int64: Set<Int>] = [:]
        for (cluster, pages) in pages {
            guard let entity = standing[cluster], entity != 0, !decided.contains(entity) else { continue }
            found[entity, default: []].formUnion(pages)
        }
        return found.filter { entity, pages in
            pages.allSatisfy { n in
                others[n]?.allSatisfy { isOf(entity, $0) || isApart(entity, n, $0) } ?? true
                    && !persons.mentions.contains(locals[n].firstMention)
                    && !persons.undoneMentions.contains(locals[n].firstMention)
            }
        }
    }

    private func isOf(_ entity: Int64, _ n: Int) -> Bool { area.rows[locals[n].place]?.entityID == entity }

    /// Whether a page's project was not joined with another although they are alike, since that stays apart from its own.
    private func isApart(_ entity: Int64, _ page: Int, _ other: Int) -> Bool {
        guard let id = area.rows[locals[other].place]?.entityID, result.cluster[page] != result.cluster[other],
            !result.isUpset
        else { return false }
        let place = locals[other].place
        return apart[[entity, id]]?.contains { $0.contains(place) } == true
            || held[[entity, id]]?.contains(place) == true
    }

    /// - Returns: false when all members of the entity have to be looked at.
    private mutating func append(_ pages: Set<Int>, to entity: Int64) throws -> Bool {
        guard let first = try area.firstMember(entity), let root = locals.firstIndex(where: { $0.place == first }),
            pages.allSatisfy({ root < $0 })
        else { return false }
        let appends = ProjectAppends(
            area: area, locals: locals, choices: result.choices, displaced: displaced,
            new: core.filter { area.rows[$0]?.entityID == nil }, trees: trees)
        // A page that tells of two projects tells them apart, unless their names join them.
        let documents = pages.map { locals[$0].documentID }
        if Set(documents).count < documents.count, !appends.areNamed(pages, entity) { return false }
        for document in Set(documents) {
            if try area.document(document).contains(where: { area.rows[$0]?.entityID == entity }) { return false }
        }
        guard let outcome = try appends.append(pages, to: entity) else { return false }
        func isOfPages(_ join: Join) -> Bool { pages.contains(join.left) || pages.contains(join.right) }
        let kept = result.joins.filter { isOfPages($0) && outcome.kept.contains([$0.left, $0.right]) }
        guard kept.count == outcome.kept.count else { return false }
        result.joins = result.joins.filter { !isOfPages($0) } + kept
        result.open.removeAll { join in
            isOfPages(join)
                && [join.left, join.right].allSatisfy {
                    pages.contains($0) || area.rows[locals[$0].place]?.entityID == entity
                }
        }
        for n in pages { result.cluster[n] = root }
        dropped += outcome.dropped
        added += outcome.added
        return true
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
