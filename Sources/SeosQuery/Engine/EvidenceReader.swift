/// The words that a node or a relationship of a result rests on.
public struct Evidence: Sendable, Hashable {
    /// The claim's number; nil for a mention.
    public var claim: Int64?
    /// `partner`, `amount`, …; nil for a mention.
    public var property: String?
    public var value: String?
    public var quote: String
    public var document: String
    /// Code points of the document's text.
    public var start: Int64
    public var end: Int64
    public var language: String
}

extension Evidence {
    /// For programs: every field that is known.
    public var map: QueryValue {
        var entries: [QueryValue.Entry] = []
        if let claim { entries.append(.init("claim", .integer(claim))) }
        if let property { entries.append(.init("property", .string(property))) }
        if let value { entries.append(.init("value", .string(value))) }
        entries += [
            .init("words", .string(quote)), .init("document", .string(document)), .init("start", .integer(start)),
            .init("end", .integer(end)), .init("language", .string(language)),
        ]
        return .map(entries)
    }

    /// For people: `partner “Kihelgu Harbour Society” one.html [123]`.
    public var text: String {
        let head = property.map { "\($0) " } ?? ""
        return "\(head)“\(quote)” \(document)" + (claim.map { " [\($0)]" } ?? "")
    }
}

/// Reads the evidence of nodes and relationships while a query's rows are taken, from the same state of the database.
public final class EvidenceReader {
    private let connection: Connection
    private var statements: [String: Connection.Statement] = [:]
    private var known: [Subject: [Evidence]] = [:]

    private enum Subject: Hashable {
        case node(Int64, String)
        case relationship(String, Int64, Int64, Int64)
    }

    public init(engine: QueryEngine) { connection = engine.connection }

    /// The evidence of every node and relationship in a row, each claim once, in the order of documents.
    public func evidence(of row: [QueryValue]) throws(QueryError) -> [Evidence] {
        do {
            var found: [Evidence] = []
            for value in row { try add(value, &found) }
            return found
        } catch {
            throw QueryError(any: error, source: [])
        }
    }

    private func add(_ value: QueryValue, _ found: inout [Evidence]) throws {
        switch value {
        case .node(let node): try add(.node(node.id, node.labels.first ?? ""), &found)
        case .relationship(let r): try add(.relationship(r.type, r.source, r.target, r.id), &found)
        case .path(let path):
            for node in path.nodes { try add(.node(node), &found) }
            for relationship in path.relationships { try add(.relationship(relationship), &found) }
        case .list(let items): for item in items { try add(item, &found) }
        case .map(let entries): for entry in entries { try add(entry.value, &found) }
        case .null, .boolean, .integer, .double, .decimal, .string, .temporal: return
        }
    }

    private func add(_ subject: Subject, _ found: inout [Evidence]) throws {
        let own: [Evidence]
        if let before = known[subject] {
            own = before
        } else {
            own = try read(subject)
            // A result that goes through the whole graph is not kept in memory.
            if known.count > 10_000 { known = [:] }
            known[subject] = own
        }
        for evidence in own where !found.contains(evidence) { found.append(evidence) }
    }

    // MARK: SQL

    private static let columns = """
        SELECT c.id, c.property, c.value, c.quote, d.uri, c."start", c."end", c.language
        FROM claim AS c JOIN document AS d ON d.id = c.document_id WHERE c.retired = 0 AND
        """
    private static let order = " ORDER BY d.uri, c.start_byte, c.id"
    private static let mention = """
        SELECT NULL, NULL, NULL, m.quote, d.uri, m."start", m."end", m.language
        FROM mention AS m JOIN document AS d ON d.id = m.document_id WHERE m.id = ?1
        """

    private func read(_ subject: Subject) throws -> [Evidence] {
        switch subject {
        case .node(let id, "Claim"): return try rows("\(Self.columns) c.id = ?1", [id])
        case .node(_, "Document"): return []
        case .node(let id, _):
            let arm = "SELECT id FROM claim WHERE retired = 0 AND"
            return try rows(
                "\(Self.columns) c.id IN (\(arm) subject_id = ?1 UNION \(arm) object_id = ?1 UNION \(arm) owner_id = ?1)"
                    + Self.order, [id])
        case .relationship("MENTIONED_IN", _, _, let id): return try rows(Self.mention, [id])
        case .relationship("ABOUT", let claim, _, _), .relationship("STATED_IN", let claim, _, _):
            return try rows("\(Self.columns) c.id = ?1", [claim])
        case .relationship(_, let source, let target, _):
            // The project is the subject, whichever way the relationship points; a share has no project at its ends.
            return try rows(
                """
                \(Self.columns) ((c.subject_id = ?1 AND ?2 IN (c.object_id, c.owner_id))
                  OR (c.subject_id = ?2 AND ?1 IN (c.object_id, c.owner_id)) OR (c.object_id = ?1 AND c.owner_id = ?2))
                """ + Self.order, [source, target])
        }
    }

    private func rows(_ sql: String, _ keys: [Int64]) throws -> [Evidence] {
        let statement: Connection.Statement
        if let known = statements[sql] {
            statement = known
        } else {
            statement = try connection.statement(sql)
            statements[sql] = statement
        }
        try statement.bind(keys.map { .integer($0) })
        defer { statement.reset() }
        var found: [Evidence] = []
        while try statement.step() {
            func text(_ column: Int) throws -> String? {
                if case .value(.string(let text)) = try statement.item(column, .string) { return text }
                return nil
            }
            let id = statement.integer(0)
            found.append(
                Evidence(
                    claim: id == 0 ? nil : id, property: try text(1), value: try text(2), quote: try text(3) ?? "",
                    document: try text(4) ?? "", start: statement.integer(5), end: statement.integer(6),
                    language: try text(7) ?? ""))
        }
        return found
    }
}
