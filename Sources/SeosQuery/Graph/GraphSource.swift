/// What the evaluator reads: nodes with labels and properties, relationships with a type and properties.
///
/// Labels and types are codes of the source. Bodies answer whether to go on; the walk answers whether it went to its
/// end.
protocol GraphSource: AnyObject {
    func label(named name: String) -> Int?
    func type(named name: String) -> Int?
    func name(ofType type: Int) -> String

    func labels(of node: NodeKey) throws -> [String]
    func has(_ node: NodeKey, label: Int) throws -> Bool
    func property(_ name: String, of node: NodeKey) throws -> Value
    func properties(of node: NodeKey) throws -> ValueMap
    func property(_ name: String, of relationship: RelationshipRef) throws -> Value
    func properties(of relationship: RelationshipRef) throws -> ValueMap
    /// What `id` answers.
    func id(of node: NodeKey) -> Int64

    /// About how many nodes there are; nil stands for all labels.
    func count(label: Int?) throws -> Int
    func forEachNode(label: Int?, _ body: (NodeKey) throws -> Bool) throws -> Bool
    /// Nodes whose property equals the value, by an index; nil when there is none for it.
    func nodes(label: Int, property: String, equals value: Value) throws -> [NodeKey]?
    /// Relationships at a node, in one direction or both, of one of the types; nil stands for all types. A loop is
    /// given once.
    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool

    func adjacencyType(_ types: [Int]?) -> Int?
    func adjacency(_ types: [Int]?, budget: Budget) throws -> Adjacency?
}

extension GraphSource {
    /// The one type whose relationships can be held in memory, if that is what the types amount to.
    func adjacencyType(_ types: [Int]?) -> Int? { nil }
    /// The relationships of that type, loaded when they are not yet.
    func adjacency(_ types: [Int]?, budget: Budget) throws -> Adjacency? { nil }
}
