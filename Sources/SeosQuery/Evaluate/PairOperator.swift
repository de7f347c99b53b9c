/// Pairs of nodes with the number of neighbours they share.
final class PairOperator: Operator {
    private let slots: (a: Int, b: Int, count: Int)
    private let sharesTargets: Bool
    private let isDescending: Bool
    private let least: Evaluation?
    private let budget: Budget
    private let label: Int
    private let adjacency: () throws -> Adjacency?

    init(
        slots: (Int, Int, Int), sharesTargets: Bool, label: Int, isDescending: Bool, least: Evaluation?,
        budget: Budget, _ adjacency: @escaping () throws -> Adjacency?
    ) {
        self.slots = (slots.0, slots.1, slots.2)
        self.sharesTargets = sharesTargets
        self.label = label
        self.isDescending = isDescending
        self.least = least
        self.budget = budget
        self.adjacency = adjacency
    }

    override func push(_ frame: Frame) throws -> Bool {
        guard let adjacency = try adjacency() else {
            throw QueryFault(.tooLong, "pairs cannot be counted over this graph", at: nil)
        }
        var bound: Int64 = 1
        if let least, case .integer(let n) = try least(frame) { bound = n }
        return try adjacency.forEachPair(
            sharing: sharesTargets, label: label, least: bound, isDescending: isDescending, budget: budget
        ) { a, b, count in
            frame.slots[slots.a] = .node(a)
            frame.slots[slots.b] = .node(b)
            frame.slots[slots.count] = .integer(count)
            return try forward(frame)
        }
    }
}
