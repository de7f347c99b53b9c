import Foundation
import SeosModel
import SeosQuery

/// Answers statements one after the other; what was set holds for those that follow.
final class Shell {
    private let engine: QueryEngine
    private let output = Output()
    private var format: any ResultEncoder.Type
    private var parameters: [String: QueryValue] = [:]
    private var limit: Int?
    private var timeout: Duration?
    private let isQuiet: Bool
    /// Whether something went wrong so far.
    private(set) var hasFailed = false

    init(engine: QueryEngine, format: any ResultEncoder.Type, limit: Int?, timeout: Duration?, isQuiet: Bool) {
        self.engine = engine
        self.format = format
        self.limit = limit
        self.timeout = timeout
        self.isQuiet = isQuiet
    }

    static let help = """
        A query ends with ';' and may take several lines. Ctrl-C stops it, Ctrl-D leaves the shell.
          @name key=value …   a saved query; '@' and the tab key name them
          :explain QUERY;     the plan and the SQL
          :profile QUERY;     the plan with real rows and times
          :format NAME        table, csv, json, jsonl or markdown
          :param name=value   a parameter, written as in a query; ':param' alone shows all, 'name=' takes it away
          :limit N            at most N rows; ':limit' alone takes it away
          :timeout SECONDS    give up after so long; ':timeout' alone takes it away
          :help               this
          :quit               leave
        """

    /// - Returns: false when the shell is to be left.
    func answer(_ statement: String) -> Bool {
        defer { output.flush() }
        do {
            if statement.first == ":" { return try command(statement) }
            if statement.first == "@" {
                try saved(statement)
            } else {
                try run(statement, parameters)
            }
        } catch {
            report(error)
        }
        return true
    }

    private func report(_ error: any Error) {
        output.flush()
        hasFailed = true
        if let failure = Failure(error) {
            failure.report(asJSON: false)
        } else {
            Talk.say("error: \(error)")
        }
    }

    // MARK: Queries

    private func run(_ text: String, _ parameters: [String: QueryValue]) throws {
        let prepared = try engine.prepare(text, parameters: parameters)
        let rows = try engine.run(prepared, timeout: timeout, limit: limit)
        try QueryOutput(format: format, evidence: nil).write(rows, to: output)
        if isQuiet { return }
        if rows.isCut { Talk.say("There are more rows; the limit of \(limit ?? 0) cut them.") }
        for warning in prepared.warnings { Talk.say("note: \(warning)") }
    }

    private func saved(_ statement: String) throws {
        var words = statement.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        if words.isEmpty {
            output.line(SavedQueries.names().map { "@" + $0 }.joined(separator: "\n"))
            return
        }
        let named = try SavedQueries.query(words.removeFirst())
        var given = parameters.filter { name, _ in named.parameters.contains { $0.name == name } }
        for pair in Self.pairs(words.first ?? "") { given[pair.name] = Self.value(pair.value) }
        try run(named.text, try named.values(given))
    }

    /// `name='University of Tartu' least=2`.
    private static func pairs(_ text: String) -> [(name: String, value: String)] {
        var pairs: [(String, String)] = []
        var rest = text[...]
        while true {
            rest = rest.drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { return pairs }
            let name = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
            var end = rest.firstIndex(of: " ") ?? rest.endIndex
            if let quote = rest.first, quote == "'" || quote == "\"",
                let close = rest.dropFirst().firstIndex(of: quote)
            {
                end = rest.index(after: close)
            }
            pairs.append((name, String(rest[..<end])))
            rest = rest[end...]
        }
    }

    private static func value(_ text: String) -> QueryValue { QueryValue(literal: text) ?? .string(text) }

    // MARK: Commands

    private func command(_ statement: String) throws -> Bool {
        let words = statement.split(separator: " ", maxSplits: 1).map(String.init)
        let rest = words.count > 1 ? words[1].trimmingCharacters(in: .whitespaces) : ""
        switch words[0] {
        case ":quit", ":exit", ":q": return false
        case ":help": output.line(Self.help)
        case ":explain": output.line(engine.explain(try engine.prepare(rest, parameters: parameters)))
        case ":profile":
            let prepared = try engine.prepare(rest, parameters: parameters)
            output.line(try engine.profile(prepared, timeout: timeout).text)
        case ":format":
            guard let named = ResultEncoders.named(rest) else {
                throw UserError(
                    code: "shell.unknown-format", message: "no format named '\(rest)'",
                    hint: "one of \(ResultEncoders.names.joined(separator: ", "))")
            }
            format = named
        case ":param": try setParameter(rest)
        case ":limit":
            guard rest.isEmpty || Int(rest).map({ $0 >= 0 }) ?? false else {
                throw UserError(code: "shell.limit", message: ":limit takes a number from 0, not '\(rest)'")
            }
            limit = Int(rest)
        case ":timeout":
            let seconds = Double(rest)
            guard rest.isEmpty || seconds.map({ $0 > 0 && $0 < 1e9 }) ?? false else {
                throw UserError(code: "shell.timeout", message: ":timeout takes seconds above 0, not '\(rest)'")
            }
            timeout = seconds.map { .milliseconds(Int64($0 * 1000)) }
        default:
            throw UserError(
                code: "shell.unknown-command", message: "no command '\(words[0])'", hint: ":help tells what there is")
        }
        return true
    }

    private func setParameter(_ text: String) throws {
        if text.isEmpty {
            for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
                output.line(Talk.safe("\(name) = \(value.json.text)"))
            }
            return
        }
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw UserError(code: "shell.param", message: ":param wants name=value, not '\(text)'")
        }
        let name = text[..<equals].trimmingCharacters(in: .whitespaces)
        let value = text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
        parameters[name] = value.isEmpty ? nil : Self.value(value)
    }
}
