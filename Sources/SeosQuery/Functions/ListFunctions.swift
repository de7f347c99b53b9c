extension Functions {
    static let listFunctions: [SQLFunction] = [
        SQLFunction(name: "coalesce") { call in
            let (type, parts) = ExpressionCompiler.common(call.arguments)
            // SQLite's coalesce wants two arguments at least.
            return SQLValue("coalesce(\((parts + ["NULL"]).joined(separator: ", ")))", type)
        },
        SQLFunction(name: "size") { call in
            let value = try call.value(0)
            guard value.type == .string || value.type.isList || value.type == .null else {
                try call.refuseAny(0)
                throw call.wrong(0, "a text or a list")
            }
            return SQLValue("seos_size(\(value.sql))", .integer)
        },
        SQLFunction(name: "head") { call in try end(call, "0") },
        SQLFunction(name: "last") { call in try end(call, "-1") },
    ]

    private static func end(_ call: FunctionCall, _ index: String) throws -> SQLValue {
        let value = try call.value(0)
        guard value.type.isList || value.type == .null else {
            try call.refuseAny(0)
            throw call.wrong(0, "a list")
        }
        return SQLValue("seos_index(\(value.sql), \(index))", ExpressionCompiler.element(of: value.type))
    }
}
