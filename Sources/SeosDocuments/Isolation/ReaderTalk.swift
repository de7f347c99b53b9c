internal import Glibc

/// Sends a request and takes the answer at once, so that neither side waits for the other.
struct ReaderTalk {
    /// Before the length of every message.
    static let mark = Array("seos1\n".utf8)
    private static let head = mark.count + 8
    /// What a process says that crashes for want of memory.
    static let noMemory: StaticString = "seos: no memory"

    let socket: Int32
    private let request: [UInt8]
    private let limit: Int
    private var sent = 0
    private var received: [UInt8] = []
    private(set) var hasTooMuch = false

    init(socket: Int32, request: [UInt8], limit: Int) {
        self.socket = socket
        self.request = Self.framed(request)
        self.limit = limit
    }

    static func framed(_ message: [UInt8]) -> [UInt8] {
        var out = mark
        for shift in 0..<8 { out.append(UInt8(truncatingIfNeeded: message.count >> (shift * 8))) }
        return out + message
    }

    /// Length of the message behind the mark; nil when there is none or the mark is wrong.
    static func length(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= head, bytes.starts(with: mark) else { return nil }
        var length = 0
        for shift in 0..<7 { length |= Int(bytes[mark.count + shift]) << (shift * 8) }
        return bytes[mark.count + 7] == 0 ? length : nil
    }

    /// The whole answer; nil for half of one, or more than one.
    var answer: [UInt8]? {
        guard let length = Self.length(received), received.count == Self.head + length else { return nil }
        return Array(received[Self.head...])
    }

    var hadNoMemory: Bool {
        received.elementsEqual(
            UnsafeBufferPointer(start: Self.noMemory.utf8Start, count: Self.noMemory.utf8CodeUnitCount))
    }

    private var isComplete: Bool { Self.length(received).map { received.count >= Self.head + $0 } ?? false }

    /// - Returns: false when the time is over.
    mutating func run(until: Double) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let left = until - ReaderProcess.now()
            guard left > 0 else { return false }
            var wait = pollfd(fd: socket, events: Int16(sent < request.count ? POLLIN | POLLOUT : POLLIN), revents: 0)
            let ready = poll(&wait, 1, Int32(min(left * 1000 + 1, 1000)))
            if ready < 0, errno != EINTR { return true }
            guard ready > 0 else { continue }
            if Int32(wait.revents) & POLLOUT != 0, sent < request.count { send() }
            if Int32(wait.revents) & (POLLIN | POLLHUP | POLLERR) != 0 {
                let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
                if count == 0 { return true }
                if count < 0 {
                    if errno == EAGAIN || errno == EINTR { continue }
                    return true
                }
                received.append(contentsOf: buffer[..<count])
                if received.count > limit {
                    hasTooMuch = true
                    return true
                }
                if isComplete { return true }
            }
        }
    }

    private mutating func send() {
        let count = request.withUnsafeBytes { p in
            p.baseAddress.map {
                Glibc.send(socket, $0 + sent, p.count - sent, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
            } ?? 0
        }
        if count > 0 { sent += count }
        // A process that takes no more may still have answered.
        if count < 0, errno != EAGAIN, errno != EINTR { sent = request.count }
    }
}
