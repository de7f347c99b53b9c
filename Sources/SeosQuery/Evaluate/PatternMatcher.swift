/// Finds all ways to fill the patterns of one MATCH: steps in a fixed order, each filling or testing variables and
/// calling the next one, with backtracking. No relationship is used twice in one way.
final class PatternMatcher {
    private let steps: [MatchStep]
    private let end: FoundStep
    private let used: UsedRelationships

    init(_ steps: [MatchStep], end: FoundStep, used: UsedRelationships) {
        self.steps = steps
        self.end = end
        self.used = used
        let all = steps + [end]
        for (a, b) in zip(all, all.dropFirst()) { a.link(to: b) }
    }

    /// Runs with the ways handed to `found`, which answers whether more are wanted.
    func run(_ frame: Frame, _ found: @escaping () throws -> Bool) throws -> Bool {
        let outer = end.found
        end.found = found
        defer { end.found = outer }
        return try start(frame)
    }

    /// Runs with the ways handed to the operator's next.
    func run(_ frame: Frame, into operation: MatchOperator) throws -> Bool {
        end.operation = .passUnretained(operation)
        return try start(frame)
    }

    private func start(_ frame: Frame) throws -> Bool {
        used.removeAll()
        for step in steps { step.reset() }
        return try steps.first?.run(frame) ?? end.run(frame)
    }

    /// Takes the last step for counting only: see `ExpandStep.isCounted`.
    func lastExpansion() -> ExpandStep? { steps.last as? ExpandStep }
}

/// One step of a MATCH. The answer says whether more is wanted.
class MatchStep {
    /// Held by the matcher; not counted here, since it is called for every way.
    private final var next: Unmanaged<MatchStep>?

    final func link(to next: MatchStep) { self.next = .passUnretained(next) }

    /// Before every run of the matcher.
    func reset() {}

    func run(_ frame: Frame) throws -> Bool { try forward(frame) }

    @inline(__always)
    final func forward(_ frame: Frame) throws -> Bool {
        guard let next else { return true }
        return try next._withUnsafeGuaranteedRef { try $0.run(frame) }
    }
}

/// All steps are done: one way is found.
final class FoundStep: MatchStep {
    enum Probe { case open, found }

    /// Set while a step only asks whether there is a way from where it is.
    var probe: Probe?
    var found: () throws -> Bool = { true }
    var operation: Unmanaged<MatchOperator>?

    override func run(_ frame: Frame) throws -> Bool {
        if probe != nil {
            probe = .found
            return false
        }
        guard let operation else { return try found() }
        return try operation._withUnsafeGuaranteedRef { try $0.found(frame) }
    }
}

typealias NodeTest = (NodeKey) throws -> Bool

/// Every node that an access to the graph gives.
final class ScanStep: MatchStep {
    enum Access {
        case all
        case label(Int)
        case labels([Int])
        /// No node can have the label.
        case nothing
        case lookup(label: Int, property: String, kind: GraphLookup, value: Evaluation)
    }

    private let slot: Int
    private let access: Access
    private let test: NodeTest?
    private let graph: any GraphSource
    private let budget: Budget

    init(slot: Int, access: Access, test: NodeTest?, graph: any GraphSource, budget: Budget) {
        self.slot = slot
        self.access = access
        self.test = test
        self.graph = graph
        self.budget = budget
    }

    override func run(_ frame: Frame) throws -> Bool {
        func visit(_ node: NodeKey) throws -> Bool {
            try budget.step()
            if let test, try !test(node) { return true }
            frame.slots[slot] = .node(node)
            return try forward(frame)
        }
        switch access {
        case .nothing: return true
        case .all: return try graph.forEachNode(label: nil, visit)
        case .label(let label): return try graph.forEachNode(label: label, visit)
        case .labels(let labels):
            for label in labels where try !graph.forEachNode(label: label, visit) { return false }
            return true
        case .lookup(let label, let property, let kind, let value):
            guard let found = try graph.nodes(label: label, property: property, kind, value(frame)) else {
                return try graph.forEachNode(label: label, visit)
            }
            for node in found where try !visit(node) { return false }
            return true
        }
    }
}

/// A variable that holds a node already.
final class KnownStep: MatchStep {
    private let slot: Int
    private let test: NodeTest?

    init(slot: Int, test: NodeTest?) {
        self.slot = slot
        self.test = test
    }

    override func run(_ frame: Frame) throws -> Bool {
        guard case .node(let node) = frame.slots[slot], try test?(node) ?? true else { return true }
        return try forward(frame)
    }
}

final class FilterStep: MatchStep {
    private let condition: Evaluation

    init(_ condition: @escaping Evaluation) { self.condition = condition }

    override func run(_ frame: Frame) throws -> Bool {
        guard case .boolean(true) = try condition(frame) else { return true }
        return try forward(frame)
    }
}

/// A named path, once its parts are filled.
final class PathStep: MatchStep {
    private let slot: Int
    private let start: Int
    /// The places of its relationships, one or a list each.
    private let relationships: [Int]

    init(slot: Int, start: Int, relationships: [Int]) {
        self.slot = slot
        self.start = start
        self.relationships = relationships
    }

    override func run(_ frame: Frame) throws -> Bool {
        frame.slots[slot] = path(frame)
        return try forward(frame)
    }

    private func path(_ frame: Frame) -> Value {
        guard case .node(var node) = frame.slots[start] else { return .null }
        var nodes = [node]
        var taken: [RelationshipRef] = []
        for place in relationships {
            let items: [Value]
            switch frame.slots[place] {
            case .list(let list): items = list
            case let single: items = [single]
            }
            for case .relationship(let r) in items {
                node = r.other(than: node)
                nodes.append(node)
                taken.append(r)
            }
        }
        return .path(PathValue(nodes: nodes, relationships: taken))
    }
}
