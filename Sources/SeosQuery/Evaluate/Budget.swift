internal import CSQLite

/// What bounds a run: a deadline, the flag that cancels it, and how many values it may hold at once.
final class Budget {
    private let flag: QueryCanceller?
    private let deadline: ContinuousClock.Instant?
    private let most: Int
    private var steps = 0
    private var kept = 0

    /// About 2 GB.
    static let mostValues = 40_000_000

    init(flag: QueryCanceller? = nil, timeout: Duration? = nil, mostValues: Int = Budget.mostValues) {
        self.flag = flag
        most = mostValues
        deadline = timeout.map { ContinuousClock.now + $0 }
    }

    /// Called for every piece of work; looks at the clock now and then.
    @inline(__always)
    func step() throws {
        steps &+= 1
        if steps & 1023 == 0 { try look() }
    }

    private func look() throws {
        if let flag, csqlite_flag_get(flag.flag) {
            throw QueryFault(.cancelled, "the query was cancelled", at: nil)
        }
        if let deadline, ContinuousClock.now > deadline {
            throw QueryFault(
                .timeout, "the query took longer than allowed", at: nil,
                hint: "make it narrower, or give it more time with --timeout")
        }
    }

    /// Called for values that stay in memory.
    func keep(_ count: Int) throws {
        kept += count
        if kept > most {
            let number = most >= 1_000_000 ? "\(most / 1_000_000) million" : "\(most)"
            throw QueryFault(
                .tooLong, "the query would hold more than \(number) values in memory",
                at: nil, hint: "make it narrower, or count in WITH earlier")
        }
        try step()
    }
}
