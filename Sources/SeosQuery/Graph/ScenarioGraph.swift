/// A graph in memory that a test sets up with CREATE and asks with queries, both through the product's own parser.
package final class ScenarioGraph {
    private let graph = MemoryGraph()

    package init() {}

    /// Runs a statement that may write.
    package func setUp(_ text: String) throws(QueryError) {
        _ = try answer(text, [:], allowsWrites: true)
    }

    package func ask(
        _ text: String, parameters: [String: QueryValue] = [:]
    ) throws(QueryError) -> (columns: [String], rows: [[QueryValue]]) {
        try answer(text, parameters, allowsWrites: false)
    }

    private func answer(
        _ text: String, _ parameters: [String: QueryValue], allowsWrites: Bool
    ) throws(QueryError) -> (columns: [String], rows: [[QueryValue]]) {
        let source = Array(text.utf8)
        do {
            var parser = try Parser(source, allowsWrites: allowsWrites)
            let statement = try parser.statement()
            let evaluator = try Evaluator(
                statement, source: source, tokens: parser.tokens, graph: graph, mapping: nil, parameters: parameters,
                budget: Budget(timeout: .seconds(30)))
            let rows = Rows()
            try evaluator.run {
                rows.all.append($0)
                return true
            }
            return (evaluator.columns, rows.all)
        } catch let fault as QueryFault {
            throw QueryError(fault, source: source)
        } catch {
            throw QueryError(code: .database, message: "\(error)")
        }
    }

    private final class Rows {
        var all: [[QueryValue]] = []
    }
}
