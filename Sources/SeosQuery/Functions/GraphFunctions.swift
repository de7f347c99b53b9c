extension Functions {
    static let graphFunctions: [SQLFunction] = [
        SQLFunction(name: "id") { call in
            switch call.arguments[0] {
            case .node(let node): return SQLValue(node.id, .integer)
            case .relationship(let relationship): return SQLValue(relationship.id, .integer)
            case .value(let v) where v.type == .null: return .null
            case .value: throw call.wrong(0, "a node or a relationship")
            }
        },
        SQLFunction(name: "type") { call in
            switch call.arguments[0] {
            case .relationship(let relationship):
                let cases = relationship.types.sorted().compactMap { code in
                    call.mapping.type(code: code).map { "WHEN \(code) THEN '\($0.name)'" }
                }
                // The code is a constant when the type is certain, so a missing relationship shows in its id.
                let code = "CASE WHEN \(relationship.id) IS NOT NULL THEN \(relationship.code) END"
                return SQLValue("(CASE \(code) \(cases.joined(separator: " ")) END)", .string)
            case .value(let v) where v.type == .null: return .null
            default: throw call.wrong(0, "a relationship")
            }
        },
        SQLFunction(name: "labels") { call in
            switch call.arguments[0] {
            case .node(let node):
                let cases = call.mapping.labels(in: node.labels).map { "WHEN \($0.code) THEN seos_list('\($0.name)')" }
                let code = "CASE WHEN \(node.sql) IS NOT NULL THEN \(node.code) END"
                return SQLValue("(CASE \(code) \(cases.joined(separator: " ")) END)", .list(.string))
            case .value(let v) where v.type == .null: return .null
            default: throw call.wrong(0, "a node")
            }
        },
    ]
}
