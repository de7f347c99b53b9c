internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Adds pages to a project that many tell of, without a look at all of these.
///
/// What joins the others to one another is known: their decisions form a tree. A page that is joined to several of them
/// closes circles, and of each circle the join that comes last is not needed. So the tree of all follows from that tree and
/// the joins of the page.
///
/// Where a page comes before those who were the first to have a number or a name, all joins by that key are chosen anew.
/// As long as they hold together whom the joins before them held together, no other join is needed in their place.
struct ProjectAppends {
    typealias Place = ResolvedGraph.Place

    /// What became of some projects of new pages.
    struct Outcome {
        /// Joins of theirs that are needed, as pairs of indices.
        var kept: Set<[Int]> = []
        /// Joins of others with one another that are needed now, and were not before.
        var added: [Join] = []
        /// Decisions that were needed before.
        var dropped: [ProjectDecision] = []
    }

    let area: Neighbourhood
    let locals: [LocalEntity]
    let choices: [ProjectChoice]
    /// Who has the keys whose first holders are others than before.
    let displaced: [UInt64: [Place]]
    /// Projects that were not there before.
    let new: Set<Place>
    let trees: ProjectTrees

    /// Whether a join follows from what pages say, and not from names and numbers.
    static func isOfContext(_ rule: String) -> Bool { rule == "project.context" }

    /// More joins are not looked at one by one.
    private static let limit = ProjectTrees.limit

    /// - Parameters:
    ///   - pages: projects of new pages, by index; none where only keys have other first holders.
    ///   - entity: what they join, and nothing else.
    /// - Returns: nil when all members have to be looked at.
    func append(_ pages: Set<Int>, to entity: Int64) throws -> Outcome? {
        let choices = choices.filter { choice in
            let ends = [choice.join.left, choice.join.right]
            return (displaced[choice.key] != nil || ends.contains(where: pages.contains))
                && ends.allSatisfy { pages.contains($0) || entityID($0) == entity }
        }
        let moved = displaced.values.joined().compactMap { area.rows[$0] }.filter { $0.entityID == entity }
        guard !choices.isEmpty || !moved.isEmpty, choices.count <= Self.limit else { return nil }
        let ends = Set(choices.flatMap { [locals[$0.join.left].firstMention, locals[$0.join.right].firstMention] })
        let standing = ends.subtracting(pages.map { locals[$0].firstMention }).union(moved.map(\.firstMention))
        // One way to the others, and none between them: nothing closes a circle.
        if choices.count == 1, moved.isEmpty {
            return Outcome(kept: [[choices[0].join.left, choices[0].join.right]])
        }
        guard let known = try trees.paths(between: standing, in: entity) else { return nil }
        let order = ProjectJoinOrder(area, new: new)
        var edges: [Edge] = []
        for choice in choices {
            let (a, b) = (locals[choice.join.left], locals[choice.join.right])
            guard let position = ProjectJoinOrder.position(choice, a.place, b.place) else { return nil }
            edges.append(Edge(position: position, a: a.firstMention, b: b.firstMention, join: choice.join))
        }
        // What keys joined whose joins are chosen anew.
        var before: [Edge] = []
        for decision in known {
            let (a, b) = (try area.update.places(of: decision.left), try area.update.places(of: decision.right))
            guard a.count == 1, b.count == 1,
                let position = try order.position(a[0], b[0], rule: decision.maker, score: decision.score)
            else { return nil }
            let edge = Edge(position: position, a: decision.left, b: decision.right, known: decision)
            if displaced[position.key] == nil { edges.append(edge) } else { before.append(edge) }
        }
        return chosen(edges, before, pages)
    }

    /// A join in the order in which joins are chosen: one that may be new, or a known one.
    private struct Edge {
        var position: ProjectJoinOrder.Position
        var a: Int64
        var b: Int64
        var join: Join?
        var known: ProjectDecision?

        /// Two that are equal are one decision.
        var name: Name { Name(left: min(a, b), right: max(a, b), rule: join?.rule ?? known?.maker ?? "") }

        struct Name: Hashable {
            var left: Int64
            var right: Int64
            var rule: String
        }
    }

    /// - Parameter before: joins that are not chosen from any more; what they held together must still be together when
    ///   all of their key are chosen.
    /// - Returns: nil when something they held together is not.
    private func chosen(_ edges: [Edge], _ before: [Edge], _ pages: Set<Int>) -> Outcome? {
        var outcome = Outcome()
        var sets = MentionSets()
        var needed: Set<Edge.Name> = []
        var unneeded: [Edge] = []
        var checks = before.sorted { ($0.position.rule, $0.position.key) < ($1.position.rule, $1.position.key) }[...]
        func areHeld(before next: ProjectJoinOrder.Position?) -> Bool {
            while let check = checks.first {
                if let next, (next.rule, next.key) <= (check.position.rule, check.position.key) { return true }
                guard sets.root(check.a) == sets.root(check.b) else { return false }
                checks.removeFirst()
            }
            return true
        }
        var added: [Edge] = []
        for edge in edges.sorted(by: { $0.position < $1.position }) {
            guard areHeld(before: edge.position) else { return nil }
            let isNeeded = sets.union(edge.a, edge.b)
            if isNeeded { needed.insert(edge.name) } else if edge.known != nil { unneeded.append(edge) }
            guard let join = edge.join, isNeeded else { continue }
            if pages.contains(join.left) || pages.contains(join.right) {
                outcome.kept.insert([join.left, join.right])
            } else {
                added.append(edge)
            }
        }
        guard areHeld(before: nil) else { return nil }
        let known = Set((edges + before).filter { $0.known != nil }.map(\.name))
        outcome.added = added.filter { !known.contains($0.name) }.compactMap(\.join)
        outcome.dropped = (unneeded + before).filter { !needed.contains($0.name) }.compactMap(\.known)
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
}
