import GRDB
import SeosModel

extension Store {
    /// Every decision, undone ones too, oldest first.
    public func decisions() throws -> [Decision] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT \(DecisionTable.columns) FROM decision ORDER BY id")
                .map { try DecisionTable.decision($0) }
        }
    }

    /// What resolution must respect: the decisions of persons, and those of rules that a person has taken back.
    public func bindingDecisions() throws -> [Decision] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(DecisionTable.columns) FROM decision
                    WHERE (maker = ? AND undone = 0) OR (maker <> ? AND undone = 1) ORDER BY id
                    """, arguments: [NewDecision.person, NewDecision.person]
            ).map { try DecisionTable.decision($0) }
        }
    }

    /// Stores a decision, usually a person's. The graph follows with the next resolution.
    ///
    /// The same maker's earlier decision on the same two mentions is replaced, and is no longer undone.
    ///
    /// - Returns: its number.
    @discardableResult
    public func addDecision(_ decision: NewDecision, time: String) throws -> Int64 {
        try write { db in
            try StateTable(db: db).documentsChanged()
            let table = DecisionTable(db: db)
            try table.put(decision, time: time)
            return try table.id(of: decision) ?? 0
        }
    }

    /// Takes a decision back. It stays in the list, and stops its maker from deciding so again.
    ///
    /// - Returns: false when it was undone before.
    /// - Throws: ``StoreError/unknownID(_:)``.
    @discardableResult
    public func undoDecision(_ id: Int64) throws -> Bool {
        try write { db in
            let undone = try Bool.fetchOne(db, sql: "SELECT undone FROM decision WHERE id = ?", arguments: [id])
            guard let undone else { throw StoreError.unknownID(id) }
            if undone { return false }
            try db.execute(sql: "UPDATE decision SET undone = 1 WHERE id = ?", arguments: [id])
            try StateTable(db: db).documentsChanged()
            return true
        }
    }
}
