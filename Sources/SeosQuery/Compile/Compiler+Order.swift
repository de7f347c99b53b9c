/// The order in which SQLite reads the tables of a branch. It knows nothing of how full they are unless somebody has
/// run ANALYZE, and then begins where an index looks promising: with all documents of the graph, for example.
extension Compiler {
    /// The tables of one branch by the node or relationship they belong to.
    struct BranchTables {
        /// Nil where a node's own table is not needed.
        var nodes: [String?]
        var steps: [String]
    }

    /// From what earlier clauses have bound, or the node with the fewest candidates, along the relationship that
    /// multiplies the rows least.
    func ordered(
        _ tables: BranchTables, _ branch: PatternBranch, _ graph: PatternGraph, _ condition: Expression?,
        _ before: Scope
    ) throws -> [Rows.Table] {
        var known = Set(branch.nodes.indices.filter { isBound(branch.nodes[$0], graph) })
        var result: [Rows.Table] = []
        // Where this MATCH hangs on nothing before it, SQLite may put its beginning before the rows that are there.
        var isOrdered = !known.isEmpty
        func add(_ table: String?) {
            guard let table else { return }
            result.append(Rows.Table(sql: table, isOrdered: isOrdered))
            isOrdered = true
        }
        func reach(_ node: Int) { if known.insert(node).inserted { add(tables.nodes[node]) } }
        var rest = Array(branch.steps.indices)
        let starts = try branch.nodes.map { try candidates($0, graph, condition, before) }
        while !rest.isEmpty || known.count < branch.nodes.count {
            if let next = try nextStep(rest, known, branch, graph) {
                rest.removeAll { $0 == next }
                add(tables.steps[next])
                reach(branch.steps[next].from)
                reach(branch.steps[next].to)
                continue
            }
            guard let start = branch.nodes.indices.filter({ !known.contains($0) }).min(by: { starts[$0] < starts[$1] })
            else { break }
            // Without a table of its own it begins with the rows of a relationship.
            if tables.nodes[start] == nil, let step = rest.first(where: { branch.steps[$0].touches(start) }) {
                rest.removeAll { $0 == step }
                add(tables.steps[step])
                reach(branch.steps[step].from)
                reach(branch.steps[step].to)
            }
            reach(start)
        }
        return result
    }

    private func isBound(_ node: PatternBranch.Node, _ graph: PatternGraph) -> Bool {
        node.members.contains { graph.nodes[$0].bound != nil }
    }

    /// About how many nodes a branch may begin with.
    private func candidates(
        _ node: PatternBranch.Node, _ graph: PatternGraph, _ condition: Expression?, _ before: Scope
    ) throws -> Double {
        guard let label = mapping.label(code: node.label) else { return 0 }
        let all = Double(try statistics.count(label: node.label))
        var best = all
        func found(_ property: String, _ share: Double) {
            best = min(best, label.isIndexed(property) ? max(1, all * share) : all / 10)
        }
        for member in node.members {
            for property in graph.nodes[member].properties { found(property.name.text, 0) }
            guard let name = graph.nodes[member].variable, let condition else { continue }
            for part in PatternLayout.parts(condition) {
                guard let lookup = PatternLayout.lookup(part, name) else { continue }
                let isLater = lookup.value.contains {
                    if case .variable(let other) = $0.kind { before[other] == nil } else { false }
                }
                if isLater { continue }
                if lookup.kind == .part {
                    best = min(best, all * lookup.share)
                } else {
                    found(lookup.property, lookup.share)
                }
            }
        }
        return best
    }

    /// The step at a known node that multiplies the rows least.
    private func nextStep(
        _ rest: [Int], _ known: Set<Int>, _ branch: PatternBranch, _ graph: PatternGraph
    ) throws -> Int? {
        var best: (step: Int, fan: Double)?
        for index in rest {
            let step = branch.steps[index]
            if graph.edges[step.edge].bound != nil { return index }
            guard known.contains(step.from) || known.contains(step.to) else { continue }
            let fan = try fan(step, known, branch, graph)
            if fan < best?.fan ?? .infinity { best = (index, fan) }
        }
        return best?.step
    }

    private func fan(
        _ step: PatternBranch.Step, _ known: Set<Int>, _ branch: PatternBranch, _ graph: PatternGraph
    ) throws -> Double {
        guard let part = mapping.type(code: step.type)?.parts[step.part] else { return 1 }
        let isFromKnown = known.contains(step.from)
        let target = isFromKnown ? step.to : step.from
        let (near, far) = isFromKnown == step.isForward ? (part.sources, part.targets) : (part.targets, part.sources)
        var fan = try Double(statistics.count(table: part.table)) / max(1, statistics.count(labels: near))
        let label = LabelSet(code: branch.nodes[target].label)
        fan *= try statistics.count(labels: far.intersection(label)) / max(1, statistics.count(labels: far))
        if known.contains(target) { return fan / max(1, try statistics.count(labels: label)) }
        if !graph.edges[step.edge].properties.isEmpty { fan /= 4 }
        if branch.nodes[target].members.contains(where: { !graph.nodes[$0].properties.isEmpty }) { fan /= 10 }
        return fan
    }
}
