internal import Foundation
internal import Synchronization

/// The same work on several threads, results in input order.
public enum Parallel {
    public static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// - Parameters:
    ///   - states: one a thread, kept between calls, so that what a worker has learnt is not learnt again.
    ///   - body: called once an item, on some worker.
    public static func map<Item: Sendable, State: Sendable, Output: Sendable>(
        _ items: [Item], states: inout [State], body: @Sendable (inout State, Item) -> Output
    ) -> [Output] {
        if states.count <= 1 || items.count <= 1 {
            return items.map { body(&states[0], $0) }
        }
        let next = Atomic<Int>(0)
        let results = Mutex<[Output?]>(Array(repeating: nil, count: items.count))
        let pool = Mutex<[State?]>(states.map { $0 })
        let workers = states.count
        // Each worker holds its state alone, so that what it learns is not copied.
        states = []
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            guard
                var own = pool.withLock({ pool -> State? in
                    defer { pool[worker] = nil }
                    return pool[worker]
                })
            else { return }
            while true {
                let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard i < items.count else { break }
                let output = body(&own, items[i])
                results.withLock { $0[i] = output }
            }
            pool.withLock { $0[worker] = own }
        }
        states = pool.withLock { $0.compactMap { $0 } }
        return results.withLock { $0.compactMap { $0 } }
    }
}
