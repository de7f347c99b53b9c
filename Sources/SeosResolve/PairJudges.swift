internal import Dispatch
internal import Synchronization

/// Judges many pairs on several threads; the answers stand in the order of the pairs, however many threads there are.
struct PairJudges<Judge> {
    /// One a thread: a judge remembers what it has compared, and shares that with nobody.
    let judges: [Judge]

    /// Pairs that a thread takes at a time; fewer pairs altogether are not worth a second thread.
    private static var share: Int { 512 }

    /// - Parameter judge: nil for pairs that give nothing.
    func compactMap<Answer>(_ pairs: [IndexPairs.Pair], _ judge: @Sendable (Judge, Int, Int) -> Answer?) -> [Answer] {
        let shares = (pairs.count + Self.share - 1) / Self.share
        guard let first = judges.first else { return [] }
        guard judges.count > 1, shares > 1 else { return pairs.compactMap { judge(first, $0.left, $0.right) } }
        let next = Atomic<Int>(0)
        var answers = [[Answer]](repeating: [], count: shares)
        // Every judge and every share is one thread's alone.
        nonisolated(unsafe) let judges = judges
        answers.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let answers = buffer
            DispatchQueue.concurrentPerform(iterations: judges.count) { thread in
                while true {
                    let n = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard n < shares else { return }
                    let range = (n * Self.share)..<min(pairs.count, (n + 1) * Self.share)
                    answers[n] = pairs[range].compactMap { judge(judges[thread], $0.left, $0.right) }
                }
            }
        }
        return answers.flatMap { $0 }
    }
}
