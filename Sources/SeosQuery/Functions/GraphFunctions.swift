extension Functions {
    static let graphFunctions: [ScalarFunction] = [
        ScalarFunction(name: "id", synonyms: ["element_id", "elementid"], arity: 1...1) { call in
            switch call.arguments[0] {
            case .node(let node): return SQLValue(node.id, .integer)
            case .relationship(let relationship): return SQLValue(relationship.id, .integer)
            case .value(let v) where v.type == .null: return .null
            case .value: throw call.wrong(0, "a node or a relationship")
            }
        },
        ScalarFunction(name: "type", arity: 1...1) { call in
            switch call.arguments[0] {
            case .relationship(let relationship):
                let cases = relationship.types.sorted().compactMap { code in
                    call.mapping.type(code: code).map { "WHEN \(code) THEN \(quoted($0.name))" }
                }
                // The code is a constant when the type is certain, so a missing relationship shows in its id.
                let code = "CASE WHEN \(relationship.id) IS NOT NULL THEN \(relationship.code) END"
                return SQLValue("(CASE \(code) \(cases.joined(separator: " ")) END)", .string)
            case .value(let v) where v.type == .null: return .null
            default: throw call.wrong(0, "a relationship")
            }
        },
        ScalarFunction(name: "labels", arity: 1...1) { call in
            switch call.arguments[0] {
            case .node(let node):
                let cases = call.mapping.labels(in: node.labels).map {
                    "WHEN \($0.code) THEN seos_list(\($0.names.map(quoted).joined(separator: ", ")))"
                }
                let code = "CASE WHEN \(node.sql) IS NOT NULL THEN \(node.code) END"
                return SQLValue("(CASE \(code) \(cases.joined(separator: " ")) END)", .list(.string))
            case .value(let v) where v.type == .null: return .null
            default: throw call.wrong(0, "a node")
            }
        },
    ]

    /// A name as a text of SQL: those of an imported graph may hold anything.
    private static func quoted(_ name: String) -> String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
