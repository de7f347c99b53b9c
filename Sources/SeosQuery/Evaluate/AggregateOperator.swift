/// WITH and RETURN with aggregates: one row for each combination of the other columns, in the order they come first.
final class AggregateOperator: Operator {
    struct Use {
        var slot: Int
        var isDistinct: Bool
        /// None for `count(*)`.
        var arguments: [Reading]
        var function: AccumulatorFunction
        var range: Range<Int>
    }

    /// What one aggregate has gathered, by group.
    private final class State {
        let use: Use
        let first: Reading?
        let source: Int
        let isCount: Bool
        var counts: [Int64] = []
        var accumulators: [any Accumulator] = []
        let seen = CodeTable()
        let coder = ValueCoder()

        init(_ use: Use) {
            self.use = use
            first = use.arguments.first
            source = first?.slot ?? -1
            isCount = use.function.name == "count"
        }

        func addGroup() {
            if isCount { counts.append(0) } else { accumulators.append(use.function.make(use.range)) }
        }

        func add(_ group: Int, _ frame: Frame, _ budget: Budget) throws {
            guard let first else {
                counts[group] &+= frame.weight
                return
            }
            let value = source >= 0 ? frame.slots[source] : try first.evaluate(frame)
            // Nulls are left out by every aggregate.
            if value.isNull { return }
            if use.isDistinct {
                let code = try coder.code(value, budget)
                if !seen.number(UInt64(group) << 32 | UInt64(code)).isNew { return }
                try budget.keep(1)
            }
            if isCount {
                counts[group] &+= use.isDistinct ? 1 : frame.weight
                return
            }
            if use.function.keepsValues { try budget.keep(1 + value.size) }
            try accumulators[group].add(value, use.arguments.count > 1 ? use.arguments[1](frame) : .null)
        }

        func result(_ group: Int, _ budget: Budget) throws -> Value {
            isCount ? .integer(counts[group]) : try accumulators[group].result(budget)
        }
    }

    private let keys: [(slot: Int, evaluation: Reading)]
    /// Where the keys that are variables stand already; below zero for others.
    private let sources: [Int]
    private let uses: [Use]
    private let columns: [(slot: Int, evaluation: Reading)]
    private let budget: Budget
    private var states: [State] = []
    private var coder = RowCoder(columns: 0)
    /// The keys of all groups, one behind the other.
    private var values: [Value] = []
    private var count = 0

    /// `columns` are evaluated when the slots of keys and uses hold a group's values.
    init(
        keys: [(slot: Int, evaluation: Reading)], uses: [Use], columns: [(slot: Int, evaluation: Reading)],
        budget: Budget
    ) {
        self.keys = keys
        sources = keys.map(\.evaluation.slot)
        self.uses = uses
        self.columns = columns
        self.budget = budget
    }

    override func reset() {
        states = uses.map { State($0) }
        coder = RowCoder(columns: keys.count)
        values = []
        count = 0
    }

    override func push(_ frame: Frame) throws -> Bool {
        let group = try group(frame)
        for i in states.indices { try states[i].add(group, frame, budget) }
        return true
    }

    private func group(_ frame: Frame) throws -> Int {
        if keys.isEmpty {
            if count == 0 { addGroup() }
            return 0
        }
        coder.begin()
        var found = (number: 0, isNew: false)
        for i in keys.indices {
            let source = sources[i]
            let value = source >= 0 ? frame.slots[source] : try keys[i].evaluation.evaluate(frame)
            frame.slots[keys[i].slot] = value
            found = try coder.add(value, budget)
        }
        if found.isNew {
            for key in keys { values.append(frame.slots[key.slot]) }
            addGroup()
            try budget.keep(keys.count + uses.count)
        }
        return found.number
    }

    private func addGroup() {
        count += 1
        for i in states.indices { states[i].addGroup() }
    }

    override func finish(_ frame: Frame) throws {
        if count == 0, keys.isEmpty { addGroup() }
        for group in 0..<count {
            try budget.step()
            for (i, key) in keys.enumerated() { frame.slots[key.slot] = values[group * keys.count + i] }
            for state in states { frame.slots[state.use.slot] = try state.result(group, budget) }
            for column in columns { frame.slots[column.slot] = try column.evaluation(frame) }
            if try !forward(frame) { break }
        }
        reset()
        try super.finish(frame)
    }
}
