/// The rows of one run, one at a time.
public final class QueryRows {
    public let columns: [String]
    /// Whether the run's limit left rows out; known once `next` has answered nil.
    public private(set) var isCut = false

    private let query: PreparedQuery
    private let source: any RowSource
    private var remaining: Int?
    private var isDone = false

    init(query: PreparedQuery, source: any RowSource, limit: Int?) {
        columns = query.columns
        self.query = query
        self.source = source
        remaining = limit.map { max(0, $0) }
    }

    /// The next row, or nil after the last one.
    ///
    /// - Throws: `QueryError`: timeout, cancellation, a calculation that has no result, or the database.
    public func next() throws(QueryError) -> [QueryValue]? {
        if isDone { return nil }
        do {
            guard let row = try source.next() else { return finish(cut: false) }
            if remaining == 0 { return finish(cut: true) }
            remaining = remaining.map { $0 - 1 }
            return row
        } catch {
            _ = finish(cut: false)
            throw QueryError(any: error, source: Array(query.text.utf8))
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
        source.stop()
        return nil
    }
}

extension QueryError {
    init(any error: any Error, source: [UInt8]) {
        switch error {
        case let fault as QueryFault: self.init(fault, source: source)
        case let error as QueryError: self = error
        default: self.init(code: .database, message: "\(error)")
        }
    }
}
