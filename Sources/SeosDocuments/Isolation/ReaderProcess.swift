internal import Glibc
public import SeosModel

/// Reads documents in processes of their own, so that a reader that hangs, crashes or eats memory ends without the
/// program that asked.
///
/// The program is started once a document and speaks over a socket; what it prints goes nowhere. See ``ReaderChild``
/// for its side.
public struct ReaderProcess: Sendable {
    /// How it ended when there is no document.
    public struct Ending: Error, Sendable {
        public var code: String
        public var message: String
    }

    public var program: String
    public var arguments: [String]
    /// Seconds of processor time and on the clock; a second more each for every mebibyte of the document.
    public var processorSeconds = 20
    public var seconds = 30
    /// Address space; sixteen times the document more.
    public var memoryBytes = 1 << 30
    /// The most that is taken for an answer.
    public var answerBytes = 256 << 20

    public init(program: String, arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    /// The running program, when it is `seos`: its command `read-document` is such a process.
    public static let own: ReaderProcess? = {
        var path = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &path, path.count - 1)
        guard length > 0 else { return nil }
        let program = String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard program.hasSuffix("/seos") else { return nil }
        return ReaderProcess(program: program, arguments: ["read-document"])
    }()

    /// Has a document read. Never longer than ``seconds`` allows; no process is left behind.
    public func read(_ request: ReaderRequest) -> Result<Document, Ending> {
        let mebibytes = request.bytes.count >> 20
        let processor = processorSeconds + mebibytes
        let clock = seconds + mebibytes
        let memory = memoryBytes + 16 * request.bytes.count
        var sockets: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &sockets) == 0 else {
            return .failure(Ending(code: "reader.unavailable", message: "no socket for a process of its own"))
        }
        let mine = sockets[0]
        defer { close(mine) }
        let pid = start(sockets[1], ["\(memory)", "\(processor)"])
        close(sockets[1])
        guard let pid else {
            return .failure(
                Ending(code: "reader.unavailable", message: "the program that reads on its own did not start"))
        }
        var talk = ReaderTalk(socket: mine, request: request.packed, limit: answerBytes)
        let isLate = !talk.run(until: Self.now() + Double(clock))
        let status = end(pid, patience: isLate ? 0 : 1)
        if let document = talk.answer.flatMap({ Document(packed: $0) }) { return .success(document) }
        return .failure(
            ending(
                status, isLate: isLate, hasTooMuch: talk.hasTooMuch, hadNoMemory: talk.hadNoMemory, memory: memory,
                clock: clock))
    }

    /// Starts the program with the socket as its descriptor 3, and nothing to read from or print to.
    private func start(_ socket: Int32, _ limits: [String]) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, ReaderChild.socket)
        for descriptor in [Int32(0), 1, 2] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        // Worker threads block signals, and what is blocked here would be blocked there.
        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words = ([program] + arguments + limits).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        // The tables of the language packs do not depend on it, and nothing of ours is to leak.
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
        defer { for word in environment { free(word) } }
        var pid: pid_t = 0
        guard posix_spawn(&pid, program, &actions, &attributes, &words, &environment) == 0 else { return nil }
        return pid
    }

    /// Waits a little for the process to end, then ends it.
    private func end(_ pid: pid_t, patience: Double) -> Int32 {
        var status: Int32 = 0
        let until = Self.now() + patience
        while waitpid(pid, &status, WNOHANG) == 0 {
            if Self.now() >= until {
                kill(pid, SIGKILL)
                while waitpid(pid, &status, 0) == -1, errno == EINTR {}
                break
            }
            usleep(1000)
        }
        return status
    }

    private func ending(
        _ status: Int32, isLate: Bool, hasTooMuch: Bool, hadNoMemory: Bool, memory: Int, clock: Int
    ) -> Ending {
        let signal = status & 0x7F
        if isLate || signal == SIGXCPU {
            return Ending(
                code: "reader.timeout",
                message: "reading took more than \(clock) seconds and was ended; nothing was kept")
        }
        if hasTooMuch {
            return Ending(
                code: "reader.output",
                message: "the reader answered with more than \(answerBytes) bytes; nothing was kept")
        }
        if hadNoMemory {
            return Ending(
                code: "reader.memory",
                message: "reading took more than \(memory >> 20) MiB of memory and was ended; nothing was kept")
        }
        let how = signal > 0 ? "ended by signal \(signal)" : "left without an answer"
        return Ending(code: "reader.crash", message: "the reader \(how); nothing was kept")
    }

    /// Seconds of the clock that only goes forward.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
