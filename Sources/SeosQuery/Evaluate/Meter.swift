/// Counts the rows that leave a clause, and the time that is spent on them further on.
final class Meter: Operator {
    /// Nil at the beginning of each part of a UNION.
    let step: PlanStep?
    private(set) var rows = 0
    /// In the clauses after this one.
    private(set) var after = Duration.zero

    init(_ step: PlanStep?) { self.step = step }

    override func reset() {
        rows = 0
        after = .zero
    }

    override func push(_ frame: Frame) throws -> Bool {
        rows += 1
        let start = ContinuousClock.now
        defer { after += ContinuousClock.now - start }
        return try forward(frame)
    }

    override func finish(_ frame: Frame) throws {
        let start = ContinuousClock.now
        defer { after += ContinuousClock.now - start }
        try super.finish(frame)
    }
}
