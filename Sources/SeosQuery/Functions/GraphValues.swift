extension Functions {
    static let graphValues: [ValueFunction] = [
        ValueFunction(
            name: "id", synonyms: ["element_id", "elementid"], parameters: [.kinds([.node, .relationship])],
            result: .integer, wants: "a node or a relationship"
        ) { call in
            switch call.arguments[0] {
            case .node(let node): return .integer(call.graph.id(of: node))
            case .relationship(let r): return .integer(r.id)
            default: throw call.wrong(0, "a node or a relationship")
            }
        },
        ValueFunction(
            name: "type", parameters: [.kinds([.relationship])], result: .string, wants: "a relationship"
        ) { call in
            guard case .relationship(let r) = call.arguments[0] else { throw call.wrong(0, "a relationship") }
            return .string(call.graph.name(ofType: r.type))
        },
        ValueFunction(
            name: "labels", parameters: [.kinds([.node])], result: .list(.string), wants: "a node"
        ) { call in
            guard case .node(let node) = call.arguments[0] else { throw call.wrong(0, "a node") }
            return .list(try call.graph.labels(of: node).map { .string($0) })
        },
        ValueFunction(
            name: "properties", parameters: [.kinds([.node, .relationship, .map])], result: .map,
            wants: "a node, a relationship or a map"
        ) { call in .map(try map(call)) },
        ValueFunction(
            name: "keys", parameters: [.kinds([.node, .relationship, .map])], result: .list(.string),
            wants: "a node, a relationship or a map"
        ) { call in .list(try map(call).entries.map { .string($0.key) }) },
        ValueFunction(
            name: "startNode", parameters: [.kinds([.relationship])], result: .node(nil), wants: "a relationship"
        ) { call in
            guard case .relationship(let r) = call.arguments[0] else { throw call.wrong(0, "a relationship") }
            return .node(r.source)
        },
        ValueFunction(
            name: "endNode", parameters: [.kinds([.relationship])], result: .node(nil), wants: "a relationship"
        ) { call in
            guard case .relationship(let r) = call.arguments[0] else { throw call.wrong(0, "a relationship") }
            return .node(r.target)
        },
        ValueFunction(name: "nodes", parameters: [.kinds([.path])], result: .list(.node(nil)), wants: "a path") {
            call in
            guard case .path(let path) = call.arguments[0] else { throw call.wrong(0, "a path") }
            return .list(path.nodes.map { .node($0) })
        },
        ValueFunction(
            name: "relationships", synonyms: ["rels", "edges"], parameters: [.kinds([.path])],
            result: .list(.relationship(nil)), wants: "a path"
        ) { call in
            guard case .path(let path) = call.arguments[0] else { throw call.wrong(0, "a path") }
            return .list(path.relationships.map { .relationship($0) })
        },
        ValueFunction(
            name: "length", synonyms: ["path_length"], parameters: [.kinds([.path])], result: .integer, wants: "a path"
        ) { call in
            guard case .path(let path) = call.arguments[0] else { throw call.wrong(0, "a path") }
            return .integer(Int64(path.relationships.count))
        },
        ValueFunction(
            name: "exists", synonyms: ["property_exists"], parameters: [.any], result: .boolean, takesNull: true
        ) { call in .boolean(!call.arguments[0].isNull) },
    ]

    private static func map(_ call: ValueCall) throws -> ValueMap {
        switch call.arguments[0] {
        case .node(let node): return try call.graph.properties(of: node)
        case .relationship(let r): return try call.graph.properties(of: r)
        case .map(let map): return map
        default: throw call.wrong(0, "a node, a relationship or a map")
        }
    }
}
