/// The rows of one run, one at a time.
public final class QueryRows {
    public let columns: [String]
    /// Whether the run's limit left rows out; known once `next` has answered nil.
    public private(set) var isCut = false

    private let query: PreparedQuery
    private let statement: Connection.Statement
    private let hydrator: Hydrator
    private var remaining: Int?
    private var isDone = false

    init(query: PreparedQuery, statement: Connection.Statement, hydrator: Hydrator, limit: Int?) {
        columns = query.columns
        self.query = query
        self.statement = statement
        self.hydrator = hydrator
        remaining = limit.map { max(0, $0) }
    }

    /// The next row, or nil after the last one.
    ///
    /// - Throws: `QueryError`: timeout, cancellation, a calculation that has no result, or the database.
    public func next() throws(QueryError) -> [QueryValue]? {
        if isDone { return nil }
        do {
            guard try statement.step() else { return finish(cut: false) }
            if remaining == 0 { return finish(cut: true) }
            remaining = remaining.map { $0 - 1 }
            var row: [QueryValue] = []
            row.reserveCapacity(query.types.count)
            for (i, type) in query.types.enumerated() {
                row.append(try hydrator.value(try statement.item(i, type)))
            }
            return row
        } catch {
            _ = finish(cut: false)
            throw QueryError(error, source: Array(query.text.utf8))
        }
    }

    /// All rows that are left.
    public func all() throws(QueryError) -> [[QueryValue]] {
        var rows: [[QueryValue]] = []
        while let row = try next() { rows.append(row) }
        return rows
    }

    private func finish(cut: Bool) -> [QueryValue]? {
        isDone = true
        isCut = cut
        statement.reset()
        return nil
    }
}
