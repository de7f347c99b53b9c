/// WITH and RETURN without aggregates: columns from variables.
final class ProjectOperator: Operator {
    private let columns: [(slot: Int, evaluation: Reading)]

    init(_ columns: [(slot: Int, evaluation: Reading)]) { self.columns = columns }

    override func push(_ frame: Frame) throws -> Bool {
        for i in columns.indices { frame.slots[columns[i].slot] = try columns[i].evaluation(frame) }
        return try forward(frame)
    }
}

/// DISTINCT over some variables.
final class DistinctOperator: Operator {
    private let slots: [Int]
    private let budget: Budget
    private var seen = RowCoder(columns: 0)

    init(_ slots: [Int], budget: Budget) {
        self.slots = slots
        self.budget = budget
    }

    override func reset() { seen = RowCoder(columns: slots.count) }

    override func push(_ frame: Frame) throws -> Bool {
        seen.begin()
        var isNew = false
        for slot in slots { isNew = try seen.add(frame.slots[slot], budget).isNew }
        return isNew ? try forward(frame) : true
    }
}

/// SKIP and LIMIT; the numbers are read once a run.
final class SliceOperator: Operator {
    private let skip: Evaluation?
    private let limit: Evaluation?
    private var remaining: (skip: Int64, limit: Int64)?

    init(skip: Evaluation?, limit: Evaluation?) {
        self.skip = skip
        self.limit = limit
    }

    override func reset() { remaining = nil }

    private func bounds(_ frame: Frame) throws -> (skip: Int64, limit: Int64) {
        if let remaining { return remaining }
        var (s, l) = (Int64(0), Int64.max)
        if let skip, case .integer(let n) = try skip(frame) { s = n }
        if let limit, case .integer(let n) = try limit(frame) { l = n }
        return (s, l)
    }

    override func push(_ frame: Frame) throws -> Bool {
        var (s, l) = try bounds(frame)
        defer { remaining = (s, l) }
        if s > 0 {
            s -= 1
            return l > 0
        }
        if l <= 0 { return false }
        l -= 1
        let more = try forward(frame)
        return more && l > 0
    }

    override func finish(_ frame: Frame) throws {
        // Numbers that are wrong are an error even when there is no row.
        _ = try bounds(frame)
        try super.finish(frame)
    }
}
