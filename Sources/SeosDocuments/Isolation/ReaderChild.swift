internal import Glibc
internal import SeosModel

/// The side of a ``ReaderProcess`` that reads: one request from descriptor 3, one answer to it.
public enum ReaderChild {
    static let socket: Int32 = 3

    /// Sets the limits, reads one document and answers.
    ///
    /// - Parameters:
    ///   - limits: bytes of address space and seconds of processor time, as ``ReaderProcess`` adds them to the
    ///     arguments.
    ///   - options: readers, words and scorer; focus and limits come with the request.
    /// - Returns: exit code, 64 when nobody asked.
    public static func run(limits: [String], options makeOptions: () -> ReadingOptions) -> Int32 {
        guard limits.count == 2, let memory = UInt(limits[0]), let seconds = UInt(limits[1]) else { return 64 }
        restrict(memory: memory, seconds: seconds)
        explainCrashes()
        guard let request = receive().flatMap({ ReaderRequest(packed: $0) }) else { return 64 }
        var options = makeOptions()
        options.process = nil
        options.wantsHash = false
        options.focus = request.focus
        options.limits = request.limits
        let document = DocumentReading.read(
            bytes: request.bytes, uri: request.uri, mediaType: request.mediaType,
            declaredCharset: request.declaredCharset, options: options)
        return answer(document) ? 0 : 74
    }

    /// Address space, processor time, no core, no file that grows.
    private static func restrict(memory: UInt, seconds: UInt) {
        func set(_ resource: __rlimit_resource, _ value: UInt, grace: UInt = 0) {
            var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value &+ grace))
            setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        }
        // What the program that asked had open is none of a reader's business.
        for descriptor in (socket + 1)..<1024 { close(descriptor) }
        set(RLIMIT_AS, memory)
        // The first limit sends a signal that says why, the second one ends what ignores it.
        set(RLIMIT_CPU, seconds, grace: 1)
        set(RLIMIT_CORE, 0)
        set(RLIMIT_FSIZE, 0)
        // What cannot be printed is no reason to end.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
    }

    /// A crash close to the limit of memory is told from others: the last thing the process says.
    private static func explainCrashes() {
        let size = 1 << 16
        var stack = stack_t()
        stack.ss_sp = malloc(size)
        stack.ss_size = size
        sigaltstack(&stack, nil)
        for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] {
            var action = sigaction()
            // Nothing in here allocates.
            action.__sigaction_handler.sa_handler = { signal in
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
                var text: (UInt64, UInt64) = (0, 0)
                let file = open("/proc/self/statm", O_RDONLY)
                let pages = withUnsafeMutableBytes(of: &text) { bytes -> UInt64 in
                    guard let start = bytes.baseAddress, Glibc.read(file, start, bytes.count) > 0 else { return 0 }
                    var number: UInt64 = 0
                    for b in bytes {
                        guard b >= 0x30, b <= 0x39 else { break }
                        number = number &* 10 &+ UInt64(b &- 0x30)
                    }
                    return number
                }
                if pages &* UInt64(sysconf(Int32(_SC_PAGESIZE))) / 8 &* 10 > UInt64(limit.rlim_cur) {
                    let word = ReaderTalk.noMemory
                    _ = Glibc.send(
                        ReaderChild.socket, word.utf8Start, word.utf8CodeUnitCount, Int32(MSG_NOSIGNAL))
                }
                raise(signal)
            }
            action.sa_flags = Int32(
                bitPattern: UInt32(SA_ONSTACK) | UInt32(bitPattern: Int32(truncatingIfNeeded: SA_RESETHAND)))
            sigaction(signal, &action, nil)
        }
    }

    private static func receive() -> [UInt8]? {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if received.count >= ReaderTalk.mark.count + 8 {
                guard let length = ReaderTalk.length(received) else { return nil }
                let head = ReaderTalk.mark.count + 8
                if received.count >= head + length { return Array(received[head..<head + length]) }
            }
            let count = read(socket, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            received.append(contentsOf: buffer[..<count])
        }
    }

    private static func answer(_ document: Document) -> Bool {
        let message = ReaderTalk.framed(document.packed)
        var sent = 0
        while sent < message.count {
            let count = message.withUnsafeBytes { p in
                p.baseAddress.map { send(socket, $0 + sent, p.count - sent, Int32(MSG_NOSIGNAL)) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
