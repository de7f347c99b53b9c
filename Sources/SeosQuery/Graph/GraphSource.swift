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

    /// Reads one property again and again.
    func nodeReader(_ name: String) -> (NodeKey) throws -> Value
    func relationshipReader(_ name: String) -> (RelationshipRef) throws -> Value

    /// About how many nodes there are; nil stands for all labels.
    func count(label: Int?) throws -> Int
    /// About how many relationships there are; nil stands for all types.
    func count(types: [Int]?) throws -> Int
    func forEachNode(label: Int?, _ body: (NodeKey) throws -> Bool) throws -> Bool
    /// Nodes whose property fits the value, and for `part` some that do not; nil when they must be looked for one by
    /// one.
    func nodes(label: Int, property: String, _ kind: GraphLookup, _ value: Value) throws -> [NodeKey]?
    /// Relationships at a node, in one direction or both, of one of the types; nil stands for all types. A loop is
    /// given once.
    func forEachRelationship(
        at node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?,
        _ body: (RelationshipRef) throws -> Bool
    ) throws -> Bool

    /// The number of relationships at a node with one of them, where it is known without counting.
    func degree(
        of node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?
    ) throws -> (count: Int, one: RelationshipRef?)?
    /// The one type whose relationships can be held in memory, if that is what the types amount to.
    func adjacencyType(_ types: [Int]?) -> Int?
    /// The relationships of that type in memory, with the numbers of nodes of each label.
    func adjacency(_ types: [Int]?, budget: Budget) throws -> (adjacency: Adjacency, counts: [Int])?
}

extension GraphSource {
    /// About how many nodes with one of the labels there are.
    func count(labels: LabelSet) throws -> Double {
        try labels.codes.reduce(0) { $0 + Double(try count(label: $1)) }
    }

    func nodeReader(_ name: String) -> (NodeKey) throws -> Value { { [unowned self] in try property(name, of: $0) } }

    func relationshipReader(_ name: String) -> (RelationshipRef) throws -> Value {
        { [unowned self] in try property(name, of: $0) }
    }

    func nodes(label: Int, property: String, _ kind: GraphLookup, _ value: Value) throws -> [NodeKey]? { nil }

    func degree(
        of node: NodeKey, _ direction: RelationshipPattern.Direction, types: [Int]?
    ) throws -> (count: Int, one: RelationshipRef?)? { nil }

    func adjacencyType(_ types: [Int]?) -> Int? { nil }
    func adjacency(_ types: [Int]?, budget: Budget) throws -> (adjacency: Adjacency, counts: [Int])? { nil }
}
