/// What is known of an expression's value before the query runs.
indirect enum StaticType: Equatable, Sendable {
    case any
    case null
    case boolean
    case integer
    case float
    case number
    case string
    case list(StaticType)
    case map
    /// The labels it can have, in the Seos mapping.
    case node(LabelSet?)
    /// The types it can have, in the Seos mapping.
    case relationship(Set<Int>?)
    case path
    case temporal

    /// The kinds that arguments and operands are checked against.
    enum Kind: Sendable {
        case boolean, integer, number, string, list, map, node, relationship, path, temporal
    }

    /// Nil when the value may be of several kinds or is null.
    var kind: Kind? {
        switch self {
        case .any, .null: nil
        case .boolean: .boolean
        case .integer: .integer
        case .float, .number: .number
        case .string: .string
        case .list: .list
        case .map: .map
        case .node: .node
        case .relationship: .relationship
        case .path: .path
        case .temporal: .temporal
        }
    }

    /// Whether the value can be of one of the kinds, or null.
    func canBe(_ kinds: Set<Kind>) -> Bool {
        guard let kind else { return true }
        return kinds.contains(kind) || (kind == .integer && kinds.contains(.number))
    }

    var element: StaticType { if case .list(let e) = self { e } else { .any } }

    var isGraphElement: Bool {
        switch self {
        case .node, .relationship, .path: true
        default: false
        }
    }

    static func either(_ a: StaticType, _ b: StaticType) -> StaticType {
        if a == b || b == .null { return a }
        if a == .null { return b }
        switch (a, b) {
        case (.integer, .float), (.float, .integer), (.number, .integer), (.integer, .number), (.number, .float),
            (.float, .number):
            return .number
        case (.list(let x), .list(let y)): return .list(either(x, y))
        case (.node, .node): return .node(nil)
        case (.relationship, .relationship): return .relationship(nil)
        default: return .any
        }
    }

    var words: String {
        switch self {
        case .any: "a value"
        case .null: "null"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .float, .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .temporal: "a date, time or duration"
        }
    }
}
