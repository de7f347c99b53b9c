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
    let compressed: CompressedGraph

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
        compressed = CompressedGraph(graph)
    }

    /// Which way of running a query takes, for tests that compare the two.
    package enum Way: Sendable { case best, sql, evaluator, memory }

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
            let evaluator: Evaluator
            do {
                evaluator = try self.evaluator(parsed, source, graph, Budget())
            } catch let fault as QueryFault {
                // The compiler's words are the better ones where both refuse the same.
                let other = refusal(parsed, source)
                throw other?.code == fault.code ? other ?? fault : fault
            }
            let compiled =
                way == .sql || way == .best ? try self.compiled(parsed, source, mustAnswer: way == .sql) : nil
            let cost = Double(compiled?.0.readings ?? 1)
            let mayLoad =
                way == .best && evaluator.estimate.readsGraph ? try isBetterInMemory(evaluator, cost) : false
            let inMemory = way == .memory || mayLoad
            // What reads no graph gains nothing from SQL.
            let needsGraph = way == .sql || evaluator.estimate.readsGraph
            if let (compiler, result) = compiled, !inMemory, needsGraph {
                return PreparedQuery(
                    text: text, columns: result.columns.map(\.name),
                    method: .sql(
                        .init(
                            sql: result.sql, bound: compiler.bound, types: result.columns.map(\.type),
                            readings: compiler.readings), parsed),
                    plan: evaluator.plan, warnings: compiler.warnings)
            }
            return PreparedQuery(
                text: text, columns: evaluator.columns, method: .evaluator(parsed, inMemory: inMemory),
                plan: evaluator.plan,
                warnings: compiled?.0.warnings ?? [])
        } catch {
            throw QueryError(any: error, source: source)
        }
    }

    /// The query in SQL, unless it has no such form: what may be asked, the planner has said.
    private func compiled(
        _ parsed: PreparedQuery.Parsed, _ source: [UInt8], mustAnswer: Bool
    ) throws -> (Compiler, Compiler.Result)? {
        do {
            return try Compiler.compile(
                parsed.statement, source: source, tokens: parsed.tokens, parameters: parsed.parameters,
                graph: graph)
        } catch {
            if mustAnswer || !(error is QueryFault) { throw error }
            return nil
        }
    }

    private func refusal(_ parsed: PreparedQuery.Parsed, _ source: [UInt8]) -> QueryFault? {
        do {
            _ = try compiled(parsed, source, mustAnswer: true)
            return nil
        } catch { return error as? QueryFault }
    }

    /// Work of a row in SQL, or of a step from node to node by key, against loading a relationship.
    private static let loadingCost = 0.25
    /// Below this many rows loading is never worth it.
    private static let leastWork = 1000.0

    /// Whether the query goes through so much of the graph that its relationships had better lie in memory.
    private func isBetterInMemory(_ evaluator: Evaluator, _ readings: Double) throws -> Bool {
        guard CompressedGraph.mayHold(mapping) else { return false }
        if graph.hasChanged() { compressed.forget() }
        if evaluator.prefersMemory { return true }
        let missing = Double(try compressed.missing(evaluator.estimate))
        if missing > Double(Adjacency.most) { return false }
        // SQL goes through the graph once for each reading of the patterns.
        let work = evaluator.estimate.work * readings
        return missing == 0 ? true : work > Self.leastWork && work > missing * Self.loadingCost
    }

    func evaluator(
        _ parsed: PreparedQuery.Parsed, _ source: [UInt8], _ graph: any GraphSource, _ budget: Budget,
        isProfiled: Bool = false
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
        do {
            return QueryRows(query: query, source: try rows(query, timeout, limit), limit: limit)
        } catch {
            throw QueryError(any: error, source: Array(query.text.utf8))
        }
    }

    private func rows(_ query: PreparedQuery, _ timeout: Duration?, _ limit: Int?) throws -> any RowSource {
        let source = Array(query.text.utf8)
        switch query.method {
        case .sql(let compiled, let parsed):
            do {
                let statement = try connection.statement(compiled.sql)
                try statement.bind(compiled.bound)
                let hydrator = Hydrator(connection: connection, mapping: mapping)
                return StatementRows(statement, hydrator, types: compiled.types)
            } catch {
                guard [.tooDeep, .unsupported].contains(error.code) else { throw error }
            }
            return try evaluated(parsed, source, false, timeout, limit)
        case .evaluator(let parsed, let inMemory): return try evaluated(parsed, source, inMemory, timeout, limit)
        }
    }

    private func evaluated(
        _ parsed: PreparedQuery.Parsed, _ source: [UInt8], _ inMemory: Bool, _ timeout: Duration?, _ limit: Int?
    ) throws -> any RowSource {
        let budget = Budget(flag: canceller, timeout: timeout, mostValues: mostValues)
        let graph: any GraphSource = inMemory ? compressed : self.graph
        let evaluator = try self.evaluator(parsed, source, graph, budget)
        let run = { (body: @escaping EvaluatedRows.Body) in
            try self.graph.inOneState {
                if self.graph.hasChanged() { self.compressed.forget() }
                self.compressed.budget = budget
                try evaluator.run(body)
            }
        }
        if evaluator.isStream { return StreamedRows(run) }
        return EvaluatedRows(most: limit.map { max(0, $0) &+ 1 }, budget: budget, run)
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
