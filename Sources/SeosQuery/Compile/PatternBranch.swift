/// One way a pattern can be read: every node has one label, every relationship one table and one direction, every
/// path of variable length one length. A pattern's meaning is the union (ALL) of its branches.
struct PatternBranch {
    struct Node {
        /// The pattern's nodes that are this node: several when a path of length 0 joins them.
        var members: [Int]
        var label: Int
    }

    struct Step {
        /// The edge of the pattern this belongs to.
        var edge: Int
        /// Indices into `nodes`.
        var from: Int
        var to: Int
        var type: Int
        var part: Int
        var isForward: Bool

        func touches(_ node: Int) -> Bool { from == node || to == node }
    }

    var nodes: [Node]
    var steps: [Step]

    /// SQLite joins at most 500 SELECTs in one statement.
    static let most = 400

    static func all(of graph: PatternGraph, mapping: GraphMapping, range: Range<Int>) throws -> [PatternBranch] {
        var enumeration = Enumeration(graph: graph, mapping: mapping, range: range)
        try enumeration.run()
        return enumeration.branches
    }
}

/// Depth-first search over lengths, then tables, directions and labels. Recursion goes as deep as the pattern has
/// relationships, which the limit on tables keeps below 64.
private struct Enumeration {
    let graph: PatternGraph
    let mapping: GraphMapping
    let range: Range<Int>
    var branches: [PatternBranch] = []
    private var work = 0

    /// Tables in one SELECT, SQLite's own limit.
    private static let mostTables = 64

    init(graph: PatternGraph, mapping: GraphMapping, range: Range<Int>) {
        self.graph = graph
        self.mapping = mapping
        self.range = range
    }

    private struct Shape {
        var members: [[Int]]
        var domains: [LabelSet]
        var steps: [PatternBranch.Step]
    }

    mutating func run() throws {
        if graph.edges.count >= Self.mostTables || graph.nodes.count > 2 * Self.mostTables {
            throw QueryFault(
                .unsupported, "this pattern has more than \(Self.mostTables - 1) relationships", at: range)
        }
        try chooseLengths([])
    }

    private mutating func spend() throws {
        work += 1
        if work > 50_000 || branches.count > PatternBranch.most {
            throw QueryFault(
                .unsupported,
                "this pattern can be read in more than \(PatternBranch.most) ways of labels, types and lengths",
                at: range, hint: "name the labels and relationship types, or shorten the lengths")
        }
    }

    private mutating func chooseLengths(_ lengths: [Int]) throws {
        try spend()
        if lengths.count == graph.edges.count {
            if let shape = shape(lengths) { try chooseTables(shape, 0) }
            return
        }
        let edge = graph.edges[lengths.count]
        for length in edge.least...edge.most { try chooseLengths(lengths + [length]) }
    }

    /// The nodes and single relationships that given lengths amount to; nil when a label rules them out.
    private func shape(_ lengths: [Int]) -> Shape? {
        var group = Array(graph.nodes.indices)
        for (edge, length) in zip(graph.edges, lengths) where length == 0 {
            let (a, b) = (group[edge.from], group[edge.to])
            for i in group.indices where group[i] == b { group[i] = a }
        }
        var position: [Int: Int] = [:]
        var shape = Shape(members: [], domains: [], steps: [])
        for (i, node) in graph.nodes.enumerated() {
            if let known = position[group[i]] {
                shape.members[known].append(i)
                shape.domains[known].formIntersection(node.labels)
            } else {
                position[group[i]] = shape.members.count
                shape.members.append([i])
                shape.domains.append(node.labels)
            }
        }
        if shape.domains.contains([]) { return nil }
        for (e, (edge, length)) in zip(graph.edges, lengths).enumerated() where length > 0 {
            var from = position[group[edge.from]] ?? 0
            for i in 1...length {
                var to = position[group[edge.to]] ?? 0
                if i < length {
                    to = shape.members.count
                    shape.members.append([])
                    shape.domains.append(mapping.allLabels)
                }
                shape.steps.append(.init(edge: e, from: from, to: to, type: 0, part: 0, isForward: true))
                from = to
            }
        }
        return shape
    }

    private mutating func chooseTables(_ shape: Shape, _ index: Int) throws {
        try spend()
        if index == shape.steps.count { return try chooseLabels(shape, 0) }
        let step = shape.steps[index]
        let edge = graph.edges[step.edge]
        for code in edge.types where edge.bound.map({ $0.types.contains(code) }) ?? true {
            guard let type = mapping.type(code: code) else { continue }
            for (p, part) in type.parts.enumerated() {
                for forward in [true, false] {
                    if edge.direction == .forward && !forward || edge.direction == .backward && forward { continue }
                    let (source, target) = forward ? (step.from, step.to) : (step.to, step.from)
                    for s in shape.domains[source].intersection(part.sources).codes {
                        for t in shape.domains[target].intersection(part.targets).codes {
                            if source == target, s != t { continue }
                            var next = shape
                            next.domains[source] = LabelSet(code: s)
                            next.domains[target] = LabelSet(code: t)
                            next.steps[index].type = code
                            next.steps[index].part = p
                            next.steps[index].isForward = forward
                            try chooseTables(next, index + 1)
                        }
                    }
                }
            }
        }
    }

    private mutating func chooseLabels(_ shape: Shape, _ index: Int) throws {
        try spend()
        if index == shape.domains.count {
            let nodes = zip(shape.members, shape.domains).map {
                PatternBranch.Node(members: $0, label: $1.single ?? 0)
            }
            branches.append(PatternBranch(nodes: nodes, steps: shape.steps))
            return
        }
        for code in shape.domains[index].codes {
            var next = shape
            next.domains[index] = LabelSet(code: code)
            try chooseLabels(next, index + 1)
        }
    }
}
