import GRDB
public import SeosModel

extension GraphUpdate {
    // MARK: What documents say

    /// What documents say of an entity, in the order of resolution.
    public func members(of entity: Int64) throws -> [LocalEntityRow] { try EntityReader(db: db).members(of: entity) }

    /// Some of ``members(of:)``: those behind a place, or the first.
    public func members(of entity: Int64, after place: ResolvedGraph.Place?, limit: Int) throws -> [LocalEntityRow] {
        try EntityReader(db: db).members(of: entity, after: place, limit: limit)
    }

    /// What one document tells of, in the order of resolution.
    public func entities(of document: Int64) throws -> [LocalEntityRow] {
        try EntityReader(db: db).entities(of: document)
    }

    public func entity(_ document: Int64, _ local: Int) throws -> LocalEntityRow? {
        try EntityReader(db: db).entity(document, local)
    }

    public func projectClaims(of document: Int64) throws -> [ProjectClaim] {
        try EntityReader(db: db).projectClaims(of: document)
    }

    /// Claims of current documents about an entity, sorted by uri, place and id.
    public func claims(about entity: Int64) throws -> [SubjectClaim] { try EntityReader(db: db).claims(about: entity) }

    /// Decisions that resolution must respect: ``Store/bindingDecisions()``.
    public func bindingDecisions() throws -> [Decision] { try DecisionTable(db: db).binding() }

    /// Decisions of rules that hold the members of a project together.
    public func projectDecisions(in entity: Int64) throws -> [ProjectDecision] {
        var result: [ProjectDecision] = []
        try ColumnReader.forEach(
            db,
            """
            SELECT DISTINCT d.left_mention, d.right_mention, d.maker, d.score
            FROM local_entity l CROSS JOIN decision d ON d.kind = 'project' AND d.left_mention = l.first_mention
            WHERE l.entity_id = ? AND d.verdict = 'same' AND d.undone = 0
            """, [entity]
        ) {
            result.append(
                ProjectDecision(left: $0.int64(0), right: $0.int64(1), maker: $0.string(2), score: $0.double(3)))
        }
        return result
    }

    /// The other sides of what a rule decided about a project with this first mention.
    public func mentions(joinedWith mention: Int64, by rule: String) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT right_mention FROM decision WHERE kind = 'project' AND left_mention = ?1 AND maker = ?2
                UNION SELECT left_mention FROM decision WHERE kind = 'project' AND right_mention = ?1 AND maker = ?2
                """)
        return try Int64.fetchAll(statement, arguments: [mention, rule])
    }

    /// The first words by which documents that tell of two entities call each of them.
    public func mentions(shared one: Int64, _ other: Int64) throws -> [(Int64, Int64)] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT l.first_mention, m.first_mention FROM local_entity l
                CROSS JOIN local_entity m ON m.entity_id = ?2 AND m.document_id = l.document_id WHERE l.entity_id = ?1
                """)
        return try Row.fetchAll(statement, arguments: [one, other]).map { ($0[0], $0[1]) }
    }

    /// What documents tell of with these first words.
    public func places(of mention: Int64) throws -> [ResolvedGraph.Place] {
        try Row.fetchAll(
            try db.cachedStatement(sql: "SELECT document_id, local FROM local_entity WHERE first_mention = ?"),
            arguments: [mention]
        ).map { ResolvedGraph.Place($0[0], $0[1]) }
    }

    /// The members of an entity that documents call partners of projects.
    public func partners(of entity: Int64) throws -> Set<ResolvedGraph.Place> {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT document_id, object FROM claim
                WHERE object_id = ? AND retired = 0 AND property = 'partner' AND role IS NOT 'supplier'
                """)
        return Set(try Row.fetchAll(statement, arguments: [entity]).map { ResolvedGraph.Place($0[0], $0[1]) })
    }

    /// Whether a document says something about one of its own entities, beside naming it.
    public func isToldOf(_ document: Int64, _ local: Int) throws -> Bool {
        try Bool.fetchOne(
            try db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM claim WHERE document_id = ? AND retired = 0 AND subject = ?)"),
            arguments: [document, local]) ?? false
    }

    /// What members of an entity may agree in.
    public enum MemberColumn: String, Sendable {
        case name, country, email, phone
        case organizationKind = "organization_kind"
    }

    /// Whether more members of an entity have one value than another.
    public func isMoreFrequent(
        _ one: String, than other: String, in column: MemberColumn, ofMembersOf entity: Int64
    ) throws -> Bool {
        let value = column.rawValue
        let statement = try db.cachedStatement(
            sql: "SELECT total(\(value) = ?2) > total(\(value) = ?3) FROM local_entity WHERE entity_id = ?1")
        return try Bool.fetchOne(statement, arguments: [entity, one, other]) ?? false
    }

    // MARK: The graph

    /// A node as it was written; nil when there is none.
    public func node(_ id: Int64, _ kind: EntityKind) throws -> NodeRow? {
        let columns =
            switch kind {
            case .organization: "name, country, kind, NULL, NULL"
            case .contact: "name, NULL, NULL, email, phone"
            case .project, .region, .programme: "name, NULL, NULL, NULL, NULL"
            }
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(kind.word) WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map(NodeRow.init)
    }

    /// Whether a name is among those of a node.
    public func isNamed(_ id: Int64, _ kind: EntityKind, _ name: LocalizedName) throws -> Bool {
        guard kind != .contact else { return true }
        // As it stands in the list.
        let words = JSONText.names([name]).dropFirst().dropLast()
        let statement = try db.cachedStatement(sql: "SELECT instr(names, ?) > 0 FROM \(kind.word) WHERE id = ?")
        return try Bool.fetchOne(statement, arguments: [String(words), id]) ?? false
    }

    /// One document more places an organization in a region.
    public func addSource(_ organization: Int64, in region: Int64) throws {
        try db.cachedStatement(
            sql: "UPDATE located_in SET claims = claims + 1, sources = sources + 1 WHERE source = ? AND target = ?"
        ).execute(arguments: [organization, region])
    }

    /// Regions that have a code, sorted by id.
    public func regions() throws -> [(id: Int64, code: String)] {
        try Row.fetchAll(db, sql: "SELECT id, code FROM region WHERE code IS NOT NULL ORDER BY id").map {
            ($0[0], $0[1])
        }
    }

    /// Projects that share an amount with one of some projects.
    public func projectsSharingAmounts(with projects: Set<Int64>) throws -> Set<Int64> {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT o.source FROM has_amount e JOIN has_amount o ON o.target = e.target
                WHERE e.source = ?
                """)
        var found: Set<Int64> = []
        for project in projects { found.formUnion(try Int64.fetchAll(statement, arguments: [project])) }
        return found
    }

    /// Organizations of a country.
    public func organizations(in country: String) throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT id FROM organization WHERE country = ? ORDER BY id", arguments: [country])
    }
}
