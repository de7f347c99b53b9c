internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Resolves some organizations with all that their resolution can depend on; pairs of others are not judged again.
struct OrganizationSettlement {
    typealias Place = ResolvedGraph.Place

    /// Projects that some organizations are partners of.
    struct Projects {
        /// The entity that a project of a document belongs to now.
        var entity: (Place) throws -> Int64?
        /// The members of such an entity, in the order of resolution.
        var members: (Int64) throws -> [Place]
    }

    private(set) var core: Set<Place> = []
    private(set) var locals: [LocalEntity] = []
    private(set) var result = Resolver.Result()

    private let area: Neighbourhood
    private let resolver: Resolver
    private let persons: PersonDecisions
    private let neighbours: NameNeighbours
    private let projects: Projects
    /// Organizations whose pairs are judged.
    private let fresh: Set<Place>
    /// Projects whose lists of partners are aligned.
    private var lists: Set<Int64>
    /// How many documents of a project are looked at for alignments that hold no longer.
    private let tellers: Int
    private var listed: [Int64: Set<Place>] = [:]
    private var told: [Int64: [Int64]] = [:]
    private var context: Set<Place> = []
    private var documents: Set<Int64> = []
    private var pending: [Place] = []
    private var entities: Set<Int64> = []
    private var expanded: Set<Int64> = []
    private var partners: Set<Place> = []
    private var known: Set<JudgedPair> = []
    private var outdated: Set<JudgedPair> = []
    private static let limit = 30_000
    private static let documentLimit = 3_000

    /// - Parameters:
    ///   - fresh: organizations whose pairs are to be judged.
    ///   - lists: projects whose lists of partners changed.
    ///   - changed: how many documents changed.
    init(
        _ area: Neighbourhood, _ resolver: Resolver, _ persons: PersonDecisions, _ neighbours: NameNeighbours,
        _ projects: Projects, fresh: Set<Place>, lists: Set<Int64>, changed: Int
    ) {
        self.area = area
        self.resolver = resolver
        self.persons = persons
        self.neighbours = neighbours
        self.projects = projects
        self.fresh = fresh
        self.lists = lists
        tellers = KeyFamily.tellersLimit + changed
    }

    mutating func run(_ seeds: some Sequence<Place>) throws {
        for place in fresh { try see(place) }
        for project in lists.sorted() { try align(project) }
        for place in seeds { try enter(place) }
        for place in fresh { try enter(place) }
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
                guard locals[a].kind == .organization, core.contains(x) != core.contains(y) else { continue }
                try enter(core.contains(x) ? y : x)
            }
        } while !pending.isEmpty
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

    /// Takes the lists of partners of a project to be aligned, and all that is known of those in them.
    private mutating func align(_ project: Int64) throws {
        var all: Set<Place> = []
        for (n, document) in try tellers(of: project).enumerated() where n < tellers {
            try read(document)
            for place in try area.document(document) where try projects.entity(place) == project {
                let partners = area.partners(of: place)
                all.formUnion(partners)
                if n < KeyFamily.tellersLimit { for partner in partners { try enter(partner) } }
            }
        }
        listed[project] = all
    }

    /// The first documents that tell of a project's partners: those whose lists are aligned, and those whose partners are
    /// compared with each other.
    private mutating func tellers(of project: Int64) throws -> [Int64] {
        if let known = told[project] { return known }
        var found: [Int64] = []
        var partners: Set<Place> = []
        for place in try projects.members(project) {
            if found.count >= tellers, partners.count >= KeyFamily.listLimit { break }
            try area.document(place.document)
            let own = area.partners(of: place)
            if own.isEmpty { continue }
            partners.formUnion(own)
            if found.last != place.document { found.append(place.document) }
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
                let first = try projects.members(entity).first
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

    private mutating func enter(_ place: Place) throws {
        guard let row = try area.row(place), row.kind == .organization, core.insert(place).inserted else { return }
        if core.count > Self.limit { throw GraphRevision.TooFar() }
        pending.append(place)
        for pair in try area.update.pairs(with: place) {
            let other = pair.left == place ? pair.right : pair.left
            if isOutdated(pair) {
                outdated.insert(pair)
            } else if try area.row(other) != nil {
                known.insert(pair)
                if pair.isQuestion { try stand(other) } else { try enter(other) }
            }
        }
        guard let entity = row.entityID, entities.insert(entity).inserted else { return }
        partners.formUnion(try area.update.partners(of: entity))
        for member in try area.members(entity) { try enter(member) }
    }

    private func isOutdated(_ pair: JudgedPair) -> Bool {
        if fresh.contains(pair.left) || fresh.contains(pair.right) { return true }
        return Resolver.isOfLists(pair.rule)
            && listed.values.contains { $0.contains(pair.left) && $0.contains(pair.right) }
    }

    private mutating func expand(_ batch: [Place]) throws {
        let entities = area.entities(Set(batch))
        for key in resolver.keys(of: entities).rows {
            guard let family = KeyFamily.of(key.key), family != .spelling,
                expanded.insert(Int64(bitPattern: key.key)).inserted
            else { continue }
            for holder in try area.update.holders(of: Int64(bitPattern: key.key)) { try stand(holder.place) }
        }
    }

    private mutating func resolve() throws {
        locals = area.entities(core.union(context))
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
        scope.crowded = neighbours.crowded
        scope.projects = roots
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
}
