/// Remembers for each node whether the steps that follow, which depend on nothing else of the way so far, can end at
/// all: a node from where they cannot is left at once when it comes again.
///
/// What is remembered leaves aside which relationships the way has used already, so it only ever says "no" where there
/// is no way at all.
final class MemoStep: MatchStep {
    private let slot: Int
    private let used: UsedRelationships
    private let end: FoundStep
    private let budget: Budget
    private let known = NodeAnswers()
    private var visits = 0
    private var isOff = false

    init(slot: Int, used: UsedRelationships, end: FoundStep, budget: Budget) {
        self.slot = slot
        self.used = used
        self.end = end
        self.budget = budget
    }

    /// After so many visits it must have paid, or it is taken out.
    private static let trial = 256

    override func reset() {
        if visits == 0 { return }
        known.removeAll()
        visits = 0
        isOff = false
    }

    override func run(_ frame: Frame) throws -> Bool {
        guard !isOff, case .node(let node) = frame.slots[slot] else { return try forward(frame) }
        visits += 1
        if visits == Self.trial, known.count * 3 > visits * 2 {
            isOff = true
            return try forward(frame)
        }
        if let answer = known[node] { return answer ? try forward(frame) : true }
        let answer = try isPossible(frame)
        known[node] = answer
        try budget.keep(1)
        return answer ? try forward(frame) : true
    }

    private func isPossible(_ frame: Frame) throws -> Bool {
        let probe = end.probe
        end.probe = .open
        defer { end.probe = probe }
        _ = try used.asideWhile { try forward(frame) }
        return end.probe == .found
    }
}
