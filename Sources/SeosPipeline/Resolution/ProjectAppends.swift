internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Adds pages to a project that many tell of, without a look at all of these.
///
/// What joins the others to one another is known: their decisions form a tree. A page that is joined to several of them
/// closes circles, and of each circle the join that comes last is not needed. So the tree of all follows from that tree and
/// the joins of the page.
struct ProjectAppends {
    typealias Place = ResolvedGraph.Place

    /// What became of some projects of new pages.
    struct Outcome {
        /// Joins of theirs that are needed, as pairs of indices.
        var kept: Set<[Int]> = []
        /// Decisions that were needed before.
        var dropped: [ProjectDecision] = []
    }

    let area: Neighbourhood
    let locals: [LocalEntity]
    let choices: [ProjectChoice]

    /// Whether a join follows from what pages say, and not from names and numbers.
    static func isOfContext(_ rule: String) -> Bool { rule == "project.context" }

    /// More joins are not looked at one by one.
    private static let limit = 4_000

    /// - Parameters:
    ///   - pages: projects of new pages, by index.
    ///   - entity: what they join, and nothing else.
    /// - Returns: nil when all members have to be looked at.
    func append(_ pages: Set<Int>, to entity: Int64) throws -> Outcome? {
        let choices = choices.filter { choice in
            let ends = [choice.join.left, choice.join.right]
            return ends.contains(where: pages.contains)
                && ends.allSatisfy { pages.contains($0) || entityID($0) == entity }
        }
        guard !choices.isEmpty, choices.count <= Self.limit else { return nil }
        let ends = Set(choices.flatMap { [locals[$0.join.left].firstMention, locals[$0.join.right].firstMention] })
        let standing = ends.subtracting(pages.map { locals[$0].firstMention })
        // One way to the others, and none between them: nothing closes a circle.
        if choices.count == 1 { return Outcome(kept: [[choices[0].join.left, choices[0].join.right]]) }
        guard let known = try paths(between: standing, in: entity) else { return nil }
        let order = ProjectJoinOrder(area)
        var edges: [(position: ProjectJoinOrder.Position, a: Int64, b: Int64, join: Join?, known: ProjectDecision?)] =
            []
        for choice in choices {
            let (a, b) = (locals[choice.join.left], locals[choice.join.right])
            guard let position = ProjectJoinOrder.position(choice, a.place, b.place) else { return nil }
            edges.append((position, a.firstMention, b.firstMention, choice.join, nil))
        }
        for decision in known {
            let (a, b) = (try area.update.places(of: decision.left), try area.update.places(of: decision.right))
            guard a.count == 1, b.count == 1,
                let position = try order.position(a[0], b[0], rule: decision.maker, score: decision.score)
            else { return nil }
            edges.append((position, decision.left, decision.right, nil, decision))
        }
        edges.sort { $0.position < $1.position }
        var outcome = Outcome()
        var sets = MentionSets()
        for edge in edges {
            let isNeeded = sets.union(edge.a, edge.b)
            if let join = edge.join, isNeeded { outcome.kept.insert([join.left, join.right]) }
            if let decision = edge.known, !isNeeded { outcome.dropped.append(decision) }
        }
        return outcome
    }

    /// Whether names and numbers alone join all of some pages' projects with an entity.
    func areNamed(_ pages: Set<Int>, _ entity: Int64) -> Bool {
        let named = choices.map(\.join).filter { !Self.isOfContext($0.rule) }
        var reached: Set<Int> = []
        var before = -1
        while reached.count > before, reached.count < pages.count {
            before = reached.count
            for join in named {
                for (one, other) in [(join.left, join.right), (join.right, join.left)] where pages.contains(one) {
                    if reached.contains(other) || !pages.contains(other) && entityID(other) == entity {
                        reached.insert(one)
                    }
                }
            }
        }
        return reached.count == pages.count
    }

    private func entityID(_ n: Int) -> Int64? { area.rows[locals[n].place]?.entityID }

    /// The decisions that join some members of an entity with one another; nil when they do not.
    private func paths(between mentions: Set<Int64>, in entity: Int64) throws -> [ProjectDecision]? {
        guard let start = mentions.min(), mentions.count > 1 else { return mentions.isEmpty ? nil : [] }
        let all = try area.update.projectDecisions(in: entity)
        var neighbours: [Int64: [Int]] = [:]
        for (n, decision) in all.enumerated() {
            neighbours[decision.left, default: []].append(n)
            neighbours[decision.right, default: []].append(n)
        }
        // The way back from each to the start.
        var way: [Int64: (mention: Int64, decision: Int)] = [:]
        var seen: Set<Int64> = [start]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let mention = queue[next]
            next += 1
            for n in neighbours[mention] ?? [] {
                let other = all[n].left == mention ? all[n].right : all[n].left
                guard seen.insert(other).inserted else { continue }
                way[other] = (mention, n)
                queue.append(other)
            }
        }
        var found: Set<Int> = []
        for mention in mentions where mention != start {
            guard seen.contains(mention) else { return nil }
            var at = mention
            while let step = way[at], found.insert(step.decision).inserted { at = step.mention }
        }
        return found.count > Self.limit ? nil : found.sorted().map { all[$0] }
    }
}
