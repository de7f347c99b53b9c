import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM end a run after the work under way.
enum Interruption {
    private static let received = Atomic<Int32>(0)

    /// 130 after Ctrl-C, 143 after SIGTERM.
    static var exitCode: Int32 { 128 + received.load(ordering: .relaxed) }

    static var wasInterrupted: Bool { received.load(ordering: .relaxed) != 0 }

    static func watch(_ stop: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                received.store(number, ordering: .relaxed)
                stop()
            }
            source.resume()
            return source
        }
    }
}
