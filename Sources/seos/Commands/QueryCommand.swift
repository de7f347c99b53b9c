import ArgumentParser
import Foundation
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
              seos query --list "who shares projects"
              seos query --evidence 'MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project {name: "RepairRing"}) RETURN o.name, r'
            """)

    @Argument(help: "The query, or @name.") var query: String?
    @Option(name: .shortAndLong, help: "Read the query from a file.") var file: String?
    @Option(
        help: ArgumentHelp(
            "A parameter, written as in a query; text needs no quotation marks.", valueName: "name=value")) var param:
        [String] = []
    @Option(help: "table, csv, json, jsonl or markdown.") var format: String?
    @Flag(help: "Show the plan and the SQL instead of rows.") var explain = false
    @Flag(help: "Run the query and show the plan with real rows and times.") var profile = false
    @Flag(help: "Add a column with the claims and exact words behind every node and relationship of a row.")
    var evidence =
        false
    @Option(help: "Give up after so many seconds.") var timeout: Double?
    @Option(help: "At most so many rows.") var limit: Int?
    @Flag(help: "List the named queries, or with words those that answer them.") var list = false
    @Flag(help: "Print the reference of the language: every clause, expression and function with an example.")
    var reference = false
    @Flag(help: "Answer {\"query\",\"parameters\"} lines from standard input, one line each.") var jsonl = false
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json || format == "json" || format == "jsonl" }

    func validate() throws {
        let sources = [query != nil && !list, file != nil, list, jsonl, reference].filter { $0 }.count
        if sources != 1 { throw ValidationError("Give one of: a query, --file, --list, --jsonl, --reference.") }
        if explain && profile { throw ValidationError("Give one of --explain and --profile.") }
        if jsonl, explain || profile || format != nil {
            throw ValidationError("--jsonl has its own format, and neither --explain nor --profile.")
        }
        if let format, ResultEncoders.named(format) == nil {
            throw ValidationError(
                "No format named '\(format)'; one of \(ResultEncoders.names.joined(separator: ", ")).")
        }
        if let timeout, timeout <= 0 { throw ValidationError("--timeout takes seconds above 0.") }
        if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    }

    func execute() throws {
        if list { return try listQueries() }
        if reference { return Output().write(LanguageReference.page) }
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
        if profile { return output.line(try engine.profile(prepared, timeout: duration).text) }
        let name = format ?? (database.json ? "json" : "table")
        guard let encoder = ResultEncoders.named(name) else { return }
        let rows = try engine.run(prepared, timeout: duration, limit: limit)
        try QueryOutput(format: encoder, evidence: evidence ? EvidenceReader(engine: engine) : nil)
            .write(rows, to: output)
        if rows.isCut, !database.quiet { Talk.say("There are more rows; --limit \(limit ?? 0) cut them.") }
        for warning in prepared.warnings where !database.quiet { Talk.say("note: \(warning)") }
    }

    private var duration: Duration? { timeout.map { .milliseconds(Int64(min($0, 1e9) * 1000)) } }

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
        let named = try SavedQueries.query(String(query.dropFirst()))
        return (named.text, try named.values(given))
    }

    private func listQueries() throws {
        let output = Output()
        var queries = SavedQueries.all()
        if let query {
            queries = NamedQuerySearch(queries).find(query)
            if queries.isEmpty {
                throw UserError(
                    code: "query.unknown-name", message: "no named query speaks of '\(query)'",
                    hint: "'seos query --list' names them all")
            }
        }
        for named in queries {
            if wantsJSON {
                output.line(
                    .object([
                        "name": .string(named.name), "title": .string(named.title), "question": .string(named.question),
                        "parameters": .array(named.parameters.map { .string($0.name) }),
                    ]))
            } else {
                let parameters = named.parameters.map { "$\($0.name)" }.joined(separator: " ")
                output.line("@\(named.name)\(parameters.isEmpty ? "" : "  (\(parameters))")\n    \(named.question)")
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
            let rows = try engine.run(prepared, timeout: duration, limit: limit)
            let columns = rows.columns + (evidence ? ["evidence"] : [])
            let reader = evidence ? EvidenceReader(engine: engine) : nil
            var all: [JSONValue] = []
            while var row = try rows.next() {
                if let reader { row.append(.list(try reader.evidence(of: row).map(\.map))) }
                all.append(.array(row.map(\.json)))
            }
            return .object(["columns": .array(columns.map(JSONValue.string)), "rows": .array(all)])
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
