/// Answers openCypher queries from one Seos database, which it opens for reading only.
///
/// A query runs as one SQL statement where it has that form, and is otherwise evaluated over the graph; both give the
/// same answers. An engine, and the rows it gives, belong to one thread at a time; its `canceller` may be used from any.
///
/// - What it may lose: nothing. A query it cannot answer exactly is refused with a `QueryError`.
///
/// ```swift
/// let engine = try QueryEngine(path: "graph/seos.sqlite")
/// let query = try engine.prepare("MATCH (p:Project {name: $name}) RETURN p.year", parameters: ["name": .string("X")])
/// let rows = try engine.run(query)
/// while let row = try rows.next() { print(row[0].text) }
/// ```
public final class QueryEngine {
    public let canceller = QueryCanceller()
    let connection: Connection
    let mapping: GraphMapping
    let graph: DatabaseGraph

    /// How many values a run may hold in memory at once; one takes some 50 bytes.
    public var mostValues = Budget.mostValues

    /// - Throws: `QueryError` with code `query.database` when the file is missing, busy or no database.
    public init(path: String) throws(QueryError) {
        connection = try Connection(path: path, flag: canceller)
        do {
            mapping = try GraphMapping.of(connection)
        } catch {
            throw QueryError(any: error, source: [])
        }
        graph = DatabaseGraph(connection: connection, mapping: mapping)
    }

    /// Which way of running a query takes, for tests that compare the two.
    package enum Way: Sendable { case best, sql, evaluator }

    /// Parses, checks and compiles a query.
    ///
    /// - Parameter parameters: by name without the `$`. Their kinds are part of the check.
    public func prepare(_ text: String, parameters: [String: QueryValue] = [:]) throws(QueryError) -> PreparedQuery {
        try prepare(text, parameters: parameters, way: .best)
    }

    package func prepare(
        _ text: String, parameters: [String: QueryValue] = [:], way: Way
    ) throws(QueryError) -> PreparedQuery {
        let source = Array(text.utf8)
        do {
            var parser = try Parser(source)
            let statement = try parser.statement()
            let parsed = PreparedQuery.Parsed(statement: statement, tokens: parser.tokens, parameters: parameters)
            var refusal: QueryFault?
            var compiled: (Compiler, Compiler.Result)?
            do {
                compiled = try Compiler.compile(
                    statement, source: source, tokens: parser.tokens, mapping: mapping, parameters: parameters)
            } catch let fault as QueryFault where way != .sql && Self.mayEvaluate(fault) { refusal = fault }
            let evaluator: Evaluator
            do {
                evaluator = try self.evaluator(parsed, source, Budget())
            } catch let fault as QueryFault {
                // The compiler's words are the better ones where both refuse the same.
                throw fault.code == refusal?.code ? refusal ?? fault : fault
            }
            if let (compiler, result) = compiled, way != .evaluator, !(way == .best && evaluator.prefersItself) {
                return PreparedQuery(
                    text: text, columns: result.columns.map(\.name),
                    method: .sql(
                        .init(sql: result.sql, bound: compiler.bound, types: result.columns.map(\.type)), parsed),
                    plan: compiler.plan, warnings: compiler.warnings)
            }
            return PreparedQuery(
                text: text, columns: evaluator.columns, method: .evaluator(parsed), plan: evaluator.plan,
                warnings: compiled?.0.warnings ?? [])
        } catch {
            throw QueryError(any: error, source: source)
        }
    }

    /// Whether what the compiler refuses may have an answer all the same.
    private static func mayEvaluate(_ fault: QueryFault) -> Bool {
        [.unsupported, .unknownVariable, .tooLong, .tooDeep].contains(fault.code)
    }

    func evaluator(
        _ parsed: PreparedQuery.Parsed, _ source: [UInt8], _ budget: Budget, isProfiled: Bool = false
    ) throws -> Evaluator {
        try Evaluator(
            parsed.statement, source: source, tokens: parsed.tokens, graph: graph, mapping: mapping,
            parameters: parsed.parameters, budget: budget, isProfiled: isProfiled)
    }

    /// Starts a query; rows are computed as they are taken.
    ///
    /// - Parameters:
    ///   - timeout: nil for none. The clock runs from here until the last row is taken.
    ///   - limit: at most so many rows; `QueryRows.isCut` tells whether there were more.
    public func run(
        _ query: PreparedQuery, timeout: Duration? = nil, limit: Int? = nil
    ) throws(QueryError) -> QueryRows {
        canceller.clear()
        connection.setTimeout(milliseconds: timeout.map(Self.milliseconds) ?? 0)
        let source = Array(query.text.utf8)
        do {
            let rows: any RowSource
            switch query.method {
            case .sql(let compiled, let parsed):
                do {
                    let statement = try connection.statement(compiled.sql)
                    try statement.bind(compiled.bound)
                    let hydrator = Hydrator(connection: connection, mapping: mapping)
                    rows = StatementRows(statement, hydrator, types: compiled.types)
                } catch let fault where fault.code == .tooDeep || fault.code == .unsupported {
                    rows = evaluated(parsed, source, timeout, limit)
                }
            case .evaluator(let parsed): rows = evaluated(parsed, source, timeout, limit)
            }
            return QueryRows(query: query, source: rows, limit: limit)
        } catch {
            throw QueryError(any: error, source: source)
        }
    }

    private func evaluated(
        _ parsed: PreparedQuery.Parsed, _ source: [UInt8], _ timeout: Duration?, _ limit: Int?
    ) -> EvaluatedRows {
        let budget = Budget(flag: canceller, timeout: timeout, mostValues: mostValues)
        return EvaluatedRows(most: limit.map { max(0, $0) &+ 1 }, budget: budget) { body in
            try self.graph.inOneState { try self.evaluator(parsed, source, budget).run(body) }
        }
    }

    /// The plan in words, notes about parts that cannot match, and the SQL.
    public func explain(_ query: PreparedQuery) -> String {
        var lines = query.plan.enumerated().map { "\($0.offset + 1). \($0.element)" }
        lines += query.warnings.map { "note: \($0)" }
        guard case .sql(let compiled, _) = query.method else { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append(compiled.sql)
        if !compiled.bound.isEmpty {
            lines.append("")
            lines += compiled.bound.enumerated().map { "?\($0.offset + 1) = \($0.element.literal)" }
        }
        return lines.joined(separator: "\n")
    }

    /// Changes whenever another connection has changed the file; for callers that keep answers.
    public var dataVersion: Int64 { connection.dataVersion }

    /// At least one millisecond, so that no timeout becomes "none".
    static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        if seconds > 1 << 40 { return 0 }
        return max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
