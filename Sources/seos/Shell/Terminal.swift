import CEdit
import Foundation

/// The lines a person types: libedit with a history file and completion.
final class Terminal {
    private let editor: OpaquePointer
    /// Kept for as long as the editor may call it.
    private let completer: Completer

    private final class Completer {
        let complete: (String) -> (answers: [String], replaced: Int)
        init(_ complete: @escaping (String) -> (answers: [String], replaced: Int)) { self.complete = complete }
    }

    enum Line {
        case text(String)
        /// Ctrl-C.
        case cancelled
        case end
    }

    /// Nil when the terminal cannot be used.
    init?(_ complete: @escaping (String) -> (answers: [String], replaced: Int)) {
        completer = Completer(complete)
        let context = Unmanaged.passUnretained(completer).toOpaque()
        let opened = cedit_open(
            Self.historyFile,
            { line, cursor, replaced, answers, context in
                guard let line, let context else { return }
                let bytes = UnsafeRawBufferPointer(start: line, count: cursor)
                let completer = Unmanaged<Completer>.fromOpaque(context).takeUnretainedValue()
                let (found, count) = completer.complete(String(decoding: bytes, as: UTF8.self))
                replaced?.pointee = count
                for answer in found { cedit_answer(answers, answer) }
            }, context)
        guard let opened else { return nil }
        editor = opened
    }

    deinit { cedit_close(editor) }

    func read(_ prompt: String) -> Line {
        var isCancelled = false
        let line = prompt.withCString { cedit_read(editor, $0, &isCancelled) }
        if isCancelled { return .cancelled }
        return line.map { .text(String(cString: $0)) } ?? .end
    }

    func remember(_ entry: String) { cedit_remember(editor, entry) }

    /// `$XDG_STATE_HOME/seos/history`, by default below `~/.local/state`; nil where it cannot be.
    private static var historyFile: String? {
        let environment = ProcessInfo.processInfo.environment
        let state = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
        guard let folder = state.map({ $0 + "/seos" }) else { return nil }
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: attributes)
        return folder + "/history"
    }
}
