/// Counts the rows that leave a clause, and the time that is spent on them further on.
final class Meter: Operator {
    let words: String
    private(set) var rows = 0
    /// In the clauses after this one.
    private(set) var after = Duration.zero

    init(_ words: String) { self.words = words }

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
