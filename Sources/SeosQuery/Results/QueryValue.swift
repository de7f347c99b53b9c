public import SeosModel

/// A value in a query's parameters or results.
public enum QueryValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case double(Double)
    /// An amount that is not whole.
    case decimal(ExactDecimal)
    case string(String)
    case list([QueryValue])
    case map([Entry])
    case node(Node)
    case relationship(Relationship)
    case path(Path)
    /// A date, time or duration in ISO 8601.
    case temporal(String)

    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: QueryValue
        public init(_ name: String, _ value: QueryValue) {
            self.name = name
            self.value = value
        }
    }

    public struct Node: Sendable, Hashable {
        public var id: Int64
        public var labels: [String]
        /// In the order of the model, `id` first; null ones are left out.
        public var properties: [Entry]
    }

    public struct Relationship: Sendable, Hashable {
        public var id: Int64
        public var type: String
        public var source: Int64
        public var target: Int64
        public var properties: [Entry]
    }

    /// One node more than relationships, in the order of the path.
    public struct Path: Sendable, Hashable {
        public var nodes: [Node]
        public var relationships: [Relationship]
    }
}

extension QueryValue {
    /// As the JSON that `seos query` prints: nodes as `{"$node":…}`, relationships as `{"$rel":…}`.
    public var json: JSONValue {
        switch self {
        case .null: .null
        case .boolean(let b): .bool(b)
        case .integer(let n): .integer(n)
        case .double(let d): .double(d)
        case .decimal(let d): .decimal(d)
        case .string(let s), .temporal(let s): .string(s)
        case .list(let items): .array(items.map(\.json))
        case .map(let entries): Self.object(entries)
        case .node(let node):
            .object([
                "$node": .object([
                    "labels": .array(node.labels.map { .string($0) }), "properties": Self.object(node.properties),
                ])
            ])
        case .relationship(let r):
            .object(["$rel": .object(["type": .string(r.type), "properties": Self.object(r.properties)])])
        case .path(let path): .object(["$path": .array(Self.elements(path))])
        }
    }

    /// Nodes and relationships in turn; a relationship says whether the path goes along it or against it.
    private static func elements(_ path: Path) -> [JSONValue] {
        var out: [JSONValue] = []
        for (i, node) in path.nodes.enumerated() {
            out.append(QueryValue.node(node).json)
            guard i < path.relationships.count else { continue }
            let r = path.relationships[i]
            out.append(
                .object([
                    "$rel": .object(["type": .string(r.type), "properties": Self.object(r.properties)]),
                    "forward": .bool(r.source == node.id),
                ]))
        }
        return out
    }

    private static func object(_ entries: [Entry]) -> JSONValue {
        .object(entries.map { JSONValue.Member($0.name, $0.value.json) })
    }

    /// As people read it in a table: texts without quotation marks, nodes and relationships as in a query.
    public var text: String {
        switch self {
        case .null: ""
        case .string(let s), .temporal(let s): s
        default: literal
        }
    }

    /// As it would be written in a query.
    var literal: String {
        switch self {
        case .null: "null"
        case .string(let s), .temporal(let s): JSONValue.string(s).text
        case .list(let items): "[" + items.map(\.literal).joined(separator: ", ") + "]"
        case .map(let entries): Self.braces(entries)
        case .node(let node): "(" + node.labels.map { ":\($0)" }.joined() + " " + Self.braces(node.properties) + ")"
        case .relationship(let r): "[:\(r.type)" + (r.properties.isEmpty ? "" : " " + Self.braces(r.properties)) + "]"
        case .path(let path): Self.arrows(path)
        default: json.text
        }
    }

    private static func arrows(_ path: Path) -> String {
        var out = ""
        for (i, node) in path.nodes.enumerated() {
            out += QueryValue.node(node).literal
            guard i < path.relationships.count else { continue }
            let r = path.relationships[i]
            let words = QueryValue.relationship(r).literal
            out += r.source == node.id ? "-\(words)->" : "<-\(words)-"
        }
        return out
    }

    private static func braces(_ entries: [Entry]) -> String {
        "{" + entries.map { "\($0.name): \($0.value.literal)" }.joined(separator: ", ") + "}"
    }
}

extension QueryValue {
    /// What is known of a parameter's value when the query is compiled.
    var type: ValueType {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .double: .float
        case .decimal: .decimal
        case .string: .string
        case .list(let items):
            .list(items.dropFirst().reduce(items.first?.type ?? .any) { .either($0, $1.type) })
        case .map, .node, .relationship, .path, .temporal: .any
        }
    }

    /// A single value that SQL compares as openCypher does.
    var isScalar: Bool {
        switch self {
        case .list, .map, .node, .relationship, .path, .temporal: false
        default: true
        }
    }

    /// Null and booleans are written into the SQL, all else is bound.
    var isBound: Bool {
        switch self {
        case .null, .boolean: false
        default: true
        }
    }

    var sql: String {
        switch self {
        case .boolean(let b): b ? "1" : "0"
        default: "NULL"
        }
    }
}

extension QueryValue {
    /// What it takes in memory, in values.
    var weight: Int {
        switch self {
        case .string(let s): 1 + s.utf8.count >> 5
        case .list(let items): items.reduce(1) { $0 + $1.weight }
        case .map(let entries): entries.reduce(1) { $0 + 1 + $1.value.weight }
        case .node(let node): node.properties.reduce(2) { $0 + 1 + $1.value.weight }
        case .relationship(let r): r.properties.reduce(2) { $0 + 1 + $1.value.weight }
        case .path(let path): path.nodes.count * 4
        default: 1
        }
    }
}
