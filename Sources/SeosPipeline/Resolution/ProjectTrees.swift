internal import SeosModel
internal import SeosStore

/// The decisions that hold the members of projects together, as trees.
final class ProjectTrees {
    private let update: GraphUpdate
    private var known: [Int64: Tree] = [:]
    /// More decisions are not looked at one by one.
    static let limit = 4_000

    private struct Tree {
        var decisions: [ProjectDecision]
        /// The decisions of each mention, by number.
        var neighbours: [Int64: [Int]] = [:]
    }

    init(_ update: GraphUpdate) { self.update = update }

    /// The decisions that join some members of an entity with one another; nil when they do not.
    func paths(between mentions: Set<Int64>, in entity: Int64) throws -> [ProjectDecision]? {
        guard let start = mentions.min(), mentions.count > 1 else { return mentions.isEmpty ? nil : [] }
        let tree = try tree(entity)
        // The way back from each to the start.
        var way: [Int64: (mention: Int64, decision: Int)] = [:]
        var seen: Set<Int64> = [start]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let mention = queue[next]
            next += 1
            for n in tree.neighbours[mention] ?? [] {
                let decision = tree.decisions[n]
                let other = decision.left == mention ? decision.right : decision.left
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
        return found.count > Self.limit ? nil : found.sorted().map { tree.decisions[$0] }
    }

    private func tree(_ entity: Int64) throws -> Tree {
        if let tree = known[entity] { return tree }
        var tree = Tree(decisions: try update.projectDecisions(in: entity))
        for (n, decision) in tree.decisions.enumerated() {
            tree.neighbours[decision.left, default: []].append(n)
            tree.neighbours[decision.right, default: []].append(n)
        }
        known[entity] = tree
        return tree
    }
}
