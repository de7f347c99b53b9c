internal import Foundation
internal import Synchronization

/// The same work on several threads, results in input order.
public enum Parallel {
    public static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// - Parameters:
    ///   - workers: threads; each makes a state of its own.
    ///   - body: called once an item, on some worker.
    public static func map<Item: Sendable, State, Output: Sendable>(
        _ items: [Item], workers: Int, state: @Sendable () -> State, body: @Sendable (inout State, Item) -> Output
    ) -> [Output] {
        let count = max(1, min(workers, items.count))
        if count == 1 {
            var own = state()
            return items.map { body(&own, $0) }
        }
        let next = Atomic<Int>(0)
        let results = Mutex<[Output?]>(Array(repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: count) { _ in
            var own = state()
            while true {
                let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard i < items.count else { return }
                let output = body(&own, items[i])
                results.withLock { $0[i] = output }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
