/// Reads one property of nodes in memory again and again.
final class NodePropertyReader {
    private let name: String
    private unowned let graph: CompressedGraph
    /// By label, once one of its nodes was asked for.
    private var columns: [NodeTable.Column?] = Array(repeating: nil, count: LabelSet.count)
    /// What the columns belong to, kept while they are read.
    private var tables: [NodeTable] = []
    private var isKnown: [Bool] = Array(repeating: false, count: LabelSet.count)

    init(_ name: String, _ graph: CompressedGraph) {
        self.name = name
        self.graph = graph
    }

    func read(_ node: NodeKey) throws -> Value {
        let label = CompressedGraph.label(node)
        if let column = columns[label] { return try column.value(Int(node.raw >> LabelSet.bits)) }
        if isKnown[label] { return .null }
        isKnown[label] = true
        guard let table = try graph.table(label), let column = try graph.column(name, label) else { return .null }
        tables.append(table)
        columns[label] = column
        return try column.value(Int(node.raw >> LabelSet.bits))
    }
}

/// Reads the ids of nodes in memory.
final class NodeIDReader {
    private unowned let graph: CompressedGraph
    private var ids: [[Int64]] = Array(repeating: [], count: LabelSet.count)

    init(_ graph: CompressedGraph) { self.graph = graph }

    func read(_ node: NodeKey) throws -> Value {
        let (label, place) = (CompressedGraph.label(node), Int(node.raw >> LabelSet.bits))
        if place < ids[label].count { return .integer(ids[label][place]) }
        ids[label] = try graph.table(label)?.ids ?? []
        return place < ids[label].count ? .integer(ids[label][place]) : .null
    }
}

/// Reads one property of relationships in memory again and again.
final class RelationshipPropertyReader {
    private let name: String
    private unowned let graph: CompressedGraph
    private var type = -1
    private var values = ValueColumn()
    private var count = 0

    init(_ name: String, _ graph: CompressedGraph) {
        self.name = name
        self.graph = graph
    }

    func read(_ r: RelationshipRef) throws -> Value {
        let number = Int(r.number)
        if r.type == type, number >= 0, number < count { return values[number] }
        guard number >= 0, let found = try graph.column(name, ofType: r.type), number < found.count else {
            return try graph.property(name, of: r)
        }
        type = r.type
        values = found
        count = found.count
        return found[number]
    }
}
