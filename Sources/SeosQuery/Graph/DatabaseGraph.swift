/// The graph of Seos in its database, read by key: for queries that touch little of it.
final class DatabaseGraph: GraphSource {
    private let connection: Connection
    let mapping: GraphMapping
    private var statements: [String: [Connection.Statement]] = [:]
    private var counts: [String: Int] = [:]
    private var version: Int64 = -1
    private let allTypes: [Int]

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
        try body()
    }

    /// Whether another connection has changed the file since this was asked last; what was counted is forgotten then.
    func hasChanged() -> Bool {
        let now = connection.dataVersion
        if now == version { return false }
        counts = [:]
        version = now
        return true
    }

    // MARK: Statements

    /// Runs a statement; it is kept for the next time, and one that is still running is not disturbed.
    func run<T>(
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

    static func key(_ id: Int64, _ label: Int) -> NodeKey { NodeKey(raw: id << LabelSet.bits | Int64(label)) }
    static func label(_ node: NodeKey) -> Int { Int(truncatingIfNeeded: node.raw) & LabelSet.mask }

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

    static func value(_ item: PackedValue.Item) -> Value {
        switch item {
        case .value(let value): Value(value)
        case .list(let items): .list(items.map(value))
        case .node, .relationship: .null
        }
    }

    // MARK: Nodes

    func count(label: Int?) throws -> Int {
        try mapping.labels.filter { label == nil || label == $0.code }.reduce(0) { $0 + (try count(table: $1.table)) }
    }

    func count(types: [Int]?) throws -> Int {
        try mapping.types.filter { types?.contains($0.code) ?? true }.flatMap(\.parts).reduce(0) {
            $0 + (try count(table: $1.table))
        }
    }

    /// Exact, once for each state of the file: SQLite reads only how many cells the pages of its smallest index hold,
    /// 4 ms for a million rows, and with a wrong order of steps a query takes a thousand times as long.
    func count(table: String) throws -> Int {
        if let known = counts[table] { return known }
        let count = try run("SELECT count(*) FROM \(table)") { try $0.step() ? Int($0.integer(0)) : 0 }
        counts[table] = count
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

    func nodes(label: Int, property: String, _ kind: GraphLookup, _ value: Value) throws -> [NodeKey]? {
        guard let column = mapping.label(code: label)?.property(property) else { return nil }
        switch (kind, column.type, value) {
        case (.equal, .string, .string(let s)): return try nodes(label, "\(column.sql) = ?1", [.string(s)])
        case (.equal, .integer, .integer(let n)): return try nodes(label, "\(column.sql) = ?1", [.integer(n)])
        case (.prefix, .string, .string(let prefix)):
            guard let next = ExpressionCompiler.successor(of: prefix) else { return nil }
            return try nodes(label, "\(column.sql) >= ?1 AND \(column.sql) < ?2", [.string(prefix), .string(next)])
        default: return nil
        }
    }

    private func nodes(_ label: Int, _ test: String, _ values: [QueryValue]) throws -> [NodeKey] {
        guard let own = mapping.label(code: label) else { return [] }
        let condition = [test, own.condition ?? "1"].map { Compiler.fill($0, "x") }.joined(separator: " AND ")
        return try run("SELECT x.id FROM \(own.table) AS x WHERE \(condition)") { statement in
            try statement.bind(values)
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

    /// A type whose relationships can be held in memory by `CompressedGraph`.
    func adjacencyType(_ types: [Int]?) -> Int? { types?.count == 1 ? types?[0] : nil }
}
