/// One step of a query. Rows are pushed through; the answer says whether more are wanted.
class Operator {
    /// Held by the pipeline; not counted here, since it is called for every row.
    private final var next: Unmanaged<Operator>?

    final func link(to next: Operator) { self.next = .passUnretained(next) }

    /// Before every run.
    func reset() {}

    func push(_ frame: Frame) throws -> Bool { try forward(frame) }

    /// After the last row.
    func finish(_ frame: Frame) throws { try next?._withUnsafeGuaranteedRef { try $0.finish(frame) } }

    @inline(__always)
    final func forward(_ frame: Frame) throws -> Bool {
        guard let next else { return true }
        return try next._withUnsafeGuaranteedRef { try $0.push(frame) }
    }
}

/// Operators one behind the other.
struct Pipeline {
    private(set) var operators: [Operator] = []

    mutating func append(_ operation: Operator) {
        operators.last?.link(to: operation)
        operators.append(operation)
    }

    func run(_ frame: Frame) throws {
        for operation in operators { operation.reset() }
        guard let first = operators.first else { return }
        _ = try first.push(frame)
        try first.finish(frame)
    }
}

/// The end of a pipeline.
final class Sink: Operator {
    private let body: (Frame) throws -> Bool

    init(_ body: @escaping (Frame) throws -> Bool) { self.body = body }

    override func push(_ frame: Frame) throws -> Bool { try body(frame) }
}

final class Filter: Operator {
    private let condition: Evaluation

    init(_ condition: @escaping Evaluation) { self.condition = condition }

    override func push(_ frame: Frame) throws -> Bool {
        guard case .boolean(true) = try condition(frame) else { return true }
        return try forward(frame)
    }
}

final class Unwind: Operator {
    private let list: Evaluation
    private let slot: Int
    private let budget: Budget

    init(_ list: @escaping Evaluation, into slot: Int, budget: Budget) {
        self.list = list
        self.slot = slot
        self.budget = budget
    }

    override func push(_ frame: Frame) throws -> Bool {
        switch try list(frame) {
        case .null: return true
        case .list(let items):
            for item in items {
                try budget.step()
                frame.slots[slot] = item
                if try !forward(frame) { return false }
            }
            return true
        case let single:
            frame.slots[slot] = single
            return try forward(frame)
        }
    }
}
