import GRDB
public import SeosModel

extension Store {
    /// Every decision, undone ones too, oldest first.
    public func decisions() throws -> [Decision] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT \(DecisionTable.columns) FROM decision ORDER BY id")
                .map { try DecisionTable.decision($0) }
        }
    }

    /// The decisions that hold which made one thing of what documents say: those between two of some first mentions,
    /// oldest first. Only decisions with one of these are read.
    public func joins(of kinds: Set<EntityKind>, between mentions: Set<Int64>) throws -> [Decision] {
        try read { db in
            let statement = try db.makeStatement(
                sql: """
                    SELECT \(DecisionTable.columns) FROM decision
                    WHERE kind = ? AND left_mention = ? AND verdict = 'same' AND undone = 0
                    """)
            var found: [Decision] = []
            for kind in kinds {
                for mention in mentions {
                    for row in try Row.fetchAll(statement, arguments: [kind.word, mention])
                    where mentions.contains(row[4]) {
                        found.append(try DecisionTable.decision(row))
                    }
                }
            }
            return found.sorted { $0.id < $1.id }
        }
    }

    /// What resolution must respect: the decisions of persons, and those of rules that a person has taken back.
    public func bindingDecisions() throws -> [Decision] {
        try read { try DecisionTable(db: $0).binding() }
    }

    /// Stores a decision, usually a person's. The graph follows with the next resolution.
    ///
    /// The same maker's earlier decision on the same two mentions is replaced, and is no longer undone.
    ///
    /// - Returns: its number.
    @discardableResult
    public func addDecision(_ decision: NewDecision, time: String) throws -> Int64 {
        try addDecisions([(decision, time)])[0]
    }

    /// Stores decisions, all of them or none, as ``addDecision(_:time:)`` stores one.
    ///
    /// - Returns: their numbers, in the order given.
    @discardableResult
    public func addDecisions(_ decisions: [(decision: NewDecision, time: String)]) throws -> [Int64] {
        try write { db in
            let table = DecisionTable(db: db)
            let ids = try decisions.map { item in
                try table.put(item.decision, time: item.time)
                return try table.id(of: item.decision) ?? 0
            }
            try Self.concerns(decisions.flatMap { [$0.decision.left, $0.decision.right] }, db)
            return ids
        }
    }

    /// Takes a decision back. It stays in the list, and stops its maker from deciding so again.
    ///
    /// - Returns: false when it was undone before.
    /// - Throws: ``StoreError/unknownID(_:)``.
    @discardableResult
    public func undoDecision(_ id: Int64) throws -> Bool {
        try undoDecisions([id])[0]
    }

    /// Takes decisions back, all of them or, when a number is unknown, none.
    ///
    /// - Returns: for each number in the order given, false when it was undone before.
    /// - Throws: ``StoreError/unknownID(_:)``.
    @discardableResult
    public func undoDecisions(_ ids: [Int64]) throws -> [Bool] {
        try write { db in
            var mentions: [Int64] = []
            let changed = try ids.map { id in
                let known = try Row.fetchOne(
                    db, sql: "SELECT undone, left_mention, right_mention FROM decision WHERE id = ?", arguments: [id])
                guard let known else { throw StoreError.unknownID(id) }
                if known[0] as Bool { return false }
                try db.execute(sql: "UPDATE decision SET undone = 1 WHERE id = ?", arguments: [id])
                mentions += [known[1], known[2]]
                return true
            }
            try Self.concerns(mentions, db)
            return changed
        }
    }

    /// The documents of some mentions are to be resolved anew.
    private static func concerns(_ mentions: [Int64], _ db: Database) throws {
        guard !mentions.isEmpty else { return }
        let state = StateTable(db: db)
        try state.documentsChanged()
        for mention in Set(mentions) {
            let documents = try Int64.fetchAll(
                db, sql: "SELECT DISTINCT document_id FROM local_entity WHERE first_mention = ?", arguments: [mention])
            for document in documents { try state.changed(document: document) }
        }
    }
}
