import GRDB
import SeosModel

/// The names by which nodes are found, inside a transaction of the caller.
struct SearchNames {
    let db: Database
    let fold: (String) -> String

    /// Names of one entity to search by.
    private static let limit: Int64 = 1023

    /// Rows of names are numbered by their entity, so that they are found again. Ids are below 2^53.
    private static func row(_ id: Int64, _ number: Int64) -> Int64 { (id & 0x1F_FFFF_FFFF_FFFF) << 10 | number }

    private struct Row {
        var id: Int64
        var entity: Int64
        var kind: EntityKind
        var folded: String
        var name: String
    }

    /// Adds the names of nodes that had none.
    func insert(_ nodes: [ResolvedGraph.NodeNames]) throws { try insert(rows(nodes)) }

    /// Makes the names of some nodes those given. Names that stand are left as they are, and all others are taken out
    /// in one step: every step writes a piece of the index of words.
    ///
    /// - Parameter ids: nodes that are gone, and those given.
    func replace(of ids: Set<Int64>, with nodes: [ResolvedGraph.NodeNames]) throws {
        let wanted = Dictionary(rows(nodes).map { ($0.id, $0) }, uniquingKeysWith: { _, b in b })
        var kept: Set<Int64> = []
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS outdated_name (id INTEGER PRIMARY KEY);
                DELETE FROM temp.outdated_name;
                """)
        var outdated = try RowInserter(db, "INSERT INTO temp.outdated_name VALUES (?)")
        for id in ids.sorted() {
            try ColumnReader.forEach(
                db, "SELECT rowid, folded, kind, name FROM name_search WHERE rowid BETWEEN ? AND ?",
                [Self.row(id, 0), Self.row(id, Self.limit)]
            ) {
                let row = $0.int64(0)
                if let new = wanted[row], new.folded == $0.string(1), new.kind.word == $0.string(2),
                    new.name == $0.string(3)
                {
                    kept.insert(row)
                } else {
                    outdated.bind(row)
                    try outdated.insert()
                }
            }
        }
        try db.execute(
            sql: """
                DELETE FROM name_search WHERE rowid IN (SELECT id FROM temp.outdated_name);
                DELETE FROM temp.outdated_name;
                """)
        try insert(wanted.values.filter { !kept.contains($0.id) })
    }

    private func rows(_ nodes: [ResolvedGraph.NodeNames]) -> [Row] {
        var found: [Row] = []
        for node in nodes {
            var seen: Set<String> = []
            for name in node.names {
                let folded = fold(name)
                guard !folded.isEmpty, seen.count < Int(Self.limit), seen.insert(folded).inserted else { continue }
                found.append(
                    Row(
                        id: Self.row(node.id, Int64(seen.count)), entity: node.id, kind: node.kind, folded: folded,
                        name: name))
            }
        }
        return found
    }

    private func insert(_ rows: [Row]) throws {
        guard !rows.isEmpty else { return }
        var row = try RowInserter(
            db, "INSERT INTO name_search (rowid, folded, entity_id, kind, name) VALUES (?,?,?,?,?)")
        // The index of words takes rows in ascending order best.
        for new in rows.sorted(by: { $0.id < $1.id }) {
            row.bind(new.id)
            row.bind(new.folded)
            row.bind(new.entity)
            row.bind(new.kind.word)
            row.bind(new.name)
            try row.insert()
        }
    }
}

extension ResolvedGraph {
    /// What a node may be searched by.
    public struct NodeNames: Sendable {
        var id: Int64
        var kind: EntityKind
        /// As they are shown; of two that are equal when folded the first counts.
        var names: [String]
    }

    /// The names of all nodes.
    public var nodeNames: [NodeNames] {
        func names(_ id: Int64, _ kind: EntityKind, _ own: [String?], _ all: [LocalizedName] = []) -> NodeNames {
            NodeNames(id: id, kind: kind, names: own.compactMap { $0 } + all.map(\.name))
        }
        return projects.map { names($0.id, .project, [$0.name, $0.fullName, $0.acronym], $0.names) }
            + organizations.map { names($0.id, .organization, [$0.name], $0.names) }
            + regions.map { names($0.id, .region, [$0.name], $0.names) }
            + programmes.map { names($0.id, .programme, [$0.name], $0.names) }
            + contacts.map { names($0.id, .contact, [$0.name, $0.email]) }
    }
}
