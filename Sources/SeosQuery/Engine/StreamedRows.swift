internal import Dispatch
internal import Foundation

/// Rows of the evaluator as they are found. They are computed on a thread of their own, a batch at a time, while the
/// caller waits for it: never both at once, so that nothing they share needs a lock.
final class StreamedRows: RowSource {
    private let producer: Producer
    private var rows: [[QueryValue]] = []
    private var at = 0

    init(_ run: @escaping (@escaping EvaluatedRows.Body) throws -> Void) { producer = Producer(run) }

    deinit { producer.stop() }

    func next() throws -> [QueryValue]? {
        if at >= rows.count {
            rows = try producer.more()
            at = 0
        }
        guard at < rows.count else { return nil }
        defer { at += 1 }
        return rows[at]
    }

    func stop() {
        rows = []
        producer.stop()
    }

    /// Unchecked: the two threads take turns, handed over by the semaphores.
    private final class Producer: @unchecked Sendable {
        private struct Stopped: Error {}

        private static let batch = 256
        private static let stack = 16 << 20

        private let run: (@escaping EvaluatedRows.Body) throws -> Void
        private let wanted = DispatchSemaphore(value: 0)
        private let ready = DispatchSemaphore(value: 0)
        private var rows: [[QueryValue]] = []
        private var error: (any Error)?
        private var isStopped = false
        private var hasBegun = false
        private var isDone = false

        init(_ run: @escaping (@escaping EvaluatedRows.Body) throws -> Void) { self.run = run }

        /// The next rows; none after the last.
        func more() throws -> [[QueryValue]] {
            if isDone { return [] }
            rows = []
            begin()
            wanted.signal()
            ready.wait()
            if let error {
                self.error = nil
                throw error
            }
            return rows
        }

        func stop() {
            guard hasBegun, !isDone else {
                isDone = true
                return
            }
            isStopped = true
            wanted.signal()
            ready.wait()
        }

        private func begin() {
            if hasBegun { return }
            hasBegun = true
            let thread = Thread { self.work() }
            thread.stackSize = Self.stack
            thread.start()
        }

        private func work() {
            wanted.wait()
            do {
                if !isStopped {
                    try run { row in
                        self.rows.append(row)
                        if self.rows.count >= Self.batch { try self.handOver() }
                        return true
                    }
                }
            } catch is Stopped {
            } catch { self.error = error }
            isDone = true
            ready.signal()
        }

        private func handOver() throws {
            ready.signal()
            wanted.wait()
            if isStopped { throw Stopped() }
        }
    }
}
