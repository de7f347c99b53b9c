import ArgumentParser
import Foundation
import SeosExport
import SeosImport
import SeosModel
import SeosPipeline
import SeosQuery
import SeosStore

/// What a command that cannot do its work says, in one shape for every kind of error.
struct Failure {
    var code: String
    var message: String
    var line: Int?
    var column: Int?
    var hint: String?
    var exit: Int32
    /// Several lines for people, where the error draws the place.
    var drawing: String?

    init(_ code: String, _ message: String, hint: String? = nil, exit: Int32 = 1) {
        self.code = code
        self.message = message
        self.hint = hint
        self.exit = exit
    }

    init?(_ error: any Error) {
        switch error {
        case let error as StoreError:
            self.init(error.code, error.description, hint: error.hint, exit: Self.exit(error.code))
        case let error as QueryError:
            self.init(error.code.rawValue, error.message, hint: error.hint)
            line = error.line
            column = error.column
            drawing = error.description
        case let error as ExportError:
            self.init(error.code, error.message, hint: error.hint, exit: error.code == "export.cannot-write" ? 73 : 1)
        case let error as ImportError:
            self.init(
                error.code.rawValue, error.description, hint: error.hint,
                exit: error.code == .missing || error.code == .noFiles ? 66 : 65)
            line = error.line
        case let error as DecisionError:
            self.init(error.code, error.description)
            if case .file(let number, _) = error { (line, exit) = (number, 65) }
        case let error as UserError:
            self.init(error.code, error.message, hint: error.hint, exit: error.exit)
        default: return nil
        }
    }

    private static func exit(_ code: String) -> Int32 {
        switch code {
        case "store.busy": return 75
        case "store.missing": return 66
        case "store.cannot-write", "store.cannot-open": return 73
        default: return 1
        }
    }

    var json: JSONValue {
        .object([
            "error": .object([
                "code": .string(code), "message": .string(message), "line": line.map { .integer(Int64($0)) } ?? .null,
                "column": column.map { .integer(Int64($0)) } ?? .null, "hint": .optional(hint),
            ])
        ])
    }

    func report(asJSON: Bool) {
        if asJSON { return Talk.say(json.text) }
        if let drawing { return Talk.say(drawing) }
        Talk.say("error[\(code)]: \(message)" + (hint.map { "\n  \($0)" } ?? ""))
    }
}

/// Something the user asked for that is not there.
struct UserError: Error {
    var code: String
    var message: String
    var hint: String?
    var exit: Int32 = 1
}

/// A command whose errors are told in one shape, as JSON with `--json`.
protocol SeosCommand: ParsableCommand {
    var wantsJSON: Bool { get }
    func execute() throws
}

extension SeosCommand {
    func run() throws {
        do {
            try execute()
        } catch {
            guard let failure = Failure(error) else { throw error }
            if failure.code == "export.closed-pipe" { return }
            failure.report(asJSON: wantsJSON)
            throw ExitCode(failure.exit)
        }
    }
}
