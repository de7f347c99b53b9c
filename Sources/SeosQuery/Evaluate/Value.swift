/// A value while a query is evaluated. Nodes are keys of the graph source; their properties are read when asked for.
enum Value: Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([Value])
    case map(ValueMap)
    case node(NodeKey)
    indirect case relationship(RelationshipRef)
    case path(PathValue)
    case date(CalendarDate)
    case localTime(LocalTime)
    case time(ZonedTime)
    case localDateTime(LocalDateTime)
    indirect case dateTime(ZonedDateTime)
    indirect case duration(DurationValue)

    var isNull: Bool { if case .null = self { true } else { false } }

    /// For messages: "a text".
    var words: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .float: "a number"
        case .string: "a text"
        case .list: "a list"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .date: "a date"
        case .localTime, .time: "a time"
        case .localDateTime, .dateTime: "a date and time"
        case .duration: "a duration"
        }
    }
}

/// A node as the graph source names it.
struct NodeKey: Hashable, Sendable {
    var raw: Int64
}

/// A relationship with its ends; two are the same when type and id are, and in the Seos mapping the ends too.
struct RelationshipRef: Sendable {
    let type: Int
    let id: Int64
    let source: NodeKey
    let target: NodeKey
    /// Its number among the relationships of its type where those lie in memory, otherwise below zero.
    var number: Int32 = -1

    static func == (a: RelationshipRef, b: RelationshipRef) -> Bool {
        a.id == b.id && a.type == b.type && a.source == b.source && a.target == b.target
    }

    func other(than node: NodeKey) -> NodeKey { node == source ? target : source }
}

/// Nodes joined by relationships: one node more than relationships.
final class PathValue: Sendable {
    let nodes: [NodeKey]
    let relationships: [RelationshipRef]

    init(nodes: [NodeKey], relationships: [RelationshipRef]) {
        self.nodes = nodes
        self.relationships = relationships
    }
}

/// Entries in the order written; a key stands once.
struct ValueMap: Sendable {
    private(set) var entries: [(key: String, value: Value)] = []

    init() {}

    init(_ entries: [(String, Value)]) {
        for (key, value) in entries { self[key] = value }
    }

    subscript(key: String) -> Value? {
        get { entries.first { Value.sameText($0.key, key) }?.value }
        set {
            let index = entries.firstIndex { Value.sameText($0.key, key) }
            if let newValue {
                if let index { entries[index].value = newValue } else { entries.append((key, newValue)) }
            } else if let index {
                entries.remove(at: index)
            }
        }
    }

    /// By key, for comparing.
    var sorted: [(key: String, value: Value)] { entries.sorted { Value.order($0.key, $1.key) < 0 } }
}
