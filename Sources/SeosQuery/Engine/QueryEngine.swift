/// Answers openCypher queries from one Seos database, which it opens for reading only.
///
/// An engine, and the rows it gives, belong to one thread at a time; its `canceller` may be used from any.
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
    private let connection: Connection
    private let mapping: GraphMapping

    /// - Throws: `QueryError` with code `query.database` when the file is missing, busy or no database.
    public init(path: String) throws(QueryError) {
        connection = try Connection(path: path, flag: canceller)
        mapping = .seos
    }

    /// Parses, checks and compiles a query.
    ///
    /// - Parameter parameters: by name without the `$`. Their kinds are part of the check.
    public func prepare(_ text: String, parameters: [String: QueryValue] = [:]) throws(QueryError) -> PreparedQuery {
        let source = Array(text.utf8)
        do {
            let (compiler, result) = try Compiler.compile(source, mapping: mapping, parameters: parameters)
            return PreparedQuery(
                text: text, columns: result.columns.map(\.name), types: result.columns.map(\.type), sql: result.sql,
                bound: compiler.bound, plan: compiler.plan, warnings: compiler.warnings)
        } catch let fault as QueryFault {
            throw QueryError(fault, source: source)
        } catch {
            throw QueryError(code: .database, message: "\(error)")
        }
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
            let statement = try connection.statement(query.sql)
            try statement.bind(query.bound)
            let hydrator = Hydrator(connection: connection, mapping: mapping)
            return QueryRows(query: query, statement: statement, hydrator: hydrator, limit: limit)
        } catch {
            throw QueryError(error, source: Array(query.text.utf8))
        }
    }

    /// The plan in words, notes about parts that cannot match, and the SQL.
    public func explain(_ query: PreparedQuery) -> String {
        var lines = query.plan.enumerated().map { "\($0.offset + 1). \($0.element)" }
        lines += query.warnings.map { "note: \($0)" }
        lines.append("")
        lines.append(query.sql)
        if !query.bound.isEmpty {
            lines.append("")
            lines += query.bound.enumerated().map { "?\($0.offset + 1) = \($0.element.literal)" }
        }
        return lines.joined(separator: "\n")
    }

    /// Changes whenever another connection has changed the file; for callers that keep answers.
    public var dataVersion: Int64 { connection.dataVersion }

    /// At least one millisecond, so that no timeout becomes "none".
    private static func milliseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        if seconds > 1 << 40 { return 0 }
        return max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }
}
