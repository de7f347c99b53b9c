import GRDB
import SeosModel

/// Says of some of the documents' own entities, with their mentions and claims, which entities they belong to now, inside
/// a transaction of the caller.
///
/// A new page may be the first that names a country, and the first gives an entity its number: then thousands of others go
/// over to the new one. Where most of an entity's members leave it, their mentions and claims are found by the entity;
/// else by the documents, each of which is read once.
struct EntityMoves {
    typealias Place = ResolvedGraph.Place

    let db: Database

    private static let columns = [("subject_id", "subject"), ("object_id", "object"), ("owner_id", "owner")]
    /// So many members may stay with an entity for each that leaves it.
    private static let share = 8

    /// - Returns: entities that claims are about which have one of those that moved as object or owner.
    func run(_ assignments: [ResolvedGraph.Assignment]) throws -> Set<Int64> {
        var leaving: [Int64: [ResolvedGraph.Assignment]] = [:]
        var documents: [Int64: [Place: Int64]] = [:]
        func read(_ a: ResolvedGraph.Assignment) { documents[a.documentID, default: [:]][place(a)] = a.entityID }
        var row = try RowInserter(db, "UPDATE local_entity SET entity_id = ? WHERE document_id = ? AND local = ?")
        for a in assignments {
            if let old = try entity(of: a) { leaving[old, default: []].append(a) } else { read(a) }
            row.bind(a.entityID)
            row.bind(a.documentID)
            row.bind(a.local)
            try row.insert()
        }
        var moves: [Int64: [Place: Int64]] = [:]
        for (old, moved) in leaving {
            if moved.count > 1, try !hasMore(than: moved.count * Self.share, old) {
                moves[old] = Dictionary(moved.map { (place($0), $0.entityID) }, uniquingKeysWith: { $1 })
            } else {
                moved.forEach(read)
            }
        }
        for (old, entities) in moves {
            try move(entities, "mention", "entity_id", "local", where: "entity_id = ?", old)
        }
        for (document, entities) in documents {
            try move(entities, "mention", "entity_id", "local", where: "document_id = ?", document)
        }
        // Subjects first: what a claim is about is told as it is from now on.
        var subjects: Set<Int64> = []
        for (column, number) in Self.columns {
            var found: Set<Int64> = []
            for (old, entities) in moves {
                found.formUnion(
                    try move(entities, "claim", column, number, where: "\(column) = ? AND retired = 0", old))
            }
            for (document, entities) in documents {
                found.formUnion(
                    try move(entities, "claim", column, number, where: "document_id = ? AND retired = 0", document))
            }
            if column != "subject_id" { subjects.formUnion(found) }
        }
        return subjects
    }

    private func place(_ a: ResolvedGraph.Assignment) -> Place { Place(a.documentID, a.local) }

    private func entity(of a: ResolvedGraph.Assignment) throws -> Int64? {
        var found: Int64?
        try ColumnReader.forEach(
            db, "SELECT entity_id FROM local_entity WHERE document_id = ? AND local = ?",
            [a.documentID, Int64(a.local)]
        ) { found = $0.optionalInt64(0) }
        return found
    }

    /// Whether an entity has more members than so many.
    private func hasMore(than limit: Int, _ entity: Int64) throws -> Bool {
        var count = 0
        try ColumnReader.forEach(
            db, "SELECT 1 FROM local_entity WHERE entity_id = ? LIMIT ?", [entity, Int64(limit + 1)]
        ) { _ in count += 1 }
        return count > limit
    }

    /// Sets a column of the rows found to the entities of those that they speak of.
    ///
    /// - Parameter number: the column that says which of a document's own entities a row speaks of.
    /// - Returns: what the rows found are about, of a table that says so.
    @discardableResult
    private func move(
        _ entities: [Place: Int64], _ table: String, _ column: String, _ number: String, where condition: String,
        _ argument: Int64
    ) throws -> Set<Int64> {
        let about = table == "claim" ? "subject_id" : "NULL"
        var subjects: Set<Int64> = []
        var rows: [(id: Int64, entity: Int64)] = []
        try ColumnReader.forEach(
            db, "SELECT id, document_id, \(number), \(column), \(about) FROM \(table) WHERE \(condition)", [argument]
        ) { row in
            guard let local = row.optionalInt(2), let entity = entities[Place(row.int64(1), local)] else { return }
            if let subject = row.optionalInt64(4) { subjects.insert(subject) }
            if row.optionalInt64(3) != entity { rows.append((row.int64(0), entity)) }
        }
        if rows.isEmpty { return subjects }
        var row = try RowInserter(db, "UPDATE \(table) SET \(column) = ? WHERE id = ?")
        for (id, entity) in rows {
            row.bind(entity)
            row.bind(id)
            try row.insert()
        }
        return subjects
    }
}
