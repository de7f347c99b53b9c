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

    /// Called for work that took as long as so many steps.
    func spend(_ count: Int) throws {
        let before = steps >> 10
        steps &+= count
        if steps >> 10 != before { try look() }
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
        if kept > most { throw tooMany }
        try spend(1 + count >> 4)
    }

    /// Called when values that were kept are let go.
    func release(_ count: Int) { kept -= count }

    /// Called while a value is made that may be let go again soon, with its size so far and what was added last: by
    /// itself it may not be larger than what may be kept.
    func hold(_ size: Int, added: Int = 0) throws {
        if kept + size > most { throw tooMany }
        try spend(1 + added >> 4)
    }

    /// Called for values that are read as a whole, such as by `size` or `=`.
    @inline(__always)
    func read(_ value: Value) throws {
        switch value {
        case .list(let items): try spend(items.count >> 2)
        case .string(let text): if text.utf8.count > 4096 { try spend(text.utf8.count >> 6) }
        case .map(let map): try spend(map.entries.count)
        default: break
        }
    }

    private var tooMany: QueryFault {
        let number = most >= 1_000_000 ? "\(most / 1_000_000) million" : "\(most)"
        return QueryFault(
            .tooLong, "the query would hold more than \(number) values in memory",
            at: nil, hint: "make it narrower, or count in WITH earlier")
    }
}
