/// The graph of Seos with its relationships in memory, a type at a time, as they are asked for; shared between the
/// queries of an engine and dropped when another connection has changed the file.
///
/// A node's key is its place among the nodes of its label, with the label in the low bits.
final class CompressedGraph: GraphSource {
    private let database: DatabaseGraph
    private let mapping: GraphMapping
    private let allTypes: [Int]
    private var tables: [NodeTable?] = Array(repeating: nil, count: LabelSet.count)
    private var adjacencies: [Adjacency?]
    /// Of the run that is going on: loading stops at its deadline.
    var budget = Budget()

    init(_ database: DatabaseGraph) {
        self.database = database
        mapping = database.mapping
        allTypes = mapping.types.map(\.code)
        adjacencies = Array(repeating: nil, count: (allTypes.max() ?? 0) + 1)
    }

    func forget() {
        tables = Array(repeating: nil, count: LabelSet.count)
        adjacencies = Array(repeating: nil, count: adjacencies.count)
    }

    /// Relationships and nodes that would have to be loaded first.
    func missing(_ estimate: PlanEstimate) throws -> Int {
        let codes = allTypes.filter { (estimate.types?.contains($0) ?? true) && adjacencies[$0] == nil }
        let labels = estimate.labels.codes.filter { tables[$0] == nil }
        return try (codes.isEmpty ? 0 : database.count(types: codes))
            + labels.reduce(0) { $0 + (try database.count(label: $1)) }
    }

    private static func key(_ place: Int, _ label: Int) -> NodeKey {
        NodeKey(raw: Int64(place << LabelSet.bits | label))
    }
    static func label(_ node: NodeKey) -> Int { Int(truncatingIfNeeded: node.raw) & LabelSet.mask }

    /// Whether all labels of a mapping have room in a key.
    static func mayHold(_ mapping: GraphMapping) -> Bool { mapping.labels.allSatisfy { $0.code < 16 } }

    // MARK: Loading

    func table(_ label: Int) throws -> NodeTable? {
        if let known = tables[label] { return known }
        guard let own = mapping.label(code: label) else { return nil }
        let made = try NodeTable.load(own, database, budget)
        if made.ids.count > Int(Int32.max) >> LabelSet.bits {
            throw QueryFault(.tooLong, "there are too many nodes to hold them in memory", at: nil)
        }
        tables[label] = made
        return made
    }

    private func adjacency(_ code: Int) throws -> Adjacency? {
        if code < adjacencies.count, let known = adjacencies[code] { return known }
        guard let type = mapping.type(code: code) else { return nil }
        var sources: [Int32] = []
        var targets: [Int32] = []
        var ids: [Int64] = []
        for part in type.parts {
            let near = try part.sources.codes.compactMap { try table($0) }
            let far = try part.targets.codes.compactMap { try table($0) }
            try database.run(Self.scan(part)) { statement in
                // The rows come in the order of their sources.
                var source: (id: Int64, key: Int32?) = (-1, nil)
                while try statement.step() {
                    try budget.step()
                    let id = statement.integer(0)
                    if id != source.id { source = (id, Self.find(id, near)) }
                    guard let from = source.key, let to = Self.find(statement.integer(1), far) else { continue }
                    if ids.count >= Adjacency.most {
                        throw QueryFault(.tooLong, "there are too many relationships to hold them in memory", at: nil)
                    }
                    sources.append(from)
                    targets.append(to)
                    ids.append(statement.integer(2))
                }
            }
        }
        let counts = tables.map { $0?.ids.count ?? 0 }
        let made = Adjacency(type: code, sources: sources, targets: targets, ids: ids, counts: counts)
        adjacencies[code] = made
        return made
    }

    private static func scan(_ part: GraphMapping.Part, _ more: String = "") -> String {
        let columns = [part.source, part.target, part.id].map { Compiler.fill($0, "x") }.joined(separator: ", ")
        let condition = part.condition.map { " WHERE " + Compiler.fill($0, "x") } ?? ""
        return "SELECT \(columns)\(more) FROM \(part.table) AS x\(condition) ORDER BY 1, 2, 3"
    }

    private static func find(_ id: Int64, _ tables: [NodeTable]) -> Int32? {
        for table in tables {
            if let place = table.place(of: id) { return Int32(place << LabelSet.bits | table.label) }
        }
        return nil
    }

    // MARK: Names

    func label(named name: String) -> Int? { database.label(named: name) }
    func type(named name: String) -> Int? { database.type(named: name) }
    func name(ofType type: Int) -> String { database.name(ofType: type) }
    func has(_ node: NodeKey, label: Int) -> Bool { Self.label(node) == label }
    func labels(of node: NodeKey) -> [String] { database.labels(of: node) }

    func id(of node: NodeKey) -> Int64 {
        let place = Int(node.raw >> LabelSet.bits)
        guard let table = tables[Self.label(node)], place < table.ids.count else { return -1 }
        return table.ids[place]
    }

    // MARK: Properties

    private func stored(_ node: NodeKey) -> NodeKey { DatabaseGraph.key(id(of: node), Self.label(node)) }

    private func stored(_ r: RelationshipRef) -> RelationshipRef {
        RelationshipRef(type: r.type, id: r.id, source: stored(r.source), target: stored(r.target))
    }

    func property(_ name: String, of node: NodeKey) throws -> Value {
        let label = mapping.label(code: Self.label(node))
        if name == "id", label?.hasOwnID ?? true { return .integer(id(of: node)) }
        return try column(name, Self.label(node))?.value(Int(node.raw >> LabelSet.bits)) ?? .null
    }

    func properties(of node: NodeKey) throws -> ValueMap { try database.properties(of: stored(node)) }

    func property(_ name: String, of relationship: RelationshipRef) throws -> Value {
        try database.property(name, of: stored(relationship))
    }

    func properties(of relationship: RelationshipRef) throws -> ValueMap {
        try database.properties(of: stored(relationship))
    }

    func nodeReader(_ name: String) -> (NodeKey) throws -> Value {
        if name == "id", mapping.labels.allSatisfy(\.hasOwnID) {
            let reader = NodeIDReader(self)
            return { try reader.read($0) }
        }
        let reader = NodePropertyReader(name, self)
        return { try reader.read($0) }
    }

    func relationshipReader(_ name: String) -> (RelationshipRef) throws -> Value {
        let reader = RelationshipPropertyReader(name, self)
        return { try reader.read($0) }
    }

    /// A property of the nodes of a label; nil where the label has none of the name.
    func column(_ name: String, _ label: Int) throws -> NodeTable.Column? {
        guard let property = mapping.label(code: label)?.property(name) else { return nil }
        return try table(label)?.column(property)
    }

    /// A property of all relationships of a type, by number; nil until so many were asked for that it pays.
    func column(_ name: String, ofType code: Int) throws -> ValueColumn? {
        guard let type = mapping.type(code: code), let property = type.property(name),
            let adjacency = try adjacency(code)
        else { return nil }
        if let known = adjacency.columns[name] { return known }
        adjacency.reads[name, default: 0] += 1
        let reads = adjacency.reads[name] ?? 0
        if reads < 64 || reads < adjacency.ids.count / 8 { return nil }
        let made = ValueColumn(try column(property, type, adjacency))
        adjacency.columns[name] = made
        return made
    }

    /// All values of a relationship property, by number: the same scan once more.
    private func column(
        _ property: GraphMapping.Property, _ type: GraphMapping.RelationshipType, _ adjacency: Adjacency
    ) throws -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(adjacency.ids.count)
        for part in type.parts {
            let near = try part.sources.codes.compactMap { try table($0) }
            let far = try part.targets.codes.compactMap { try table($0) }
            try database.run(Self.scan(part, ", " + Compiler.fill(property.sql, "x"))) { statement in
                while try statement.step() {
                    try budget.step()
                    guard values.count < adjacency.ids.count else { return }
                    if adjacency.ids[values.count] != statement.integer(2) {
                        // A relationship that leads nowhere has no number.
                        if Self.find(statement.integer(0), near) != nil, Self.find(statement.integer(1), far) != nil {
                            return values.removeAll()
                        }
                        continue
                    }
                    values.append(DatabaseGraph.value(try statement.item(3, property.type)))
                }
            }
        }
        return values.count == adjacency.ids.count ? values : []
    }

    // MARK: Nodes

    func count(label: Int?) throws -> Int {
        if let label, let table = tables[label] { return table.ids.count }
        return try database.count(label: label)
    }

    func count(types: [Int]?) throws -> Int { try database.count(types: types) }

    func forEachNode(label: Int?, _ body: (NodeKey) throws -> Bool) throws -> Bool {
        for own in mapping.labels where label.map({ $0 == own.code }) ?? true {
            guard let table = try table(own.code) else { continue }
            for place in table.ids.indices where try !body(Self.key(place, own.code)) { return false }
        }
        return true
    }

    func nodes(label: Int, property: String, _ kind: GraphLookup, _ value: Value) throws -> [NodeKey]? {
        if kind == .part {
            guard case .string(let text) = value else { return nil }
            return try column(property, label)?.places(of: text, budget)?.map { Self.key($0, label) }
        }
        if kind == .equal, property == "id", mapping.label(code: label)?.hasOwnID ?? true {
            guard case .integer(let id) = value else { return nil }
            return try table(label)?.place(of: id).map { [Self.key($0, label)] } ?? []
        }
        guard let found = try database.nodes(label: label, property: property, kind, value),
            let table = try table(label)
        else { return nil }
        return found.compactMap { table.place(of: database.id(of: $0)).map { Self.key($0, label) } }
    }

    // MARK: Relationships

    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        if let types, types.count == 1, types[0] < adjacencies.count, let known = adjacencies[types[0]] {
            return try known.forEachRelationship(at: node, direction, body)
        }
        for code in types ?? allTypes {
            if let known = adjacencies[code] {
                if try !known.forEachRelationship(at: node, direction, body) { return false }
            } else if let loaded = try adjacency(code) {
                if try !loaded.forEachRelationship(at: node, direction, body) { return false }
            }
        }
        return true
    }

    func degree(
        of node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?
    ) throws -> (count: Int, one: RelationshipRef?)? {
        guard direction != .either, let types, types.count == 1, let own = try adjacency(types[0]) else { return nil }
        return own.degree(of: node, out: direction == .forward)
    }

    func adjacencyType(_ types: [Int]?) -> Int? { database.adjacencyType(types) }

    func adjacency(_ types: [Int]?, budget: Budget) throws -> (adjacency: Adjacency, counts: [Int])? {
        guard let code = adjacencyType(types), let made = try adjacency(code) else { return nil }
        return (made, tables.map { $0?.ids.count ?? 0 })
    }
}
