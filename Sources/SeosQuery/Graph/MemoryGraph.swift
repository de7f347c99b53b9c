/// Any labels, any types, any properties, held in memory: the generic mapping.
final class MemoryGraph: GraphSource {
    private struct Node {
        var labels: [Int]
        var properties: ValueMap
        var outgoing: [Int] = []
        var incoming: [Int] = []
    }

    private struct Relationship {
        var reference: RelationshipRef
        var properties: ValueMap
    }

    private var nodes: [Node] = []
    /// Nil where one was deleted.
    private var relationships: [Relationship?] = []
    private var names: [String] = []
    private var codes: [String: Int] = [:]

    // MARK: Building

    func code(_ name: String) -> Int {
        if let known = codes[name] { return known }
        codes[name] = names.count
        names.append(name)
        return names.count - 1
    }

    func addNode(labels: [String], properties: ValueMap) -> NodeKey {
        var own: [Int] = []
        for label in labels.map(code) where !own.contains(label) { own.append(label) }
        nodes.append(Node(labels: own, properties: properties))
        return NodeKey(raw: Int64(nodes.count - 1))
    }

    func addRelationship(type: String, from: NodeKey, to: NodeKey, properties: ValueMap) -> RelationshipRef {
        let id = relationships.count
        let reference = RelationshipRef(type: code(type), id: Int64(id), source: from, target: to)
        relationships.append(Relationship(reference: reference, properties: properties))
        nodes[Int(from.raw)].outgoing.append(id)
        nodes[Int(to.raw)].incoming.append(id)
        return reference
    }

    func remove(_ relationship: RelationshipRef) {
        let id = Int(relationship.id)
        relationships[id] = nil
        nodes[Int(relationship.source.raw)].outgoing.removeAll { $0 == id }
        nodes[Int(relationship.target.raw)].incoming.removeAll { $0 == id }
    }

    // MARK: Reading

    func label(named name: String) -> Int? { codes[name] }
    func type(named name: String) -> Int? { codes[name] }
    func name(ofType type: Int) -> String { names[type] }
    func id(of node: NodeKey) -> Int64 { node.raw }
    func labels(of node: NodeKey) -> [String] { nodes[Int(node.raw)].labels.map { names[$0] } }
    func has(_ node: NodeKey, label: Int) -> Bool { nodes[Int(node.raw)].labels.contains(label) }
    func property(_ name: String, of node: NodeKey) -> Value { nodes[Int(node.raw)].properties[name] ?? .null }
    func properties(of node: NodeKey) -> ValueMap { nodes[Int(node.raw)].properties }

    func properties(of relationship: RelationshipRef) -> ValueMap {
        relationships[Int(relationship.id)]?.properties ?? ValueMap()
    }

    func property(_ name: String, of relationship: RelationshipRef) -> Value {
        relationships[Int(relationship.id)]?.properties[name] ?? .null
    }

    func count(label: Int?) -> Int {
        guard let label else { return nodes.count }
        return nodes.reduce(0) { $0 + ($1.labels.contains(label) ? 1 : 0) }
    }

    func forEachNode(label: Int?, _ body: (NodeKey) throws -> Bool) throws -> Bool {
        for i in 0..<nodes.count where label.map(nodes[i].labels.contains) ?? true {
            if try !body(NodeKey(raw: Int64(i))) { return false }
        }
        return true
    }

    func count(types: [Int]?) -> Int { relationships.count }

    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool {
        let own = nodes[Int(node.raw)]
        if direction != .backward {
            for id in own.outgoing {
                guard let found = relationships[id]?.reference, types?.contains(found.type) ?? true else { continue }
                if try !body(found) { return false }
            }
        }
        if direction != .forward {
            for id in own.incoming {
                guard let found = relationships[id]?.reference, types?.contains(found.type) ?? true else { continue }
                if direction == .either, found.source == found.target { continue }
                if try !body(found) { return false }
            }
        }
        return true
    }
}
