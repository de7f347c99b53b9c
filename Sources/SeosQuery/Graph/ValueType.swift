/// What is known of a value before the query runs.
indirect enum ValueType: Equatable, Sendable {
    case null
    /// 0 or 1 in SQL.
    case boolean
    case integer
    case float
    /// Integer or double in SQL, a decimal of at most 15 digits outside.
    case decimal
    /// Integer or double.
    case number
    case string
    /// Packed by CSQLite.
    case list(ValueType)
    /// Anything; booleans, lists, nodes and relationships are packed.
    case any

    var isNumber: Bool {
        switch self {
        case .integer, .float, .decimal, .number: true
        default: false
        }
    }

    var isList: Bool { if case .list = self { true } else { false } }

    /// For messages: "a text".
    var words: String {
        switch self {
        case .null: "null"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .float, .decimal, .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .any: "a value"
        }
    }

    /// The type of a value that is one or the other.
    static func either(_ a: ValueType, _ b: ValueType) -> ValueType {
        if a == b || b == .null { return a }
        if a == .null { return b }
        if a.isNumber, b.isNumber { return .number }
        if case .list(let x) = a, case .list(let y) = b { return .list(either(x, y)) }
        return .any
    }
}
