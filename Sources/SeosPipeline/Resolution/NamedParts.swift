internal import SeosModel
internal import SeosResolve
internal import SeosStore

/// Which members of a project numbers and names join, whatever else pages say of it; and which projects stay apart
/// since a page tells of both.
///
/// Names come first in resolution. What they join in two projects that one page tells apart is never made one by what
/// pages say.
final class NamedParts {
    typealias Place = ResolvedGraph.Place

    private let area: Neighbourhood
    private var known: [Int64: MentionSets] = [:]

    init(_ area: Neighbourhood) { self.area = area }

    /// Whether two projects stay two, as far as concerns those who are joined with some of their members by what pages say.
    func areApart(_ left: [Place], of one: Int64, _ right: [Place], of other: Int64) throws -> Bool {
        guard let a = try part(of: left, in: one), let b = try part(of: right, in: other) else { return false }
        return try area.update.mentions(shared: one, other).contains {
            known[one]?.root($0) == a && known[other]?.root($1) == b
        }
    }

    /// What stands for those members that are joined with these by names; nil when these are not joined so.
    private func part(of places: [Place], in entity: Int64) throws -> Int64? {
        if known[entity] == nil {
            var sets = MentionSets()
            for decision in try area.update.projectDecisions(in: entity)
            where !ProjectAppends.isOfContext(decision.maker) {
                _ = sets.union(decision.left, decision.right)
            }
            known[entity] = sets
        }
        let mentions = try places.compactMap { try area.row($0)?.firstMention }
        let parts = Set(mentions.compactMap { known[entity]?.root($0) })
        return parts.count == 1 ? parts.first : nil
    }
}
