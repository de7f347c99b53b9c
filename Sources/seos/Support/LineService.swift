import Foundation

/// Answers lines of standard input on standard output, in order, on all cores.
///
/// What has been read so far is answered at once, so a slow writer gets each answer promptly; a fast one is read in
/// pieces of whole lines that the workers share. At most a few pieces wait, so memory does not grow with the input.
final class LineService: @unchecked Sendable {
    // All state behind `condition`; the class is shared by the reader and the workers.
    typealias Answer = (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void

    private let condition = NSCondition()
    private var waiting: [(number: Int, bytes: [UInt8])] = []
    private var done: [Int: [UInt8]] = [:]
    private var nextToWrite = 0
    private var given = 0
    private var isClosed = false
    private var running = 0

    private static let pieceBytes = 1 << 16

    /// - Parameter makeAnswer: makes what answers the lines of one worker; it is called on the worker's thread.
    static func run(workers: Int, _ makeAnswer: @escaping @Sendable () -> Answer) {
        let service = LineService()
        service.running = workers
        for _ in 0..<workers {
            let thread = Thread { service.work(makeAnswer()) }
            thread.stackSize = 4 << 20
            thread.start()
        }
        service.read(limit: workers * 4)
    }

    // MARK: Reading

    private func read(limit: Int) {
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let n = chunk.withUnsafeMutableBytes { Foundation.read(0, $0.baseAddress, $0.count) }
            if n < 0, errno == EINTR { continue }
            if n <= 0 { break }
            guard let last = chunk[..<n].lastIndex(of: 0x0A) else {
                pending.append(contentsOf: chunk[..<n])
                continue
            }
            pending.append(contentsOf: chunk[...last])
            give(pending, limit)
            pending = Array(chunk[(last + 1)..<n])
        }
        if !pending.isEmpty { give(pending, limit) }
        condition.lock()
        isClosed = true
        condition.broadcast()
        while running > 0 { condition.wait() }
        condition.unlock()
    }

    /// Hands whole lines to the workers, cut into pieces.
    private func give(_ bytes: [UInt8], _ limit: Int) {
        var start = 0
        while start < bytes.count {
            var end = min(bytes.count, start + Self.pieceBytes)
            while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
            condition.lock()
            while given - nextToWrite >= limit { condition.wait() }
            waiting.append((given, Array(bytes[start..<end])))
            given += 1
            condition.broadcast()
            condition.unlock()
            start = end
        }
    }

    // MARK: Working

    private func work(_ answer: Answer) {
        while let (number, bytes) = take() {
            var out: [UInt8] = []
            out.reserveCapacity(bytes.count)
            bytes.withUnsafeBufferPointer { p in
                var start = 0
                while start < p.count {
                    var end = start
                    while end < p.count, p[end] != 0x0A { end += 1 }
                    if end > start { answer(UnsafeBufferPointer(rebasing: p[start..<end]), &out) }
                    start = end + 1
                }
            }
            finish(number, out)
        }
        condition.lock()
        running -= 1
        condition.broadcast()
        condition.unlock()
    }

    private func take() -> (number: Int, bytes: [UInt8])? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isClosed { condition.wait() }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Writes what is next in order; pieces that are early wait for theirs.
    private func finish(_ number: Int, _ out: [UInt8]) {
        condition.lock()
        defer { condition.unlock() }
        done[number] = out
        while let next = done.removeValue(forKey: nextToWrite) {
            Output.writeAll(next)
            nextToWrite += 1
        }
        condition.broadcast()
    }
}
