/// Where the rows of a run come from.
protocol RowSource: AnyObject {
    func next() throws -> [QueryValue]?
    func stop()
}

/// Rows of one SQL statement.
final class StatementRows: RowSource {
    private let statement: Connection.Statement
    private let hydrator: Hydrator
    private let types: [ValueType]

    init(_ statement: Connection.Statement, _ hydrator: Hydrator, types: [ValueType]) {
        self.statement = statement
        self.hydrator = hydrator
        self.types = types
    }

    func next() throws -> [QueryValue]? {
        guard try statement.step() else { return nil }
        var row: [QueryValue] = []
        row.reserveCapacity(types.count)
        for (i, type) in types.enumerated() { row.append(try hydrator.value(try statement.item(i, type))) }
        return row
    }

    func stop() { statement.reset() }
}

/// Rows of the evaluator that are held anyway, or few: all computed when the first one is taken.
final class EvaluatedRows: RowSource {
    typealias Body = ([QueryValue]) throws -> Bool
    private let run: (@escaping Body) throws -> Void
    private let most: Int?
    private let budget: Budget
    private var rows: [[QueryValue]] = []
    private var at = 0
    private var hasRun = false

    /// `most` is one more than the run's limit: enough to see that there are more.
    init(most: Int?, budget: Budget, _ run: @escaping (@escaping Body) throws -> Void) {
        self.most = most
        self.budget = budget
        self.run = run
    }

    func next() throws -> [QueryValue]? {
        if !hasRun {
            hasRun = true
            if most == 0 { return nil }
            try run { row in
                self.rows.append(row)
                try self.budget.keep(row.reduce(1) { $0 + $1.weight })
                return self.most.map { self.rows.count < $0 } ?? true
            }
        }
        guard at < rows.count else { return nil }
        defer { at += 1 }
        return rows[at]
    }

    func stop() { rows = [] }
}
