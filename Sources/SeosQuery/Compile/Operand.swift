/// What a variable or an expression stands for in SQL.
enum Operand {
    case value(SQLValue)
    case node(NodeBinding)
    case relationship(RelationshipBinding)

    var words: String {
        switch self {
        case .value(let v): v.type.words
        case .node: "a node"
        case .relationship: "a relationship"
        }
    }
}

struct SQLValue: Sendable {
    var sql: String
    var type: ValueType

    init(_ sql: String, _ type: ValueType) {
        self.sql = sql
        self.type = type
    }

    static let null = SQLValue("NULL", .null)

    /// Fit to stand among values of other types.
    var packed: String { type == .boolean ? "seos_bool(\(sql))" : sql }
}

/// A node in SQL. With one possible label it is the id; with several it is a *reference*: id × 64 + label code.
struct NodeBinding {
    var labels: LabelSet
    var sql: String
    /// The node's own table in the current FROM.
    var alias: String?
    var isNullable: Bool

    var isReference: Bool { labels.single == nil }

    var id: String { isReference ? "(\(sql) >> \(LabelSet.bits))" : sql }

    /// SQL for the label's code.
    var code: String { labels.single.map(String.init) ?? "(\(sql) & \(LabelSet.mask))" }

    var reference: String { isReference ? sql : "((\(sql) << \(LabelSet.bits)) | \(code))" }

    var packed: String { "seos_node(\(code), \(id))" }
}

/// A relationship in SQL: its ends, its id, and its type's code when that is open.
struct RelationshipBinding {
    var types: Set<Int>
    /// SQL for the type's code.
    var code: String
    var source: String
    var target: String
    var id: String
    /// The relationship's own table in the current FROM.
    var alias: String?
    var isNullable: Bool

    var single: Int? { types.count == 1 ? types.first : nil }
    var packed: String { "seos_relation(\(code), \(source), \(target), \(id))" }
}

extension Operand {
    /// As one SQL value among values of other types.
    var packed: String {
        switch self {
        case .value(let v): v.packed
        case .node(let n): n.packed
        case .relationship(let r): r.packed
        }
    }

    /// As one SQL value that is null exactly when the operand is, and equal exactly when it is.
    var identity: String {
        switch self {
        case .value(let v): v.sql
        case .node(let n): n.sql
        case .relationship(let r): r.packed
        }
    }

    var type: ValueType {
        if case .value(let v) = self { v.type } else { .any }
    }

    /// The columns that carry the operand out of a subquery.
    var columns: [String] {
        switch self {
        case .value(let v): [v.sql]
        case .node(let n): [n.sql]
        case .relationship(let r): r.single == nil ? [r.source, r.target, r.id, r.code] : [r.source, r.target, r.id]
        }
    }

    /// The same operand read from those columns.
    func moved(to columns: [String]) -> Operand {
        switch self {
        case .value(let v): return .value(SQLValue(columns[0], v.type))
        case .node(var n):
            n.sql = columns[0]
            n.alias = nil
            return .node(n)
        case .relationship(var r):
            r.source = columns[0]
            r.target = columns[1]
            r.id = columns[2]
            if columns.count > 3 { r.code = columns[3] }
            r.alias = nil
            return .relationship(r)
        }
    }
}
