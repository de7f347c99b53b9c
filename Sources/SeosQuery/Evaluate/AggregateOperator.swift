/// WITH and RETURN with aggregates: one row for each group.
final class AggregateOperator: Operator {
    struct Use {
        var slot: Int
        var isDistinct: Bool
        /// None for `count(*)`.
        var arguments: [Evaluation]
        var make: () -> any Accumulator
    }

    private final class Group {
        var accumulators: [any Accumulator]
        var seen: [Set<Value>]
        init(_ uses: [Use]) {
            accumulators = uses.map { $0.make() }
            seen = uses.map { _ in [] }
        }
    }

    private let keys: [(slot: Int, evaluation: Evaluation)]
    private let uses: [Use]
    private let columns: [(slot: Int, evaluation: Evaluation)]
    private let budget: Budget
    private var groups: [[Value]: Int] = [:]
    /// The same where there is one key.
    private var single: [Value: Int] = [:]
    private var order: [([Value], Group)] = []

    /// `columns` are evaluated when the slots of keys and uses hold a group's values.
    init(
        keys: [(slot: Int, evaluation: Evaluation)], uses: [Use], columns: [(slot: Int, evaluation: Evaluation)],
        budget: Budget
    ) {
        self.keys = keys
        self.uses = uses
        self.columns = columns
        self.budget = budget
    }

    override func reset() {
        groups = [:]
        single = [:]
        order = []
    }

    override func push(_ frame: Frame) throws -> Bool {
        let group = try group(frame)
        for (i, use) in uses.enumerated() {
            let values = try use.arguments.map { try $0(frame) }
            // Nulls are left out by every aggregate; count(*) has no argument.
            if let first = values.first {
                if first.isNull { continue }
                if use.isDistinct {
                    if !group.seen[i].insert(first).inserted { continue }
                    try budget.keep(1)
                }
            }
            try group.accumulators[i].add(values)
        }
        return true
    }

    private func group(_ frame: Frame) throws -> Group {
        if keys.isEmpty {
            if let only = order.first?.1 { return only }
        } else if keys.count == 1, let known = single[try keys[0].evaluation(frame)] {
            return order[known].1
        }
        let key = try keys.map { try $0.evaluation(frame) }
        if keys.count > 1, let known = groups[key] { return order[known].1 }
        let group = Group(uses)
        if keys.count == 1 { single[key[0]] = order.count } else { groups[key] = order.count }
        order.append((key, group))
        try budget.keep(key.count + uses.count)
        return group
    }

    override func finish(_ frame: Frame) throws {
        if order.isEmpty, keys.isEmpty { order.append(([], Group(uses))) }
        for (key, group) in order {
            for (column, value) in zip(keys, key) { frame.slots[column.slot] = value }
            for (use, accumulator) in zip(uses, group.accumulators) {
                frame.slots[use.slot] = try accumulator.result()
            }
            for column in columns { frame.slots[column.slot] = try column.evaluation(frame) }
            if try !forward(frame) { break }
        }
        reset()
        try super.finish(frame)
    }
}
