/// Reads the properties of nodes and relationships that reach the result, by key and only then.
///
/// It uses the connection of the running query, so it sees the same state of the database.
final class Hydrator {
    private let connection: Connection
    private let mapping: GraphMapping
    private var nodes: [Int: Connection.Statement] = [:]
    private var relationships: [Int: Connection.Statement] = [:]

    init(connection: Connection, mapping: GraphMapping) {
        self.connection = connection
        self.mapping = mapping
    }

    func value(_ item: PackedValue.Item) throws(QueryFault) -> QueryValue {
        switch item {
        case .value(let value): return value
        case .list(let items):
            var values: [QueryValue] = []
            for item in items { values.append(try value(item)) }
            return .list(values)
        case .node(let label, let id): return try node(label, id)
        case .relationship(let type, let source, let target, let id):
            return try relationship(type, source, target, id)
        }
    }

    private func node(_ code: Int, _ id: Int64) throws(QueryFault) -> QueryValue {
        guard let label = mapping.label(code: code) else { throw unreadable() }
        let statement: Connection.Statement
        if let known = nodes[code] {
            statement = known
        } else {
            let columns = label.properties.map { Compiler.fill($0.sql, "x") }.joined(separator: ", ")
            statement = try connection.statement("SELECT \(columns) FROM \(label.table) AS x WHERE x.id = ?1")
            nodes[code] = statement
        }
        let properties = try read(statement, [.integer(id)], label.properties)
        return .node(.init(id: id, labels: label.names, properties: properties))
    }

    private func relationship(
        _ code: Int, _ source: Int64, _ target: Int64, _ id: Int64
    ) throws(QueryFault) -> QueryValue {
        guard let type = mapping.type(code: code), let part = type.parts.first else { throw unreadable() }
        var properties: [QueryValue.Entry] = []
        if !type.properties.isEmpty {
            let statement: Connection.Statement
            if let known = relationships[code] {
                statement = known
            } else {
                let columns = type.properties.map { Compiler.fill($0.sql, "x") }.joined(separator: ", ")
                let keys = [part.source, part.target, part.id].enumerated().map {
                    "\(Compiler.fill($0.element, "x")) = ?\($0.offset + 1)"
                }
                let condition = part.condition.map { " AND " + Compiler.fill($0, "x") } ?? ""
                statement = try connection.statement(
                    "SELECT \(columns) FROM \(part.table) AS x WHERE \(keys.joined(separator: " AND "))\(condition)")
                relationships[code] = statement
            }
            properties = try read(statement, [.integer(source), .integer(target), .integer(id)], type.properties)
        }
        return .relationship(.init(id: id, type: type.name, source: source, target: target, properties: properties))
    }

    private func read(
        _ statement: Connection.Statement, _ key: [QueryValue], _ properties: [GraphMapping.Property]
    ) throws(QueryFault) -> [QueryValue.Entry] {
        try statement.bind(key)
        defer { statement.reset() }
        guard try statement.step() else { throw unreadable() }
        var entries: [QueryValue.Entry] = []
        for (i, property) in properties.enumerated() {
            let value = try value(try statement.item(i, property.type))
            if value != .null { entries.append(.init(property.name, value)) }
        }
        return entries
    }

    private func unreadable() -> QueryFault {
        QueryFault(
            .database, "a relationship of the database leads to something that is not there", at: nil,
            hint: "run 'seos check'")
    }
}
