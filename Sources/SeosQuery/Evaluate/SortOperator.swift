/// ORDER BY: keeps the rows, or only the first ones when LIMIT follows, and gives them in order.
final class SortOperator: Operator {
    struct Key {
        var evaluation: Evaluation
        var isDescending: Bool
        var nullsFirst: Bool?

        func order(_ a: Value, _ b: Value) -> Int {
            if let nullsFirst, a.isNull != b.isNull { return a.isNull == nullsFirst ? -1 : 1 }
            let order = Value.orderability(a, b)
            return isDescending ? -order : order
        }
    }

    private struct Row {
        var keys: [Value]
        var values: [Value]
        var number: Int
        /// What it takes in memory.
        var size: Int
    }

    private let keys: [Key]
    private let slots: [Int]
    /// SKIP + LIMIT, when they follow directly.
    private let most: ((Frame) throws -> Int?)?
    private let budget: Budget
    private var rows: [Row] = []
    private var limit: Int?
    /// The keys of the last row that is in for now, once there are enough.
    private var worst: [Value]?
    private var count = 0

    init(_ keys: [Key], slots: [Int], budget: Budget, most: ((Frame) throws -> Int?)?) {
        self.keys = keys
        self.slots = slots
        self.budget = budget
        self.most = most
    }

    override func reset() {
        rows = []
        limit = nil
        worst = nil
        count = 0
    }

    override func push(_ frame: Frame) throws -> Bool {
        if count == 0 { limit = try most?(frame) }
        count += 1
        if limit == 0 { return true }
        // A later row with the same keys comes later, so it must be better to get in.
        if let worst, try !isBefore(worst, frame) { return true }
        let own = try keys.map { try $0.evaluation(frame) }
        let values = slots.map { frame.slots[$0] }
        let size = values.reduce(own.count + values.count) { $0 + $1.size }
        rows.append(Row(keys: own, values: values, number: count, size: size))
        try budget.keep(size)
        if let limit {
            if rows.count >= limit + max(256, limit) {
                try sort()
                budget.release(rows[limit...].reduce(0) { $0 + $1.size })
                rows.removeLast(rows.count - limit)
                worst = rows.last?.keys
            }
        }
        return true
    }

    /// Whether the row comes before one with these keys; later keys are not read when an earlier one decides.
    private func isBefore(_ worst: [Value], _ frame: Frame) throws -> Bool {
        for (key, other) in zip(keys, worst) {
            let order = key.order(try key.evaluation(frame), other)
            if order != 0 { return order < 0 }
        }
        return false
    }

    private func sort() throws {
        let (keys, budget) = (keys, budget)
        try rows.sort { a, b in
            try budget.step()
            for (i, key) in keys.enumerated() {
                let order = key.order(a.keys[i], b.keys[i])
                if order != 0 { return order < 0 }
            }
            return a.number < b.number
        }
    }

    override func finish(_ frame: Frame) throws {
        try sort()
        for row in rows.prefix(limit ?? rows.count) {
            for (slot, value) in zip(slots, row.values) { frame.slots[slot] = value }
            if try !forward(frame) { break }
        }
        rows = []
        try super.finish(frame)
    }
}
