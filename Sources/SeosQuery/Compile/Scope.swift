/// The variables in sight, in the order they came.
struct Scope {
    private(set) var names: [String] = []
    private var operands: [String: Operand] = [:]

    subscript(name: String) -> Operand? {
        get { operands[name] }
        set {
            if operands[name] == nil, newValue != nil { names.append(name) }
            if newValue == nil { names.removeAll { $0 == name } }
            operands[name] = newValue
        }
    }
}

/// What the clauses so far amount to: a FROM list, conditions, and the variables read from it.
struct Rows {
    struct Table {
        var sql: String
        /// Whether SQLite must read it after all those before it.
        var isOrdered = false
    }

    var from: [Table] = []
    var conditions: [String] = []
    var scope = Scope()

    func select(_ columns: [String], distinct: Bool = false) -> String {
        var sql = "SELECT \(distinct ? "DISTINCT " : "")\(columns.isEmpty ? "1" : columns.joined(separator: ", "))"
        for (i, table) in from.enumerated() {
            sql += (i == 0 ? " FROM " : table.isOrdered ? " CROSS JOIN " : ", ") + table.sql
        }
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        return sql
    }
}
