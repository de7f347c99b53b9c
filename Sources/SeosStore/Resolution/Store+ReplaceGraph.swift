import GRDB
import SeosModel

extension Store {
    /// Puts a resolved graph in the place of the one before, in one transaction: entities, relationships, the names
    /// to search by, which entity every mention and claim belongs to, and the decisions of rules.
    ///
    /// - Parameters:
    ///   - generation: what ``generation()`` said before the graph was computed; nil to write in any case.
    ///   - time: now, UTC, ISO 8601; kept with new decisions.
    /// - Throws: ``StoreError/changedMeanwhile(path:)`` when documents or decisions changed since; nothing is
    ///   written then.
    public func replaceGraph(_ graph: ResolvedGraph, generation: Int64? = nil, time: String) throws {
        try write { db in
            try Self.refuseImported(db, path: path)
            let state = StateTable(db: db)
            if let generation, try state.generation() != generation {
                throw StoreError.changedMeanwhile(path: path)
            }
            try GraphWriter(db: db, graph: graph, fold: fold).replace()
            try DecisionTable(db: db).replaceRuleDecisions(graph.decisions, time: time)
            try state.resolved()
        }
    }
}
