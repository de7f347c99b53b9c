internal import CMemory
internal import SeosLanguages
internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Computes the whole graph from what all documents say and what persons decided.
///
/// One kind of thing after the other, and of the graph one entity at a time, so that memory grows with the names of one
/// kind and not with the corpus.
struct GraphResolution {
    let languages: Languages
    let store: Store
    /// Of what makes keys.
    let keysVersion: String

    /// Entities written together.
    private static let share = 512

    /// The keys of one kind's entities, and where they stand.
    private struct Keys {
        var result: KeyTable
        var places: [(document: Int64, local: Int32)]
        var nameKeys: [(key: UInt64, spelling: UInt64)]
        var spellings: [Spelling]
        var pairs: [JudgedPair]
    }

    func run(time: String) throws {
        let generation = try store.generation()
        let persons = PersonDecisions(try store.bindingDecisions())
        languages.forgetWords()
        cmemory_return_large()
        var scope = Resolver.Scope()
        scope.wantsInfluences = false
        let resolver = Resolver(
            legalForms: languages.legalForms, names: NameResources.of(languages.files), jobs: Parallel.processors)
        var assignments: [ResolvedGraph.Assignment] = []
        var kinds: [Int64: EntityKind] = [:]
        var keys: [Keys] = []
        for group: [EntityKind] in [[.region], [.contact], [.programme], [.project, .organization]] {
            let locals = try read(group)
            try release()
            let result = resolver.resolve(
                locals, judgements: persons.judgements, undone: persons.undone, scope: scope)
            for n in locals.indices {
                let first = locals[result.cluster[n]]
                let id = StableID.make(
                    first.kind.word, first.uri, String(first.span.start), String(first.span.end))
                kinds[id] = first.kind
                assignments.append(.init(documentID: locals[n].documentID, local: locals[n].local, entityID: id))
            }
            cmemory_release()
            try store.gather(
                result.joins.map { NewDecision($0, .same, locals) }
                    + result.open.map { NewDecision($0, .unsure, locals) },
                isFirst: group == [.region])
            keys.append(
                Keys(
                    result: result.keys,
                    places: locals.map { ($0.documentID, Int32(truncatingIfNeeded: $0.local)) },
                    nameKeys: result.spellings, spellings: spellings(locals),
                    pairs: result.judged.map { JudgedPair($0, locals, isQuestion: false) }
                        + result.asked.map { JudgedPair($0, locals, isQuestion: true) }))
        }
        try release()
        let pairs = keys.map(\.pairs)
        for n in keys.indices { keys[n].pairs = [] }
        try store.updateGraph(generation: generation) { update in
            try update.clear()
            try update.assignAll(assignments)
            assignments = []
            cmemory_release()
            try write(kinds, update)
            try update.forgetLostEntities()
            try update.replaceDecisions(time: time)
            try update.replaceKeys(version: keysVersion) { update in
                // Each group goes when it is written.
                keys.reverse()
                while let group = keys.popLast() {
                    try update.insert(
                        keys: group.result.rows.lazy.map {
                            ResolutionKey(
                                $0, document: group.places[Int($0.entity)].document,
                                local: Int(group.places[Int($0.entity)].local))
                        })
                    try update.insert(nameKeys: group.nameKeys.lazy.map { SpellingKey($0.key, $0.spelling) })
                    try update.insert(spellings: group.spellings)
                }
            }
            try update.clearPairs()
            for group in pairs { try update.insert(pairs: group) }
        }
    }

    /// Gives back what is kept only to be quick later: what resolution itself needs takes its place.
    private func release() throws {
        try store.releaseMemory()
        cmemory_release()
    }

    private func read(_ kinds: [EntityKind]) throws -> [LocalEntity] {
        var locals: [LocalEntity] = []
        locals.reserveCapacity(try store.localEntityCount(kinds))
        var pool = StringPool()
        try store.localEntities(kinds) { locals.append(LocalEntity($0, &pool)) }
        guard kinds.contains(.project) else { return locals }
        var evidence: [ResolvedGraph.Place: ProjectEvidence] = [:]
        var keys = PartnerKeys()
        try store.projectClaims {
            evidence[ResolvedGraph.Place($0.documentID, $0.subject), default: ProjectEvidence()].add($0, &keys)
        }
        for n in locals.indices where locals[n].kind == .project {
            guard let known = evidence[locals[n].place] else { continue }
            locals[n].evidence = known.evidence
            locals[n].partners = known.partners
        }
        return locals
    }

    /// The names that organizations have, each once.
    private func spellings(_ locals: [LocalEntity]) -> [Spelling] {
        var seen: Set<Int64> = []
        var found: [Spelling] = []
        for e in locals where e.kind == .organization {
            for spelling in e.spellings where seen.insert(spelling.id).inserted { found.append(spelling) }
        }
        return found.sorted { $0.id < $1.id }
    }

    /// Nodes and relationships of all entities; regions first, since others lie in them.
    private func write(_ kinds: [Int64: EntityKind], _ update: GraphUpdate) throws {
        var entities = EntityWriter(languages: languages, update: update, kinds: kinds, keepsNames: false)
        for id in kinds.keys.filter({ kinds[$0] == .region }).sorted() { try entities.add(id) }
        try entities.flush()
        var tree = ResolvedGraph()
        entities.tree = RegionTree(languages, try update.regions())
        tree.partOf = entities.tree?.edges ?? []
        try update.write(tree)
        for (n, id) in kinds.keys.filter({ kinds[$0] != .region }).sorted().enumerated() {
            try entities.add(id)
            if n % Self.share == Self.share - 1 { try entities.flush() }
        }
        try entities.flush()
    }
}
