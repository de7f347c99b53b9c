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
        try updateGraph(generation: generation) { update in
            try update.clear()
            try update.assignAll(graph.assignments)
            try update.write(graph)
            try update.insert(names: graph.nodeNames)
            try update.forgetLostEntities()
            try update.gather(graph.decisions)
            try update.replaceDecisions(time: time)
        }
    }

    /// Brings the graph up to date with what documents say, in one transaction.
    ///
    /// - Parameters:
    ///   - generation: what ``generation()`` said when it was read what documents say; nil when nothing was read.
    ///   - body: reads and writes; all of it holds, or nothing.
    /// - Throws: ``StoreError/changedMeanwhile(path:)`` when documents or decisions changed since; nothing is
    ///   written then.
    public func updateGraph<T>(generation: Int64? = nil, _ body: (GraphUpdate) throws -> T) throws -> T {
        try write { db in
            try Self.refuseImported(db, path: path)
            let state = StateTable(db: db)
            if let generation, try state.generation() != generation {
                throw StoreError.changedMeanwhile(path: path)
            }
            let result = try body(GraphUpdate(db: db, fold: fold))
            try state.resolved()
            return result
        }
    }

    /// Gathers what rules decided, for ``GraphUpdate/replaceDecisions(of:time:)``: there are many, and they need not
    /// stand in memory together.
    ///
    /// - Parameter isFirst: whether what was gathered before is forgotten.
    public func gather(_ decisions: [NewDecision], isFirst: Bool) throws {
        try translated {
            try queue.write { db in
                let table = DecisionTable(db: db)
                if isFirst { try table.prepare() }
                try table.gather(decisions)
            }
        }
    }
}
