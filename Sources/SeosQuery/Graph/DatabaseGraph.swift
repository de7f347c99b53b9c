/// The graph of Seos in its database, read by key; types whose relationships lie in one table and join nodes of one
/// label each can be held in memory as adjacency.
final class DatabaseGraph: GraphSource {
    private let connection: Connection
    private let mapping: GraphMapping
    private var statements: [String: [Connection.Statement]] = [:]
    private var counts: [Int: Int] = [:]
    private var adjacencies: [Int: Adjacency] = [:]
    private var version: Int64 = -1
    private var allTypes: [Int]

    init(connection: Connection, mapping: GraphMapping) {
        self.connection = connection
        self.mapping = mapping
        allTypes = mapping.types.map(\.code)
    }

    /// Runs `body` while the database shows one state, whatever others write meanwhile: a statement that has begun and
    /// not ended keeps the connection's view of the file.
    func inOneState(_ body: () throws -> Void) throws {
        let statement = try connection.statement("SELECT 1 UNION ALL SELECT x.id FROM project AS x")
        defer { statement.reset() }
        _ = try statement.step()
        refresh()
        try body()
    }

    /// Forgets what another connection has made untrue.
    private func refresh() {
        let now = connection.dataVersion
        if now != version {
            adjacencies = [:]
            counts = [:]
            version = now
        }
    }

    // MARK: Statements

    /// Runs a statement; it is kept for the next time, and one that is still running is not disturbed.
    private func run<T>(
        _ sql: String, _ keys: [Int64] = [], _ body: (Connection.Statement) throws -> T
    ) throws -> T {
        let statement: Connection.Statement
        if let idle = statements[sql]?.popLast() {
            statement = idle
        } else {
            statement = try connection.statement(sql)
        }
        defer {
            statement.reset()
            statements[sql, default: []].append(statement)
        }
        for (i, key) in keys.enumerated() { try statement.bind(key, at: i + 1) }
        return try body(statement)
    }

    private static func key(_ id: Int64, _ label: Int) -> NodeKey { NodeKey(raw: id << LabelSet.bits | Int64(label)) }
    private static func label(_ node: NodeKey) -> Int { Int(node.raw & LabelSet.mask) }

    func id(of node: NodeKey) -> Int64 { node.raw >> LabelSet.bits }

    // MARK: Names

    func label(named name: String) -> Int? { mapping.label(named: name)?.code }
    func type(named name: String) -> Int? { mapping.type(named: name)?.code }
    func name(ofType type: Int) -> String { mapping.type(code: type)?.name ?? "" }
    func has(_ node: NodeKey, label: Int) -> Bool { Self.label(node) == label }

    func labels(of node: NodeKey) -> [String] {
        mapping.label(code: Self.label(node))?.names ?? []
    }

    // MARK: Properties

    func property(_ name: String, of node: NodeKey) throws -> Value {
        guard let label = mapping.label(code: Self.label(node)) else { return .null }
        if name == "id", label.hasOwnID { return .integer(id(of: node)) }
        guard let property = label.property(name) else {
            return .null
        }
        let sql = "SELECT \(Compiler.fill(property.sql, "x")) FROM \(label.table) AS x WHERE x.id = ?1"
        return try run(sql, [id(of: node)]) { statement in
            try statement.step() ? Self.value(statement.item(0, property.type)) : .null
        }
    }

    func properties(of node: NodeKey) throws -> ValueMap {
        guard let label = mapping.label(code: Self.label(node)) else { return ValueMap() }
        let columns = label.properties.map { Compiler.fill($0.sql, "x") }.joined(separator: ", ")
        return try run("SELECT \(columns) FROM \(label.table) AS x WHERE x.id = ?1", [id(of: node)]) {
            try Self.map($0, label.properties)
        }
    }

    func property(_ name: String, of relationship: RelationshipRef) throws -> Value {
        if name == "id", mapping.type(code: relationship.type)?.property("id") == nil {
            return .integer(relationship.id)
        }
        guard let type = mapping.type(code: relationship.type), let property = type.property(name) else {
            return .null
        }
        return try read(relationship, type, [property])[name] ?? .null
    }

    func properties(of relationship: RelationshipRef) throws -> ValueMap {
        guard let type = mapping.type(code: relationship.type) else { return ValueMap() }
        return try read(relationship, type, type.properties)
    }

    private func read(
        _ r: RelationshipRef, _ type: GraphMapping.RelationshipType, _ properties: [GraphMapping.Property]
    ) throws -> ValueMap {
        guard let part = type.parts.first, !properties.isEmpty else { return ValueMap() }
        let columns = properties.map { Compiler.fill($0.sql, "x") }.joined(separator: ", ")
        let keys = [part.source, part.target, part.id].enumerated().map {
            "\(Compiler.fill($0.element, "x")) = ?\($0.offset + 1)"
        }
        let condition = part.condition.map { " AND " + Compiler.fill($0, "x") } ?? ""
        let sql = "SELECT \(columns) FROM \(part.table) AS x WHERE \(keys.joined(separator: " AND "))\(condition)"
        return try run(sql, [id(of: r.source), id(of: r.target), r.id]) { try Self.map($0, properties) }
    }

    private static func map(
        _ statement: Connection.Statement, _ properties: [GraphMapping.Property]
    ) throws -> ValueMap {
        guard try statement.step() else { return ValueMap() }
        var map = ValueMap()
        for (i, property) in properties.enumerated() {
            let value = value(try statement.item(i, property.type))
            if !value.isNull { map[property.name] = value }
        }
        return map
    }

    private static func value(_ item: PackedValue.Item) -> Value {
        switch item {
        case .value(let value): Value(value)
        case .list(let items): .list(items.map(value))
        case .node, .relationship: .null
        }
    }

    // MARK: Nodes

    /// Up to ten thousand, which is enough to choose where to begin.
    func count(label: Int?) throws -> Int {
        guard let label else { return Int.max / 2 }
        if let known = counts[label] { return known }
        guard let own = mapping.label(code: label) else { return 0 }
        let count = try run("SELECT count(*) FROM (SELECT 1 FROM \(own.table) LIMIT 10000)") { statement in
            try statement.step() ? Int(statement.integer(0)) : 0
        }
        counts[label] = count
        return count
    }

    func forEachNode(label: Int?, _ body: (NodeKey) throws -> Bool) throws -> Bool {
        for own in mapping.labels where label.map({ $0 == own.code }) ?? true {
            let condition = own.condition.map { " WHERE " + Compiler.fill($0, "x") } ?? ""
            let wholeWay = try run("SELECT x.id FROM \(own.table) AS x\(condition)") { statement in
                while try statement.step() {
                    if try !body(Self.key(statement.integer(0), own.code)) { return false }
                }
                return true
            }
            if !wholeWay { return false }
        }
        return true
    }

    func nodes(label: Int, property: String, equals value: Value) throws -> [NodeKey]? {
        guard let own = mapping.label(code: label), let column = own.property(property) else { return nil }
        let bound: QueryValue
        switch (column.type, value) {
        case (.string, .string(let s)): bound = .string(s)
        case (.integer, .integer(let n)): bound = .integer(n)
        default: return nil
        }
        let condition = own.condition.map { " AND " + Compiler.fill($0, "x") } ?? ""
        let sql = "SELECT x.id FROM \(own.table) AS x WHERE \(Compiler.fill(column.sql, "x")) = ?1\(condition)"
        return try run(sql) { statement in
            try statement.bind([bound])
            var nodes: [NodeKey] = []
            while try statement.step() { nodes.append(Self.key(statement.integer(0), label)) }
            return nodes
        }
    }

    /// The label of a node that a relationship leads to.
    private func key(_ id: Int64, among labels: LabelSet) throws -> NodeKey? {
        if let single = labels.single { return Self.key(id, single) }
        for own in mapping.labels(in: labels) {
            let condition = own.condition.map { " AND " + Compiler.fill($0, "x") } ?? ""
            let isThere = try run("SELECT 1 FROM \(own.table) AS x WHERE x.id = ?1\(condition)", [id]) { try $0.step() }
            if isThere { return Self.key(id, own.code) }
        }
        return nil
    }

    // MARK: Relationships

    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        for code in types ?? allTypes {
            if let adjacency = adjacencies[code] {
                if try !adjacency.forEachRelationship(at: node, direction, body) { return false }
                continue
            }
            guard let type = mapping.type(code: code) else { continue }
            let label = LabelSet(code: Self.label(node))
            for part in type.parts {
                if direction != .backward, !part.sources.intersection(label).isEmpty {
                    if try !walk(node, code, part, outward: true, skipsLoops: false, body) { return false }
                }
                if direction != .forward, !part.targets.intersection(label).isEmpty {
                    if try !walk(node, code, part, outward: false, skipsLoops: direction == .either, body) {
                        return false
                    }
                }
            }
        }
        return true
    }

    private func walk(
        _ node: NodeKey, _ type: Int, _ part: GraphMapping.Part, outward: Bool, skipsLoops: Bool,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        let (near, far) = outward ? (part.source, part.target) : (part.target, part.source)
        let condition = part.condition.map { " AND " + Compiler.fill($0, "x") } ?? ""
        let sql =
            "SELECT \(Compiler.fill(far, "x")), \(Compiler.fill(part.id, "x")) FROM \(part.table) AS x"
            + " WHERE \(Compiler.fill(near, "x")) = ?1\(condition)"
        return try run(sql, [id(of: node)]) { statement in
            while try statement.step() {
                guard let other = try key(statement.integer(0), among: outward ? part.targets : part.sources) else {
                    continue
                }
                if skipsLoops, other == node { continue }
                let (source, target) = outward ? (node, other) : (other, node)
                let found = RelationshipRef(type: type, id: statement.integer(1), source: source, target: target)
                if try !body(found) { return false }
            }
            return true
        }
    }

    // MARK: Adjacency

    func adjacencyType(_ types: [Int]?) -> Int? {
        guard let types, types.count == 1, let type = mapping.type(code: types[0]), type.parts.count == 1,
            type.parts[0].sources.single != nil, type.parts[0].targets.single != nil
        else { return nil }
        return types[0]
    }

    func adjacency(_ types: [Int]?, budget: Budget) throws -> Adjacency? {
        guard let code = adjacencyType(types), let part = mapping.type(code: code)?.parts.first,
            let source = part.sources.single, let target = part.targets.single
        else { return nil }
        if let known = adjacencies[code] { return known }
        let columns = [part.source, part.target, part.id].map { Compiler.fill($0, "x") }
        let condition = part.condition.map { " WHERE " + Compiler.fill($0, "x") } ?? ""
        let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(part.table) AS x\(condition) ORDER BY 1, 2, 3"
        let rows: [Adjacency.Row]? = try run(sql) { statement in
            var rows: [Adjacency.Row] = []
            while try statement.step() {
                try budget.step()
                if rows.count >= Adjacency.most { return nil }
                rows.append(
                    Adjacency.Row(
                        source: Self.key(statement.integer(0), source).raw,
                        target: Self.key(statement.integer(1), target).raw, id: statement.integer(2)))
            }
            return rows
        }
        guard let rows else { return nil }
        let made = Adjacency(type: code, rows: rows)
        adjacencies[code] = made
        return made
    }
}
