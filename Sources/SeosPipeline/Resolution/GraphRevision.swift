internal import SeosLanguages
internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Brings the graph up to date with some changed documents: resolves what they can concern, and nothing else.
///
/// The graph that comes out is the one that ``GraphResolution`` makes of all documents; which of the two is at work shows
/// in the time it takes.
struct GraphRevision {
    typealias Place = ResolvedGraph.Place

    /// The change concerns so much that all is better resolved anew.
    struct TooFar: Error {}

    private let languages: Languages
    private let update: GraphUpdate
    private let time: String
    private let area: Neighbourhood
    private let resolver: Resolver
    private let names: NameResources
    private let memory = SignatureMemory()

    init(_ languages: Languages, _ update: GraphUpdate, time: String) {
        self.languages = languages
        self.update = update
        self.time = time
        area = Neighbourhood(update)
        names = NameResources.of(languages.files)
        resolver = Resolver(legalForms: languages.legalForms, names: names, jobs: Parallel.processors, memory: memory)
    }

    func run(_ changes: GraphChanges) throws {
        let persons = PersonDecisions(try update.bindingDecisions())
        var keys = KeyRevision(update, area, resolver, names, memory)
        try keys.run(changes.documents)
        var seeds = keys.seeds
        for entity in changes.entities.keys { seeds.formUnion(try area.members(entity)) }
        let neighbours = NameNeighbours(update, names, memory)
        var outcome = Outcome(mentions: changes.mentions)
        for kind: EntityKind in [.region, .contact, .programme, .project] {
            var settlement = Settlement(kind, area, resolver, persons, neighbours)
            try settlement.run(seeds, displaced: keys.displaced)
            outcome.add(settlement.locals, settlement.result, settlement.core)
            outcome.dropped += settlement.dropped
            outcome.decisions += settlement.added.map { NewDecision($0, .same, settlement.locals) }
        }
        let projects = ProjectChanges(area, outcome.entities, changes)
        var organizations = OrganizationSettlement(
            area, resolver, persons, neighbours, projects, keys: keys.own,
            fresh: keys.fresh.union(try projects.fresh()), lists: projects.lists, changed: changes.documents.count)
        try organizations.run(seeds, gone: changes.entities.keys)
        outcome.add(organizations.locals, organizations.result, organizations.core)
        try organizations.save()
        try write(outcome, changes)
        try update.gather(outcome.decisions)
        try update.replaceDecisions(of: outcome.mentions, time: time)
        try update.remove(outcome.dropped)
        try update.forgetChanges()
    }

    /// What the parts of the resolution gave.
    private struct Outcome {
        /// The entity that each of the documents' own belongs to now.
        var entities: [Place: Int64] = [:]
        var kinds: [Int64: EntityKind] = [:]
        var decisions: [NewDecision] = []
        /// What rules decided before about what was not resolved, and is not needed any more.
        var dropped: [ProjectDecision] = []
        /// First mentions of what was resolved.
        var mentions: [EntityKind: Set<Int64>]

        init(mentions: [EntityKind: Set<Int64>]) { self.mentions = mentions }

        mutating func add(_ locals: [LocalEntity], _ result: Resolver.Result, _ core: Set<Place>) {
            for (n, e) in locals.enumerated() where core.contains(e.place) {
                let first = locals[result.cluster[n]]
                let id = StableID.make(
                    first.kind.word, first.uri, String(first.span.start), String(first.span.end))
                entities[e.place] = id
                kinds[id] = first.kind
                mentions[e.kind, default: []].insert(e.firstMention)
            }
            func isOfCore(_ join: Join) -> Bool {
                core.contains(locals[join.left].place) || core.contains(locals[join.right].place)
            }
            decisions += result.joins.filter(isOfCore).map { NewDecision($0, .same, locals) }
            decisions += result.open.filter(isOfCore).map { NewDecision($0, .unsure, locals) }
        }
    }

    // MARK: Writing

    /// Writes anew the entities whose members or claims changed.
    private func write(_ outcome: Outcome, _ changes: GraphChanges) throws {
        var kinds = outcome.kinds
        var changed: [ResolvedGraph.Assignment] = []
        for (place, id) in outcome.entities {
            guard let row = try area.row(place), row.entityID != id else { continue }
            changed.append(.init(documentID: place.document, local: place.local, entityID: id))
            if let old = row.entityID { kinds[old] = row.kind }
        }
        for (id, kind) in changes.entities { kinds[id] = kind }
        var touched = Set(changes.entities.keys)
        for assignment in changed {
            touched.insert(assignment.entityID)
            if let old = try area.row(assignment.place)?.entityID { touched.insert(old) }
        }
        let subjects = try update.reassign(changed)
        let standing = try standing(changed, touched, kinds, changes)
        touched.subtract(standing.keys)
        for id in subjects where kinds[id] == nil { kinds[id] = .project }
        touched.formUnion(subjects)
        touched.formUnion(try update.projectsSharingAmounts(with: touched))
        for id in touched where kinds[id] == nil { kinds[id] = .project }

        let before = try update.regions()
        var values: Set<Int64> = []
        for id in touched.sorted() { values.formUnion(try remove(id, kinds[id] ?? .project)) }
        var entities = EntityWriter(languages: languages, update: update, kinds: kinds, keepsNames: true)
        for id in touched.filter({ kinds[$0] == .region }).sorted() { try entities.add(id) }
        try entities.flush()
        let (lost, names) = (entities.lost, entities.names)
        let tree = RegionTree(languages, try update.regions())
        for (id, countries) in standing {
            for country in countries { if let region = tree.byCode[country] { try update.addSource(id, in: region) } }
        }
        for organization in try moved(RegionTree(languages, before), tree) where touched.insert(organization).inserted {
            kinds[organization] = .organization
            values.formUnion(try remove(organization, .organization))
        }
        entities = EntityWriter(languages: languages, update: update, kinds: kinds, keepsNames: true)
        entities.tree = tree
        for id in touched.filter({ kinds[$0] != .region }).sorted() { try entities.add(id) }
        try entities.flush()
        try update.forget(entities.lost.union(lost))
        try update.forget(values: values)
        try update.replaceNames(of: touched, with: names + entities.names)
    }

    /// Entities with new members, whose nodes say already what these say; with the countries in which one document more
    /// places each.
    private func standing(
        _ changed: [ResolvedGraph.Assignment], _ touched: Set<Int64>, _ kinds: [Int64: EntityKind],
        _ changes: GraphChanges
    ) throws -> [Int64: [String]] {
        var members: [Int64: [LocalEntityRow]] = [:]
        var others = Set(changes.entities.keys)
        for assignment in changed {
            guard let row = try area.row(assignment.place) else { continue }
            members[assignment.entityID, default: []].append(row)
            if let old = row.entityID { others.formUnion([old, assignment.entityID]) }
        }
        let nodes = StandingNodes(languages: languages, update: update)
        var found: [Int64: [String]] = [:]
        for (id, rows) in members where !others.contains(id) {
            guard let kind = kinds[id], try nodes.stays(id, kind, with: rows) else { continue }
            found[id] = []
            guard kind == .organization, let country = try update.node(id, kind)?.country else { continue }
            let documents = Set(rows.filter { $0.country == country }.map(\.documentID))
            found[id] = documents.map { _ in country }
        }
        return found
    }

    private func remove(_ id: Int64, _ kind: EntityKind) throws -> [Int64] {
        try update.removeNode(id, kind)
        return try update.removeRelations(of: id)
    }

    /// Writes which region is part of which, when there are others than before.
    ///
    /// - Returns: organizations of countries that became another node.
    private func moved(_ old: RegionTree, _ new: RegionTree) throws -> [Int64] {
        guard old.regions.map(\.id) != new.regions.map(\.id) || old.byCode != new.byCode else { return [] }
        try update.removePartOf()
        var part = ResolvedGraph()
        part.partOf = new.edges
        try update.write(part)
        let codes = Set(old.byCode.keys).union(new.byCode.keys).filter { old.byCode[$0] != new.byCode[$0] }
        return try codes.sorted().flatMap { try update.organizations(in: $0) }
    }
}

extension ResolvedGraph.Assignment {
    var place: ResolvedGraph.Place { ResolvedGraph.Place(documentID, local) }
}
