extension GraphMapping {
    /// The graph of a database: that of the model, with what was imported into it.
    static func of(_ connection: Connection) throws(QueryFault) -> GraphMapping {
        // A database that an older program made has no such tables, and neither a register nor an import in it.
        do {
            _ = try connection.statement("SELECT 1 FROM imported_label LIMIT 0")
        } catch  where error.message.contains("no such table") {
            return .seos
        }
        var mapping = GraphMapping.seos
        mapping.addRegister()
        try mapping.addLabels(connection)
        try mapping.addTypes(connection)
        return mapping
    }

    private static func text(_ statement: Connection.Statement, _ column: Int) throws(QueryFault) -> String {
        if case .value(.string(let text)) = try statement.item(column, .string) { return text }
        return ""
    }

    // MARK: Labels and types

    private mutating func addLabels(_ connection: Connection) throws(QueryFault) {
        let statement = try connection.statement(#"SELECT code, name, "table" FROM imported_label ORDER BY code"#)
        while try statement.step() {
            let code = Int(statement.integer(0))
            let name = try Self.text(statement, 1)
            let table = try Self.text(statement, 2)
            let extra = try Self.properties(connection, "node", code)
            if let i = labels.firstIndex(where: { $0.code == code }), labels[i].table == table {
                labels[i].properties = Self.merged(labels[i].properties.map(Self.nullable), extra)
                labels[i].indexed.subtract(extra.map(\.name))
                continue
            }
            let own = labels.first { $0.code == code }?.properties.filter { $0.name != "id" } ?? []
            labels.removeAll { $0.code == code }
            labels.append(
                Label(
                    name: name, code: code, table: table, condition: "$.label = \(code)",
                    properties: Self.merged([Property("id", .integer)] + own.map(Self.unknown), extra)))
        }
        labels.sort { $0.code < $1.code }
    }

    private mutating func addTypes(_ connection: Connection) throws(QueryFault) {
        let statement = try connection.statement(#"SELECT code, name, "table" FROM imported_type ORDER BY code"#)
        while try statement.step() {
            let code = Int(statement.integer(0))
            let name = try Self.text(statement, 1)
            let table = try Self.text(statement, 2)
            let (sources, targets) = try Self.ends(connection, code)
            let extra = try Self.properties(connection, "edge", code)
            if let i = types.firstIndex(where: { $0.code == code }), types[i].parts.first?.table == table {
                types[i].parts[0].sources = sources
                types[i].parts[0].targets = targets
                types[i].properties = Self.merged(types[i].properties, extra)
                continue
            }
            let own = types.first { $0.code == code }?.properties.map(Self.unknown) ?? []
            types.removeAll { $0.code == code }
            let part = Part(table: table, condition: "$.type = \(code)", sources: sources, targets: targets)
            types.append(RelationshipType(name: name, code: code, parts: [part], properties: Self.merged(own, extra)))
        }
        types.sort { $0.code < $1.code }
    }

    private static func ends(
        _ connection: Connection, _ type: Int
    ) throws(QueryFault) -> (sources: LabelSet, targets: LabelSet) {
        let statement = try connection.statement("SELECT source, target FROM imported_end WHERE type = ?1")
        try statement.bind(Int64(type), at: 1)
        var sources: LabelSet = []
        var targets: LabelSet = []
        while try statement.step() {
            sources.insert(LabelSet(code: Int(statement.integer(0)) & LabelSet.mask))
            targets.insert(LabelSet(code: Int(statement.integer(1)) & LabelSet.mask))
        }
        return (sources, targets)
    }

    // MARK: Properties

    private static func properties(
        _ connection: Connection, _ owner: String, _ code: Int
    ) throws(QueryFault) -> [Property] {
        let statement = try connection.statement(
            "SELECT name, key, type FROM imported_property WHERE owner = ?1 AND code = ?2 ORDER BY number")
        try statement.bind([.string(owner), .integer(Int64(code))])
        var properties: [Property] = []
        while try statement.step() {
            properties.append(
                property(try text(statement, 0), key: try text(statement, 1), type: try text(statement, 2)))
        }
        return properties
    }

    /// A member of the JSON object in `extra`.
    private static func property(_ name: String, key: String, type: String) -> Property {
        let word = key.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
            .split(separator: "$", omittingEmptySubsequences: false).joined(separator: "$$")
        let path = "'$$.\"\(word)\"'"
        func list(_ item: ValueType) -> Property {
            Property(
                name, .list(item),
                "CASE WHEN json_extract($.extra, \(path)) IS NOT NULL THEN"
                    + " (SELECT seos_collect(j.atom) FROM json_each($.extra, \(path)) AS j) END")
        }
        let value = "json_extract($.extra, \(path))"
        switch type {
        case "integer": return Property(name, .integer, value)
        case "number": return Property(name, .float, value)
        case "boolean": return Property(name, .boolean, value)
        case "texts": return list(.string)
        case "numbers": return list(.number)
        default: return Property(name, .string, value)
        }
    }

    /// An imported property takes the place of one that has its name.
    private static func merged(_ own: [Property], _ extra: [Property]) -> [Property] {
        var merged = own
        for property in extra {
            if let i = merged.firstIndex(where: { $0.name == property.name }) {
                merged[i] = property
            } else {
                merged.append(property)
            }
        }
        return merged
    }

    /// A property that the model has and the files lack: null, and no mistake in a query.
    private static func unknown(_ property: Property) -> Property { Property(property.name, property.type, "NULL") }

    /// A list of the model that may be unknown: null, not empty.
    private static func nullable(_ property: Property) -> Property {
        guard property.type.isList else { return property }
        return Property(
            property.name, property.type, "CASE WHEN $.\(property.name) IS NOT NULL THEN \(property.sql) END")
    }

    // MARK: Registers

    /// What registers know an organization as: "ror:https://ror.org/03z77qz90".
    private mutating func addRegister() {
        guard let i = labels.firstIndex(where: { $0.name == "Organization" }) else { return }
        let ids =
            "(SELECT g.register || ':' || g.key FROM local_entity AS e JOIN register_link AS l ON l.mention = e.first_mention"
            + " JOIN register_organization AS g ON g.id = l.organization_id WHERE e.entity_id = $.id"
            + " GROUP BY g.id ORDER BY count(*) DESC, max(l.score) DESC, g.register, g.key LIMIT 1)"
        labels[i].properties.append(Property("register_id", .string, ids))
    }
}
