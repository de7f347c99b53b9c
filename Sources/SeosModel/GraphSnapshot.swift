/// A graph as queries and exports see it: nodes with one label, relationships with one type, plain properties.
public struct GraphSnapshot: Sendable {
    public enum PropertyValue: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int64)
        /// An exact decimal such as an amount of money.
        case decimal(ExactDecimal)
        case double(Double)
        case string(String)
        case list([PropertyValue])
    }

    public struct Property: Sendable, Hashable {
        public var name: String
        public var value: PropertyValue
        public init(_ name: String, _ value: PropertyValue) {
            self.name = name
            self.value = value
        }
    }

    public struct Node: Sendable, Hashable {
        public var id: Int64
        public var label: String
        /// Without `id`, in the order of the model; null values left out.
        public var properties: [Property]
        public init(id: Int64, label: String, properties: [Property]) {
            self.id = id
            self.label = label
            self.properties = properties
        }

        public subscript(name: String) -> PropertyValue { properties.first { $0.name == name }?.value ?? .null }
    }

    public struct Relationship: Sendable, Hashable {
        /// Unique among the relationships of one graph.
        public var id: Int64
        public var type: String
        public var source: Int64
        public var target: Int64
        public var properties: [Property]
        public init(id: Int64, type: String, source: Int64, target: Int64, properties: [Property]) {
            self.id = id
            self.type = type
            self.source = source
            self.target = target
            self.properties = properties
        }
    }

    /// Sorted by label, then id.
    public var nodes: [Node]
    /// Sorted by type, then source, target, id.
    public var relationships: [Relationship]

    public init(nodes: [Node] = [], relationships: [Relationship] = []) {
        self.nodes = nodes
        self.relationships = relationships
    }
}
