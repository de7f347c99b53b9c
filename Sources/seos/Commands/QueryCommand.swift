import ArgumentParser
import Foundation
import SeosLanguages
import SeosModel
import SeosQuery
import SeosStore

struct QueryCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the graph in openCypher, read only.",
        discussion: """
            @name runs graph/queries/name.cypher of the current folder, else the query of that name that comes with seos.

            Examples:
              seos query @shared-partners
              seos query @partners-of --param name='Universität Greifswald'
              seos query 'MATCH (p:Project)<-[:PARTNER_IN]-(o) RETURN p.name, count(o) AS partners ORDER BY partners DESC LIMIT 5'
              seos query --list
            """)

    @Argument(help: "The query, or @name.") var query: String?
    @Option(name: .shortAndLong, help: "Read the query from a file.") var file: String?
    @Option(
        help: ArgumentHelp(
            "A parameter, written as in a query; text needs no quotation marks.", valueName: "name=value")) var param:
        [String] = []
    @Option(help: "table, csv, json, jsonl or markdown.") var format: String?
    @Flag(help: "Show the plan and the SQL instead of rows.") var explain = false
    @Option(help: "Give up after so many seconds.") var timeout: Double?
    @Option(help: "At most so many rows.") var limit: Int?
    @Flag(help: "List the named queries.") var list = false
    @Flag(help: "Answer {\"query\",\"parameters\"} lines from standard input, one line each.") var jsonl = false
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json || format == "json" || format == "jsonl" }

    func validate() throws {
        let sources = [query != nil, file != nil, list, jsonl].filter { $0 }.count
        if sources != 1 { throw ValidationError("Give one of: a query, --file, --list, --jsonl.") }
        if let format, ResultEncoders.named(format) == nil {
            throw ValidationError(
                "No format named '\(format)'; one of \(ResultEncoders.names.joined(separator: ", ")).")
        }
        if let timeout, timeout <= 0 { throw ValidationError("--timeout takes seconds above 0.") }
        if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    }

    func execute() throws {
        if list { return listQueries() }
        guard FileManager.default.fileExists(atPath: database.path) else {
            throw StoreError.missing(path: database.path)
        }
        let engine = try QueryEngine(path: database.path)
        let canceller = engine.canceller
        let watcher = Interruption.watch { canceller.cancel() }
        defer { watcher.forEach { $0.cancel() } }
        if jsonl { return serve(engine) }
        let (text, parameters) = try source()
        let prepared = try engine.prepare(text, parameters: parameters)
        let output = Output()
        if explain { return output.line(engine.explain(prepared)) }
        let name = format ?? (database.json ? "json" : "table")
        guard let encoder = ResultEncoders.named(name) else { return }
        let rows = try engine.run(prepared, timeout: timeout.map { .milliseconds(Int64($0 * 1000)) }, limit: limit)
        var buffered = ""
        // Rows of a query that fails half-way are not shown as if they were the answer.
        if name == "json" {
            buffered = try rows.text(as: encoder)
            output.write(buffered)
        } else {
            try rows.encode(as: encoder) { output.write(String(decoding: $0, as: UTF8.self)) }
        }
        output.flush()
        if rows.isCut, !database.quiet { Talk.say("There are more rows; --limit \(limit ?? 0) cut them.") }
        for warning in prepared.warnings where !database.quiet { Talk.say("note: \(warning)") }
    }

    // MARK: Where the query comes from

    private func source() throws -> (String, [String: QueryValue]) {
        var given: [String: QueryValue] = [:]
        for pair in param {
            guard let equals = pair.firstIndex(of: "="), equals > pair.startIndex else {
                throw ValidationError("--param wants name=value, not '\(pair)'.")
            }
            let value = String(pair[pair.index(after: equals)...])
            given[String(pair[..<equals])] = QueryValue(literal: value) ?? .string(value)
        }
        if let file {
            let named = try NamedQuery(path: file)
            return (named.text, named.parameters.isEmpty ? given : try named.values(given))
        }
        guard let query else { return ("", given) }
        guard query.hasPrefix("@") else { return (query, given) }
        let name = String(query.dropFirst())
        let local = "graph/queries/\(name).cypher"
        if FileManager.default.fileExists(atPath: local) {
            let named = try NamedQuery(path: local)
            return (named.text, try named.values(given))
        }
        guard let bytes = DataFiles.embedded.bytes("queries/\(name).cypher") else {
            throw UserError(
                code: "query.unknown-name", message: "there is no named query '\(name)'",
                hint: "one of: \(Self.names().joined(separator: ", "))")
        }
        let named = try NamedQuery(name: name, text: String(decoding: bytes, as: UTF8.self))
        return (named.text, try named.values(given))
    }

    private static func names() -> [String] {
        let embedded = DataFiles.embedded.names.filter { $0.hasPrefix("queries/") }.map {
            String($0.dropFirst(8).dropLast(7))
        }
        return Set(embedded + NamedQuery.names(in: "graph/queries")).sorted()
    }

    private func listQueries() {
        let output = Output()
        for name in Self.names() {
            let local = "graph/queries/\(name).cypher"
            let bytes =
                FileManager.default.contents(atPath: local).map { [UInt8]($0) } ?? DataFiles.embedded.bytes(
                    "queries/\(name).cypher") ?? []
            guard let named = try? NamedQuery(name: name, text: String(decoding: bytes, as: UTF8.self)) else {
                continue
            }
            if wantsJSON {
                output.line(
                    .object([
                        "name": .string(name), "title": .string(named.title), "question": .string(named.question),
                        "parameters": .array(named.parameters.map { .string($0.name) }),
                    ]))
            } else {
                let parameters = named.parameters.map { "$\($0.name)" }.joined(separator: " ")
                output.line("@\(name)\(parameters.isEmpty ? "" : "  (\(parameters))")\n    \(named.question)")
            }
        }
    }

    // MARK: One line, one answer

    private func serve(_ engine: QueryEngine) {
        let output = Output()
        while let line = readLine(strippingNewline: true) {
            if line.isEmpty { continue }
            output.line(answer(line, engine))
            output.flush()
        }
    }

    private func answer(_ line: String, _ engine: QueryEngine) -> JSONValue {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let text = object["query"] as? String
        else {
            return JSONLines.error("query.not-json", "this line is no JSON object with a query")
        }
        var parameters: [String: QueryValue] = [:]
        for (name, value) in object["parameters"] as? [String: Any] ?? [:] { parameters[name] = Self.value(value) }
        do {
            let prepared = try engine.prepare(text, parameters: parameters)
            let rows = try engine.run(prepared, timeout: timeout.map { .milliseconds(Int64($0 * 1000)) }, limit: limit)
            let columns = rows.columns
            return .object([
                "columns": .array(columns.map(JSONValue.string)),
                "rows": .array(try rows.all().map { .array($0.map(\.json)) }),
            ])
        } catch {
            return Failure(error)?.json ?? JSONLines.error("query.failed", "\(error)")
        }
    }

    private static func value(_ any: Any) -> QueryValue {
        switch any {
        case let number as NSNumber:
            // JSON true and false come as numbers of their own type.
            if isBool(number) { return .boolean(number.boolValue) }
            if let exact = Int64(exactly: number.doubleValue), "\(number)".allSatisfy({ $0.isNumber || $0 == "-" }) {
                return .integer(exact)
            }
            return .double(number.doubleValue)
        case let text as String: return .string(text)
        case let list as [Any]: return .list(list.map(value))
        case let object as [String: Any]:
            return .map(object.sorted { $0.key < $1.key }.map { .init($0.key, value($0.value)) })
        default: return .null
        }
    }

    private static func isBool(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }
}
