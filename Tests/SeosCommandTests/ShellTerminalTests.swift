import Foundation
import Testing

/// The shell at a terminal: keys in, what the screen shows out.
@Suite struct ShellTerminalTests {
    private final class Pseudoterminal {
        let master: Int32
        let process = Process()
        private(set) var screen = ""

        init(_ words: [String], environment: [String: String]) throws {
            master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var isLocked: CInt = 0
            var number: CInt = -1
            // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other side and tell its number.
            guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0
            else {
                throw CocoaError(.fileReadUnknown)
            }
            let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
            guard slave >= 0 else { throw CocoaError(.fileReadUnknown) }
            let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
            process.executableURL = URL(fileURLWithPath: Command.executable)
            process.arguments = words
            process.environment = environment.merging(["TERM": "xterm", "LANG": "C.UTF-8"]) { own, _ in own }
            process.standardInput = handle
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
        }

        deinit {
            if process.isRunning { process.terminate() }
            close(master)
        }

        func type(_ keys: String) {
            var bytes = Array(keys.utf8)
            write(master, &bytes, bytes.count)
        }

        /// Reads until the screen has shown the text after what was waited for before; false when the shell has ended
        /// without it, or after minutes, since other tests run beside it.
        ///
        /// - Parameter again: done each second, for what is lost when it comes while the shell looks elsewhere.
        func waits(for text: String, again: () -> Void = {}) -> Bool {
            let end = ContinuousClock.now + .seconds(240)
            var next = ContinuousClock.now + .seconds(1)
            var buffer = [UInt8](repeating: 0, count: 4096)
            while ContinuousClock.now < end {
                if let found = screen.range(of: text) {
                    screen.removeSubrange(..<found.upperBound)
                    return true
                }
                if ContinuousClock.now > next {
                    again()
                    next = ContinuousClock.now + .seconds(1)
                }
                var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
                guard Glibc.poll(&poll, 1, 100) > 0 else { continue }
                let count = read(master, &buffer, buffer.count)
                if count > 0 {
                    screen += String(decoding: buffer[..<count], as: UTF8.self)
                } else if process.isRunning {
                    // Nobody holds the other side at this moment, or a signal came between.
                    Thread.sleep(forTimeInterval: 0.01)
                } else {
                    return screen.contains(text)
                }
            }
            return false
        }
    }

    @Test func completesRemembersAndCancels() throws {
        let sample = try SampleGraph.shared()
        let scratch = try Scratch()
        let environment = ["SEOS_DB": sample.database, "XDG_STATE_HOME": scratch.folder]
        let terminal = try Pseudoterminal(["shell", "--quiet"], environment: environment)
        #expect(terminal.waits(for: "seos> "), "the screen shows: \(terminal.screen)")
        terminal.type("MAT\t (p:Proj\t) RETURN p.na\t AS project LIM\t 1;\n")
        #expect(terminal.waits(for: "TideLink"))
        #expect(terminal.waits(for: "seos> "))
        // A line that is dropped, and a statement of two lines.
        terminal.type("RETURN nonsense")
        #expect(terminal.waits(for: "nonsense"))
        // The shell takes the terminal's keys as they come only while it asks.
        terminal.type("\u{3}")
        #expect(terminal.waits(for: "seos> ", again: { terminal.type("\u{3}") }))
        terminal.type("RETURN 6 * 7\n")
        #expect(terminal.waits(for: "  ... "))
        terminal.type("AS answer;\n")
        #expect(terminal.waits(for: "42"))
        #expect(terminal.waits(for: "seos> "))
        // Ctrl-C is a key at the prompt; it stops a query by the signal a terminal sends.
        terminal.type(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*);\n")
        #expect(terminal.waits(for: "error[query.cancelled]", again: { terminal.process.interrupt() }))
        #expect(terminal.waits(for: "seos> "))
        terminal.type(":quit\n")
        terminal.process.waitUntilExit()
        #expect(terminal.process.terminationStatus == 0)
        let history = try scratch.read("seos/history")
        #expect(history.contains("answer") && history.contains("project"))
        #expect(!history.contains("nonsense"))
    }
}
