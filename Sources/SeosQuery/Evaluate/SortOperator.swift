/// ORDER BY: keeps the rows, or only the first ones when LIMIT follows, and gives them in order.
final class SortOperator: Operator {
    struct Key {
        var evaluation: Evaluation
        var isDescending: Bool
        var nullsFirst: Bool?
    }

    private let keys: [Key]
    private let slots: [Int]
    /// SKIP + LIMIT, when they follow directly.
    private let most: ((Frame) throws -> Int?)?
    private let budget: Budget
    private var rows: [(keys: [Value], values: [Value], number: Int)] = []
    private var limit: Int?
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
        count = 0
    }

    override func push(_ frame: Frame) throws -> Bool {
        if count == 0 { limit = try most?(frame) }
        let own = try keys.map { try $0.evaluation(frame) }
        rows.append((own, slots.map { frame.slots[$0] }, count))
        count += 1
        if let limit, rows.count >= max(1024, limit * 2) {
            sort()
            rows.removeLast(rows.count - limit)
        } else if limit == nil {
            try budget.keep(own.count + slots.count)
        }
        return true
    }

    private func sort() {
        rows.sort { a, b in
            for (i, key) in keys.enumerated() {
                var order = Value.orderability(a.keys[i], b.keys[i])
                if key.isDescending { order = -order }
                if let first = key.nullsFirst, a.keys[i].isNull != b.keys[i].isNull {
                    order = a.keys[i].isNull == first ? -1 : 1
                }
                if order != 0 { return order < 0 }
            }
            return a.number < b.number
        }
    }

    override func finish(_ frame: Frame) throws {
        sort()
        for row in rows {
            for (slot, value) in zip(slots, row.values) { frame.slots[slot] = value }
            if try !forward(frame) { break }
        }
        rows = []
        try super.finish(frame)
    }
}
