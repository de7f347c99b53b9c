import GRDB
public import SeosModel

/// The graph and what documents say, inside one transaction: read, and changed in parts.
public struct GraphUpdate {
    let db: Database
    let fold: (String) -> String

    private var writer: GraphWriter { GraphWriter(db: db) }

    // MARK: The whole graph

    /// Takes everything out that resolution made.
    public func clear() throws { try writer.clear() }

    /// Says which entity every mention and claim belongs to; what is not named belongs to none.
    public func assignAll(_ assignments: [ResolvedGraph.Assignment]) throws { try writer.assign(assignments) }

    /// Forgets of which entities earlier versions of documents told that no longer exist.
    public func forgetLostEntities() throws { try writer.forgetLostEntities() }

    // MARK: Parts

    /// Adds nodes, relationships, and what values stand for; assignments, decisions and names of the part are not
    /// looked at.
    public func write(_ part: ResolvedGraph) throws {
        try writer.write(part)
        try writer.point(part.valueObjects)
    }

    /// Adds the names by which nodes are found that had none.
    public func insert(names: [ResolvedGraph.NodeNames]) throws { try SearchNames(db: db, fold: fold).insert(names) }

    /// Makes the names by which some nodes are found those given.
    ///
    /// - Parameter ids: nodes that are gone, and those given.
    public func replaceNames(of ids: Set<Int64>, with names: [ResolvedGraph.NodeNames]) throws {
        try SearchNames(db: db, fold: fold).replace(of: ids, with: names)
    }

    /// Says which entities some of the documents' own entities belong to.
    ///
    /// - Returns: entities that claims are about which have one of the documents' own entities as object or owner.
    public func reassign(_ assignments: [ResolvedGraph.Assignment]) throws -> Set<Int64> {
        try EntityMoves(db: db).run(assignments)
    }

    /// Takes out a node; the names by which it is found stay.
    public func removeNode(_ id: Int64, _ kind: EntityKind) throws { try writer.removeNode(id, kind) }

    /// Takes out the relationships that claims about an entity make.
    ///
    /// - Returns: amounts and dates that it had.
    public func removeRelations(of subject: Int64) throws -> [Int64] { try writer.removeRelations(of: subject) }

    /// Takes out what lies where: which regions are part of which.
    public func removePartOf() throws { try db.execute(sql: "DELETE FROM part_of") }

    /// Forgets what earlier versions of documents said of entities that are gone.
    public func forget(_ entities: Set<Int64>) throws { try writer.forget(entities) }

    /// Forgets what earlier versions of documents said of those amounts and dates that are gone.
    public func forget(values: Set<Int64>) throws { try writer.forget(values: values) }

    // MARK: Decisions

    /// Adds what rules decided to what ``Store/gather(_:isFirst:)`` gathered.
    public func gather(_ decisions: [NewDecision], isFirst: Bool = true) throws {
        let table = DecisionTable(db: db)
        if isFirst { try table.prepare() }
        try table.gather(decisions)
    }

    /// Takes out decisions of rules that are needed no longer.
    public func remove(_ decisions: [ProjectDecision]) throws {
        let statement = try db.cachedStatement(
            sql: """
                DELETE FROM decision WHERE kind = 'project' AND left_mention = ? AND right_mention = ? AND maker = ?
                AND undone = 0
                """)
        for decision in decisions {
            try statement.execute(arguments: [decision.left, decision.right, decision.maker])
        }
    }

    /// Makes what was gathered the decisions of rules.
    ///
    /// - Parameters:
    ///   - mentions: those whose decisions are replaced, by kind; nil for all.
    ///   - time: now, UTC, ISO 8601; kept with new decisions.
    public func replaceDecisions(of mentions: [EntityKind: Set<Int64>]? = nil, time: String) throws {
        try DecisionTable(db: db).replaceRuleDecisions(of: mentions, time: time)
    }
}
